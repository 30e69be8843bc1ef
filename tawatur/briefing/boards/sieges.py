"""The card of a siege: answers to its questions, then what was tried, allowed and denied."""

from collections.abc import Iterator
from datetime import date

from tawatur.briefing.boards.scribe import Scribe
from tawatur.briefing.boards.sheet import Sheet
from tawatur.briefing.runs import Runs, capital
from tawatur.records import Attempt, Siege, Telling

Cells = tuple[str, ...]


def siege_sheets(scribe: Scribe, siege: Siege) -> tuple[Sheet, ...]:
    """The sheets of a card."""
    answers = tuple(_answer(scribe, answer.question, telling) for answer in siege.answers for telling in answer.tellings)
    heading = scribe.say("siege_heading", place=scribe.place(siege.place))
    sheets = [Sheet(heading, scribe.heads("board_what", "board_answer", "board_when", "board_origins"), answers, below=2)]
    if siege.attempts:
        heads = scribe.heads("board_means", "board_outcome", "board_word", "board_reason", "board_when", "board_origins")
        attempts = tuple(_attempt(scribe, one) for one in siege.attempts)
        sheets.append(Sheet("", heads, attempts, tuple(_remarks(scribe, siege)), below=2))
    else:
        sheets[0] = Sheet(heading, sheets[0].columns, answers, tuple(_remarks(scribe, siege)), below=2)
    return tuple(sheets)


def _remarks(scribe: Scribe, siege: Siege) -> Iterator[str]:
    yield scribe.say("siege_tier")
    if siege.unplaced:
        yield scribe.say("siege_unplaced", len(siege.unplaced), ids=scribe.plain(scribe.ids(siege.unplaced)))
    if siege.as_of:
        yield scribe.say("board_as_known", day=scribe.voice.span(siege.as_of, siege.as_of))
        yield scribe.say("board_undated", siege.undated)


def _answer(scribe: Scribe, question: str, telling: Telling) -> Cells:
    said = scribe.text(scribe.modal(_value(scribe, question, telling), telling)) if telling.value else scribe.claim(telling)
    head = scribe.text(scribe.voice.label("question", question))
    return head, said, scribe.text(scribe.when(telling)), scribe.origins(telling), scribe.ids(telling.claims)


def _value(scribe: Scribe, question: str, telling: Telling) -> Runs:
    value = telling.value or ""
    if question == "designation":
        return scribe.voice.label("designation", value)
    if question == "since":
        first, _, last = value.partition("/")
        try:
            date.fromisoformat(first)
        except ValueError:
            return scribe.words(value, telling)
        return scribe.voice.span(first, last or first)
    return scribe.who(value)


def _attempt(scribe: Scribe, one: Attempt) -> Cells:
    reasons = scribe.voice.joined([scribe.hazards(reason) or scribe.words(reason.value or "", reason) for reason in one.reasons],
                                  "semicolon")
    return (scribe.text(capital(scribe.voice.label("means", one.means))), scribe.text(scribe.voice.label("outcome", one.outcome)),
            scribe.text(scribe.word(one.telling)), scribe.text(reasons), scribe.text(scribe.when(one.telling)),
            scribe.origins(one.telling), scribe.ids(one.telling.claims))
