"""Where the subject of a word stands: behind its verb or its agent's preposition, joined to an adjective, before a participle."""

from tawatur.claims.befallen import adjectives, befallen
from tawatur.claims.clauses import TOLD, TOLD_OF, Clause
from tawatur.claims.described import PAPER
from tawatur.claims.syntax import CLITIC_PREPOSITIONS, PREPOSITIONS, Syntax
from tawatur.records import Mention, Party
from tawatur.text import COMMAS

HYPHEN = "-"
RIGHT = 6
"""How many tokens after its verb a subject may stand."""
SIEGE = "siege"
"""The class of words for ringing a place in."""
CLOSE = 7
"""How far from a word its subject may stand where the usual place is elsewhere."""
OFFICE = "office"
"""The kind of voices that are called by what they are at the head of."""
MARKING = 3
"""Tokens of negation and tense that may stand between a verb and the party that heads its clause."""
MARKERS = frozenset({"have", "be", "not", "future", "may", "can", "must"})
"""Roles of words of tense and mood before a verb."""
HEAD = 3
"""How many tokens before a relative clause its head may end, and from an article its noun."""
THINGS = frozenset({"deal", "plan", "proposal", "talks"})
"""Classes of nouns for what holds terms, and has no will."""
LETTER = 14
"""How many tokens behind a paper its verb may stand, its maker and whom it is sent to between."""
SPOKEN = frozenset({"demands", "rejects", "accepts", "threatens"})
"""Values of stances that are words; deeds behind a comma may be one more thing in a list."""
HARM = frozenset({"killed", "injured"})
"""Measures whose verb tells without vowels what is done, or what somebody does."""
STANCES = frozenset({"stance", "appeal"})
"""Classes of words by which somebody takes a position."""
BEFORE_NAMES = frozenset({"groups", "titles", "voices", "counted", "nationalities", "people"})
"""Kinds of mentions that may stand between a verb and the name of its subject."""
BESIDE_NAMES = frozenset({"have", "names", "how", "this"})
"""Roles of words that may stand there too."""


def after(syntax: Syntax, trigger: Mention, clause: Clause, roles: frozenset[str], reach: int = 12) -> Party | None:
    """The first party after a trigger that one of the roles introduces as a word of its own."""
    for party in syntax.parties:
        if trigger.last <= party.first < min(clause.last, trigger.last + reach):
            role = syntax.governed(party)
            if role in roles and not party.features & {"by", "to"}:
                return party
    return None


def agent_of(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The party behind "by"; of those who are ringed in, the one that "by" is written onto too."""
    return _ringing(syntax, trigger) or after(syntax, trigger, clause, frozenset({"by"}))


def _ringing(syntax: Syntax, trigger: Mention) -> Party | None:
    """Who stands right behind a word for being ringed in, with a preposition written on: "besieged by-the-front"."""
    ringed = trigger.attrs.get("class") == SIEGE and not trigger.features & TOLD
    return next((p for p in syntax.parties if p.first == trigger.last and "by" in p.features), None) if ringed else None


def describes(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a participle stands before its noun or in a noun's phrase, and so has no subject: "the besieged town"."""
    if "participle" not in trigger.features or trigger.attrs.get("pos") != "verb":
        return False
    if "definite" in trigger.features:
        return True
    if syntax.roles.get(trigger.first - 1) == "and" and any(
            one.last == trigger.first - 1 and "past" in one.features and not describes(syntax, one) for one in syntax.terms):
        return False  # "have rejected and denounced it"
    return syntax.roles.get(trigger.first - 1, "") in PREPOSITIONS | {"the", "and"} or syntax.reading.tokens[
        trigger.first - 1].form == HYPHEN


def in_passing(syntax: Syntax, trigger: Mention) -> bool:
    """Whether the trigger is an epithet of what the clause tells something else about: the besieged town, rebel-held areas."""
    if describes(syntax, trigger):
        return True
    epithets = [term for term in syntax.within(trigger.first, trigger.first + 1) if term.attrs.get("pos") == "adj"]
    before = syntax.roles.get(trigger.first - 1, "") in PREPOSITIONS | {"the"}
    glued = trigger.first > syntax.sentence.first and syntax.glued(trigger.first)
    return any("definite" in term.features or before or glued for term in epithets)


def verb_first(syntax: Syntax) -> bool:
    """Whether a subject stands behind its verb: asked only to know on which side to look; else ask for a construction."""
    return bool(syntax.language.grammar.get("order", ("before",))[0] == "after")


def beside_adjective(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The party of an adjective: brought in by "by" or "of", joined to it, or the subject of a plain "is ready"."""
    behind = _ringing(syntax, trigger) or after(syntax, trigger, clause, frozenset({"by", "of"}), CLOSE)
    before = [p for p in syntax.parties if clause.first <= p.first and p.last <= trigger.first and not syntax.governed(p)]
    to = syntax.roles.get(trigger.last - 1) == "to" or syntax.roles.get(trigger.first) == "not"  # "unwilling to" denies as well
    aims = syntax.has("to_infinitive") and to and trigger.last - trigger.first > 1
    if before and aims and syntax.roles.get(trigger.first - 1) == "be":
        return before[-1]  # "the army is refusing to let go of …"
    if behind is not None:
        return behind
    joined = [party for party in (*syntax.parties, *syntax.demonyms) if party.last <= trigger.first <= party.last + 1
              and not _word_between(syntax, party.last, trigger.first)]
    if joined:
        return joined[-1]
    if not any(syntax.roles.get(at) == "be" for at in range(max(clause.first, trigger.first - 4), trigger.first)):
        return None
    return before[-1] if before else None


def is_bare(syntax: Syntax, trigger: Mention, clause: Clause) -> bool:
    """Whether a verb has no noun where its subject would stand, so that it goes on with an earlier one."""
    tokens = syntax.reading.tokens
    before = [at for at in range(clause.first, trigger.first) if tokens[at].kind == "word" and at not in syntax.roles]
    if len(before) > 1 or any(_named(syntax, at) for at in before) or (before and clause.opener == TOLD_OF):
        return False
    things = {at for term in syntax.terms if term.attrs.get("pos") == "noun" for at in range(term.first, term.last)}
    return not any(at in things and syntax.roles.get(at - 1) == "the" for at in before)  # "the pause gives"


def relative(syntax: Syntax, trigger: Mention, clause: Clause) -> bool:
    """Whether a verb right behind "that" or "which" has the noun before that for its subject: "a row that had threatened"."""
    opens = clause.opener in ("that", "which") and clause.first > syntax.sentence.first
    if not opens or not syntax.has("relative_before_verb"):
        return False
    return all(syntax.roles.get(at) in MARKERS for at in range(clause.first + 1, trigger.first))


def beside_head(syntax: Syntax, trigger: Mention, clause: Clause, found: Party | None) -> Party | None:
    """A subject found for want of a nearer one; nobody where the verb tells of the noun before its relative clause."""
    return None if found and relative(syntax, trigger, clause) and clause.first - found.last > HEAD else found


def heads(syntax: Syntax, party: Party) -> bool:
    """Whether a party heads its sentence."""
    return party.first - syntax.sentence.first <= 1


def begins_with_a_thing(syntax: Syntax) -> bool:
    """Whether a sentence has a thing for its subject, which the next one may take up: "The deal, struck in March, …"."""
    first = syntax.sentence.first
    return syntax.roles.get(first) == "the" and any(term.attrs["class"] in THINGS and term.attrs.get("pos") == "noun"
                                                   for term in syntax.within(first + 1, first + 2 + HEAD)
                                                   if not syntax.parties_in(first, term.last))


def _named(syntax: Syntax, at: int) -> bool:
    """Whether a word that the packs do not know is written like a name: somebody of whom no party is known."""
    written = syntax.reading.document.text[syntax.reading.tokens[at].start]
    return written.isupper() and syntax.capitals and not syntax.mentions_in(at, at + 1)


def doers_before(syntax: Syntax, trigger: Mention) -> Party | str | None:
    """Those just before a participle, who do it, though a preposition governs them: "for civilians wishing to leave"."""
    beside = [party for party in syntax.parties if party.last == trigger.first]
    if beside and syntax.governed(beside[-1]) not in ("through", "with", "by"):
        return beside[-1]
    return "people" if any(m.attrs.get("class") == "people" for m in syntax.closing(trigger.first)) else None


def _leads_to(syntax: Syntax, first: int, party: Party) -> bool:
    """Whether all that stands before a party's name belongs to it: titles, group nouns, marks."""
    between = syntax.mentions_in(first, party.first)
    if any(m.features & CLITIC_PREPOSITIONS for m in between):
        return False
    covered = {at for m in between if m.kind in BEFORE_NAMES or m.attrs.get("class") == "people" for at in range(m.first, m.last)}
    return all(at in covered or syntax.reading.tokens[at].kind == "punctuation" or syntax.roles.get(at) in BESIDE_NAMES
               or at in syntax.filled or (syntax.roles.get(at) == "from" and syntax.members(at) is not None)
               for at in range(first, party.first))


def noun_follows(syntax: Syntax, trigger: Mention, clause: Clause) -> bool:
    """Whether a noun that is no party stands where the subject belongs: "the step prevents", in verb-first order."""
    article = str(syntax.language.grammar.get("article", ""))
    timed = {at for time in syntax.times_in(trigger.last, trigger.last + 3) for at in range(time.first, time.last)}
    written = {m.first for m in syntax.of_kind("function") if m.features & CLITIC_PREPOSITIONS}  # "accepts (to) any truce"
    for at in range(trigger.last, min(trigger.last + 3, clause.last)):
        if at in timed:
            continue  # "had agreed last week to leave": when, not who
        token, role = syntax.reading.tokens[at], syntax.roles.get(at, "")
        if token.kind == "word" or role:
            nobody = role == "any" and at not in written and "participle" not in trigger.features
            several = any(party.first == at and syntax.oblique(party) for party in syntax.parties_in(at, at + 1))
            return role == "this" or nobody or (not role and not several and token.form.startswith(article))
    return False


def parted(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a function word that opens something else, or another verb, stands in a range."""
    if any(syntax.roles.get(at, "") not in ("", "have", "and", "not", "no", "the", "how") for at in range(first, last)):
        return True
    return any(term.features & {"past", "present"} for term in syntax.within(first, last))


def behind_verb(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The party that stands as the subject behind a verb."""
    described = [party for party in syntax.demonyms if 1 <= party.first - trigger.last <= 3
                 and not parted(syntax, trigger.last, party.first) and not syntax.governed(party)
                 and not befallen(syntax, trigger, party)]
    for party in syntax.parties:
        if trigger.last <= party.first < min(clause.last, trigger.last + RIGHT):
            if described and described[0].first < party.first and (syntax.governed(party) or party.how == "name"):
                break  # "the Syrian side asked of Jordan", "the Turkish minister urged | Bravo"
            if syntax.roles.get(party.first - 1) == "belongs":  # "checkpoints belonging to the army"
                return party
            subject = not syntax.governed(party) and not syntax.oblique(party) and _leads_to(syntax, trigger.last, party)
            return party if subject else None
    return described[0] if described else None


def cleft(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The party that a pronoun takes up before a relative clause: "the army, it is that which keeps people from leaving"."""
    if clause.opener != "which" or trigger.first - clause.first > 1 or trigger.features & {"its", "their"}:
        return None
    pronoun = next((party for party in syntax.parties if party.last == clause.first and party.how == "pronoun"), None)
    if pronoun is None:
        return None
    return next((party for party in syntax.parties if party.last == pronoun.first and party.how != "pronoun"), None)


def of_paper(syntax: Syntax, trigger: Mention) -> Party | None:
    """Who demands in a paper that a verb without a subject hangs on: "passed a resolution (that) demands", "a letter from them".

    Behind "from" its maker is named; else it is the subject of the verb that put it out.
    """
    plain = "present" in trigger.features and not trigger.features & {"and", "first", "future"}
    if not plain or not syntax.has("relative_without_pronoun"):
        return None
    papers = [term for term in syntax.of_class("paper")
              if 0 <= trigger.first - term.last <= LETTER and "definite" not in term.features]
    if not papers:
        return None
    paper = papers[-1]
    between = syntax.parties_in(paper.last, trigger.first)
    bare = trigger.last in syntax.filled and syntax.reading.tokens[trigger.last].kind != "punctuation"  # "demands in it"
    if not bare and (between or trigger.first - paper.last > 1):
        return None
    maker = next((party for party in between if syntax.governed(party) == "from"), None)
    earlier = [p for p in syntax.parties_in(syntax.sentence.first, paper.first) if not syntax.governed(p) and p.how != "demonym"]
    return maker or (earlier[-1] if earlier else None)


def by_a_paper(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a paper stands as the subject before a verb, and nobody spoken of earlier: "the resolution called for"."""
    if not syntax.has("inanimate_subject") or trigger.attrs.get("pos") == "noun":
        return False
    papers = [m for m in syntax.of_kind("voices") if m.attrs.get("kind") == PAPER and m.last <= trigger.first]
    if not papers:
        return False
    before = range(max(syntax.sentence.first, papers[0].first - LETTER), papers[0].first)
    return not any(syntax.roles.get(at) in PREPOSITIONS for at in before)


def _word_between(syntax: Syntax, first: int, last: int) -> bool:
    return any(syntax.reading.tokens[at].kind != "punctuation" for at in range(first, last))


def just_before(syntax: Syntax, trigger: Mention) -> Party | None:
    """The party right before a verb, whose object the noun behind it then is: "the army besieges the town"."""
    going_on = syntax.clause_at(trigger.first).opener == "but"  # "but it refused the release": the pronoun is its subject
    at = next(on for on in range(trigger.first, -1, -1) if syntax.roles.get(on - 1) != "how")
    return next((p for p in syntax.parties if p.last == at and (going_on or p.how != "pronoun")
                 and not syntax.governed(p)), None)


def topic(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The party that heads a clause before its finite verb, so that the noun behind that is its object.

    "that the army will not give the rebels a way out"; "Ankara asks Damascus to open the road".
    """
    if (named := cleft(syntax, trigger, clause)) is not None:
        return named
    if not trigger.features & {"past", "present"} or trigger.features & {"and", "then", "noun"}:
        return None
    heads = [p for p in syntax.parties_in(clause.first, trigger.first) if p.how not in ("pronoun", "demonym")][:1]
    return heads[0] if heads and _heads_clause(syntax, heads[0], trigger, clause) else None


def _heads_clause(syntax: Syntax, party: Party, trigger: Mention, clause: Clause) -> bool:
    """Whether a party stands at the head of a clause with nothing but words of negation and tense between it and the verb."""
    if not 0 <= trigger.first - party.last <= MARKING or syntax.governed(party):
        return False
    words = {at for m in syntax.of_kind("function") for at in range(m.first, m.last)}
    words |= set(adjectives(syntax, party.last, trigger.first))
    between = (*range(clause.first, party.first), *range(party.last, trigger.first))
    return all(at in words or syntax.reading.tokens[at].kind == "punctuation" for at in between)


def office(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """Who acts by an office that names no party, "the mayor turned it down": the office with the definite words behind it."""
    article = str(syntax.language.grammar.get("article", ""))
    for held in syntax.of_kind("voices"):
        if held.attrs.get("kind") != OFFICE or held.features & CLITIC_PREPOSITIONS or not (
                held.first == trigger.last or clause.first <= held.first < trigger.first):
            continue
        if any(m.kind == "titles" and m.last > held.last for m in syntax.mentions_in(held.first, held.first + 1)):
            continue  # "Lieutenant General" before a name
        last, tokens = held.last, syntax.reading.tokens
        while last < min(held.last + CLOSE, syntax.sentence.last) and tokens[last].form.startswith(article) and not (
                syntax.demonyms and any(nation.first == last for nation in syntax.demonyms)):
            last += 1
        start, end = syntax.span(held.first, last)
        words = syntax.reading.document.text[start:end]
        there = Party(start, end, held.first, last, words, "description", None, held.features, (), held.rule)
        if held.first == trigger.last or _heads_clause(syntax, there, trigger, clause):
            return there
    return None


def next_verb(syntax: Syntax, first: int, last: int) -> int | None:
    """Where the verb of which a noun's phrase is the subject begins: "their refusal to leave | has stalled"."""
    if verb_first(syntax):
        return None
    verbs = [at for at in range(first, last) if syntax.roles.get(at) in ("have", "be", "future", "must")]
    verbs += [term.first for term in syntax.within(first, last) if term.features & {"past", "third"}
              and not describes(syntax, term) and term.attrs.get("pos") == "verb"]
    return min(verbs, default=None)


def is_object(syntax: Syntax, trigger: Mention) -> bool:
    """Whether a form that may be verb or noun is the object of a finite verb right before it, or of one of getting."""
    return syntax.has("verbal_noun_homograph") and (any(
        term.last == trigger.first and term.features & {"past", "present"} for term in syntax.of_class("stance", "light"))
        or any(0 <= trigger.first - term.last <= CLOSE for term in syntax.of_class("gets")))


def owns(party: Party, trigger: Mention) -> bool:
    """Whether a party right behind a noun is its possessor, whatever governs the noun: "in answer to the offer of the army"."""
    return party.first == trigger.last and not party.features & CLITIC_PREPOSITIONS


def behind_teller(syntax: Syntax, trigger: Mention, end: int) -> int:
    """The token behind a speaker who stands between a verb and what is said; the verb's own where none does."""
    tokens, at = syntax.reading.tokens, trigger.last
    while at < syntax.sentence.last and tokens[at].start < end:
        at += 1
    return at if end > trigger.end else trigger.first


def begins_anew(syntax: Syntax, term: Mention) -> bool:
    """Whether a stance goes on with the subject of the one before it, in a language whose verb comes first: "and refused"."""
    if not syntax.has("pro_drop") or "and" not in term.features or term.features & {"noun", "active"}:
        return False
    if term.attrs["class"] == "event":
        harms = any(m.kind == "measures" and m.attrs["measure"] in HARM for m in syntax.mentions_in(term.first, term.first + 1))
        return "past" in term.features and not harms  # "and was killed" is written like "and killed"
    now = "present" in term.features and any(
        one.first < term.first and {"present"} <= one.features for one in syntax.of_class("stance"))
    return term.attrs["class"] == "stance" and ("past" in term.features or now)


def participial(syntax: Syntax, term: Mention) -> bool:
    """Whether a stance hangs on the clause before it as a participle behind a comma: "turned it down, insisting that …"."""
    told = term.attrs["class"] == "appeal" or term.attrs.get("value") in SPOKEN
    hanging = "ing" in term.features or ({"active", "participle"} <= term.features and not term.features & {"definite", "and"})
    return told and term.attrs["class"] in STANCES and hanging and (
        term.first > 0 and syntax.reading.tokens[term.first - 1].form in COMMAS)


def one_more(syntax: Syntax, term: Mention) -> bool:
    """Whether a stance behind another is not part of its object, but goes on with its subject."""
    return begins_anew(syntax, term) or participial(syntax, term)


def by_part(syntax: Syntax, trigger: Mention, clause: Clause) -> Party | None:
    """The subject of a stance that only a noun of its part in the talks names: "the town's negotiators rejected"."""
    if not syntax.has("agent_noun_for_side") or trigger.attrs["class"] not in STANCES:
        return None
    free = (party for party in syntax.heads if clause.first <= party.first and party.last <= trigger.first
            and syntax.governed(party) not in PREPOSITIONS)
    return next(free, None)


def wished_too(syntax: Syntax, trigger: Mention, following: Clause) -> bool:
    """Whether a clause is a further part of what is wished: "asked them to open the road, lift the siege and free them"."""
    if following.opener not in ("and", "comma") or not trigger.features & {"past", "third"} or trigger.features & {"base"}:
        return False
    verbs = [term for term in syntax.within(following.first, following.first + 3) if term.attrs.get("pos") == "verb"]
    at_once = following.opener == "and" or (bool(verbs) and verbs[0].first == following.first)
    past = frozenset() if syntax.roles.get(trigger.last) == "to" else frozenset({"past"})  # "offered to stop and let them go"
    return at_once and bool(verbs) and "base" in verbs[0].features and not verbs[0].features & (past | {"third"})


def meaning(party: Party, actor: str | None) -> Party:
    """A party as the one whom it stands for."""
    return Party(party.start, party.end, party.first, party.last, party.text, party.how, actor, party.features, party.candidates,
                 party.rule)


def head_of_list(syntax: Syntax, party: Party) -> Party:
    """The first of the list that a party stands in."""
    before = syntax.listed(party)
    return party if before is None else head_of_list(syntax, before)
