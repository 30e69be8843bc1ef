"""Which days are meant, seen from the day of the report; and the day itself, where the text gives it away."""

import pytest

from tests.claims.figured import reading


def days(text: str, language: str, published: str | None = "2018-03-01") -> list[tuple[str, str | None, str | None, str]]:
    times = reading(text, language, published).times
    return [(one.role, one.time.start, one.time.end, one.time.basis) for one in times if one.time]


@pytest.mark.parametrize(("text", "start", "end", "basis"), [
    ("It began on 3 May 2017.", "2017-05-03", "2017-05-03", "explicit"),
    ("It began on May 3, 2017.", "2017-05-03", "2017-05-03", "explicit"),
    ("It began on the 11th and 12th of June 2017.", "2017-06-11", "2017-06-12", "explicit"),
    ("It began in January.", "2018-01-01", "2018-01-31", "relative"),
    ("It began in November.", "2017-11-01", "2017-11-30", "relative"),
    ("It began on November 5.", "2017-11-05", "2017-11-05", "relative"),
    ("It began yesterday.", "2018-02-28", "2018-02-28", "relative"),
    ("It began on Saturday.", "2018-02-24", "2018-02-24", "weekday"),
    ("It began on Thursday.", "2018-03-01", "2018-03-01", "weekday"),
    ("It began last Thursday.", "2018-02-22", "2018-02-22", "weekday"),
    ("It began last week.", "2018-02-19", "2018-02-25", "relative"),
    ("It began last month.", "2018-02-01", "2018-02-28", "relative"),
    ("It began earlier this year.", "2018-01-01", "2018-03-01", "relative"),
    ("It began ten days ago.", "2018-02-19", "2018-02-19", "relative"),
    ("It went on over the past two days.", "2018-02-27", "2018-03-01", "relative"),
    ("It began in 2013.", "2013-01-01", "2013-12-31", "explicit"),
    ("The talks will start on Sunday.", "2018-03-04", "2018-03-04", "weekday"),
])
def test_english(text: str, start: str, end: str, basis: str) -> None:
    assert days(text, "en") == [("at", start, end, basis)]


@pytest.mark.parametrize(("text", "role", "start", "end"), [
    ("بدأ الهجوم في العاشر من أيلول/سبتمبر الماضي.", "at", "2017-09-10", "2017-09-10"),
    ("بدأ الهجوم أمس الأربعاء.", "at", "2018-02-28", "2018-02-28"),
    ("بدأ الهجوم أول من أمس.", "at", "2018-02-27", "2018-02-27"),
    ("بدأ الهجوم يوم السبت الماضي.", "at", "2018-02-24", "2018-02-24"),
    ("يحاصرها منذ عام 2013.", "since", "2013-01-01", "2013-12-31"),
    ("يحاصرها منذ عشرة أيام.", "since", "2018-02-19", "2018-02-19"),
    ("بدأ الهجوم قبل نحو أسبوع.", "at", "2018-02-22", "2018-02-22"),
    ("قتلوا خلال اليومين الماضيين.", "at", "2018-02-27", "2018-03-01"),
    ("بدأ الهجوم الشهر الماضي.", "at", "2018-02-01", "2018-02-28"),
    ("بدأ الهجوم في 19 كانون الأول.", "at", "2017-12-19", "2017-12-19"),
    ("بدأ الهجوم في الحادي والعشرين من تشرين الثاني 2016.", "at", "2016-11-21", "2016-11-21"),
    ("بدأ الهجوم مطلع عام 2017.", "at", "2017-01-01", "2017-05-01"),
])
def test_arabic(text: str, role: str, start: str, end: str) -> None:
    assert [one[:3] for one in days(text, "ar")] == [(role, start, end)]


def test_without_a_date_words_stay_words() -> None:
    (time,) = reading("It began on Wednesday.", "en", None).times
    assert time.time is not None
    assert (time.time.start, time.time.basis, time.time.text) == (None, "unresolved", "Wednesday")


def test_the_text_gives_its_day_away() -> None:
    read = reading("The group said yesterday, Tuesday the 6th of March 2018, that the road is open.", "en", None)
    assert read.document.published is not None
    assert (read.document.published.start, read.document.published.basis) == ("2018-03-07", "relative")
    assert reading("فشلت المفاوضات اليوم الأربعاء.", "ar", None).document.published is None


def test_a_day_that_is_given_resolves_the_others() -> None:
    found = days("قال اليوم الأربعاء 12 كانون الأول 2018 إن القصف بدأ أمس.", "ar", None)
    assert ("at", "2018-12-11", "2018-12-11", "relative") in found
