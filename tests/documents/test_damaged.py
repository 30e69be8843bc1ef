"""What cannot be read gives one clear line, and the rest goes on."""

import gzip
import json
from pathlib import Path

import pytest

from tawatur.documents import LIMITS, Handed, Hints, read
from tawatur.packs import Packs
from tawatur.records import Setback
from tests.documents.conftest import Read, only_setback

GOOD = json.dumps({"id": "good", "text": "The road is shut, a driver said on Monday."})


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t ", "empty"),
        ("a.txt", b"\xef\xbb\xbf", "empty"),
        ("a.txt", bytes(range(256)) * 20, "not text"),
        ("a.txt", b"%PDF-1.4\n%", "PDF"),
        ("a.pdf", b"%PDF-1.4\n%", "PDF cannot be read yet"),
        ("a.docx", b"PK\x03\x04", "DOCX cannot be read yet"),
        ("a.rss", b"<rss/>", "RSS cannot be read yet"),
        ("a.warc.gz", b"\x1f\x8b", "WARC cannot be read yet"),
        ("a.zip", b"PK\x03\x04", "ZIP"),
        ("a.txt", b"x" * (LIMITS.line + 1), "absurd"),
        ("a.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "without the text of a report"),
        ("a.html", b"<html><body>" + b"<b>" * (LIMITS.tags + 1), "absurd"),
        ("result.json", b'{"name": "x", "messages": [{"id": 1, "type": "mess', "damaged or cut off"),
        ("result.json", b'{"name": "x", "messages": []}', "without a message"),
        ("other.json", b'{"a": 1}', "neither a Telegram export"),
        ("other.json", b"[" * 100_000, "JSON"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b'{"id": "x"}', "without"),
        ("a.jsonl", b'{"id": "x", "text": " "}', "empty"),
        ("a.jsonl", b"not json", "no JSON"),
        ("a.jsonl", b"[1, 2]", "no JSON object"),
        ("a.jsonl", b"[" * 100_000, "no JSON"),
        ("a.jsonl.gz", b"not gzip at all", "damaged"),
    ],
)
def test_one_clear_line(reading: Read, name: str, content: bytes, told: str) -> None:
    reason = only_setback(reading(name, content))
    assert told in reason
    assert name in reason


def test_a_file_beyond_the_limit(tmp_path: Path, known: Packs) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(LIMITS.file + (1 << 20))
    assert "at most 20 MB" in only_setback(list(read([str(path)], Hints(), known)))


def test_the_rest_goes_on(reading: Read) -> None:
    found = reading("m.jsonl", "\n".join([GOOD, "{broken", "", '{"id": 3}', GOOD]))
    assert [isinstance(each, Handed) for each in found] == [True, False, False, True]
    assert isinstance(found[1], Setback)
    assert "line 2" in found[1].reason


def test_many_bad_lines_are_counted_not_told_one_by_one(reading: Read) -> None:
    found = reading("m.jsonl", "\n".join(["{broken"] * 500 + [GOOD]))
    assert sum(isinstance(each, Handed) for each in found) == 1
    setbacks = [each for each in found if isinstance(each, Setback)]
    assert len(setbacks) == LIMITS.complaints + 1
    assert f"{500 - LIMITS.complaints} more lines" in setbacks[-1].reason


def test_an_absurd_line_fails_alone(reading: Read) -> None:
    huge = json.dumps({"id": "huge", "text": "x" * (LIMITS.record + 10)})
    found = reading("m.jsonl", "\n".join([GOOD, huge, GOOD]))
    assert [isinstance(each, Handed) for each in found] == [True, False, True]


def test_a_cut_packed_file_gives_its_good_lines(reading: Read) -> None:
    lines = "\n".join(
        json.dumps({"id": n, "text": f"Report {n}: the road number {n * 7919} is shut, a driver said."}) for n in range(900)
    )
    data = gzip.compress(lines.encode())
    found = reading("m.jsonl.gz", data[: len(data) // 2])
    assert sum(isinstance(each, Handed) for each in found) > 100
    setback = found[-1]
    assert isinstance(setback, Setback)
    assert "cut off" in setback.reason
    assert sum(isinstance(each, Setback) for each in found) == 1


def test_one_bad_file_never_stops_a_run(tmp_path: Path, known: Packs) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x00\x01\x02" * 999)
    (tmp_path / "b.txt").write_text("The road is shut, a driver said on Monday.", encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    found = list(read([str(tmp_path)], Hints(), known))
    assert [type(each) for each in found] == [Setback, Handed, Setback]


def test_half_a_surrogate_pair_does_no_harm(reading: Read) -> None:
    (handed,) = reading("m.jsonl", '{"id": "x", "text": "A road \\ud83d is shut, a driver said."}')
    assert isinstance(handed, Handed)
    handed.document.text.encode()


def test_an_entity_bomb_stays_small(reading: Read) -> None:
    entities = "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 12))
    head = f"<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a0 'boom'>{entities}]>"
    page = f"{head}<html><body><p>&a11; {'A word. ' * 40}</p></body></html>"
    found = reading("bomb.xhtml", page)
    assert all(len(each.document.text) < 5000 for each in found if isinstance(each, Handed))
