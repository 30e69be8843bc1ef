"""How records are declared that a report makes by the ten thousand."""

from dataclasses import dataclass, fields
from typing import Any, TypeVar

T = TypeVar("T")
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


def _fields(cls: Any) -> tuple[Any, ...]:
    return fields(cls)
