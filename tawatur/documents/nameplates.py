"""The name above a report: a publisher's own line before the title, alone or with the place and the day of the issue."""

import re
from collections.abc import Sequence

from tawatur.documents.dates import Dates
from tawatur.documents.frames import Frames
from tawatur.documents.marks import Mark

NAMEPLATE, MOTTO = "the publisher's name above the report", "a line below the publisher's name"
_LONGEST, _SMALL, _BESIDE, _NEAR = 6, 4, 4, 5
_BODY, _RUBRIC = 12, 20
_DAY_LINE, _WEEKDAY, _SHORT, _REACH = 16, 2, 10, 3
_APART = re.compile(r"[,،|(:•·–—]|\s-\s")
_CUT = re.compile(r"\s*(?:[,،|(\[•·]|\s[-–—/]\s).*", re.DOTALL)
_BARS = re.compile(r"[|•·]|\s[-–—/]\s")
_STOPS = re.compile(r"[.:!?؟](?:\s|[.]|$)")
_PIECES = 3
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")


def nameplate(rows: Sequence[Mark], at: int, table: Frames, calendar: Dates, text: str) -> str | None:
    """The publisher's name where the line is one: a date stands by it, or a title below, and it sounds like a publisher's.

    A name that sounds like nothing needs the day below it, a title below that, and no word of its own in the report.
    """
    row = rows[at]
    if row.bullet or row.stopped:
        return None
    if at < _REACH and row.line.words <= _RUBRIC and (among := publisher_among(row.line.text, table, calendar)):
        return among
    name = plain(row.line.text)
    if table.tells(name):
        return None
    body = at == 0 and table.plate(name) and name == row.line.text and any(day_line(each, calendar) for each in rows[1:_REACH])
    longest = _BODY if body else _LONGEST
    if row.line.words > longest + _BESIDE or not _named(name, longest) or any(map(str.isdigit, name)):
        return None
    if table.issued(row.line.text):
        return None
    beside = calendar.find(row.line.text) is not None
    below = next((each for each in rows[at + 1:at + 1 + _REACH] if day_line(each, calendar)), None)
    if not beside and name != row.line.text and "(" not in row.line.text and not below:
        return None
    titled = _title_below(rows, at + 1, calendar)
    if table.plate(name):
        return name if beside or below or (titled and table.masthead_at_edge(name)) else None
    next_below = below is not None and below in rows[at + 1:at + 2] and titled
    strange = len(name.split()) > 1 and not beside and next_below and _cased(name)
    return name if strange and not _spoken(name, text) else None


def day_line(row: Mark, calendar: Dates) -> bool:
    """Whether a line gives the day of an issue: it begins with the date, or has it behind a comma, a dash or a bracket."""
    text = row.line.text
    found = calendar.find(text) if row.line.words <= _DAY_LINE and not row.bullet else None
    if found is None:
        return False
    if len(_APART.split(text[:found.start])[-1].split()) <= _WEEKDAY:
        return True
    return found.end >= len(text.rstrip()) - 1 and row.line.words <= _SHORT  # two calendars


def plain(line: str) -> str:
    """A line up to its first comma, bar, bracket or dash that stands apart."""
    return _CUT.sub("", line).strip()


def publisher_among(line: str, table: Frames, calendar: Dates) -> str | None:
    """The piece that sounds like an outlet's name, in a line of three pieces or more of which the last gives the day."""
    found = [piece.strip() for piece in _BARS.split(line)]
    if len(found) < _PIECES or calendar.find(found[-1]) is None:
        return None
    return next((piece for piece in found[:-1] if _named(piece) and table.masthead_at_edge(piece)
                 and not _STOPS.search(piece) and not any(map(str.isdigit, piece))), None)


def _named(name: str, longest: int = _LONGEST) -> bool:
    """Whether these words may be a name: few, with capitals where the script has them; small words may do without."""
    words = _WORD.findall(name)
    if not 0 < len(words) <= longest or name[-1:] in ":؛;.!?؟":
        return False
    big = [word for word in words if len(word) >= _SMALL or word[0].isupper()]
    return bool(big) and big[0][0] == big[0][0].upper() and sum(word[0] != word[0].upper() for word in big) <= len(big) // 2


def _cased(name: str) -> bool:
    return all(word[0].isupper() for word in _WORD.findall(name) if len(word) >= _SMALL)


def _dated(row: Mark, calendar: Dates) -> bool:
    return calendar.find(row.line.text) is not None and calendar.alone(row.line.text)


def _title_below(rows: Sequence[Mark], at: int, calendar: Dates) -> bool:
    """Whether a headline follows, apart from dates and what is labelled already, and then a paragraph."""
    for later in range(at, min(at + _NEAR, len(rows))):
        row = rows[later]
        if row.long:
            return False
        if row.role is None and row.headline and row.line.words > 2 and not _dated(row, calendar):
            return any(each.long for each in rows[later + 1:later + 1 + _NEAR])
    return False


def _spoken(name: str, text: str) -> bool:
    """Whether the report uses a word of the name as a plain word: then the line is a headline, not a name."""
    return any(re.search(rf"\b{re.escape(word.lower())}\b", text) for word in _WORD.findall(name) if len(word) >= _SMALL)
