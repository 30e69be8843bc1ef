"""What stands after decisions, whatever the program comes to read."""

from dataclasses import replace

import pytest

from tawatur.records import Action, Claim, Draft, Figure, Review, Time
from tawatur.records.written import write
from tawatur.review import difference, queue, said, sealed, settle, ties
from tests.invented import document, evidence, reading

REPORT = document()
CLAIMS = reading(REPORT).claims
FIGURE, POSITION, CORRIDOR = CLAIMS[0], CLAIMS[1], CLAIMS[2]
Entries = list[Review]


def plain(claim: Claim) -> dict[str, object]:
    return write(replace(claim, decided=None))


def decided(entries: Entries, action: Action, before: Claim, after: Claim, read: Claim | None) -> Entries:
    """The entries, and one more decision."""
    made = Draft(action, before.id, "Lina", "2026-01-01T00:00:00+00:00", documents=(REPORT.id,), before=plain(before),
                 after=difference(plain(before), after), read=plain(read) if read else None)
    return [*entries, sealed(made, entries[-1] if entries else None, "salt")]


def accepted(claim: Claim = FIGURE) -> Entries:
    return decided([], "accept", claim, replace(claim, status="accepted"), claim)


def corrected(claim: Claim = FIGURE) -> Entries:
    return decided([], "correct", claim, replace(more(claim), status="corrected"), claim)


def rejected(claim: Claim = FIGURE) -> Entries:
    return decided([], "reject", claim, replace(claim, status="rejected"), claim)


def more(claim: Claim, value: float = 300) -> Claim:
    assert isinstance(claim.content, Figure)
    return replace(claim, content=replace(claim.content, value=value, low=value))


def undone(entries: Entries, number: int) -> Entries:
    made = Draft("undo", entries[number - 1].id, "Omar", "2026-01-02T00:00:00+00:00", documents=(REPORT.id,))
    return [*entries, sealed(made, entries[-1], "salt")]


def stands(read: tuple[Claim, ...], entries: Entries, id: str = FIGURE.id) -> Claim:
    return next(each.claim for each in settle(read, entries) if each.claim.id == id)


def is_open(claim: Claim) -> bool:
    assert claim.decided is not None
    return claim.decided.open


def test_without_decisions_all_stands_as_it_is_read() -> None:
    assert [each.claim for each in settle(CLAIMS, [])] == list(CLAIMS)


@pytest.mark.parametrize(("entries", "status", "value"), [
    (accepted(), "accepted", 250), (corrected(), "corrected", 300), (rejected(), "rejected", 250)])
def test_a_decision_stands_while_what_it_was_made_on_does(entries: Entries, status: str, value: float) -> None:
    surer = (replace(FIGURE, confidence=0.1, rule="another rule"), *CLAIMS[1:])
    for read in (CLAIMS, surer, CLAIMS[::-1]):
        claim = stands(read, entries)
        assert isinstance(claim.content, Figure)
        assert (claim.status, claim.content.value, is_open(claim)) == (status, value, False)
        assert len(settle(read, entries)) == len(CLAIMS)


@pytest.mark.parametrize(("entries", "value"), [(accepted(), 250), (corrected(), 300), (rejected(), 250)])
def test_a_decision_is_never_overwritten_and_opens_when_the_reading_changes(entries: Entries, value: float) -> None:
    read = (more(FIGURE, 999), *CLAIMS[1:])
    claim = stands(read, entries)
    assert isinstance(claim.content, Figure)
    assert claim.content.value == value
    assert claim.status == (entries[0].after or {})["status"]
    assert is_open(claim)
    (standing,) = [each for each in settle(read, entries) if each.claim.id == FIGURE.id]
    assert standing.read == read[0]


def test_what_is_no_longer_read_is_kept_and_opens() -> None:
    kept = stands(CLAIMS[1:], accepted())
    assert (kept.status, is_open(kept)) == ("accepted", True)
    assert [each.claim.id for each in settle(CLAIMS[1:], accepted())][-1] == FIGURE.id


def test_a_rejection_that_the_program_comes_to_share_wants_no_eye() -> None:
    assert not is_open(stands(CLAIMS[1:], rejected()))


def test_a_date_that_resolves_later_is_no_other_reading() -> None:
    dated = Time("2018-05-02", "2018-05-02", "Wednesday", "weekday")
    read = tuple(replace(claim, time=dated) if claim.id == CORRIDOR.id else claim for claim in CLAIMS)
    claim = stands(read, accepted(CORRIDOR), CORRIDOR.id)
    assert (claim.time, claim.status, is_open(claim)) == (dated, "accepted", False)
    again = decided([], "accept", read[2], replace(read[2], status="accepted"), read[2])
    later = tuple(replace(one, time=replace(dated, start="2018-05-09", end="2018-05-09")) if one.id == CORRIDOR.id else one for one in CLAIMS)
    assert is_open(stands(later, again, CORRIDOR.id))


def test_a_correction_keeps_to_the_fields_that_it_changed() -> None:
    unplaced = replace(FIGURE, places=(replace(FIGURE.places[0], id=None, lat=None, lon=None, precision=None),))
    entries = corrected(unplaced)
    claim = stands((FIGURE, *CLAIMS[1:]), entries)
    assert isinstance(claim.content, Figure)
    assert (claim.content.value, claim.places, is_open(claim)) == (300, FIGURE.places, False)


def test_other_words_for_the_same_claim_are_its_new_reading() -> None:
    longer = evidence(REPORT.text, "The council said more than 250 people left the town")
    moved = replace(FIGURE, id="f" * 16, evidence=(longer,))
    settled = settle((moved, *CLAIMS[1:]), accepted())
    assert len(settled) == len(CLAIMS)
    assert settled[0].claim.id == FIGURE.id
    assert settled[0].read == moved
    assert is_open(settled[0].claim)


def test_another_claim_on_the_same_words_is_another_claim() -> None:
    other = replace(FIGURE, id="f" * 16, content=Figure("vehicles", 3, 3, 3, "exact", "vehicles"))
    settled = settle((other, *CLAIMS[1:]), accepted())
    assert {each.claim.id for each in settled} == {other.id, *(claim.id for claim in CLAIMS)}


def test_what_a_person_added_stays_and_is_not_doubled_when_it_is_read_too() -> None:
    made = Draft("add", FIGURE.id, "Lina", "2026-01-01T00:00:00+00:00", documents=(REPORT.id,),
                 after=plain(replace(FIGURE, status="accepted", engine="person")))
    entries = [sealed(made, None, "salt")]
    assert stands((), entries).status == "accepted"
    read_too = replace(FIGURE, id="f" * 16)
    settled = settle((read_too,), entries)
    assert [each.claim.id for each in settled] == [FIGURE.id]
    assert not is_open(settled[0].claim)


def test_undo_and_its_undo() -> None:
    entries = undone(corrected(), 1)
    assert stands(CLAIMS, entries) == FIGURE
    assert stands(CLAIMS, undone(entries, 2)).status == "corrected"


def test_the_last_decision_counts() -> None:
    entries = decided(accepted(), "reject", replace(FIGURE, status="accepted"), replace(FIGURE, status="rejected"), FIGURE)
    assert stands(CLAIMS, entries).status == "rejected"
    assert stands(CLAIMS, undone(entries, 2)).status == "accepted"


def test_what_was_said_of_a_report() -> None:
    def draft(action: Action, **after: object) -> Draft:
        return Draft(action, REPORT.id, "Lina", "2026-01-01T00:00:00+00:00", documents=(REPORT.id,), before={}, after=after)

    entries = [sealed(draft("date", published="a"), None, "s")]
    entries.append(sealed(draft("correct", outlet="x", language="ar"), entries[-1], "s"))
    entries.append(sealed(draft("date", published="b"), entries[-1], "s"))
    assert said(entries) == {"published": "b", "outlet": "x", "language": "ar"}
    assert said(undone(entries, 3))["published"] == "a"
    assert [each.claim for each in settle(CLAIMS, entries)] == list(CLAIMS)


def test_of_two_words_on_a_pair_the_later_counts() -> None:
    def draft(action: Action, target: str, *others: str, names: tuple[str, ...] = ()) -> Draft:
        return Draft(action, target, "Lina", "2026-01-01T00:00:00+00:00", others=others, after={"names": list(names)} if names else None)

    entries: Entries = []
    for made in (draft("merge", "c", "a", "b"), draft("split", "b", "a"), draft("same_source", "sources", names=("Y", "X")),
                 draft("different_source", "sources", names=("X", "Z"))):
        entries.append(sealed(made, entries[-1] if entries else None, "s"))
    found = ties(entries)
    assert (set(found.together), set(found.apart)) == ({("a", "c"), ("b", "c")}, {("a", "b")})
    assert (set(found.same), set(found.different)) == ({("X", "Y")}, {("X", "Z")})
    assert ties(undone(entries, 2)).together == {("a", "b"), ("a", "c"), ("b", "c")}


def test_the_queue_begins_with_what_opened_and_ends_with_what_is_sure() -> None:
    doubtful, sure = replace(POSITION, confidence=0.3), replace(CLAIMS[3], confidence=0.99)
    opened = stands((more(FIGURE, 999),), accepted())
    assert queue([sure, doubtful, opened, replace(CORRIDOR, status="accepted")]) == [opened, doubtful, sure]
