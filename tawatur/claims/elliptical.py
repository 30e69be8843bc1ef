"""Numbers that leave unsaid what they count: one more of the same ("and five on Tuesday"), and another's count of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.claims.counts import PEOPLE, Count
from tawatur.claims.own import Telling
from tawatur.claims.syntax import Syntax
from tawatur.records import Claim, Mention, Quantity

RECOUNT = "recount"
"""The sign of words behind which a number counts again what was counted: "the ministry has recorded"."""
BESIDE = 2
"""Tokens between such words and their number."""
LEADING = frozenset({"on", "in", "by", "from", "to", "through", "because", "with", "after", "under", "for"})
"""Roles of words that may follow a number which has no noun."""
LISTS = ":"
JOINING = frozenset(",;")
SENTENCES = 2
"""Sentences back in which the count stands that another one is set against."""
CARRIED = frozenset({"killed", "injured", "missing", "detained", "released", "exited", "displaced", "returned", "trapped",
                     "residents", "hosted", "in_need", "fighters_present", "surrendered", "strikes"})
UNITS = PEOPLE | {"strikes", "rockets"}
"""Units that are counted day by day."""


@dataclass(slots=True)
class Counted:
    """The chief count of people that a report told last: its measure and people, its modality, and in which sentence."""

    count: Count | None = None
    modality: str = "asserted"
    first: int = -1

    def note(self, counts: Sequence[Count], claims: Sequence[Claim], first: int) -> None:
        """Keep the first count of people of a sentence that begins at a token; parts of others are none."""
        for count, claim in zip(counts, claims, strict=True):
            if count.quantity.unit in UNITS and count.whole is None and count.telling.measure in CARRIED:
                self.count, self.modality, self.first = count, claim.modality, first
                return


def gone_on(syntax: Syntax, quantity: Quantity, before: Count | None, last: Counted) -> Count | None:
    """The count of a number that says nothing of what it counts; None where it is none."""
    if quantity.unit is not None or quantity.term is not None or quantity.share is not None or not _ends(syntax, quantity):
        return None
    if before is not None and before.quantity.unit in UNITS and before.telling.measure in CARRIED and \
            (_joined(syntax, quantity, before) or _listed(syntax, quantity) or _recounted(syntax, quantity)):
        return _again(quantity, before, before.telling.word)
    listed = _listed(syntax, quantity)
    if before is not None or not (listed or _recounted(syntax, quantity)):
        return None
    own = _own(syntax, quantity)
    if own is not None:
        return Count(replace(quantity, unit="people"), Telling(own.attrs["measure"], BESIDE, own))
    if listed or last.count is None or syntax.sentence.first - last.first > _span(syntax):
        return None
    return replace(_again(quantity, last.count, None), modality=last.modality)


def _again(quantity: Quantity, before: Count, word: Mention | None) -> Count:
    told = before.quantity
    same = replace(quantity, unit=told.unit or "people", population=told.population if quantity.partitive is False else None)
    return Count(same, Telling(before.telling.measure, before.telling.weight + BESIDE, word))


def _span(syntax: Syntax) -> int:
    """Tokens back to where the count may have been told."""
    starts = [one.first for one in syntax.reading.sentences if one.first <= syntax.sentence.first][-1 - SENTENCES:]
    return syntax.sentence.first - starts[0]


def _ends(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether no noun follows: a mark, a preposition, a time, "more", the end."""
    at, tokens = quantity.last, syntax.reading.tokens
    if at >= syntax.sentence.last or tokens[at].kind == "punctuation":
        return True
    if any(m.first == at and m.kind in ("timewords", "weekdays", "months", "bounds") for m in syntax.mentions):
        return True
    alone = at + 1 >= syntax.sentence.last or tokens[at + 1].kind == "punctuation"
    at += syntax.roles.get(at) == "the"  # 1,500 a day earlier
    return (syntax.roles.get(at) in LEADING and not alone) or any(time.first == at for time in syntax.times_in(at, at + 1))


def _listed(syntax: Syntax, quantity: Quantity) -> bool:
    """Whether a number stands behind the colon of a line that says what it counts: those who crossed on Monday: 318."""
    at = quantity.first - 1
    return at > syntax.sentence.first and syntax.reading.tokens[at].form == LISTS


def _recounted(syntax: Syntax, quantity: Quantity) -> bool:
    return any(m.attrs["sign"] == RECOUNT and 0 <= quantity.first - m.last <= BESIDE for m in syntax.of_kind("signs")
               ) and not any(syntax.roles.get(at) == "not" for at in range(quantity.first - BESIDE, quantity.first))


def _joined(syntax: Syntax, quantity: Quantity, before: Count) -> bool:
    """Whether a number is one more of the same in the same breath: 120 left by boat and another 60 on foot."""
    at, tokens = quantity.first - 1, syntax.reading.tokens
    if at < before.quantity.last + 1 or quantity.last >= syntax.sentence.last or tokens[quantity.last].kind == "punctuation":
        return False
    if syntax.roles.get(at) != "and" and tokens[at].form not in JOINING:
        return False
    told = before.telling.word
    between = range(before.quantity.last, at)
    others = (m for m in syntax.mentions if m.first in between and (
        m.kind == "speech" or (m.kind == "measures" and m.attrs.get("units", "people") == "people" and "noun" not in m.features)))
    return tokens[at - 1].kind != "number" and all(
        told is not None and m.first >= told.first and m.last <= told.last for m in others)


def _own(syntax: Syntax, quantity: Quantity) -> Mention | None:
    """The word of the sentence itself that says what is counted: how many have stayed is disputed."""
    told = (m for m in syntax.of_kind("measures") if m.last <= quantity.first and m.attrs["measure"] in CARRIED
            and m.attrs.get("units", "people") == "people")
    return max(told, key=lambda word: word.last, default=None)
