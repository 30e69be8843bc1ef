"""Speakers who are told by their office at first and named further down: they have that name from the beginning."""

from collections.abc import Sequence
from dataclasses import replace

from tawatur.attribution.line import POSSESSIVE
from tawatur.records import Attribution, Source
from tawatur.text import QUOTES

_SOON = 700
"""Letters within which the name follows an office that only its next words name."""


def named_later(made: Sequence[Attribution], text: str) -> list[Attribution]:
    """The attributions, with the names that offices get later on."""
    found = list(made)
    nodes = [node for one in found for node in one.chain if node.kind == "person" and node.role and node.name != node.role]
    roles = {_weighty(node.role or ""): node for node in nodes}
    for n, one in enumerate(found):
        last = one.chain[-1]
        words = _weighty(last.text)
        if last.kind not in ("person", "unnamed") or last.name != last.text or not words:
            continue
        named = roles.get(words) if len(words) > 1 else None
        named = named or _next(found, n, words) or _quoted_next(found, n, text)
        if named is not None and named.name != last.name:
            found[n] = replace(one, chain=(*one.chain[:-1], replace(last, name=named.name, kind="person", role=last.text)))
    return found


def _next(made: Sequence[Attribution], n: int, words: frozenset[str]) -> Source | None:
    """The next speaker, where he holds the office that spoke: "A spokeswoman said … The spokeswoman, Ada Roy, said"."""
    others = [one.chain[-1] for one in made[n + 1:] if one.chain[-1].text != made[n].chain[-1].text][:1]
    return next((node for node in others if node.kind == "person" and node.role and _weighty(node.role) == words), None)


def _quoted_next(made: Sequence[Attribution], n: int, text: str) -> Source | None:
    """The next speaker, where a bare full name closes the quotation behind an office told at length.

    "The group's director described his shock. “…,” Ada Roy said."
    """
    last, one = made[n].chain[-1], made[n]
    after = made[n + 1] if n + 1 < len(made) else None
    if after is None or one.cue is None or after.cue is None or last.kind != "person" or len(_weighty(last.text)) < 2:
        return None
    node = after.chain[-1]
    bare = node.kind == "person" and not node.role and node.name == node.text and len(node.name.split()) > 1
    first = all(node.name != other.name for earlier in made[:n + 1] for other in earlier.chain)
    opened = bool(after.content) and text[after.content[0].start:after.content[0].start + 1] in QUOTES
    opened = opened or (bool(after.content) and text[after.content[0].start - 1:after.content[0].start] in QUOTES)
    near = 0 < after.cue.start - one.cue.start < _SOON
    return node if bare and first and opened and near else None


def _weighty(text: str) -> frozenset[str]:
    """The longer words of a role, by which it is known again."""
    return frozenset(word for word in text.lower().replace("’", "'").replace(POSSESSIVE, "").split() if len(word) > 3)
