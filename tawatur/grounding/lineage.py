"""Chains: each source stands in the report, or is the outlet that published it."""

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur.grounding.cast import Cast


def disagreement(chains: Sequence[Sequence[Mapping[str, Any]]], cast: Cast) -> str | None:
    """Why a source is not one of the report's."""
    return next((reason for chain in chains for number, node in enumerate(chain) if (reason := _node(node, number, cast))), None)


def _node(node: Mapping[str, Any], number: int, cast: Cast) -> str | None:
    document = cast.scene.reading.document
    start, end, text, name = node.get("start"), node.get("end"), node.get("text"), node.get("name")
    if type(start) is int and type(end) is int:
        if not 0 <= start < end <= len(document.text):
            return f"chain: {start}–{end} lies outside the text"
        if not isinstance(text, str) or not text or " ".join(document.text[start:end].split()) == " ".join(text.split()):
            return None  # else the words may be a fuller name that stands elsewhere
    fold = cast.scene.packs.folding.fold
    words = [fold(word) for word in (text, name) if isinstance(word, str) and word]
    if number == 0 and (node.get("kind") in (None, "outlet") or document.outlet is None):
        return None  # the outlet may be known from elsewhere than the text
    if not words or any(word in cast.scene.folded for word in words) or any(cast.appears(word) for word in (text, name) if word):
        return None
    packs = cast.scene.packs
    articles = {fold(str(tongue.grammar.get("article", ""))) for tongue in packs.languages.values()} - {""}
    if any(word.removeprefix(article) in cast.scene.folded for word in words for article in articles if word.startswith(article)):
        return None  # a preposition written onto a word swallows a part of its article
    return f"chain: {name or text} stands nowhere in the report"
