"""Reckoning with figures by an analyst's formula: ends are carried through, and what was only "about" stays so."""

import ast
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tawatur.errors import InputError
from tawatur.records import Claim, Derived, Figure, Review, Term
from tawatur.records.written import write
from tawatur.review import effective

DERIVE = "derive"
"""The action of a ledger's entry that makes a derived figure."""
_PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Span:
    """What a number lies between, in a unit (None: a bare number)."""

    low: float | None
    high: float | None
    rough: bool = False
    unit: str | None = None


def derived(entries: Sequence[Review], claims: Mapping[str, Claim]) -> tuple[Derived, ...]:
    """The derived figures that a ledger holds, reckoned from claims (by id) as they stand; the oldest first."""
    made = (entry for entry in effective(entries) if entry.action == DERIVE and entry.salt)
    return tuple(_derived(entry, claims) for entry in made)


def reckoned(formula: str, terms: Mapping[str, Claim]) -> Span:
    """What a formula comes to; InputError names what cannot be reckoned, or must not be."""
    tree = _parsed(formula)
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    if missing := sorted(used - set(terms)):
        raise InputError(f"“{missing[0]}” in the formula stands for nothing: give {missing[0]}=ID of a figure")
    if unused := sorted(set(terms) - used):
        raise InputError(f"“{unused[0]}” does not stand in the formula {formula}")
    if any(isinstance(node, ast.Add) for node in ast.walk(tree)):
        _guard([terms[letter] for letter in sorted(used)])
    return _Reckoner({letter: _span(terms[letter]) for letter in used}).span(tree.body)


def _derived(entry: Review, claims: Mapping[str, Claim]) -> Derived:
    said = entry.after or {}
    ids = dict(term.split("=", 1) for term in said["terms"])
    terms = {letter: claims[id] for letter, id in ids.items() if id in claims and claims[id].status != "rejected"}
    before = entry.before or {}
    changed = any(letter not in terms or write(terms[letter].content) != before.get(letter) for letter in ids)
    try:
        span = reckoned(said["formula"], terms)
    except InputError:
        span, changed = Span(None, None), True
    figures = [claim.content for claim in terms.values() if isinstance(claim.content, Figure)]
    shown = tuple(Term(letter, claim) for letter, claim in terms.items())
    return Derived(entry.id, said["name"], said["formula"], shown, span.low, span.high, span.rough, span.unit,
                   _shared(figure.population for figure in figures), entry.by, entry.at, entry.note, changed)


def _shared(populations: Iterable[str | None]) -> str | None:
    held = set(populations)
    return held.pop() if len(held) == 1 else None


def _parsed(formula: str) -> ast.Expression:
    try:
        return ast.parse(formula.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError) as error:
        raise InputError(f"“{formula}” is no formula; write one such as a - b, or (a + b) / 2 * c") from error


def _guard(claims: Sequence[Claim]) -> None:
    """Parts are not added to wholes, nor the same people to themselves."""
    for left, right in combinations(claims, 2):
        for one, other in ((left, right), (right, left)):
            content = one.content
            if isinstance(content, Figure) and other.id in (content.part_of, content.same_people_as):
                raise InputError(f"{one.id[:8]} counts people that {other.id[:8]} counts already; they cannot be added")


def _span(claim: Claim) -> Span:
    """What a figure lies between; nothing counted is less than nought."""
    figure = claim.content
    if not isinstance(figure, Figure):
        raise InputError(f"claim {claim.id[:8]} is a {claim.kind}, no figure")
    unit = figure.unit or _PEOPLE
    if figure.value is not None and figure.bound in ("exact", "about"):
        return Span(figure.value, figure.value, figure.bound == "about", unit)
    return Span(figure.low if figure.low is not None else 0.0, figure.high, False, unit)


class _Reckoner:
    """Walks a formula."""

    def __init__(self, spans: Mapping[str, Span]) -> None:
        self._spans = spans

    def span(self, node: ast.expr) -> Span:
        match node:
            case ast.Name(id=letter):
                return self._spans[letter]
            case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
                return Span(float(number), float(number))
            case ast.BinOp(left=left, op=op, right=right):
                return _joined(self.span(left), op, self.span(right))
        raise InputError("a formula holds letters, numbers, + - * / and brackets, nothing else")


def _joined(a: Span, op: ast.operator, b: Span) -> Span:
    rough = a.rough or b.rough
    match op:
        case ast.Add() | ast.Sub():
            if a.unit != b.unit:
                raise InputError(f"{a.unit or 'a bare number'} and {b.unit or 'a bare number'} can be neither added nor taken "
                                 "from one another")
            ends = (b.low, b.high) if isinstance(op, ast.Add) else (_minus(b.high), _minus(b.low))
            return Span(_sum(a.low, ends[0]), _sum(a.high, ends[1]), rough, a.unit)
        case ast.Mult():
            if a.unit and b.unit:
                raise InputError(f"{a.unit} times {b.unit} is nothing that can be told; multiply by a bare number or a ratio")
            return Span(*_product(a, b.low, b.high), rough, a.unit or b.unit)
        case ast.Div():
            if b.low is not None and b.high is not None and b.low <= 0 <= b.high:
                raise InputError("a formula must not divide by what may be nought")
            inverse = (1 / b.high if b.high else 0.0, 1 / b.low if b.low else None)
            return Span(*_product(a, *inverse), rough, None if a.unit == b.unit else a.unit)
    raise InputError("a formula holds + - * / and nothing else")


def _minus(value: float | None) -> float | None:
    return None if value is None else -value


def _sum(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a + b


def _product(a: Span, low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """The ends of a product; where one is open, only what cannot fall below nought keeps its lower end."""
    if None not in (a.low, a.high, low, high):
        ends = [x * y for x in (a.low, a.high) for y in (low, high) if x is not None and y is not None]
        return min(ends), max(ends)
    if a.low is not None and low is not None and min(a.low, low) >= 0:
        return a.low * low, None
    return None, None
