"""How found sentences are shown: each with its report, and the claims that stand in it."""

from collections.abc import Sequence

from tawatur.desk.asking import Found
from tawatur.interfaces.cli import paper
from tawatur.interfaces.cli.wording import content, origin, outlet, short, when
from tawatur.records.written import entitled


def show(found: Sequence[Found], json: bool) -> None:
    """Print what search found."""
    if json:
        paper.dump([_written(one) for one in found])
        return
    if not found:
        paper.note("nothing found")
    for one in found:
        document = one.document
        paper.say(f"{short(document.id)}  {outlet(document)}, {when(document.published) or 'undated'}")
        paper.say("    " + " ".join(document.text[one.start:one.end].split()))
        for claim in one.claims:
            paper.say(f"    {short(claim.id)}  {claim.kind}: {content(claim.content)}  [{origin(claim, document)}]")


def _written(one: Found) -> dict[str, object]:
    return {"document": one.document.id, "start": one.start, "end": one.end, "text": one.document.text[one.start:one.end],
            "claims": [entitled(claim) for claim in one.claims]}
