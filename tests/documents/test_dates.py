"""Whole dates in heads of reports."""

import pytest

from tawatur.documents.blocks import blocks
from tawatur.documents.dates import dates, day_of
from tawatur.documents.published import header_date
from tawatur.packs import Packs

BODY = "The envoys met on Tuesday for the third time and parted without a word on when the first families may leave the town."
KHABAR = "اجتمع المندوبون يوم الثلاثاء للمرة الثالثة وافترقوا دون أن يحددوا موعدا لخروج العائلات الأولى من البلدة المحاصرة."


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31 January 2019", "2019-01-31"),
        ("January 31, 2019", "2019-01-31"),
        ("31 Jan 2019", "2019-01-31"),
        ("Thursday, 31 January 2019 10:30 GMT", "2019-01-31"),
        ("2019-01-31", "2019-01-31"),
        ("2019/01/31 18:00", "2019-01-31"),
        ("31/01/2019", "2019-01-31"),
        ("01/31/2019", "2019-01-31"),
        ("31.1.2019", "2019-01-31"),
        ("03/04/2019", None),
        ("04/04/2019", "2019-04-04"),
        ("31 كانون الثاني 2019", "2019-01-31"),
        ("31 كانون الثاني/يناير 2019", "2019-01-31"),
        ("٣١ يناير ٢٠١٩", "2019-01-31"),
        ("٣١/١/٢٠١٩", "2019-01-31"),
        ("3/4/2019 م", "2019-04-03"),
        ("12 تشرين الأول، 2016", "2016-10-12"),
        ("31 February 2019", None),
        ("January 2019", None),
        ("31 January", None),
        ("in 2019", None),
        ("12 people in 2019", None),
        ("at 12:30", None),
        ("1300", None),
        ("99/99/2019", None),
    ],
)
def test_whole_dates(known: Packs, written: str, day: str | None) -> None:
    found = dates(known).find(written)
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Envoys part\n\n31 January 2019\n\n{BODY}\n{BODY}", "2019-01-31"),
        (f"Published: 31 January 2019\n\nEnvoys part\n\n{BODY}\n{BODY}", "2019-01-31"),
        (f"KASTRO, 31 January 2019 (Reuters) - {BODY}\n{BODY}", "2019-01-31"),
        (f"Published 31 January 2019 {BODY}\n{BODY}", "2019-01-31"),
        (f"Valley update no. 3 (as of 31 January 2019)\n\n{BODY}\n{BODY}", "2019-01-31"),
        (f"لقاء بلا نتيجة\n\nنشر في: 31 يناير 2019\n\n{KHABAR}\n{KHABAR}", "2019-01-31"),
        (f"لقاء بلا نتيجة\n\nعنب بلدي – الخميس 31 كانون الثاني 2019\n\n{KHABAR}\n{KHABAR}", "2019-01-31"),
        (f"Envoys part\n\nJanuary 31, 20193:12 AM ET\n\n{BODY}\n{BODY}", "2019-01-31"),
        (f"Envoys part\n\nPublished On 31 Jan 20191 Feb 2019\n\n{BODY}\n{BODY}", "2019-01-31"),
        (f"Envoys part\n\nBy ADA ROYJAN. 31, 2019\n\n{BODY}\n{BODY}", "2019-01-31"),
        (f"Envoys part\n\n{BODY} It began on 31 January 2019.\n{BODY}", None),
        (f"On 31 January 2019 the envoys met. {BODY}\n{BODY}", None),
        (f"في 31 يناير 2019 اجتمع المندوبون. {KHABAR}\n{KHABAR}", None),
        (f"Massacre of 31 January 2019: ten years on\n\n{BODY}\n{BODY}", None),
    ],
)
def test_the_date_of_a_head(known: Packs, text: str, day: str | None) -> None:
    found = header_date(text, blocks(text, known), known)
    assert (found.start if found else None) == day
    if found:
        assert found.text in text


def test_days_of_metadata() -> None:
    assert day_of("2019-01-31T23:59:59+03:00") == "2019-01-31"
    assert [day_of(written) for written in (None, "", "soon", "2019-02-31", "20190131", "2019-01-312")] == [None] * 6
