"""Stands that a party takes in a paper of its own: "in a statement, the Front rejected the offer". The paper is its word."""

import hashlib
from collections.abc import Iterator, Sequence

from tawatur.packs import Packs
from tawatur.records import Attribution, Mention, Party, Reading, Sentence, Source, Span
from tawatur.records.claim import Chain

STANDS = frozenset({"stance", "appeal"})
NAMED = frozenset({"name", "unknown"})
INTO = frozenset({"in", "at"})
"""Roles of the words by which a stand is taken in a paper."""
RELATIVE = frozenset({"which", "who"})
WHOSE = frozenset({"of", "from", "by", "for", "to"})
"""Roles of words that bring in whose paper it is, or to whom it went."""
BESIDE = 2
"""Tokens that may lie between a party and its verb: an auxiliary, an adverb."""


def stated(reading: Reading, made: Sequence[Attribution], head: Chain, packs: Packs) -> Iterator[Attribution]:
    """Attributions for stands in papers that no word of saying brings in; `head` are the nodes before every origin."""
    told = [span for said in made for span in said.content]
    for sentence in reading.sentences:
        mentions = [m for m in reading.mentions if sentence.first <= m.first < sentence.last]
        papers = [m for m in mentions if m.kind == "voices" and m.attrs.get("via")]
        if not papers:
            continue
        roles = {m.first: m.attrs["role"] for m in mentions if m.kind == "function" and "role" in m.attrs}
        for verb in (m for m in mentions if _stands(m) and not any(Span(m.start, m.end).overlaps(span) for span in told)):
            if any(roles.get(at) in RELATIVE for at in range(verb.first - BESIDE, verb.first)):
                continue  # "the unions, who demanded": who that is the sentence before tells
            party = _subject(reading, sentence, verb, "after" in packs.language(sentence.language).grammar.get("order", ()))
            paper = next((m for m in papers if party and _in_paper(m, roles, sentence, party, verb)), None)
            if party is not None and paper is not None and not _by_another(made, party, verb):
                yield _made(reading, sentence, head, party, paper, verb, packs)
                break


def _stands(mention: Mention) -> bool:
    verb = mention.kind == "terms" and mention.attrs.get("class") in STANDS and mention.attrs.get("pos") == "verb"
    return verb and bool(mention.features & {"past", "present"}) and not mention.features & {"noun", "to", "by"}


def _subject(reading: Reading, sentence: Sentence, verb: Mention, verb_first: bool) -> Party | None:
    """The named party right before a verb, or right behind it where a language puts its subjects there."""
    parties = [one for one in reading.parties if one.how in NAMED and one.actor and sentence.first <= one.first < sentence.last]
    before = next((one for one in parties if 0 <= verb.first - one.last <= BESIDE), None)
    first = verb_first and verb.last - verb.first == 1
    return before or next((one for one in parties if first and one.first == verb.last and not one.features & {"to", "by"}), None)


def _by_another(made: Sequence[Attribution], party: Party, verb: Mention) -> bool:
    """Whether the stand is a word of saying, and somebody else says it: "Ada Roy, a spokeswoman for the Front, denied"."""
    spoken = [said for said in made if said.cue and said.cue.overlaps(Span(verb.start, verb.end))]
    return any(party.text not in said.chain[-1].text and said.chain[-1].text not in party.text for said in spoken)


def _in_paper(paper: Mention, roles: dict[int, str], sentence: Sentence, party: Party, verb: Mention) -> bool:
    """Whether a paper is where the stand is taken: at the head of the sentence, or behind, and nobody else's."""
    at = next((at for at in (paper.first - 1, paper.first - 2) if roles.get(at) in INTO), None)
    if at is None or roles.get(paper.last) in WHOSE:
        return False
    ahead = paper.last <= min(party.first, verb.first) and at - sentence.first <= 1
    return ahead or at >= max(party.last, verb.last)


def _made(reading: Reading, sentence: Sentence, head: Chain, party: Party, paper: Mention, verb: Mention,
          packs: Packs) -> Attribution:
    cue, actor = Span(paper.start, paper.end), party.actor or ""
    known = packs.actors.get(actor)
    source = Source(known.name if known else actor, party.text, "organisation", actor=actor if known else None,
                    via=paper.attrs["via"], start=party.start, end=party.end)
    end = reading.tokens[sentence.last - 1].end
    content = Span(min(verb.start, party.start), end)
    digest = hashlib.sha256(f"{reading.document.id}|attribution|{cue.start}:{cue.end}|0".encode()).hexdigest()[:16]
    return Attribution(digest, reading.document.id, (*head, source), cue, (content,), rule=verb.rule)
