"""Origins: chains turned round and laid over one another, so that what came from one mouth hangs on one tree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.records import Descent, Hand, Node, Origin


@dataclass(slots=True)
class _Branch:
    """A hand while the tree grows. The only thing here that changes while the room works."""

    node: Node
    reports: dict[str, None] = field(default_factory=dict)
    claims: dict[str, None] = field(default_factory=dict)
    printed: dict[str, None] = field(default_factory=dict)
    behind: dict[str, "_Branch"] = field(default_factory=dict)


def origins(descents: Sequence[Descent], reports: Mapping[str, str]) -> tuple[Origin, ...]:
    """The origins of claims, those with most reports first; `reports` is the report of each claim that is asked for."""
    trunks: dict[str, _Branch] = {}
    for descent in sorted(descents, key=lambda one: (one.claim, [node.key for node in one.nodes])):
        report = reports.get(descent.claim)
        if report is None:
            continue
        level = trunks
        for node in reversed(descent.nodes):
            branch = level.setdefault(node.key, _Branch(node))
            branch.reports[report] = branch.claims[descent.claim] = None
            level = branch.behind
        branch.printed[report] = None
    return tuple(Origin(tuple(_hands(branch, 0))) for branch in _ranked(trunks))


def _hands(branch: _Branch, depth: int) -> Iterator[Hand]:
    yield Hand(branch.node.key, branch.node.name, branch.node.sure, depth, tuple(sorted(branch.reports)), tuple(branch.claims),
               tuple(sorted(branch.printed)))
    for behind in _ranked(branch.behind):
        yield from _hands(behind, depth + 1)


def _ranked(branches: Mapping[str, _Branch]) -> list[_Branch]:
    return sorted(branches.values(), key=lambda one: (-len(one.reports), -len(one.claims), one.node.key))
