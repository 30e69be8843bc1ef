"""Commands: what somebody's own words tell others to do, by a bare verb that heads them ("Open the gates")."""

from collections.abc import Iterator

from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Mention

JOINING = frozenset({"and", "or", "must", "merely"})
"""Roles of words that may stand before a further command: "and come out", "please leave", "just open it"."""
OPENING = frozenset({"can", "may", "future", "to", "not"})
"""Roles of words whose verb may stand in quotation marks of its own."""
SAYS_SO = frozenset({"of", "be", "have", "future", "must", "by"})
"""Roles of words behind a form that is a noun and no verb: "release of the prisoners is …"."""


def commands(syntax: Syntax, voices: Voices) -> Iterator[Mention]:
    """The verbs that head a command in the sentence, each inside quotation marks."""
    if not syntax.has("bare_infinitive"):
        return
    heads: set[int] = set()
    for term in syntax.terms:
        if commanded(syntax, voices, term) and term.first not in heads:
            heads.add(term.first)
            yield term


def commanded(syntax: Syntax, voices: Voices, term: Mention) -> bool:
    """Whether a bare verb heads what is said between quotation marks, or a clause of it, and nothing but a command can."""
    if not syntax.has("bare_infinitive") or term.attrs.get("pos") != "verb" or "base" not in term.features:
        return False
    if not voices.quoted(term.start):  # in a party's own paper a sentence may begin with one
        return term.first == syntax.sentence.first and bool(voices.outlet.actor) and syntax.roles.get(term.last) not in SAYS_SO
    if syntax.roles.get(term.last) in SAYS_SO:
        return False
    tokens, at = syntax.reading.tokens, term.first - 1
    while at >= syntax.sentence.first and (syntax.roles.get(at) in JOINING or tokens[at].kind == "punctuation"):
        if not voices.quoted(tokens[at].start):
            return not {syntax.roles.get(at), syntax.roles.get(at - 1)} & OPENING  # 'could "free" the port' tells nobody to
        at -= 1
    if at < syntax.sentence.first:
        return True
    return at < term.first - 1 and any(commanded(syntax, voices, other) for other in syntax.within(
        syntax.clause_at(at).first, at + 1) if other.first < term.first)
