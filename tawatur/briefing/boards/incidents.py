"""Incidents as a table: one strike or killing a row."""

from collections.abc import Sequence

from tawatur.briefing.boards.scribe import SHORT, Scribe
from tawatur.briefing.boards.sheet import Sheet
from tawatur.briefing.runs import Runs
from tawatur.records import Charge, Incident, Telling, Toll


def incident_sheets(scribe: Scribe, incidents: Sequence[Incident]) -> tuple[Sheet, ...]:
    """One sheet with a row for each."""
    heads = scribe.heads("board_id", "board_day", "board_where", "board_killed", "board_injured", "board_how", "board_actors",
                         "board_denied", "board_origins")
    return (Sheet("", heads, tuple(_row(scribe, one) for one in incidents), below=5),) if incidents else ()


def _row(scribe: Scribe, one: Incident) -> tuple[str, ...]:
    voice = scribe.voice
    whole = Telling(None, one.claims, roots=one.roots, independent=one.independent)
    when = voice.span(one.start, one.end or one.start) if one.start else voice.joined(
        [voice.say("time_words", words=scribe.words(text, whole)) for text in one.when], "semicolon") or voice.say("undated")
    tolls = (_tolls(scribe, one, harm) for harm in ("killed", "injured"))
    how = [*(voice.label("mode", mode.value) for mode in one.modes), *(scribe.words(arm.value or "", arm) for arm in one.weapons)]
    return (one.id[:SHORT], scribe.text(when), scribe.where(one.places), *tolls, scribe.text(voice.joined(how, "semicolon")),
            _said(scribe, [_accused(scribe, charge) for charge in one.charges if charge.actor and charge.accusers]),
            _said(scribe, [_denied(scribe, charge) for charge in one.charges if charge.deniers]),
            scribe.origins(whole), scribe.ids(one.claims))


def _said(scribe: Scribe, said: Sequence[Runs]) -> str:
    return scribe.text(scribe.voice.joined(list(dict.fromkeys(said)), "semicolon"))


def _accused(scribe: Scribe, charge: Charge) -> Runs:
    """Whom somebody accuses and who does; a party's word on what it did itself is called so."""
    actor, others = scribe.who(charge.actor), _others(scribe, charge.accusers, charge.actor)
    said = [scribe.voice.say("incident_accused", names=scribe.voice.listed(others))] if others else []
    said += [scribe.voice.say("incident_own_word")] if len(others) < len(charge.accusers) else []
    words = scribe.voice.say("incident_charge", actor=actor, by=scribe.voice.joined(said, "semicolon"))
    possible = all(telling.modality == "possible" for telling in charge.accusers)
    return scribe.modal(words, charge.accusers[0]) if possible else words


def _denied(scribe: Scribe, charge: Charge) -> Runs:
    """Who denies it; of whom, where that is another."""
    names = scribe.voice.listed([scribe.root(telling.value or "") for telling in charge.deniers])
    if not charge.actor or not _others(scribe, charge.deniers, charge.actor):
        return names
    return scribe.voice.say("incident_denied_of", names=names, actor=scribe.who(charge.actor))


def _others(scribe: Scribe, tellings: Sequence[Telling], actor: str | None) -> list[Runs]:
    """Those who say it and are not the party itself."""
    mine = scribe.text(scribe.who(actor))
    return [said for telling in tellings if scribe.text(said := scribe.root(telling.value or "")) != mine]


def _tolls(scribe: Scribe, one: Incident, harm: str) -> str:
    said = [scribe.voice.say("incident_toll", number=_span(scribe, toll), group=scribe.voice.label("casualty", toll.group))
            for toll in one.tolls if toll.harm == harm]
    return scribe.text(scribe.voice.joined(said, "semicolon"))


def _span(scribe: Scribe, toll: Toll) -> Runs:
    """From the least to the most, as one says it."""
    voice = scribe.voice
    low = (voice.number(toll.low),) if toll.low is not None else ()
    high = (voice.number(toll.high),) if toll.high is not None else ()
    if low and high:
        return low if toll.low == toll.high else voice.say("incident_from_to", low=low, high=high)
    if low or high:
        return voice.say("incident_open", low=low) if low else voice.say("incident_up_to", high=high)
    return voice.say("incident_some")
