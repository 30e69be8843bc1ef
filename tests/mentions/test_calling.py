"""Names that a report itself gives to groups."""

import pytest

from tests.mentions.annotated import parties


def acting(text: str, language: str = "en") -> set[str | None]:
    """Whom the parties of a text are."""
    return {party.actor for party in parties(text, language) if party.how != "pronoun"}


@pytest.mark.parametrize("text", [
    "The gang Rivière Rouge took the depot. Rivière Rouge wants money.",
    "Rivière Rouge gunmen took the depot. Rivière Rouge wants money.",
    "Fighters of Rivière Rouge took the depot. Rivière Rouge wants money.",
    "Rivière Rouge's commanders took the depot. Rivière Rouge wants money.",
    "The gang, known as Rivière Rouge, left. A gang known as Rivière Rouge took the depot. Rivière Rouge wants money.",
    "The guerrilla group Comandos de la Orilla took the depot. Comandos de la Orilla wants money.",
])
def test_a_group_goes_by_its_name_once_a_report_has_said_what_it_is(text: str) -> None:
    name = "Comandos de la Orilla" if "Orilla" in text else "Rivière Rouge"
    last = [party for party in parties(text) if party.how != "pronoun"][-1]
    assert (last.actor, last.how) == (name, "unknown")


def test_a_name_that_never_stands_alone_may_be_an_adjective_and_keeps_its_noun() -> None:
    assert "Zamari rebels" in acting("Zamari rebels took the depot.")


def test_an_enclave_acts_by_its_ministry_and_then_by_its_name() -> None:
    assert acting("Zamaria's foreign ministry refused. On Monday Zamaria said no again.") == {"Zamaria"}


@pytest.mark.parametrize("text", [
    "The Namha Defence Force (NDF) left. The NDF said no.",
    "The Namha Defence Force left. The NDF said no.",
])
def test_an_abbreviation_means_the_reports_own_group_before_the_one_that_the_packs_know(text: str) -> None:
    assert acting(text) == {"Namha Defence Force"}


@pytest.mark.parametrize("text", ["Goma rebels left.", "Kurdish fighters left.", "On Monday gunmen left.", "Syrian rebels left."])
def test_towns_peoples_and_days_name_no_group(text: str) -> None:
    assert not [party for party in parties(text) if party.how == "unknown"]


def test_whoever_calls_it_a_militia_or_a_gang_names_the_same_group() -> None:
    assert acting("انسحبت ميليشيا صقور الوادي. ثم عادت عصابات صقور الوادي.", "ar") == {"صقور الوادي"}


def test_without_capitals_a_name_goes_on_without_its_noun() -> None:
    assert acting("رفضت حركة صقور الوادي العرض. وقال صقور الوادي إنهم باقون.", "ar") == {"حركة صقور الوادي"}


def test_a_cause_is_part_of_a_name_whatever_follows() -> None:
    assert acting("رفضت جبهة تحرير بورانا العرض.", "ar") == {"جبهة تحرير بورانا"}


@pytest.mark.parametrize("text", [
    "The British-based rights group spoke.", "They fled from the Old City, fighters said.", "Forces of President Assad left.",
    "Members of the Organization left. The organization is dying.", "Members of the Free Syrian Army left.",
])
def test_parts_of_what_is_known_or_only_described_name_no_group(text: str) -> None:
    assert not [party for party in parties(text) if party.how == "unknown"]


def test_a_noun_that_is_always_written_large_names_the_group() -> None:
    assert "Movement" in acting("The Movement left the hills. Nobody knows what the Movement wants.")


@pytest.mark.parametrize(("text", "name"), [
    ("رفضت جبهة أورتا عرض الخروج.", "جبهة أورتا"), ("قالوا إن جبهة أورتا رفضت العرض.", "جبهة أورتا"),
    ("طالبت حركة مارونا الجمعة بفتح الطريق.", "حركة مارونا"), ("رفضت جبهة تحرير الوادي العرض.", "جبهة تحرير الوادي"),
])
def test_one_bare_word_behind_a_group_noun_is_its_name_where_it_acts(text: str, name: str) -> None:
    assert name in acting(text, "ar")


def test_an_adjective_behind_a_group_noun_is_no_name() -> None:
    assert "حركة معارضة" not in acting("رفضت حركة معارضة العرض.", "ar")
