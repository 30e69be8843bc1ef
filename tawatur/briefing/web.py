"""The briefing as one HTML file: no script, no network, nothing that a report's words could become but words."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tawatur.briefing.page import Page

_TEMPLATES = Path(__file__).parent / "templates"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def text(page: Page) -> str:
    """The whole page as HTML."""
    style = Markup((_TEMPLATES / "brief.css").read_text(encoding="utf-8"))
    return _environment().get_template("brief.html.j2").render(page=page, voice=page.voice, style=style)
