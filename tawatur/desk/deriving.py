"""Figures that an analyst reckons from claims: kept in the ledger with their formula, reckoned anew whenever they are shown."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from tawatur.desk.reviewing import Who
from tawatur.errors import InputError
from tawatur.ledgers import derived, reckoned
from tawatur.ports import Store
from tawatur.records import Derived, Draft, Review
from tawatur.records.written import write


def derive(case: Store, name: str, formula: str, terms: Mapping[str, str], who: Who) -> Review:
    """Keep a formula over figures; `terms` are ids of claims by letter. InputError says what cannot, or must not, be reckoned."""
    if not name.strip():
        raise InputError("a derived figure needs a name")
    with case.together():
        claims = {letter: case.claim(id) for letter, id in terms.items()}
        if rejected := [claim for claim in claims.values() if claim.status == "rejected"]:
            raise InputError(f"claim {rejected[0].id} was rejected; nothing can be reckoned from it")
        reckoned(formula, claims)
        ids = [f"{letter}={claim.id}" for letter, claim in sorted(claims.items())]
        target = sha256(" ".join((name, formula, *ids, who.at)).encode()).hexdigest()[:16]
        return case.append(Draft(
            "derive", target, who.by, who.at, others=tuple(dict.fromkeys(claim.id for claim in claims.values())),
            documents=tuple(dict.fromkeys(claim.document for claim in claims.values())), note=who.note,
            before={letter: write(claim.content) for letter, claim in claims.items()},
            after={"name": " ".join(name.split()), "formula": " ".join(formula.split()), "terms": ids}))


def all_derived(case: Store) -> Sequence[Derived]:
    """The derived figures of a case, the oldest first."""
    return derived(list(case.reviews()), {claim.id: claim for claim in case.claims()})
