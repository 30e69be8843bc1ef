"""How the review desk looks: on a terminal, in a pipe, as JSON; and how the ledger is listed."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tawatur.briefing.card import Cards
from tawatur.desk import reviewing
from tawatur.interfaces.cli import paper
from tawatur.interfaces.cli.explaining import explained
from tawatur.interfaces.cli.keys import keyboard, lines
from tawatur.interfaces.cli.paper import Column
from tawatur.interfaces.cli.signing import say_who, who
from tawatur.interfaces.cli.sitting import Helpers, Sitting, card
from tawatur.interfaces.cli.wording import short, words
from tawatur.ports import Store
from tawatur.records import Claim, Review
from tawatur.records.review import Values
from tawatur.records.written import entitled

if TYPE_CHECKING:
    from tawatur.packs import Packs

WIDEST = 110
LEDGER = (Column("entry", whole=True), Column("when", whole=True), Column("by"), Column("decision", whole=True),
          Column("on"), Column("change", below=True), Column("why", below=True))


class Terminal:
    """A person at a terminal; `key` gives the keys that are pressed."""

    def __init__(self, key: Callable[[], str]) -> None:
        self._key = key

    def show(self, line: str) -> None:
        paper.say(line)

    def key(self) -> str:
        sys.stdout.flush()
        return self._key()

    def line(self, prompt: str) -> str:
        with lines() as read:
            return read(prompt)


def sat(case: Store, path: Path, waiting: Sequence[Claim], language: str, by: str | None,
        packs: "Callable[[], Packs]") -> int:
    """A sitting, where somebody sits at a terminal; else the next claim alone, and how to decide on it."""
    cards = Cards(language, [*case.actors(), *case.places()], list(case.documents()), min(WIDEST, paper.console().width))
    if not waiting:
        paper.say(cards.said("desk_left", 0))
        return 0
    if sys.stdin.isatty() and sys.stdout.isatty():
        signed = who(by)
        say_who(signed.by, by)
        helpers = Helpers(lambda why: who(by, why), packs, lambda id: _explain(path, id))
        with keyboard() as key:
            Sitting(case, waiting, cards, Terminal(key), helpers).sit()
        return 0
    standing = reviewing.standing(case, waiting[0].id)
    for line in card(cards, standing, len(waiting)):
        paper.say(line)
    paper.note(f"decide with: tawatur review accept|reject|correct {short(standing.claim.id)} --case {path}")
    return 0


def _explain(path: Path, id: str) -> None:
    explained(path, id, json=False)


def dumped(case: Store, waiting: Sequence[Claim]) -> int:
    """The next claim as JSON, with what the program itself reads, its report, and how many wait."""
    if not waiting:
        paper.dump({"waiting": 0, "claim": None, "read": None, "report": None})
        return 0
    standing = reviewing.standing(case, waiting[0].id)
    paper.dump({"waiting": len(waiting), "claim": entitled(standing.claim),
                "read": entitled(standing.read) if standing.read else None,
                "report": entitled(case.document(standing.claim.document))})
    return 0


def logged(entries: Sequence[Review], wide: bool, json: bool) -> None:
    """The ledger as a table, or as the records that it is."""
    if json:
        paper.dump([entitled(entry) for entry in entries])
        return
    paper.table(LEDGER, [_row(entry) for entry in entries], "no decisions yet", wide)


def _row(entry: Review) -> Sequence[str]:
    others = " ".join(map(short, entry.others))
    target = entry.target if entry.target == reviewing.SOURCES else short(entry.target)
    return (short(entry.id), entry.at[:16].replace("T", " "), entry.by, words(entry.action), f"{target} {others}".strip(),
            _change(entry), entry.note)


def _change(entry: Review) -> str:
    """What an entry changed, in the fields of the record."""
    if not entry.salt:
        return "(forgotten)"
    before, after = entry.before or {}, entry.after or {}
    kind = str(before.get("kind") or after.get("kind") or "")
    if entry.action == "add":
        return kind
    flat = _flat(before, after, kind)
    return "; ".join(f"{name}: {_shown(old)} → {_shown(new)}" for name, old, new in flat if old != new)


def _flat(before: Values, after: Values, kind: str) -> list[tuple[str, Any, Any]]:
    old, new = before.get(kind), after.get(kind)
    inner = [(name, (old or {}).get(name), value) for name, value in (new or {}).items()]
    return [*inner, *((name, before.get(name), value) for name, value in after.items()
                      if name not in (kind, "id", "engine", "rule", "confidence"))]


def _shown(value: object) -> str:
    match value:
        case None | [] | "":
            return "none"
        case {"start": start, "end": end, "text": text}:
            return str(start if start == end else f"{start}..{end}") if start or end else f"“{text}”"
        case {"name": name}:
            return str(name)
        case list():
            return ", ".join(map(_shown, value))
        case _:
            return str(value)
