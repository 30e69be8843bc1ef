"""What things are called: places by places' names, sources by what is known of them, words as they stand in the text."""

from dataclasses import replace

from tawatur.briefing import brief, render
from tawatur.linking import group
from tawatur.records import Actor, Claim, Document, Figure, Place, Point, Source
from tests.briefing.cases import MADE, NAMED, claim, place, report

RULERS = Actor("rulers", "Rulers of Samplia", {"en": ("Rulers of Samplia", "Samplia")})
COUNTRY = Point("samplia", "Samplia", {"en": ("Samplia",)}, lat=35.0, lon=40.0, precision=6)
LEFT = report("pasted", "Some 70 people have left Samplia, a doctor said.", "en", None, "2031-05-14")


def told(document: Document, *claims: Claim) -> str:
    made = brief(group([document], claims), [document], claims, named=[RULERS, *NAMED, COUNTRY], made_at=MADE)
    return " ".join(render(made, "en").translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))).split())


def left(term: str, outlet: Source, *places: Place) -> Claim:
    figure = Figure("exited", 70, None, None, "about", "people", "people", term=term)
    return claim(LEFT, "Some 70 people have left Samplia", figure, outlet, places=places)


ITSELF = Source("pasted", "pasted", "outlet")


def test_a_country_is_not_told_by_the_name_of_its_government() -> None:
    said = told(LEFT, left("left", ITSELF, place(COUNTRY, "from")))
    assert "from: Samplia" in said
    assert "Rulers" not in said


def test_a_file_is_not_taken_for_an_outlet() -> None:
    said = told(LEFT, left("left", ITSELF))
    assert "According to an unknown outlet (file pasted), naming no other source" in said
    said = told(replace(LEFT, outlet=None), left("left", Source("Radio Sample", "Radio Sample", "outlet")))
    assert "According to Radio Sample" in said


def test_the_words_of_a_source_are_those_of_the_text() -> None:
    assert "in the source's words: “left”" in told(LEFT, left("left", ITSELF))
    assert "in the source's words: “Some 70 people have left Samplia”" in told(LEFT, left("leave", ITSELF))
