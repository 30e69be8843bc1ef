"""Whom pronouns stand for: who speaks, who was spoken of, or nobody."""

from tawatur.claims.heads import accused, is_place, named_persons, spoken_of
from tawatur.claims.standing import alone
from tawatur.claims.subjects import begins_with_a_thing, heads, meaning
from tawatur.claims.syntax import Syntax
from tawatur.claims.voices import Voices
from tawatur.records import PERSON, Party

PLURAL = "plural"
"""The number of a pronoun that means several."""
SINGLE = "single"
"""The number of a pronoun that may mean a thing."""


class Pointing:
    """Remembers the parties of a report, sentence by sentence, for the pronouns that come after them."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self._history: list[Party] = []
        self._people: list[Party] = []
        self._thing = False
        self.last: Party | None = None
        """The subject told of last, or the chief party of the last sentence."""

    def pass_over(self, syntax: Syntax) -> None:
        """Remember the parties of a sentence for the pronouns of the next."""
        self._thing = begins_with_a_thing(syntax)
        named = [party for party in syntax.parties if party.actor and not alone(party)]
        self._history.extend(party for party in named if not is_place(syntax, party))
        self._people.extend(named_persons(syntax, syntax.sentence.last))
        chief = [party for party in named if not syntax.governed(party)]
        self.last = chief[0] if chief else self.last

    def meant(self, party: Party, start: int, syntax: Syntax) -> Party:
        """Whom a pronoun stands for, as far as the report has told before the code point `start`; itself where nobody."""
        if party.how == "description" and not party.actor:  # "the government delegation, the Yemeni one"
            said = next((other.actor for other in syntax.demonyms if other.first == party.last and other.actor), None)
            return meaning(party, said) if said else party
        if party.actor or party.how != "pronoun" or (self._thing and SINGLE in party.features and heads(syntax, party)):
            return party  # "The deal was struck … It holds": the pronoun means the deal
        if PERSON in party.features:
            return self._person(party, syntax)
        speaker, telling = self._voices.speaker(party.start), self._voices.at(party.start)
        said_so = bool(telling) and not self._voices.quoted(party.start)
        if said_so and not speaker and (body := self._voices.body(party.start)):
            return meaning(party, body)
        others = accused(syntax, party) or (
            spoken_of(syntax, party, telling[0].content[0].start, speaker) if telling else None)
        if others is not None:
            return self.meant(others, start, syntax)
        if telling and not speaker and not said_so and PLURAL in party.features and telling[0].chain[-1].kind == PERSON:
            return party  # "they are threatening everyone", says somebody of whom it is not known whose he is
        if "speaker" in party.features or (said_so and speaker):  # an outlet does not say "it" of itself
            return meaning(party, speaker)
        return self._spoken_of(party, start, syntax, speaker)

    def _spoken_of(self, party: Party, start: int, syntax: Syntax, speaker: str | None) -> Party:
        """The one spoken of whom a pronoun means: in its sentence, as the subject told of last, or named last of all."""
        last = self.last
        if last is None or not syntax.reading.tokens[syntax.sentence.first].start <= last.start < party.start:
            chief = next((other for other in syntax.parties if other.last <= party.first and other.actor not in (None, speaker)
                          and not syntax.governed(other)), None)
            if chief is not None:
                return meaning(party, chief.actor)
        if last is not None and last.actor and last.actor != speaker:
            return meaning(party, last.actor)
        before = [earlier for earlier in self._history if earlier.start < start and earlier.actor != speaker]
        return meaning(party, before[-1].actor) if before else party

    def _person(self, party: Party, syntax: Syntax) -> Party:
        """Who "he" is: who speaks there, else the person named last, in this sentence or before; nobody where none was."""
        if self._voices.at(party.start) and not self._voices.quoted(party.start):
            return meaning(party, self._voices.caller(party.start))
        people = named_persons(syntax, party.first) or self._people
        return meaning(party, people[-1].actor) if people else party
