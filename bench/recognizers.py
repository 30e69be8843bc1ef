"""Numbers and dates of the Recognizers-Text specifications, read by our tables (`python -m bench.recognizers [--misses]`).

A case counts as right when all the values it wants, and no others, are found in its text. Cases that no report would hold
(powers, quotients, minus signs, the first Friday of next July, 3-7-17 where nobody knows the month …) are counted apart. Writes
bench/recognizers.json: shares and classes of misses, no text of the specifications.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tawatur import mentions, resolution
from tawatur.documents import segment
from tawatur.mentions.amounts import cardinals, spots, wording
from tawatur.packs import Packs, load
from tawatur.records import Document, Time

SPECS = Path(__file__).parents[2] / "shared" / "data" / "recognizers-specs"
WRITTEN = Path(__file__).with_suffix(".json")
Json = dict[str, Any]
Verdict = tuple[bool, list[Any], list[Any]]

FOREIGN: dict[str, tuple[tuple[str, str], ...]] = {
    "numbers": (
        ("power or scientific notation", r"\^|\d[eE][+-]?\d"), ("address or version", r"(?:\d+\.){3}\d+"),
        ("minus", r"(?:^|[\s(])[-–]+\s*\d|minus|negative|ناقص|سالب|٪-"),
        ("quotient in words", r"\bover\b|\bout of\b|\bin twenty|(?<!\w)على(?!\w)|(?<!\w)جز[ءي]|واحد من|"
         r"(?<!\w)من (?:ألف|واحد|مائة)|في واحد|أجزاء"),
        ("fraction of a bare fraction", r"ths?\b|\d\s*/\s*\d|[½⅓⅔¼¾⅙]|(?<!\w)[أا]?خم[اأ]?س|ثمن|[أا]ثمان|[أا]خماس|halfs"),
        ("a number that touches its unit", r"\d[^\W\d_]"),
        ("no number by design", r"\bone (?:you|is)\b|this one|which one|that one|أي واحد"),
    ),
    "dates": (
        ("day of a month alone", r"XXXX-XX-|XXXX-\d\d-WXX"), ("nth weekday", r"#\d"), ("year before 1900", r"^1[0-8]\d\d|^0"),
        ("week of a year", r"-W\d\d"),
    ),
}
UNREPORTED = re.compile(r"tmrw|\b\d{1,2}-\d{1,2}-\d{2,4}|(?<![\d-])\d{1,2}[.-]\d{1,2}(?![\d-])$|"
                        r"(?:next|last|past|the) day\b|days? (?:from|after|before) (?:today|tomorrow|yesterday)|"
                        r"اليوم التالي|اليوم الماضي|آخر يوم|يومي$|(?:الأحد|الثلاثاء) (?:الأول|الثاني|الثالث|الخامس)|"
                        r"third tuesday|monday later|"
                        r"business day|my day|from now|من الآن|decade|centur|عقد|sunday|يوم عمل|week(?:s)? (?:from|after)|"
                        r"(?:day|month|year|week)s? (?:\d|and|,)|\d (?:شهر|سنة).*\d", re.IGNORECASE)


@dataclass
class Tally:
    """Right and total of a set of cases, those that a report may hold apart from the rest."""

    right: int = 0
    total: int = 0
    every_right: int = 0
    every: int = 0
    misses: Counter[str] = field(default_factory=Counter)

    def count(self, foreign: str | None, good: bool, kind: str) -> None:
        self.every += 1
        self.every_right += good
        if foreign is None:
            self.total += 1
            self.right += good
        if not good:
            self.misses[foreign or kind] += 1

    def written(self) -> Json:
        share = round(self.right / self.total, 4) if self.total else None
        return {"right": self.right, "cases": self.total, "share": share, "of all cases": self.every,
                "share of all": round(self.every_right / self.every, 4) if self.every else None,
                "misses": dict(self.misses.most_common())}


def cases(path: Path) -> list[Json]:
    read: list[Json] = json.loads(path.read_text(encoding="utf-8-sig"))
    return read


def foreign(kind: str, text: str) -> str | None:
    """The class of a case that no report would hold, or None."""
    return next((name for name, pattern in FOREIGN[kind] if re.search(pattern, text, re.IGNORECASE)), None)


def numbers(packs: Packs, language: str, path: Path) -> Iterator[tuple[str, str | None, Verdict]]:
    for case in cases(path):
        want = [_value(result.get("Resolution") or {}) for result in case["Results"]]
        got = read_numbers(packs, language, case["Input"])
        same = len(want) == len(got) and all(one is not None and abs(one - two) <= 1e-6 * max(1.0, abs(one))
                                             for one, two in zip(want, got, strict=True))
        yield case["Input"], foreign("numbers", case["Input"]), (same, want, got)


def _value(resolution_: Json) -> float | None:
    try:
        return float(resolution_["value"])
    except (KeyError, ValueError):
        return None


def read_numbers(packs: Packs, language: str, text: str) -> list[float]:
    """The cardinal numbers in a text."""
    reading = segment(Document("case", "case", "", text, language=language), packs)
    if not reading.tokens:
        return []
    reading = mentions.annotate(reading, packs)
    found: list[float] = []
    for sentence in reading.sentences:
        inside = [m for m in reading.mentions if sentence.first <= m.first < sentence.last]
        said = cardinals(text, reading.tokens, sentence, spots(inside), wording(packs, language))
        found += [number.value for number in said if number.kind != "ordinal"]
    return found


def dates(packs: Packs, language: str, path: Path) -> Iterator[tuple[str, str | None, Verdict]]:
    for case in cases(path):
        today = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
        results = [result for result in case["Results"] if result.get("Type", result.get("TypeName", "")) in
                   ("date", "daterange", "datetimeV2.date", "datetimeV2.daterange")]
        if not today or len(results) != len(case["Results"]):
            continue
        want = [_days(result) for result in results]
        timex = " ".join(str((result.get("Value") or {}).get("Timex", "")) for result in results)
        got = read_dates(packs, language, case["Input"], today)
        same = len(want) == len(got) and all(one in wanted for one, wanted in zip(got, want, strict=True))
        odd = foreign("dates", timex) or ("not said in reports" if UNREPORTED.search(case["Input"]) else None)
        yield case["Input"], odd, (same, want, got)


def _days(result: Json) -> set[tuple[str | None, str | None]]:
    """The days a case may mean: seen from before or after."""
    value = result.get("Value") or result.get("Resolution") or {}
    found: set[tuple[str | None, str | None]] = set()
    for seen in ("FutureResolution", "PastResolution"):
        days = value.get(seen) or {}
        if "date" in days and days["date"].startswith("0001"):
            found.add((None, None))  # a day that does not exist
        elif "date" in days:
            found.add((days["date"], days["date"]))
        elif "startDate" in days and "endDate" in days:
            found.add((days["startDate"], _day_before(days["endDate"])))
            found.add((days["startDate"], days["endDate"]))
    return found


def _day_before(day: str) -> str:
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return day


def read_dates(packs: Packs, language: str, text: str, today: str) -> list[tuple[str | None, str | None]]:
    """The days told in a text, seen from a day."""
    document = Document("case", "case", "", text, language=language, published=Time(today, today, "", "explicit"))
    reading = segment(document, packs)
    if not reading.tokens:
        return []
    read = resolution.resolve(mentions.annotate(reading, packs), packs)
    return [(time.time.start, time.time.end) for time in read.times if time.time is not None]


PARTS: tuple[tuple[str, str, Callable[[Packs, str, Path], Iterator[tuple[str, str | None, Verdict]]], Sequence[str]], ...] = (
    ("Arabic numbers", "ar", numbers, ("Number/Arabic/NumberModel.json",)),
    ("English numbers", "en", numbers, ("Number/English/NumberModel.json",)),
    ("Arabic dates", "ar", dates, ("DateTime/Arabic/DateParser.json",)),
    ("Arabic periods", "ar", dates, ("DateTime/Arabic/DatePeriodParser.json",)),
    ("English dates", "en", dates, ("DateTime/English/DateParser.json",)),
)


def _class(wanted: int, got: int) -> str:
    return "missed" if got < wanted else "too many" if got > wanted else "read otherwise"


def measured(packs: Packs, *, misses: bool = False) -> dict[str, Json]:
    """The figures of all parts that are there."""
    found: dict[str, Json] = {}
    for name, language, reader, files in PARTS:
        tally = Tally()
        for path in (SPECS / file for file in files):
            for text, odd, (good, want, got) in reader(packs, language, path) if path.exists() else ():
                tally.count(odd, good, _class(len(want), len(got)))
                if misses and not good and odd is None:
                    print(f"{name}: {text} | wanted {want} | got {got}")
        found[name] = tally.written()
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true", help="list the cases that were not read right")
    given = parser.parse_args()
    if not SPECS.is_dir():
        print("the Recognizers specifications are not here: they lie in ../shared/data/recognizers-specs", file=sys.stderr)
        return 1
    found = measured(load(), misses=given.misses)
    WRITTEN.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    for name, figures in found.items():
        right, cases_, share, every = (figures[key] for key in ("right", "cases", "share", "share of all"))
        print(f"{name:16} {right:4} of {cases_:4} = {share}   (of all: {every})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
