"""Whether the words of a span license a value: by classes of words, each turned round where it is negated.

What licenses what is a table of the codebook (`licences.csv`); which words have which class, the tables of the languages.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tawatur.grounding.scene import Sign
from tawatur.packs import Packs

NONE: frozenset[str] = frozenset()
MADE, ENDED = frozenset({"agreed", "agreement_reported"}), frozenset({"collapsed", "deadlocked", "rejected", "denied"})
"""States of talks by which there is a deal, and those by which there is none."""
REFUSING = frozenset({"rejects", "withdraws"})
"""Stances whose verbs undo what a noun behind them names."""
NOUNS = frozenset({"noun", "base"})
"""Features of a verb's form that behind a verb is a noun."""
ANSWERED = ("rejects", "demands")
"""What one refuses that another demands: both are told by the same words."""
GOVERNED = 4
"""Tokens between such a verb and the noun, whoever refuses between them."""
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
    strong = [sign for sign in span if licence.strong(sign)]
    kept = [sign for sign in strong if not _turned_down(field, licence, sign, span)]
    if strong and not kept:
        return f"the span has “{strong[0].form}” turned down"
    own = [sign.first for sign in kept if ahead or not sign.aimed]
    telling = [sign for sign in kept if sign.told]
    if telling:
        return _undone(field, licence, telling, span)
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


def _undone(field: Field, licence: Licence, telling: Iterable[Sign], span: Sequence[Sign]) -> str | None:
    """Why what is only named as a deal is none any more: the span tells that it failed, or that nothing came of it."""
    if licence.value not in MADE or any(sign.pos == "verb" and "noun" not in sign.features for sign in telling):
        return None
    ended = next((sign for value in sorted(ENDED & field.keys()) for sign in span if field[value].strong(sign) and sign.told
                  and not licence.strong(sign)), None)
    return None if ended is None else f"the span says “{ended.form}”"


def _turned_down(field: Field, licence: Licence, sign: Sign, span: Iterable[Sign]) -> bool:
    """Whether a noun stands behind a verb that refuses or drops what it names: turned down the offer, gave up its condition."""
    if licence.value in REFUSING or (sign.pos == "verb" and not sign.features & NOUNS):
        return False
    refusing = [field[value] for value in REFUSING if value in field and (value, licence.value) != ANSWERED]
    verbs = (other for other in span if 0 <= sign.first - other.last <= GOVERNED and other.pos == "verb" and other.told
             and ("noun" not in other.features or "past" in other.features))
    return any(one.strong(verb) and not licence.strong(verb) for verb in verbs for one in refusing)


def _deal(licence: Licence, sign: Sign) -> bool:
    """Whether a word of agreement is only the noun for what one may refuse or offer as well: such a deal is an insult."""
    noun = sign.pos != "verb" or "noun" in sign.features
    return licence.value == "accepts" and noun and not any(name.startswith("stance") for name in sign.names)


def _rival(field: Field, licence: Licence, span: Iterable[Sign]) -> tuple[str, str] | None:
    for sign in span:
        if not sign.told:
            continue
        for other in field.values():
            if licence.bars(other.value) and other.strong(sign) and not licence.feeble(sign) and not _deal(other, sign):
                return other.value, ("not " if sign.turned else "") + sign.form
    return None
