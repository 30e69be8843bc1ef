"""From bytes to text: which of the charsets that reports come in, and whether it is text at all."""

import codecs
import re

from charset_normalizer import from_bytes

from tawatur.documents.handed import Unreadable

LEGACY = ("cp1256", "iso8859_6", "cp1252")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
         (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_MAGIC = (
    (b"%PDF", "a PDF; reading PDF comes later"), (b"PK\x03\x04", "a ZIP or Office file; unpack it, or save it as text"),
    (b"\x1f\x8b", "gzip; only .jsonl.gz is read packed"), (b"\x89PNG", "an image"), (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"), (b"\xd0\xcf\x11\xe0", "an old Office file; save it as text"), (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"), (b"SQLite format 3", "a database"), (b"Rar!", "an archive; unpack it"),
    (b"7z\xbc\xaf", "an archive; unpack it"), (b"{\\rtf", "RTF; save it as text"), (b"RIFF", "sound or an image"),
    (b"OggS", "sound"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 1 << 16


def decode(data: bytes, declared: str | None = None) -> str:
    """The text, in the declared charset if it fits, else in the one that the bytes speak for.

    Raises Unreadable for what is no text.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"not text but {what}")
    for bom, charset in _BOMS:
        if data.startswith(bom):
            return _wide(data, charset)
    if wide := _unmarked_wide(data):
        return _wide(data, wide)
    if len(_CONTROLS.findall(data, 0, _SAMPLE)) > max(2, min(len(data), _SAMPLE) // 200):
        raise Unreadable("not text: it is full of control bytes")
    return _utf8(data) or _declared(data, declared) or _legacy(data)


def _wide(data: bytes, charset: str) -> str:
    text = data.decode(charset, errors="replace")
    if text.count("\ufffd") > 2 + len(text) // 100 or text.count("\0") > len(text) // 100:
        raise Unreadable(f"not text: it is marked as {charset.upper()} and does not hold it")
    return text


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: its high bytes are nearly all alike (0 for Latin, 6 for Arabic, 32 for its punctuation)."""
    sample = data[:_SAMPLE]
    if len(sample) < 8 or b"\0" not in sample:
        return None
    for charset, at in (("utf-16-le", 1), ("utf-16-be", 0)):
        high, low = sample[at::2], sample[1 - at::2]
        if sum(map(high.count, (0, 6, 0x20))) > 0.95 * len(high) and low.count(0) < 0.05 * len(low):
            return charset
    return None


def _utf8(data: bytes) -> str | None:
    """UTF-8 if it is that; a cut last letter or a rare damaged one does not make it something else."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > 0 and error.end >= len(data) - 1 and len(data) - error.start < 4:
            return data[:error.start].decode("utf-8")
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in text[:_SAMPLE]) - damaged
    return text if whole > 50 * damaged else None


def _declared(data: bytes, declared: str | None) -> str | None:
    """What the page itself says, if that decodes without loss."""
    try:
        name = codecs.lookup((declared or "").strip("\"' ")).name
        text = data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return None if name in ("ascii", "iso8859-1", "utf-7", "idna", "punycode") or "\0" in text else text


def _legacy(data: bytes) -> str:
    first = _HIGH.search(data)
    begin = max(0, first.start() - 2000) if first else 0
    best = from_bytes(data[begin:begin + _SAMPLE], cp_isolation=list(LEGACY), enable_fallback=False).best()
    for charset in (best.encoding if best else "cp1256", "cp1256", "cp1252"):
        text = data.decode(charset, errors="replace")
        if text.count("\ufffd") <= 1 + len(text) // 500:
            return text
    raise Unreadable("not text in a charset that is known here (UTF-8, UTF-16, windows-1256, ISO-8859-6, windows-1252)")
