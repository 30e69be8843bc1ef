"""Participles that only say to whom something was done: "money for people displaced by rain", "buried men killed in a raid"."""

from tawatur.claims.clauses import TOLD, VERBAL
from tawatur.claims.denials import AUXILIARY
from tawatur.claims.syntax import PREPOSITIONS, Syntax
from tawatur.records import Mention
from tawatur.text import COMMAS

PHRASE = 6
"""Tokens of a noun's phrase before its participle."""
FINITE = TOLD | {"present"}
ARTICLES = frozenset({"definite", "article"})
WRITTEN_ON = frozenset({"and", "its", "their", "noun"})
"""Features of a verb that begins anew, has its object, or is a noun."""
BEHIND = PREPOSITIONS | {"after", "while", "because", "until", "since", "and"}
"""Roles of words behind a participle without an object."""


def reduced(syntax: Syntax, trigger: Mention) -> int | None:
    """The token at which the phrase of a noun begins that a verb's form is a participle of, behind the verb of its clause."""
    if trigger.attrs.get("pos") != "verb" or _has_object(syntax, trigger):
        return None
    if syntax.has("relative_without_pronoun"):
        return _bare(syntax, trigger)
    return _behind(syntax, trigger) if syntax.has("past_participle") and _participle(syntax, trigger) else None


def _bare(syntax: Syntax, trigger: Mention) -> int | None:
    """Where a noun without article stands right before a verb that tells more of it: "buried men (who) were killed in a raid"."""
    before = [m for m in syntax.mentions_in(trigger.first - PHRASE, trigger.first) if m.last == trigger.first
              and _told_more_of(m) and not m.features & ARTICLES]
    if not before or not trigger.features & FINITE or trigger.features & WRITTEN_ON:
        return None
    clause = syntax.clause_at(trigger.first)
    noun = before[0].first
    verbs = (m for m in syntax.mentions_in(clause.first, noun) if m.kind in VERBAL and m.features & FINITE and m.last <= noun)
    told = any(m.attrs.get("pos") == "verb" for m in verbs) or any(syntax.parties_in(clause.first, noun))
    return noun if told else None


def _behind(syntax: Syntax, trigger: Mention) -> int | None:
    """Where the phrase of a noun begins that stands right before a participle, behind the verb of its clause."""
    clause = syntax.clause_at(trigger.first)
    noun = trigger.first - 1
    if noun <= clause.first or noun in syntax.roles or not _noun(syntax, noun):
        return None
    lead = next((at for at in range(noun - 1, max(clause.first, noun - PHRASE) - 1, -1)
                 if syntax.roles.get(at) in PREPOSITIONS or _verb(syntax, at)), None)
    if lead is None or any(syntax.reading.tokens[at].form in COMMAS for at in range(lead, noun)):
        return None
    if syntax.roles.get(lead) in PREPOSITIONS:
        verbs = [at for at in range(clause.first, lead) if _verb(syntax, at)]
        fits = bool(verbs) and not (syntax.roles.get(lead) == "of" and _says(syntax, verbs[-1]))
    else:
        fits = not _says(syntax, lead) and syntax.roles.get(lead) not in AUXILIARY
    return lead + 1 if fits else None


def _told_more_of(m: Mention) -> bool:
    """Whether a word is a noun for people or for what is counted; of a paper it is told what it says."""
    people = m.kind == "counted" or m.attrs.get("class") == "people" or (m.kind == "voices" and m.attrs.get("kind") == "unnamed")
    return people and m.attrs.get("pos") == "noun"


def _noun(syntax: Syntax, at: int) -> bool:
    """Whether a token may be a noun: a word, and no pronoun, which is a subject."""
    return syntax.reading.tokens[at].kind != "punctuation" and not any(
        m.kind == "pronouns" for m in syntax.mentions_in(at, at + 1))


def _participle(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a verb's form may be a participle, which in "killed" is written like the past."""
    return any(
        m.kind == trigger.kind and "participle" in m.features for m in syntax.mentions_in(trigger.first, trigger.first + 1))


def _has_object(syntax: Syntax, trigger: Mention) -> bool:
    at = trigger.last
    if any(m.kind == "bounds" for m in syntax.mentions_in(at, at + 1)):
        return True  # "killed at least 22"
    if at >= syntax.sentence.last or syntax.reading.tokens[at].kind == "punctuation" or syntax.roles.get(at) in BEHIND:
        return False
    return not any(time.first == at for time in syntax.times_in(at, at + 1))


def _verb(syntax: Syntax, at: int) -> bool:
    if syntax.roles.get(at) in AUXILIARY:
        return True
    if syntax.glued(at):
        return False  # "a US-backed alliance"
    return any(m.kind in (*VERBAL, "signs") and m.features & TOLD and m.attrs.get("pos") == "verb"
               for m in syntax.mentions_in(at, at + 1))


def _says(syntax: Syntax, at: int) -> bool:
    """Whether a verb may have a clause for its object: what follows it is no object then, but a subject."""
    return any(m.kind == "speech" and "clause" in m.attrs.get("takes", "").split() for m in syntax.mentions_in(at, at + 1))
