"""Sources as a tree of plain text, a picture, or a graph for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING

from tawatur import packs as knowledge
from tawatur.desk import ledgers
from tawatur.desk.cases import opened
from tawatur.errors import InputError
from tawatur.interfaces.cli import paper
from tawatur.records.written import write

if TYPE_CHECKING:
    from tawatur.desk.asking import Asked


def graphed(case: Path, wanted: "Asked", lang: str, output: Path | None, json: bool, context: tuple[str, ...],
            packs: tuple[Path, ...]) -> int:
    """Print who speaks through whom, or draw it into a file."""
    forms = (".svg", ".dot")
    if output and output.suffix not in forms:
        raise InputError(f"--output {output}: give a file that ends in {' or '.join(forms)}")
    known = knowledge.load(context or None, packs)
    with opened(case) as held:
        found = ledgers.origins(held, known, wanted, known.folding.fold)
        lineage = ledgers.lineage(held, known, lang)
    if output:
        from tawatur.desk import telling
        from tawatur.exports import graph

        telling.write(output, [(graph.svg if output.suffix == ".svg" else graph.dot)(found, lineage)])
    elif json:
        paper.dump([write(one) for one in found])
    else:
        for line in lineage.lines(found):
            paper.say(line)
        if not found:
            paper.note("no sources that fit")
    return 0
