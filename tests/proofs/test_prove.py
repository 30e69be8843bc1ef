"""Every sentence of a briefing stands in the words that it cites and says who says so; one that does not is withheld."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tawatur import briefing
from tawatur.briefing.blocks import Brief, Named
from tawatur.briefing.said import Sayer
from tawatur.ledgers import changes
from tawatur.packs import load
from tawatur.pipeline import Account, account, understand
from tawatur.proofs import Grounds, Proof, prove
from tawatur.records import Claim, Document, Figure, Outlet, Place, Point, Position
from tests.ledgers.told import AGAINST, FIRST, LATER, PACKS
from tests.linking.wire import report

MADE = "2031-06-01T00:00:00+00:00"
ARABIC = report("arabic", (
    "قالت لجنة إغاثة السوسة إن ثلاثة آلاف مدني ما زالوا محاصرين في السوسة. "
    "ورفضت قوات سوريا الديمقراطية طلب تنظيم الدولة الإسلامية فتح الطريق بين السوسة والشعفة أمام جرحاه."), Outlet("المنارة", "المنارة"),
    "2031-05-04", "ar")
WORDED = report("worded", (
    "SUSAH - Some twelve hundred people have left the town since Thursday, the Susah Relief Committee said. "
    "The committee said tens of thousands were in need in the valley."), Outlet("The Lamp", "The Lamp"), "2031-05-04")
REPORTS = (FIRST, LATER, AGAINST, ARABIC, WORDED)


@pytest.fixture(scope="module")
def claims() -> list[Claim]:
    return [claim for one in REPORTS for claim in understand(one, load()).claims]


def told(claims: list[Claim], before: list[Claim] | None = None) -> Brief:
    made: Account = account(REPORTS, claims, PACKS)
    was = account(REPORTS, before, PACKS) if before else made
    news = changes(was.facts, before, made.facts, claims, REPORTS, (*made.copies, *made.links), made.descents, PACKS) if before else ()
    named: list[Named] = [*PACKS.actors.values(), *PACKS.outlets.values(), *PACKS.people.values(), *points(claims)]
    return briefing.brief(made.episodes, REPORTS, claims, made_at=MADE, named=named, facts=made.facts, changes=news,
                          since=MADE if before else None)


def points(claims: list[Claim]) -> list[Point]:
    ids = dict.fromkeys(place.id for claim in claims for place in claim.places if place.id)
    return [point for id in ids if (point := PACKS.gazetteer.get(id))]


def proved(brief: Brief, language: str = "en", documents: tuple[Document, ...] = REPORTS) -> Proof:
    return prove(brief, language, Grounds(documents, PACKS, lambda document: ()))


def altered(claims: list[Claim], kind: type, change: Callable[[Claim], Claim]) -> list[Claim]:
    """The claims with the first of a kind made otherwise."""
    first = next(claim for claim in claims if isinstance(claim.content, kind))
    return [change(claim) if claim.id == first.id else claim for claim in claims]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_was_read_stands(claims: list[Claim], language: str) -> None:
    proof = proved(told(claims), language)
    assert (proof.faults, proof.brief.withheld) == ((), 0)
    assert proof.lines >= 10
    assert prove(proof.brief, language, Grounds(REPORTS, PACKS, lambda document: ())).faults == ()


def test_a_number_that_stands_nowhere_is_withheld(claims: list[Claim]) -> None:
    def more(claim: Claim) -> Claim:
        assert isinstance(claim.content, Figure)
        return replace(claim, content=replace(claim.content, value=7777.0, low=None, high=None, bound="about"))

    proof = proved(told(altered(claims, Figure, more)))
    assert [(fault.kind, fault.said) for fault in proof.faults] == [("number", "7,777")]
    assert proof.brief.withheld == 1
    page = briefing.render(proof.brief, "en", "txt")
    assert "7,777" not in page
    assert "1 line is withheld" in page
    corrected = [replace(claim, status="corrected") if isinstance(claim.content, Figure) and claim.content.value == 7777 else claim
                 for claim in altered(claims, Figure, more)]
    assert proved(told(corrected)).faults == ()  # a person's word is no reading


def test_a_party_or_a_place_that_stands_nowhere_is_withheld(claims: list[Claim]) -> None:
    def another(claim: Claim) -> Claim:
        assert isinstance(claim.content, Position)
        return replace(claim, content=replace(claim.content, party="hezbollah"))

    faults = proved(told(altered(claims, Position, another))).faults
    assert {fault.kind for fault in faults} == {"name"}
    far = Place("at", "aleppo", "Aleppo", 36.2, 37.2, "Aleppo", 1)
    faults = proved(told(altered(claims, Figure, lambda claim: replace(claim, places=(far,))))).faults
    assert {(fault.kind, fault.said) for fault in faults} == {("place", "Aleppo")}


def test_whoever_the_words_were_read_as_stands_in_them(claims: list[Claim]) -> None:
    def another(claim: Claim) -> Claim:
        assert isinstance(claim.content, Position)
        return replace(claim, content=replace(claim.content, party="hezbollah"))

    brief = told(altered(claims, Position, another))
    changed = next(claim for claim in claims if isinstance(claim.content, Position))
    spot = changed.evidence[0]
    inside, before = (spot.start, spot.start + 4, "hezbollah"), (0, 6, "hezbollah")
    assert prove(brief, "en", Grounds(REPORTS, PACKS, lambda document: (inside,))).faults == ()
    proof = prove(brief, "en", Grounds(REPORTS, PACKS, lambda document: (before,)))
    assert proof.faults == ()
    assert next(citation.context for citation in proof.brief.citations if citation.claim.id == changed.id)


def test_a_name_elsewhere_in_the_report_is_cited_from_there(claims: list[Claim]) -> None:
    left = next(claim for claim in claims if claim.document == WORDED.id and isinstance(claim.content, Figure) and claim.places == ())
    susah = Place("from", "as-susah", "As-Susah", 34.5, 40.9, "SUSAH", 1)
    proof = proved(told([replace(claim, places=(susah,)) if claim.id == left.id else claim for claim in claims]))
    assert proof.faults == ()
    context = next(citation.context for citation in proof.brief.citations if citation.claim.id == left.id)
    assert any("susah" in words.text.casefold() for words in context)
    assert "named in the report: “" in briefing.render(proof.brief, "en", "txt")


def test_a_line_that_does_not_say_who_says_so_is_withheld(claims: list[Claim], monkeypatch: pytest.MonkeyPatch) -> None:
    brief = told(claims)
    monkeypatch.setattr(Sayer, "_sources", lambda self, line: ())
    proof = proved(brief)
    assert {fault.kind for fault in proof.faults} == {"source"}
    assert proof.brief.withheld == proof.lines >= 10


def test_a_line_that_does_not_say_that_it_is_denied_is_withheld(claims: list[Claim], monkeypatch: pytest.MonkeyPatch) -> None:
    brief = told(altered(claims, Figure, lambda claim: replace(claim, modality="denied")))
    assert proved(brief).faults == ()
    kept = Sayer.reserve
    calls = iter(range(10_000))
    monkeypatch.setattr(Sayer, "reserve", lambda self, claim: kept(self, claim) if next(calls) % 2 else ())
    assert "reserve" in {fault.kind for fault in proved(brief).faults}


def test_changes_are_held_against_their_words_too(claims: list[Claim]) -> None:
    before = [claim for claim in claims if claim.document != LATER.id]
    brief = told(claims, before)
    assert sum(len(chapter.changes) for chapter in brief.chapters) > 0
    assert proved(brief).faults == ()

    def more(claim: Claim) -> Claim:
        assert isinstance(claim.content, Figure)
        return replace(claim, content=replace(claim.content, value=8888.0))

    later = [more(claim) if claim.document == LATER.id and isinstance(claim.content, Figure) else claim for claim in claims]
    proof = proved(told(later, before))
    assert {fault.kind for fault in proof.faults} == {"number"}
    assert "8,888" not in briefing.render(proof.brief, "en", "txt")
