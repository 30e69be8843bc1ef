"""States that no pack knows: a government, an army, authorities with the adjective of their nation right behind."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tawatur.records import Mention, Party, Sentence, Token

POWERS = frozenset({"kind:state", "kind:government", "kind:army"})
"""Features of definite nouns that may mean a state by one of its parts."""
LEAST = 4
"""Letters of the adjective of a nation besides its article, at least."""


def of_lands(text: str, tokens: Sequence[Token], sentence: Sentence, mentions: Sequence[Mention], parties: Sequence[Party],
             article: str, relative: Mapping[str, Sequence[str]]) -> Iterator[Party]:
    """The parties of a sentence, with bodies of states that no pack knows under their whole name.

    `relative` holds how such adjectives end (`ends`), words that may stand before one (`between`), those of no nation (`common`).
    """
    known = {m.first for m in mentions}
    for party in parties:
        last = party.last
        if party.how != "description" or party.actor is not None or not party.features & POWERS:
            yield party
            continue
        while last < sentence.last and tokens[last].form in relative["between"]:
            last += 1
        if last >= sentence.last or last in known or not _of_a_nation(tokens[last].form, article, relative):
            yield party
            continue
        end = tokens[last].end
        name = party.text + text[party.end:end]
        yield replace(party, end=end, last=last + 1, text=name, how="unknown", actor=name, candidates=(),
                      features=party.features - POWERS | {"kind:state"})


def _of_a_nation(form: str, article: str, relative: Mapping[str, Sequence[str]]) -> bool:
    """Whether a folded word is written like the adjective of a nation, and is none of those that are of no nation."""
    definite = form.startswith(article) and len(form) >= len(article) + LEAST
    return definite and form.endswith(tuple(relative["ends"])) and form not in relative["common"]
