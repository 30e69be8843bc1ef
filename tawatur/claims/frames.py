"""Frames: around a trigger word, who does it, to whom, with what object, whether it is denied.

The relations are the same in every language; where they stand is read off the language's grammar and its function words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.claims.befallen import befallen, owns_foes
from tawatur.claims.clauses import CONTINUES, TOLD, TOLD_OF, Clause
from tawatur.claims.denials import negated
from tawatur.claims.heads import ahead, giver, heading, is_place, of_a_thing, possessors, replying, signed
from tawatur.claims.moods import modality
from tawatur.claims.passives import is_passive
from tawatur.claims.pointing import Pointing
from tawatur.claims.reach import LIGHT, met, reach
from tawatur.claims.reduced import reduced
from tawatur.claims.subjects import (
    CLOSE,
    after,
    agent_of,
    begins_anew,
    behind_teller,
    behind_verb,
    beside_adjective,
    beside_head,
    by_a_paper,
    by_part,
    describes,
    doers_before,
    head_of_list,
    is_bare,
    is_object,
    just_before,
    next_verb,
    noun_follows,
    of_paper,
    office,
    parted,
    verb_first,
)
from tawatur.claims.syntax import PREPOSITIONS, Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Mention, Party
from tawatur.records.swift import swift
from tawatur.text import APOSTROPHES

BEFORE_NOUN = PREPOSITIONS | {"because", "after", "while", "not", "no"}
"""Roles of words behind which a form that may be noun or verb is a noun."""
PEOPLE = frozenset({"unnamed", "office"})
"""Kinds of voices that are people."""
MARKED = 2  # features of a word for one person with its article; more say that something else is written onto it
INFORMS = "informs"
"""The mode of a verb with those who are told something between it and what they are told."""
OURS = "ours"
"""The mode of phrases of stance that the one who takes it speaks himself: "no problem on our side"."""
MAKES = "makes"
"""The mode of a verb whose object stands between it and the noun for a condition that it is made."""
MAKER = 4
"""How many tokens behind "a promise from" its maker may stand."""
MADE = frozenset({"offers", "accepts", "rejects", "threatens"})
"""Stances whose noun has its maker behind "from": "a promise from the army"; a demand "from the army" is one on it."""
DANGLING = frozenset({"after", "while", "comma", "and"})
"""How clauses open whose participle has the subject of the clause before: "after losing the town"."""
ASIDE = frozenset({"while", "because", "after", "although", "if", "where"})
"""How clauses open that only go along with the main one, with whose subject a verb behind "and" or "but" goes on."""
COMMA = ","  # before a participle that goes on with the subject of its clause: "they shelled the rebels, killing five"


@swift
@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger with its relations; `first`/`last` are the tokens of its object."""

    trigger: Mention
    clause: Clause
    subject: Party | None
    first: int
    last: int
    negated: bool
    modality: str
    nominal: bool
    passive: bool

    @property
    def party(self) -> str | None:
        """The actor that the subject was resolved to, or the words that describe it."""
        if self.subject is None:
            return None
        return self.subject.actor or (self.subject.text if self.subject.how == "description" else None)


class Framer:
    """Finds frames in one sentence; remembers subjects for verbs and pronouns that go on with them."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self.pointing = Pointing(voices)

    def frame(self, syntax: Syntax, trigger: Mention, near: bool = False) -> Frame:
        """The frame of a trigger; `near` takes a subject only from the trigger's own clause."""
        clause = syntax.clause_at(trigger.first)
        nominal = is_nominal(syntax, trigger)
        noun = None if nominal else reduced(syntax, trigger)
        passive = not nominal and (noun is not None or is_passive(syntax, trigger))
        subject = self._subject(syntax, trigger, clause, nominal, passive, near)
        if subject is not None:
            subject = self.pointing.meant(subject, trigger.start, syntax)
        first, last = reach(syntax, trigger, clause, subject, passive, nominal) if noun is None else (noun, trigger.first)
        if trigger.attrs.get("pos") == "adj" and last == trigger.first:
            first = max(first, self._told_from(syntax, trigger))
        if subject is not None and not nominal:
            self.pointing.last = subject
        return Frame(trigger, clause, subject, first, last, negated(syntax, trigger, clause), modality(syntax, trigger, clause),
                     nominal, passive)

    def _told_from(self, syntax: Syntax, trigger: Mention) -> int:
        """The token with which the words begin that somebody is made to say: "the rebels said | his answer was unacceptable"."""
        said = self._voices.at(trigger.start)
        begun = max((span.start for one in said for span in one.content if span.start <= trigger.start), default=0)
        return next((at for at in range(syntax.sentence.first, trigger.first)
                     if syntax.reading.tokens[at].start >= begun), trigger.first)

    def _subject(self, syntax: Syntax, trigger: Mention, clause: Clause, nominal: bool, passive: bool,
                 near: bool) -> Party | None:
        if trigger.attrs.get("pos") == "adj" or describes(syntax, trigger):
            alone = near or syntax.roles.get(trigger.first - 1) == "the"  # "the agreed pause"
            return beside_adjective(syntax, trigger, clause) or (None if alone else self._left(syntax, trigger, clause, False))
        if nominal:
            return self._possessor(syntax, trigger, clause)
        if passive:
            return agent_of(syntax, trigger, clause)
        inverted = verb_first(syntax)
        agent = (agent_of(syntax, trigger, clause) or of_paper(syntax, trigger)) if syntax.has("unvowelled_passive") else None
        if agent is not None:
            return agent
        if inverted and (named := ahead(syntax, trigger, clause)) is not None:
            return named
        told = self._voices.teller(trigger.start, trigger.end, not inverted)
        if told is not None:
            last = behind_teller(syntax, trigger, told[1])
            return Party(trigger.start, trigger.end, trigger.first, last, told[0], "name", told[0])
        if syntax.roles.get(trigger.first - 1) == "thus":
            return None
        if "first" in trigger.features or trigger.attrs.get("mode") == OURS:
            return self._speaking(trigger)
        if "ing" in trigger.features and (doers := doers_before(syntax, trigger)) is not None:
            return doers if isinstance(doers, Party) else None
        if {"participle", "active"} <= trigger.features and (doer := self._beside(syntax, trigger, clause)):
            return doer
        found = (heading(syntax, trigger, clause) or behind_verb(syntax, trigger, clause)) if inverted else None
        if found is None and inverted and trigger.features & {"past", "present"}:
            found = office(syntax, trigger, clause) or self._spoken(syntax, trigger)
        if found is not None or (inverted and noun_follows(syntax, trigger, clause)):
            return found or just_before(syntax, trigger)
        if of_a_thing(syntax, trigger):
            return None
        goes_on = begins_anew(syntax, trigger) and self.pointing.last is not None
        if goes_on and self.pointing.last is not None and syntax.sentence.first <= self.pointing.last.first < trigger.first:
            return self.pointing.last
        found = self._left(syntax, trigger, clause, inverted)
        dangling = "ing" in trigger.features and trigger.first - clause.first <= 1 and clause.opener in DANGLING
        if found is None and (dangling or not near) and (syntax.has("pro_drop") or is_bare(syntax, trigger, clause)):
            found = beside_head(syntax, trigger, clause, self._going_on(syntax, trigger, clause))
        return found

    def _beside(self, syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
        """Who does what a participle tells besides the main verb: its subject, or who speaks; the noun behind is its object."""
        left = [p for p in syntax.parties if clause.first <= p.first and p.last <= trigger.first and not syntax.governed(p)]
        if left:
            return left[0] if left[0].how != "pronoun" else None
        article = str(syntax.language.grammar.get("article", ""))
        heads = (syntax.reading.tokens[at].form for at in range(clause.first, trigger.first) if at not in syntax.roles)
        if article and clause.opener == "because" and any(form.startswith(article) for form in heads):
            return None  # "because the delegation was insisting": whoever that is
        speaker = self._voices.beside(syntax.reading.tokens[syntax.sentence.first].start, trigger.start)
        return Party(trigger.start, trigger.end, trigger.first, trigger.first, speaker, "name", speaker) if speaker else None

    def _speaking(self, trigger: Mention) -> Party | None:
        """The one who speaks, as the subject of a verb in the first person."""
        speaker = self._voices.own(trigger.start)
        return Party(trigger.start, trigger.end, trigger.first, trigger.first, speaker, "name", speaker) if speaker else None

    def _spoken(self, syntax: Syntax, trigger: Mention) -> Party | None:
        """The party of the one who spoke last, where a definite word for a person behind the verb takes him up."""
        said = next((m for m in syntax.of_kind("voices") if m.first == trigger.last and m.features & {"definite", "article"}
                     and m.attrs.get("kind") in PEOPLE), None)
        actor = self._voices.lately(trigger.start) if said is not None and len(said.features) <= MARKED else None
        return Party(said.start, said.end, said.first, said.last, actor, "name", actor) if said and actor else None

    def _possessor(self, syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
        if "our" in trigger.features:
            return self._speaking(trigger)
        if (given := giver(syntax, trigger, clause)) is not None:
            return given
        verb = next_verb(syntax, trigger.last, clause.last)
        verb = min((term.first for term in syntax.of_class("holds") if trigger.last <= term.first < (
            clause.last if verb is None else verb)), default=verb)  # "conditions include the withdrawal of …"
        agent = agent_of(syntax, trigger, clause)
        if agent is not None and verb is not None and agent.first > verb:
            agent = None
        if agent is not None and trigger.attrs.get("mode") != "place":
            return agent
        if syntax.language.grammar.get("possessor") == "before":
            near = [party for party in (*syntax.parties, *syntax.demonyms, *syntax.heads) if 0 <= trigger.first - party.last <= 3
                    and not parted(syntax, party.last, trigger.first)
                    and (clause.opener != TOLD_OF or party.first >= clause.first) and not self._where(syntax, party)]
            if near:
                return (self._owner(syntax, trigger) if near[-1].how == "pronoun" else None) or near[-1]
            made = after(syntax, trigger, clause, frozenset({"from"}), MAKER)
            owner = after(syntax, trigger, clause, frozenset({"of"}))
            owner = None if owner is not None and verb is not None and verb < owner.first else owner
            far = owner is not None and [syntax.roles.get(at) for at in range(trigger.last, owner.first)].count("of") > 1
            return (None if far else owner) or made or self._by_light_verb(syntax, trigger, clause)
        near = possessors(syntax, trigger)
        if near and not (trigger.features & {"its", "their"} and trigger.attrs["class"] == "stance"):
            return near[0]
        if trigger.features & {"its", "their"}:
            return self._by_light_verb(syntax, trigger, clause) or self._owner(syntax, trigger)
        made = after(syntax, trigger, clause, frozenset({"from"}), MAKER) if trigger.attrs.get("value") in MADE else None
        made = made or replying(syntax, trigger, clause)
        return made or _having(syntax, trigger, clause) or self._by_light_verb(syntax, trigger, clause)

    def _where(self, syntax: Syntax, party: Party) -> bool:
        """Whether a capital only says where something is: "the summit in Doha | calls for", but "in Doha's demands"."""
        behind = syntax.reading.tokens[party.last] if party.last < syntax.sentence.last else None
        owns = behind is not None and behind.form[:1] in APOSTROPHES
        return party.how == "name" and not owns and is_place(syntax, party)

    def _by_light_verb(self, syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
        """The subject of a verb that only carries the noun: "issued a demand", "repeated its refusal"."""
        asked = trigger.attrs["class"] in ("stance", "appeal") or not syntax.has("zero_complementizer")
        for term in syntax.of_class("light"):
            if not asked and any(m.kind == "speech" for m in syntax.mentions_in(term.first, term.first + 1)):
                continue  # "the rebels maintain the release of …": who says so has done nothing by it
            reach = 2 * LIGHT if term.attrs.get("mode") in (MAKES, INFORMS) else LIGHT
            if clause.first <= term.first and 0 <= trigger.first - term.last <= reach:
                if syntax.has("dative_shift") and is_passive(syntax, term):
                    return agent_of(syntax, term, clause)  # "fighters are to be given guarantees": by whom
                behind = (heading(syntax, term, clause) or behind_verb(syntax, term, clause)) if verb_first(syntax) else None
                return behind or self._left(syntax, term, clause, verb_first(syntax))
        return None

    def _owner(self, syntax: Syntax, trigger: Mention) -> Party | None:
        """Whose "its" is: the last party before it that stands as a subject, in the sentence or before it."""
        before = [party for party in syntax.parties if party.last <= trigger.first and party.how != "pronoun"]
        free = [party for party in before if not syntax.governed(party)]
        return free[-1] if free else self.pointing.last or (before[-1] if before and syntax.has("enclitic_pronoun") else None)

    def _left(self, syntax: Syntax, trigger: Mention, clause: Clause, inverted: bool) -> Party | None:
        if clause.opener == "which":
            head = [p for p in syntax.parties if 0 <= clause.first - p.last <= 3
                    and not any(syntax.roles.get(at) in ("be", "have") for at in range(p.last, clause.first))
                    and not any(m.kind == "speech" and m.features & TOLD for m in syntax.mentions_in(p.last, clause.first))]
            if head:  # "it is the army that refuses": the pronoun only repeats it
                return next((p for p in reversed(head) if p.how != "pronoun"), head[-1])
        inside = [p for p in syntax.parties if clause.first <= p.first and p.last <= trigger.first and not syntax.governed(p)
                  and not befallen(syntax, trigger, p) and not owns_foes(syntax, p, trigger)]
        if inverted:
            inside = [party for party in inside if trigger.first - party.last <= CLOSE]
        if inside and "ing" in trigger.features and syntax.reading.tokens[trigger.first - 1].form == COMMA:
            return inside[0]
        return head_of_list(syntax, inside[-1]) if inside else (
            self._by_surname(syntax, clause.first, trigger.first) or signed(syntax, clause.first, trigger.first)
            or by_part(syntax, trigger, clause))

    def _by_surname(self, syntax: Syntax, first: int, last: int) -> Party | None:
        """Somebody brought in before as a party's own, named here by his name alone: "Kanyarwanda rejected it"."""
        tokens, text = syntax.reading.tokens, syntax.reading.document.text
        for token in tokens[first:last]:
            actor = self._voices.person(text[token.start:token.end])
            if actor is not None:
                return Party(token.start, token.end, first, first + 1, actor, "name", actor)
        return None

    def _going_on(self, syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
        """A verb without a subject of its own goes on with the last one of its sentence, or with who speaks."""
        earlier = [party for party in syntax.parties if party.last <= clause.first and not syntax.governed(party)
                   and syntax.clause_at(party.first).opener != "which"]
        going = self.pointing.last
        if "and" in trigger.features and going is not None and syntax.sentence.first <= going.first < trigger.first:
            return going
        if not earlier:
            return None if by_a_paper(syntax, trigger) else going
        if syntax.has("pro_drop"):
            return earlier[-1]
        if clause.opener in ("and", "but", "comma"):  # "they offered a truce as the army closed in, but refused to leave"
            earlier = [party for party in earlier if syntax.clause_at(party.first).opener not in ASIDE] or earlier
        return next(party for party in earlier if party.first >= syntax.clause_at(earlier[-1].first).first)


def is_nominal(syntax: Syntax, trigger: Mention) -> bool:
    """Whether the trigger is a noun here; a form that may be either is one behind a preposition."""
    if trigger.attrs.get("pos") != "verb":
        return trigger.attrs.get("pos") == "noun"
    if "base" in trigger.features and syntax.roles.get(trigger.first - 1) == "the":
        return True
    if "noun" not in trigger.features:
        return False
    if syntax.has("agreeing_modifier") and any(adjective.first == trigger.last for adjective in syntax.of_class("manner")):
        return True  # "its flat refusal"
    if (trigger.features & {"its", "their"} and _carried(syntax, trigger)) or is_object(syntax, trigger):
        return True
    if not trigger.features & {"past", "present"} or trigger.features & {"to", "by", "definite"}:
        return True
    return syntax.roles.get(trigger.first - 1, "") in BEFORE_NOUN


def _carried(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a word with a pronoun stands behind a verb that only carries a noun: "renewed its refusal"."""
    if "and" in trigger.features:
        return False
    return any(0 <= trigger.first - term.last <= LIGHT and term.features & {"past", "present", "by"}
               and not any(syntax.roles.get(at) in CONTINUES | {"and"} for at in range(term.last, trigger.first))
               for term in syntax.of_class("light"))


def is_infinitive(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a stance is only aimed at, or spoken of behind a preposition, and nobody's yet: "to allow", "of preventing"."""
    before = syntax.roles.get(trigger.first - 1, "")
    return ("base" in trigger.features and before == "to") or ("ing" in trigger.features and before in PREPOSITIONS - {"by"})


def _having(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The party behind a word for having: "there is with the army no intention", "found no acceptance with the army"."""
    last = trigger.last + MAKER if met(syntax, trigger, clause) is not None else trigger.first
    return next((party for party in syntax.parties if clause.first < party.first and party.last <= last
                 and syntax.roles.get(party.first - 1) == "has"), None)


def frames(syntax: Syntax, framer: Framer, *classes: str) -> Iterator[Frame]:
    """The frames of the sentence's triggers of some classes, in order."""
    return (framer.frame(syntax, term) for term in syntax.of_class(*classes))
