"""The head of a report: title, date line, author line, standfirst, in whatever order a page puts them."""

from tawatur.documents.dates import Dates
from tawatur.documents.frames import Frames
from tawatur.documents.marks import Mark
from tawatur.documents.nameplates import MOTTO, NAMEPLATE, day_line, nameplate
from tawatur.documents.outlets import Outlets
from tawatur.text import STRETCH

_DEEP = 14
ISSUED = "between the publisher's name and the day of the issue"
FEW_WORDS = "few words between title and report"
ISSUE = 3
"""How many lines below the publisher's name its day may stand."""
_TITLE, _STANDFIRST, _LINE, _SHORT, _FEW = 24, 45, 18, 12, 5
_BARS = (" | ", " :: ", " » ", " • ", " · ", " — ", " – ", " - ", "|")
_SURE = frozenset({" | ", " :: ", " » ", "|"})
_SPLIT = "|/–—-:()[]،,•·"
_APART = ("/", "|", " - ", " – ", " — ", "(")
STRAY = f" \u200f\u200e\xa0.\xc2{STRETCH}«»“”\""
"""What stands about a name and is none of it; a capital A with a circumflex is half of a space read in the wrong charset."""
_QUOTES = "\"“«'‘”"


def head(rows: list[Mark], title: str | None, names: Outlets, calendar: Dates, table: Frames) -> int:
    """Label the lines before the report proper; gives the index of its first paragraph."""
    whole = "\n".join(row.line.text for row in rows)
    titled: str | None = None
    plated: int | None = None
    for at, row in enumerate(rows[:_DEEP]):
        if row.role is not None:
            continue
        text = row.line.text
        if titled is None and plated is None and not title and nameplate(rows, at, table, calendar, whole):
            row.take("dateline" if calendar.find(text) else "byline", NAMEPLATE)
            plated = at
            continue
        if plated is not None and titled is None and _motto(rows, at, plated, calendar):
            row.take("byline", MOTTO)
            continue
        if plated is not None and _issue_line(rows, at, plated, calendar):
            row.take("dateline" if day_line(row, calendar) else "standfirst", ISSUED)
            continue
        if names.known(text) or (names.body(text) and at + 1 < len(rows)):
            row.take("byline", "the publisher's name alone on a line")
        elif titled is None and _dates(row, calendar) and calendar.alone(text):
            row.take("dateline", "a date on a line of its own")
        elif titled is None and _is_title(rows, at, title, names):
            titled = _take_title(rows, at, title, names)
            if row.role is None:
                return at
        elif titled is not None and names.key(text) == names.key(titled):
            row.take("boilerplate", "the title again")
        elif _dates(row, calendar) and not _masthead(row, names):
            row.take("dateline", "a date on a line of its own")
        elif _masthead(row, names) or _pieced(rows, at, titled is not None, calendar):
            row.take("byline", "outlet and author or place on a line of their own")
        elif _place_alone(rows, at, titled):
            row.take("dateline", "a place on a line of its own")
        elif titled is not None and _is_standfirst(rows, at):
            row.take("standfirst", "quotation or summary below the title")
        elif titled is not None and row.headline and row.line.words <= _FEW and any(other.long for other in rows[at + 1:_DEEP]):
            row.take("byline", FEW_WORDS)
        else:
            return at
    return min(len(rows), _DEEP)


def _motto(rows: list[Mark], at: int, plated: int, calendar: Dates) -> bool:
    """The second line of a masthead: right below the name, with a date right below it."""
    fits = at == plated + 1 and at + 1 < len(rows) and not rows[at].line.gap and not rows[at + 1].line.gap
    return fits and not _dates(rows[at], calendar) and _dates(rows[at + 1], calendar) and rows[at].headline


def _issue_line(rows: list[Mark], at: int, plated: int, calendar: Dates) -> bool:
    """The day of the issue a few lines below the publisher's name; or what stands between them, where nothing is a title."""
    if at > plated + ISSUE:
        return False
    if day_line(rows[at], calendar) and (not rows[at].long or _ends_soon(rows[at], calendar)):
        return True
    return not rows[at].long and at > plated + 1 and any(day_line(row, calendar) for row in rows[at + 1:plated + ISSUE + 1])


def _ends_soon(row: Mark, calendar: Dates) -> bool:
    """Whether hardly a word stands behind the date of a line: "post no. 22, 3 May 2024. Please share."."""
    found = calendar.find(row.line.text)
    return found is not None and len(row.line.text[found.end:].split()) <= _FEW - 2


def _is_title(rows: list[Mark], at: int, title: str | None, names: Outlets) -> bool:
    row = rows[at]
    if title and _begins(row.line.text, title, names):
        return True
    if title and row.line.words > _SHORT:
        return False
    if row.line.words > _TITLE or (row.stopped and row.line.text[-1] in ".") or row.line.text[-1] in ":،,;؛" or row.bullet:
        return False
    if row.line.text.startswith("(") or _masthead(row, names) or _place_alone(rows, at, None):
        return False
    if _pieced(rows, at, False, None):
        return False
    return any(later.role is None and later.long and later.line.words > row.line.words for later in rows[at + 1:at + 6])


def _take_title(rows: list[Mark], at: int, title: str | None, names: Outlets) -> str:
    """Make the line the title, without the name of the site behind it; gives the title alone."""
    row = rows[at]
    if title and row.line.words > len(title.split()) + _SHORT and (end := _begins(row.line.text, title, names)):
        row.cuts = [(0, "title", "the title that the record gives"), (end, "body", "paragraph")]
        return title
    row.take("title", "short first line without a full stop" if not title else "the title that the record gives")
    text = row.line.text
    others = {names.key(other.line.text) for other in rows[at + 1:at + 5]} | ({names.key(title)} if title else set())
    for bar in _BARS:
        front, found, tail = text.rpartition(bar)
        if not found or not front.strip() or not tail.strip():
            continue
        if publishes(front, names) and not publishes(tail, names):
            row.cuts = [(0, "boilerplate", "the site's name before the title"), (len(front) + len(bar), "title", row.reason)]
            return tail
        known = names.known(tail.strip()) or names.addressed(tail.strip())
        if known or names.key(front) in others or (bar in _SURE and len(tail.split()) <= 6):
            row.cuts = [(0, "title", row.reason), (len(front), "boilerplate", "the site's name behind the title")]
            return front
    return text


def _begins(text: str, title: str, names: Outlets) -> int:
    """How many letters of a line are the title that it begins with; 0 where it does not."""
    key = names.key(title)
    if not key or names.key(text[:len(title) + 40])[:len(key)] != key:
        return 0
    return next((end for end in range(max(1, len(title) - 8), min(len(text), len(title) + 40) + 1)
                 if names.key(text[:end]) == key), len(text))


def _dates(row: Mark, calendar: Dates) -> bool:
    return row.line.words <= _LINE and not (row.stopped and row.line.words > 8) and calendar.find(row.line.text) is not None


def _masthead(row: Mark, names: Outlets) -> bool:
    """"Outlet - (author)", "place: author", "Outlet – place": short pieces apart from one another, one of them a known outlet."""
    if row.line.words > _LINE or row.stopped:
        return False
    return any(names.known(piece) for piece in named_pieces(row.line.text, names))


def publishes(name: str, names: Outlets) -> bool:
    """Whether a name is that of an outlet, or of a body that publishes its own words."""
    return bool(names.known(name.strip()) or names.body(name.strip()))


def named_pieces(text: str, names: Outlets) -> list[str]:
    """The pieces of a line; cut at the dashes within words too, where that uncovers an outlet."""
    found = pieces(text)
    if any(map(names.known, found)):
        return found
    finer = [bare for piece in found for part in piece.split("-") if (bare := part.strip())]
    return finer if any(map(names.known, finer)) else found


def _place_alone(rows: list[Mark], at: int, titled: str | None) -> bool:
    """One or two words between title and paragraph, in capitals where the script has them."""
    row = rows[at]
    later = next((other for other in rows[at + 1:] if other.role is None), None)
    text = row.line.text
    shape = text.isupper() or (titled is not None and text.upper() == text.lower())
    return row.line.words <= 2 and row.headline and not row.item and shape and later is not None and later.long


def _pieced(rows: list[Mark], at: int, titled: bool, calendar: Dates | None) -> bool:
    """A short line of few short pieces between the title and a paragraph: an outlet nobody knows, an author, a place.

    Below it may stand the day, where a `calendar` is given to know it by.
    """
    row = rows[at]
    parts = pieces(row.line.text)
    later = next((other for other in rows[at + 1:] if other.role is None and not (calendar and _dates(other, calendar))), None)
    if not titled and (row.line.words >= _FEW or not any(mark in row.line.text for mark in _APART)):
        return False
    return row.line.words <= 9 and not row.stopped and 2 <= len(parts) <= 4 and max(len(part.split()) for part in parts) <= 4 \
        and later is not None and later.long


def pieces(text: str) -> list[str]:
    """What stands between dashes, colons, bars and brackets; a dash inside a word parts nothing."""
    out, piece = [], ""
    for index, letter in enumerate(text):
        inside = letter == "-" and 0 < index < len(text) - 1 and text[index - 1].isalnum() and text[index + 1].isalnum()
        if (letter in _SPLIT and not inside) or (letter == STRETCH and text[max(0, index - 1):index + 2].strip() == letter):
            out.append(piece)
            piece = ""
        else:
            piece += letter
    return [bare for each in [*out, piece] if (bare := each.strip(STRAY))]


def _is_standfirst(rows: list[Mark], at: int) -> bool:
    row = rows[at]
    later = [other for other in rows[at + 1:] if other.role is None]
    if row.line.words > _STANDFIRST or not later:
        return False
    quoted = row.line.text[0] in _QUOTES and row.line.text.rstrip(".")[-1] in _QUOTES
    return quoted or (not row.stopped and row.line.words > 6 and later[0].long)
