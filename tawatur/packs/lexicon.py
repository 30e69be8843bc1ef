"""The lexicon of one language: every written form of every row in one trie over folded tokens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.records import Token
from tawatur.text import Clitics, Folding, tokenize

SKIPPED = frozenset("-‐‑–\"'“”«»„‘’‹›()[]")
"""Marks that may stand between the words of one name: hyphens, quotation marks, brackets around an acronym."""
VERB = "verb"
ARTICLE = "article"
"""What the clitic of a definite word says."""
GAP = 6
"""Tokens that may stand between a verb and the rest of its phrase, where the language has the subject there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as found by one of its forms; `cased` when the text must show the capitals that the row has."""

    kind: str
    form: str
    attrs: Mapping[str, str]
    features: frozenset[str]
    where: str
    cased: str = ""  # "", "capital" or "upper"


@dataclass(frozen=True, slots=True)
class Hit:
    """Entries that one stretch of tokens matches, half-open, and the clitics that were taken off it.

    `head`: where the words end that stand together; before `last` in a phrase whose verb stands apart from the rest of it.
    """

    last: int
    entries: tuple[Entry, ...]
    clitics: frozenset[str]
    head: int


class Node:
    """A state of the trie."""

    __slots__ = ("entries", "next", "parts")

    def __init__(self) -> None:
        self.next: dict[str, Node] = {}
        self.entries: tuple[Entry, ...] = ()
        self.parts = False


class Lexicon:
    """Finds the longest matches of each kind at a token, clitics and quotation marks notwithstanding.

    `parting`: a subject may stand between a verb and the rest of its phrase ("released Hamas the prisoners from").
    """

    def __init__(self, folding: Folding, clitics: Clitics, parting: bool = False) -> None:
        self._parting = parting
        self._root = Node()
        self._folding = folding
        self._clitics = clitics
        self._starts: dict[str, tuple[tuple[Node, frozenset[str]], ...]] = {}
        self._ends: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}
        self._cuts: dict[str, tuple[str, ...]] = {}

    def add(self, form: str, entry: Entry) -> None:
        """Enter a written form of a row."""
        words = self._cuts.get(form)
        if words is None:
            words = tuple(token.form for token in tokenize(form, self._folding) if token.form not in SKIPPED)
        if not words:
            return
        node = self._root
        for word in words:
            node = node.next.setdefault(word, Node())
        if self._parting and len(words) > 1 and entry.attrs.get("pos") == VERB:
            self._root.next[words[0]].parts = True
        if entry not in node.entries:
            node.entries = (*node.entries, entry)
        self._starts.clear()

    def entries(self, word: str) -> list[Entry]:
        """Every entry that a word or phrase alone would find, for `packs explain`."""
        tokens = tokenize(word, self._folding)
        hits = self.match(tokens, 0, len(tokens), word) if tokens else []
        return [entry for hit in hits if hit.last == len(tokens) for entry in hit.entries]

    def match(self, tokens: Sequence[Token], at: int, end: int, text: str) -> list[Hit]:
        """All hits that start at token `at` and end by token `end`, longest first."""
        starts = self._starts.get(tokens[at].form)
        if starts is None:
            starts = self._start(tokens[at].form)
        hits: list[Hit] = []
        for node, clitics in starts:
            if node.entries:
                self._keep(hits, tokens, at, at + 1, node.entries, clitics, text)
            if node.next:
                self._walk(hits, node, clitics, tokens, at, at + 1, end, text)
                if node.parts:
                    self._apart(hits, node, clitics, tokens, at, end, text)
        if len(hits) > 1:
            hits.sort(key=lambda hit: -hit.last)
        return hits

    def _start(self, form: str) -> tuple[tuple[Node, frozenset[str]], ...]:
        found: list[tuple[Node, frozenset[str]]] = []
        for variant in self._clitics.variants(form):
            node = self._root.next.get(variant.form)
            if node is not None and not any(node is other for other, _ in found):
                found.append((node, variant.features))
                if node.entries and not variant.features and all(e.kind != "name" for e in node.entries):
                    break  # a word that is itself in the lexicon keeps its letters
        if len(self._starts) > 400_000:
            self._starts.clear()
        self._starts[form] = tuple(found)
        return self._starts[form]

    def _walk(self, hits: list[Hit], node: Node, clitics: frozenset[str], tokens: Sequence[Token], first: int, at: int,
              end: int, text: str) -> None:
        while at < end:
            form = tokens[at].form
            following = node.next.get(form)
            if following is None:
                if form in SKIPPED and at + 1 < end:
                    at += 1
                    continue
                self._last(hits, node, clitics, tokens, first, at, text)
                return
            node, at = following, at + 1
            if node.entries:
                self._keep(hits, tokens, first, at, node.entries, clitics, text)
            if not node.next:
                return

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
                    hits.append(Hit(hit.last, verbs, hit.clitics, at + 1))
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
            following = node.next.get(stem)
            if following is not None and following.entries:
                self._keep(hits, tokens, first, at + 1, following.entries, clitics | features, text)

    def _keep(self, hits: list[Hit], tokens: Sequence[Token], first: int, last: int, entries: Iterable[Entry],
              clitics: frozenset[str], text: str) -> None:
        bare = ARTICLE in clitics  # a row with a part of speech has its definite forms written
        right = tuple(entry for entry in entries if not (bare and entry.attrs.get("pos"))
                      and (not entry.cased or _cased(entry.cased, tokens, first, last, text)))
        if right:
            hits.append(Hit(last, right, clitics, last))


def _cased(cased: str, tokens: Sequence[Token], first: int, last: int, text: str) -> bool:
    if cased == "upper":
        written = text[tokens[first].start:tokens[last - 1].end]
        return not any(letter.islower() for letter in written)
    return any(text[token.start].isupper() for token in tokens[first:last])
