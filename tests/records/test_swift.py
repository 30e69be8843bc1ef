"""Records made by the ten thousand: as frozen ones in all but the guard."""

from dataclasses import dataclass, field, fields, replace

from tawatur.records import Mention, Sentence, Token, standing_in
from tawatur.records.swift import swift


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
