"""Small words of a language that tell who speaks from what is said: `wording.csv`, by role."""

from collections.abc import Mapping

from tawatur.packs import Packs

NOTHING: frozenset[str] = frozenset()
_MADE: dict[tuple[str, str], "Wording"] = {}


class Wording:
    """The roles of words, folded; a word may have several."""

    def __init__(self, roles: Mapping[str, frozenset[str]], capitals: bool, after: bool, article: str) -> None:
        self._roles = roles
        self.capitals = capitals
        self.verb_first = after
        self.article = article

    def __call__(self, form: str) -> frozenset[str]:
        return self._roles.get(form, NOTHING)


def wording(packs: Packs, code: str) -> Wording:
    """The wording of a language; made once for a set of packs."""
    key = (packs.digest, code)
    if key not in _MADE:
        language = packs.language(code)
        roles: dict[str, set[str]] = {}
        for row in language.table("wording"):
            for word in row["word"].split():
                roles.setdefault(packs.folding.fold(word), set()).add(row["role"])
        _MADE[key] = Wording(
            {word: frozenset(held) for word, held in roles.items()}, bool(language.grammar.get("capitals")),
            (language.grammar.get("order") or ["before"])[0] == "after", packs.folding.fold(language.grammar.get("article", "")))
    return _MADE[key]
