"""The written form of every record: plain values that JSON can hold, in the codebook's words, and back again.

One definition of fields: all is derived from the record classes. Only three things differ between a record and its written
form: a trailing underscore falls (`for_` → `for`), tuples and sets are lists, and a claim's content stands under the key of its
kind. Writers are compiled once a class, because a case holds ten thousands of claims.
"""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from tawatur.records.actor import Actor
from tawatur.records.claim import Attribution, Claim, Content, Refusal
from tawatur.records.document import Document, Setback
from tawatur.records.episode import Episode
from tawatur.records.link import Fact, Link
from tawatur.records.place import Point
from tawatur.records.review import Review

Json = dict[str, Any]
T = TypeVar("T")

TYPES: dict[str, type] = {
    "document": Document, "attribution": Attribution, "claim": Claim, "actor": Actor, "place": Point, "setback": Setback,
    "refusal": Refusal, "review": Review, "link": Link, "fact": Fact, "episode": Episode,
}
"""The value of `type` in an export, and the class it stands for."""

KINDS: dict[str, type] = {kind.__name__.lower(): kind for kind in get_args(Content)}
"""The kinds of claims, and the classes of their contents."""

UNWRITTEN: frozenset[tuple[type, str]] = frozenset({(Document, "text")})
"""Fields that no export shows: a report's text stays in the case."""

_NAMES = {cls: name for name, cls in TYPES.items()}


def write(record: Any) -> Json:
    """A record's written form, without `type`."""
    kind: Any = type(record)
    return _writer(kind)(record)


def entitled(record: Any) -> Json:
    """A record's written form as a line of an export, `type` first."""
    return {"type": _NAMES[type(record)], **write(record)}


def restore(cls: type[T], written: Mapping[str, Any]) -> T:
    """The record that was written; keys nobody knows are passed over, missing ones take their default."""
    kind: Any = cls
    value: T = _reader(kind)(written)
    return value


def name_of(field: Field[Any]) -> str:
    """What a field is called when it is written."""
    return field.name.removesuffix("_")


def shapes(cls: type) -> list[tuple[Field[Any], Any]]:
    """The written fields of a record class, each with its resolved type."""
    hints = get_type_hints(cls)
    return [(field, hints[field.name]) for field in fields(cls) if (cls, field.name) not in UNWRITTEN]


def nullable(hint: Any) -> tuple[Any, bool]:
    """A type without its None, and whether it had one."""
    if get_origin(hint) not in (Union, types.UnionType):
        return hint, False
    rest = [part for part in get_args(hint) if part is not type(None)]
    return (rest[0] if len(rest) == 1 else Union[tuple(rest)]), len(rest) < len(get_args(hint))  # noqa: UP007


@cache
def _writer(cls: type) -> Callable[[Any], Json]:
    if cls is Claim:
        return _claim_writer()
    return _fields_writer(shapes(cls))


def _fields_writer(each: list[tuple[Field[Any], Any]]) -> Callable[[Any], Json]:
    """What writes some fields of a record: all values at once, and then over them those that are written otherwise."""
    names, values = [name_of(field) for field, _ in each], _values([field.name for field, _ in each])
    steps = [(name_of(field), step) for field, hint in each if (step := _writing(hint)) is not None]

    def written(record: Any) -> Json:
        line = dict(zip(names, values(record), strict=True))
        for name, step in steps:
            line[name] = step(line[name])
        return line

    return written


def _values(attrs: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives several values of a record; `attrgetter` gives one alone bare."""
    if len(attrs) > 1:
        return attrgetter(*attrs)
    return lambda record: tuple(getattr(record, attr) for attr in attrs)


def _claim_writer() -> Callable[[Any], Json]:
    rest = _fields_writer([(field, hint) for field, hint in shapes(Claim) if field.name != "content"])

    def written(claim: Any) -> Json:
        line = rest(claim)
        kind = claim.kind
        return {"id": line.pop("id"), "document": line.pop("document"), "kind": kind, kind: write(claim.content), **line}

    return written


def _writing(hint: Any) -> Callable[[Any], Any] | None:
    """How a value of this type is written; None where it is written as it is."""
    bare, _ = nullable(hint)
    if is_dataclass(bare):
        step = _writer(bare)  # type: ignore[arg-type]
        return lambda value: None if value is None else step(value)
    origin, parts = get_origin(bare), get_args(bare)
    if origin is tuple:
        return _each(_writing(parts[0]), list)
    if origin is frozenset:
        return sorted
    if origin in (dict, Mapping):
        return _every(_writing(parts[1]))
    return None


def _each(step: Callable[[Any], Any] | None, make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return make if step is None else lambda values: make(map(step, values or ()))


def _every(step: Callable[[Any], Any] | None) -> Callable[[Any], Any]:
    if step is None:
        return lambda values: None if values is None else dict(values)
    return lambda values: None if values is None else {key: step(value) for key, value in values.items()}


@cache
def _reader(cls: type) -> Callable[[Mapping[str, Any]], Any]:
    steps = [(field.name, name_of(field), _reading(hint), _default(field)) for field, hint in shapes(cls)
             if (cls, field.name) != (Claim, "content")]
    silent = {field.name: "" for field in fields(cls) if (cls, field.name) in UNWRITTEN}

    def restored(written: Mapping[str, Any]) -> Any:
        values: Json = dict(silent)
        for attr, name, step, required in steps:
            if name in written:
                values[attr] = written[name] if step is None else step(written[name])
            elif required:
                raise ValueError(f"a {cls.__name__.lower()} needs “{name}”")
        if cls is Claim:
            values["content"] = _content(written)
        return cls(**values)

    return restored


def _content(written: Mapping[str, Any]) -> Any:
    kind = written.get("kind")
    if kind not in KINDS:
        raise ValueError(f"“{kind}” is no kind of claim; known are {', '.join(KINDS)}")
    return restore(KINDS[kind], written.get(kind) or {})


def _default(field: Field[Any]) -> bool:
    """Whether the field must be given."""
    return field.default is MISSING and field.default_factory is MISSING


def _reading(hint: Any) -> Callable[[Any], Any] | None:
    """How a written value of this type is read back; None where it is read as it is."""
    bare, _ = nullable(hint)
    if is_dataclass(bare):
        step = _reader(bare)  # type: ignore[arg-type]
        return lambda value: None if value is None else step(value)
    origin, parts = get_origin(bare), get_args(bare)
    if origin in (tuple, frozenset):
        return _each(_reading(parts[0]), tuple if origin is tuple else frozenset)
    if origin in (dict, Mapping):
        return _every(_reading(parts[1]))
    return None
