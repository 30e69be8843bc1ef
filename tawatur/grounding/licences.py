"""Whether the words of a span license a value: by classes of words, each turned round where it is negated.

What licenses what is a table of the codebook (`licences.csv`); which words have which class, the tables of the languages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tawatur.grounding.scene import Sign
from tawatur.packs import Packs

NONE: frozenset[str] = frozenset()
NO_WORD = "no word for it in the span or its sentence"


@dataclass(frozen=True, slots=True)
class Licence:
    """What licenses one value of a field."""

    value: str
    signs: frozenset[str]
    turned: frozenset[str]
    weak: frozenset[str]
    beside: frozenset[str]
    """Other values whose words do not speak against this one."""

    def strong(self, sign: Sign) -> bool:
        """Whether a word licenses the value by itself."""
        return bool(sign.names & (self.turned if sign.turned else self.signs))

    def feeble(self, sign: Sign) -> bool:
        """Whether it does where nothing speaks against it."""
        return not sign.turned and bool(sign.names & self.weak)

    def bars(self, other: str) -> bool:
        """Whether a word for another value speaks against this one."""
        return other != self.value and other not in self.beside


Field = Mapping[str, Licence]


_TABLES: dict[str, Mapping[tuple[str, str], Field]] = {}


def table(packs: Packs) -> Mapping[tuple[str, str], Field]:
    """The licences by kind and field, made once for each set of packs."""
    made = _TABLES.get(packs.digest)
    if made is None:
        rows: dict[tuple[str, str], dict[str, Licence]] = {}
        for row in packs.tables.get("licences", ()):
            signs = [frozenset(row[column].split()) for column in ("signs", "turned", "weak", "beside")]
            rows.setdefault((row["kind"], row["field"]), {})[row["value"]] = Licence(row["value"], *signs)
        made = _TABLES[packs.digest] = rows
    return made


def licensed(
    field: Field, value: str, span: Sequence[Sign], around: Sequence[Sign], told: bool = False, ahead: bool = False
) -> str | None:
    """None where the value is licensed by the span, or by what stands around it; else why it is not.

    In the span a word for the value settles it; a word for another value there forbids it, unless it may mean both; only then
    do weak words and the words around the span count. `told`: a word for it counts only where it tells that it is so. `ahead`:
    what is only meant to happen counts as well.
    """
    licence = field.get(value)
    if licence is None:
        return None
    own = [sign.first for sign in span if licence.strong(sign) and (ahead or not sign.aimed)]
    if any(licence.strong(sign) and sign.told for sign in span):
        return None
    rival = _rival(field, licence, [sign for sign in span if not own or sign.first < own[0]])
    if rival is not None:
        return f"the span says “{rival[1]}” ({rival[0]})"
    if (own and not told) or any(licence.feeble(sign) for sign in span):
        return None
    if any(licence.strong(sign) and sign.told for sign in around):
        other = _rival(field, replace(licence, beside=NONE), span)
        return None if other is None else f"the span says “{other[1]}” ({other[0]})"
    return NO_WORD


def spoken(field: Field, value: str, span: Sequence[Sign], around: Sequence[Sign]) -> str | None:
    """The same for fields of which a span may hold several values: one does not forbid another."""
    licence = field.get(value)
    if licence is None or any(sign.names & licence.signs or licence.strong(sign) for sign in (*span, *around)):
        return None
    if any(sign.names & licence.weak for sign in span):
        return None
    return NO_WORD


def _rival(field: Field, licence: Licence, span: Iterable[Sign]) -> tuple[str, str] | None:
    for sign in span:
        if not sign.told:
            continue
        for other in field.values():
            if licence.bars(other.value) and other.strong(sign) and not licence.feeble(sign):
                return other.value, ("not " if sign.turned else "") + sign.form
    return None
