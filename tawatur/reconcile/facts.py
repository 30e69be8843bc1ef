"""Facts: claims that links tie together, with their roots, their agreement and the cause where they differ."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256

from tawatur.reconcile.agreement import agreement
from tawatur.reconcile.roots import roots
from tawatur.records import Claim, Descent, Document, Episode, Fact, Link, Reason


def reconcile(claims: Sequence[Claim], documents: Sequence[Document], links: Sequence[Link], copies: Sequence[Link],
              descents: Sequence[Descent], episodes: Sequence[Episode]) -> tuple[Fact, ...]:
    """The facts of a case, those with most claims first; rejected claims are in none."""
    told = {claim.id: claim for claim in claims if claim.status != "rejected"}
    reports = {document.id: document for document in documents}
    came: dict[str, list[Descent]] = {}
    for descent in descents:
        came.setdefault(descent.claim, []).append(descent)
    tied: dict[str, list[Link]] = {}
    for link in links:
        tied.setdefault(link.left, []).append(link)
    homes = {claim: episode.id for episode in episodes for claim in episode.claims}
    copied = {frozenset((link.left, link.right)): link for link in copies}
    facts = [_fact([told[id] for id in group], reports, tied, came, homes, copied) for group in _groups(list(told), links)]
    return tuple(sorted(facts, key=lambda fact: (-len(fact.claims), fact.kind, fact.id)))


def _fact(claims: Sequence[Claim], documents: Mapping[str, Document], tied: Mapping[str, Sequence[Link]],
          came: Mapping[str, Sequence[Descent]], homes: Mapping[str, str], copied: Mapping[frozenset[str], Link]) -> Fact:
    mine = [link for claim in claims for link in tied.get(claim.id, ())]
    found = roots(claims, [descent for claim in claims for descent in came.get(claim.id, ())])
    stand = agreement(claims, mine, documents)
    ids = tuple(claim.id for claim in claims)
    return Fact(
        id=sha256(" ".join(("fact", *sorted(ids))).encode()).hexdigest()[:16], kind=claims[0].kind, claims=ids,
        roots=found.names, independent=found.independent, agreement=stand.agreement, why=stand.why, low=stand.low,
        high=stand.high, episode=homes.get(ids[0]), grounds=(*found.grounds, *_copies(claims, copied)),
    )


def _copies(claims: Sequence[Claim], copied: Mapping[frozenset[str], Link]) -> Iterator[Reason]:
    """Which of the reports behind a fact copy one another, and how."""
    reports = sorted({claim.document for claim in claims})
    for at, left in enumerate(reports):
        for right in reports[at + 1 :]:
            if link := copied.get(frozenset((left, right))):
                yield Reason(link.label or "copy", 1.0, link.left, link.right)


def _groups(claims: Sequence[str], links: Sequence[Link]) -> list[list[str]]:
    """Claims that links tie together, each group in the order of the claims."""
    heads = {claim: claim for claim in claims}

    def head(of: str) -> str:
        while heads[of] != of:
            heads[of] = heads[heads[of]]
            of = heads[of]
        return of

    for link in links:
        if link.left in heads and link.right in heads:
            heads[head(link.right)] = head(link.left)
    groups: dict[str, list[str]] = {}
    for claim in claims:
        groups.setdefault(head(claim), []).append(claim)
    return list(groups.values())
