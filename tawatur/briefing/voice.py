"""One language speaking: messages of the catalogue filled with runs, names, numbers, dates, plural forms."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from babel import Locale
from babel.dates import get_month_names
from babel.numbers import format_decimal

from tawatur.briefing.blocks import REVIEWED, Glossary, Words
from tawatur.briefing.labels import label, noun
from tawatur.briefing.runs import Run, Runs, direction, plain, quote, shown
from tawatur.records import Claim, Place, Source, Time
from tawatur.records.claim import Chain

_CATALOGUES = Path(__file__).parent.parent / "locale"
_SLOT = re.compile(r"\{(\w+(?:\|of)?)\}")
_DECLINED = "|of"
"""A slot after a preposition: names in it take the oblique ending, where the packs know the name with it."""
_MONTHS = {"en": ("en",), "ar": ("ar_SY", "ar_EG")}
"""Arabic months in both calendars' names, as the United Nations writes them: readers of either know the day."""


@cache
def catalogue(language: str) -> Mapping[str, Any]:
    """The messages of a language."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    messages: Mapping[str, Any] = yaml.load((_CATALOGUES / f"{language}.yaml").read_text(encoding="utf-8"), Loader=loader)
    return messages


class Voice:
    """Says messages in one language with the glossary's names."""

    def __init__(self, language: str, glossary: Glossary) -> None:
        self.language, self._glossary = language, glossary
        self._messages, self._locale = catalogue(language), Locale.parse(language)
        self.direction: str = self._messages["direction"]

    def say(self, key: str, count: int | None = None, **slots: Runs) -> Runs:
        """A message with its slots filled; `count` chooses the plural variant and fills {count}."""
        message = self._messages[key]
        if count is not None:
            message = message.get(self._form(count, message)) or message["other"]
            slots["count"] = (self.number(count),)
        runs: list[Run] = []
        for index, piece in enumerate(_SLOT.split(message)):
            filled = plain(piece) if index % 2 == 0 else self._filled(piece, slots)
            if filled and runs and runs[-1].text[-1:].isalpha() and self._collides(filled[0]):
                runs.append(Run("\u00a0"))  # a one-letter conjunction is written onto Arabic words, not onto Latin ones
            runs += filled
        return tuple(runs)

    def _filled(self, slot: str, slots: Mapping[str, Runs]) -> Runs:
        runs = slots[slot.removesuffix(_DECLINED)]
        return tuple(map(self._declined, runs)) if slot.endswith(_DECLINED) else runs

    def _declined(self, run: Run) -> Run:
        """A name with other endings, if it is a name of the same thing; a guessed form is never shown."""
        text = run.text
        for ending, other in self._messages["oblique"].items():
            text = re.sub(rf"{ending}\b", other, text)
        same = text != run.text and run.kind == "name" and self._glossary.bears(run.text, text, self.language)
        return replace(run, text=text) if same else run

    def _form(self, count: float, forms: Mapping[str, Any]) -> str:
        return "zero" if count == 0 and "zero" in forms else self.plural(count)

    def _collides(self, run: Run) -> bool:
        return run.kind not in ("plain", "number") and direction(run.text) != self.direction

    def mark(self, key: str, side: str | None = None) -> str:
        """A sign of the catalogue: an arrow, a quotation mark."""
        sign: Any = self._messages[key]
        return str(sign[side] if side else sign)

    def plural(self, count: float) -> str:
        """The language's plural category."""
        return str(self._locale.plural_form(count))

    def number(self, value: float) -> Run:
        """Western digits in both languages, thousands apart."""
        whole = int(value) if float(value).is_integer() else value
        return Run(shown(format_decimal(whole, locale=self._locale, numbering_system="latn")), "number")

    def language_name(self, code: str) -> Runs:
        """A language by its name in the page's own, or else by its code."""
        name = Locale.parse(self.language).languages.get(code.partition("-")[0])
        return plain(name) if name else (Run(shown(code), "name"),)

    def label(self, group: str, key: str | None) -> Runs:
        """A value of the codebook; one that no row says is shown as it is written."""
        words = label(group, key, self.language)
        return plain(words) if words else (Run(shown((key or "").replace("_", " ")), "name"),) if key else ()

    def actor(self, key: str | None) -> Runs:
        """The neutral name of a party; one that no pack knows stays in quotation marks."""
        if not key:
            return self.say("party_none")
        name = self._glossary.known(key, self.language)
        return (Run(shown(name), "name"),) if name else (quote(Words(key, None)),)

    def actors(self, keys: Sequence[str]) -> Runs:
        return self.listed([self.actor(key) for key in keys])

    def people(self, key: str) -> Runs:
        """A population of the codebook in the plural, or nothing where no row says it."""
        words = noun("population", key, self.language, "of")
        return plain(words) if words else ()

    def place(self, place: Place) -> Runs:
        """The usual name of a place; one that was not found stays in quotation marks, as written."""
        if place.id is None:
            return (quote(Words(place.text or place.name, None)),)
        return (Run(shown(self._glossary.place(place.id, self.language) or place.name), "name"),)

    def places(self, places: Sequence[Place]) -> Runs:
        return self.listed([self.place(place) for place in places])

    def outlet(self, name: str | None) -> Runs:
        return (Run(shown(self._glossary.known(name, self.language) or name), "name"),) if name else self.say("outlet_unknown")

    def source(self, node: Source) -> Runs:
        """A node of a chain by its usual name; unnamed ones in the report's words; the file, where its outlet is not known."""
        if node.kind == "outlet" and node.name in self._glossary.nameless:
            return self.say("outlet_unknown_file", name=(Run(shown(node.name), "name"),))
        name = self._glossary.known(node.name, self.language)
        if name is None and node.kind in ("unnamed", "correspondent"):
            said: Runs = (quote(Words(node.text or node.name, None)),)
        else:
            said = (Run(shown(name or node.name), "name"),)
        mine = self._glossary.known(node.actor, self.language)
        return self.say("speaks_for", source=said, name=(Run(shown(mine), "name"),)) if mine and mine != name else said

    def chain(self, chain: Chain) -> Runs:
        """Outlet first, origin last, with an arrow between each two."""
        runs: list[Run] = []
        for index, node in enumerate(chain):
            runs += (Run(f" {self.mark('arrow')} "),) if index else ()
            runs += self.source(node)
            runs += (Run(" "), *self.label("via", node.via)) if node.via else ()
        return tuple(runs) or self.say("outlet_unknown")

    def told(self, chain: Chain) -> Runs:
        """The last source, and through whom."""
        if not chain:
            return self.say("outlet_unknown")
        if len(chain) == 1:
            return self.say("outlet_itself", outlet=self.source(chain[0]))
        through = self.listed([self.source(node) for node in chain[-2::-1]])
        return self.say("source_via_outlet", origin=self.source(chain[-1]), outlet=through)

    def listed(self, items: Sequence[Runs]) -> Runs:
        """Items as a sentence lists them."""
        if len(items) < 2:
            return items[0] if items else ()
        said = items[0]
        for item in items[1:-1]:
            said = self.list_step("middle", said, item)
        return self.list_step("last" if len(items) > 2 else "pair", said, items[-1])

    def list_step(self, step: str, left: Runs, right: Runs) -> Runs:
        before, after = _SLOT.split(self._messages["list"][step])[2:4:2], right
        joint = before[0]
        gap = (Run("\u00a0"),) if joint[-1:].isalpha() and after and self._collides(after[0]) else ()
        return (*left, Run(joint), *gap, *after)

    def joined(self, items: Sequence[Runs], joint: str = "dot") -> Runs:
        """Items side by side, with a sign of the catalogue between each two."""
        runs: list[Run] = []
        for item in items:
            runs += (Run(self.mark(joint)),) if runs else ()
            runs += item
        return tuple(runs)

    def time(self, time: Time) -> Runs:
        """Days, months or years where they are known, else the report's own words."""
        if time.start is None and time.end is None:
            return self.say("time_words", words=(quote(Words(time.text, None)),))
        return self.span(time.start or time.end or "", time.end or time.start or "")

    def span(self, start: str, end: str) -> Runs:
        """A range of ISO days as one says it: a day, a whole month, a whole year, from … to."""
        try:
            first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
        except ValueError:
            return (Run(shown(start), "number"),)
        if first == last:
            return self._day(first)
        if first.day == 1 and (last.year, last.month) == (first.year, first.month) and _ends_month(last):
            return self.say("month_year", month=plain(self._month(first)), year=(Run(str(first.year), "number"),))
        if (first.month, first.day) == (1, 1) and last == date(first.year, 12, 31):
            return (Run(str(first.year), "number"),)
        return self.say("time_range", first=self._day(first), last=self._day(last))

    def instant(self, made_at: str) -> Runs:
        """An ISO instant as a day and, where it is given, a clock time."""
        clock = made_at[11:16]
        day = self.span(made_at, made_at)
        return self.say("made", date=day, clock=(Run(f"{clock} UTC", "number"),)) if clock else day

    def decided(self, claim: Claim) -> Runs:
        """By whom and when a claim got its status; that it has none from a person; that it wants another decision."""
        mark = claim.decided
        if mark is None:
            return self.say("reviewed" if claim.status in REVIEWED else "unreviewed")
        said = self.say(f"decided_{claim.status}", name=(Run(shown(mark.by), "name"),), time=self.instant(mark.at))
        return self.joined([said, self.say("decided_open")], "semicolon") if mark.open else said

    def _day(self, day: date) -> Runs:
        number, year = Run(str(day.day), "number"), Run(str(day.year), "number")
        return self.say("date", day=(number,), month=plain(self._month(day)), year=(year,))

    def _month(self, day: date) -> str:
        names = (get_month_names("wide", locale=locale)[day.month] for locale in _MONTHS.get(self.language, (self.language,)))
        return "/".join(dict.fromkeys(names))


def _ends_month(day: date) -> bool:
    return (date.fromordinal(day.toordinal() + 1)).day == 1
