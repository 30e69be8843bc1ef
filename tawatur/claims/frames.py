"""Frames: around a trigger word, who does it, to whom, with what object, whether it is denied.

The relations are the same in every language; where they stand is read off the language's grammar: the order of verb and
subject, where a possessor stands, and the roles of its function words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.claims.clauses import Clause
from tawatur.claims.syntax import CLITIC_PREPOSITIONS, PREPOSITIONS, Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Mention, Party

NOMINAL = frozenset({"noun"})
HYPHEN = "-"
LIGHT = 6
"""How many tokens after a verb that only carries it a noun may stand."""
RIGHT = 6
"""How many tokens after its verb a subject may stand."""
CLOSE = 7
"""How far before its verb a subject may stand where the usual place is behind it."""
BEFORE_NAMES = frozenset({"groups", "titles", "voices", "counted", "nationalities", "people"})
"""Kinds of mentions that may stand between a verb and the name of its subject."""
MAKER = 3
"""How many tokens behind "a promise from" its maker may stand."""
FAR = 60
"""How many tokens an object may span."""
AIMED = frozenset({"to", "from"})
"""Roles of words behind a passive that bring in what it is about: "were allowed by them to leave", "kept from leaving"."""
LISTS = ":"
"""The mark behind which an object is spelt out: "two demands: a truce and …"."""
CONTINUES = frozenset({"that", "so", "which", "where", "if", "unless", "whether"})


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
        self._last: Party | None = None
        self._history: list[Party] = []

    def frame(self, syntax: Syntax, trigger: Mention, near: bool = False) -> Frame:
        """The frame of a trigger; `near` takes a subject only from the trigger's own clause."""
        clause = syntax.clause_at(trigger.first)
        nominal = is_nominal(syntax, trigger)
        passive = not nominal and _passive(syntax, trigger)
        subject = self._subject(syntax, trigger, clause, nominal, passive, near)
        if subject is not None:
            subject = self._meant(subject, trigger.start)
        first, last = _object(syntax, trigger, clause, subject, passive, nominal)
        if subject is not None and not nominal:
            self._last = subject
        return Frame(trigger, clause, subject, first, last, negated(syntax, trigger, clause), modality(syntax, trigger, clause),
                     nominal, passive)

    def pass_over(self, syntax: Syntax) -> None:
        """Remember the parties of a sentence for the pronouns of the next."""
        self._history.extend(party for party in syntax.parties if party.actor)
        chief = [party for party in syntax.parties if party.actor and not syntax.governed(party)]
        self._last = chief[0] if chief else self._last

    def _subject(self, syntax: Syntax, trigger: Mention, clause: Clause, nominal: bool, passive: bool,
                 near: bool) -> Party | None:
        if trigger.attrs.get("pos") == "adj" or describes(syntax, trigger):
            return _beside(syntax, trigger, clause) or (None if near else self._left(syntax, trigger, clause, False))
        if nominal:
            return self._possessor(syntax, trigger, clause)
        if passive:
            return _agent(syntax, trigger, clause)
        inverted = verb_first(syntax)
        agent = _agent(syntax, trigger, clause) if inverted else None
        if agent is not None:
            return agent
        told = self._voices.teller(trigger.start, trigger.end, not inverted)
        if told is not None:
            return Party(trigger.start, trigger.end, trigger.first, trigger.first, told, "name", told)
        if syntax.roles.get(trigger.first - 1) == "thus":
            return None
        if "first" in trigger.features:
            return self._speaking(trigger)
        if "ing" in trigger.features and (doers := _doers(syntax, trigger)) is not None:
            return doers if isinstance(doers, Party) else None
        found = _right(syntax, trigger, clause) if inverted else None
        if found is not None or (inverted and _noun_follows(syntax, trigger, clause)):
            return found
        found = self._left(syntax, trigger, clause, inverted)
        if found is None and not near and (inverted or _bare(syntax, trigger, clause)):
            found = self._going_on(syntax, trigger, clause)
        return found

    def _speaking(self, trigger: Mention) -> Party | None:
        """The one who speaks, as the subject of a verb in the first person."""
        speaker = self._voices.speaker(trigger.start)
        return Party(trigger.start, trigger.end, trigger.first, trigger.first, speaker, "name", speaker) if speaker else None

    def _possessor(self, syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
        verb = next_verb(syntax, trigger.last, clause.last)
        agent = _agent(syntax, trigger, clause)
        if agent is not None and verb is not None and agent.first > verb:
            agent = None
        if agent is not None and trigger.attrs.get("mode") != "place":
            return agent
        if syntax.language.grammar.get("possessor") == "before":
            near = [party for party in (*syntax.parties, *syntax.demonyms) if 0 <= trigger.first - party.last <= 3
                    and not _parted(syntax, party.last, trigger.first)]
            if near and near[-1].how == "pronoun":
                return self._owner(syntax, trigger) or near[-1]
            if near:
                return near[-1]
            made = _after(syntax, trigger, clause, frozenset({"from"}), MAKER)
            return _after(syntax, trigger, clause, frozenset({"of"})) or made or self._by_light_verb(syntax, trigger, clause)
        near = [party for party in (*syntax.parties, *syntax.demonyms) if 0 <= party.first - trigger.last <= 2
                and not syntax.governed(party)]
        if near:
            return near[0]
        if trigger.features & {"its", "their"}:
            return self._owner(syntax, trigger)
        return self._by_light_verb(syntax, trigger, clause)

    def _by_light_verb(self, syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
        """The subject of a verb that only carries the noun: "issued a demand", "repeated its refusal"."""
        for term in syntax.of_class("light"):
            if clause.first <= term.first and 0 <= trigger.first - term.last <= LIGHT:
                return _right(syntax, term, clause) if verb_first(syntax) else self._left(syntax, term, clause, False)
        return None

    def _owner(self, syntax: Syntax, trigger: Mention) -> Party | None:
        """Whose "its" is: the last party before it that stands as a subject, in the sentence or before it."""
        before = [party for party in syntax.parties if party.last <= trigger.first and party.how != "pronoun"
                  and not syntax.governed(party)]
        return before[-1] if before else self._last

    def _left(self, syntax: Syntax, trigger: Mention, clause: Clause, inverted: bool) -> Party | None:
        if clause.opener == "which":
            head = [p for p in syntax.parties if 0 <= clause.first - p.last <= 3]
            if head:
                return head[-1]
        inside = [p for p in syntax.parties if clause.first <= p.first and p.last <= trigger.first and not syntax.governed(p)]
        if inverted:
            inside = [party for party in inside if trigger.first - party.last <= CLOSE]
        return _head(syntax, inside[-1]) if inside else None

    def _going_on(self, syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
        """A verb without a subject of its own goes on with the last one of its sentence, or with who speaks."""
        earlier = [party for party in syntax.parties if party.last <= clause.first and not syntax.governed(party)
                   and syntax.clause_at(party.first).opener != "which"]
        going = self._last
        if "and" in trigger.features and going is not None and syntax.sentence.first <= going.first < trigger.first:
            return going
        if not earlier:
            return going
        if syntax.language.grammar.get("order", ("before",))[0] == "after":
            return earlier[-1]
        last = syntax.clause_at(earlier[-1].first)
        return next(party for party in earlier if party.first >= last.first)

    def _meant(self, party: Party, start: int) -> Party | None:
        """Whom a pronoun stands for."""
        if party.actor or party.how != "pronoun":
            return party
        speaker = self._voices.speaker(party.start)
        if "speaker" in party.features or (speaker and not self._voices.quoted(party.start)):
            return _as(party, speaker)
        if self._last is not None and self._last.actor and self._last.actor != speaker:
            return _as(party, self._last.actor)
        before = [earlier for earlier in self._history if earlier.start < start and earlier.actor != speaker]
        return _as(party, before[-1].actor) if before else party


def _as(party: Party, actor: str | None) -> Party:
    return Party(party.start, party.end, party.first, party.last, party.text, party.how, actor, party.features, party.candidates,
                 party.rule)


def _head(syntax: Syntax, party: Party) -> Party:
    """The first of the list that a party stands in."""
    before = syntax.listed(party)
    return party if before is None else _head(syntax, before)


def is_nominal(syntax: Syntax, trigger: Mention) -> bool:
    """Whether the trigger is a noun here; a form that may be either is one behind a preposition."""
    if trigger.attrs.get("pos") != "verb":
        return trigger.attrs.get("pos") == "noun"
    if "base" in trigger.features and syntax.roles.get(trigger.first - 1) == "the":
        return True
    if not trigger.features & NOMINAL:
        return False
    if not trigger.features & {"past", "present"} or trigger.features & {"to", "by", "definite"}:
        return True
    return syntax.roles.get(trigger.first - 1, "") in (PREPOSITIONS | {"because", "after", "while", "not", "no"})


def in_passing(syntax: Syntax, trigger: Mention) -> bool:
    """Whether the trigger is an epithet of what the clause tells something else about: the besieged town, rebel-held areas."""
    if describes(syntax, trigger):
        return True
    epithets = [term for term in syntax.within(trigger.first, trigger.first + 1) if term.attrs.get("pos") == "adj"]
    before = syntax.roles.get(trigger.first - 1, "") in PREPOSITIONS | {"the"}
    joined = trigger.first > syntax.sentence.first and syntax.joined(trigger.first)
    return any("definite" in term.features or before or joined for term in epithets)


def is_infinitive(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a stance is only aimed at, or spoken of behind a preposition, and nobody's yet: "to allow", "of preventing"."""
    before = syntax.roles.get(trigger.first - 1, "")
    return ("base" in trigger.features and before == "to") or ("ing" in trigger.features and before in PREPOSITIONS - {"by"})


def _passive(syntax: Syntax, trigger: Mention) -> bool:
    if "passive" in trigger.features:
        return True
    if "participle" not in trigger.features or "active" in trigger.features:
        return False
    before = [syntax.roles.get(at, "") for at in range(max(syntax.sentence.first, trigger.first - 3), trigger.first)]
    if "be" in before:
        return True
    return "have" not in before and syntax.roles.get(trigger.last, "") == "by"


def _agent(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    return _after(syntax, trigger, clause, frozenset({"by"}))


def _after(syntax: Syntax, trigger: Mention, clause: Clause, roles: frozenset[str], reach: int = 12) -> Party | None:
    """The first party after a trigger that one of the roles introduces as a word of its own."""
    for party in syntax.parties:
        if trigger.last <= party.first < min(clause.last, trigger.last + reach):
            role = syntax.governed(party)
            if role in roles and not party.features & {"by", "to"}:
                return party
    return None


def verb_first(syntax: Syntax) -> bool:
    """Whether the language has a subject behind its verb."""
    return bool(syntax.language.grammar.get("order", ("before",))[0] == "after")


def _beside(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The party of an adjective: brought in by "by" or "of", joined to it, or the subject of a plain "is ready"."""
    behind = _after(syntax, trigger, clause, frozenset({"by", "of"}), CLOSE)
    if behind is not None:
        return behind
    joined = [party for party in (*syntax.parties, *syntax.demonyms) if party.last <= trigger.first <= party.last + 1
              and not _word_between(syntax, party.last, trigger.first)]
    if joined:
        return joined[-1]
    if not any(syntax.roles.get(at) == "be" for at in range(max(clause.first, trigger.first - 4), trigger.first)):
        return None
    before = [p for p in syntax.parties if clause.first <= p.first and p.last <= trigger.first and not syntax.governed(p)]
    return before[-1] if before else None


def describes(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a participle stands before its noun or in a noun's phrase, and so has no subject: "the besieged town"."""
    if "participle" not in trigger.features or trigger.attrs.get("pos") != "verb":
        return False
    if "definite" in trigger.features:
        return True
    return syntax.roles.get(trigger.first - 1, "") in PREPOSITIONS | {"the", "and"} or syntax.reading.tokens[
        trigger.first - 1].form == HYPHEN


def _word_between(syntax: Syntax, first: int, last: int) -> bool:
    return any(syntax.reading.tokens[at].kind != "punctuation" for at in range(first, last))


def _right(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    for party in syntax.parties:
        if trigger.last <= party.first < min(clause.last, trigger.last + RIGHT):
            return None if syntax.governed(party) or not _leads_to(syntax, trigger.last, party) else party
    described = [party for party in syntax.demonyms if 1 <= party.first - trigger.last <= 3
                 and not _parted(syntax, trigger.last, party.first) and not syntax.governed(party)]
    return described[0] if described else None


def _leads_to(syntax: Syntax, first: int, party: Party) -> bool:
    """Whether all that stands before a party's name belongs to it: titles, group nouns, marks."""
    between = [m for m in syntax.mentions if first <= m.first < party.first]
    if any(m.features & CLITIC_PREPOSITIONS for m in between):
        return False
    covered = {at for m in between if m.kind in BEFORE_NAMES or m.attrs.get("class") == "people" for at in range(m.first, m.last)}
    return all(at in covered or syntax.reading.tokens[at].kind == "punctuation" or syntax.roles.get(at) == "have"
               for at in range(first, party.first))


def _noun_follows(syntax: Syntax, trigger: Mention, clause: Clause) -> bool:
    """Whether a noun that is no party stands where the subject belongs: "the step prevents", in verb-first order."""
    article = str(syntax.language.grammar.get("article", ""))
    for at in range(trigger.last, min(trigger.last + 3, clause.last)):
        token, role = syntax.reading.tokens[at], syntax.roles.get(at, "")
        if token.kind == "word" or role:
            return role == "this" or (not role and token.form.startswith(article))
    return False


def _bare(syntax: Syntax, trigger: Mention, clause: Clause) -> bool:
    """Whether a verb has no noun where its subject would stand, so that it goes on with an earlier one."""
    tokens = syntax.reading.tokens
    before = [at for at in range(clause.first, trigger.first) if tokens[at].kind == "word" and at not in syntax.roles]
    return len(before) <= 1


def _doers(syntax: Syntax, trigger: Mention) -> Party | str | None:
    """Those just before a participle, who do it, though a preposition governs them: "for civilians wishing to leave"."""
    beside = [party for party in syntax.parties if party.last == trigger.first]
    if beside and syntax.governed(beside[-1]) not in ("through", "with", "by"):
        return beside[-1]
    return "people" if any(m.last == trigger.first and m.attrs.get("class") == "people" for m in syntax.mentions) else None


def _parted(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a function word that opens something else, or another verb, stands in a range."""
    if any(syntax.roles.get(at, "") not in ("", "have", "and", "not", "no", "the") for at in range(first, last)):
        return True
    return any(term.features & {"past", "present"} for term in syntax.within(first, last))


def _object(syntax: Syntax, trigger: Mention, clause: Clause, subject: Party | None, passive: bool,
            nominal: bool) -> tuple[int, int]:
    if trigger.attrs.get("pos") == "adj" and clause.last - trigger.last <= 1:
        return clause.first, trigger.first
    if passive:
        goes_on = any(syntax.roles.get(at) in AIMED for at in range(trigger.last, clause.last))
        return clause.first, clause.last if goes_on else trigger.first
    behind = subject is not None and subject.first > trigger.last and syntax.governed(subject) == "by"
    if behind and subject is not None and verb_first(syntax):
        between = any(syntax.within(trigger.last, subject.first))
        return (trigger.last, subject.first) if between else (clause.first, trigger.first)
    first = trigger.last
    if subject is not None and first <= subject.first <= first + RIGHT:
        first = subject.last
    last = clause.last
    verb = next_verb(syntax, first, last) if nominal else None
    if verb is not None and not (syntax.roles.get(verb) == "be" and verb - first <= 1):
        return first, verb
    for following in syntax.clauses[syntax.clause_index(trigger.first) + 1:]:
        lists = syntax.reading.tokens[following.first - 1].form == LISTS
        if (following.opener not in CONTINUES and not lists) or following.last - first > FAR:
            break
        last = following.last
    return min(first, last), last


def next_verb(syntax: Syntax, first: int, last: int) -> int | None:
    """Where the verb of which a noun's phrase is the subject begins: "their refusal to leave | has stalled"."""
    if syntax.language.grammar.get("order", ("before",))[0] == "after":
        return None
    verbs = [at for at in range(first, last) if syntax.roles.get(at) in ("have", "be", "future", "must")]
    verbs += [term.first for term in syntax.within(first, last) if term.features & {"past", "third"}
              and not describes(syntax, term) and term.attrs.get("pos") == "verb"]
    return min(verbs, default=None)


def negated(syntax: Syntax, trigger: Mention, clause: Clause, far: int = 4) -> bool:
    """Whether a word of negation governs the trigger from at most `far` tokens before it."""
    reach = range(max(clause.first, trigger.first - far), trigger.first)
    spoken = [syntax.roles.get(at, "") for at in reach]
    return "not" in spoken or (bool(spoken) and "no" in spoken[-2:])


def modality(syntax: Syntax, trigger: Mention, clause: Clause) -> str:
    """How the trigger is put: asserted, planned, conditional or possible."""
    roles = {syntax.roles.get(at, "") for at in range(clause.first, trigger.first)}
    if clause.opener in ("if", "unless"):
        return "conditional"
    if "may" in roles or clause.opener == "whether":
        return "possible"
    ahead = any(at in syntax.ahead for at in range(clause.first, trigger.first))
    return "planned" if ahead or "future" in roles or "future" in trigger.features else "asserted"


def frames(syntax: Syntax, framer: Framer, *classes: str) -> Iterator[Frame]:
    """The frames of the sentence's triggers of some classes, in order."""
    return (framer.frame(syntax, term) for term in syntax.of_class(*classes))
