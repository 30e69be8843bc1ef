"""What a page says of itself: meta elements, JSON-LD, its title and address."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tawatur.documents.dates import day_of

_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S{4,2000}?)\s*-->")
_DATES = ("article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "publish_date",
          "publish-date", "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date", "parsely-pub-date",
          "cxenseparse:recs:publishtime", "rnews:datepublished", "published_time", "article.published", "published-date")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher", "article:publisher")
_BARS = re.compile(r"\s+[|»•·–—-]\s+|\s*::\s*|\s*\|\s*")
_ADDRESS = re.compile(r"^https?://|^@|^www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """A page's own word on itself; `tail` stands behind the title in the browser's tab, `guessed` is a date from elsewhere."""

    title: str | None = None
    site: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None
    tail: str | None = None
    guessed: str | None = None


def said(html: str) -> Said:
    """Read the metadata; a page that cannot be parsed says nothing."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as parser

    try:
        tree = parser.document_fromstring(html, parser=parser.HTMLParser(no_network=True, recover=True, huge_tree=False))
    except (etree.LxmlError, ValueError, AssertionError):
        return Said()
    metas = dict(_metas(tree))
    linked = list(_linked(tree))
    head = _text(tree, "//h1")
    tab = _text(tree, "//title")
    title = head or metas.get("og:title") or _first(linked, "headline") or (_BARS.split(tab)[0] if tab else None)
    saved = _SAVED.search(html)
    published = next((day for name in _DATES if (day := day_of(metas.get(name)))), None) \
        or day_of(_first(linked, "datePublished")) or _stamped(tree)
    site = next((metas[name] for name in _SITES if metas.get(name) and not _ADDRESS.match(metas[name])), None)
    return Said(
        title=title, site=site or _first(linked, "publisher"),
        url=_attribute(tree, "//link[@rel='canonical']/@href") or metas.get("og:url") or (saved[1] if saved else None),
        published=published, language=_attribute(tree, "/html/@lang"), tail=_tail(tab, title),
        guessed=None if published else _guessed(html),
    )


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    for meta in reversed(tree.xpath("//meta[@content]")[:400]):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        value = " ".join(meta.get("content", "").split())
        if name and value:
            yield name.lower(), value[:1000]


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD, those of a graph one by one; articles first."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath("//script[@type='application/ld+json']")[:20]:
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for each in data if isinstance(data, list) else [data]:
            graph = each.get("@graph", [each]) if isinstance(each, dict) else []
            found.extend(item for item in (graph if isinstance(graph, list) else []) if isinstance(item, dict))
    yield from sorted(found, key=lambda item: "Article" not in str(item.get("@type")))


def _first(linked: list[dict[str, Any]], key: str) -> str | None:
    for item in linked:
        value = item.get(key)
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())
    return None


def _text(tree: Any, path: str) -> str | None:
    """The words of the one element that a path finds; of several none, for nobody knows which."""
    found = [text for element in tree.xpath(path)[:20] if (text := " ".join(element.text_content().split()))]
    return found[0][:500] if found and len(set(found)) == 1 else None


def _attribute(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]).strip() or None if found else None


def _stamped(tree: Any) -> str | None:
    """The day of the page's time elements, where all agree or one is marked as that of publication."""
    marked = tree.xpath("//*[@itemprop='datePublished']/@*[name()='datetime' or name()='content'] | //time[@pubdate]/@datetime")
    days = {day for each in (marked or tree.xpath("//time/@datetime"))[:20] if (day := day_of(str(each)))}
    return days.pop() if len(days) == 1 else None


def _tail(tab: str | None, title: str | None) -> str | None:
    pieces = _BARS.split(tab) if tab else []
    return pieces[-1].strip() or None if len(pieces) > 1 and pieces[-1].strip() != (title or "") else None


def _guessed(html: str) -> str | None:
    """htmldate's finding, where the page holds its day and year; its answer to unreadable months is a first of January."""
    from htmldate import find_date

    try:
        found = find_date(html, extensive_search=False, original_date=True)
    except Exception:  # a guess that fails is no guess
        return None
    if not found or found.endswith("-01-01"):
        return None
    year, _, day = found.split("-")
    digits = "".join(str(int(letter)) if letter.isdecimal() else letter for letter in html)
    return found if re.search(rf"(?<!\d){year}(?!\d)", digits) and re.search(rf"(?<!\d)0?{int(day)}(?!\d)", digits) else None
