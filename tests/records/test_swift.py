"""Records made by the ten thousand: as frozen ones in all but the guard."""

from dataclasses import dataclass, field, fields, replace

from tawatur.records import Mention, Sentence, Token, standing_in
from tawatur.records.swift import kept, once, swift


@dataclass(frozen=True, slots=True)
class Guarded:
    """A record as others are declared."""

    first: int
    names: frozenset[str] = frozenset()
    held: tuple[int, ...] = field(default_factory=tuple)


@swift
@dataclass(frozen=True, slots=True)
class Swift:
    """The same, made faster."""

    first: int
    names: frozenset[str] = frozenset()
    held: tuple[int, ...] = field(default_factory=tuple)


def test_it_is_filled_and_copied_as_a_frozen_one() -> None:
    swift_one, guarded = Swift(1, held=(2,)), Guarded(1, held=(2,))
    assert [getattr(swift_one, one.name) for one in fields(Swift)] == [getattr(guarded, one.name) for one in fields(Guarded)]
    assert replace(swift_one, first=3) == Swift(3, held=(2,))
    assert Swift(1) == Swift(1, frozenset(), ())


def test_it_is_told_from_others_and_found_again() -> None:
    assert Swift(1) != Swift(2)
    assert len({Swift(1), Swift(1), Swift(2)}) == 2
    assert not hasattr(Swift(1), "__dict__")


def test_mentions_and_tokens_may_be_keys() -> None:
    token = Token(0, 4, "camp", "word")
    assert {token: 1}[Token(0, 4, "camp", "word")] == 1
    assert Mention("terms", 0, 4, 0, 1, "camp", {}, frozenset(), "t:1") == Mention("terms", 0, 4, 0, 1, "camp", {}, frozenset(), "t:1")


def test_what_stands_in_a_range_begins_in_it() -> None:
    sentences = [Sentence(first, first + 4, first * 5, first * 5 + 20, "en", "body") for first in (0, 4, 8)]
    assert list(standing_in(sentences, 4, 8)) == sentences[1:2]
    assert list(standing_in(sentences, 1, 4)) == []
    assert list(standing_in(sentences, 0, 99)) == sentences


class Shelf:
    """A thing that is asked again and again."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    @once
    def full(self) -> bool:
        """Whether nothing more goes in."""
        self.asked.append("full")
        return True

    @kept
    def holds(self, what: Token) -> str | None:
        """Whether something stands in it."""
        self.asked.append(what)
        return None


def test_what_is_worked_out_is_held() -> None:
    shelf, other, token = Shelf(), Shelf(), Token(0, 4, "camp", "word")
    assert [shelf.full, shelf.full, shelf.asked] == [True, True, ["full"]]
    assert [shelf.holds(token), shelf.holds(token), shelf.asked] == [None, None, ["full", token]]
    assert other.asked == []
    assert [Shelf.full.__doc__, Shelf.holds.__doc__] == ["Whether nothing more goes in.", "Whether something stands in it."]


def test_what_is_asked_about_cannot_be_taken_for_another() -> None:
    shelf = Shelf()
    for at in range(50):
        shelf.holds(Token(at, at + 1, "camp", "word"))  # each is let go at once, and the next might come to its address
    assert [one.start for one in shelf.asked if isinstance(one, Token)] == list(range(50))
