"""What a case hands out: briefings, exports, the schema of an export."""

import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tawatur.errors import CaseError, InputError
from tawatur.packs import Packs
from tawatur.ports import Store

if TYPE_CHECKING:
    from tawatur.proofs import Grounds, Proof


def brief(case: Store, packs: Packs, language: str, form: str, made_at: str, short: bool = False) -> str:
    """The briefing of a case, or its front page, in a language (`en`, `ar`) and a form (`txt`, `md`, `html`).

    Every line of it was held against the words that it cites; one that does not stand there is withheld.
    """
    from tawatur import briefing

    made = proved(case, packs, language, made_at).brief
    with suppress(CaseError):  # a case that cannot be written here is told all the same
        case.look(made_at)
    return briefing.render(briefing.front(made) if short else made, language, form)


def proved(case: Store, packs: Packs, language: str, made_at: str) -> "Proof":
    """The briefing of a case as it may be told in a language, with what was found when it was held against its sources."""
    from tawatur import briefing, ledgers, proofs
    from tawatur.desk.accounts import derived
    from tawatur.desk.changing import since_last
    from tawatur.desk.deriving import all_derived
    from tawatur.desk.ledgers import named

    documents, claims, account = list(case.documents()), list(case.claims()), derived(case, packs)
    news = since_last(case, packs, account)
    told, reports = {claim.id: claim for claim in claims}, {document.id: document for document in documents}
    made = briefing.brief(
        account.episodes, documents, claims, made_at=made_at, named=named(case, packs),
        attributions=list(case.attributions()), refusals=list(case.refusals()), unread=list(case.unread()),
        setbacks=list(case.setbacks()), facts=account.facts, changes=news.changes, since=news.since, derived=all_derived(case),
        coverage=ledgers.coverage(account.facts, told, reports, packs.actors),
    )
    return proofs.prove(made, language, grounds(case, packs))


def grounds(case: Store, packs: Packs) -> "Grounds":
    """What the lines of a case's briefings are held against."""
    from tawatur.proofs import Grounds

    @cache
    def parties(document: str) -> tuple[tuple[int, int, str], ...]:
        read: Sequence[Mapping[str, Any]] = case.mentioned(document).parties
        return tuple((one["start"], one["end"], one["actor"]) for one in read if one.get("actor"))

    return Grounds(list(case.documents()), packs, parties)


def export(case: Store, packs: Packs) -> Iterator[str]:
    """The lines of a JSON Lines export, with all that is derived from the claims."""
    from tawatur.desk.accounts import derived
    from tawatur.exports import jsonl

    made = derived(case, packs)
    return (line + "\n" for line in jsonl.lines(case, (*made.copies, *made.links, *made.facts, *made.episodes)))


def schema() -> str:
    """The JSON Schema of a line of an export."""
    from tawatur.exports.schema import schema as made

    return json.dumps(made(), ensure_ascii=False, indent=2) + "\n"


def write(path: Path, pieces: Iterable[str]) -> None:
    """A whole file or none: written beside its place, then moved there; an older one stays until the new one is complete."""
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, 0o666 & ~_umask())
        os.replace(beside, path)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
