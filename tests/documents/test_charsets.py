"""The charsets that reports come in are told apart, and what is no text is said to be none."""

import pytest

from tawatur.documents.charsets import decode
from tawatur.documents.handed import Unreadable

ARABIC = (
    'غادرت الحافلة الأولى بلدة الوادي صباح أمس وعلى متنها "عشرون" عائلة، وفق ما قال مسؤول محلي؛ '
    "ولم يعرف متى تغادر الحافلة الثانية. "
    "وأضاف المسؤول أن الطريق مغلق منذ ثلاثة أيام بسبب الألغام.\n"
)
PLAIN_ARABIC = (
    "غادرت الحافلة الاولى بلدة الوادي صباح امس وعلى متنها عشرون عائلة وفق ما قال مسؤول محلي ولم يعرف متى تغادر الثانية\n"
)
ENGLISH = (
    "The first bus left the valley on Monday – “twenty families”, the mayor’s café said. Nobody knows when the second leaves.\n"
)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1256", "utf-16", "utf-16-le", "utf-16-be"])
def test_arabic(charset: str) -> None:
    assert decode(ARABIC.encode(charset)) == ARABIC


@pytest.mark.parametrize("charset", ["iso8859_6", "cp1256", "utf-8", "utf-16"])
@pytest.mark.parametrize("times", [1, 30])
def test_arabic_without_typography(charset: str, times: int) -> None:
    assert (
        decode(PLAIN_ARABIC.encode(charset) * times if charset != "utf-16" else (PLAIN_ARABIC * times).encode(charset))
        == PLAIN_ARABIC * times
    )


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_english(charset: str) -> None:
    assert decode(ENGLISH.encode(charset)) == ENGLISH


def test_a_long_english_head_does_not_hide_the_arabic_behind_it() -> None:
    text = "Plain words. " * 8000 + ARABIC * 5
    assert decode(text.encode("cp1256")) == text


def test_a_cut_last_letter_and_a_damaged_one_leave_utf8_what_it_is() -> None:
    data = ARABIC.strip().rstrip(".").encode()
    assert decode(data[:-1]) == ARABIC.strip().rstrip(".")[:-1]
    broken = (ARABIC * 3).encode()
    assert "\ufffd" in decode(broken[:41] + b"\xff" + broken[41:])


def test_a_declared_charset_is_respected_unless_it_does_not_fit() -> None:
    assert decode(ARABIC.encode("cp1256"), "windows-1256") == ARABIC
    assert decode(ARABIC.encode(), "windows-1256") == ARABIC
    assert decode(ARABIC.encode("cp1256"), "utf-8") == ARABIC
    assert decode(ARABIC.encode("cp1256"), "no-such-charset") == ARABIC


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 xx",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0",
        bytes(range(256)) * 40,
        b"\x7fELF\x02\x01",
        b"\xff\xfe" + b"\x00\xd8" * 400,
    ],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(Unreadable, match="not text"):
        decode(data)
