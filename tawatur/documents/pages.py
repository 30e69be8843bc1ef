"""Saved web pages: the report's text as extraction gives it, and what the page says of itself."""

import re

from tawatur.documents.charsets import decode
from tawatur.documents.handed import Raw, Unreadable

_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)""", re.IGNORECASE)


def page(data: bytes, path: str, name: str) -> Raw:
    """One page as one report. Raises Unreadable where there is no report on it."""
    declared = _CHARSET.search(data, 0, 4096)
    html = decode(data, (declared[1] or declared[2]).decode("ascii", "replace") if declared else None)
    raise Unreadable(f"pages come next ({len(html)})")
