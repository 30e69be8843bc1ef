"""Saved web pages: the report's text as extraction gives it, fixed once, and what the page says of itself.

Nothing is fetched, no entity is expanded: the parser reads HTML only, and knows no network.
"""

import re
from typing import Any

from tawatur.documents.charsets import decode
from tawatur.documents.handed import BARE, LIMITS, PAGE, Raw, Unreadable
from tawatur.documents.metadata import Said, said

_CHARSET = re.compile(
    rb"""<meta[^>]{1,300}charset\s*=\s*["']?\s*([\w:.-]+)|<\?xml[^>]{1,200}encoding\s*=\s*["']([\w:.-]+)""", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LONG_TAG = re.compile(r"<[^<>]{8000,}")
_LEAST = 25


def page(data: bytes, path: str, name: str) -> Raw:
    """One page as one report. Raises Unreadable where there is no report on it."""
    declared = _CHARSET.search(data, 0, 4096)
    html = decode(data, (declared[1] or declared[2]).decode("ascii", "replace") if declared else None)
    if html.count("<") > LIMITS.tags:
        raise Unreadable(f"absurd: a page of more than {LIMITS.tags:,} tags")
    if any(tag.group().count("=") > LIMITS.attributes for tag in _LONG_TAG.finditer(html)):  # the parser compares all with all
        raise Unreadable(f"absurd: a tag of more than {LIMITS.attributes:,} attributes")
    html = _DECLARATION.sub("", html.replace("\0", ""))
    text = _extracted(html)
    if not text.strip():
        raise Unreadable(BARE)
    own = said(html)
    return Raw(
        name=name, original=data, text=_titled(text, own), method=PAGE, path=path, url=own.url, title=own.title,
        outlet=own.site, published=own.published, language=own.language, meta_published=own.guessed, meta_tail=own.tail,
    )


def _extracted(html: str) -> str:
    """With precision first; where that leaves next to nothing, with less of it."""
    best = ""
    for precise in (True, False):
        text = _extract(html, precise)
        if len(text.split()) >= _LEAST:
            return text
        best = max(best, text, key=len)
    return best


def _extract(html: str, precise: bool) -> str:
    from trafilatura import extract  # half a second to load: only where there is a page

    options: dict[str, Any] = {"favor_precision": precise, "include_comments": False, "include_tables": True}
    try:
        return extract(html, **options) or ""
    except Exception as error:  # whatever a hostile page brings the extractor to is that page's setback alone
        raise Unreadable(f"a page that cannot be taken apart ({type(error).__name__})") from error


def _titled(text: str, own: Said) -> str:
    """The text with its title on top; extraction leaves it out where the page keeps it apart from the report."""
    if not own.title:
        return text
    start = " ".join(text[:600].split())
    return text if own.title[:60] in start else f"{own.title}\n{text}"
