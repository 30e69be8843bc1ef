"""One invented sentence for each construction of speech, in both languages."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tawatur import attribution, documents, mentions, resolution
from tawatur.packs import load
from tawatur.records import Document, Outlet, Reading, Source

HERE = Path(__file__).parent


def _held() -> list[tuple[str, dict[str, Any]]]:
    """The cases with their languages: one for each construction, and those written before the program saw them."""
    cases = yaml.safe_load((HERE / "constructions.yaml").read_text(encoding="utf-8"))
    for language in cases:
        cases[language] += yaml.safe_load((HERE / f"unseen_{language}.yaml").read_text(encoding="utf-8"))
    return [(language, case) for language, held in cases.items() for case in held]


CASES = [
    pytest.param(language, case, id=case["say"][:40], marks=[pytest.mark.xfail(strict=True)] if case.get("fails") else [])
    for language, case in _held()
]
OUTLET = Outlet("tarvel-courier", "Tarvel Courier", {"en": ("Tarvel Courier",)})


def read(text: str, language: str, outlet: Outlet | None = OUTLET) -> Reading:
    packs = load()
    reading = documents.segment(Document("d", "d", "", text, language=language, outlet=outlet), packs)
    return attribution.attribute(resolution.resolve(mentions.annotate(reading, packs), packs), packs)


def shown(chain: tuple[Source, ...]) -> str:
    return " > ".join(f"{node.kind}:{node.name}" for node in chain[1:])


def alike(want: str, got: str) -> bool:
    """Nodes agree; an article at the beginning of a name is nobody's loss."""

    def plain(text: str) -> str:
        return text.replace(":The ", ":").replace(":the ", ":").replace(":A ", ":").replace(":a ", ":").casefold()

    return plain(want) == plain(got)


@pytest.mark.parametrize(("language", "case"), CASES)
def test_construction(language: str, case: dict[str, Any]) -> None:
    reading = read(case["say"], language)
    found = [one for one in reading.attributions if len(one.chain) > 1]
    chains = [shown(one.chain) for one in found]
    wanted = case["chains"]
    missing = [want for want in wanted if not any(alike(want, got) for got in chains)]
    strange = [got for got in chains if not any(alike(want, got) for want in wanted)]
    assert not missing, f"{missing} not in {chains}"
    assert not strange, f"{strange} beside {wanted}"
    if not wanted:
        return
    first = next(one for one in found if alike(wanted[0], shown(one.chain)))
    if "content" in case:
        assert [reading.text(span.start, span.end) for span in first.content] == [case["content"]]
    if "via" in case:
        assert first.chain[-1].via == case["via"]
    assert first.denies == case.get("denies", False)
