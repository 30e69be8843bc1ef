"""Ledgers of a case: what lies over its facts, derived whenever it is asked for."""

from collections.abc import Callable, Iterable

from tawatur import ledgers
from tawatur.briefing.blocks import Named
from tawatur.briefing.lineage import Lineage
from tawatur.briefing.rows import Rows
from tawatur.desk.accounts import derived
from tawatur.desk.asking import Asked, filtered
from tawatur.desk.boards import ground
from tawatur.desk.deriving import all_derived
from tawatur.packs import Packs
from tawatur.ports import Store
from tawatur.records import Derived, Origin, Series


def figures(case: Store, packs: Packs, asked: Asked, fold: Callable[[str], str], as_of: str | None = None) -> list[Series]:
    """The series of which a filter lets at least one claim through; as known at the end of an ISO day, if one is given."""
    let = {claim.id for claim in case.claims(filtered(case, asked, fold))}
    made, _ = ground(case, packs, as_of)
    told = ledgers.series(made.facts, list(made.claims.values()), list(made.documents.values()), packs)
    return [one for one in told if any(claim.id in let for tally in one.tallies for claim in tally.claims)]


def reckoned(case: Store, asked: Asked, fold: Callable[[str], str]) -> list[Derived]:
    """The figures that analysts reckoned from a claim that a filter lets through, or from one that is gone."""
    let = {claim.id for claim in case.claims(filtered(case, asked, fold))}
    return [one for one in all_derived(case) if not one.terms or any(term.claim.id in let for term in one.terms)]


def origins(case: Store, packs: Packs, asked: Asked, fold: Callable[[str], str]) -> list[Origin]:
    """The origins of the claims that a filter lets through, each with the hands and the reports that its words came by."""
    let = {claim.id: claim.document for claim in case.claims(filtered(case, asked, fold))}
    return list(ledgers.origins(derived(case, packs).descents, let))


def rows(case: Store, packs: Packs, language: str) -> Rows:
    """Who says the ledgers of a case in a language."""
    return Rows(language, named(case, packs), list(case.documents()))


def lineage(case: Store, packs: Packs, language: str) -> Lineage:
    """Who says the origins of a case in a language."""
    return Lineage(language, named(case, packs), list(case.documents()))


def named(case: Store, packs: Packs) -> Iterable[Named]:
    """Whatever the packs and the case know by a usual name."""
    return [*packs.actors.values(), *packs.outlets.values(), *packs.people.values(), *case.places()]
