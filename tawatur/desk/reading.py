"""Reports into a case, and what a person says about them afterwards."""

import glob
from collections.abc import Iterator, Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one report: `known` when the case held it already and nothing new was said about it."""

    document: str
    name: str
    outcome: Literal["read", "known", "again", "unreadable"]
    claims: int = 0
    setback: Setback | None = None


def checked(said: Mapping[str, str | None]) -> dict[str, str]:
    """What a person says about a report, without what was left unsaid; a value that cannot be is an InputError."""
    given = {key: value.strip() for key, value in said.items() if value and value.strip()}
    if "published" in given:
        try:
            given["published"] = date.fromisoformat(given["published"]).isoformat()
        except ValueError:
            raise InputError(f"“{given['published']}” is no day; write it as 2019-01-31") from None
    if given.get("sensitivity", "public") not in SENSITIVITIES:
        raise InputError(f"“{given['sensitivity']}” is no sensitivity; allowed are {', '.join(SENSITIVITIES)}")
    return given


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
        return Step(document.id, document.name, "read", len(reading.claims))
    if again or {**before, **said} != before:
        return _revise(case, document.id, said, indexer)
    return Step(document.id, document.name, "known")


def revise(case: Store, id: str, said: Mapping[str, str], packs: Packs) -> Step:
    """Say about a report what it did not say itself; everything relative in it resolves anew. Its text stays as it was."""
    return _revise(case, id, said, Indexer(packs))


def _revise(case: Store, id: str, said: Mapping[str, str], indexer: Indexer) -> Step:
    held = case.document(id)
    before = case.given(held.id) or {}
    reading = _understood(amended(held, said, indexer.packs), indexer.packs)
    case.put(indexer.entry(reading, None, {**before, **said}))
    return Step(held.id, held.name, "again", len(reading.claims))


def amended(document: Document, said: Mapping[str, str], packs: Packs) -> Document:
    """The document with a person's word in place of its own."""
    if day := said.get("published"):
        document = replace(document, published=Time(day, day, "", "reviewer"))
    if name := said.get("outlet"):
        document = replace(document, outlet=outlets(packs).named(name))
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
