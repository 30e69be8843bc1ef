"""The bundled reports are marked as samples, in every form they come in, and there are enough of them."""

import json
import re
from pathlib import Path

import pytest

from tests.house.plan import PACKAGE

SAMPLES = PACKAGE / "samples"
MARKS = ("SAMPLE REPORT written for Tawatur; the events are invented", "تقرير نموذجي كُتب لبرنامج تواتر، والأحداث فيه متخيّلة")
CHARSETS = {"susah-4-sada-alfurat-correspondent": "windows-1256"}
TEXTS = sorted(SAMPLES.glob("*.txt"))
PAGES = sorted(SAMPLES.glob("*.html"))


def text(path: Path) -> str:
    return path.read_bytes().decode(CHARSETS.get(path.stem, "utf-8"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_says_in_its_first_line_that_it_is_a_sample(path: Path) -> None:
    assert text(path).splitlines()[0] in {f"[{mark}]" for mark in MARKS}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_says_in_its_head_and_to_its_reader_that_it_is_a_sample(path: Path) -> None:
    mark = next(mark for mark in MARKS if mark in text(path))
    assert f'<meta name="tawatur-sample" content="{mark}">' in text(path)
    assert f'<aside class="tawatur-sample" role="note">{mark}</aside>' in text(path)


def test_the_lines_and_messages_say_it_too() -> None:
    lines = [json.loads(line) for line in (SAMPLES / "wire.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(line["note"] in MARKS for line in lines)
    channel = json.loads((SAMPLES / "telegram" / "result.json").read_text(encoding="utf-8"))
    assert channel["messages"][0]["text"] in MARKS


def test_there_are_both_languages_and_both_forms() -> None:
    arabic = [path for path in TEXTS + PAGES if MARKS[1] in text(path)]
    assert len(TEXTS + PAGES) >= 10
    assert len(arabic) >= 4
    assert len(TEXTS) >= 4
    assert len(PAGES) >= 4


def test_addresses_in_them_belong_to_nobody() -> None:
    hosts = {host for path in SAMPLES.rglob("*.*") for host in re.findall(r"https?://([^/\"]+)", text(path))}
    assert {host for host in hosts if not host.endswith(".example")} <= {"schema.org"}
