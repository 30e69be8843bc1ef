"""Small words of a language that tell who speaks from what is said: `wording.csv`, by role."""

from collections.abc import Mapping, Sequence

from tawatur.packs import Language, Packs

NOTHING: frozenset[str] = frozenset()
_MADE: dict[tuple[str, str], "Wording"] = {}


class Wording:
    """The roles of words, folded; a word may have several, and may carry a conjunction written onto it."""

    def __init__(
        self,
        roles: Mapping[str, frozenset[str]],
        written: Mapping[str, frozenset[str]],
        joining: tuple[str, ...],
        language: Language,
        article: str,
        attached: Sequence[tuple[str, str, str]] = (),
    ) -> None:
        grammar = language.grammar
        self._roles = dict(roles)
        self._written = written
        self.joining = joining
        self.capitals = bool(grammar.get("capitals"))
        self.verb_first = (grammar.get("order") or ["before"])[0] == "after"
        self.article = article
        self.possessed = tuple(grammar.get("possessed", ()))  # endings, as written, of what belongs to somebody
        self.oblique = language.oblique
        self.imperfect = tuple(grammar.get("imperfect", ()))  # beginnings of a verb that tells what somebody does
        self.attached = attached  # what may be written onto a word: letters, what comes in their place, feature

    def __call__(self, form: str) -> frozenset[str]:
        held = self._roles.get(form)
        if held is None:
            held = next(
                (
                    self._roles[form[len(mark) :]]
                    for mark in self.joining
                    if form.startswith(mark) and len(form) > len(mark) + 1 and form[len(mark) :] in self._roles
                ),
                NOTHING,
            )
            if len(self._roles) < 100_000:
                self._roles[form] = held
        return held

    def written(self, word: str) -> frozenset[str]:
        """The roles that a word has only as it is written, because another folds into it."""
        return self._written.get(word, NOTHING)


def wording(packs: Packs, code: str) -> Wording:
    """The wording of a language; made once for a set of packs."""
    key = (packs.digest, code)
    if key not in _MADE:
        language = packs.language(code)
        roles: dict[str, set[str]] = {}
        written: dict[str, set[str]] = {}
        for row in language.table("wording"):
            for word in row["word"].split():
                table, form = (written, word) if row["as"] == "written" else (roles, packs.folding.fold(word))
                table.setdefault(form, set()).add(row["role"])
        for row in language.table("mastheads"):
            for word in row["word"].split(";") if row["kind"] != "plate" else ():
                roles.setdefault(packs.folding.fold(word), set()).add("masthead")
        joining = tuple(row["strip"] for row in language.table("clitics") if row["feature"] in ("and", "then"))
        for mark in joining:
            written.update({mark + word: held for word, held in list(written.items()) if not word.startswith(joining)})
        _MADE[key] = Wording(
            {word: frozenset(held) for word, held in roles.items()},
            {word: frozenset(held) for word, held in written.items()},
            joining,
            language,
            packs.folding.fold(language.grammar.get("article", "")),
            [(row["strip"], row["add"], row["feature"]) for row in language.table("clitics") if row["side"] == "before"],
        )
    return _MADE[key]
