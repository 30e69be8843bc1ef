"""How far words reach: which speech stands under which, and where a source's words end and the outlet's own go on."""

from bisect import bisect_left

from tawatur.attribution.line import Line
from tawatur.attribution.said import Said
from tawatur.text import PAUSES


def arrange(line: Line, found: list[Said]) -> list[Said]:
    """Nest what is told within what is told, and cut contents where another source, or the outlet, takes over."""
    found.sort(key=lambda said: (said.cue.first, said.start))
    for said in found:
        said.content = [_cut(line, said, span) for span in said.content]
    for n, said in enumerate(found):
        for other in found[n + 1 :]:
            _relate(line, said, other)
    for said in found:
        said.content = [(first, last) for first, last in said.content if last > first]
    return found


def _relate(line: Line, first: Said, second: Said) -> None:
    if first.aside or second.aside:
        return
    inside = next((k for k, (a, b) in enumerate(first.content) if a <= second.start < b and a >= first.start), None)
    if second.trailing and second.content and second.start > first.cue.first:
        begin, end = second.content[0]
        around = line.quoted(second.start)
        if around is not None and first.cue.first < around.first > begin and inside is not None:
            second.content[0] = (around.first, max(end, around.first))
            second.parents.append(first)  # cited by whom is quoted: it governs nothing outside
            return
        if second.denies and inside is not None:
            second.content = [first.content[inside]]
            return
        if first.cue.act == second.cue.act == "cite" and first.trailing and _beside(line, first.stop):
            second.content[0] = (max(begin, first.stop + 1), end)
            return
        late = _late_clause(line, first, second) if begin <= first.start < end else None
        if late is not None and inside is not None:
            second.content[0] = (late, end)
            first.content[inside] = (first.content[inside][0], _trimmed(line, late))
        elif begin <= first.start < end and _governs(first, second):
            first.parents.append(second)
            second.governs.append(first)
            if inside is not None:
                first.content[inside] = (first.content[inside][0], _trimmed(line, second.start))
        elif inside is not None and begin > first.content[inside][0]:
            first.content[inside] = (first.content[inside][0], _trimmed(line, min(begin, first.content[inside][1])))
        elif inside is not None:
            second.content[0] = (max(begin, first.content[inside][0]), end)
            second.parents.append(first)
        return
    if inside is None:
        return
    if _under(line, first, second, first.content[inside]):
        second.parents.append(first)
    elif second.start > first.content[inside][0]:
        first.content[inside] = (first.content[inside][0], _trimmed(line, second.start))


def _late_clause(line: Line, first: Said, second: Said) -> int | None:
    """A source named at the end, after somebody else's words, may stand for the last subordinate clause alone."""
    if second.cue.act != "cite" or any(voice.kind in ("agency", "document") for voice in second.voices) or not first.content:
        return None
    begin = first.content[-1][0]
    return next(
        (
            at + 1
            for at in range(second.start - 3, begin + 3, -1)
            if line.form(at) in PAUSES and line.quoted(at) is None and line.has(at + 1, "subordinate", "contrast", "but")
        ),
        None,
    )


def _beside(line: Line, at: int) -> bool:
    """Whether a clause of its own begins behind a comma: "nine, as X counts, and twelve, as Y counts"."""
    joined = any("and" in mention.features for mention in line.at.get(at + 1, ())) or line.has(at + 1, "and")
    return line.form(at) in PAUSES and joined


def _governs(first: Said, second: Said) -> bool:
    """Whether a trailing cue speaks of the earlier source's words, and is no mere repetition of the same source."""
    mine = {voice.text for voice in first.voices} | {voice.known for voice in first.voices if voice.known}
    theirs = {voice.text for voice in second.voices} | {voice.known for voice in second.voices if voice.known}
    return not mine & theirs


def _under(line: Line, first: Said, second: Said, span: tuple[int, int]) -> bool:
    """Whether the second is told by the first: it opens the words, or stands in their quotation, or joins nothing."""
    quotation = line.quoted(second.start)
    if (
        quotation is not None
        and quotation.first <= second.start
        and (line.quoted(span[0]) == quotation or quotation.first - span[0] in (0, 1))
    ):
        return True
    if second.cue.features & {"and", "then"} or second.continues:
        return False
    at = second.start - 1
    while at > span[0] and line.has(at, "have", "time", "adverb"):
        at -= 1
    if at < span[0] or line.has(at, "complement"):
        return True
    return not (line.kind(at) == "punctuation" or line.has(at, "and", "but", "contrast", "relative", "subordinate", "where"))


def _cut(line: Line, said: Said, span: tuple[int, int]) -> tuple[int, int]:
    """End a clause's content where a contrasting clause begins behind a comma; quotations run to their end."""
    first, last = span
    if first < said.cue.first or last < line.last or line.form(first - 1) == ":":
        return first, _trimmed(line, last)
    for at in line.pauses[bisect_left(line.pauses, first + 3):bisect_left(line.pauses, last - 2)]:
        if line.quoted(at) is not None:
            continue
        follows = at + 1
        if line.has(follows, "contrast") or (
            line.has(follows, "but")
            and not line.has(follows + 1, "be", "have", "modal", "not", "adverb")
            and follows + 1 not in line.cue_at
        ):
            return first, at
    return first, _trimmed(line, last)


def clause_start(line: Line, at: int) -> int:
    """Back from a trailing cue to where the clause that it governs begins."""
    before = bisect_left(line.turns, at)
    return line.turns[before - 1] + 1 if before else line.first


def trimmed(line: Line, last: int) -> int:
    """Back over marks and brackets that only lead up to a cue."""
    while last > line.first and line.kind(last - 1) == "punctuation" and line.form(last - 1) in ",\u060c:;\u061b-–—.(":
        last -= 1
    return last


def _trimmed(line: Line, last: int) -> int:
    while last > line.first and (
        (line.kind(last - 1) == "punctuation" and line.form(last - 1) in ",،:;؛-–—.") or line.has(last - 1, "and")
    ):
        last -= 1
    return last
