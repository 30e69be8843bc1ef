"""Parties that no pack knows: named once, and then "the group", "they", "we" as long as nobody else is named."""

from collections.abc import Sequence

from tawatur.grounding.cast import Cast
from tawatur.grounding.scene import Layout, Sign
from tawatur.grounding.stands import governed
from tawatur.records import PERSON, Party

WORDS = frozenset({"stance", "speech", "appeal"})
"""Signs of what is done by words."""
TERMS = frozenset({"sign:terms", "role:if", "role:unless"})
"""Signs of what an offer hangs on, which its maker says."""
CONDITIONS = frozenset({"if", "unless", "until"})
"""Roles of words that open a condition."""
OWN = frozenset({"its", "their"})
"""Features of a word that a pronoun of the third person is written onto."""
BEFORE = 3
"""Sentences before a word in which the person may be named whom "he" means."""
NAMED = frozenset({"name", "unknown"})
"""How those are written who are not somebody spoken of before."""


def named_before(actor: str, layout: Layout, cast: Cast) -> bool:
    """Whether a name that no pack has stands in the report, up to the end of a sentence."""
    return actor not in cast.scene.packs.actors and any(at < layout.sentence.last for at in cast.stranger(actor))


def named_last(
    besides: frozenset[str], end: int, field: str, actor: str, layout: Layout, sign: Sign | None, subjects: Sequence[Party],
    cast: Cast,
) -> bool:
    """Whether what a word tells, or a span that ends at a token, may be told of a name that no pack has.

    Of all who may act it was named last; those whom the claim names besides do not count. Or it speaks of itself.
    """
    until = sign.last if sign is not None else end
    start = cast.scene.reading.tokens[sign.first if sign is not None else layout.sentence.first].start
    words = field in ("party", "by") or (sign is not None and bool(sign.names & WORDS))
    if words and cast.speaks(actor, start):
        return True
    if any(PERSON in party.features for party in subjects) and cast.kin(actor) & cast.persons(layout, BEFORE):
        return True
    mine = max((at for at in cast.stranger(actor) if at < layout.sentence.last), default=-1)
    if mine < 0 or (field == "actor" and mine < layout.sentence.first and not any(party.how == "pronoun" for party in subjects)):
        return False
    own = (sign is not None and "first" in sign.features) or any("speaker" in party.features for party in subjects)
    if own and not any(said.chain[-1].actor for said in cast.scene.voices(start)):
        return True
    if sign is not None and (sign.features & OWN or sign.names & TERMS) and _heads(actor, layout, sign, cast):
        return True
    if sign is None:  # who is named in a condition does not do what hangs on it
        until = next((at for at in range(max(mine, layout.sentence.first), until) if layout.roles.get(at) in CONDITIONS), until)
    low = min(mine, layout.sentence.first) if mine >= until else mine
    return not any(
        low <= party.first < until and party.how in NAMED and cast.acts(party) and not cast.meant(party) & besides
        and not _of_it(actor, party, cast) and not governed(_where(party, layout, cast), party)
        for party in cast.scene.reading.parties
    )


def _heads(actor: str, layout: Layout, sign: Sign, cast: Cast) -> bool:
    """Whether a name is the first that stands free in the sentence of a word with a pronoun: whose "its" most likely is."""
    named = (party for party in layout.parties if party.last <= sign.first and party.how != "pronoun")
    first = next((party for party in named if not governed(layout, party)), None)
    return first is not None and _of_it(actor, first, cast)


def _where(party: Party, layout: Layout, cast: Cast) -> Layout:
    """The sentence that a party stands in."""
    if layout.sentence.first <= party.first < layout.sentence.last:
        return layout
    return cast.scene.layout(cast.scene.numbers(party.first, party.first + 1).start)


def _of_it(actor: str, party: Party, cast: Cast) -> bool:
    """Whether a party's words are of the name, or its initials."""
    initials = "".join(word[0] for word in actor.split()).casefold()
    if party.text.casefold() == initials:
        return True
    return any(party.first <= at < party.last for at in cast.stranger(actor))
