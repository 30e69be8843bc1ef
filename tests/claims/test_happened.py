"""An aim, a duty, a term of a deal, an epithet and a mere count are no events; deeds told are, in whatever form."""

import pytest

from tawatur.packs import load
from tawatur.pipeline import understand
from tawatur.records import Block, Claim, Document


def events(text: str, language: str) -> list[Claim]:
    block = Block("body", 0, len(text), "", language)
    document = Document("x", "x", "x", text, language=language, blocks=(block,))
    return [claim for claim in understand(document, load()).claims if claim.kind == "event"]


@pytest.mark.parametrize(("text", "language"), [
    ("Kyiv criticised the decision of the army to withdraw from Balakliia.", "en"),
    ("The Sudanese army must pull out of Nyala.", "en"),
    ("The plan would see the release of nine nurses.", "en"),
    ("Families live close to the combat zone.", "en"),
    ("The fighters backed by Uganda are tired.", "en"),
    ("About 60 villagers were killed.", "en"),
    ("Under the truce the shelling has mostly ceased.", "en"),
    ("The shelling of Nyala stopped on Sunday.", "en"),
    ("The army halted its bombardment of Nyala.", "en"),
    ("تعثر اتفاق لإجلاء المقاتلين من ماريوبول.", "ar"),
    ("فر السكان من مناطق الاشتباكات.", "ar"),
    ("يستعد المسعفون من أجل إنقاذ الجرحى.", "ar"),
    ("قتل نحو 60 مدنيا.", "ar"),
])
def test_what_is_only_named_is_no_event(text: str, language: str) -> None:
    assert not events(text, language)


@pytest.mark.parametrize(("text", "language", "event"), [
    ("The Sudanese army withdrew from Nyala on Friday.", "en", "RETREAT"),
    ("The rebels managed to shell the airport.", "en", "ASSAULT"),
    ("The army began to bombard Nyala.", "en", "ASSAULT"),
    ("About 60 villagers were killed in Nyala on 4 May 2024.", "en", "ASSAULT"),
    ("Rwanda has backed M23.", "en", "SUPPORT"),
    ("Nearly 200 soldiers arrived in Bunia.", "en", "MOBILIZE"),
    ("The shelling of Nyala has not stopped.", "en", "ASSAULT"),
    ("Clashes halted traffic in Nyala.", "en", "ASSAULT"),
    ("تعرضت نيالا لقصف مدفعي.", "ar", "ASSAULT"),
    ("قتل نحو 60 مدنيا في نيالا.", "ar", "ASSAULT"),
    ("أنقذ المسعفون الجرحى.", "ar", "AID"),
])
def test_deeds_are_events(text: str, language: str, event: str) -> None:
    assert event in [getattr(claim.content, "event", None) for claim in events(text, language)]
