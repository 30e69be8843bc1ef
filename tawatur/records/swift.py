"""How records are declared that a report makes by the ten thousand."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import wraps
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
R = TypeVar("R")
H = TypeVar("H")
K = TypeVar("K")
GUARDS = ("__setattr__", "__delattr__")


def swift(cls: type[T]) -> type[T]:
    """A frozen record, made three times as fast: a frozen one pays for its guard with every field that it is given.

    Trap: at run time nothing keeps its fields any more; mypy does, to whom it is as frozen as it says.
    """
    open_: Any = type(cls.__name__, (), {"__annotations__": cls.__annotations__, **{one.name: one for one in _fields(cls)}})
    setattr(cls, "__init__", dataclass(open_).__init__)  # noqa: B010
    for guard in GUARDS:
        delattr(cls, guard)
    return cls


class once(Generic[R]):  # noqa: N801 - a decorator, written as `property` is
    """What a thing works out of itself when it is first asked for, and holds from then on.

    Before Python 3.12 `functools.cached_property` takes a lock for it, which costs more than most of what is worked out.
    """

    def __init__(self, work: Callable[[Any], R]) -> None:
        self._work, self._name, self.__doc__ = work, work.__name__, work.__doc__

    @overload
    def __get__(self, holder: None, owner: type) -> "once[R]": ...

    @overload
    def __get__(self, holder: object, owner: type) -> R: ...

    def __get__(self, holder: object | None, owner: type) -> "once[R] | R":
        if holder is None:
            return self
        found = holder.__dict__[self._name] = self._work(holder)
        return found


def kept(work: Callable[[H, K], R]) -> Callable[[H, K], R]:
    """A question about something in a thing, answered once: the thing holds the answer as long as it lives itself.

    Trap: answers are found again by identity, because what is asked about is slow to compare; it is held beside its answer,
    so that nothing else can come to its address.
    """
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def answered(thing: H, of: K) -> R:
        answers: dict[int, tuple[K, R]] | None = thing.__dict__.get(name)
        if answers is None:
            answers = thing.__dict__[name] = {}
        known = answers.get(id(of))
        if known is None:
            known = answers[id(of)] = of, work(thing, of)
        return known[1]

    return answered


def kept_between(work: Callable[[H, int, int], R]) -> Callable[[H, int, int], R]:
    """The same of a question about a stretch of tokens in a thing, from one token to another."""
    name = f"{work.__module__}.{work.__qualname__}"

    @wraps(work)
    def answered(thing: H, first: int, last: int) -> R:
        answers: dict[tuple[int, int], R] | None = thing.__dict__.get(name)
        if answers is None:
            answers = thing.__dict__[name] = {}
        if (first, last) not in answers:
            answers[first, last] = work(thing, first, last)
        return answers[first, last]

    return answered


def _fields(cls: Any) -> tuple[Any, ...]:
    return fields(cls)
