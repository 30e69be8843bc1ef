"""Whom a definite noun at the head of a sentence takes up: the subject of the sentence before, where that is of such a kind."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from tawatur.packs import Packs
from tawatur.records import LEADER, LEADS, PERSON, TAKES, Candidate, Party, Reading, Reason, Sentence

LAST = "takes up the one who leads and was named last"
SUBJECT = "takes up the subject of the sentence before"
EARLIER = "takes up the subject of the last sentence that no pronoun heads"
ONLY = "takes up the only one of its kind in the sentence before"
"""The reasons: the ways by which somebody is taken up."""
BEHIND_HEAD = 1
"""Tokens before a noun that heads its sentence: "and", or a mark."""
BACK = 3
"""Sentences back in which he may stand who is taken up."""
NAMED = frozenset({"name", "unknown", "description", "person"})
"""How those stand in the text who may be a subject."""
GOVERNING = frozenset({
    "of", "by", "to", "from", "for", "in", "on", "with", "between", "against", "through", "after", "because", "while"})
"""Roles of words behind which nobody is the subject."""
ARTICLE = "the"
OWNERS = frozenset({"of", "for"})
"""Roles of words behind which stands whose leader somebody is."""
SERVING = frozenset({"un_body", "agency", "monitor", "court", "local_body"})
"""Kinds of parties whose people are called by no such noun."""


class TakingUp:
    """Finds, in one reading, whom the definite nouns at the heads of its sentences take up."""

    def __init__(self, reading: Reading, packs: Packs) -> None:
        self._reading = reading
        self._packs = packs
        self._begins = [sentence.first for sentence in reading.sentences]
        leads = [m for m in reading.mentions if m.kind == "voices" and m.attrs.get("serves") == LEADS]
        self._led = {m.first for m in leads}, {m.last for m in leads}
        self._roles = {m.first: m.attrs["role"] for m in reading.mentions if m.kind == "function" and "role" in m.attrs}

    def meant(self, party: Party, before: Sequence[Party]) -> Party | None:
        """The description with the party that it takes up; None where it heads no sentence, or takes up nobody of its kind."""
        kinds = {feature.removeprefix(TAKES) for feature in party.features if feature.startswith(TAKES)}
        at = bisect_right(self._begins, party.first) - 1
        if not kinds or at < 0 or party.first - self._begins[at] > BEHIND_HEAD:
            return None
        found, why = (self._named_last(at, before), LAST) if LEADER in party.features else self._subject(at, kinds, before)
        if found is None or found.actor is None:
            return None
        reason = Reason(why, 1.0, party.text, found.text)
        return replace(party, actor=found.actor, candidates=(Candidate(found.actor, 1.0, (reason,)),))

    def _named_last(self, at: int, before: Sequence[Party]) -> Party | None:
        first = self._begins[max(at - BACK, 0)]
        return next((one for one in reversed(before) if one.first >= first and one.actor and not self._serves(one) and (
            one.how == PERSON or self._owns_a_leader(one))), None)

    def _serves(self, party: Party) -> bool:
        """Whether a party is of a kind that has envoys and staff, and no leader of its own."""
        known = self._packs.actors.get(party.actor or "")
        return known is not None and known.kind in SERVING

    def _owns_a_leader(self, party: Party) -> bool:
        """Whether a party is told by the one who leads it: "the Yemeni president", "the commander of the Brigade"."""
        behind = party.last in self._led[0] or (party.last + 1 in self._led[0] and party.last not in self._roles)
        at = party.first - 1
        while self._roles.get(at) == ARTICLE:
            at -= 1
        return behind or (self._roles.get(at) in OWNERS and at in self._led[1])

    def _subject(self, at: int, kinds: set[str], before: Sequence[Party]) -> tuple[Party | None, str]:
        """The subject of the sentence before, or of the last that no pronoun heads, else the only party of the kind; and why."""
        for earlier in range(at - 1, max(at - 1 - BACK, -1), -1):
            sentence = self._reading.sentences[earlier]
            inside = [one for one in before if sentence.first <= one.first < sentence.last]
            heads = [one for one in inside if not self._governed(one.first, sentence) and one.how in NAMED | {"pronoun"}]
            if heads and heads[0].how == "pronoun":
                continue
            if heads and self._fits(heads[0], kinds):
                return heads[0], SUBJECT if earlier == at - 1 else EARLIER
            alike = {one.actor: one for one in inside if one.actor and self._fits(one, kinds)}
            return (next(iter(alike.values())), ONLY) if len(alike) == 1 else (None, "")
        return None, ""

    def _governed(self, first: int, sentence: Sentence) -> bool:
        at = first - 1
        while at >= sentence.first and self._roles.get(at) == ARTICLE:
            at -= 1
        return at >= sentence.first and self._roles.get(at) in GOVERNING

    def _fits(self, party: Party, kinds: set[str]) -> bool:
        known = self._packs.actors.get(party.actor or "")
        if known is not None:
            return known.kind in kinds
        said = {feature.removeprefix("kind:") for feature in party.features if feature.startswith("kind:")}
        return party.how == "unknown" and (not said or bool(said & kinds))

