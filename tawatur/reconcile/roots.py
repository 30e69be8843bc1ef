"""Whom claims come down to: chains merged at their earliest shared node, and counted from least to most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.records import Claim, Descent, Independent, Node, Position, Reason


@dataclass(frozen=True, slots=True)
class Roots:
    """The origins of some claims by name, how many they are, and how the reports come down to them."""

    names: tuple[str, ...]
    independent: Independent
    grounds: tuple[Reason, ...]


def roots(claims: Sequence[Claim], descents: Sequence[Descent]) -> Roots:
    """The roots of claims about one thing; `descents` are those of these claims."""
    reports = {claim.id: claim.document for claim in claims}
    origins: dict[str, Node] = {}
    for descent in descents:
        origins.setdefault(descent.nodes[-1].key, descent.nodes[-1])
    merged = _merged(origins, descents)
    kept = {key: node for key, node in origins.items() if merged[key] == key}
    last = {descent.nodes[-1].key for descent in descents}
    shared = {merged[key] for key in last if merged[key] != key}
    heard = _heard(claims, descents)
    sure = [key for key, node in kept.items() if (node.sure or key in shared) and key not in heard]
    least = max(1, len(sure))
    holders, reported = _holders(descents), dict[str, set[str]]()
    for one in descents:
        reported.setdefault(merged[one.nodes[-1].key], set()).add(reports[one.claim])
    names = {key: node.name if node.sure or key not in holders else f"{node.name} ({holders[key]})" for key, node in kept.items()}
    ordered = sorted(kept, key=lambda key: (key not in sure, names[key].casefold(), key))
    grounds = [
        Reason("root", float(len(reported.get(key, ()))), names[key],
               "heard" if key in heard else "sure" if key in sure else "unsure")
        for key in ordered
    ]
    return Roots(tuple(names[key] for key in ordered), Independent(least, max(least, len(kept))), tuple(grounds))


def _merged(origins: Mapping[str, Node], descents: Sequence[Descent]) -> dict[str, str]:
    """Each origin with the one that it comes down to.

    An origin through which another claim came is no second one beside it: where that claim's own origin is nameless, both are
    known by the shared node; where it has a name, the shared node is only its relay.
    """
    ends = {key: key for key in origins}
    for descent in descents:
        last = descent.nodes[-1]
        for node in descent.nodes[:-1]:
            if node.key in ends and node.key != last.key:
                below, above = (node.key, last.key) if last.sure else (last.key, node.key)
                if _end(above, ends) != below:  # two that cite each other stay one, whichever was met first
                    ends[below] = above
    for key, node in origins.items():
        for whole in node.within:
            if whole in ends and _end(key, ends) != whole:  # the body may have said it by the mouth of its part
                ends[whole] = key
    return {key: _end(key, ends) for key in ends}


def _end(key: str, ends: dict[str, str]) -> str:
    met = {key}
    while ends[key] not in met:
        key = ends[key]
        met.add(key)
    return key


def _heard(claims: Sequence[Claim], descents: Sequence[Descent]) -> set[str]:
    """Outlets that tell without a source what a party wants, where the party says it itself too: they may have it from there."""
    wanted = {claim.id: claim.content for claim in claims if isinstance(claim.content, Position)}
    spoken = {one.nodes[-1].key for one in descents if one.claim in wanted and wanted[one.claim].told_by == "self"}
    if not spoken:
        return set()
    own = {one.nodes[-1].key for one in descents if len(one.nodes) == 1 and one.claim in wanted
           and not one.nodes[-1].key.endswith(f":{wanted[one.claim].party}")}  # the party's own outlet heard it from nobody
    sourced = {one.nodes[-1].key for one in descents if len(one.nodes) > 1}
    return own - sourced - spoken


def _holders(descents: Sequence[Descent]) -> dict[str, str]:
    """Whose each origin is: the name of the node that it stands behind first."""
    held: dict[str, str] = {}
    for one in descents:
        if len(one.nodes) > 1:
            held.setdefault(one.nodes[-1].key, one.nodes[-2].name)
    return held
