"""What a case amounts to: its facts, episodes and links, derived from reports and claims whenever they are asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tawatur.desk.asking import Asked, filtered
from tawatur.desk.reviewing import tied
from tawatur.errors import UnknownError
from tawatur.packs import Packs
from tawatur.pipeline import Account, account
from tawatur.ports import Store
from tawatur.records import Claim, Fact, Link


@dataclass(frozen=True, slots=True)
class Held:
    """A fact with the claims that it holds and the links between them."""

    fact: Fact
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]


def derived(case: Store, packs: Packs) -> Account:
    """The account of a case. Nothing of it is stored: the same reports, claims and decisions give the same account."""
    return account(list(case.documents()), list(case.claims()), packs, tied(case))


def facts(case: Store, packs: Packs, asked: Asked, fold: Callable[[str], str], least: int = 1) -> list[Held]:
    """The facts of which a filter lets at least one claim through, of at least so many claims; those with most come first."""
    let = {claim.id for claim in case.claims(filtered(case, asked, fold))}
    made, claims = derived(case, packs), {claim.id: claim for claim in case.claims()}
    return [_held(fact, claims, made) for fact in made.facts if len(fact.claims) >= least and let & set(fact.claims)]


def fact(case: Store, packs: Packs, id: str) -> Held:
    """One fact, by its id or its beginning, or by that of a claim in it; UnknownError where there is none, or several."""
    made = derived(case, packs)
    found = [one for one in made.facts if id and (one.id.startswith(id) or any(claim.startswith(id) for claim in one.claims))]
    if len(found) != 1:
        raise UnknownError(f"several facts begin with “{id}”; give more of the id" if found else f"no fact “{id}” in this case")
    return _held(found[0], {claim.id: claim for claim in case.claims()}, made)


def _held(fact: Fact, claims: Mapping[str, Claim], made: Account) -> Held:
    inside = set(fact.claims)
    links = (link for link in made.links if link.left in inside and link.right in inside)
    return Held(fact, tuple(claims[id] for id in fact.claims), tuple(links))

