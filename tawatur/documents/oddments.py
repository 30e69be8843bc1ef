"""Lines that are told by their shape alone: addresses, tags, credits of embedded posts, captions."""

import re

from tawatur.documents.furniture import Furniture
from tawatur.documents.marks import Mark
from tawatur.documents.outlets import Outlets
from tawatur.records.document import Role

_LONGEST = 300
_ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)\S+|[\w.+-]+@[\w-]+\.[\w.]+|@\w+|\S+\.(?:com|net|org)(?:/\S*)?", re.IGNORECASE)
_TAG = re.compile(r"#[\w\u200c]+")
_POST = re.compile(r"^\s*[—–-]\s*.{1,80}\(@\w+\)")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\s*$")
_PARTS = re.compile(r"[/:,،|–-]")


def passing(row: Mark) -> tuple[Role, str] | None:
    """The role of a line that holds addresses or tags alone, or is the credit of an embedded post."""
    text = row.line.text
    if len(text) > _LONGEST:  # patterns of addresses take the square of a long word's length
        return None
    if _POST.match(text):
        return "byline", "credit of an embedded post"
    if ("@" in text or "." in text or "/" in text) and not any(map(str.isalnum, _ADDRESS.sub("", text))):
        return "boilerplate", "an address"
    if "#" in text and len(_TAG.findall(text)) > 1 and not any(map(str.isalnum, _TAG.sub("", text))):
        return "boilerplate", "tags"
    return None


def credit_at(text: str, names: Outlets, table: Furniture) -> int | None:
    """Where the brackets begin that end a line and name an outlet: "[File: Jane Roe/Reuters]"."""
    found = _BRACKETS.search(text[-90:]) if text[-1:] in ")]" else None
    if not found:
        return None
    rule = table.of(found[1], len(found[1].split()))
    if not (rule and rule.role == "boilerplate") and not any(names.known(part) for part in _PARTS.split(found[1])):
        return None
    return len(text) - len(text[-90:]) + found.start()
