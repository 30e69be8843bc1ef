"""The outlets that the packs know, found by any of their names or by their address on the web."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from tawatur.packs import Language, Packs
from tawatur.records import Outlet, Token
from tawatur.text import tokenize

_MARKS = frozenset("\"'“”«»„‘’()[]-–")
Names = Mapping[str, Sequence[tuple[tuple[str, ...], Outlet]]]



class Outlets:
    """Look-up by folded name and by domain."""

    def __init__(self, packs: Packs) -> None:
        self._folding = packs.folding
        self._packs = packs
        self._articles = frozenset(word for language in packs.languages.values()
                                   for word in (language.grammar.get("quantity") or {}).get("the", ()))
        self._named: dict[tuple[str, ...], Outlet] = {}
        for outlet in packs.outlets.values():
            for name in (outlet.name, *(name for names in outlet.names.values() for name in names)):
                if key := self.key(name):
                    self._named.setdefault(key, outlet)
        self.names = by_first(self._named)

    def key(self, name: str) -> tuple[str, ...]:
        """A name as it is compared: folded words alone."""
        return tuple(token.form for token in tokenize(name, self._folding) if token.kind != "punctuation")

    def known(self, name: str) -> Outlet | None:
        """The outlet of that name, if the packs have it."""
        key = self.key(name)
        return self._named.get(key) or (self._named.get(key[1:]) if key[:1] and key[0] in self._articles else None)

    def named(self, name: str) -> Outlet:
        """The outlet of that name, known or not: an unknown one goes by its name as written."""
        bare = " ".join(name.split())
        return self.known(bare) or Outlet(bare, bare)

    def at(self, url: str | None) -> Outlet | None:
        """The outlet that publishes under a web address; the longest known domain wins."""
        host = (host_of(url) or "").removeprefix("www.")
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


def match(names: Names, tokens: Sequence[Token], at: int, language: Language) -> tuple[Outlet, int, frozenset[str]] | None:
    """The longest of these names that starts at a token, its end, and the clitics before it."""
    for variant in language.clitics.variants(tokens[at].form):
        for key, outlet in names.get(variant.form, ()):
            if last := _last(tokens, at + 1, key):
                return outlet, last, variant.features
    return None


def _last(tokens: Sequence[Token], at: int, key: tuple[str, ...]) -> int | None:
    for form in key[1:]:
        while at < len(tokens) and tokens[at].form in _MARKS:
            at += 1
        if at >= len(tokens) or tokens[at].form != form:
            return None
        at += 1
    return at


def host_of(url: str | None) -> str | None:
    """The host of an address, in lower case."""
    try:
        return (urlsplit((url or "").strip()).hostname or "").lower() or None
    except ValueError:
        return None


_MADE: dict[str, Outlets] = {}


def outlets(packs: Packs) -> Outlets:
    """The outlets of these packs, made once."""
    made = _MADE.get(packs.digest)
    if made is None:
        _MADE.clear()
        made = _MADE[packs.digest] = Outlets(packs)
    return made
