"""Clauses: the units that claims come from, in sentences of any length.

A clause opens at a mark that ends a thought, at a word that a language's `function` table calls an opener (while, because,
who, that …), or at a comma before a verb of its own. Clauses follow one another without gaps; `opener` says how one began.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.packs import Packs
from tawatur.records import Mention, Reading, Sentence, by_kind
from tawatur.records.swift import swift
from tawatur.text import COMMAS

HARD = frozenset(";؛:!?؟…")  # a full stop inside a sentence belongs to a word: "at 2 p.m. on Friday"
SOFT = frozenset(",،–—")
MARKS = HARD | SOFT
OPENERS = frozenset({"while", "because", "if", "unless", "whether", "after", "though", "but", "which", "that", "where", "so"})
FINITE = frozenset({"past", "present", "third", "future"})
ATTRIBUTIVE = frozenset({"base", "participle"})
"""Forms that are no verb of a clause behind an article or a preposition: "the release", "of jailed members"."""
HEADING = frozenset({"the", "of", "for"})
VERBAL = frozenset({"terms", "speech", "measures"})
TOLD = frozenset({"past", "third"})
"""Features of a verb that cannot be a noun, or hardly."""
BEFORE_VERBS = frozenset({"be", "have", "future", "can", "must"})
"""Roles of words that are verbs, or stand before one."""
NOUNS = frozenset({"the", "no", "not", "names"})
"""Roles of words with which the subject may begin of what is said."""
COMMON = "outcome"
"""The class of verbs of everyday use that tell how talks stand where talks are near, and else nothing."""
SUPPOSED = frozenset({"if", "unless"})
"""How clauses open that tell what is only supposed."""
TOLD_OF = "said"
"""How a clause opens that somebody is made to say, behind the word of saying itself: "the army said | shells fell"."""
BIDDING = frozenset({"stance", "appeal", "event"})
"""Classes of words of saying whose object is what is wanted or refused: "demanded the guards let them by"."""
HEADED = 3
"""Tokens from a definite noun that opens a clause to its verb."""
CONTINUES = frozenset({"that", "so", "which", "where", "if", "unless", "whether", TOLD_OF})
"""How clauses open that go on with the object of the clause before."""


@swift
@dataclass(frozen=True, slots=True)
class Clause:
    """A half-open range of tokens; `opener` is a role of the function table, `and`, `mark`, `comma` or `start`."""

    first: int
    last: int
    opener: str


def clauses(reading: Reading, sentence: Sentence, packs: Packs) -> list[Clause]:
    """The clauses of a sentence, in order."""
    inside = [mention for mention in reading.mentions if sentence.first <= mention.first < sentence.last]
    bare = packs.language(reading.document.language).has("zero_complementizer")
    return cut(reading, sentence, by_kind(inside), bare, article_of(packs, sentence))


def article_of(packs: Packs, sentence: Sentence) -> str:
    """What a definite word begins with in the language of a sentence; nothing where the article is a word of its own."""
    return str(packs.language(sentence.language).grammar.get("article", ""))


def cut(reading: Reading, sentence: Sentence, mentions: Mapping[str, Sequence[Mention]], bare: bool,
        article: str = "") -> list[Clause]:
    """The clauses of a sentence whose mentions are at hand, by their kind; `bare`: what is said may follow its verb bare."""
    roles = {mention.first: mention.attrs.get("role", "") for mention in mentions.get("function", ())}
    verbs = {mention.first for kind in VERBAL for mention in mentions.get(kind, ()) if mention.features & FINITE
             and mention.attrs.get("class") != COMMON
             and not (mention.features & ATTRIBUTIVE and roles.get(mention.first - 1) in HEADING)}
    verbs -= {at for term in mentions.get("terms", ()) if term.last - term.first > 1 and term.attrs.get("pos") == "noun"
              for at in range(term.first + 1, term.last)}  # "direct talks"
    verbs |= {at for at, role in roles.items() if role in BEFORE_VERBS}
    doers = _doers(roles, mentions) if "and" in roles.values() else set()
    pronouns = {mention.first for mention in mentions.get("pronouns", ())}
    told = _told(reading, sentence, roles, mentions, verbs) if bare else set()
    found: list[Clause] = []
    first, opener = sentence.first, roles.get(sentence.first, "")
    opener = opener if opener in SUPPOSED else "start"
    for at, before in enumerate(reading.tokens[first:sentence.last - 1], first + 1):
        if at not in roles and before.form not in MARKS and at not in told:
            continue  # a clause opens nowhere else
        said = _opens(reading, sentence, roles, verbs, first, at) or (TOLD_OF if at in told else "")
        definite = bool(article) and reading.tokens[at].form.startswith(article)
        if said == "comma" and definite and opener != "which" and not _verb_next(sentence, verbs, at):
            said = ""  # "the council turned down in the port, the truce that …": the object, or more of the same
        if not said and (first + 1 in pronouns or _has_verb(verbs, first, at)):
            supposed = opener in SUPPOSED and before.form in COMMAS  # "if it goes ahead, …"
            said = "and" if at in doers else "comma" if supposed else ""
        if said:
            found.append(Clause(first, at, opener))
            first, opener = at, said
    found.append(Clause(first, sentence.last, opener))
    return found


def with_saying(found: Sequence[Clause], index: int) -> int:
    """The token from which a clause stands with those who are made to say it: "the governor said | a deal was done"."""
    return found[index - 1].first if found[index].opener == TOLD_OF and index > 0 else found[index].first


def _doers(roles: Mapping[int, str], mentions: Mapping[str, Sequence[Mention]]) -> set[int]:
    """Where "and" is followed by a name with a verb of its own: "rejected the truce and the Front refused to leave".

    Not behind another name, which may be in a list with it, nor behind a verb of saying, whose words may begin with one.
    """
    names = {mention.first: mention.last for mention in mentions.get("actor", ()) if mention.attrs.get("how") == "name"}
    joined = {at: names.get(at + 1 + (roles.get(at + 1) == "the")) for at, role in roles.items() if role == "and"}
    if not any(joined.values()):
        return set()
    told = {mention.first for kind in VERBAL for mention in mentions.get(kind, ()) if mention.features & TOLD}
    told |= {at for at, role in roles.items() if role in BEFORE_VERBS}
    saying = {mention.first for mention in mentions.get("speech", ()) if "clause" in mention.attrs.get("takes", "").split()}
    found = set()
    for at, behind in joined.items():
        before = max((verb for verb in told if verb < at), default=None)
        if behind in told and before not in (None, *saying) and at not in names.values():
            found.add(at)
    return found


def _taking(words: Sequence[Mention]) -> bool:
    """Whether words of saying may have a plain noun for their object: "reported air strikes", "guaranteed their safety"."""
    return any("object" in word.attrs["takes"].split() for word in words)


def _next(reading: Reading, sentence: Sentence, roles: Mapping[int, str], at: int) -> int:
    """Where the next clause may open behind a token."""
    return next((on for on in range(at + 1, sentence.last) if roles.get(on) in OPENERS or reading.tokens[on].form in MARKS),
                sentence.last)


def _told(reading: Reading, sentence: Sentence, roles: Mapping[int, str], mentions: Mapping[str, Sequence[Mention]],
          verbs: set[int]) -> set[int]:
    """Where what is said begins right behind its word of saying, and no word opens it: "the rebels said | the road was shut"."""
    begun: dict[int, list[Mention]] = {}
    for word in mentions.get("speech", ()):
        takes = word.attrs.get("takes", "").split()
        if word.attrs.get("pos") == "verb" and "clause" in takes and not word.features & {"ing", "base"}:
            begun.setdefault(word.last, []).append(word)
    if not begun:
        return set()
    cues = {word.first for words in begun.values() for word in words}
    bidding = {word.last for word in mentions.get("terms", ()) if word.attrs.get("class") in BIDDING}
    bidding |= {at for word in mentions.get("terms", ()) if word.first in cues for at in range(word.first + 1, word.last)}
    gaps = {mention.first for kind in VERBAL for mention in mentions.get(kind, ()) if "past" in mention.features}
    starts = {span.start for said in reading.attributions for span in said.content[:1]
              if said.cue is not None and said.cue.end <= span.start}
    return {at for at in begun if sentence.first < at < sentence.last and at not in bidding and roles.get(at, "the") in NOUNS
            and at not in gaps and (_has_verb(verbs, at + 1, _next(reading, sentence, roles, at)) or not _taking(begun[at]))
            and reading.tokens[at].start in starts and reading.tokens[at].kind == "word"}


def _opens(reading: Reading, sentence: Sentence, roles: dict[int, str], verbs: set[int], first: int, at: int) -> str:
    """How a clause opens at a token, or nothing."""
    role, before = roles.get(at, ""), reading.tokens[at - 1].form
    if role in OPENERS or (role == "until" and any(near in verbs for near in range(at + 1, at + 3))):
        return role
    if before in HARD:
        return "mark"
    if before in SOFT and at - first > 3 and _verb_soon(sentence, roles, verbs, at) and _has_verb(verbs, first, at):
        return "comma"
    if role == "and" and at in verbs and _has_verb(verbs, first, at):
        return "and"
    if role == "and" and at + 1 in verbs and _has_verb(verbs, first, at):
        return "and"
    return ""


def _verb_soon(sentence: Sentence, roles: dict[int, str], verbs: set[int], at: int) -> bool:
    return any(near in verbs for near in range(at, min(at + 7, sentence.last)))


def _verb_next(sentence: Sentence, verbs: set[int], at: int) -> bool:
    """Whether a verb stands at a noun, or right behind it and its adjective."""
    return any(near in verbs for near in range(at, min(at + HEADED, sentence.last)))


def _has_verb(verbs: set[int], first: int, at: int) -> bool:
    return any(near in verbs for near in range(first, at))
