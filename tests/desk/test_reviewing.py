"""Decisions reach the ledger and the claim, last through every re-reading, and can be taken back."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tawatur import packs
from tawatur.desk import reading, reviewing
from tawatur.desk.reviewing import Who
from tawatur.desk.telling import brief, export
from tawatur.desk.verifying import verify
from tawatur.errors import InputError, UnknownError
from tawatur.packs import Packs
from tawatur.ports import EVERYTHING, Store
from tawatur.records import Claim, Document, Figure, Reading
from tawatur.stores.memory import MemoryStore
from tawatur.stores.sql import SqlStore
from tests.invented import document, entry
from tests.invented import reading as invented

WHO = Who("Lina", "2026-01-01T00:00:00+00:00", "seen")
BACK_ENDS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda folder: MemoryStore(), "sqlite": lambda folder: SqlStore(folder / "case.db", create=True)}
REPORT = """Tal Zaytun (Sample Agency) - More than 250 civilians left the town on Wednesday, the council said.
The brigade refused to open the eastern road."""


@pytest.fixture(scope="module")
def known() -> Packs:
    return packs.load()


@pytest.fixture(params=BACK_ENDS)
def case(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    made = BACK_ENDS[request.param](tmp_path)
    made.put(entry())
    return made


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


def first(case: Store) -> Claim:
    return next(case.claims())


def doubled(claim: Claim, value: float = 500) -> Claim:
    assert isinstance(claim.content, Figure)
    return replace(claim, content=replace(claim.content, value=value, low=value))


def read_again(case: Store, path: str, packs: Packs, monkeypatch: pytest.MonkeyPatch, claims: Callable[[Claim], Claim | None]) -> None:
    """Read a report once more, with rules that make something else of each of its claims."""
    from tawatur.pipeline import understand

    def otherwise(document: Document, packs: Packs) -> Reading:
        read = understand(document, packs)
        return replace(read, claims=tuple(made for claim in read.claims if (made := claims(claim))))

    monkeypatch.setattr(reading, "understand", otherwise)
    list(reading.read(case, [path], {}, packs, again=True))
    monkeypatch.setattr(reading, "understand", understand)


def sound(case: Store) -> bool:
    return not list(verify(case))


def test_a_decision_says_who_when_why_and_on_what(case: Store) -> None:
    claim = first(case)
    made = reviewing.accept(case, claim, WHO)
    (entry,) = case.reviews()
    assert entry == made
    assert (entry.target, entry.action, entry.by, entry.at, entry.note) == (claim.id, "accept", "Lina", WHO.at, "seen")
    assert entry.before is not None
    assert (entry.before["status"], entry.after) == ("suggested", {"status": "accepted"})
    now = case.claim(claim.id)
    assert now.decided is not None
    assert (now.status, now.decided.by, now.decided.review, now.decided.open) == ("accepted", "Lina", entry.id, False)
    assert replace(now, status="suggested", decided=None) == claim
    assert sound(case)


def test_every_decision_leaves_the_others_alone_and_waits_no_more(case: Store, known: Packs) -> None:
    figure, position, way, *rest = case.claims()
    waiting = reviewing.waiting(case, EVERYTHING)
    reviewing.accept(case, way, WHO)
    reviewing.reject(case, position, WHO)
    reviewing.correct(case, figure, doubled(figure), WHO, known)
    assert [claim.status for claim in case.claims()] == ["corrected", "rejected", "accepted", *("suggested" for _ in rest)]
    assert {claim.id for claim in reviewing.waiting(case, EVERYTHING)} == {claim.id for claim in waiting[-5:]} & {one.id for one in rest}
    assert sound(case)


def test_a_claim_that_changed_meanwhile_is_not_decided_unseen(case: Store) -> None:
    seen = first(case)
    reviewing.reject(case, seen, Who("Omar", WHO.at))
    with pytest.raises(InputError, match="look again"):
        reviewing.accept(case, seen, WHO)
    assert [one.by for one in case.reviews()] == ["Omar"]


def test_undo_gives_back_what_was_read_and_undo_of_undo_the_decision(case: Store) -> None:
    before = list(case.claims())
    reviewing.reject(case, before[0], WHO)
    reviewing.accept(case, before[1], WHO)
    back = reviewing.undo(case, reviewing.last_decision(case), WHO)
    assert case.claim(before[1].id) == before[1]
    assert reviewing.last_decision(case).target == before[0].id
    reviewing.undo(case, back, WHO)
    assert case.claim(before[1].id).status == "accepted"
    for _ in range(2):
        reviewing.undo(case, reviewing.last_decision(case), WHO)
    assert list(case.claims()) == before
    assert len(list(case.reviews())) == 6
    with pytest.raises(InputError, match="no decision"):
        reviewing.last_decision(case)
    assert sound(case)


def test_undo_keeps_to_the_order_of_decisions(case: Store) -> None:
    early = reviewing.accept(case, first(case), WHO)
    late = reviewing.reject(case, first(case), WHO)
    with pytest.raises(InputError, match=late.id):
        reviewing.undo(case, early, WHO)
    reviewing.undo(case, late, WHO)
    with pytest.raises(InputError, match="already"):
        reviewing.undo(case, late, WHO)
    reviewing.undo(case, early, WHO)
    assert first(case).status == "suggested"
    with pytest.raises(UnknownError, match="no entry"):
        reviewing.entry(case, "zzz")


def test_accepting_what_was_corrected_keeps_it_corrected(case: Store, known: Packs) -> None:
    figure = first(case)
    reviewing.correct(case, figure, doubled(figure), WHO, known)
    reviewing.accept(case, first(case), Who("Omar", WHO.at))
    now = first(case)
    assert now.decided is not None
    assert (now.status, now.decided.by, now.content) == ("corrected", "Omar", doubled(figure).content)
    with pytest.raises(InputError, match="says so already"):
        reviewing.correct(case, now, now, WHO, known)


def test_rereading_opens_a_decision_and_never_overwrites_it(
        case: Store, report: str, known: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    list(reading.read(case, [report], {}, known))
    (figure,) = [claim for claim in case.claims() if claim.kind == "figure" and claim.document != document().id]
    reviewing.accept(case, figure, WHO)
    read_again(case, report, known, monkeypatch, lambda claim: claim)
    unchanged = case.claim(figure.id).decided
    assert unchanged is not None
    assert not unchanged.open
    read_again(case, report, known, monkeypatch, lambda claim: doubled(claim) if claim.id == figure.id else claim)
    stands = reviewing.standing(case, figure.id)
    assert stands.claim.content == figure.content
    assert stands.claim.decided is not None
    assert (stands.claim.status, stands.claim.decided.open) == ("accepted", True)
    assert stands.read is not None
    assert stands.read.content == doubled(figure).content
    assert reviewing.waiting(case, EVERYTHING)[0].id == figure.id
    assert sound(case)
    kept = reviewing.accept(case, stands.claim, WHO)
    assert (case.claim(figure.id).status, case.claim(figure.id).content) == ("corrected", figure.content)
    reviewing.undo(case, kept, WHO)
    reviewing.accept(case, case.claim(figure.id), WHO, as_read=True)
    now = case.claim(figure.id)
    assert now.decided is not None
    assert (now.status, now.content, now.decided.open) == ("accepted", doubled(figure).content, False)
    read_again(case, report, known, monkeypatch, lambda claim: None if claim.id == figure.id else claim)
    assert case.claim(figure.id).status == "accepted"
    assert reviewing.waiting(case, EVERYTHING)[0].id == figure.id
    with pytest.raises(InputError, match="nothing is read"):
        reviewing.accept(case, case.claim(figure.id), WHO, as_read=True)
    assert sound(case)


def test_a_date_given_later_opens_nothing_and_fills_itself_in(case: Store, report: str, known: Packs) -> None:
    list(reading.read(case, [report], {}, known))
    (figure,) = [claim for claim in case.claims() if claim.kind == "figure" and claim.document != document().id]
    assert figure.time is not None
    assert figure.time.start is None
    reviewing.accept(case, figure, WHO)
    reading.revise(case, figure.document, {"published": "2018-05-03"}, known, WHO)
    now = case.claim(figure.id)
    assert now.time is not None
    assert now.decided is not None
    assert (now.time.start, now.status, now.decided.open) == ("2018-05-02", "accepted", False)
    assert sound(case)


def test_what_is_said_of_a_report_is_a_decision_that_can_be_taken_back(case: Store, report: str, known: Packs) -> None:
    list(reading.read(case, [report], {"outlet": "Radio Sample"}, known))
    held = next(one for one in case.documents() if one.id != document().id)
    reading.revise(case, held.id, {"published": "2018-05-03"}, known, WHO)
    reading.revise(case, held.id, {"published": "2018-05-04", "outlet": "Radio Other"}, known, WHO)
    assert [(one.action, sorted(one.after or {})) for one in case.reviews(held.id)] == [
        ("date", ["published"]), ("date", ["published"]), ("correct", ["outlet"])]
    outlet, date = reviewing.last_decision(case), list(case.reviews(held.id))[1]
    assert reviewing.on_report(case, outlet)
    back = reading.undo(case, outlet, known, WHO)
    assert case.document(held.id).outlet == held.outlet
    reading.undo(case, date, known, WHO)
    published = case.document(held.id).published
    assert published is not None
    assert published.start == "2018-05-03"
    reading.undo(case, back, known, WHO)
    outlet_now = case.document(held.id).outlet
    assert outlet_now is not None
    assert outlet_now.name == "Radio Other"
    with pytest.raises(InputError, match="already"):
        reading.undo(case, date, known, WHO)
    reading.undo(case, reviewing.last_decision(case), known, WHO)
    reading.undo(case, reviewing.last_decision(case), known, WHO)
    assert case.document(held.id) == held
    assert sound(case)


def test_what_is_added_stays_through_every_reading(case: Store, report: str, known: Packs) -> None:
    list(reading.read(case, [report], {}, known))
    claims = [claim for claim in case.claims() if claim.document != document().id]
    added = replace(claims[0], id="f" * 16, engine="person", content=Figure("vehicles", 3, 3, 3, "exact", "vehicles"), status="suggested")
    reviewing.add(case, added, WHO, known)
    with pytest.raises(InputError, match="same id"):
        reviewing.add(case, added, WHO, known)
    list(reading.read(case, [report], {}, known, again=True))
    now = case.claim(added.id)
    assert (now.status, now.content) == ("accepted", added.content)
    reviewing.undo(case, reviewing.last_decision(case), WHO)
    with pytest.raises(UnknownError):
        case.claim(added.id)
    assert sound(case)


def test_ties_of_reports_claims_and_sources(case: Store) -> None:
    other = document("Another report.\n" + document().text, "other")
    case.put(entry(other))
    claims = [claim.id for claim in case.claims()]
    reviewing.tie(case, "merge", [document().id[:6], other.id], WHO)
    reviewing.tie(case, "split", [claims[0], claims[6]], WHO)
    reviewing.tie(case, "same_source", ["Radio Sample", "a resident"], WHO)
    ties = reviewing.tied(case)
    assert ties.together == {tuple(sorted((document().id, other.id)))}
    assert ties.apart == {tuple(sorted((claims[0], claims[6])))}
    assert ties.same == {("Radio Sample", "a resident")}
    reviewing.undo(case, reviewing.last_decision(case), WHO)
    assert not reviewing.tied(case).same
    for action, names, said in (("merge", [other.id, other.id], "two different"), ("same_source", ["Radio Sample"], "two different")):
        with pytest.raises(InputError, match=said):
            reviewing.tie(case, action, names, WHO)  # type: ignore[arg-type]
    with pytest.raises(UnknownError, match="no source"):
        reviewing.tie(case, "same_source", ["Radio Sample", "nobody"], WHO)
    with pytest.raises(UnknownError):
        reviewing.tie(case, "merge", [other.id, "zzz"], WHO)


def test_a_forgotten_report_stays_forgotten_and_its_ties_outlive_it(case: Store, report: str, known: Packs) -> None:
    other = document("Another report.\n" + document().text, "other")
    case.put(entry(other))
    list(reading.read(case, [report], {}, known))
    held = next(one for one in case.documents() if one.name == "report")
    reviewing.tie(case, "same_source", ["Radio Sample", "a resident"], WHO)
    reviewing.tie(case, "merge", [document().id, other.id, held.id], WHO)
    reviewing.reject(case, next(claim for claim in case.claims() if claim.document == other.id), WHO)
    reviewing.forget(case, other.id, WHO)
    reviewing.forget(case, held.id, WHO)
    assert [one.id for one in case.documents()] == [document().id]
    ties = reviewing.tied(case)
    assert ties.same == {("Radio Sample", "a resident")}
    assert len(ties.together) == 3
    assert [step.outcome for step in reading.read(case, [report], {}, known, again=True)] == ["forgotten"]
    assert sound(case)
    with pytest.raises(InputError, match="gone for good"):
        reviewing.undo(case, next(one for one in case.reviews() if one.action == "forget"), WHO)
    rejection = next(one for one in case.reviews() if one.action == "reject")
    with pytest.raises(InputError, match="lost its words"):
        reviewing.undo(case, rejection, WHO)


def test_what_is_told_respects_decisions(case: Store, known: Packs) -> None:
    figure, position, *_ = case.claims()
    reviewing.correct(case, figure, doubled(figure, 777), WHO, known)
    reviewing.reject(case, position, WHO)
    told = brief(case, known, "en", "txt", "2026-01-02T00:00:00+00:00")
    assert "777" in told
    assert "250 civilians" not in told
    assert "corrected by Lina, 1 January 2026" in " ".join(told.split())
    assert "1 claim was left out, rejected by a person" in told
    assert position.id not in told
    lines = [json.loads(line) for line in export(case, known)]
    statuses = {line["id"]: line["status"] for line in lines if line["type"] == "claim"}
    assert (statuses[figure.id], statuses[position.id]) == ("corrected", "rejected")
    assert [line["action"] for line in lines if line["type"] == "review"] == ["correct", "reject"]
    assert len(statuses) == len(invented().claims)
