"""Conditions: a need that is not met, a hardship named, or what keeps people in and aid out."""

from collections.abc import Iterator

from tawatur.claims.build import build
from tawatur.claims.clauses import Clause
from tawatur.claims.denials import negated
from tawatur.claims.frames import Frame, Framer
from tawatur.claims.heard import Heard, pointing
from tawatur.claims.issues import population
from tawatur.claims.moods import modality
from tawatur.claims.sides import FIGHTING, PEOPLE, kind
from tawatur.claims.subjects import agent_of, in_passing, next_verb
from tawatur.claims.syntax import SETTLEMENTS, Syntax
from tawatur.claims.told import BEARING, Rows, fitting, of_word
from tawatur.claims.voices import Voices
from tawatur.packs.rows import Row
from tawatur.records import Claim, Condition, Mention

DEFINITE = frozenset({"definite", "its", "their", "our"})
EXIT_REFUSED = "exit_refused"
ARMED = frozenset({"kind:armed_group", "kind:army"})
"""Features of parties that are described, and not named, as armed."""
DRIVEN = "displaces"
"""The class of words for driving people from where they live."""
SETTLED = "settled"
"""The mode of words for shutting off, which is a siege where it is a settlement."""
NOBODY = "no"
"""What a row says that blames nobody: who does what its word tells suffers from it."""
WARNING = "warns"
"""The stance whose object is feared."""
NEEDED = ("need", "source", "fodder")
"""Classes of words whose value is the sector of what they name."""
SERVING = frozenset({"shelter", "water", "communications"})
"""Sectors of what a hospital cannot do without."""
LACKED = frozenset({"need", "staff"})
"""Classes of words for what people cannot do without."""
FED = frozenset({"people", "families"})
LONG = 6
"""Tokens behind a word for being enough in which the time stands for which it is."""
NEAR = 7
AROUND = 8


def conditions(syntax: Syntax, framer: Framer, voices: Voices, rows: Rows, heard: Heard) -> Iterator[Claim]:
    """The conditions in a sentence; of one sector and barrier one a clause. `rows` are those of the table `hardships`."""
    told: set[tuple[int, str, str | None]] = set()
    for term, sector, barrier, by in _found(syntax, framer, rows):
        clause = syntax.clause_at(term.first)
        key = (clause.first, sector, barrier)
        if key in told:
            continue
        told.add(key)
        first, last = max(clause.first, term.first - AROUND), min(clause.last, term.last + AROUND)
        said = Condition(sector, barrier, by, population(syntax, clause.first, clause.last))
        how = _put(syntax, term, clause)
        passing = in_passing(syntax, term)
        yield heard.again(build(syntax, voices, said, first, last, trigger=term.first, rule=term.rule, modality=how,
                                timed=not passing), passing or (term.attrs["class"] != "need" and pointing(syntax, term)))


def _counted(syntax: Syntax, term: Mention) -> bool:
    """Whether a word for people in need is only the noun that a number counts: 800 displaced people, which a figure tells."""
    return any(quantity.first < term.first and term.last <= quantity.last
               for quantity in syntax.quantities_in(term.first - NEAR, term.last))


def _put(syntax: Syntax, term: Mention, clause: Clause) -> str:
    """How a condition is put; who says that he will let nobody through keeps them from it already."""
    how = modality(syntax, term, clause)
    if _feared(syntax, term, clause):
        return "possible"
    if how == "possible" and syntax.roles.get(term.first - 1) == "can" and negated(syntax, term, clause):
        return "asserted"  # what nobody can do is so already
    return "asserted" if how == "planned" and term.attrs["class"] == "stance" else how


def _feared(syntax: Syntax, term: Mention, clause: Clause) -> bool:
    """Whether somebody warns of it: so it has not come about; what is warned to be so has a verb of its own."""
    warnings = [word for word in syntax.of_class("stance") if clause.first <= word.first < term.first
                and word.attrs["value"] == WARNING]
    return bool(warnings) and not in_passing(syntax, term) and next_verb(syntax, warnings[-1].last, term.first) is None


def _found(syntax: Syntax, framer: Framer, rows: Rows) -> Iterator[tuple[Mention, str, str | None, tuple[str, ...]]]:
    for term in syntax.terms:
        told = term.attrs["class"]
        if told == "condition" and (term.attrs.get("mode") or not _counted(syntax, term)):
            yield term, term.attrs["value"], term.attrs.get("mode") or None, ()
        elif told == "siege":
            frame = framer.frame(syntax, term, near=True)
            if not _of_fighters(syntax, frame) and (term.attrs.get("mode") != SETTLED or _settled(syntax, frame.clause)):
                yield term, "movement", "siege", _to_blame(syntax, frame)
        elif told in LACKED and _lacking(syntax, term):
            sector = _sector(syntax, syntax.clause_at(term.first), term.attrs["value"]) or term.attrs["value"]
            yield term, sector, term.attrs.get("mode") or None, ()
        elif known := of_word(rows, term):
            yield from _hardship(syntax, framer.frame(syntax, term, near=True), known)


def _hardship(syntax: Syntax, frame: Frame, rows: list[Row]) -> Iterator[tuple[Mention, str, str | None, tuple[str, ...]]]:
    """What a row of the table says of a word, where it fits; what is kept out names its sector, or it is movement."""
    fit = next(fitting(syntax, frame, [row for row in rows if (row["negated"] == "yes") == frame.negated]), None)
    if fit is None or in_passing(syntax, frame.trigger) or _of_the_armed(syntax, frame, fit):
        return
    sector = fit["sector"] or _sector(syntax, frame.clause) or ("movement" if fit["barrier"] else None)
    if sector is not None:
        yield frame.trigger, sector, fit["barrier"] or None, _to_blame(syntax, frame) if fit["blames"] != NOBODY else ()


def _sector(syntax: Syntax, clause: Clause, own: str | None = None) -> str | None:
    """The sector of what a clause says is needed; a hospital without power or water is one of health."""
    inside = syntax.within(clause.first, clause.last)
    named = [own, *(term.attrs["value"] for term in inside if term.attrs["class"] in NEEDED)]
    chief = next(filter(None, named), None)
    return "health" if chief in SERVING and "health" in named else chief


def _of_the_armed(syntax: Syntax, frame: Frame, fit: Row) -> bool:
    """Whether those who are kept in, or live so, are armed, or may only come to it: no hardship of those who live there."""
    if fit["class"] == DRIVEN:
        return _armed_alone(syntax, frame.clause.first, frame.clause.last) and not _counted_people(syntax, frame.clause)
    if fit["barrier"] == EXIT_REFUSED:
        return _armed_alone(syntax, frame.first, frame.last)
    supposed = frame.modality == "conditional"
    return fit["blames"] == NOBODY and (supposed or _armed_alone(syntax, frame.clause.first, frame.clause.last))


def _counted_people(syntax: Syntax, clause: Clause) -> bool:
    counted = syntax.quantities_in(clause.first, clause.last)
    return any(said.unit in (*FED, None) and said.population not in BEARING for said in counted)


def _armed_alone(syntax: Syntax, first: int, last: int) -> bool:
    """Whether armed men, and no others, are named in a range."""
    people = {term.attrs.get("value") for term in syntax.within(first, last) if term.attrs["class"] == "people"}
    parties = [party for party in syntax.parties_in(first, last) if not syntax.governed(party)]
    armed = any(kind(syntax, party.actor) in FIGHTING or ARMED & party.features for party in parties)
    return people <= {"fighters"} and (armed or bool(people))


def _lacking(syntax: Syntax, need: Mention) -> bool:
    clause = syntax.clause_at(need.first)
    near = range(max(clause.first, need.first - NEAR), min(clause.last, need.last + NEAR))
    if any(term.attrs["class"] == "lack" and term.first in near for term in syntax.terms):
        return True
    roles = {syntax.roles.get(at) for at in near if at < need.first and at not in syntax.hollow}
    return "no" in roles or {"not", "have"} <= roles or _none(syntax, need) or _running_out(syntax, clause, near)


def _none(syntax: Syntax, need: Mention) -> bool:
    """Whether a noun is denied by itself, where a language has its verbs denied before them too: no ambulances."""
    denied = syntax.has("generic_negation") and syntax.roles.get(need.first - 1) == "not"
    return denied and need.attrs.get("pos") == "noun" and not need.features & DEFINITE


def _running_out(syntax: Syntax, clause: Clause, near: range) -> bool:
    """Whether something is only enough for so long: the oxygen will last for hours."""
    for term in syntax.of_class("suffices"):
        last = min(term.last + LONG, clause.last)
        fed = any(quantity.unit in FED for quantity in syntax.quantities_in(term.last, last))  # enough for so many people
        if term.first in near and not fed and (any(noun.attrs.get("measure") == "duration" and term.last <= noun.first < last
                                       for noun in syntax.of_kind("counted")) or any(syntax.times_in(term.last, last))):
            return True
    return False


def _to_blame(syntax: Syntax, frame: Frame) -> tuple[str, ...]:
    if syntax.roles.get(frame.trigger.first) == "be":  # "were forced", by whoever stands behind "by"
        by = agent_of(syntax, frame.trigger, frame.clause)
        return (by.actor or by.text,) if by is not None and kind(syntax, by.actor) != PEOPLE else ()
    return (frame.party,) if frame.party and kind(syntax, frame.party) != PEOPLE else ()


def _settled(syntax: Syntax, clause: Clause) -> bool:
    """Whether a clause names a settlement by its name or kind: "sealed off the town", and not a street."""
    kinds = {noun.attrs["kind"] for noun in syntax.kinds_in(clause.first, clause.last)}
    return bool(kinds & SETTLEMENTS) or (not kinds and any(syntax.localities_in(clause.first, clause.last)))


def _of_fighters(syntax: Syntax, frame: Frame) -> bool:
    """Whether armed men are those who are surrounded: who holds what, and no hardship of those who live there."""
    word = frame.trigger
    if not (frame.passive or word.attrs.get("pos") == "adj") or in_passing(syntax, word) or not syntax.has("past_participle"):
        return False
    return _armed_alone(syntax, frame.clause.first, word.first)
