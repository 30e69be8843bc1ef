"""What changed: by what was said, not by what was printed or read; each turn on a construction of its own."""

from dataclasses import replace

from tawatur.ledgers import changes
from tawatur.pipeline import account
from tawatur.records import Change, Claim, Document, Outlet
from tests.ledgers.told import AGAINST, FIRST, LAMP, LATER, MILL, PACKS, claims
from tests.linking.wire import report

REPRINT = report("reprint", FIRST.text, Outlet("The Weir", "The Weir"), "2031-05-09")
CONFIRMED = report("confirmed", (
    "SUSAH - About 4,000 civilians are still trapped in Susah, doctor Salim Haddad said by telephone on Sunday."), MILL, "2031-05-05")
TALKS = report("talks", "Talks between Islamic State and the Syrian Democratic Forces on Susah are under way, mediators said.", LAMP, "2031-05-04")
BROKEN = report("broken", "Talks between Islamic State and the Syrian Democratic Forces on Susah have collapsed, mediators said.", LAMP, "2031-05-09")


def turns(before: tuple[Document, ...], since: tuple[Document, ...]) -> list[tuple[str, str]]:
    """The turns between two piles of reports, with the kinds of facts."""
    return [(one.turn, one.fact.kind) for one in compared(claims(*before), claims(*before, *since), (*before, *since))]


def compared(old: list[Claim], now: list[Claim], reports: tuple[Document, ...]) -> tuple[Change, ...]:
    held = tuple(one for one in reports if one.id in {claim.document for claim in old})
    was, made = account(held, old, PACKS), account(reports, now, PACKS)
    return changes(was.facts, old, made.facts, now, reports, (*made.copies, *made.links), made.descents, PACKS)


def test_nothing_new_is_no_change() -> None:
    assert turns((FIRST, LATER), ()) == []


def test_a_reprint_changes_nothing() -> None:
    assert [turn for turn, _ in turns((FIRST,), (REPRINT,))] == []


def test_a_further_origin_is_named() -> None:
    found = compared(claims(FIRST), claims(FIRST, CONFIRMED), (FIRST, CONFIRMED))
    assert {one.roots for one in found if one.turn == "confirmed" and one.fact.kind == "figure"} == {("Salim Haddad",)}


def test_what_cannot_hold_beside_it_contradicts() -> None:
    assert ("contradicted", "figure") in turns((FIRST,), (AGAINST,))


def test_what_is_told_of_a_later_day_supersedes() -> None:
    assert ("superseded", "figure") in turns((FIRST,), (LATER,))
    assert ("superseded", "talks") in turns((TALKS,), (BROKEN,))
    assert ("superseded", "talks") not in turns((BROKEN,), (TALKS,))


def test_a_rejected_claim_is_withdrawn() -> None:
    old = claims(FIRST)
    gone = [replace(claim, status="rejected") if claim.kind == "figure" else claim for claim in old]
    assert {one.turn for one in compared(old, gone, (FIRST,))} == {"withdrawn"}


HOLDS = report("holds", "The Syrian army controls Susah, the Observatory said. The town has been quiet.", LAMP, "2031-05-04")
TAKEN = report("taken", "Islamic State captured Susah, the Observatory said.", LAMP, "2031-05-09")
WANTS = report("wants", "Islamic State demanded the release of its prisoners in Susah, mediators said.", LAMP, "2031-05-04")
DROPS = report("drops", "Islamic State dropped its demand for the release of its prisoners in Susah, mediators said.", LAMP, "2031-05-09")


def test_who_takes_a_place_has_it_from_who_held_it() -> None:
    assert ("superseded", "control") in turns((HOLDS,), (TAKEN,))
    assert ("superseded", "control") not in turns((HOLDS,), (replace(HOLDS, id="f" * 16),))


def test_what_others_tell_of_a_later_day_comes_in_the_place_of_nothing() -> None:
    body = LATER.text.replace("the Susah Relief Committee", "doctor Salim Haddad")
    assert ("otherwise", "figure") in turns((FIRST,), (report("others", body, MILL, "2031-05-09"),))
    asked, dropped = (report(one.name, one.text.replace("mediators", who), LAMP, day) for one, who, day in (
        (WANTS, "Colonel Samir Haddad", "2031-05-04"), (DROPS, "the Susah Relief Committee", "2031-05-09")))
    found = turns((asked,), (dropped,))
    assert ("otherwise", "position") in found
    assert not {("withdrawn", "position"), ("superseded", "position")} & set(found)


def test_what_is_dropped_is_withdrawn() -> None:
    found = turns((WANTS,), (DROPS,))
    assert ("withdrawn", "position") in found
    assert ("withdrawn", "position") not in turns((DROPS,), (WANTS,))
