"""Names that no room took for one: a claim says whose they are, and the text has them.

Names that no pack knows, those of one word in letters that the packs do not expect, and officials called by their last name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tawatur.grounding.cast import Cast
from tawatur.grounding.scene import Layout
from tawatur.records import Party

Spot = tuple[Layout, int, int]


def naming(names: Sequence[str], spots: Sequence[Spot], cast: Cast) -> Sequence[Spot]:
    """The sentences of a claim, with the names that it gives and nobody took for any as parties where the sentences have them."""
    fold, known = cast.scene.packs.folding.fold, cast.scene.packs.actors
    wanted = [(words, " ".join(words), "name") for name in names if name not in known and (words := fold(name).split())]
    wanted += [([word], name, "person") for name in names if name in known for word in sorted(cast.callings(name))]
    if not wanted:
        return spots
    made: dict[int, Layout] = {}
    for layout, _, _ in spots:
        if layout.sentence.first not in made:
            more = [party for words, actor, how in wanted for party in _standing(words, actor, how, layout, cast)]
            parties = sorted([*layout.parties, *more], key=lambda party: party.first)
            made[layout.sentence.first] = replace(layout, parties=parties) if more else layout
    return [(made[layout.sentence.first], first, last) for layout, first, last in spots]


def _standing(words: Sequence[str], actor: str, how: str, layout: Layout, cast: Cast) -> Iterator[Party]:
    """Where a name stands whole and nobody else does, also behind a clitic; of an official, with its capital."""
    scene = cast.scene
    taken = {at for party in layout.parties for at in range(party.first, party.last)}
    for first, features in cast.beginnings(layout).get(words[0], ()):
        last = first + len(words)
        if last > layout.sentence.last or taken & set(range(first, last)):
            continue
        if all(layout.form(at) == word for at, word in zip(range(first + 1, last), words[1:], strict=True)):
            start, end = scene.reading.tokens[first].start, scene.reading.tokens[last - 1].end
            text = scene.reading.document.text[start:end]
            if how == "name" or not text[0].islower():
                yield Party(start, end, first, last, text, how, actor, features)
