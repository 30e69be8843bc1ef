"""Joining: where "and" is part of a word."""

from tawatur.claims.syntax import Syntax


def and_on(syntax: Syntax, at: int) -> bool:
    """Whether "and" is written onto the function word at a token: "and-that"."""
    return any(m.kind == "function" and "and" in m.features for m in syntax.mentions_in(at, at + 1))
