"""Passives: a verb that tells what is done to its subject."""

from tawatur.claims.syntax import Syntax
from tawatur.records import Mention


def is_passive(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a verb tells what is done to its subject."""
    if "passive" in trigger.features:
        return True
    if "participle" not in trigger.features or "active" in trigger.features:
        return False
    before = [syntax.roles.get(at, "") for at in range(max(syntax.sentence.first, trigger.first - 3), trigger.first)]
    if "be" in before or ("base" not in trigger.features and _due_to_be(syntax, trigger)):
        return True
    return "have" not in before and syntax.roles.get(trigger.last, "") == "by"


def _due_to_be(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a phrase of what is to come stands right before a participle: "due to be | given"."""
    return any(m.kind == "function" and m.attrs.get("role") == "future" and m.last - m.first > 1
               for m in syntax.closing(trigger.first))
