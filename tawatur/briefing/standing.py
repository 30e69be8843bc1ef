"""How a fact stands, in words: how many origins its reports come down to, who they are, and why their values differ."""

from collections.abc import Iterable

from tawatur.briefing.blocks import Glossary, Named
from tawatur.briefing.runs import Run, Runs, shown
from tawatur.briefing.voice import Voice
from tawatur.records import Fact, Independent, Reason

ROOT = "root"
"""The name of the grounds that tell of a root; `right` says whether it is `sure`, `unsure`, or may be `heard` from the party."""

AGAINST = frozenset({"denied", "contradicted", "opposed", "reversed", "otherwise"})
"""Causes of steps that take no root from a fact, and stand against it."""
SHORT = 8
"""Digits of an id that a line shows."""


def origins(voice: Voice, bounds: Independent) -> Runs:
    """How many origins, from least to most."""
    if bounds.least == bounds.most:
        return voice.say("n_origins", bounds.most)
    return voice.say("origins_between", least=(voice.number(bounds.least),), most=(voice.number(bounds.most),))


class Standing:
    """Says how facts stand, in one language, with the neutral names of the packs."""

    def __init__(self, language: str, named: Iterable[Named] = ()) -> None:
        entries: dict[str, Named] = {}
        for one in named:
            entries.setdefault(one.id, one)
            entries.setdefault(one.name.casefold(), one)
        self._voice = Voice(language, Glossary(entries=entries))

    def origins(self, fact: Fact, reports: int) -> str:
        """“3 reports, 1 origin: …”: the roots by name, with what makes one of them less than sure."""
        voice, counted = self._voice, origins(self._voice, fact.independent)
        roots = [self._root(reason) for reason in fact.grounds if reason.name == ROOT]
        copies = sum(1 for reason in fact.grounds if reason.name != ROOT)
        told = voice.say("n_reports", reports)
        said = voice.say("standing", reports=told, origins=counted, roots=voice.joined(roots, "semicolon"))
        return _flat((*said, Run(voice.mark("semicolon")), *voice.say("n_copies", copies)) if copies else said)

    def agreement(self, fact: Fact) -> str:
        """Whether the claims agree, and the cause where they do not."""
        voice = self._voice
        stands = voice.say(f"agreement_{fact.agreement}")
        return _flat(voice.say("colon", left=stands, right=voice.say(f"why_{fact.why}")) if fact.why else stands)

    def certainty(self, fact: Fact) -> str:
        """The rung of the ladder, and whether something stands against it."""
        rung = self._voice.say(f"rung_{fact.certainty or 'one_root'}")
        if any(step.cause in AGAINST for step in fact.steps):
            rung = self._voice.say("rung_against", rung=rung)
        if len(fact.counted) < len(fact.claims):
            counted = self._voice.joined([_id(one) for one in fact.counted], "semicolon")
            rung = self._voice.say("rung_of", rung=rung, claims=counted)
        return _flat(rung)

    def steps(self, fact: Fact) -> list[str]:
        """Every step down: its day, its cause, by which claims, and from which rung to which."""
        voice = self._voice
        held: dict[tuple[str | None, str, str, str], list[str]] = {}
        for step in fact.steps:
            held.setdefault((step.date, step.cause, step.left, step.right), []).extend(step.claims)
        return [_flat(self._step(*key, voice.joined([_id(one) for one in dict.fromkeys(claims)], "semicolon")))
                for key, claims in held.items()]

    def _step(self, date: str | None, cause: str, left: str, right: str, ids: Runs) -> Runs:
        voice = self._voice
        when = voice.span(date, date) if date else voice.say("step_undated")
        said = voice.say("step", when=when, cause=voice.say(f"step_{cause}"), claims=ids)
        if left == right:
            return said
        return voice.say("step_down", step=said, left=voice.say(f"rung_{left}"), right=voice.say(f"rung_{right}"))

    def headline(self, fact: Fact) -> str:
        """That a person put a claim first; nothing where nobody did."""
        return _flat(self._voice.say("headline_set", claim=_id(fact.headline))) if fact.headline else ""

    def _root(self, reason: Reason) -> Runs:
        voice = self._voice
        name = voice.say("root_reports", root=voice.outlet(reason.left), reports=voice.say("n_reports", int(reason.weight)))
        return name if reason.right == "sure" else voice.say(f"root_{reason.right}", root=name)


def _id(claim: str) -> Runs:
    return (Run(claim[:SHORT], "number"),)


def _flat(runs: Runs) -> str:
    return shown("".join(run.text for run in runs))
