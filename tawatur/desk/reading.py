"""Reports into a case, and what a person says about them afterwards."""

import glob
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Literal

from tawatur import documents
from tawatur.desk.indexing import Indexer
from tawatur.documents import Handed, Hints
from tawatur.documents.outlets import outlets
from tawatur.errors import InputError, TawaturError
from tawatur.packs import Packs
from tawatur.pipeline import understand
from tawatur.ports import Store
from tawatur.records import Claim, Document, Reading, Setback, Time

SENSITIVITIES = ("public", "internal", "restricted")
SAMPLES = Path(__file__).parents[1] / "samples"
"""The reports that come with the program, invented by us."""
UNKNOWN = "unknown"
"""What a person says of a report's day or outlet to take back what stands there."""
AFTERWARDS = "afterwards"
"""Beside what a person said of a report: which of it was said about this very report, and outweighs what is said of many."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one report: `known` when the case held it already and nothing new was said about it.

    `setback` is what could not be read, or the first thing in a report that was.
    """

    document: str
    name: str
    outcome: Literal["read", "known", "again", "unreadable"]
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
        reading = _understood(document, indexer.packs)
        case.put(indexer.entry(reading, handed.original, said))
        return _step(reading, "read")
    settled = before.get(AFTERWARDS, "").split()
    news = {key: value for key, value in said.items() if key not in settled}
    if not again and {**before, **news} == before:
        return Step(document.id, document.name, "known")
    # What is said of many reports at once counts where a report does not speak for itself: reading has weighed that already.
    now = replace(case.document(document.id), **{key: getattr(document, key) for key in news})
    return _renew(case, now, {**before, **news}, indexer)


def revise(case: Store, id: str, said: Mapping[str, str], packs: Packs) -> Step:
    """Say about a report what it did not say itself; everything relative in it resolves anew. Its text stays as it was."""
    held = case.document(id)
    before = case.given(held.id) or {}
    settled = " ".join(sorted({*before.get(AFTERWARDS, "").split(), *said}))
    return _renew(case, amended(held, said, packs), {**before, **said, AFTERWARDS: settled}, Indexer(packs))


def _renew(case: Store, document: Document, given: Mapping[str, str], indexer: Indexer) -> Step:
    reading = _understood(document, indexer.packs)
    case.put(indexer.entry(reading, None, given))
    return _step(reading, "again")


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
