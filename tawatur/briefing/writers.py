"""The formats of a briefing, by name."""

from collections.abc import Callable, Mapping

from tawatur.briefing import markdown, plain, web
from tawatur.briefing.blocks import Brief
from tawatur.briefing.page import Page, page
from tawatur.errors import InputError

LANGUAGES = ("en", "ar")
_WRITERS: Mapping[str, Callable[[Page], str]] = {"txt": plain.text, "md": markdown.text, "html": web.text}
FORMS = tuple(_WRITERS)


def render(brief: Brief, language: str = "en", form: str = "txt") -> str:
    """The briefing in a language (`en`, `ar`) and a form (`txt`, `md`, `html`); raises InputError for any other."""
    if language not in LANGUAGES:
        raise InputError(f"no briefing in '{language}': choose one of {', '.join(LANGUAGES)}")
    if form not in _WRITERS:
        raise InputError(f"no briefing as '{form}': choose one of {', '.join(FORMS)}")
    return _WRITERS[form](page(brief, language))
