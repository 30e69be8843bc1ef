"""Meetings: two sides that sit down with each other, or agree, talk, though no word for talks stands there."""

from collections.abc import Iterator, Sequence

from tawatur.claims.build import build
from tawatur.claims.denials import negated
from tawatur.claims.frames import Framer, is_nominal
from tawatur.claims.issues import issues
from tawatur.claims.moods import modality
from tawatur.claims.negotiators import Sides, mediates, talking
from tawatur.claims.outcomes import JOINTLY, NEAR
from tawatur.claims.sides import same_side
from tawatur.claims.subjects import verb_first
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import Claim, Mention, Party, Talks

MET = "meets"
"""The class of phrases for coming upon somebody or something: an answer, or those with whom one sits down."""
BOTH = 4
"""How many tokens from a word of agreeing "both sides" may stand."""
MUTUAL = "mutual"
"""The mode of words for two sides' not coming to terms."""
VISIT = "visit"
"""The mode of a word for meeting that tells only that somebody comes to a place."""


def meetings(syntax: Syntax, framer: Framer, voices: Voices, both: Sides) -> Iterator[Claim]:
    """Two sides that meet, or that agree with each other, talk; no word for talks need be there."""
    for term in syntax.of_class("event", "stance", "state", MET):
        met = (term.attrs["class"] == "event" and term.attrs["value"] == "CONSULT") or _sat_with(syntax, term)
        failed = term.attrs["class"] == "state" and term.attrs.get("mode") == MUTUAL
        if not (met or failed) and not (term.attrs["class"] == "stance" and term.attrs["value"] == "accepts"):
            continue
        clause = syntax.clause_at(term.first)
        near = range(max(clause.first, term.first - BOTH), min(clause.last, term.last + BOTH))
        together = any(syntax.roles.get(at) == "both" for at in near)
        jointly = term.attrs["class"] == "stance" and term.attrs.get("mode") == MUTUAL
        called = [party for party in syntax.demonyms if jointly and clause.first <= party.first < term.first]
        present = [party for party in (*called, *syntax.parties_in(clause.first, clause.last)) if party.actor]
        mediator = next((party.actor for party in present if met and mediates(syntax, party)), None)
        sides = [party.actor for party in present if party.actor and talking(syntax.packs, party.actor)
                 and party.actor != mediator and not (met and syntax.governed(party) in ("in", "by"))]
        opposed = len(set(sides)) > 1 and not same_side(syntax, sides[0], sides[1:])
        done = "present" not in term.features and not is_nominal(syntax, term)
        of_two = failed or jointly or _jointly(syntax, term, both) or _agreed_by(syntax, term)
        alone = failed and not present and len(both.pair) > 1  # "each waits for the other": the two whom all is about
        agreeing = done and (together or alone or (opposed and of_two))
        turned = negated(syntax, term, clause)
        if met and not is_nominal(syntax, term) and not _face_to_face(syntax, term, present):
            continue
        if not (opposed if met else agreeing) or (met and (turned or term.attrs.get("mode") == VISIT)):
            continue
        about = tuple(issues(syntax, term.last, clause.last))
        status = "under_way" if met else "deadlocked" if turned or failed else "agreed"
        whose = sides if len(set(sides)) > 1 or not (failed or together) else both.meant if together else [*sides, *both.pair]
        said = Talks(tuple(dict.fromkeys(whose))[:3], status, mediator, about)
        yield build(syntax, voices, said, clause.first, clause.last, trigger=term.first, rule=term.rule,
                    modality=modality(syntax, term, clause))


def _sat_with(syntax: Syntax, term: Mention) -> bool:
    """Whether a phrase that brings in an answer has a party for its object: "met with the rebels", not "met with a refusal"."""
    return term.attrs["class"] == MET and syntax.roles.get(term.last - 1) == "with" and any(
        0 <= party.first - term.last <= 1 and party.how in ("name", "description", "person") for party in syntax.parties)


def _face_to_face(syntax: Syntax, term: Mention, present: Sequence[Party]) -> bool:
    """Whether a verb of meeting has the other side for its object or with its subject: "help it meet a shortfall" has none."""
    opposite = any(0 <= party.first - term.last <= JOINTLY or syntax.governed(party) in ("with", "between") for party in present)
    return opposite or any(syntax.listed(party) is not None for party in present) or verb_first(syntax)


def _jointly(syntax: Syntax, term: Mention, both: Sides) -> bool:
    """Whether two sides are together the subject of a verb of agreeing: "the rebels and the army agreed to"."""
    if is_nominal(syntax, term) or syntax.roles.get(term.last - 1) == "with":
        return False
    clause = syntax.clause_at(term.first)
    pairs = [(party.actor, syntax.listed(party)) for party in syntax.parties_in(clause.first, term.first)
             if term.first - party.last <= JOINTLY]
    return any(first is not None and {actor, first.actor} <= set(both.pair) for actor, first in pairs)


def _agreed_by(syntax: Syntax, term: Mention) -> bool:
    """Whether a thing is told as agreed by two sides, or between them: "the evacuation, agreed between X and Y"."""
    by = next((at for at in range(term.last, term.last + NEAR) if syntax.roles.get(at) in ("by", "between")), None)
    if by is None or "participle" not in term.features or not syntax.has("past_participle"):
        return False
    return any(syntax.listed(party) is not None for party in syntax.parties_in(by, by + NEAR))
