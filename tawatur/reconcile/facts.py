"""Facts: claims that links tie together, with their roots, their agreement and the cause where they differ."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from tawatur.reconcile.agreement import agreement
from tawatur.reconcile.causes import Causes, causes
from tawatur.reconcile.ladder import Ladder, opposing
from tawatur.reconcile.roots import roots
from tawatur.reconcile.scopes import Scopes
from tawatur.records import Claim, Descent, Document, Episode, Fact, Link, Reason

NO_SCOPES = Scopes()


def reconcile(claims: Sequence[Claim], documents: Sequence[Document], links: Sequence[Link], copies: Sequence[Link],
              descents: Sequence[Descent], episodes: Sequence[Episode], scopes: Scopes = NO_SCOPES,
              heads: Sequence[str] = ()) -> tuple[Fact, ...]:
    """The facts of a case, those with most claims first; rejected claims are in none.

    `heads` are claims that persons put first in their facts, the last word last. Links between opposites tie two facts, and
    make them none.
    """
    told = {claim.id: claim for claim in claims if claim.status != "rejected"}
    came: dict[str, list[Descent]] = {}
    for descent in descents:
        came.setdefault(descent.claim, []).append(descent)
    opposed = opposing(links)
    joining = [link for link in links if link not in opposed.get(link.left, ())]
    tied: dict[str, list[Link]] = {}
    for link in joining:
        tied.setdefault(link.left, []).append(link)
    reports = {document.id: document for document in documents}
    maker = _Maker(
        reports, tied, came, {claim: episode.id for episode in episodes for claim in episode.claims},
        {frozenset((link.left, link.right)): link for link in copies}, _by_report(copies), causes(list(told.values()), scopes),
        Ladder(told, came, opposed, reports, scopes), {claim: at for at, claim in enumerate(heads)})
    facts = [maker.fact([told[id] for id in group]) for group in _groups(list(told), joining)]
    return tuple(sorted(facts, key=lambda fact: (-len(fact.claims), fact.kind, fact.id)))


@dataclass(frozen=True)
class _Maker:
    """All that a fact is made of besides its claims."""

    documents: Mapping[str, Document]
    tied: Mapping[str, Sequence[Link]]
    came: Mapping[str, Sequence[Descent]]
    homes: Mapping[str, str]
    copied: Mapping[frozenset[str], Link]
    copying: Mapping[str, Sequence[Link]]
    causes: Causes
    ladder: Ladder
    heads: Mapping[str, int]

    def fact(self, claims: Sequence[Claim]) -> Fact:
        mine = [link for claim in claims for link in self.tied.get(claim.id, ())]
        found = roots(claims, [descent for claim in claims for descent in self.came.get(claim.id, ())])
        stand = agreement(claims, mine, self.documents, self.causes)
        headline = max((claim.id for claim in claims if claim.id in self.heads), key=lambda id: self.heads[id], default=None)
        sure = self.ladder.certainty(claims, self.copied, stand.agreement, headline)
        ids = tuple(sorted((claim.id for claim in claims), key=lambda id: id != headline))
        return Fact(
            id=sha256(" ".join(("fact", *sorted(ids))).encode()).hexdigest()[:16], kind=claims[0].kind, claims=ids,
            roots=found.names, independent=found.independent, agreement=stand.agreement, why=stand.why, low=stand.low,
            high=stand.high, episode=self.homes.get(ids[0]), grounds=(*found.grounds, *_copies(claims, self.copying)),
            certainty=sure.rung, steps=sure.steps, counted=sure.counted, headline=headline,
        )


def _copies(claims: Sequence[Claim], copied: Mapping[str, Sequence[Link]]) -> Iterator[Reason]:
    """Which of the reports behind a fact copy one another, and how."""
    reports = {claim.document for claim in claims}
    held = {id(link): link for report in reports for link in copied.get(report, ()) if {link.left, link.right} <= reports}
    for link in sorted(held.values(), key=lambda link: sorted((link.left, link.right))):
        yield Reason(link.label or "copy", 1.0, link.left, link.right)


def _by_report(copies: Sequence[Link]) -> dict[str, list[Link]]:
    held: dict[str, list[Link]] = {}
    for link in copies:
        for report in (link.left, link.right):
            held.setdefault(report, []).append(link)
    return held


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
