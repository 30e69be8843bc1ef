"""Eleven copies of one agency's report and two witnesses are three roots: with credit lines, and without them."""

import pytest

from tawatur.records import Fact
from tests.linking.wire import told, wire


@pytest.fixture(scope="module", params=[True, False], ids=["credited", "uncredited"])
def trapped(request: pytest.FixtureRequest) -> Fact:
    """The fact of how many are trapped."""
    readings, account = told(wire(request.param))
    claims = {claim.id: claim for reading in readings for claim in reading.claims}
    (fact,) = [fact for fact in account.facts if len({claims[id].document for id in fact.claims}) == len(readings)
               and fact.kind == "figure"]
    return fact


def test_least_and_most_are_three(trapped: Fact) -> None:
    assert (trapped.independent.least, trapped.independent.most) == (3, 3)


def test_the_roots_have_names(trapped: Fact) -> None:
    assert trapped.roots[0] == "Reuters"
    assert "Salim Haddad" in trapped.roots
    assert len(trapped.roots) == 3


def test_the_reports_of_each_root_are_counted(trapped: Fact) -> None:
    assert [reason.weight for reason in trapped.grounds if reason.name == "root"] == [12, 1, 1]


def test_the_copies_are_among_the_grounds(trapped: Fact) -> None:
    kinds = {reason.name for reason in trapped.grounds if reason.name != "root"}
    assert kinds == {"agency_copy", "translated_agency_copy"}
