"""A sitting at the review desk: one claim after the other, one key each. What was decided is in the case at once."""

import shlex
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from tawatur.briefing.card import Cards
from tawatur.desk import reviewing
from tawatur.desk.reviewing import Who
from tawatur.errors import InputError, UnknownError
from tawatur.ports import Store
from tawatur.records import Claim, Review
from tawatur.records.written import write
from tawatur.review import Standing

if TYPE_CHECKING:
    from tawatur.packs import Packs

FRESH = ("accept", "reject", "correct", "skip", "note", "undo", "explain", "quit")
OPEN = ("keep", "new", "reject", "correct", "skip", "note", "undo", "explain", "quit")


class Screen(Protocol):
    """Where a person sits: a terminal, or a test."""

    def show(self, line: str) -> None: ...

    def key(self) -> str:
        """The next key; "" ends the sitting."""

    def line(self, prompt: str) -> str: ...


@dataclass
class Helpers:
    """What a sitting calls for: who decides now, the knowledge (loaded when it is first needed), the long explanation."""

    who: Callable[[str], Who]
    packs: "Callable[[], Packs]"
    explain: Callable[[str], None]


class Sitting:
    """Goes through claims in their order until none is left or the person has had enough."""

    def __init__(self, case: Store, waiting: Sequence[Claim], cards: Cards, screen: Screen, helpers: Helpers) -> None:
        self._case, self._cards, self._screen, self._helpers = case, cards, screen, helpers
        self._ids = [claim.id for claim in waiting]
        self._at, self._why = 0, ""
        self._made: list[tuple[int, Review]] = []

    def sit(self) -> int:
        """How many decisions were made and not taken back."""
        while self._at < len(self._ids):
            try:
                standing = reviewing.standing(self._case, self._ids[self._at])
            except UnknownError:  # an added claim that was taken back, a report that somebody forgot meanwhile
                self._at += 1
                continue
            for line in card(self._cards, standing, len(self._ids) - self._at):
                self._screen.show(line)
            if not self._asked(standing):
                break
        self._screen.show(self._cards.said("desk_decided", len(self._made)))
        return len(self._made)

    def _asked(self, standing: Standing) -> bool:
        """Ask for keys until one leads on; False where the person has had enough."""
        names = OPEN if standing.claim.decided and standing.claim.decided.open else FRESH
        keys = self._cards.keys(names)
        for line in self._cards.menu(names):
            self._screen.show(line)
        while True:
            key = self._screen.key()
            name = keys.get(key.lower()) if key else "quit"
            if name is None:
                if not key.isspace():
                    self._screen.show(self._cards.said("desk_no_key"))
            elif name == "quit":
                return False
            elif self._does(name, standing):
                return True

    def _does(self, name: str, standing: Standing) -> bool:
        """Do what a key asks for; whether the card is done with."""
        try:
            return bool(getattr(self, f"_{name}")(standing))
        except InputError as error:
            self._screen.show(f"  {error}")
            return name in ("accept", "reject", "keep", "new")  # the claim changed meanwhile: show it again

    def _decided(self, made: Review, message: str) -> bool:
        self._made.append((self._at, made))
        self._screen.show("  " + self._cards.said(message))
        self._at, self._why = self._at + 1, ""
        return True

    def _accept(self, standing: Standing) -> bool:
        return self._decided(reviewing.accept(self._case, standing.claim, self._who()), "desk_done_accept")

    def _new(self, standing: Standing) -> bool:
        return self._decided(reviewing.accept(self._case, standing.claim, self._who(), as_read=True), "desk_done_accept")

    def _reject(self, standing: Standing) -> bool:
        return self._decided(reviewing.reject(self._case, standing.claim, self._who()), "desk_done_reject")

    def _keep(self, standing: Standing) -> bool:
        return self._reject(standing) if standing.claim.status == "rejected" else self._accept(standing)

    def _correct(self, standing: Standing) -> bool:
        from tawatur.desk.correcting import Corrector, typed

        claim = standing.claim
        fields = "  ".join(f"{name}={'' if value in (None, []) else value}" for name, value in write(claim.content).items())
        self._screen.show("  " + self._cards.said("desk_fields", fields=fields))
        words = self._screen.line("  " + self._cards.said("desk_ask_fields"))
        try:
            split = shlex.split(words)
        except ValueError as error:
            raise InputError(f"{error}; quote a value with blanks: reason=\"two words\"") from error
        if not split:
            return False
        packs = self._helpers.packs()
        corrected = Corrector(self._case, self._case.document(claim.document), packs).corrected(claim, typed(split))
        return self._decided(reviewing.correct(self._case, claim, corrected, self._who(), packs), "desk_done_correct")

    def _skip(self, _: Standing) -> bool:
        self._at, self._why = self._at + 1, ""
        return True

    def _note(self, _: Standing) -> bool:
        self._why = self._screen.line("  " + self._cards.said("desk_ask_note")).strip()
        return False

    def _undo(self, _: Standing) -> bool:
        if not self._made:
            self._screen.show("  " + self._cards.said("desk_no_undo"))
            return False
        at, made = self._made[-1]
        reviewing.undo(self._case, made, self._who())
        self._made.pop()
        self._screen.show("  " + self._cards.said("desk_done_undo"))
        self._at, self._why = at, ""
        return True

    def _explain(self, standing: Standing) -> bool:
        self._helpers.explain(standing.claim.id)
        return False

    def _who(self) -> Who:
        return self._helpers.who(self._why)


def card(cards: Cards, standing: Standing, left: int) -> Iterator[str]:
    """A claim as the desk shows it; where what was decided on reads otherwise by now, both versions."""
    claim, read = standing.claim, standing.read
    yield ""
    yield f"{cards.said('desk_left', left)}  {claim.kind} {claim.id[:8]}"
    if claim.decided and claim.decided.open:
        yield "  " + cards.decided(claim)
        yield from cards.claim(claim)
        yield from cards.words(claim)
        yield "  " + cards.said("desk_reads" if read else "desk_reads_nothing")
        if read:
            yield from cards.claim(read)
            yield from cards.words(read)
    else:
        yield from cards.claim(claim)
        yield from cards.words(claim)
    yield from cards.report(claim)
