"""What holds for every claim: exact evidence, ids that last, one claim for a thing told twice, and a reading that never fails."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.examples import examples
from tawatur.records import Corridor, Outlet, Position, Reading
from tawatur.records.written import write
from tests.claims.read import of_kind, understood
from tests.text import texts

SENTENCES = {language: [one.text for one in examples() if one.language == language] for language in ("en", "ar")}
LONGEST = 60


def holds(reading: Reading) -> None:
    """The codebook's rules that hold whatever the text is."""
    text = reading.document.text
    for claim in reading.claims:
        assert claim.evidence
        assert claim.chains
        assert all(chain and chain[0].kind == "outlet" for chain in claim.chains)
        for piece in claim.evidence:
            assert piece.quote == text[piece.start:piece.end]
            assert 0 < len(piece.quote.split()) <= LONGEST
    ids = [claim.id for claim in reading.claims]
    assert len(set(ids)) == len(ids)


@settings(max_examples=40)
@given(st.sampled_from(["en", "ar"]), st.integers(0, 10_000), st.integers(1, 6), st.sampled_from([" ", "\n", " “", "” ", "، ", " — "]))
def test_any_order_of_sentences_is_read_the_same_twice(language: str, seed: int, count: int, between: str) -> None:
    chosen = random.Random(seed).sample(SENTENCES[language], count)
    reading = understood(between.join(chosen), language)
    holds(reading)
    assert reading == understood(between.join(chosen), language)


@settings(max_examples=60)
@given(st.sampled_from(["en", "ar", "tlh"]), texts)
def test_any_text_is_read_without_failing(language: str, text: str) -> None:
    holds(understood(text, language))


@settings(max_examples=30)
@given(st.integers(0, 10_000))
def test_both_languages_in_one_report_do_no_harm(seed: int) -> None:
    chosen = random.Random(seed).sample(SENTENCES["en"] + SENTENCES["ar"], 5)
    holds(understood("\n".join(chosen), "en"))


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.integers(0, 400))
def test_a_text_cut_off_anywhere_is_read(seed: int, length: int) -> None:
    chosen = random.Random(seed).sample(SENTENCES["en"] + SENTENCES["ar"], 4)
    holds(understood(" ".join(chosen)[:length], "ar"))


def test_a_long_sentence_gives_short_evidence() -> None:
    text = "Hamas rejected the truce " + "which the baker, the miller and the smith of the town had hoped for, " * 12 + "on Monday."
    holds(understood(text))


@pytest.mark.parametrize(("text", "language"), [
    ("The Houthis rejected the truce on Wednesday.", "en"), ("M23 took Rutshuru yesterday and 40 people fled.", "en"),
    ("رفض الحوثيون الهدنة أمس.", "ar"),
])
def test_ids_outlast_a_date_that_resolves(text: str, language: str) -> None:
    undated, dated = understood(text, language), understood(text, language, published="2025-03-14")
    assert [claim.id for claim in undated.claims] == [claim.id for claim in dated.claims]
    assert undated.claims
    assert any(claim.time and claim.time.start for claim in dated.claims)
    assert not any(claim.time and claim.time.start for claim in undated.claims)


@pytest.mark.parametrize(("sentence", "language"), [("Hamas rejected the truce.", "en"), ("رفضت حماس الهدنة.", "ar")])
def test_a_thing_told_twice_is_one_claim_with_two_spans(sentence: str, language: str) -> None:
    (claim,) = of_kind("position", f"{sentence}\n{sentence}", language)
    assert len(claim.evidence) == 2


@pytest.mark.parametrize(("text", "language", "claims"), [
    ("Fighting went on in rebel-held Aleppo. Shells fell on the rebel-held areas.", "en", 1),
    ("Fighting went on in rebel-held Aleppo. Shells fell on rebel-held Idlib.", "en", 2),
    ("The army captured Aleppo on 3 May. The army captured Aleppo on 9 May.", "en", 2),
])
def test_what_lasts_may_be_told_again_without_its_place(text: str, language: str, claims: int) -> None:
    assert len(of_kind("control", text, language)) == claims


@pytest.mark.parametrize(("text", "language"), [
    ("A convoy reached the besieged town of Madaya on 3 May.", "en"), ("وصلت قافلة إلى بلدة مضايا المحاصرة في 3 أيار 2016.", "ar"),
])
def test_an_epithet_does_not_take_the_time_of_its_clause(text: str, language: str) -> None:
    (claim,) = of_kind("condition", text, language)
    assert claim.time is None


def test_a_word_is_not_cut_at_its_hyphen() -> None:
    text = "The two sides agreed after long and difficult talks held in the capital on a five-hour pause in the besieged enclave."
    assert all(not piece.quote.startswith(("hour", "-")) for claim in understood(text).claims for piece in claim.evidence)


def test_another_source_makes_another_claim() -> None:
    claims = of_kind("position", "Hamas rejected the truce, residents said.\nHamas rejected the truce, the Red Cross said.")
    assert len(claims) == 2
    assert len({claim.chains[0][-1].name for claim in claims}) == 2


def test_another_stance_makes_another_claim() -> None:
    assert len(of_kind("position", "Hamas rejected the truce.\nHamas accepted the truce.")) == 2


@pytest.mark.parametrize(("text", "language"), [
    ("Russia proposed a corridor from Mariupol. Ukraine refused to open the corridor.", "en"),
    ("اقترحت روسيا ممرا من ماريوبول. ورفضت أوكرانيا فتح الممر.", "ar"),
])
def test_a_proposed_way_that_is_refused_later_says_by_whom(text: str, language: str) -> None:
    ways = [claim.content for claim in of_kind("corridor", text, language) if isinstance(claim.content, Corridor)]
    assert any(way.refused_by == "ukraine" for way in ways), [write(way) for way in ways]


@pytest.mark.parametrize(("text", "language", "name"), [
    ("Israel closed the Erez crossing.", "en", "Erez"),
    ("The road to Aleppo was closed.", "en", None),
    ("أغلقت إسرائيل معبر إيريز أمام الفلسطينيين.", "ar", "Erez"),
])
def test_a_way_has_the_name_that_stands_by_it(text: str, language: str, name: str | None) -> None:
    (claim,) = of_kind("corridor", text, language)
    assert isinstance(claim.content, Corridor)
    assert claim.content.name == name


@pytest.mark.parametrize(("text", "outlet", "want"), [
    ("“We reject any truce,” a Hamas official said.", None, "self"),
    ("Israel said Hamas had rejected the truce.", None, "counterpart"),
    ("Residents said Hamas had rejected the truce.", None, "third"),
    ("Hamas rejected the truce.", None, "third"),
    ("Hamas rejected the truce.", Outlet("own", "Own voice", speaks_for="hamas"), "self"),
])
def test_who_tells_of_a_position(text: str, outlet: Outlet | None, want: str) -> None:
    found = [claim.content for claim in understood(text, outlet=outlet).claims if isinstance(claim.content, Position)]
    assert [position.told_by for position in found if position.party == "hamas"] == [want]
