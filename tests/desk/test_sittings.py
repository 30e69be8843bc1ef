"""Whatever people decide and take back, and whatever the program comes to read meanwhile, no decision is lost."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.desk import reviewing
from tawatur.desk.indexing import names, read_beside
from tawatur.desk.reviewing import Who
from tawatur.desk.verifying import verify
from tawatur.errors import InputError
from tawatur.ports import Store
from tawatur.records import Claim
from tawatur.review import effective, settle
from tawatur.stores.memory import MemoryStore
from tests.invented import document, entry, evidence, reading

REPORT = document()
WHO = Who("Lina", "2026-01-01T00:00:00+00:00")
CLAIMS = reading(REPORT).claims
LONGER = evidence(REPORT.text, "The Northern Brigade refuses to open the eastern road")
STEPS = st.lists(st.tuples(st.sampled_from(["accept", "as_read", "reject", "undo", "read"]), st.integers(0, 9)), max_size=14)


def variants(claim: Claim) -> list[Claim | None]:
    """What rules may come to make of a claim: the same, another modality, other words under another id, nothing."""
    moved = replace(claim, id="f" + claim.id[1:], evidence=(LONGER,)) if claim.kind != "figure" else claim
    return [claim, replace(claim, modality="denied"), moved, replace(moved, modality="planned"), None]


def read_as(case: Store, choice: int) -> tuple[Claim, ...]:
    """Read the report anew, with rules that differ."""
    made = (variants(claim)[(choice + at) % 5] for at, claim in enumerate(CLAIMS))
    claims = tuple(claim for claim in made if claim)
    settled = settle(claims, list(case.reviews(REPORT.id)))
    stand = tuple(each.claim for each in settled)
    case.put(replace(entry(), reading=replace(reading(), claims=stand), read=read_beside(settled), original=None,
                     names={claim.id: names(claim) for claim in stand}))
    return claims


def decide(case: Store, step: str, number: int) -> None:
    held = list(case.claims())
    claim = held[number % len(held)] if held else None
    try:
        if step == "undo":
            entries = effective(list(case.reviews()))
            reviewing.undo(case, entries[number % len(entries)] if entries else reviewing.last_decision(case), WHO)
        elif claim and step == "reject":
            reviewing.reject(case, claim, WHO)
        elif claim:
            reviewing.accept(case, claim, WHO, as_read=step == "as_read")
    except InputError:
        return  # a later decision stands on it, or nothing is read in its place


@settings(deadline=None, max_examples=100)
@given(STEPS)
def test_no_decision_is_lost(steps: list[tuple[str, int]]) -> None:
    case: Store = MemoryStore()
    case.put(entry())
    now = CLAIMS
    for step, number in steps:
        if step == "read":
            now = read_as(case, number)
        else:
            decide(case, step, number)
        held = {claim.id: claim for claim in case.claims()}
        assert len(held) == len(list(case.claims()))
        last = {one.target: one for one in effective(list(case.reviews()))}
        for target, one in last.items():
            mark = held[target].decided
            assert mark is not None
            told = {**(one.before or {}), **(one.after or {})}
            assert (mark.review, held[target].status, held[target].modality) == (one.id, told["status"], told["modality"])
        assert sorted(claim.id for claim in case.suggested(REPORT.id)) == sorted(claim.id for claim in now)
        assert not list(verify(case))
    while effective(list(case.reviews())):
        reviewing.undo(case, reviewing.last_decision(case), WHO)
    assert set(case.claims()) == set(now)
