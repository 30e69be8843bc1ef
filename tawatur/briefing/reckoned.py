"""Figures that an analyst reckoned, in the words of one language: never without their formula and its terms."""

from collections.abc import Mapping

from tawatur.briefing.amounts import amount, told
from tawatur.briefing.runs import Run, Runs, cites, shown
from tawatur.briefing.voice import Voice
from tawatur.records import Derived, Figure

SHORT = 8
"""Digits of an id that a line shows."""


def reckoned(voice: Voice, one: Derived, numbers: Mapping[str, int]) -> list[Runs]:
    """The result; each term with its number (`numbers`, by claim) or else its id; and by whom, when and why."""
    name, formula = (Run(shown(one.name), "name"),), (Run(shown(one.formula), "number"),)
    lines = [voice.say("derived_is", name=name, amount=_result(voice, one), formula=formula)]
    for term in one.terms:
        figure = term.claim.content
        said = told(voice, figure) if isinstance(figure, Figure) else ()
        if term.claim.modality != "asserted":
            said = voice.say("colon", left=voice.label("modality", term.claim.modality), right=said)
        sources = voice.joined(list(dict.fromkeys(voice.told(chain) for chain in term.claim.chains)), "semicolon")
        mark = cites([numbers[term.claim.id]]) if term.claim.id in numbers else (Run(" "), Run(term.claim.id[:SHORT], "number"))
        letter = (Run(term.letter, "number"),)
        lines.append((*voice.say("derived_term", letter=letter, amount=said, sources=sources), *mark))
    made = voice.say("derived_by", name=(Run(shown(one.by), "name"),), time=voice.instant(one.at))
    lines.append(voice.joined([made, (Run(shown(one.note), "name"),)], "semicolon") if one.note else made)
    return [*lines, voice.say("derived_open")] if one.open else lines


def _result(voice: Voice, one: Derived) -> Runs:
    """What the formula comes to, with its bound in words."""
    if one.low is None and one.high is None:
        return voice.say("derived_nothing")
    same = one.low == one.high
    bound = "exact" if same else "between" if None not in (one.low, one.high) else "at_least" if one.high is None else "at_most"
    value = one.low if bound in ("exact", "at_least") else one.high if bound == "at_most" else None
    if one.unit is None:
        ends = [(voice.number(round(end, 4)),) for end in dict.fromkeys((one.low, one.high)) if end is not None]
        said = voice.say("range", low=ends[0], high=ends[-1]) if len(ends) > 1 else ends[0]
        return voice.say(f"bare_{bound}", amount=said)
    about = bound == "exact" and one.rough
    said = amount(voice, Figure("", value, one.low, one.high, "about" if about else bound, one.unit, one.population))
    return voice.say("derived_rough", amount=said) if one.rough and not about else said
