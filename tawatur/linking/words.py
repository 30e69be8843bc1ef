"""Whether two phrases of one language say the same: by words of weight, clitics and articles taken off."""

from functools import cached_property

from tawatur.packs import Packs
from tawatur.records import Claim
from tawatur.text import Search, tokenize

ALIKE = 0.5
"""The part of the shorter phrase's words that the longer one must hold."""
WEIGHT = 4
"""Letters from which on a word says something; shorter ones are mostly particles."""


RISE = "rise"
"""The role of words by which a number becomes another one."""


class Words:
    """Compares wordings; two languages have no words in common, so nothing is said of them."""

    def __init__(self, packs: Packs) -> None:
        self._packs = packs
        self._known: dict[str, frozenset[str]] = {}
        self._bared: dict[str, str] = {}
        self._risen: dict[str, bool] = {}

    def alike(self, left: str | None, right: str | None) -> bool | None:
        """None where one is missing, too short to tell, or in another script."""
        if not left or not right or latin(left) != latin(right):
            return None
        ours, theirs = self._of(left), self._of(right)
        if not ours or not theirs:
            return None
        return len(ours & theirs) >= ALIKE * min(len(ours), len(theirs))

    def rising(self, claim: Claim) -> bool:
        """Whether a claim says that a number came to be another ("the toll rose to"), so that it is of people told of before."""
        if claim.id not in self._risen:  # asked anew of every other claim of its block
            self._risen[claim.id] = any(word in self._rises for one in claim.evidence for word in self.bare(one.quote))
        return self._risen[claim.id]

    @cached_property
    def _rises(self) -> frozenset[str]:
        rows = (row for language in self._packs.languages.values() for row in language.table("parts") if row["role"] == RISE)
        forms = (self.bare(form) for row in rows for form in row.names("form"))
        return frozenset(form[0] for form in forms if len(form) == 1)

    @cached_property
    def _search(self) -> Search:
        languages = self._packs.languages.values()
        articles = [article for language in languages if (article := language.grammar.get("article"))]
        return Search(self._packs.folding, [language.clitics for language in languages], articles)

    def bare(self, text: str) -> tuple[str, ...]:
        """A text's words without all that their script writes onto them."""
        tokens = tokenize(text, self._packs.folding)
        return tuple(self._barest(token.form) for token in tokens if token.kind != "punctuation")

    def _barest(self, form: str) -> str:
        known = self._bared.get(form)
        if known is None:
            known = self._bared[form] = min(self._search.expand([form]).split() or [form], key=len)
        return known

    def _of(self, phrase: str) -> frozenset[str]:
        if phrase not in self._known:
            self._known[phrase] = frozenset(word for word in self.bare(phrase) if len(word) >= WEIGHT)
        return self._known[phrase]


def latin(phrase: str) -> bool:
    """Whether most of a phrase's letters are Latin."""
    letters = [letter for letter in phrase if letter.isalpha()]
    return 2 * sum(letter.isascii() for letter in letters) > len(letters)
