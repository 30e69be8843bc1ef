"""Bodies by their side: a committee, a delegation, an office is the side whose adjective or name stands behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.records import Mention, Party, Sentence, Token

ARMED = frozenset({"kind:armed_group", "kind:army"})
"""Features of parties that act for themselves, whoever they belong to, where nothing else may be meant."""
COUNCIL = "kind:local_body"
"""The feature of bodies that get things too: "gave (it) the council | to the army" is written like "the council of the army"."""
ORGANS = frozenset({"organisation", "body"})
"""Kinds of voices that are a part of something."""
WORDS = 2
"""How many adjectives may stand between a body and its side."""
BELONGS = "belongs"
FROM = "from"
FIGHTERS = "fighters"


def of_sides(tokens: Sequence[Token], sentence: Sentence, mentions: Sequence[Mention], parties: Sequence[Party],
             article: str) -> Iterator[Party]:
    """The parties of a sentence, each body whose side stands behind it as one with that side, by place.

    "The committee belonging to the army", "the political office of the movement", "those besieged of its fighters". A party that
    bears arms and one with an actor of its own stay what they are.
    """
    behind = {party.first: party for party in parties}
    roles = {m.first: m.attrs.get("role", "") for m in mentions if m.kind == "function"}
    nations = {m.first for m in mentions if m.kind == "nationalities"}
    organs = {m.first: m for m in mentions if m.kind == "voices" and m.attrs.get("kind") in ORGANS
              and not m.features & {"to", "by"}}
    heads = {party.first: party for party in parties if party.how != "pronoun"}
    gone: set[int] = set()
    joined: list[Party] = []
    for first in sorted({*organs, *heads}):
        head: Mention | Party = heads.get(first) or organs[first]
        opens = range(first, min(head.last + 1, sentence.last))
        if first in gone or (isinstance(head, Party) and not _body(head)) or not any(
                tokens[at].form.startswith(article) or roles.get(at) == BELONGS for at in opens):
            continue
        side = _side(tokens, sentence, roles, nations, behind, head, article) or _members(mentions, behind, head)
        if side is not None:
            gone |= set(range(first, side.last))
            joined.append(replace(side, start=head.start, first=first, features=(side.features | head.features) - {"to", "by"}
                                  | head.features & {"to", "by"}))
    kept = [party for party in parties if party.first not in gone]
    yield from sorted((*kept, *joined), key=lambda party: party.first)


def _body(party: Party) -> bool:
    """Whether a party is only described, so that it may be a part of another."""
    kinds = {feature for feature in party.features if feature.startswith("kind:")}
    return not (kinds and kinds <= ARMED)


def _side(tokens: Sequence[Token], sentence: Sentence, roles: dict[int, str], nations: set[int], behind: dict[int, Party],
          head: Mention | Party, article: str) -> Party | None:
    """Whose a body is: by an adjective right behind it, "of", or a word for belonging."""
    at = head.last
    near = behind.get(at)
    if isinstance(head, Party) and head.how not in ("description", "unknown"):
        return None
    if isinstance(head, Party) and near is not None and at in nations and near.actor and near.features & {"definite", "article"}:
        return replace(near, how="name")
    last = at
    while last < sentence.last and last - at < WORDS and last not in behind and last not in nations and roles.get(
            last) != BELONGS and tokens[last].form.startswith(article):
        last += 1
    if last < sentence.last and roles.get(last) == BELONGS:
        return next((behind[next_] for next_ in (last + 1, last + 2) if next_ in behind and behind[next_].how != "pronoun"), None)
    owner = behind.get(last)
    worded = last - head.first > 1 and COUNCIL not in head.features
    return owner if owner is not None and worded and "to" in owner.features and owner.how == "name" else None


def _members(mentions: Sequence[Mention], behind: dict[int, Party], head: Mention | Party) -> Party | None:
    """Whose people those are whom "of" and a word for fighters tell: "those besieged of its fighters"."""
    whose = behind.get(head.last + 1)
    if whose is None or whose.last - whose.first <= 1:
        return None
    parted = any(m.first == head.last and m.kind == "function" and m.attrs.get("role") == FROM for m in mentions)
    fights = any(m.first == whose.first and FIGHTERS in (m.attrs.get("population"), m.attrs.get("value")) for m in mentions)
    return whose if parted and fights else None
