"""Who heads a clause behind "that", before its verb: the noun there is the subject, and neither who speaks nor the object."""

from dataclasses import replace

from tawatur.claims.clauses import COMMON, FINITE, VERBAL, Clause
from tawatur.claims.described import PAPER
from tawatur.claims.subjects import BEFORE_NAMES, behind_verb, office, owns, topic
from tawatur.claims.syntax import CLITIC_PREPOSITIONS, Syntax
from tawatur.records import LEADS, PERSON, Mention, Party
from tawatur.text import QUOTES

THAT = "that"
GOING_ON = frozenset({"and", "comma"})
"""How clauses open that go on with the subject of the clause before."""
REACH = 26
"""How many tokens behind the noun that heads a clause its verb may stand."""
NOUN = "noun"
OWNED = frozenset({"its", "their", "our", "first", "then", "passive"})
"""Features of words that are no plain verb of the noun before them: "the truce, the army refused it"."""
MADE = frozenset({"from", "names", "by", "to"})
"""Roles of words behind which stands whose paper it is."""
OFFICE = 6
"""How many tokens behind a paper its maker may stand."""
BESIDE = 2
"""How many tokens behind a noun the one may stand whose it is."""
NEGATED = 2
"""How many tokens behind a relative word its verb may stand, a negation between."""
GOT = 5
"""How many tokens from a verb of getting the noun may stand, and from there the one from whom it comes."""
ACTING = frozenset({"people", "siege", "control"})
"""Classes of nouns for those who have a will, or for what is theirs."""
ANSWER = "answer"
"""The mode of nouns for what one says to an offer."""
FORCES = frozenset({"groups", "counted", "definite"})
"""Kinds of nouns for those who act for somebody."""
NATION = 3
"""How many tokens behind a head the adjective of its nation may stand."""


def heading(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The noun that heads the clause of a verb; of no known party where it is nobody whom the packs or the report know.

    "said that the 'Wolves' | asked the committee for proof"; "says that the group is besieged | and wants a way out".
    """
    found = _proposal(syntax, trigger, clause) or topic(syntax, trigger, clause) or _maker(syntax, trigger, clause)
    if found is not None or not trigger.features & {"past", "present"} or trigger.features & OWNED:
        return found
    if (meant := said_of_itself(syntax, trigger, clause)) is not None:
        return meant
    opened = _opened(syntax, trigger, clause)
    first = _head(syntax, opened) if opened is not None else None
    if first is None or not 0 < trigger.first - first <= REACH:
        return None
    goes_on = "and" in trigger.features
    if goes_on and ("present" not in trigger.features or behind_verb(syntax, trigger, clause) is not None):
        return None  # "and called for": who speaks may go on with that himself
    if _verb_between(syntax, first, trigger.first, goes_on):
        return None
    if (own := _own(syntax, first)) is not None and not goes_on:
        return own
    named = _named(syntax, first, trigger)
    if NOUN in trigger.features:  # written like its verbal noun: a verb only right behind who does it
        return named if named is not None and named.last == trigger.first else None
    return named or (None if goes_on else office(syntax, trigger, clause)) or _nobody(syntax, first, trigger)


def ahead(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """Who surely stands before a verb, whoever stands behind it: a pronoun written onto "that", a name in quotation marks."""
    itself = said_of_itself(syntax, trigger, clause)
    found = None if itself is not None else heading(syntax, trigger, clause)
    quoted = found is not None and found.first > 0 and found.last <= trigger.first and (
        syntax.reading.tokens[found.first - 1].form in QUOTES)
    return itself or (found if quoted else None)


def _proposal(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The proposal that a verb behind it tells more of, as its maker's: "turned down an American plan (that) lets them go"."""
    plain = "present" in trigger.features and not trigger.features & {"and", NOUN, *OWNED}
    if not plain or not syntax.has("relative_without_pronoun"):
        return None
    plan = next((m for m in syntax.of_class("vessel") if 0 <= trigger.first - m.last <= 1 and "definite" not in m.features), None)
    if plan is None or behind_verb(syntax, trigger, clause) is not None:
        return None
    nation = next((p for p in (*syntax.demonyms, *syntax.parties) if p.first == plan.last and p.last == trigger.first), None)
    return nation or Party(plan.start, plan.end, plan.first, plan.last, syntax.words(plan.first, plan.last), "unknown", None)


def of_a_thing(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a verb tells more of the thing without article before it, and nobody does it: "an amnesty (that) spares"."""
    plain = "present" in trigger.features and not trigger.features & {"and", "then", NOUN, "future", *OWNED}
    at = trigger.first - 1 - (syntax.roles.get(trigger.first - 1) == "not")  # "a war (that) does not end"
    if not plain or not syntax.has("relative_without_pronoun") or at < syntax.sentence.first:
        return False
    if any(party.first <= at < party.last for party in syntax.parties):
        return False
    things = [m for m in (*syntax.closing(at + 1), *syntax.closing(at)) if _thing(m)]
    article = str(syntax.language.grammar.get("article", ""))
    between = range(things[0].last, at + 1) if things else range(0)
    return bool(things) and not any(on in syntax.roles or syntax.reading.tokens[on].form.startswith(article) or
                                    syntax.reading.tokens[on].kind != "word" for on in between)


def _thing(m: Mention) -> bool:
    """Whether a mention is a noun without article for what has no will: a deal, a paper, a war, guarantees."""
    indefinite = not m.features & {"definite", "its", "their", "our", "past", "present"}
    return indefinite and m.kind == "terms" and m.attrs.get("pos") == "noun" and m.attrs["class"] not in ACTING


def _maker(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """Whose paper it is that stands as the subject behind a verb: "demanded a statement | issued by the factions"."""
    paper = next((m for m in syntax.mentions_in(trigger.last, trigger.last + 1) if m.kind == "voices"
                  and m.attrs.get("kind") == PAPER and not m.features & CLITIC_PREPOSITIONS), None)
    if paper is None or not trigger.features & {"past", "present"} or "plural" in trigger.features:
        return None
    if len(syntax.reading.tokens[paper.first].form) > len(paper.form):
        return None  # a letter more at its end makes it the object
    for party in syntax.parties_in(paper.last, min(clause.last, paper.last + OFFICE)):
        put_out = any(m.features & {"its", "their"} and m.last == party.first for m in syntax.mentions)
        if party.how != "pronoun" and (party.first == paper.last or put_out or syntax.governed(party) in MADE):
            return party
    return None


def said_of_itself(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The pronoun written onto "that", with nothing but particles between it and a verb: "said that it | asked the army"."""
    found = next((p for p in syntax.parties if p.first == clause.first and p.how == "pronoun"), None)
    at_once = all(at in syntax.roles for at in range(clause.first + 1, trigger.first))
    return found if clause.opener == THAT and at_once and behind_verb(syntax, trigger, clause) is not None else None


def _opened(syntax: Syntax, trigger: Mention, clause: Clause) -> Clause | None:
    """The clause behind "that" which a verb stands in, or goes on with."""
    index = syntax.clause_index(trigger.first)
    while index > 0 and syntax.clauses[index].opener in GOING_ON:
        index -= 1
    found = syntax.clauses[index]
    if found.opener != THAT:
        return None
    tells = "and" in trigger.features and any(m.kind == "speech" and m.last <= found.first and "present" in m.features
                                              for m in syntax.mentions_in(found.first - REACH, found.first))
    return None if tells else found


def _head(syntax: Syntax, opened: Clause) -> int | None:
    """The token at which the noun right behind "that" begins; None where a verb, a pronoun or a preposition stands there."""
    at = opened.first + 1
    if opened.first in syntax.filled or any(p.how == "pronoun" and p.first == opened.first for p in syntax.parties):
        return None
    while at < opened.last and (syntax.reading.tokens[at].form in QUOTES or syntax.roles.get(at) == "the"):
        at += 1
    if at >= opened.last or at in syntax.roles or any(time.first == at for time in syntax.times_in(at, at + 1)):
        return None
    return None if _finite(syntax, at, at + 1) else at


def _finite(syntax: Syntax, first: int, last: int) -> list[Mention]:
    return [m for m in syntax.mentions_in(first, last) if m.kind in VERBAL and m.features & FINITE
            and m.attrs.get("class") != COMMON and m.attrs.get("pos") == "verb" and "noun" not in m.features]


def _verb_between(syntax: Syntax, first: int, last: int, goes_on: bool) -> bool:
    """Whether another verb has the noun, or, where the verb goes on, whether another noun has followed a verb since."""
    verbs = _finite(syntax, first + 1, last)
    if not goes_on:
        return bool(verbs)
    behind = {m.last for m in verbs}
    return any(party.first in behind and not syntax.governed(party) for party in syntax.parties_in(first + 1, last))


def _named(syntax: Syntax, first: int, trigger: Mention) -> Party | None:
    """The party whose name the head is, or that its adjective of a nation or a list of its members tells."""
    parties = [p for p in syntax.parties_in(first, trigger.first) if p.how != "pronoun"]
    covered = {at for m in syntax.mentions_in(first, trigger.first) if m.kind in BEFORE_NAMES or m.attrs.get(
        "class") == "people" or m.attrs.get("value") == "fighters" for at in range(m.first, m.last)}
    head = next((p for p in parties if all(
        at in covered or syntax.reading.tokens[at].kind == "punctuation" for at in range(first, p.first))), None)
    nation = next((p for p in syntax.demonyms if p.first - first <= NATION and first < p.first < trigger.first), None)
    return nation if nation is not None and head is not None and head.actor is None and head.first == first else head


def _own(syntax: Syntax, first: int) -> Party | None:
    """Those of the one who speaks: "said that his forces | will not accept"."""
    word = next((m for m in syntax.mentions_in(first, first + 1) if m.features & {"its", "their", "our"} and (
        m.kind in FORCES or m.attrs.get("class") == "people" or m.attrs.get("value") == "fighters")), None)
    return None if word is None else Party(
        word.start, word.end, first, first + 1, word.form, "pronoun", None, frozenset({"speaker"}))


def _nobody(syntax: Syntax, first: int, trigger: Mention) -> Party | None:
    """The noun itself, where it is nobody known: by its name where that stands between quotation marks."""
    start = syntax.reading.tokens[first].start
    quote = next((q for q in syntax.reading.quotations if q.start <= start < q.end
                  and q.end <= trigger.start), None)
    if quote is not None and quote.start == start:
        last = next(at for at in range(first, trigger.first) if syntax.reading.tokens[at].end >= quote.end) + 1
        text = syntax.reading.document.text[quote.start:quote.end]
        return Party(quote.start, quote.end, first, last, text, "description", None)
    if _members(syntax, first) and first + 1 < trigger.first and not syntax.mentions_in(first + 1, first + 2):
        name = syntax.reading.tokens[first + 1]  # "the fighters of …", whom nobody knows
        return Party(name.start, name.end, first, first + 2, syntax.words(first + 1, first + 2), "description", None)
    article = str(syntax.language.grammar.get("article", ""))
    marked = any(m.kind in BEFORE_NAMES for m in syntax.mentions_in(first, first + 1))
    if not (marked or syntax.reading.tokens[first].form.startswith(article)):
        return None
    token = syntax.reading.tokens[first]
    return Party(token.start, token.end, first, first + 1, syntax.words(first, first + 1), "unknown", None)


def _members(syntax: Syntax, at: int) -> bool:
    """Whether a word for those who fight for somebody stands at a token: fighters, gunmen."""
    return any(m.attrs.get("population") == "fighters" or m.attrs.get("value") == "fighters"
               for m in syntax.mentions_in(at, at + 1))


def spoken_of(syntax: Syntax, pronoun: Party, said: int, speaker: str | None) -> Party | None:
    """Who "but they" are in somebody's words: those whom he has spoken of as a plain subject, since the code point `said`."""
    if "plural" not in pronoun.features or syntax.roles.get(pronoun.first) != "but":
        return None
    before = [p for p in syntax.parties if said <= p.start and p.last <= pronoun.first and p.how != "pronoun"
              and p.actor != speaker and not syntax.governed(p)]
    return before[0] if before else None


def is_place(syntax: Syntax, party: Party) -> bool:
    """Whether a name that may mean a state says where somebody is: "a diplomat in Beirut"."""
    places = syntax.localities_in(party.first, party.last)
    return syntax.governed(party) == "in" and any(one.first == party.first for one in places)


def named_persons(syntax: Syntax, last: int) -> list[Party]:
    """The parties before a token that are told by a person: by his name, or by the noun for who leads them."""
    leads = [m for m in syntax.mentions if m.kind == "voices" and m.attrs.get("serves") == LEADS and "plural" not in m.features]
    return [party for party in syntax.parties_in(syntax.sentence.first, last) if party.actor and (party.how == PERSON or (
        party.how != "pronoun" and any(party.first < m.last <= party.last or m.first == party.last for m in leads)))]


def accused(syntax: Syntax, pronoun: Party) -> Party | None:
    """Who "that they" are behind a verb of accusing: those whom it accuses, and never who speaks.

    Of nobody where no party stands there.
    """
    verbs = [term for term in syntax.of_class("event") if term.attrs["value"] == "ACCUSE" and term.attrs.get("pos") == "verb"
             and term.last <= pronoun.first]
    if not verbs or "speaker" in pronoun.features:
        return None
    that = next((at for at in range(verbs[-1].last, pronoun.last) if syntax.roles.get(at) == THAT), None)
    if that is None or pronoun.first - that > BESIDE:
        return None
    near = [p for p in syntax.parties_in(verbs[-1].last, that) if p.how != "pronoun" and not syntax.governed(p)]
    behind = behind_verb(syntax, verbs[-1], syntax.clause_at(verbs[-1].first))
    return next((p for p in reversed(near) if p is not behind), replace(pronoun, how="unknown"))


def heads_relative(syntax: Syntax, term: Mention) -> bool:
    """Whether a verb heads a relative clause that has its own party behind it: "the men whom | the junta refuses to free"."""
    clause = syntax.clause_at(term.first)
    opens = clause.opener == "which" and term.first - clause.first <= NEGATED and bool(term.features & {"past", "present"})
    return opens and syntax.has("pro_drop") and behind_verb(syntax, term, clause) is not None


def giver(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """Whose noun of stance somebody else is told to get: "Alpha received a request from | Bravo"."""
    verb = _getting(syntax, trigger, clause)
    near = syntax.parties_in(verb.last, min(trigger.last + GOT, clause.last)) if verb is not None else []
    return next((party for party in near if syntax.governed(party) == "from"), None)


def ungot(syntax: Syntax, trigger: Mention, clause: Clause) -> bool:
    """Whether a noun of stance is told not to have come: "has not received an acceptance"."""
    verb = _getting(syntax, trigger, clause)
    return verb is not None and syntax.roles.get(verb.first - 1) == "not"


def _getting(syntax: Syntax, trigger: Mention, clause: Clause) -> Mention | None:
    """The verb of getting whose object a noun is."""
    return next((term for term in syntax.of_class("gets") if clause.first <= term.first
                 and 0 <= trigger.first - term.last <= GOT), None)


def of_another(syntax: Syntax, first: int, party: str) -> bool:
    """Whether what is told begins with "that" and another's name, so that it is the other's doing: "announced that the …"."""
    if syntax.roles.get(first) != THAT or not syntax.has("pro_drop"):
        return False
    head = next((p for p in syntax.parties_in(first + 1, first + 3) if p.how != "pronoun" and not syntax.governed(p)), None)
    return head is not None and party not in (head.actor, head.text)


def possessors(syntax: Syntax, noun: Mention) -> list[Party]:
    """Those who stand behind a noun as the ones whose it is; behind one with an article only an adjective of a nation can."""
    near = [party for party in (*syntax.parties, *syntax.demonyms) if 0 <= party.first - noun.last <= BESIDE
            and (not syntax.governed(party) or owns(party, noun))]
    told_of = syntax.roles.get(noun.last) == "which"  # "the attack that the army began"
    if "definite" not in noun.features or told_of or not syntax.has("construct_state"):
        return near
    return [party for party in near if party.first == noun.last or party.how == "demonym"]


def signed(syntax: Syntax, first: int, last: int) -> Party | None:
    """Whose paper speaks in their place: "a statement signed by 12 factions called for …", "leaflets dropped by the army"."""
    papers = [m for m in syntax.of_kind("voices") if first <= m.first < last and m.attrs.get("kind") == PAPER]
    if not syntax.has("inanimate_subject") or not papers or syntax.roles.get(papers[0].first - 1, "the") != "the":
        return None
    behind = (party for party in syntax.parties_in(papers[0].last, last) if syntax.governed(party) in ("by", "from", "of"))
    return next(behind, None)


def replying(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """Whose answer a noun of stance tells of: "the answer of the army came with a refusal"."""
    if not {"by", "definite"} <= trigger.features or not syntax.has("comitative_predicate"):
        return None
    answers = [term for term in syntax.of_class("vessel") if term.attrs.get("mode") == ANSWER
               and clause.first <= term.first < trigger.first]
    return next((party for answer in answers for party in (*syntax.parties, *syntax.demonyms) if owns(party, answer)), None)
