"""Each format gives the canonical text that the codebook names, its metadata, and the bytes it was read from."""

import gzip
import hashlib
import io
import json
import sys
from pathlib import Path

import pytest

from tawatur.documents import Handed, Hints, read
from tawatur.errors import InputError
from tawatur.packs import Packs
from tawatur.records import Document, Setback
from tests.documents.conftest import One, Read

TEXT = "Nobody crossed the bridge\r\n\r\nThe river road stayed shut on Monday, two drivers said, and no bus left the town.  \n"
MESSAGE = {
    "id": 7,
    "type": "message",
    "date": "2017-03-01T10:20:30",
    "from": "Valley now",
    "forwarded_from": "Hill radio",
    "text": ["The road is ", {"type": "bold", "text": "shut"}, " again, a driver said. ", {"type": "hashtag", "text": "#valley"}],
}


def documents(found: list[Handed | Setback]) -> list[Document]:
    return [each.document for each in found if isinstance(each, Handed)]


def test_a_text_file_is_its_decoded_text_untouched(reading: Read) -> None:
    (handed,) = reading("the report.v2.txt", TEXT)
    assert isinstance(handed, Handed)
    document = handed.document
    assert document.text == TEXT
    assert document.name == "the report.v2"
    assert handed.original == TEXT.encode()
    assert document.sha256 == hashlib.sha256(handed.original).hexdigest()
    assert document.id == document.sha256[:16]
    assert (document.title, document.language, document.outlet, document.published) == (
        "Nobody crossed the bridge",
        "en",
        None,
        None,
    )
    assert document.acquired is not None


def test_hints_say_what_the_file_does_not(one: One, known: Packs) -> None:
    hints = Hints(outlet="Reuters", published="2017-03-01", language="en", sensitivity="internal", url="https://example.org/a")
    document = one("a.txt", TEXT, hints)
    assert document.outlet == known.outlets["reuters"]
    assert document.published is not None
    assert (document.published.start, document.published.basis) == ("2017-03-01", "reviewer")
    assert (document.sensitivity, document.url) == ("internal", "https://example.org/a")


def test_an_outlet_that_no_pack_knows_goes_by_its_name(one: One) -> None:
    outlet = one("a.txt", TEXT, Hints(outlet="Hill  Radio")).outlet
    assert outlet is not None
    assert (outlet.id, outlet.name) == ("Hill Radio", "Hill Radio")


def test_the_domain_of_an_address_tells_the_outlet(one: One) -> None:
    outlet = one("a.txt", TEXT, Hints(url="https://www.reuters.com/world/some-story")).outlet
    assert outlet is not None
    assert outlet.id == "reuters"
    kept = one("b.txt", TEXT, Hints(url="https://web.archive.org/web/20180312000000/https://reuters.com/a")).outlet
    assert kept is not None
    assert kept.id == "reuters"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.hillcourier.example/a", "hillcourier.example"),
        ("https://reuters.com.example.net/x", "reuters.com.example.net"),
        ("https://m.facebook.com/hill.courier", None),
        ("https://hillcourier.blogspot.com/2018", None),
        ("http://127.0.0.1/x", None),
        ("http://[broken", None),
        ("no address", None),
    ],
)
def test_an_unknown_host_is_all_that_is_known(one: One, url: str, host: str | None) -> None:
    outlet = one("a.txt", TEXT, Hints(url=url)).outlet
    assert (outlet.name if outlet else None) == host


def test_a_hint_that_is_no_date_is_refused(known: Packs) -> None:
    with pytest.raises(InputError, match="2019-01-31"):
        read(["nothing"], Hints(published="yesterday"), known)


RECORDS: list[dict[str, object]] = [
    {
        "id": "one/../two",
        "url": "https://example.org/1",
        "title": "A title",
        "published": "2017-03-01T08:00:00Z",
        "outlet": "Hill Radio",
        "language": "en",
        "text": "  The road is shut, a driver said.\n",
    },
    {"id": 12, "text": "الطريق مغلق منذ أيام، قال سائق في البلدة."},
    {"text": "No id here, and nothing else to say about it."},
]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig"])
def test_json_lines(reading: Read, packed: bool, charset: str) -> None:
    data = "\n".join(json.dumps(record, ensure_ascii=False) for record in RECORDS).encode(charset)
    found = reading("many.jsonl.gz" if packed else "many.jsonl", gzip.compress(data) if packed else data)
    first, second, third = documents(found)
    assert first.text == RECORDS[0]["text"]
    assert (first.name, first.title, first.language, first.url) == ("one_.._two", "A title", "en", "https://example.org/1")
    assert first.outlet is not None
    assert first.outlet.name == "Hill Radio"
    assert first.published is not None
    assert first.published.start == "2017-03-01"
    assert (second.name, second.language, third.name) == ("12", "ar", "many-3")
    assert isinstance(found[0], Handed)
    assert json.loads(found[0].original) == RECORDS[0]
    assert first.id == hashlib.sha256(found[0].original).hexdigest()[:16]


def test_a_record_speaks_before_a_hint(reading: Read) -> None:
    first, second, _ = documents(
        reading("m.jsonl", "\n".join(map(json.dumps, RECORDS)), Hints(outlet="Other", published="2011-01-02"))
    )
    assert first.outlet is not None
    assert second.outlet is not None
    assert first.published is not None
    assert second.published is not None
    assert (first.outlet.name, second.outlet.name) == ("Hill Radio", "Other")
    assert (first.published.start, second.published.start) == ("2017-03-01", "2011-01-02")


@pytest.mark.parametrize("whole_account", [False, True])
def test_telegram(reading: Read, whole_account: bool) -> None:
    service = {"id": 1, "type": "service", "action": "create_channel", "text": "channel made"}
    bare = {"id": 2, "type": "message", "date": "2017-03-01T10:00:00", "photo": "photos/1.jpg", "text": ""}
    chat = {"name": "Valley now", "type": "public_channel", "id": 99, "messages": [service, bare, MESSAGE]}
    export = {"chats": {"list": [chat]}} if whole_account else chat
    (document,) = documents(reading("result.json", json.dumps(export)))
    assert document.name == "Valley now-7"
    assert document.text == "Hill radio\nThe road is shut again, a driver said. #valley"
    assert document.outlet is not None
    assert document.outlet.name == "Valley now"
    assert document.published is not None
    assert document.published.start == "2017-03-01"
    first = document.blocks[0]
    assert (first.role, first.reason, document.text[first.start : first.end]) == ("byline", "forwarded from", "Hill radio\n")


def test_pasted_text(known: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (handed,) = read(["-"], Hints(), known)
    assert isinstance(handed, Handed)
    assert (handed.document.text, handed.document.name) == (TEXT, "pasted")


def test_folders_and_globs(tmp_path: Path, known: Packs) -> None:
    for name in ("b/two.txt", "a/one.txt", "a/.hidden.txt", "a/style.css", "page_files/ad.html", "page.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        content = f"<html><body><p>{TEXT * 3}</p></body></html>" if name.endswith("html") else TEXT
        (tmp_path / name).write_text(content, encoding="utf-8")
    names = [
        found.document.name
        for found in read([str(tmp_path / "a"), str(tmp_path / "*" / "*.txt")], Hints(), known)
        if isinstance(found, Handed)
    ]
    assert names == ["one", "two"]
    (missing,) = read([str(tmp_path / "none*")], Hints(), known)
    assert isinstance(missing, Setback)
    assert "no such file" in missing.reason
    everything = list(read([str(tmp_path)], Hints(), known))
    assert [found.document.name for found in everything if isinstance(found, Handed)] == ["one", "two", "page"]


@pytest.mark.parametrize("name", ["\u202ereport\u202c", "..", "a\x00b", "x" * 500, "\u200f", "a/b\\c", "line\nbreak"])
def test_names_are_harmless(reading: Read, name: str) -> None:
    (document,) = documents(reading("m.jsonl", json.dumps({"id": name, "text": "A road is shut, a driver said."})))
    assert document.name
    assert document.name.isprintable()
    assert len(document.name) <= 120
    assert not set(document.name) & set("/\\\u202e\u202c\x00\n")
    assert document.name not in (".", "..")


def test_steering_marks_stay_in_the_text(one: One) -> None:
    text = "A \u202ereversed\u202c word stood in the report, and nobody took it out of there."
    assert one("a.txt", text).text == text
