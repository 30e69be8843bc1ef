"""Reports go into a case once, whole, and stay what a person said they are."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tawatur import packs
from tawatur.desk import reading
from tawatur.desk.reviewing import Who
from tawatur.desk.telling import export
from tawatur.errors import InputError
from tawatur.packs import Packs
from tawatur.ports import Store
from tawatur.records import Document, Reading
from tawatur.stores.memory import MemoryStore
from tests.invented import reading as invented

REPORT = """Tal Zaytun (Sample Agency) - More than 250 civilians left the town on Wednesday, the council said.
The brigade refused to open the eastern road."""

WHO = Who("tester", "2026-01-01T00:00:00+00:00")


@pytest.fixture(scope="module")
def known() -> Packs:
    return packs.load()


@pytest.fixture
def case() -> Store:
    return MemoryStore()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def outcomes(steps: Sequence[reading.Step]) -> list[str]:
    return [step.outcome for step in steps]


def test_reading_twice_changes_nothing(case: Store, report: Path, known: Packs) -> None:
    assert outcomes(list(reading.read(case, [str(report)], {}, known))) == ["read"]
    before = list(export(case, known))
    assert outcomes(list(reading.read(case, [str(report)], {}, known))) == ["known"]
    assert outcomes(list(reading.read(case, [str(report)], {}, known, again=True))) == ["again"]
    assert list(export(case, known)) == before


def test_the_bytes_and_the_text_stay_untouched(case: Store, report: Path, known: Packs) -> None:
    list(reading.read(case, [str(report)], {}, known))
    (held,) = case.documents()
    assert held.text == REPORT
    assert case.original(held.id) == REPORT.encode()


def test_what_a_person_says_later_counts_and_lasts(case: Store, report: Path, known: Packs) -> None:
    list(reading.read(case, [str(report)], {"outlet": "Radio Sample"}, known))
    (held,) = case.documents()
    reading.revise(case, held.id[:6], {"published": "2018-05-03"}, known, WHO)
    again = reading.read(case, [str(report)], {"sensitivity": "restricted"}, known)
    assert outcomes(list(again)) == ["again"]
    (now,) = case.documents()
    assert now.published is not None
    assert (now.published.start, now.published.basis) == ("2018-05-03", "reviewer")
    assert now.outlet is not None
    assert (now.outlet.name, now.sensitivity, now.text) == ("Radio Sample", "restricted", REPORT)
    assert outcomes(list(reading.read(case, [str(report)], {}, known))) == ["known"]


def test_the_rest_goes_on_when_the_rules_fail(case: Store, tmp_path: Path, known: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(document: Document, _: Packs) -> Reading:
        if "brigade" in document.text:
            raise ZeroDivisionError("no such thing")
        return Reading(document)

    monkeypatch.setattr(reading, "understand", fragile)
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("The council of the town said nothing yesterday.", encoding="utf-8")
    assert outcomes(list(reading.read(case, [str(tmp_path)], {}, known))) == ["read", "read"]
    assert len(list(case.documents())) == 2
    (setback,) = case.setbacks()
    assert setback.stage == "understand"
    assert "ZeroDivisionError" in setback.reason


def test_two_claims_of_one_id_do_not_stop_a_run(
        case: Store, report: Path, known: Packs, monkeypatch: pytest.MonkeyPatch) -> None:
    def doubling(document: Document, _: Packs) -> Reading:
        claims = invented().claims[:2]
        return Reading(document, claims=(*claims, claims[0]))

    monkeypatch.setattr(reading, "understand", doubling)
    assert outcomes(list(reading.read(case, [str(report)], {}, known))) == ["read"]
    assert tuple(case.claims()) == invented().claims[:2]
    assert "1 claims had the id of another" in next(case.setbacks()).reason


def test_a_setback_goes_when_its_file_can_be_read(case: Store, report: Path, known: Packs) -> None:
    report.write_text("", encoding="utf-8")
    assert outcomes(list(reading.read(case, [str(report)], {}, known))) == ["unreadable"]
    assert outcomes(list(reading.read(case, [str(report)], {}, known))) == ["unreadable"]
    assert len(list(case.setbacks())) == 1
    report.write_text(REPORT, encoding="utf-8")
    assert outcomes(list(reading.read(case, [str(report)], {}, known))) == ["read"]
    assert not list(case.setbacks())


def test_a_bad_line_among_good_ones_is_remembered(case: Store, tmp_path: Path, known: Packs) -> None:
    lines = [json.dumps({"id": f"r{number}", "text": f"Report {number}. {REPORT}"}) for number in range(3)]
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join([lines[0], "{ torn", *lines[1:]]), encoding="utf-8")
    for expected in ("read", "known"):
        told = outcomes(list(reading.read(case, [str(path)], {}, known)))
        assert sorted(told) == sorted([expected] * 3 + ["unreadable"])
        assert len(list(case.setbacks())) == 1
    assert [document.name for document in case.documents()] == ["r0", "r1", "r2"]


@pytest.mark.parametrize(("said", "complaint"), [
    ({"published": "soon"}, "write it as"), ({"published": "2018-02-30"}, "write it as"),
    ({"sensitivity": "secret"}, "public, internal"), ({"language": "xx"}, "known are ar, en"), ({"outlet": " "}, "is empty"),
    ({"published": "unknown"}, "leave it out"),
])
def test_what_cannot_be_is_refused_with_what_can(said: dict[str, str | None], complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        reading.checked(said, ("en", "ar"))


def test_what_was_not_said_is_left_out() -> None:
    said = {"outlet": None, "published": "2018-05-03", "language": "AR"}
    assert reading.checked(said, ("en", "ar")) == {"published": "2018-05-03", "language": "ar"}


def test_a_day_and_an_outlet_can_be_taken_back(case: Store, report: Path, known: Packs) -> None:
    list(reading.read(case, [str(report)], {"outlet": "Radio Sample", "published": "2018-05-03"}, known))
    (held,) = case.documents()
    unsaid = reading.checked({"outlet": "Unknown", "published": "unknown"}, known.languages, taking_back=True)
    reading.revise(case, held.id, unsaid, known, WHO)
    (now,) = case.documents()
    assert (now.outlet, now.published) == (None, None)


def test_what_was_said_of_one_report_outweighs_what_is_said_of_many(case: Store, report: Path, known: Packs) -> None:
    many = {"outlet": "Radio Sample", "published": "2018-05-01"}
    list(reading.read(case, [str(report)], many, known))
    (held,) = case.documents()
    reading.revise(case, held.id, {"published": "2018-05-03"}, known, WHO)
    assert outcomes(list(reading.read(case, [str(report)], many, known))) == ["known"]
    assert outcomes(list(reading.read(case, [str(report)], {**many, "outlet": "Radio Other"}, known))) == ["again"]
    (now,) = case.documents()
    assert now.published is not None
    assert now.outlet is not None
    assert (now.published.start, now.outlet.name) == ("2018-05-03", "Radio Other")


def test_what_is_said_of_many_does_not_change_what_a_report_says_itself(case: Store, tmp_path: Path, known: Packs) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps({"id": "r", "text": REPORT, "published": "2018-05-03", "outlet": "Radio Sample"}), encoding="utf-8")
    for said in ({}, {"outlet": "Radio Other", "published": "2018-05-09"}):
        list(reading.read(case, [str(path)], said, known))
        (held,) = case.documents()
        assert held.published is not None
        assert held.outlet is not None
        assert (held.published.start, held.outlet.name) == ("2018-05-03", "Radio Sample")


def test_a_path_that_leads_nowhere_is_said_before_anything_is_read() -> None:
    with pytest.raises(InputError, match="no such file or folder: nowhere"):
        reading.check_paths(["-", "nowhere"])
