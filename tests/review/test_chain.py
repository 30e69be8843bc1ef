"""Whatever is changed in a ledger is found."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.records import Action, Draft, Review
from tawatur.records.written import restore, write
from tawatur.review import erased, flaws, sealed

WORDS = st.text(max_size=12)
VALUES = st.none() | st.dictionaries(WORDS, st.none() | st.integers() | st.floats(allow_nan=False) | WORDS | st.lists(WORDS), max_size=3)
ACTIONS = st.sampled_from(["accept", "correct", "reject", "date", "merge"])
DRAFTS = st.builds(Draft, ACTIONS, WORDS, WORDS, WORDS, st.lists(WORDS, max_size=2).map(tuple), st.lists(WORDS, max_size=2).map(tuple),
                   VALUES, VALUES, VALUES, WORDS)


def ledger(drafts: list[Draft]) -> list[Review]:
    entries: list[Review] = []
    for number, draft in enumerate(drafts):
        entries.append(sealed(draft, entries[-1] if entries else None, f"salt {number}"))
    return entries


def draft(action: Action = "accept", target: str = "c1", **fields: object) -> Draft:
    return replace(Draft(action, target, "Lina", "2026-01-01T00:00:00+00:00", documents=("d1",)), **fields)  # type: ignore[arg-type]


def broken(entries: list[Review], whole: list[Review]) -> bool:
    return bool(flaws(entries, len(whole), whole[-1].digest))


@given(st.lists(DRAFTS, min_size=1, max_size=5))
def test_what_nobody_touched_has_no_flaw(drafts: list[Draft]) -> None:
    whole = ledger(drafts)
    restored = [restore(Review, json.loads(json.dumps(write(entry)))) for entry in whole]
    assert not flaws(restored, len(whole), whole[-1].digest)


@given(st.lists(DRAFTS, min_size=1, max_size=4), st.data())
def test_any_sign_changed_in_any_entry_is_found(drafts: list[Draft], data: st.DataObject) -> None:
    whole = ledger(drafts)
    at = data.draw(st.integers(0, len(whole) - 1))
    text = json.dumps(write(whole[at]), ensure_ascii=False)
    place = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.sampled_from('0123456789abcdef{}[]", :.-_é\u0645'))
    try:
        changed = restore(Review, json.loads(text[:place] + sign + text[place + 1:]))
    except (ValueError, TypeError, AttributeError):
        return  # no entry any more: whoever reads it is told so
    if changed != whole[at]:
        assert broken([*whole[:at], changed, *whole[at + 1:]], whole)


@given(st.lists(DRAFTS, min_size=2, max_size=5), st.data())
def test_entries_that_are_missing_doubled_or_moved_are_found(drafts: list[Draft], data: st.DataObject) -> None:
    whole = ledger(drafts)
    at = data.draw(st.integers(0, len(whole) - 1))
    assert broken(whole[:at] + whole[at + 1:], whole)
    assert broken([*whole, whole[at]], whole)
    assert broken(whole[::-1], whole)
    assert broken([], whole)


def test_an_entry_sealed_anew_does_not_fit_its_followers() -> None:
    whole = ledger([draft(), draft("reject"), draft("accept", note="sure")])
    forged = sealed(draft("accept", note="never said"), whole[0], "salt")
    assert broken([whole[0], forged, whole[2]], whole)
    assert broken([whole[0], whole[1], replace(whole[2], id="0" * 16)], whole)


def test_words_go_only_with_a_report_that_was_forgotten_later() -> None:
    whole = ledger([draft(after={"status": "accepted"}), draft("forget", "d1"), draft("accept", "c2")])
    assert not broken([erased(whole[0]), *whole[1:]], whole)
    assert broken([whole[0], whole[1], erased(whole[2])], whole)
    other = ledger([draft(), draft("forget", "d2", documents=("d2",))])
    assert broken([erased(other[0]), other[1]], other)
    assert broken([replace(whole[0], note="left over", salt=""), *whole[1:]], whole)


def test_equal_words_do_not_give_equal_digests() -> None:
    assert sealed(draft(), None, "one").body != sealed(draft(), None, "two").body


@pytest.mark.parametrize("count", [0, 1])
def test_an_end_that_was_cut_off_is_told(count: int) -> None:
    whole = ledger([draft(), draft("reject")])
    (flaw,) = flaws(whole[:count], 2, whole[-1].digest)
    assert "2 entries were written" in flaw.reason
