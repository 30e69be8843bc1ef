"""Attribution spans on the development part of PolNeAR: exact F1 of sources, cues and contents (`python -m bench.polnear`).

The corpus counts thoughts and wishes as attributions too, takes auxiliaries into its cues and appositions into its sources.
Marks at the ends of spans are laid aside on both sides. Texts stay where they are: bench/polnear.json holds figures alone.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawatur import attribution, documents, mentions, resolution
from tawatur.packs import Packs, load
from tawatur.records import Attribution, Document, Reading

HERE = Path(__file__).parent
FOUND = HERE / "polnear.json"
CORPUS = HERE.parents[1] / "shared" / "data" / "polnear-dev" / "dev"
KINDS = ("source", "cue", "content")
AUXILIARY = re.compile(r"(?:\b(?:has|have|had|is|are|was|were|be|been|being|also|did|do|does|will|would|could)\s+)+$")
APPOSITION = re.compile(r",? (?:who|an?|the|of|former|director|head|president|chairman|professor|spokes\w+)\b[^.,;“”\"]*")
LINE = re.compile(r"T\d+\t(Source|Cue|Content) ([\d;\s]+)\t")

Span = tuple[str, int, int]


def gold(path: Path, text: str) -> Iterator[Span]:
    """The annotated spans of a report; a broken one counts from its beginning to its end."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := LINE.match(line):
            numbers = [int(number) for number in re.findall(r"\d+", found.group(2))]
            yield trimmed(found.group(1).lower(), text, min(numbers), max(numbers))


def trimmed(kind: str, text: str, start: int, end: int) -> Span:
    """A span without the marks and spaces at its ends."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return kind, start, end


def ours(reading: Reading) -> Iterator[Span]:
    """The spans of a reading, in the corpus's ways: speakers named together are one source, with what explains them; auxiliaries
    belong to the cue; a quotation that goes on behind its cue is one content."""
    text = reading.document.text
    together: dict[tuple[int, int], list[Attribution]] = {}
    further: dict[tuple[int, int], int] = {}
    for one in reading.attributions:
        if one.cue is not None:
            last = (one.cue.start, one.cue.end)
            together.setdefault(last, []).append(one)
        elif together:
            further[last] = one.content[-1].end
    for (start, end), several in together.items():
        helped = AUXILIARY.search(text[max(0, start - 30) : start])
        yield trimmed("cue", text, start - (len(helped.group()) if helped else 0), end)
        places = [
            (node.start, node.end)
            for one in several
            for node in one.chain[-1:]
            if node.start is not None and node.end is not None
        ]
        spans = several[0].content
        if places:
            yield source(
                text, min(places)[0], max(place[1] for place in places), start, [(span.start, span.end) for span in spans]
            )
        if spans:
            yield trimmed("content", text, spans[0].start, max(spans[-1].end, further.get((start, end), 0)))


def source(text: str, start: int, end: int, cue: int, content: list[tuple[int, int]]) -> Span:
    """A source with its apposition: up to the verb where it stands before it, to the next mark where it stands behind."""
    if start < cue and cue - end < 200:
        between = AUXILIARY.sub("", text[end:cue])
        if between.strip(" ,") and not any(first < cue and end < last for first, last in content):
            return trimmed("source", text, start, end + len(between))
    elif start > cue and (behind := APPOSITION.match(text, end)):
        return trimmed("source", text, start, behind.end())
    return trimmed("source", text, start, end)


def measure(packs: Packs, corpus: Path) -> dict[str, Any]:
    """Exact precision, recall and F1 of each kind over all reports, and what the misses look like."""
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    said: Counter[str] = Counter()
    overlapping: Counter[str] = Counter()
    for path in sorted((corpus / "attributions").glob("*.ann")):
        text = (corpus / "text" / f"{path.stem.rpartition('_')[0]}.txt").read_text(
            encoding="utf-8"
        )  # the annotator is in the name
        document = Document(path.stem, path.stem, "", text, language="en")
        reading = resolution.resolve(mentions.annotate(documents.segment(document, packs), packs), packs)
        found = set(ours(attribution.attribute(reading, packs)))
        there = set(gold(path, text))
        for kind in KINDS:
            mine, theirs = {span for span in found if span[0] == kind}, {span for span in there if span[0] == kind}
            right[kind] += len(mine & theirs)
            said[kind] += len(mine)
            wanted[kind] += len(theirs)
            overlapping[kind] += sum(any(a < end and start < b for _, a, b in mine) for _, start, end in theirs - mine)
    return {
        kind: {
            "gold": wanted[kind],
            "found": said[kind],
            "precision": share(right[kind], said[kind]),
            "recall": share(right[kind], wanted[kind]),
            "f1": share(2 * right[kind], said[kind] + wanted[kind]),
            "missed_but_overlapped": share(overlapping[kind], wanted[kind]),
        }
        for kind in KINDS
    }


def share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder that holds text/ and attributions/")
    corpus = parser.parse_args().corpus
    if not (corpus / "attributions").is_dir():
        raise SystemExit(f"{corpus}: no PolNeAR there; give its dev folder with --corpus")
    figures = measure(load(), corpus)
    FOUND.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    for kind, numbers in figures.items():
        print(f"{kind:8}", *(f"{name} {value}" for name, value in numbers.items()))


if __name__ == "__main__":
    main()
