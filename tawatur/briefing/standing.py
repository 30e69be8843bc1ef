"""How a fact stands, in words: how many origins its reports come down to, who they are, and why their values differ."""

from collections.abc import Iterable

from tawatur.briefing.blocks import Glossary, Named
from tawatur.briefing.runs import Run, Runs, shown
from tawatur.briefing.voice import Voice
from tawatur.records import Fact, Independent, Reason

ROOT = "root"
"""The name of the grounds that tell of a root; `right` says whether it is `sure`, `unsure`, or may be `heard` from the party."""


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

    def _root(self, reason: Reason) -> Runs:
        voice = self._voice
        name = voice.say("root_reports", root=voice.outlet(reason.left), reports=voice.say("n_reports", int(reason.weight)))
        return name if reason.right == "sure" else voice.say(f"root_{reason.right}", root=name)


def _flat(runs: Runs) -> str:
    return shown("".join(run.text for run in runs))
