"""What we tell, in either language, each line cited. It states nothing as fact, adds no figures, and never shows a way to travel.

    brief(episodes, documents, claims, *, facts, named, attributions, refusals, unread, setbacks, made_at) -> Brief
    front(brief) -> Brief                         its first page: the most told of each question, the rest counted
    render(brief, language, form) -> str          language: "en" · "ar"; form: "txt" · "md" · "html"

`named` are the packs' actors, outlets, persons and places: they give the neutral names in both languages. `unread` are sentences
with numbers, refusals or ways out from which nothing was read. `made_at` is the ISO instant of making, handed in so that the same
case gives the same briefing. `Brief` holds records, no words of either language: `wording` says them, the writers set them.
"""

from tawatur.briefing.blocks import Brief
from tawatur.briefing.compose import brief
from tawatur.briefing.front import front
from tawatur.briefing.writers import FORMS, LANGUAGES, render

__all__ = ["FORMS", "LANGUAGES", "Brief", "brief", "front", "render"]
