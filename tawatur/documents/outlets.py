"""The outlets that the packs know, found by any of their names or by their address on the web."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from tawatur.packs import Language, Packs
from tawatur.records import Actor, Outlet, Token
from tawatur.text import forms

_MARKS = frozenset("\"'“”«»„‘’()[]-–")
_LONGEST = 90
_KEPT = re.compile(r"/web/\d{4,14}[a-z_]*/(https?://\S+)")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z][\w-]+")
_ADDRESS = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}")
_PLACED = frozenset({"state", "government", "people"})
"""Kinds of actors that go by the names of places: "Damascus" alone on a line is no publisher."""
_LINKS = frozenset({"of", "for", "and"})
Names = Mapping[str, Sequence[tuple[tuple[str, ...], Outlet]]]



class Outlets:
    """Look-up by folded name and by domain."""

    def __init__(self, packs: Packs) -> None:
        self._folding = packs.folding
        self._packs = packs
        self._articles = frozenset(word for language in packs.languages.values()
                                   for word in (language.grammar.get("quantity") or {}).get("the", ()))
        small = [(row["role"], form) for language in packs.languages.values() for row in language.table("function")
                 for form in row.names("form") if " " not in form]
        self._links = self._articles | {packs.folding.fold(form) for role, form in small if role in _LINKS}
        self._stops = frozenset(packs.folding.fold(form) for _, form in small) - self._links
        self._named: dict[tuple[str, ...], Outlet] = {}
        for outlet in packs.outlets.values():
            for name in (outlet.name, *(name for names in outlet.names.values() for name in names)):
                if key := self.key(name):
                    self._named.setdefault(key, outlet)
        self.names = by_first(self._named)
        self._bodies: dict[tuple[str, ...], Actor] = {self.key(name): actor for actor in packs.actors.values()
                        if actor.kind not in _PLACED
                        for name in (actor.name, *(name for names in actor.names.values() for name in names))}

        self.bodies = by_first({key: found for key, actor in self._bodies.items() if key and (found := self._publishing(actor))})

    def key(self, name: str) -> tuple[str, ...]:
        """A name as it is compared: folded words alone."""
        return tuple(forms(name, self._folding))

    def known(self, name: str) -> Outlet | None:
        """The outlet of that name, if the packs have it."""
        if len(name) > _LONGEST:
            return None
        key = self.key(name)
        return self._named.get(key) or (self._named.get(key[1:]) if key[:1] and key[0] in self._articles else None)

    def body(self, name: str) -> Outlet | None:
        """A party or organisation of that name, as the publisher of its own words."""
        return self._publishing(self._bodies.get(self.key(name)) if len(name) <= _LONGEST else None)

    def body_in(self, key: tuple[str, ...], within: int) -> Outlet | None:
        """The first party or organisation named in these words, if it is named soon."""
        for at in range(min(within, len(key))):
            for end in range(min(len(key), at + 9), at, -1):
                if found := self._bodies.get(key[at:end]):
                    return self._publishing(found)
        return None

    def links(self, form: str) -> bool:
        """Whether a folded word ties the words of names together: an article, "of", "and"."""
        return form in self._links

    def joins(self, form: str, letter: str) -> bool:
        """Whether a word, by its folded form and first letter, goes on with a name: a capital, an article, or "of" and "and"."""
        return self.links(form) or (letter.isupper() and form not in self._stops)

    def titled(self, name: str, key: Sequence[str]) -> bool:
        """Whether a name of capitals opens with an article, as papers' names do and places' names hardly: The Meridian."""
        return len(key) > 1 and key[0] in self._articles and all(word[0].isupper() for word in name.split())

    def hosted(self, url: str | None) -> Outlet | None:
        """An outlet that nothing is known of but its host; None for hosts that carry everybody's pages."""
        host = host_of(url)
        everybody = {name for row in self._packs.tables.get("hosts", ()) for name in row.names("host")}
        parts = host.split(".")
        if not _HOST.fullmatch(host) or any(".".join(parts[at:]) in everybody for at in range(len(parts))):
            return None
        return Outlet(host, host)

    def _publishing(self, actor: Actor | None) -> Outlet | None:
        return Outlet(actor.id, actor.name, dict(actor.names), "organisation", actor.id) if actor else None

    def named(self, name: str) -> Outlet:
        """The outlet of that name, known or not: an unknown one goes by its name as written."""
        bare = " ".join(name.split())
        return self.known(bare) or Outlet(bare, bare)

    def addressed(self, name: str) -> Outlet | None:
        """The outlet that goes by its address: "HillHerald.com"; None where these words are none."""
        url = f"https://{name}" if _ADDRESS.fullmatch(name) else None
        return self.at(url) or self.hosted(url)

    def at(self, url: str | None) -> Outlet | None:
        """The outlet that publishes under a web address; the longest known domain wins."""
        host = host_of(url)
        while "." in host:
            if found := self._packs.outlets.get(self._packs.domains.get(host, "")):
                return found
            host = host.partition(".")[2]
        return None


def by_first(named: Mapping[tuple[str, ...], Outlet]) -> Names:
    """Names by their first word, the longest first."""
    names: dict[str, list[tuple[tuple[str, ...], Outlet]]] = {}
    for key, outlet in sorted(named.items(), key=lambda pair: -len(pair[0])):
        names.setdefault(key[0], []).append((key, outlet))
    return names


Starts = Mapping[str, Sequence[tuple[str, frozenset[str]]]]


def starts(names: Names, tokens: Sequence[Token], language: Language) -> Starts:
    """The words of a text with which one of these names may begin, clitics taken off."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for form in {token.form for token in tokens if token.kind != "punctuation"}:
        if fits := [(bare.form, bare.features) for bare in language.clitics.variants(form) if bare.form in names]:
            found[form] = fits
    return found


def match(names: Names, tokens: Sequence[Token], at: int, begin: Starts) -> tuple[Outlet, int, frozenset[str]] | None:
    """The longest of these names that starts at a token, its end, and the clitics before it."""
    for form, features in begin.get(tokens[at].form, ()):
        for key, outlet in names.get(form, ()):
            if last := _last(tokens, at + 1, key):
                return outlet, last, features
    return None


def _last(tokens: Sequence[Token], at: int, key: tuple[str, ...]) -> int | None:
    for form in key[1:]:
        while at < len(tokens) and tokens[at].form in _MARKS:
            at += 1
        if at >= len(tokens) or tokens[at].form != form:
            return None
        at += 1
    return at


def host_of(url: str | None) -> str:
    """The host of an address, or of the page that an archive keeps, in lower case without "www."; "" if there is none."""
    kept = _KEPT.search(url or "")
    try:
        return (urlsplit((kept[1] if kept else url or "").strip()).hostname or "").lower().removeprefix("www.")
    except ValueError:
        return ""


_MADE: dict[str, Outlets] = {}


def outlets(packs: Packs) -> Outlets:
    """The outlets of these packs, made once."""
    made = _MADE.get(packs.digest)
    if made is None:
        _MADE.clear()
        made = _MADE[packs.digest] = Outlets(packs)
    return made
