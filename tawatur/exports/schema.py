"""The JSON Schema of an export, and the models that check one: made from the record classes, never written by hand."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, TypeAdapter, create_model

from tawatur.exports.jsonl import VERSION
from tawatur.records import Claim
from tawatur.records.written import KINDS, TYPES, Json, name_of, shapes

_STRICT = ConfigDict(extra="forbid", strict=True)


def schema() -> Json:
    """The JSON Schema of one line."""
    title = f"A line of a Tawatur export, by version {VERSION} of the codebook"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **line().json_schema()}


@cache
def line() -> TypeAdapter[Any]:
    """What checks one line of an export."""
    tagged = {"export": _header()}
    tagged |= {name: _entitled(_model(cls), name) for name, cls in TYPES.items() if cls is not Claim}
    tagged |= {f"claim/{kind}": _entitled(_claim(kind), "claim") for kind in KINDS}
    union: Any = reduce(or_, (Annotated[model, Tag(tag)] for tag, model in tagged.items()))
    return TypeAdapter(Annotated[union, Discriminator(_tag)])


def _tag(record: Any) -> str | None:
    given = record.get("type") if isinstance(record, Mapping) else None
    return f"claim/{record.get('kind')}" if given == "claim" else given


def _header() -> type[BaseModel]:
    fields: Json = {"codebook": (int, ...), "program": (str, ...), "as_of": (str | None, ...), "redacted": (bool, ...),
                    "note": (str, ...)}
    return _entitled(create_model("Export", __config__=_STRICT, __doc__="What stands above the records.", **fields), "export")


def _entitled(model: type[BaseModel], name: str) -> type[BaseModel]:
    fields: Json = {"type": (Literal[name], ...)}
    made: type[BaseModel] = create_model(f"{model.__name__}Record", __base__=model, __doc__=model.__doc__, **fields)
    return made


@cache
def _model(cls: type) -> type[BaseModel]:
    """A record class as pydantic sees its written form."""
    return create_model(cls.__name__, __config__=_STRICT, __doc__=cls.__doc__, **_fields(cls))


@cache
def _claim(kind: str) -> type[BaseModel]:
    """A claim of one kind, its content under the key of the kind."""
    fields = _fields(Claim) | {"kind": (Literal[kind], ...), kind: (_model(KINDS[kind]), ...)}
    del fields["content"]
    return create_model(f"{KINDS[kind].__name__}Claim", __config__=_STRICT, __doc__=Claim.__doc__, **fields)


def _fields(cls: type) -> Json:
    """Names and types as `create_model` wants them; an export writes every field, so all must be there."""
    return {field.name: (Annotated[_hint(hint), Field(alias=name_of(field))], ...) for field, hint in shapes(cls)}


def _hint(hint: Any) -> Any:
    """The written form of a type: models for records, lists for tuples and sets."""
    if hint is Claim:
        return Annotated[reduce(or_, map(_claim, KINDS)), Field(discriminator="kind")]
    if is_dataclass(hint):
        return _model(hint)  # type: ignore[arg-type]
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return reduce(or_, map(_hint, parts))
    if origin in (tuple, frozenset):
        return list[_hint(parts[0])]  # type: ignore[misc]
    if origin is dict:
        return dict[str, _hint(parts[1])]  # type: ignore[misc]
    return hint
