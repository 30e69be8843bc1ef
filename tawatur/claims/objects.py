"""What a stance is about, as the sentence words it: behind its word, or before a relative clause."""

from dataclasses import replace

from tawatur.claims.frames import MAKES, Frame
from tawatur.claims.issues import issues, points_back
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.text import COMMAS, QUOTES

AUXILIARY = frozenset({"be", "have", "not", "future", "may", "can", "must"})
"""Roles of words that belong to the verb behind an object."""
OPENING = frozenset({"while", "because", "but", "and", "though", "after", "so"})
"""Roles of words that open the clause of an object and are no part of it."""
LONGEST = 40
"""How many tokens of an object are kept."""
HEAD = 9
"""How many tokens before a relative clause the noun may begin that it is about."""
PRICED = "priced"
"""The mode of a noun for a condition: what stands behind "for" may be had at that price, and is not what is asked."""
PRICE = "price"
"""The mode of a noun for a price, which is a demand only where something is made one."""
PRESENTS = "presents"
"""The mode of verbs by which demands are put forward, whatever they are."""
PLURAL = "plural"
LEAST = 2
"""Tokens that what is made a condition takes, at least, with the article of its noun."""
RELATIVE = frozenset({"which", "that"})
OBJECT = 8
"""How many tokens after a stance the proposal that it is about is named."""
STRETCH = 22
"""How many tokens an insertion and what follows it may take."""
CUES = frozenset({"speech", "wording", "voices"})
"""Kinds of mentions by which an insertion tells its source."""
INSERTED = frozenset({"through", "by", "in", "on", "with", "after", "for"})
"""Roles of words that open an insertion."""
PLAIN = frozenset({"demands", "accepts", "rejects", "orders"})
"""Stances whose object may stand behind an insertion."""

THINGS = frozenset({"issue", "deal", "talks", "plan", "proposal", "vessel", "exit", "release", "way", "waystate"})
"""Classes of what one may take a stance on."""
TAKEN_UP = frozenset({"issue", "deal"})
"""Classes of nouns that a pronoun takes up on the verb behind them."""
NEAR = 4
"""How many tokens before its verb such a noun may stand."""
AMONG = frozenset({"the", "between", "of"})
"""Roles of words between a verb for being and the noun that it tells of its subject: "is among the demands", "is one of the"."""


def headed(syntax: Syntax, frame: Frame) -> Frame:
    """The frame with the noun before a relative clause for its object: "a pause, which the army has rejected"."""
    clause = frame.clause
    last = clause.last if verb_first(syntax) else frame.trigger.first
    inside = frame.subject is not None and clause.first <= frame.subject.first < last
    if frame.passive or frame.nominal or not inside or clause.opener not in RELATIVE or clause.first <= syntax.sentence.first:
        return frame
    first = max(syntax.clauses[max(syntax.clause_index(clause.first) - 1, 0)].first, clause.first - HEAD)
    if not issues(syntax, first, clause.first) and not points_back(syntax, first, clause.first):
        return frame
    return replace(frame, first=first, last=clause.first)


def taken_up(syntax: Syntax, frame: Frame) -> Frame:
    """The frame with the noun for its object that a pronoun on its verb takes up: "a truce (that) the junta announced-it"."""
    trigger = frame.trigger
    if frame.nominal or frame.passive or "its" not in trigger.features or not syntax.has("enclitic_pronoun"):
        return frame
    near = syntax.within(max(syntax.sentence.first, trigger.first - NEAR), trigger.first)
    noun = next((term for term in reversed(near) if term.attrs["class"] in TAKEN_UP and term.attrs.get("pos") != "verb"), None)
    return frame if noun is None else replace(frame, first=noun.first, last=trigger.first)


def worded(syntax: Syntax, frame: Frame) -> str | None:
    """The words of an object, without what opens its clause; None where there are none."""
    first, last = frame.first, min(frame.last, frame.first + LONGEST)
    tokens = syntax.reading.tokens
    while first < last and syntax.roles.get(first) in OPENING:
        first += 1
    if first < last and tokens[first].form == "(":  # the other name of the party before it
        first = next((at + 1 for at in range(first, min(first + OBJECT, last)) if tokens[at].form == ")"), first)
    while last > first and syntax.roles.get(last - 1) in AUXILIARY:
        last -= 1
    return unquoted(syntax.words(first, last)) or None if last > first else None


def unquoted(words: str) -> str:
    """Without a quotation mark whose partner is not there."""
    words = words.strip()
    while words and words[0] in QUOTES and sum(words.count(mark) for mark in QUOTES) % 2:
        words = words[1:].lstrip()
    while words and words[-1] in QUOTES and sum(words.count(mark) for mark in QUOTES) % 2:
        words = words[:-1].rstrip()
    return words


def predicated(syntax: Syntax, frame: Frame) -> Frame:
    """The frame of a noun whose object is its predicate or its subject.

    Behind a pronoun: "their only condition, it is the release of …"; before a verb for being: "a truce is among their demands".
    """
    if (told := _told_of(syntax, frame)) is not None:
        return told
    copula = next((party for party in syntax.parties_in(frame.first, min(frame.last, frame.first + OBJECT))
                   if party.how == "pronoun" and party.first > frame.trigger.last), None)
    cleft = frame.nominal or bool(frame.trigger.features & {"its"} and frame.trigger.features & {"present", "past"})
    if not cleft or copula is None or not syntax.has("pronoun_copula"):
        return frame  # "their only condition, it is …", "what they demand of us, it is …"
    return replace(frame, first=copula.last)


def _told_of(syntax: Syntax, frame: Frame) -> Frame | None:
    """The frame of a noun that is told of its subject: "a full withdrawal is one of the demands of …"."""
    if not frame.nominal or not syntax.has("free_article"):
        return None
    at = frame.trigger.first - 1
    while at > frame.clause.first and syntax.roles.get(at) in AMONG:
        at -= 1
    near = range(max(frame.clause.first, at - LEAST), at + 1)
    verb = next((be for be in reversed(near) if syntax.roles.get(be) == "be"), None)
    if verb is None or verb == frame.clause.first or syntax.within(verb + 1, frame.trigger.first):
        return None
    return replace(frame, first=frame.clause.first, last=verb)


def before(frame: Frame) -> Frame:
    """The frame whose object stands before its word: "the truce does not apply to the airport"."""
    return replace(frame, first=frame.clause.first, last=frame.trigger.first)


def bidden(syntax: Syntax, frame: Frame) -> Frame | None:
    """The frame whose object is what somebody is told to do, behind the one who is told: "told people in the east to leave"."""
    first = frame.trigger.last
    for at in range(first + 1, min(frame.last, first + HEAD) - 1):
        verbs = [term for term in syntax.within(at + 1, at + 1 + LEAST + LEAST) if term.first == at + 1]
        if syntax.roles.get(at) == "to" and any("base" in term.features for term in verbs):
            return None if not syntax.has("to_infinitive") or frame.nominal or frame.passive else replace(frame, first=at + 1)
        stops = syntax.roles.get(at) in RELATIVE | AUXILIARY or syntax.reading.tokens[at].kind == "punctuation"
        if stops or any(term.first == at and term.features & {"past", "third"} for term in syntax.terms):
            return None
    return None


def presented(syntax: Syntax, frame: Frame) -> bool:
    """Whether demands are put forward as a whole: "laid out its demands in a letter"."""
    if not frame.nominal or PLURAL not in frame.trigger.features:
        return False
    return any(0 < frame.trigger.first - term.last <= LEAST and frame.clause.first <= term.first
               for term in syntax.of_class("light") if term.attrs.get("mode") == PRESENTS)


def made(syntax: Syntax, frame: Frame) -> Frame:
    """The frame of a noun for a condition whose object is made one: "made the release of its men a condition for talks"."""
    trigger = frame.trigger
    if trigger.attrs.get("mode") == PRICED and not syntax.has("free_article"):
        makers = [term.last for term in syntax.of_class("light") if term.attrs.get("mode") == MAKES
                  and frame.clause.first <= term.first < trigger.first]
        return replace(frame, first=makers[-1], last=trigger.first) if makers else frame
    named = syntax.has("free_article") and syntax.roles.get(trigger.first - 1) == "the"
    if trigger.attrs.get("mode") not in (PRICED, PRICE) or not named:
        return frame
    carriers = [term.last for term in syntax.of_class("light") if frame.clause.first <= term.first and term.last < trigger.first]
    first = carriers[-1] if carriers else trigger.first
    return replace(frame, first=first, last=trigger.first - 1) if trigger.first - first > LEAST else frame


def tied(syntax: Syntax, frame: Frame) -> Frame:
    """The frame whose object is what a thing is tied to, behind "to" or, where that is written onto its word, "by"."""
    if syntax.has("proclitic"):
        bound = (m.first for m in syntax.mentions_in(frame.first + 1, frame.last) if "by" in m.features)
        return replace(frame, first=next(bound, frame.last))
    first = next((at + 1 for at in range(frame.first, frame.last) if syntax.roles.get(at) == "to"), frame.last)
    return replace(frame, first=first)


def stretched(syntax: Syntax, frame: Frame) -> Frame:
    """The frame with an object that goes on behind an insertion: "agreed, an official said, to hand over …"."""
    if frame.passive or frame.nominal or frame.trigger.attrs.get("value") not in PLAIN or frame.last >= syntax.sentence.last:
        return frame
    inserted = range(frame.last, min(frame.last + OBJECT, syntax.sentence.last))
    if not any(mention.kind in CUES and mention.first in inserted for mention in syntax.mentions):
        return frame
    others = [term.first for term in syntax.of_class("stance", "appeal", "state", "event") if term.first >= frame.last]
    last = min([*others, frame.last + STRETCH, syntax.sentence.last])
    return replace(frame, last=max(last, frame.last))


def past_insertion(syntax: Syntax, frame: Frame) -> Frame:
    """The frame with an object behind an insertion that a preposition opens: "offered, through a cleric, to free a priest"."""
    if verb_first(syntax):
        return _past_adjunct(syntax, frame)
    tokens, at = syntax.reading.tokens, frame.trigger.last
    opened = at + 1 < syntax.sentence.last and tokens[at].form in COMMAS and syntax.roles.get(at + 1) in INSERTED
    if not syntax.has("to_infinitive") or frame.nominal or frame.passive or not opened:
        return frame
    last = min(at + STRETCH, syntax.sentence.last - 1)
    first = next((on + 1 for on in range(at + 2, last) if tokens[on].form in COMMAS and syntax.roles.get(on + 1) == "to"), None)
    return replace(frame, first=first, last=max(syntax.clause_at(first).last, first)) if first is not None else frame


def _past_adjunct(syntax: Syntax, frame: Frame) -> Frame:
    """The frame with an object behind a mark, where only a place, a time or more of the subject stands before that.

    "Turned down in the port, the truce"; "the refusal of the Bravos backed by Alfa, to open the road"; "offered the group,
    which holds the bridge, its withdrawal".
    """
    tokens, limit = syntax.reading.tokens, min(frame.first + STRETCH, syntax.sentence.last - 1)
    marks = [at for at in range(frame.first, limit) if tokens[at].form in COMMAS]
    behind = marks[0] + 1 if marks else limit
    index = syntax.clause_index(behind)
    if marks and syntax.clauses[index].opener in RELATIVE and behind - syntax.clauses[index].first <= 1:
        behind = syntax.clauses[index].last  # the relative clause of the subject, with the mark that ends it
        plain = marks[0] - frame.first <= LEAST and not syntax.within(frame.first, marks[0])  # an adjective of the subject
        aside = plain and tokens[behind - 1].form in COMMAS
    else:
        aside = bool(marks) and _aside(syntax, frame.first, behind - 1)
    if frame.passive or not aside or behind >= syntax.sentence.last or not _named_next(syntax, behind):
        return frame
    return replace(frame, first=behind, last=max(frame.last, syntax.clause_at(behind).last))


def _aside(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a range holds nothing that one may take a stance on: where, when, by whom backed."""
    opens = first < last and (syntax.roles.get(first) in INSERTED or syntax.roles.get(first + 1) in INSERTED | {"from"}
                              or any(time.first == first for time in syntax.times_in(first, last)))
    inside = syntax.within(first, last)
    return opens and not any(term.attrs["class"] in THINGS or term.features & {"present", "past"} for term in inside)


def _named_next(syntax: Syntax, at: int) -> bool:
    """Whether a thing is named at a token: a definite noun, or one that may be bargained over."""
    article = str(syntax.language.grammar.get("article", ""))
    definite = syntax.reading.tokens[at].form.startswith(article) and not any(
        party.first == at for party in syntax.parties_in(at, at + 1))
    return (definite and at not in syntax.roles) or any(
        term.first == at and term.attrs["class"] in THINGS and not term.features & {"past", "present", "and"}
        for term in syntax.within(at, at + OBJECT))


def reason_told(syntax: Syntax, frame: Frame, voices: Voices) -> tuple[str | None, str | None]:
    """Why a stance is taken, as the next clauses word it, and who says so: the `party` itself or the `source`."""
    index = syntax.clause_index(frame.trigger.first)
    for clause in syntax.clauses[index + 1:index + 3]:
        if clause.opener == "because":
            speaker = voices.speaker(syntax.reading.tokens[clause.first].start)
            given = "party" if speaker and speaker == frame.party else "source"
            return syntax.words(clause.first, min(clause.last, clause.first + 40)), given
    return None, None
