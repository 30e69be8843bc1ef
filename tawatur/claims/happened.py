"""Whether a word tells what happened, or only names it: an aim, a duty, a term of a deal, an epithet, a mere count."""

from tawatur.claims.clauses import TOLD, with_saying
from tawatur.claims.denials import negated
from tawatur.claims.frames import Frame, is_infinitive, is_nominal
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.wishes import goes_on
from tawatur.records import Mention

IRREAL = frozenset({"planned", "conditional"})
"""How a noun's clause may be put: what "will follow the attack" or "would see a release" has not come about by it."""
TERMS = frozenset({"deal", "plan", "proposal", "talks", "holds"})
"""Classes of nouns and verbs behind which stands what is agreed, planned or talked about."""
DUTY = 2
"""Tokens before a verb in which the word stands that makes it a duty: "must also withdraw"."""
JOINED = frozenset({"and", "by", "to", "like"})
"""Features of a noun with a word written onto it, which belongs to no noun before it."""
AIMED = 5
"""Tokens before a noun in which the verb stands whose object it is: "to secure the early release of"."""
STOP = "stop"
"""The class of verbs of what goes on no longer."""
OBJECT = 1
"""Tokens between such a verb and its object: "halted its shelling"."""
BEHIND = frozenset({"in", "on", "at", "since", "after", "for", "from", "and", "before", "by"})
"""Roles of words behind a verb that has no object."""
FROM = frozenset({"from"})
"""Roles of words before the place where it befell them: they were led away from the camp."""
SNIPERS = "snipers"
"""The hazard that does it itself: a sniper shot two women."""
BEFALLEN = frozenset({"people", "families", None})
"""Units of those whom a deed befalls."""
HEAD = 4
"""Tokens before a relative clause in which a count of those begins of whom it tells."""
RISEN = 3
"""Tokens behind a verb of rising and falling in which the number stands."""
HARM = frozenset({"killed", "injured", "displaced"})
"""Measures of what a report counts first and tells of next, if at all; who is taken or let go is told with how many."""
COUNTRY = 6
"""The precision of a place that says no more than in which country."""


def happened(syntax: Syntax, frame: Frame) -> bool:
    """Whether a word in its frame tells a deed that was done, is denied, or is announced by a verb of its own."""
    word = frame.trigger
    if frame.clause.opener == "until" and "present" in word.features:
        return False  # before it came about
    if frame.modality == "conditional" or is_infinitive(syntax, word) or _wanted_too(syntax, frame):
        return False
    if _due(syntax, frame) or _over(syntax, frame):
        return False
    if _averted(syntax, word) or _whom_it_befell(syntax, word) or _worked_for(syntax, word):
        return False
    if frame.nominal or _aimed(syntax, word):
        due = any(syntax.roles.get(at) == "must" for at in range(frame.clause.first, word.first))
        irreal = due or frame.modality in IRREAL or _aimed(syntax, word) or _term_of_a_deal(syntax, frame)
        return not irreal and not _of_a_place(syntax, word)
    return frame.modality != "planned" or frame.party is not None  # what nobody announces to do is told by who demands it


def _wanted_too(syntax: Syntax, frame: Frame) -> bool:
    """Whether a bare verb goes on with what is wanted: "offered to stop shelling, pull back its guns and let them go"."""
    word, clause = frame.trigger, frame.clause
    bare = "base" in word.features and not word.features & TOLD and not frame.nominal
    if not bare or clause.opener not in ("and", "comma") or not syntax.has("to_infinitive"):
        return False
    return not any(not syntax.governed(party) for party in syntax.parties_in(clause.first, word.first))


def only_counted(syntax: Syntax, frame: Frame) -> bool:
    """Whether nothing is told but how many it befell, which a figure tells: "12 were killed" by nobody, nowhere, undated."""
    word, clause = frame.trigger, frame.clause
    told = (m for m in syntax.of_kind("measures") if m.first == word.first and m.attrs["counts"] == "object")
    counting = not word.attrs.get("mode") and any(m.attrs["measure"] in HARM for m in told)
    undergone = frame.passive or syntax.has("unvowelled_passive") or bool(word.features & {"participle", "ing"})
    active = not undergone or _by_somebody(syntax, frame)
    if not counting or active or frame.nominal or frame.party is not None:
        return False
    befell = [quantity for quantity in syntax.quantities_in(clause.first, clause.last) if quantity.unit in BEFALLEN]
    if befell and verb_first(syntax) and _doers(syntax, word, befell[0].first):
        return False
    counted, first = bool(befell), with_saying(syntax.clauses, syntax.clause_index(clause.first))
    placed = any(locality.place is not None and locality.place.precision != COUNTRY
                 for locality in syntax.localities_in(first, clause.last))
    placed = placed or any(clause.first < noun.first < clause.last and noun.attrs.get("kind") and "definite" in noun.features
                           and syntax.roles.get(noun.first - 1) in FROM for noun in syntax.of_kind("place_nouns"))
    return counted and not placed and not any(time.role == "at" for time in syntax.times_in(first, clause.last))


def _by_somebody(syntax: Syntax, frame: Frame) -> bool:
    """Whether those who do it stand before the verb, and those whom it befell behind it: "soldiers shot five men"."""
    word, clause = frame.trigger, frame.clause
    if frame.passive or "past" not in word.features or verb_first(syntax):
        return False
    befell = [quantity for quantity in syntax.quantities_in(clause.first, clause.last) if quantity.unit in ("people", "families")]
    before = any(term.attrs["class"] == "people" for term in syntax.within(clause.first, word.first))
    return before and bool(befell) and all(quantity.first >= word.last for quantity in befell)


def _doers(syntax: Syntax, word: Mention, first: int) -> bool:
    """Whether those who do it stand between a verb and those whom it befalls: "killed gunmen twelve people"."""
    between = range(word.last, first)
    if any(m.attrs["value"] == SNIPERS and (m.last == word.first or m.first == word.last) for m in syntax.of_class("hazard")):
        return True
    return word.last in between and any(m.first == word.last and m.kind in ("terms", "voices") and m.features & {"plural"}
                                        for m in syntax.mentions)


def only_described(syntax: Syntax, frame: Frame) -> bool:
    """Whether a relative clause or a cause only says of whom or of what it speaks: "those who surrendered", "due to battles"."""
    clause = frame.clause
    own = frame.subject is not None and clause.first <= frame.subject.first < clause.last
    told = own or (frame.party is not None and not frame.nominal)
    if told or clause.opener != ("because" if frame.nominal else "which") or _behind_relative(syntax, frame):
        return False
    counted = any(quantity.last > clause.first - 1 for quantity in syntax.quantities_in(clause.first - HEAD, clause.last))
    placed = any(syntax.localities_in(clause.first, clause.last)) or counted
    return not placed and not any(time.role == "at" for time in syntax.times_in(clause.first, clause.last))


def _behind_relative(syntax: Syntax, frame: Frame) -> bool:
    """Whether a passive is the main verb, behind the one of its subject's relative clause: "those who left were sent back"."""
    word = frame.trigger
    be = next((at for at in range(word.first - DUTY, word.first) if syntax.roles.get(at) == "be"), None)
    if be is None or not syntax.has("relative_before_verb") or syntax.roles.get(be - 1) == "and":
        return False
    return any(term.attrs.get("pos") == "verb" for term in syntax.within(frame.clause.first + 1, be))


def said_of_else(syntax: Syntax, word: Mention) -> bool:
    """Whether a form of a deed tells a time ("dawn", written like "blew up"), or of a number that it rose or fell."""
    if any(time.first <= word.first and word.last <= time.last for time in syntax.times_in(word.first - 1, word.last)):
        return True
    counting = any(part.attrs["role"] == "rise" and part.first == word.first for part in syntax.of_kind("parts"))
    near = syntax.quantities_in(word.last, word.last + RISEN)
    return counting and any(quantity.unit in ("people", "families", "percent", None) for quantity in near)


def _due(syntax: Syntax, frame: Frame) -> bool:
    """Whether a verb says what must be done."""
    first = frame.trigger.first
    return not frame.nominal and any(syntax.roles.get(at) == "must" for at in range(first - DUTY, first))


def _aimed(syntax: Syntax, word: Mention) -> bool:
    """Whether a noun says what something is for: behind a preposition written onto it, or behind "in order to"."""
    clause = syntax.clause_at(word.first)
    if not word.features & {"noun"} and word.attrs.get("pos") != "noun":
        return False
    aims = [term for term in syntax.within(clause.first, word.first) if "to" in term.features and is_nominal(syntax, term)]
    if aims and goes_on(syntax, aims[-1].last, word):
        return True
    if any(term.attrs["class"] == "undergoes" for term in syntax.within(clause.first, word.first)):
        return False
    return "to" in word.features or any(syntax.roles.get(at) == "so" for at in range(clause.first, word.first))


def _term_of_a_deal(syntax: Syntax, frame: Frame) -> bool:
    """Whether a noun stands behind what is agreed, with no verb between: "a deal on the withdrawal of …"."""
    before = [term for term in syntax.within(frame.clause.first, frame.trigger.first)
              if term.attrs["class"] in TERMS and term.attrs.get("mode") != "named"]
    if not before:
        return False
    between = range(before[-1].last, frame.trigger.first)
    told = (m for m in syntax.mentions_in(between.start, between.stop)
            if m.kind in ("terms", "speech", "measures") and m.features & {"past", "third", "present"})
    verbs = {m.first for m in told if "noun" not in m.features} | {at for at in between if syntax.roles.get(at) in ("be", "have")}
    return not any(at in verbs for at in between)


def _over(syntax: Syntax, frame: Frame) -> bool:
    """Whether a noun tells what has stopped: "the shelling has ceased", "the army halted its shelling"."""
    word, clause = frame.trigger, frame.clause
    told = syntax.within(clause.first, clause.last)
    if not any((m.first, m.last, m.attrs.get("pos")) == (word.first, word.last, "noun") for m in told):
        return False
    stops = (m for m in told if m.attrs["class"] == STOP and m.attrs.get("pos") == "verb" and not negated(syntax, m, clause))
    return any((word.last <= stop.first and _objectless(syntax, stop)) or 0 <= word.first - stop.last <= OBJECT for stop in stops)


def _whom_it_befell(syntax: Syntax, word: Mention) -> bool:
    """Whether a participle behind an article only says who is meant: "the displaced", "the wounded"."""
    return syntax.roles.get(word.first - 1) == "the" and "participle" in word.features and "noun" not in word.features


def _averted(syntax: Syntax, word: Mention) -> bool:
    """Whether a deed is the object of preventing: "a solution that prevents an attack on the port"."""
    before = (m for m in syntax.of_class("stance") if m.attrs["value"] == "prevents" and m.attrs.get("pos") == "verb")
    return any(0 <= word.first - m.last <= OBJECT for m in before)


def _worked_for(syntax: Syntax, word: Mention) -> bool:
    """Whether a noun is what efforts are for: "efforts to broker the garrison's surrender", "trying to secure the release of"."""
    if not syntax.has("to_infinitive") or word.attrs.get("pos") != "noun":
        return False
    verbs = [m for m in syntax.mentions_in(word.first - AIMED, word.first) if m.kind == "terms" and "base" in m.features
             and m.attrs.get("pos") == "verb" and syntax.roles.get(m.first - 1) == "to"]
    if not verbs or any(m.features & TOLD for m in syntax.mentions_in(verbs[-1].last, word.first) if m.kind == "terms"):
        return False
    return not any(m.attrs["class"] == "able" for m in syntax.within(verbs[-1].first - AIMED, word.first))


def _objectless(syntax: Syntax, verb: Mention) -> bool:
    """Whether a verb has nothing behind it in its clause but when and where: "stopped on Sunday"."""
    at, last = verb.last, syntax.clause_at(verb.first).last
    return (at >= last or syntax.reading.tokens[at].kind == "punctuation" or syntax.roles.get(at) in BEHIND
            or any(time.first == at for time in syntax.times_in(at, last)))


def _of_a_place(syntax: Syntax, word: Mention) -> bool:
    """Whether a noun only says which place is meant: the combat zone, areas of clashes."""
    governs = syntax.has("construct_state")
    beside = word.first if governs else word.last
    return any(m.kind == "place_nouns" and m.attrs.get("kind") and beside == (m.last if governs else m.first)
               for m in syntax.mentions) and not word.features & JOINED
