"""The constructions that code may ask a language for; which of them a language has, its `grammar.yaml` says.

Code that reads a sentence asks for the construction that it rests on, and never for the language.
"""

from collections.abc import Mapping
from typing import Any

from tawatur.errors import PackError

KNOWN = frozenset({
    "agent_noun_for_side", "agreeing_modifier", "agreement_asymmetry", "ambiguous_subordinator", "attributive_noun",
    "bare_infinitive", "comitative_predicate", "construct_state", "dative_shift", "enclitic_pronoun", "free_article",
    "free_direct_speech", "generic_negation", "inanimate_subject", "inverted_conditional", "labile_verb",
    "lexical_repetition", "negative_pronoun", "object_of_leaving", "past_participle", "perfective_form", "pro_drop",
    "proclitic", "pronoun_copula", "proviso_on_that", "relative_before_verb", "relative_without_pronoun",
    "spatial_preposition", "to_infinitive", "unvowelled_passive", "verb_of_provision", "verbal_noun_clause",
    "verbal_noun_homograph", "verbal_particle", "zero_article", "zero_complementizer",
})
"""Their names; docs/patterns.md says each in one line."""


def constructions(code: str, grammar: Mapping[str, Any]) -> frozenset[str]:
    """The constructions that a language has, each named in its grammar with an example.

    Raises PackError for a name that no code asks for, and for one without an example.
    """
    said = grammar.get("constructions") or {}
    where = f"languages/{code}/grammar.yaml: constructions"
    if not isinstance(said, Mapping):
        raise PackError(f"{where} are names, each with an example")
    for name, example in said.items():
        if name not in KNOWN:
            raise PackError(f"{where}: nothing asks for {name}; docs/patterns.md names those that there are")
        if not isinstance(example, str) or not example.strip():
            raise PackError(f"{where}: {name} has no example")
    return frozenset(said)
