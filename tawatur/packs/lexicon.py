"""The lexicon of one language: every written form of every row in one trie over folded tokens."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from sys import intern
from typing import Any

from tawatur.records import Token
from tawatur.records.swift import swift
from tawatur.text import Clitics, Folding, forms, tokenize

SKIPPED = frozenset("-‐‑–\"'“”«»„‘’‹›()[]")
"""Marks that may stand between the words of one name: hyphens, quotation marks, brackets around an acronym."""
VERB = "verb"
ARTICLE = "article"
"""What the clitic of a definite word says."""
GAP = 6
"""Tokens that may stand between a verb and the rest of its phrase, where the language has the subject there."""


@swift
@dataclass(frozen=True, slots=True)
class Entry:
    """A row as found by one of its forms; `cased` when the text must show the capitals that the row has."""

    kind: str
    form: str
    attrs: Mapping[str, str]
    features: frozenset[str]
    where: str
    cased: str = ""  # "", "capital" or "upper"

    def same(self, other: "Entry") -> bool:
        """Whether it says the same: another word of one row, whose forms are written alike."""
        return self.where == other.where and self.features == other.features and self.cased == other.cased and (
            self.kind == other.kind and self.attrs == other.attrs)


@swift
@dataclass(frozen=True, slots=True)
class Hit:
    """Entries that a stretch of so many tokens matches, and the clitics that were taken off it.

    `head`: how many of them stand together; fewer than `length` in a phrase whose verb stands apart from the rest of it.
    """

    length: int
    entries: tuple[Entry, ...]
    clitics: frozenset[str]
    head: int


class Node:
    """A state of the trie; `next` holds the states behind it, those of a stored one as they are stored until one is asked for."""

    __slots__ = ("cased", "entries", "grow", "next", "parts")

    def __init__(self, grow: "Callable[[Sequence[Any]], Node] | None" = None) -> None:
        self.next: dict[str, Any] = {}
        self.grow = grow
        self.entries: tuple[Entry, ...] = ()
        self.parts = False
        self.cased = False  # whether an entry asks for capitals: most do not, and need not be asked

    def after(self, word: str) -> "Node | None":
        """The state behind a word."""
        found: Node | list[Any] | None = self.next.get(word)
        if isinstance(found, list):
            found = self.next[word] = self.grow(found) if self.grow else None
        return found


@swift
@dataclass(frozen=True, slots=True)
class _Start:
    """A state behind a first word; `alone` is what the word matches by itself, whatever its capitals."""

    node: Node
    clitics: frozenset[str]
    alone: Hit | None


class _Stored:
    """A lexicon as it is kept: states by first word, entries by number, each a text of its own, read when it is asked for.

    Trap: what JSON reads is no interned string and is compared letter by letter; what every sentence asks for is interned.
    """

    def __init__(self, plain: Mapping[str, Any]) -> None:
        self._nodes, self._entries, self._attrs = plain["nodes"], plain["entries"], plain["attrs"]
        self._features = [frozenset(map(intern, names)) for names in plain["features"]]
        self._made: dict[int, Entry] = {}
        self._shared: dict[int, Mapping[str, str]] = {}

    def node(self, word: str) -> Node | None:
        text = self._nodes.get(word)
        if text is None:
            return None
        stored = _loads(text)
        node = self._grown(stored)
        node.parts = len(stored) > 2
        return node

    def _grown(self, stored: Sequence[Any]) -> Node:
        node = Node(self._grown)
        node.entries = tuple(map(self._entry, stored[0]))
        node.cased = any(entry.cased for entry in node.entries)
        node.next = stored[1]
        return node

    def _entry(self, number: int) -> Entry:
        made = self._made.get(number)
        if made is None:
            kind, form, attrs, features, where, cased = _loads(self._entries[number])
            made = self._made[number] = Entry(intern(kind), form, self._attributes(attrs), self._features[features], where, cased)
        return made

    def _attributes(self, number: int) -> Mapping[str, str]:
        held = self._shared.get(number)
        if held is None:
            written = _loads(self._attrs[number])
            held = self._shared[number] = {intern(column): intern(cell) for column, cell in written.items()}
        return held


def _plain(root: Node) -> dict[str, Any]:
    """What `_Stored` reads: everything that entries share is written once."""
    entries: dict[int, str] = {}
    numbers: dict[int, int] = {}
    attrs: dict[int, tuple[int, Mapping[str, str]]] = {}
    features: dict[frozenset[str], int] = {}

    def number(entry: Entry) -> int:
        if id(entry) not in numbers:
            numbers[id(entry)] = len(entries)
            shared = attrs.setdefault(id(entry.attrs), (len(attrs), entry.attrs))
            entries[len(entries)] = _dumps([entry.kind, entry.form, shared[0],
                                            features.setdefault(entry.features, len(features)), entry.where, entry.cased])
        return numbers[id(entry)]

    def state(node: Node) -> list[Any]:
        following = {word: state(after) for word, after in node.next.items()}
        return [[number(entry) for entry in node.entries], following, *([1] if node.parts else ())]

    return {"nodes": {word: _dumps(state(node)) for word, node in root.next.items()}, "entries": list(entries.values()),
            "attrs": [_dumps(dict(held)) for _, held in attrs.values()], "features": [sorted(names) for names in features]}


_dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().raw_decode


def _loads(text: str) -> Any:
    """What `_dumps` wrote; `json.loads` looks for white space and byte order marks first, thousands of times."""
    return _decode(text)[0]


DENYING = frozenset({"not_places", "not_counted"})
"""Kinds of rows that only say what a word is not: it may still be a function word with something written onto it."""
FUNCTION = "function"


class Lexicon:
    """Finds the longest matches of each kind at a token, clitics and quotation marks notwithstanding.

    `parting`: a subject may stand between a verb and the rest of its phrase ("released Hamas the prisoners from").
    """

    def __init__(self, folding: Folding, clitics: Clitics, parting: bool = False,
                 stored: Mapping[str, Any] | None = None) -> None:
        """An empty lexicon, or one as `plain` gave it; of a stored one only those words are made that are looked up."""
        self._parting = parting
        self._root = Node()
        self._stored = _Stored(stored) if stored else None
        self._folding = folding
        self._clitics = clitics
        self._starts: dict[str, tuple[_Start, ...]] = {}
        self._ends: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}

    def add(self, form: str, entry: Entry) -> None:
        """Enter a written form of a row."""
        words = [word for word in forms(form, self._folding, marks=True) if word not in SKIPPED]
        if not words:
            return
        head = node = self._begun(words[0]) or self._root.next.setdefault(words[0], Node())
        for word in words[1:]:
            following = node.after(word)
            if following is None:
                following = node.next[word] = Node()
            node = following
        if self._parting and len(words) > 1 and entry.attrs.get("pos") == VERB:
            head.parts = True
        if not any(entry.same(known) for known in node.entries):
            node.entries = (*node.entries, entry)
            node.cased = node.cased or bool(entry.cased)
        self._starts.clear()

    def plain(self) -> dict[str, Any]:
        """The lexicon in values that JSON holds."""
        return _plain(self._root)

    def _begun(self, word: str) -> Node | None:
        """The state behind the first word of a phrase."""
        node = self._root.next.get(word)
        if node is None and self._stored is not None:
            node = self._stored.node(word)
            if node is not None:
                self._root.next[word] = node
        return node

    def entries(self, word: str) -> list[Entry]:
        """Every entry that a word or phrase alone would find, for `packs explain`."""
        tokens = tokenize(word, self._folding)
        hits = self.match(tokens, 0, len(tokens), word) if tokens else []
        return [entry for hit in hits if hit.length == len(tokens) for entry in hit.entries]

    def match(self, tokens: Sequence[Token], at: int, end: int, text: str) -> list[Hit]:
        """All hits that start at token `at` and end by token `end`, longest first."""
        starts = self._starts.get(tokens[at].form)
        if starts is None:
            starts = self._start(tokens[at].form)
        hits: list[Hit] = []
        for start in starts:
            node = start.node
            if start.alone is not None:
                hits.append(start.alone)
            elif node.cased:
                _keep(hits, tokens, at, at + 1, node, start.clitics, text)
            if node.next:
                self._walk(hits, node, start.clitics, tokens, at, at + 1, end, text)
                if node.parts:
                    self._apart(hits, node, start.clitics, tokens, at, end, text)
        if len(hits) > 1:
            hits.sort(key=_length, reverse=True)
        return hits

    def _start(self, form: str) -> tuple[_Start, ...]:
        found: list[tuple[Node, frozenset[str]]] = []
        kept: list[frozenset[str]] = []
        denied = False
        for variant in self._clitics.variants(form):
            node = self._begun(variant.form)
            if denied and node is not None and not any(e.kind == FUNCTION for e in node.entries):
                continue
            if node is None or any(node is other for other, _ in found) or (
                    variant.behind and variant.features - variant.behind in kept):
                continue
            found.append((node, variant.features))
            if node.entries and all(e.kind != "name" for e in node.entries):
                denied = not variant.features and all(e.kind in DENYING for e in node.entries)
                if not variant.features and not denied:
                    break  # a word that is itself in the lexicon keeps its letters
                kept.append(variant.features)  # behind what stands before it, it keeps its last ones
        if len(self._starts) > 400_000:
            self._starts.clear()
        self._starts[form] = tuple(_Start(node, clitics, _alone(node, clitics)) for node, clitics in found)
        return self._starts[form]

    def _walk(self, hits: list[Hit], node: Node, clitics: frozenset[str], tokens: Sequence[Token], first: int, at: int,
              end: int, text: str) -> None:
        while at < end:
            form = tokens[at].form
            if form[:1] in node.next and len(form) > 1:
                self._carried(hits, node, clitics, tokens, first, at, text)
            following: Node | None = node.after(form) if form in node.next else None
            if following is None:
                if form in SKIPPED and at + 1 < end:
                    at += 1
                    continue
                self._last(hits, node, clitics, tokens, first, at, text)
                return
            node, at = following, at + 1
            if node.entries:
                _keep(hits, tokens, first, at, node, clitics, text)
            if not node.next:
                return

    def _carried(self, hits: list[Hit], node: Node, clitics: frozenset[str], tokens: Sequence[Token], first: int, at: int,
                 text: str) -> None:
        """A phrase that ends in a preposition which is written onto the next word: that word is no part of it.

        A word that is known as it stands keeps its first letter; one apart from its verb must be known without it.
        """
        carried = self._clitics.carried(tokens[at].form)
        whole = self._begun(tokens[at].form)
        if carried is None or (whole is not None and whole.entries):
            return
        following = node.after(carried[0])
        apart = at - first > 1 and node.parts
        if following is not None and following.entries and not (apart and not self._known(carried[1])):
            _keep(hits, tokens, first, at, following, clitics, text)

    def _known(self, form: str) -> bool:
        return any((node := self._begun(variant.form)) is not None and node.entries for variant in self._clitics.fronts(form))

    def _apart(self, hits: list[Hit], node: Node, clitics: frozenset[str], tokens: Sequence[Token], at: int, end: int,
               text: str) -> None:
        """A verb whose phrase goes on behind its subject: the nearest rest that stands within reach."""
        for rest in range(at + 2, min(at + 2 + GAP, end)):
            between = tokens[rest - 1]
            if between.kind == "punctuation" and between.form not in SKIPPED:
                return
            found: list[Hit] = []
            self._walk(found, node, clitics, tokens, at, rest, end, text)
            for hit in found:
                verbs = tuple(entry for entry in hit.entries if entry.attrs.get("pos") == VERB)
                if verbs:
                    hits.append(Hit(hit.length, verbs, hit.clitics, 1))
            if found:
                return

    def _last(self, hits: list[Hit], node: Node, clitics: frozenset[str], tokens: Sequence[Token], first: int, at: int,
              text: str) -> None:
        """The last word of a phrase may carry something behind it (a pronoun, say)."""
        form = tokens[at].form
        bare = self._ends.get(form)
        if bare is None:
            bare = tuple((v.form, v.features) for v in self._clitics.endings(form))
            self._ends[form] = bare
        for stem, features in bare:
            following = node.after(stem)
            if following is not None and following.entries:
                _keep(hits, tokens, first, at + 1, following, clitics | features, text)


_length = attrgetter("length")


def _alone(node: Node, clitics: frozenset[str]) -> Hit | None:
    right = () if node.cased else _entries(node, clitics)
    return Hit(1, right, clitics, 1) if right else None


def _entries(node: Node, clitics: frozenset[str]) -> tuple[Entry, ...]:
    """The rows of a state that may bear these clitics: a row with a part of speech has its definite forms written."""
    return tuple(entry for entry in node.entries if not entry.attrs.get("pos")) if ARTICLE in clitics else node.entries


def _keep(hits: list[Hit], tokens: Sequence[Token], first: int, last: int, node: Node, clitics: frozenset[str],
          text: str) -> None:
    right = _entries(node, clitics)
    if node.cased:
        right = tuple(entry for entry in right if not entry.cased or _cased(entry.cased, tokens, first, last, text))
    if right:
        hits.append(Hit(last - first, right, clitics, last - first))


def _cased(cased: str, tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    if cased == "upper":
        written = text[tokens[first].start:tokens[last - 1].end]
        return not any(letter.islower() for letter in written)
    return any(text[token.start].isupper() for token in tokens[first:last])
