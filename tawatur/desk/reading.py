"""Reports into a case, and what a person says about them afterwards."""

import glob
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Literal

from tawatur import documents
from tawatur.desk.indexing import Indexer
from tawatur.desk.reviewing import Who, forgotten, undone
from tawatur.documents import Handed, Hints
from tawatur.documents.outlets import outlets
from tawatur.errors import InputError, TawaturError
from tawatur.packs import Packs
from tawatur.pipeline import understand
from tawatur.ports import Store
from tawatur.records import Action, Claim, Document, Draft, Outlet, Reading, Review, Setback, Time
from tawatur.records.review import Values
from tawatur.records.written import restore, write
from tawatur.review import said as decided_on

SENSITIVITIES = ("public", "internal", "restricted")
SAMPLES = Path(__file__).parents[1] / "samples"
"""The reports that come with the program, invented by us."""
UNKNOWN = "unknown"
"""What a person says of a report's day or outlet to take back what stands there."""

SAYINGS: Mapping[Action, Sequence[str]] = {"date": ("published",), "correct": ("outlet", "language", "sensitivity")}
"""The actions by which a person says something of a report, and of which fields."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one report: `known` when the case held it already and nothing new was said about it; `forgotten` when it was
    dropped for good, and stays so.

    `setback` is what could not be read, or the first thing in a report that was.
    """

    document: str
    name: str
    outcome: Literal["read", "known", "again", "unreadable", "forgotten"]
    claims: int = 0
    setback: Setback | None = None


def checked(said: Mapping[str, str | None], languages: Collection[str], *, taking_back: bool = False) -> dict[str, str]:
    """What a person says about a report, without what was left unsaid; a value that cannot be is an InputError.

    `taking_back` allows to say that the day or the outlet is unknown after all.
    """
    given = {key: value.strip() for key, value in said.items() if value is not None}
    if empty := [key for key, value in given.items() if not value]:
        raise InputError(f"--{empty[0]} is empty" + (f"; to take it back, say {UNKNOWN}" if taking_back else "; leave it out"))
    unsaid = [key for key in ("published", "outlet") if given.get(key, "").casefold() == UNKNOWN]
    if unsaid and not taking_back:
        raise InputError(f"--{unsaid[0]} {UNKNOWN}: leave it out where nobody knows it")
    given.update(dict.fromkeys(unsaid, UNKNOWN))
    if "published" in given and "published" not in unsaid:
        given["published"] = _day(given["published"])
    if "language" in given and (given := {**given, "language": given["language"].lower()})["language"] not in languages:
        raise InputError(f"nothing is known of a language “{given['language']}”; known are {', '.join(sorted(languages))}")
    if given.get("sensitivity", "public") not in SENSITIVITIES:
        raise InputError(f"“{given['sensitivity']}” is no sensitivity; allowed are {', '.join(SENSITIVITIES)}")
    return given


def _day(said: str) -> str:
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise InputError(f"“{said}” is no day; write it as 2019-01-31") from None


def check_paths(paths: Sequence[str]) -> None:
    """Whether every path leads somewhere; asked before a case is made for nothing."""
    if missing := [path for path in paths if path != "-" and not Path(path).exists() and not glob.glob(path, recursive=True)]:
        raise InputError(f"no such file or folder: {', '.join(missing)}")


def read(case: Store, paths: Sequence[str], said: Mapping[str, str], packs: Packs, again: bool = False,
         beside: Path | None = None) -> Iterator[Step]:
    """Read reports one by one; each is in the case before its step is told, so that stopping between two loses nothing.

    `beside` is the case's own file, which may lie in the folder that is read.
    """
    own = {str(beside.resolve()) + ending for ending in ("", "-wal", "-shm")} if beside else set()
    indexer = Indexer(packs)
    before, seen, noted = list(case.setbacks()), set[str](), set[Setback]()
    for handed in documents.read(paths, _hints(said), packs):
        if isinstance(handed, Setback):
            if str(Path(handed.document).resolve()) in own:
                continue
            case.note(handed)
            noted.add(handed)
            yield Step(handed.document, handed.document, "unreadable", setback=handed)
        else:
            seen.add(handed.document.path or "")
            yield _take(case, handed, said, indexer, again)
    for setback in before:  # what can be read now
        if setback not in noted and (setback.document in seen or setback.document.rpartition(":")[0] in seen):
            case.forgive(setback)


def _hints(said: Mapping[str, str]) -> Hints:
    known = {field.name for field in fields(Hints)}
    return Hints(**{key: value for key, value in said.items() if key in known})


def _take(case: Store, handed: Handed, said: Mapping[str, str], indexer: Indexer, again: bool) -> Step:
    document = handed.document
    before = case.given(document.id)
    if before is None:
        return _take_in(case, handed, said, indexer)
    settled = decided_on(list(case.reviews(document.id)))
    news = {key: value for key, value in said.items() if key not in settled}
    if not again and {**before, **news} == before:
        return Step(document.id, document.name, "known")
    # What is said of many reports at once counts where a report does not speak for itself: reading has weighed that already.
    now = replace(case.document(document.id), **{key: getattr(document, key) for key in news})
    return _renew(case, now, {**before, **news}, indexer)


def _take_in(case: Store, handed: Handed, said: Mapping[str, str], indexer: Indexer) -> Step:
    document = handed.document
    reading = _understood(document, indexer.packs)
    with case.together():
        if forgotten(case, document.id):  # asked but here: few are, and somebody may say so while it is being understood
            return Step(document.id, document.name, "forgotten")
        case.put(indexer.entry(reading, handed.original, said))
    return _step(reading, "read")


def revise(case: Store, id: str, said: Mapping[str, str], packs: Packs, who: Who) -> Step:
    """Say about a report what it did not say itself; everything relative in it resolves anew. Its text stays as it was.

    A day is a decision of its own in the ledger; what else is said is one that corrects the report.
    """
    held = case.document(id)
    now = amended(held, said, packs)
    reading = _understood(now, packs)
    with case.together():
        _unchanged(case, held)
        for action, names in SAYINGS.items():
            if told := [name for name in names if name in said]:
                case.append(_draft(action, held, now, told, who))
        _put_again(case, reading, case.given(held.id) or {}, Indexer(packs))
    return _step(reading, "again")


def _draft(action: Action, held: Document, now: Document, fields: Sequence[str], who: Who) -> Draft:
    before, after = ({name: values[name] for name in fields} for values in (write(held), write(now)))
    return Draft(action, held.id, who.by, who.at, documents=(held.id,), before=before, after=after, note=who.note)


def undo(case: Store, taken_back: Review, packs: Packs, who: Who) -> Review:
    """Take back what a person said of a report: what was said before counts again, or what the report says itself."""
    held = case.document(taken_back.documents[0])
    with case.together():
        made = undone(case, taken_back, who)
        now = _with_values(held, _values(list(case.reviews(held.id))))
        reading = _understood(now, packs)
        _put_again(case, reading, case.given(held.id) or {}, Indexer(packs))
    return made


def _values(entries: Sequence[Review]) -> Values:
    """What counts of a report after all that was said of it: the last word on a field, or what stood there before the first."""
    spoken = [entry for entry in entries if entry.action in ("date", "correct") and entry.target in entry.documents]
    first: Values = {}
    for entry in spoken:
        first = {**(entry.before or {}), **first}
    return {**first, **decided_on(entries)}


def _with_values(document: Document, values: Values) -> Document:
    restored: dict[str, type] = {"published": Time, "outlet": Outlet}
    return replace(document, **{name: restore(restored[name], value) if value and name in restored else value
                                for name, value in values.items()})


def _renew(case: Store, document: Document, given: Mapping[str, str], indexer: Indexer) -> Step:
    held = case.document(document.id)
    reading = _understood(document, indexer.packs)
    with case.together():
        _unchanged(case, held)
        _put_again(case, reading, given, indexer)
    return _step(reading, "again")


def _put_again(case: Store, reading: Reading, given: Mapping[str, str], indexer: Indexer) -> None:
    case.put(indexer.entry(reading, None, given, list(case.reviews(reading.document.id))))


def _unchanged(case: Store, held: Document) -> None:
    """Whether a report is still what it was when its understanding began; else somebody's word would be written over."""
    if forgotten(case, held.id) or case.document(held.id) != held:
        raise InputError(f"{held.name}: somebody else changed this report meanwhile; run the same command again")


def _step(reading: Reading, outcome: Literal["read", "again"]) -> Step:
    document = reading.document
    return Step(document.id, document.name, outcome, len(reading.claims), next(iter(reading.setbacks), None))


def amended(document: Document, said: Mapping[str, str], packs: Packs) -> Document:
    """The document with a person's word in place of its own."""
    if day := said.get("published"):
        document = replace(document, published=None if day == UNKNOWN else Time(day, day, "", "reviewer"))
    if name := said.get("outlet"):
        document = replace(document, outlet=None if name == UNKNOWN else outlets(packs).named(name))
    return replace(document, language=said.get("language", document.language),
                   sensitivity=said.get("sensitivity", document.sensitivity))


def _understood(document: Document, packs: Packs) -> Reading:
    try:
        return _distinct(understand(document, packs))
    except TawaturError:
        raise
    except Exception as error:  # one bad page never stops a run; it stands in the case, with what went wrong
        reason = f"{document.name}: the rules failed ({type(error).__name__}: {error}); please report it"
        return Reading(document, setbacks=(Setback(document.id, "understand", reason),))


def _distinct(reading: Reading) -> Reading:
    """The reading with one claim an id: two of the same id are a mistake of the rules, which must not stop a run either."""
    claims: dict[str, Claim] = {}
    for claim in reading.claims:
        claims.setdefault(claim.id, claim)
    if len(claims) == len(reading.claims):
        return reading
    reason = f"{reading.document.name}: {len(reading.claims) - len(claims)} claims had the id of another; please report it"
    return replace(reading, claims=tuple(claims.values()),
                   setbacks=(*reading.setbacks, Setback(reading.document.id, "understand", reason)))
