"""Boards in the words of one language: sheets of short cells, each row with the claims that it rests on.

    Scribe(language, named, documents, claims)    says values, days, origins and claims
    board_sheets · way_sheets · siege_sheets · incident_sheets (scribe, records) -> tuple[Sheet, ...]
"""

from tawatur.briefing.boards.incidents import incident_sheets
from tawatur.briefing.boards.negotiations import board_sheets
from tawatur.briefing.boards.scribe import Scribe
from tawatur.briefing.boards.sheet import Sheet
from tawatur.briefing.boards.sieges import siege_sheets
from tawatur.briefing.boards.ways import way_sheets

__all__ = ["Scribe", "Sheet", "board_sheets", "incident_sheets", "siege_sheets", "way_sheets"]
