"""What boards are made of, and how a value comes by the claims, days and origins that it stands with."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.boards.passages import Passages
from tawatur.linking.atlas import Atlas
from tawatur.linking.features import Comparer
from tawatur.linking.kin import Kin
from tawatur.linking.matters import Matters, Voices
from tawatur.linking.names import Sounds
from tawatur.linking.words import Words
from tawatur.packs import Packs, Row
from tawatur.reconcile.roots import Roots, roots
from tawatur.records import Claim, Descent, Document, Episode, Fact, Telling
from tawatur.records.day import Days, said

LAST = "9999"
"""Behind every known day."""


@dataclass(frozen=True)
class Ground:
    """The claims that stand, with all that is known of them together.

    `count` gives the origins of some claims; `alike` whether two wordings share their words (None: cannot be told); `sound`
    what two scripts give alike of a name ("": nothing); `spots` the near places of a claim, each by what stands for it; `matters`
    tells reversals; `passages` knows the ways that words name; `tables` are the codebook's.
    """

    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    facts: Sequence[Fact]
    episodes: Sequence[Episode]
    count: Callable[[Sequence[Claim]], Roots]
    alike: Callable[[str | None, str | None], bool | None]
    sound: Callable[[str], str]
    spots: Callable[[Claim], frozenset[str]]
    matters: Matters
    passages: Passages
    tables: Mapping[str, Sequence[Row]]

    def told(self, kind: str) -> Iterator[list[Claim]]:
        """The claims of each fact of a kind, the fullest first."""
        for fact in self.facts:
            if fact.kind == kind:
                yield sorted((self.claims[id] for id in fact.claims), key=self.fullest)

    def days(self, claim: Claim) -> Days | None:
        """The days between which a claim was said."""
        return said(claim, self.documents.get(claim.document))

    def fullest(self, claim: Claim) -> tuple[int, str, str]:
        """The order in which claims about one thing are shown: those that say most, then the oldest."""
        content = claim.content
        filled = sum(1 for name in content.__dataclass_fields__ if getattr(content, name) not in (None, ()))
        days = self.days(claim)
        return -filled - len(claim.places), days[0] if days else LAST, claim.id

    def telling(self, value: str | None, claims: Sequence[Claim]) -> Telling:
        """A value with the claims that tell it."""
        ordered = sorted(claims, key=self.fullest)
        known = [days for claim in ordered if (days := self.days(claim))]
        found = self.count(ordered)
        return Telling(value, tuple(claim.id for claim in ordered), ordered[0].modality,
                       min((days[0] for days in known), default=None), max((days[1] for days in known), default=None),
                       found.names, found.independent)

    def tellings(self, pairs: Iterable[tuple[str | None, Claim]]) -> tuple[Telling, ...]:
        """A telling for each value, the most told first."""
        held: dict[str, dict[str, Claim]] = {}
        for value, claim in pairs:
            if value:
                held.setdefault(value, {})[claim.id] = claim
        made = (self.telling(value, list(claims.values())) for value, claims in held.items())
        return tuple(sorted(made, key=lambda one: (-len(one.claims), one.value or "")))


def grounded(claims: Iterable[Claim], documents: Iterable[Document], facts: Sequence[Fact], episodes: Sequence[Episode],
             descents: Sequence[Descent], packs: Packs) -> Ground:
    """The ground of a case; rejected claims are not in it."""
    standing = {claim.id: claim for claim in claims if claim.status != "rejected"}
    words = Words(packs)
    sound = Sounds(packs).of
    comparer = Comparer(Atlas(standing.values(), words.bare, sound), Kin(packs), words)
    came: dict[str, list[Descent]] = {}
    for descent in descents:
        came.setdefault(descent.claim, []).append(descent)

    def count(told: Sequence[Claim]) -> Roots:
        return roots(told, [descent for claim in told for descent in came.get(claim.id, ())])

    reports = {document.id: document for document in documents}
    matters = Matters(comparer, Voices(descents), reports, packs.tables.get("opposites", ()))
    return Ground(standing, reports, facts, episodes, count, words.alike, sound, comparer.spots, matters, Passages(packs),
                  packs.tables)


def as_known(claims: Iterable[Claim], documents: Mapping[str, Document], day: str) -> tuple[list[Claim], int]:
    """The claims that were said by the end of an ISO day, whenever they were printed, and how many have no known day."""
    kept, undated = [], 0
    for claim in claims:
        days = said(claim, documents.get(claim.document))
        undated += days is None
        if days and days[1] <= day:
            kept.append(claim)
    return kept, undated


def by_day(telling: Telling) -> tuple[str, str, tuple[str, ...]]:
    """The order in which things were said; what has no day comes last."""
    return telling.first or LAST, telling.last or LAST, telling.claims
