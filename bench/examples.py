"""Our own example sentences, read by the whole way (`python -m bench.examples [--misses] [--mark]`).

`knowledge/languages/*/examples.yaml` holds, by construction, invented sentences and what a careful reader writes down of them.
Writes bench/examples.json: of each construction and language how many are read right, and the classes of what is not. `--mark`
puts the class of a miss into the file (`fails: …`), and takes it out again where the sentence is read right; the tests hold both.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from tawatur import pipeline
from tawatur.packs import KNOWLEDGE, Packs, load
from tawatur.records import Block, Claim, Document, Reading
from tawatur.records.written import KINDS, write

WRITTEN = Path(__file__).with_suffix(".json")
MARK = re.compile(r", fails: [^,{}\[\]]+(?=\}$)")
LANGUAGES = ("en", "ar")
Json = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Example:
    """A sentence, and what is to be read of it."""

    language: str
    construction: str
    text: str
    says: tuple[Json, ...]
    silent: frozenset[str]
    fails: str | None

    @property
    def name(self) -> str:
        return f"{self.language}-{self.construction}-{sha256(self.text.encode()).hexdigest()[:6]}"


@lru_cache
def examples() -> tuple[Example, ...]:
    """Every example of every language, as the files have them."""
    return tuple(_example(path.parent.name, construction, entry) for path in files()
                 for construction, entries in yaml.safe_load(path.read_text(encoding="utf-8")).items() for entry in entries)


def files() -> list[Path]:
    return sorted(KNOWLEDGE.glob("languages/*/examples.yaml"))


def _example(language: str, construction: str, entry: Mapping[str, Any]) -> Example:
    if odd := set(entry) - {"text", "says", "silent", "why", "fails"}:
        raise ValueError(f"{language}, {construction}: an example has no {', '.join(sorted(odd))}")
    silent = frozenset(KINDS) if entry.get("silent") == "all" else frozenset(entry.get("silent", ()))
    return Example(language, construction, entry["text"], tuple(entry.get("says", ())), silent, entry.get("fails"))


def read(text: str, language: str, packs: Packs) -> Reading:
    """A text as the body of a report without outlet and date."""
    digest = sha256(text.encode()).hexdigest()
    document = Document(digest[:16], "example", digest, text, language=language, blocks=(Block("body", 0, len(text)),))
    return pipeline.understand(document, packs)


def problems(example: Example, packs: Packs) -> list[str]:
    """Why an example is not read right, a class each; nothing where it is."""
    reading = read(example.text, example.language, packs)
    found = [problem for wanted in example.says if (problem := _missing(wanted, reading, packs))]
    return found + sorted({f"{claim.kind} claimed" for claim in reading.claims if claim.kind in example.silent})


def _missing(wanted: Json, reading: Reading, packs: Packs) -> str | None:
    kind = wanted["kind"]
    if any(not _wrong(wanted, claim, packs) for claim in reading.claims):
        return None
    if any(not _wrong(wanted, refusal.claim, packs) for refusal in reading.refusals):
        return f"{kind} refused by the gate"
    near = [_wrong(wanted, claim, packs) for claim in reading.claims if claim.kind == kind]
    least: list[str] = min(near, key=len, default=[])
    return f"{kind} with another {' and '.join(least)}" if least else f"no {kind}"


def _wrong(wanted: Json, claim: Claim, packs: Packs) -> list[str]:
    """The fields in which a claim is not the wanted one."""
    if claim.kind != wanted["kind"]:
        return ["kind"]
    said = write(claim.content)
    said |= {"modality": claim.modality, "places": [place.name for place in claim.places],
             "origin": claim.chains[0][-1].name if claim.chains else None}
    return [field for field, value in wanted.items() if field != "kind" and not _holds(field, value, said[field], packs)]


def _holds(field: str, wanted: Any, said: Any, packs: Packs) -> bool:
    """Whether a field says what is wanted: one of a list, or all of it where the field holds several."""
    if isinstance(said, list):
        return {_even(one, packs) for one in wanted} <= {_even(one, packs) for one in said}
    return any(_even(said, packs) == _even(one, packs) for one in (wanted if isinstance(wanted, list) else [wanted]))


def _even(value: Any, packs: Packs) -> Any:
    return packs.folding.fold(value) if isinstance(value, str) else value


def measure(packs: Packs) -> tuple[Json, dict[Example, list[str]]]:
    """How many examples are read right by construction and language, and what is wrong with the others."""
    misses = {example: found for example in examples() if (found := problems(example, packs))}
    table: dict[str, dict[str, str]] = {}
    for construction in dict.fromkeys(example.construction for example in examples()):
        for language in LANGUAGES:
            here = [one for one in examples() if (one.construction, one.language) == (construction, language)]
            table.setdefault(construction, {})[language] = _share(here, misses)
    right = {language: _share([one for one in examples() if one.language == language], misses) for language in LANGUAGES}
    classes = Counter(problem for found in misses.values() for problem in found)
    return {"right": right, "by_construction": table, "classes_of_misses": dict(classes.most_common())}, misses


def _share(some: Sequence[Example], misses: Mapping[Example, object]) -> str:
    return f"{sum(one not in misses for one in some)}/{len(some)}"


def mark(misses: Mapping[Example, Sequence[str]]) -> Iterator[str]:
    """Write into the files what fails and take out what does not; the sentences that changed."""
    classes = {json.dumps(one.text, ensure_ascii=False): found[0] for one, found in misses.items()}
    for path in files():
        lines = path.read_text(encoding="utf-8").splitlines()
        fresh = [_marked(line, classes) for line in lines]
        yield from (line for line, old in zip(fresh, lines, strict=True) if line != old)
        path.write_text("\n".join(fresh) + "\n", encoding="utf-8")


def _marked(line: str, classes: Mapping[str, str]) -> str:
    found = re.match(r'\s*- \{text: ("(?:[^"\\]|\\.)*")', line)
    if not found:
        return line
    bare, why = MARK.sub("", line), classes.get(found.group(1))
    return f"{bare[:-1]}, fails: {why}}}" if why else bare


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what is not read, with what was")
    parser.add_argument("--mark", action="store_true", help="write `fails` into the files, and take it out where it is read")
    asked = parser.parse_args()
    packs = load()
    figures, misses = measure(packs)
    WRITTEN.write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    json.dump(figures, sys.stdout, ensure_ascii=False, indent=1)
    print()
    if asked.misses:
        for example, found in misses.items():
            print(f"\n{example.language} {example.construction}: {example.text}\n    {'; '.join(found)}")
            for claim in read(example.text, example.language, packs).claims:
                print("    ·", claim.kind, claim.modality, {key: value for key, value in write(claim.content).items() if value})
    if asked.mark:
        for line in mark(misses):
            print("marked:", line.strip()[:100])
    return 0


if __name__ == "__main__":
    sys.exit(main())
