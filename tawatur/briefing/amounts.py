"""Numbers with their bounds in words, never in signs: a sign is mirrored or lost where the line runs from right to left."""

from tawatur.briefing.blocks import Words
from tawatur.briefing.labels import label, noun
from tawatur.briefing.runs import Run, Runs, plain, quote, shown
from tawatur.briefing.voice import Voice
from tawatur.records import Component, Figure

_PEOPLE = "people"


def amount(voice: Voice, figure: Figure) -> Runs:
    """The counted noun with its number and bound."""
    low, high, value = figure.low, figure.high, figure.value
    if figure.bound == "between" and low is not None and high is not None:
        counted = _noun(voice, figure, voice.plural(high))
        return voice.say("between", low=(voice.number(low),), high=(voice.number(high),), noun=counted)
    if figure.bound == "at_least" and (least := low if low is not None else value) is not None:
        return voice.say("at_least", amount=_counted(voice, figure, least))
    if figure.bound == "at_most" and (most := high if high is not None else value) is not None:
        return voice.say("at_most", amount=_counted(voice, figure, most))
    if value is not None and figure.bound != "vague":
        said = _counted(voice, figure, value)
        return voice.say("about", amount=said) if figure.bound == "about" else said
    return _vague(voice, figure)


def told(voice: Voice, figure: Figure) -> Runs:
    """The whole phrase: what is said of how many."""
    template = label("measure_line", figure.measure, voice.language)
    if template is None:
        return voice.say("measure_other", amount=amount(voice, figure), measure=voice.label("measure", figure.measure))
    before, _, after = template.partition("{amount}")
    return (*plain(before), *amount(voice, figure), *plain(after))


def composition(voice: Voice, part: Component) -> Runs:
    """Who they are made up of: a share in words, or a number."""
    if part.value is not None:
        counted = Figure("", part.value, part.value, part.value, "exact", _PEOPLE, part.population)
        return voice.say("share_value", amount=amount(voice, counted))
    share = label("share", part.share or "including", voice.language)
    said = plain(share) if share else (quote(Words(part.share or "", None)),)
    return voice.say("share", share=said, population=_of(voice, "population", part.population))


def _counted(voice: Voice, figure: Figure, value: float) -> Runs:
    form = voice.plural(value)
    keeps = label("unit_keeps", figure.unit, voice.language)
    message = f"counted_{form}" if form in ("one", "two") and not keeps else "counted"
    return voice.say(message, number=(voice.number(value),), noun=_noun(voice, figure, form))


def _noun(voice: Voice, figure: Figure, form: str) -> Runs:
    group, key = _kind(figure)
    words = noun(group, key, voice.language, form)
    return plain(words) if words else (Run(shown(key.replace("_", " ")), "name"),)


def _of(voice: Voice, group: str, key: str) -> Runs:
    words = noun(group, key, voice.language, "of")
    return plain(words) if words else (Run(shown(key.replace("_", " ")), "name"),)


def _kind(figure: Figure) -> tuple[str, str]:
    """What is counted: people by who they are, everything else by its unit."""
    if figure.unit in (None, _PEOPLE):
        return "population", figure.population or _PEOPLE
    return "unit", figure.unit or _PEOPLE


def _vague(voice: Voice, figure: Figure) -> Runs:
    low, high = figure.low, figure.high
    if low is None and high is None:
        return _quantity(voice, figure, "-")
    if low is None or high is None:
        bound, value = ("at_least", low) if high is None else ("at_most", high)
        return voice.say(bound, amount=_counted(voice, figure, value or 0))
    key = f"{low:.0f}-{high:.0f}"
    words = _quantity(voice, figure, key if label("vague", key, voice.language) else "other")
    return voice.say("vague_range", words=words, low=(voice.number(low),), high=(voice.number(high),))


def _quantity(voice: Voice, figure: Figure, key: str) -> Runs:
    before, _, after = (label("vague", key, voice.language) or "{of}").partition("{of}")
    return (*plain(before), *_of(voice, *_kind(figure)), *plain(after))
