"""Who surely does what a word tells, and who does it all through a report."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tawatur.grounding.cast import Cast
from tawatur.grounding.doers import HARM, coordinated, doers
from tawatur.grounding.scene import Layout, Sign
from tawatur.records import Party

Trigger = tuple[Layout, Sign]
AGAIN = 8
"""Sentences before one within which it goes on telling of the same doing: the air strikes."""
DEED = "event:"
"""What the signs of deeds begin with."""
ASKING = frozenset({"party", "by"})
"""Doing that is done to somebody by words."""


def subjects_of(triggers: Sequence[Trigger]) -> Iterator[tuple[Layout, Sign, Sequence[Party]]]:
    """Each word with its subjects; of the readings of one word those that have one, a joined adjective before all."""
    words: dict[tuple[int, int], list[tuple[Layout, Sign, Sequence[Party]]]] = {}
    for layout, sign in triggers:
        subjects = doers(layout, sign)
        alone = _relative(layout, sign, subjects)
        both = [*subjects, *(other for party in subjects[:0 if alone else 1] for other in coordinated(layout, party))]
        words.setdefault((layout.sentence.first, sign.first), []).append((layout, sign, both))
    for readings in words.values():
        readings.sort(key=lambda one: not any(name.startswith(DEED) for name in one[1].names))
        qualified = [one for one in readings if one[2] and one[1].pos != "verb" and _next_to(one[2][0], one[1])]
        if qualified:  # a nation's adjective beside it makes it a noun: a Russian offer
            yield from qualified
            continue
        joined = [one for one in readings if one[1].pos == "adj" and one[2] and "control" in one[1].names]
        yield from joined or [one for one in readings if one[2]] or readings[:1]


def _relative(layout: Layout, sign: Sign, subjects: Sequence[Party]) -> bool:
    """Whether a word stands in a relative clause, which hangs on the last of those who are named together."""
    first, _ = layout.clause(sign.first)
    return layout.roles.get(first) == "which" and bool(subjects) and 0 <= first - subjects[0].last <= 1


def _next_to(party: Party, sign: Sign) -> bool:
    """Whether a nation's adjective stands right beside a word."""
    return party.how == "demonym" and (party.last == sign.first or party.first == sign.last)


def sure(field: str, subjects: Sequence[Party], sign: Sign, cast: Cast, known: bool) -> list[str]:
    """The actors that a word's doers surely mean; empty where nothing, a pronoun, or somebody nobody knows stands there.

    A name that no pack knows is no argument against an actor that is known: it may be no name at all. One who only looks on does
    no deeds: what stands there is no subject.
    """
    found: list[str] = []
    for party in subjects:
        if (known and party.how == "unknown") or not (party.actor or (known and party.candidates)):
            return []
        joined = 0 <= sign.first - party.last <= 1 and (sign.pos == "adj" or "control" in sign.names)
        joined = joined and not cast.people(party.actor or "")
        stands = cast.acts(party) or joined or _adjective(party, sign, cast) or _crowd(field, party, sign, cast)
        if stands and (field in ASKING or not cast.onlooker(party.actor or "")):
            found.append(cast.called(party.actor) if party.actor else party.text)
    return found


def _crowd(field: str, party: Party, sign: Sign, cast: Cast) -> bool:
    """Whether people at large do it: they ask and they leave, and kill nobody."""
    if not cast.people(party.actor or "") or party.how not in ("name", "description") or sign.names & HARM:
        return False
    return sign.pos == "verb" and "noun" not in sign.features and (field in ASKING or "exit" in sign.names)


def _adjective(party: Party, sign: Sign, cast: Cast) -> bool:
    """Whether a nation's adjective says whose doing a noun is; of those killed it says who they are."""
    return party.how == "demonym" and not cast.people(party.actor or "") and not any(name in HARM for name in sign.names)


def usual(names: frozenset[str], cast: Cast) -> frozenset[str]:
    """Those who are told most often in the whole report to do what a word tells; nobody where it tells no deed.

    A passive or a bare noun leaves out who did it where the report has made plain who does it all the time.
    """
    deeds = sorted((name for name in names if name.startswith(DEED) and not name.endswith(":")), key=len, reverse=True)
    return frozenset().union(*(_most(deed, cast) for deed in deeds))


def _most(deed: str, cast: Cast) -> frozenset[str]:
    known = cast.usually.get(deed)
    if known is None:
        tally: Counter[str] = Counter()
        for number in range(len(cast.scene.reading.sentences)):
            layout = cast.scene.layout(number)
            told = [(layout, sign) for sign in layout.signs if deed in sign.names]
            tally.update({actor for _, sign, those in subjects_of(told) for actor in sure("actor", those[:1], sign, cast, True)})
        tally = Counter({one: count for one, count in tally.items() if not cast.unable(one, deed.split(":")[1], "")})
        most = max(tally.values(), default=0)
        known = cast.usually[deed] = frozenset(actor for actor, count in tally.items() if count == most)
    return known


def again(field: str, kin: frozenset[str], layout: Layout, sign: Sign, cast: Cast) -> bool:
    """Whether this party was told last, before the sentence, to do the same."""
    same = {name for name in sign.names if name.count(":") == 1 and not name.endswith(":")}
    for other in cast.scene.earlier(layout, AGAIN):
        told = [(other, one) for one in other.signs if one.names & same and one.told]
        last = {actor for _, one, those in subjects_of(told) for actor in sure(field, those, one, cast, True)}
        if last:
            return bool(last & kin)
    return False
