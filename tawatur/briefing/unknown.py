"""What the reports leave open, and the chains by which the rest came."""

from collections.abc import Iterable, Mapping, Sequence

from tawatur.briefing.blocks import Cited, Report, Unknown, Way, Words
from tawatur.records import Attribution, Claim, Figure, Time, Unread
from tawatur.records.claim import Chain


def unknown(
    reports: Sequence[Report], claims: Sequence[Claim], numbers: Mapping[str, int], unread: Sequence[Unread], refused: int
) -> Unknown:
    """The open ends of a chapter."""
    tongue = {report.id: report.language for report in reports}
    origins = ((claim, chain[-1]) for claim in claims for chain in claim.chains if chain)
    unnamed = ((claim, node.text) for claim, node in origins if node.kind == "unnamed")
    places = ((claim, place.text or place.name) for claim in claims for place in claim.places if place.id is None)
    times = ((claim, time.text) for claim in claims for time in _times(claim) if time.start is None and time.end is None)
    by_id = {report.id: report for report in reports}
    return Unknown(
        undated=tuple(report for report in reports if report.published is None or report.published.start is None),
        unattributed=tuple(report for report in reports if report.outlet is None),
        unnamed=_cited(unnamed, numbers, tongue),
        places=_cited(places, numbers, tongue),
        times=_cited(times, numbers, tongue),
        unread=tuple((by_id[sentence.document], sentence) for sentence in unread if sentence.document in by_id),
        refused=refused,
    )


def ways(claims: Sequence[Claim], attributions: Sequence[Attribution], numbers: Mapping[str, int]) -> tuple[Way, ...]:
    """Every chain by which something came, the most used first; those that carried no claim come last, without numbers."""
    held: dict[tuple[str, ...], tuple[Chain, list[int]]] = {}
    for claim in claims:
        for chain in claim.chains:
            held.setdefault(_key(chain), (chain, []))[1].append(numbers[claim.id])
    for attribution in attributions:
        held.setdefault(_key(attribution.chain), (attribution.chain, []))
    found = [Way(chain, tuple(sorted(set(used)))) for chain, used in held.values()]
    return tuple(sorted(found, key=lambda way: -len(way.numbers)))


def _key(chain: Chain) -> tuple[str, ...]:
    return tuple(node.name.casefold() for node in chain)


def _times(claim: Claim) -> Iterable[Time]:
    figure = (claim.content.since, claim.content.as_of) if isinstance(claim.content, Figure) else ()
    return (time for time in (claim.time, *figure) if time is not None and time.text)


def _cited(
    found: Iterable[tuple[Claim, str]], numbers: Mapping[str, int], tongue: Mapping[str, str | None]
) -> tuple[Cited, ...]:
    held: dict[str, tuple[Words, list[int]]] = {}
    for claim, text in found:
        held.setdefault(text.casefold(), (Words(text, tongue.get(claim.document)), []))[1].append(numbers[claim.id])
    return tuple(Cited(words, tuple(sorted(set(used)))) for words, used in held.values())
