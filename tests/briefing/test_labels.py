"""Both languages say the same things: catalogues agree, and every value of the codebook has its words."""

import re

import pytest
from babel import Locale

from tawatur.briefing.labels import label, noun
from tawatur.briefing.voice import catalogue
from tawatur.briefing.writers import LANGUAGES
from tawatur.packs import KNOWLEDGE
from tawatur.packs.rows import read_table

ROWS = read_table(KNOWLEDGE / "codebook/labels.csv", "codebook/labels.csv")
SLOT = re.compile(r"\{(\w+)(?:\|of)?\}")
VALUES = {
    "stance": "demands offers accepts rejects threatens withdraws",
    "issue": "route civilian_exit fighter_exit weapons destination surrender detainees demining ceasefire aid_access handover "
    "guarantees documents payment other",
    "talks_status": "proposed under_way agreement_reported agreed deadlocked rejected collapsed suspended implementing "
    "completed denied",
    "corridor_status": "proposed announced agreed open in_use closed refused attacked completed",
    "hazard": "mines shelling airstrikes snipers checkpoint screening fees documents blocked_by_party terrain",
    "measure": "trapped residents hosted exited displaced returned killed injured missing detained surrendered released in_need "
    "used_as_shields fighters_present deployed vehicles strikes destroyed area_held area_captured duration cost aid_delivered",
    "told_by": "self counterpart third",
    "modality": "denied planned conditional possible",
    "event": "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT",
    "mode": "withdraw release disarm ceasefire access resign troops weapons police militia seize restrict censor curfew "
    "martial-law arrest deport withhold abduct beat torture sexual targeted destroy primitive firearms explosives "
    "suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    "sector": "food water health shelter protection movement documents money communications",
    "barrier": "siege exit_refused human_shields documents fees mines hostilities checkpoint terrain denial_of_need interference "
    "violence_against_aid entry_restricted",
    "control_status": "holds besieged surrounds contested captured lost",
    "vague": "3-9 300-900 24-99 20-99 100-999 1000-9999 20000-99999 200000-999999 -",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", VALUES)
def test_every_value_of_the_codebook_is_said(group: str, language: str) -> None:
    assert not [value for value in VALUES[group].split() if not label(group, value, language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_has_a_phrase_for_its_amount(language: str) -> None:
    assert not [value for value in VALUES["measure"].split() if "{amount}" not in (label("measure_line", value, language) or "")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_nouns_have_every_plural_form_of_the_language(language: str) -> None:
    categories = {Locale.parse(language).plural_form(count) for count in range(1, 200)} | {"of"}
    counted = {(row["group"], row["id"]) for row in ROWS if row["form"]}
    assert not [key for key in counted for form in categories if not noun(*key, language, form)]


def test_no_row_stands_twice() -> None:
    keys = [(row["group"], row["id"], row["form"]) for row in ROWS]
    assert len(keys) == len(set(keys))


def test_slots_agree_between_languages() -> None:
    assert not [row.where for row in ROWS if not row["form"] and set(SLOT.findall(row["en"])) != set(SLOT.findall(row["ar"]))]


def test_catalogues_hold_the_same_messages_and_slots() -> None:
    english, arabic = catalogue("en"), catalogue("ar")
    assert english.keys() == arabic.keys()
    for key in english:
        if isinstance(english[key], str) and key not in ("counted_one", "counted_two"):
            assert set(SLOT.findall(english[key])) == set(SLOT.findall(arabic[key])), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_messages_reach_every_count(language: str) -> None:
    for key, message in catalogue(language).items():
        if isinstance(message, dict) and "other" in message:
            counts = {Locale.parse(language).plural_form(count) for count in range(1, 200)}
            assert counts <= set(message) | {"other"}, key
            assert not set(message) - counts - {"zero", "other"}, key
