"""Near copies within one language: sentences that two reports share, and what the one report then is to the other."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.linking.fingerprints import Print
from tawatur.linking.weights import Numbers
from tawatur.records import Document, Link, Reason, Reuse


@dataclass(frozen=True, slots=True)
class Shared:
    """The reused sentences of two reports, and which part of each report's words they are (0–1)."""

    passages: tuple[Reuse, ...]
    left: float
    right: float
    words: int
    changed: int
    """Pairs of sentences in which each side has a number that the other report lacks."""


def copies(documents: Sequence[Document], printed: Mapping[str, tuple[Print, ...]], agencies: Mapping[str, str],
           bars: Numbers) -> Iterator[Link]:
    """Links between reports of which one reuses sentences of the other; `agencies` by id of the report credited to them."""
    postings: dict[int, list[int]] = {}
    for at, document in enumerate(documents):
        mine = {run for one in printed[document.id] for run in one.runs}
        met = Counter(other for run in mine for other in postings.get(run, ()))
        for other, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))[: int(bars["candidates"])]:
            found = shared(printed[documents[other].id], printed[document.id], bars["sentence"])
            if found.words >= bars["words"]:
                yield _link(documents[other], document, found, agencies, bars)
        for run in mine:
            held = postings.setdefault(run, [])
            if len(held) < bars["postings"]:
                held.append(at)


def shared(left: Sequence[Print], right: Sequence[Print], least: float) -> Shared:
    """Which sentences of the right report stand in the left one, whatever their order."""
    stands: dict[int, list[int]] = {}
    for at, one in enumerate(left):
        for run in one.runs:
            stands.setdefault(run, []).append(at)
    passages, used, changed, words = [], set[int](), 0, 0
    before, after = (frozenset(number for one in side for number in one.numbers) for side in (left, right))
    for one in right:
        common = [run for run in one.runs if run in stands]
        if len(common) < least * len(one.runs):
            continue
        votes = Counter(at for run in common for at in stands[run])
        best = min(votes, key=lambda at: (-votes[at], at))
        used |= {at for at, count in votes.items() if at == best or count >= least * len(left[at].runs)}
        passages.append(Reuse(left[best].span, one.span, round(len(common) / len(one.runs), 2)))
        changed += bool(left[best].numbers - after and one.numbers - before)
        words += one.words
    whole, mine = sum(one.words for one in left), sum(one.words for one in right)
    reused = sum(left[at].words for at in used)
    return Shared(tuple(passages), reused / whole if whole else 0.0, words / mine if mine else 0.0, words, changed)


def _link(left: Document, right: Document, found: Shared, agencies: Mapping[str, str], bars: Numbers) -> Link:
    label = _label(found, _outlet(left) is not None and _outlet(left) == _outlet(right), bars)
    sources = {agencies.get(left.id), agencies.get(right.id)} - {None}
    reasons = [Reason("reused_left", round(found.left, 2), left.name, right.name),
               Reason("reused_right", round(found.right, 2), left.name, right.name)]
    reasons += [Reason("credited", 1.0, agency, agency) for agency in sorted(filter(None, sources))]
    reasons += [Reason("numbers_changed", float(found.changed))] if found.changed else []
    return Link(left.id, right.id, "repeats", tuple(reasons), label, first(left, right), found.passages)


def _label(found: Shared, one_outlet: bool, bars: Numbers) -> str:
    most, fewest = max(found.left, found.right), min(found.left, found.right)
    if most < bars["whole"]:
        return "shared_passage"
    if most < bars["excerpt"]:
        return "updated_version" if one_outlet else "shared_passage"
    if fewest < bars["excerpt"]:
        return "excerpt"
    return "updated_version" if found.changed else "reprint"


def first(left: Document, right: Document) -> str | None:
    """Which of two reports is the older; None where a date is unknown, or both are of one day."""
    days = [document.published.start if document.published else None for document in (left, right)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    return left.id if days[0] < days[1] else right.id


def _outlet(document: Document) -> str | None:
    return document.outlet.id if document.outlet else None
