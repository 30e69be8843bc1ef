"""Who does and who suffers what a word tells: by its subject, or by whom it may mean where it has none of its own."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from tawatur.grounding.cast import Cast
from tawatur.grounding.doers import OURS, PLACING, attributive, doers, patients
from tawatur.grounding.habits import ASKING, again, subjects_of, sure, usual
from tawatur.grounding.scene import Layout, Sign
from tawatur.grounding.sides import alone_there, of_both, they_inside, told_inside
from tawatur.grounding.stands import governed, nominal, passive
from tawatur.grounding.strangers import named_last
from tawatur.records import PERSON, Party

Spot = tuple[Layout, int, int]
Trigger = tuple[Layout, Sign]
AIMED = frozenset({"to", "against", "with", "from", "for"})
"""Prepositions whose noun is the one to whom something is said or done."""
OBLIQUE = frozenset({"to", "against", "on", "from", "for", "in"})
"""Prepositions whose noun does not do what a verb tells."""
FACED = frozenset({"against", "on"})
"""Those whose noun does not do what any word tells."""
NOT_THEIRS = frozenset({"to", "for", "of", "by", "on", "against"})
"""Prepositions behind which people at large do nothing."""
HELPING = frozenset({"event:AID", "event:CONSULT", "measure:aid_delivered", "sign:aid", "rescuing"})
"""Signs of deeds that those do as well who otherwise only look on."""
CONDITIONS = frozenset({"if", "unless", "until"})
"""Words that open a condition."""
SAYING: Mapping[str, frozenset[str]] = {
    "proposed_by": frozenset(
        {
            "stance:demands",
            "stance:offers",
            "stance:wants",
            "stance:submits",
            "stance:announces",
            "stance:orders",
            "stance:permits",
            "appeal",
            "waystate:proposed",
            "waystate:announced",
        }
    ),
    "refused_by": frozenset({"stance:rejects", "stance:prevents", "waystate:closed"}),
}
"""The words by which somebody proposes a way or refuses it."""
UNSAYING: Mapping[str, frozenset[str]] = {
    "proposed_by": frozenset({"stance:rejects", "stance:prevents"}),
    "refused_by": frozenset({"stance:accepts", "stance:permits", "stance:offers", "stance:grants"}),
}
"""The words by which, where a negation turns them round."""
BEFORE = 3
"""Sentences before a span in which somebody may be named whom it means without a name."""
NEAR = 4
"""Tokens behind a word within which its subject may stand where the language has it behind."""
WORDS = frozenset({"stance", "speech", "appeal", "event:ACCUSE", "event:THREATEN", "event:REJECT", "event:REQUEST"})
"""Signs of what is done by words: who speaks does it."""
CHIEF = 5
"""Letters of a word by which a name may be known again."""


def not_doing(
    field: str, actor: str, spots: Sequence[Spot], triggers: Sequence[Trigger], besides: frozenset[str], cast: Cast
) -> str | None:
    """Why none of the words for it is this party's doing.

    Each word with a subject speaks for that subject. One without, or with a pronoun, speaks for whom the span names, or for the
    one who speaks, or for those named last before it, or for those who were last told to do the same.
    """
    kin, others = cast.kin(actor), list[str]()
    known = actor in cast.scene.packs.actors
    open_: list[tuple[Layout, Sign | None, Sequence[Party]]] = [] if triggers else [(spots[0][0], None, ())]
    for layout, sign, subjects in subjects_of(triggers):
        theirs = any((cast.meant(party) & kin or _namesake(actor, party, cast)) and not _holds_only(field, layout, sign, party)
                     for party in subjects)
        if theirs or _own_words(actor, layout, sign, subjects, cast):
            return None
        surely = sure(field, subjects, sign, cast, known) or [
            party.text for party in subjects[:1] if not known and cast.of_another_kind(actor, party)]
        if surely and ((field in ASKING and _object(layout, sign, subjects, besides, cast)) or cast.unresolved(actor, subjects)):
            open_.append((layout, sign, ()))
        elif surely:
            others.extend(surely)
        elif not (field in ASKING and _only_aimed(layout, sign, kin, cast) and not _speaks(actor, layout, sign, cast)) and (
                not _suffers(layout, sign, kin, cast)):
            open_.append((layout, sign, subjects))
    if of_both(actor, spots, triggers, cast) or (triggers and alone_there(actor, spots, triggers, cast)):
        return None
    if not others and field in ASKING and not told_inside(spots, triggers) and not they_inside(spots) and any(
            cast.speaks(actor, start) for start in _starts(spots, cast)):
        return None
    if (
        not triggers
        and known
        and _outdone(kin, besides, spots, cast)
        and not any(cast.speaks(actor, start) for start in _starts(spots, cast))
    ):
        return f"{field}: the sentence has others where {actor} should stand"
    others = others or _rivals(field, spots, kin, besides, triggers, cast)
    if not others and any(sign is not None and _left_out(layout, sign, subjects) and usual(sign.names, cast) & kin
                          for layout, sign, subjects in open_):
        return None
    meant = means if known else partial(named_last, besides, spots[0][2])
    if not others and any(meant(field, actor, layout, sign, subjects, cast) for layout, sign, subjects in open_):
        return None
    who = ", ".join(dict.fromkeys(others))
    return f"{field}: the text gives this part to {who}, not to {actor}" if who else f"{field}: nothing makes this {actor}'s part"


def _holds_only(field: str, layout: Layout, sign: Sign, party: Party) -> bool:
    """Whether a word has a party before it only as one that holds a place, and tells of a deed besides: opposition-held."""
    return field not in ASKING and not sign.names & {"control"} and attributive(layout, party) and sign.first - party.last <= 1


def _object(layout: Layout, sign: Sign, subjects: Sequence[Party], besides: frozenset[str], cast: Cast) -> bool:
    """Whether what stands behind a verb may be its object: the claim has it for one, and the subject may be left unsaid."""
    first = subjects[0]
    return layout.order == "after" and first.first >= sign.last and bool(cast.meant(first) & besides)


def _left_out(layout: Layout, sign: Sign, subjects: Sequence[Party]) -> bool:
    """Whether nobody is told to do what a word tells: a noun or a passive without its doer."""
    return not subjects and (nominal(layout, sign) or passive(layout, sign))


def _starts(spots: Sequence[Spot], cast: Cast) -> Iterator[int]:
    """Where the spans and their sentences begin; behind a quotation mark that opens one, too."""
    tokens = cast.scene.reading.tokens
    for layout, first, last in spots:
        yield from (tokens[first].start, tokens[min(first + 1, last - 1)].start, layout.sentence.start)


def _outdone(kin: frozenset[str], besides: frozenset[str], spots: Sequence[Spot], cast: Cast) -> bool:
    """Where no word tells it: whether others stand free in the span, or before it where the party stands only behind it."""
    inside, before, own = list[Party](), list[Party](), list[Party]()
    for layout, first, last in spots:
        if layout.roles.get(first) in CONDITIONS:
            return False  # what one demands is that another does something
        for party in layout.parties:
            if cast.meant(party) & kin:
                own.append(party)
                if party.first < last and _heads(layout, party, first) and not inside:
                    return False
            elif cast.meant(party) & besides or party.how in ("pronoun", "unknown") or attributive(layout, party):
                continue
            elif cast.acts(party):
                if first <= party.first < last and governed(layout, party) in ("", "by"):
                    inside.append(party)
                elif party.last <= first and not governed(layout, party):
                    before.append(party)
    return bool(inside) or bool(own and before)


def _heads(layout: Layout, party: Party, first: int) -> bool:
    """Whether a party stands where somebody may stand who does something: free, behind "by", or as an adjective of the span."""
    if attributive(layout, party) or (party.how == "demonym" and party.first < first):
        return False
    role = governed(layout, party)
    return role in ("", "by") or (role == "in" and not any(place.first == party.first for place in layout.localities))


def _namesake(actor: str, party: Party, cast: Cast) -> bool:
    """Whether a name that no pack has shares its chief word with what stands there."""
    if actor in cast.scene.packs.actors:
        return False
    fold = cast.scene.packs.folding.fold
    worded = fold(party.text)
    return any(word in worded for word in fold(actor).split() if len(word) >= CHIEF)


def _speaks(actor: str, layout: Layout, sign: Sign, cast: Cast) -> bool:
    """Whether a word stands in what a party is made to say, in whose name its spokesman is called: "a spokesman | for Alfa"."""
    return layout.order == "after" and cast.speaks(actor, cast.scene.reading.tokens[sign.first].start)


def _own_words(actor: str, layout: Layout, sign: Sign, subjects: Sequence[Party], cast: Cast) -> bool:
    """Whether a party says of itself what it does: "we reject", in its own words."""
    said = "first" in sign.features or any(name.endswith(OURS) for name in sign.names) or any(
        "speaker" in party.features for party in subjects)
    return said and cast.speaks(actor, cast.scene.reading.tokens[sign.first].start)


def _rivals(
    field: str, spots: Sequence[Spot], kin: frozenset[str], besides: frozenset[str], triggers: Sequence[Trigger], cast: Cast
) -> list[str]:
    """Those who stand free in the spans and are nobody else in the claim, where the party itself does not stand there."""
    here = [
        (layout, party) for layout, first, last in spots for party in layout.parties if party.first < last and first < party.last
    ]
    if any(cast.meant(party) & kin for _, party in here) or any(party.how == "pronoun" for _, party in here):
        return []
    objects = [party for layout, sign in triggers for party in patients(layout, sign)]
    agents = [party for layout, sign in triggers for party in doers(layout, sign)]
    return [
        party.actor
        for layout, party in here
        if party.actor
        and party.how != "unknown"
        and cast.acts(party)
        and (field in ASKING or not cast.onlooker(party.actor))
        and party.actor not in besides
        and (not governed(layout, party) or (governed(layout, party) == "by" and (party in agents or not triggers)))
        and party not in objects
        and not attributive(layout, party)
    ]


def means(field: str, actor: str, layout: Layout, sign: Sign | None, subjects: Sequence[Party], cast: Cast) -> bool:
    """Whether a word without a subject may be this party's: named in the sentence, speaking, named last, or last to do it."""
    tokens, first = cast.scene.reading.tokens, sign.first if sign else layout.sentence.first
    if field in ASKING and (sign is None or not sign.names & WORDS) and _makes(layout, cast.kin(actor), cast):
        return True
    if sign is None and first + 1 < layout.sentence.last and tokens[first].kind == "punctuation":
        first += 1  # within the quotation that a mark opens
    start = tokens[first].start
    own = (sign is not None and "first" in sign.features) or any("speaker" in party.features for party in subjects)
    if own and any(said.chain[-1].actor for said in cast.scene.voices(start)):
        return cast.speaks(actor, start) or name_near(actor, [layout], cast)
    if own and cast.voice is not None and not cast.scene.voices(start):
        return cast.voice in cast.kin(actor)
    if own and field in ASKING and not cast.scene.voices(start) and not cast.quoted(start) and cast.issues(actor):
        return True
    pronoun = next((party for party in subjects[:1] if party.how == "pronoun"), None)
    aside = pronoun is not None and "speaker" not in pronoun.features and cast.quoted(start)
    words = field in ASKING | SAYING.keys() or (sign is not None and bool(sign.names & WORDS))
    if (words and not aside and cast.speaks(actor, start)) or name_near(actor, [layout], cast):
        return True
    if words and not cast.named(layout) and cast.echoes(actor, start):
        return True
    if cast.people(actor):
        before = pronoun is not None and field in ASKING and bool(cast.last(layout, BEFORE) & cast.kin(actor))
        return before or (sign is not None and _people_do(actor, layout, sign))
    if cast.onlooker(actor) and field not in ASKING and sign is not None and not sign.names & HELPING:
        return False
    return _spoken_of(field, actor, layout, sign, pronoun, cast)


def _makes(layout: Layout, kin: frozenset[str], cast: Cast) -> bool:
    """Whether a proposal is named with the nation whose it is, which so wants what it holds: the Russian paper."""
    ends = {sign.last for sign in layout.signs if sign.names & {"vessel", "proposal"}}
    return any(party.how == "demonym" and party.first in ends and cast.meant(party) & kin for party in layout.parties)


def _spoken_of(field: str, actor: str, layout: Layout, sign: Sign | None, pronoun: Party | None, cast: Cast) -> bool:
    """Whether the sentence, or what it goes on from, speaks of a party as of one that may do this."""
    kin = cast.kin(actor)
    named = [party for party in layout.parties if cast.meant(party) & kin]
    here = [party for party in named if field in ASKING or not _mere_place(layout, party)]
    if not named and pronoun is None and cast.stands(actor, [layout]):
        return True
    if not here and field not in ASKING and sign is not None and (nominal(layout, sign) or passive(layout, sign)):
        often = usual(sign.names, cast)
        if often:
            return bool(often & kin)
    free = list(_free(field, layout, sign, pronoun, cast))
    if free and not (field not in ASKING and sign is not None and _behind(here, layout, sign)):
        return any(cast.meant(party) & kin for party in free)
    if pronoun is not None and here and all(
            cast.meant(party) & kin or not cast.acts(party) or party.first > pronoun.first for party in layout.parties):
        return any(party.last <= pronoun.first and governed(layout, party) not in FACED for party in here)
    if pronoun is not None and PERSON in pronoun.features and kin & cast.persons(layout, BEFORE):
        return True
    if pronoun is not None:
        return bool(cast.last(layout, BEFORE) & kin) or _they(actor, layout, pronoun, cast)
    if here:
        return _may_act(here, layout, sign)
    if named and sign is not None and field not in ASKING:
        return again(field, kin, layout, sign, cast) or bool(usual(sign.names, cast) & kin)
    others = any(party.how == "name" and not attributive(layout, party) for party in layout.parties)
    if not others and cast.last(layout, BEFORE) & kin:
        return True
    return sign is not None and (again(field, kin, layout, sign, cast) or bool(usual(sign.names, cast) & kin))


def _mere_place(layout: Layout, party: Party) -> bool:
    """Whether a name of a nation only says where or of which land something is: in Syria, the Syrian town."""
    if party.how == "demonym":
        return True
    place = any(locality.first < party.last and party.first < locality.last for locality in layout.localities)
    return place and governed(layout, party) in PLACING


def _they(actor: str, layout: Layout, pronoun: Party, cast: Cast) -> bool:
    """Whether "they" between quotation marks may be this party: one named shortly before, who is not the one speaking."""
    return cast.quoted(pronoun.start) and cast.stands(actor, [layout], BEFORE) and not cast.speaks(actor, pronoun.start)


def _free(field: str, layout: Layout, sign: Sign | None, pronoun: Party | None, cast: Cast) -> Iterator[Party]:
    """Those who stand before a word, or before its pronoun, and may be its subject; of a deed, those of its clause alone."""
    if sign is None:
        return
    inside = field not in ASKING and pronoun is None
    first = layout.clause(sign.first)[0] if inside else layout.sentence.first
    last = sign.first if pronoun is None else pronoun.first
    for party in layout.parties:
        if not (first <= party.first and party.last <= last and party.how != "pronoun" and cast.acts(party)):
            continue
        if inside and (party.how == "unknown" or attributive(layout, party)):
            continue
        if not governed(layout, party):
            yield party


def _may_act(named: Sequence[Party], layout: Layout, sign: Sign | None) -> bool:
    """Whether one of those named stands where somebody who acts may stand: not only behind a preposition, not as the object."""
    objects = patients(layout, sign) if sign else []
    verb = sign is not None and sign.pos == "verb" and "control" not in sign.names
    verb = verb and sign is not None and not nominal(layout, sign) and not passive(layout, sign)
    barred = OBLIQUE if verb else FACED
    if any(governed(layout, party) == "to" and layout.roles.get(party.last) == "so" for party in named):
        return True  # a pretext for the army so that it goes on
    held = sign is not None and "control" in sign.names
    return any(held or governed(layout, party) not in barred if attributive(layout, party) and held
               else party not in objects and not attributive(layout, party) and governed(layout, party) not in barred
               for party in named)


def _behind(named: Sequence[Party], layout: Layout, sign: Sign) -> bool:
    """Whether one of those named stands behind a noun as the one whose doing it is: the attack that the army began."""
    objects = patients(layout, sign)
    return nominal(layout, sign) and any(
        party.first >= sign.last and party not in objects
        and (governed(layout, party) in ("by", "from") or (not governed(layout, party) and party.first - sign.last <= NEAR))
        for party in named
    )


def _people_do(actor: str, layout: Layout, sign: Sign | None) -> bool:
    """Whether people at large stand where the subject of a word stands: before it, or right behind it where that is its place."""
    names = {f"people:{actor}", f"population:{actor}"}
    return any(
        names & other.names
        and not other.features & {"to", "by"}
        and layout.roles.get(other.first - 1, "") not in NOT_THEIRS
        and (sign is None or _stands_as_subject(other, layout, sign))
        for other in layout.signs
    )


def _stands_as_subject(people: Sign, layout: Layout, sign: Sign) -> bool:
    first, _ = layout.clause(sign.first)
    if first <= people.first < sign.first:
        return layout.order != "after" or sign.first - people.last <= NEAR
    return layout.order == "after" and 0 <= people.first - sign.last < NEAR


def name_near(actor: str, layouts: Sequence[Layout], cast: Cast, before: int = BEFORE) -> bool:
    """Whether a name that no pack has stands in the sentences or shortly before: whole, or by its chief word."""
    if actor in cast.scene.packs.actors:
        return False
    fold, reading = cast.scene.packs.folding.fold, cast.scene.reading
    number = cast.scene.numbers(layouts[0].sentence.first, layouts[0].sentence.first + 1).start
    start = reading.sentences[max(0, number - before)].start
    near = fold(reading.document.text[start : layouts[-1].sentence.end])
    return any(word in near for word in fold(actor).split() if len(word) >= CHIEF)


def _only_aimed(layout: Layout, sign: Sign, kin: frozenset[str], cast: Cast) -> bool:
    """Whether all that the clause says of a party is that something is said or done to it."""
    first, last = layout.clause(sign.first)
    here = [party for party in layout.parties if first <= party.first < last and cast.meant(party) & kin]
    return bool(here) and all(governed(layout, party) in AIMED for party in here)


def _suffers(layout: Layout, sign: Sign, kin: frozenset[str], cast: Cast) -> bool:
    return any(cast.meant(party) & kin for party in patients(layout, sign))
