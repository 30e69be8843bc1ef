"""Names that no pack knows and no room took for a name: a claim says that they are some, and the text has them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.grounding.scene import Layout, Scene
from tawatur.records import Party

Spot = tuple[Layout, int, int]


def naming(names: Sequence[str], spots: Sequence[Spot], scene: Scene) -> Sequence[Spot]:
    """The sentences of a claim, with the names that it gives and nobody knows as parties where the sentences have them."""
    fold = scene.packs.folding.fold
    unknown = [words for name in names if name not in scene.packs.actors and (words := fold(name).split())]
    if not unknown:
        return spots
    made: dict[int, Layout] = {}
    for layout, _, _ in spots:
        if layout.sentence.first not in made:
            more = [party for words in unknown for party in _standing(words, layout, scene)]
            parties = sorted([*layout.parties, *more], key=lambda party: party.first)
            made[layout.sentence.first] = replace(layout, parties=parties) if more else layout
    return [(made[layout.sentence.first], first, last) for layout, first, last in spots]


def _standing(words: Sequence[str], layout: Layout, scene: Scene) -> Iterator[Party]:
    """Where a name stands whole and nobody else does, also behind a clitic."""
    taken = {at for party in layout.parties for at in range(party.first, party.last)}
    for first in range(layout.sentence.first, layout.sentence.last - len(words) + 1):
        last = first + len(words)
        features = _begins(layout, first, words[0])
        if features is None or taken & set(range(first, last)):
            continue
        if all(layout.form(at) == word for at, word in zip(range(first + 1, last), words[1:], strict=True)):
            start, end = scene.reading.tokens[first].start, scene.reading.tokens[last - 1].end
            text = scene.reading.document.text[start:end]
            yield Party(start, end, first, last, text, "name", " ".join(words), features)


def _begins(layout: Layout, at: int, word: str) -> frozenset[str] | None:
    """What is written onto the first word of a name; None where another word stands there."""
    if layout.form(at) == word:
        return frozenset()
    fronts = layout.language.clitics.fronts(layout.form(at))
    return next((variant.features for variant in fronts if variant.form == word), None)
