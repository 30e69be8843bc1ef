"""What is counted as a sentence, and that repeated reports are reports of their own."""

from itertools import islice

from bench.speed import repeated, sentences


def test_a_sentence_ends_with_its_mark_or_its_line() -> None:
    text = "A title without a stop\n\nThey left on Sunday. “Nobody came.” هل خرجوا؟ نعم!\n"
    assert sentences([{"text": text}]) == 5


def test_a_number_with_a_point_is_no_end() -> None:
    assert sentences([{"text": "Some 2.3 million people remain."}]) == 1


def test_repeated_reports_differ() -> None:
    reports = list(islice(repeated([{"id": "a", "text": "x"}, {"id": "b", "text": "y"}], 5), 5))
    assert len({report["id"] for report in reports}) == 5
    assert len({report["text"] for report in reports}) == 5
