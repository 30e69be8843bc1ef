"""What only a whole report shows: credits, the outlet's own words, names taken up again, quotations that run on."""

from tawatur.packs import load
from tawatur.records import Attribution, Outlet, Reading
from tests.attribution.test_constructions import read, shown


def chains(reading: Reading) -> list[str]:
    return [shown(one.chain) for one in reading.attributions]


def said(reading: Reading, one: Attribution) -> list[str]:
    return [reading.text(span.start, span.end) for span in one.content]


def test_a_credit_line_stands_in_every_chain() -> None:
    reading = read("TARVEL (Reuters) - Residents said the bridge was shut. The mayor said it was open.", "en")
    assert chains(reading) == ["agency:Reuters > unnamed:Residents", "agency:Reuters > person:The mayor"]


def test_the_outlet_is_no_node_behind_itself() -> None:
    reuters = load().outlets["reuters"]
    reading = read("Residents told Reuters the bridge was shut. Reuters learned from two diplomats that talks had failed.", "en", reuters)
    assert chains(reading) == ["unnamed:Residents", "unnamed:two diplomats"]


def test_an_unknown_outlet_is_called_by_the_document() -> None:
    reading = read("Residents said the bridge was shut.", "en", None)
    assert [node.name for node in reading.attributions[0].chain] == ["d", "Residents"]


def test_a_quotation_runs_on_over_sentences() -> None:
    reading = read("“We stay,” said Lena Orr. “The mill is gone. The bread is gone.” The army advanced.", "en")
    assert [words for one in reading.attributions for words in said(reading, one)] == [
        "We stay", "The mill is gone. The bread is gone"]
    assert chains(reading) == ["person:Lena Orr", "person:Lena Orr"]


def test_a_sentence_without_a_cue_is_the_outlets_own() -> None:
    reading = read("Residents said the bridge was shut. Nine people died there last year.", "en")
    assert all(one.content[-1].end < reading.document.text.index("Nine") for one in reading.attributions)


def test_a_role_that_is_named_later_had_the_name_before() -> None:
    reading = read("Talks failed, the head of the Tarvel relief council said.\n“They failed,” Ada Roy, head of the Tarvel relief council, "
                   "told reporters.", "en")
    assert chains(reading) == ["person:Ada Roy", "person:Ada Roy"]


def test_a_statement_below_a_colon() -> None:
    reading = read("The governor said in a statement:\nThe road is open.\nThe mill is safe.\n", "en")
    assert said(reading, reading.attributions[0]) == ["The road is open.\nThe mill is safe"]


def test_the_agency_of_the_next_sentence() -> None:
    reading = read("وقال مصدران إن الاتفاق تم. حسب ما أوردت رويترز.\nوأضاف المصدران أن القوافل ستدخل.", "ar")
    assert chains(reading) == ["agency:Reuters > unnamed:مصدران", "agency:Reuters > unnamed:مصدران"]


def test_a_surname_in_another_script_finds_its_name() -> None:
    reading = read("وقال سامر الحلو، مدير المستشفى، إن الدواء نفد. وأضاف الحلو أن الجرحى كثر.", "ar")
    assert chains(reading) == ["person:سامر الحلو", "person:سامر الحلو"]


def test_ids_do_not_change_from_run_to_run_and_differ() -> None:
    text = "Rescue workers and residents said the bridge was shut."
    first, second = read(text, "en").attributions, read(text, "en").attributions
    assert [one.id for one in first] == [one.id for one in second]
    assert len({one.id for one in first}) == 2


def test_who_speaks_for_a_party() -> None:
    packs = load()
    party = next(actor for actor in packs.actors.values() if actor.id == "sdf")
    reading = read(f"A spokesman for the {party.name} said the road was open.", "en", Outlet("x", "X"))
    assert reading.attributions[0].chain[-1].actor == "sdf"
