"""Speech where the verb stands before its subject: "“…”, said X, who …"."""

from tawatur.attribution.cased import phrase
from tawatur.attribution.line import Cue, Line
from tawatur.attribution.passive import completed
from tawatur.attribution.said import Said
from tawatur.attribution.scope import clause_start, trimmed
from tawatur.attribution.subject import Subject
from tawatur.attribution.tail import QUOTES

_TELLING = frozenset({"say", "report", "announce", "condemn", "warn", "claim"})


def inverted(line: Line, cue: Cue, subject: Subject | None) -> Said | None:
    """ "…," said X, who …"""
    spoken = line.form(cue.first - 1) in QUOTES or line.form(cue.first - 2) in QUOTES
    closed = line.form(cue.first - 1) in QUOTES or (line.form(cue.first - 1) == "," and line.form(cue.first - 2) in QUOTES)
    if "object" in cue.takes and not spoken and not _closing(line, cue):
        return None
    if (
        "clause" not in cue.takes
        or ("hearer" in cue.takes and not closed)  # “…,” warned X
        or line.has(cue.last, "complement", "time")
        or not cue.features & {"past", "third", "present"}
    ):
        return None
    marked = closed or (line.form(cue.first - 1) == "," and (cue.strong or _closing(line, cue)))
    if not marked and subject is not None and subject.adjacent and subject.voices[0].how == "pronoun":
        return None
    named = phrase(line, cue.last, line.last)
    if named is None or (named.voices[0].how == "pronoun" and not marked):
        return None
    done = completed(line, named)
    known = all(voice.how != "unknown" for voice in done.voices)
    final = _is_end(line, done.stop)
    if subject is not None and not marked and _done_to(line, subject, cue):
        return None
    settled = subject is not None and subject.adjacent and any(voice.how != "unknown" for voice in subject.voices)
    closing = final and known and done.voices[0].how == "name"
    if not (known or marked) or (settled and not (closing or closed)) or (not marked and not cue.strong):
        return None
    follows = (
        final
        or line.form(named.core) in (",", ";", "“", '"', "–", "—", ".")
        or line.has(named.core, "indefinite", "relative", "preposition", "time")
        or done.stop > named.last
    )
    if not follows or (
        not marked
        and any(
            line.has(j, "have", "be", "modal")
            for j in range(named.core, min(named.core + 6, line.last))
            if not any(line.has(k, "relative") for k in range(named.core, j))
        )
    ):
        return None
    if cue.first <= line.first:
        said = done.stop + 1 if line.form(done.stop) in (":", ",") else None
        return (
            Said(cue, done.voices, [(said, line.last)], cue.first, said, done.relays, cue.via, role=done.role) if said else None
        )
    content = [quotation_before(line, (clause_start(line, cue.first), trimmed(line, cue.first)))]
    rest = done.stop
    if not marked:
        return Said(cue, done.voices, content, cue.first, line.last, done.relays, trailing=True, role=done.role)
    while rest < line.last and line.form(rest) not in QUOTES and not goes_on(line, rest) and line.form(rest) != ":":
        rest += 1
    if rest < line.last and not _is_end(line, rest):
        content.append((rest, line.last))
    return Said(cue, done.voices, content, cue.first, rest, done.relays, cue.via, trailing=True, role=done.role)


def _closing(line: Line, cue: Cue) -> bool:
    """Whether a verb of telling stands behind a comma, and who told it closes the sentence: "…, stressed the council."."""
    if line.form(cue.first - 1) != "," or cue.act not in _TELLING or "past" not in cue.features:
        return False
    named = phrase(line, cue.last, line.last)
    known = named is not None and all(voice.how in ("noun", "name") for voice in named.voices)
    stop = max(named.core, named.last) if named is not None else line.last
    return named is not None and known and (_is_end(line, stop) or line.has(stop, "relative"))


def _done_to(line: Line, subject: Subject, cue: Cue) -> bool:
    """Whether only what was done to a subject stands between it and its verb: "a man quoted by the paper said"."""
    known = any(voice.how != "unknown" for voice in subject.voices)
    return known and any(line.has(j, "reaches") for j in range(subject.voices[-1].last, cue.first))


def _is_end(line: Line, at: int) -> bool:
    return all(line.kind(j) == "punctuation" for j in range(at, line.last))


def quotation_before(line: Line, left: tuple[int, int]) -> tuple[int, int]:
    """All of a quotation that ends where the words before the verb do, though it began sentences before."""
    ending = [quotation for quotation in line.quotations if quotation.last in (left[1] - 1, left[1])]
    if not ending:
        return left
    outer = min(ending, key=lambda quotation: quotation.first)
    return (min(left[0], outer.first), left[1])


def goes_on(line: Line, at: int) -> bool:
    """ ", adding that …" after the verb's own end."""
    cue = line.cue_at.get(at)
    return cue is not None and "ing" in cue.features and not cue.finite
