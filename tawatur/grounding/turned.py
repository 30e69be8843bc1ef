"""Parts that surely are others': people at large who do violence, who does what is done to him, both turned round."""

from collections.abc import Sequence

from tawatur.grounding.cast import Cast
from tawatur.grounding.doers import HARM, patients
from tawatur.grounding.habits import subjects_of, sure
from tawatur.grounding.scene import Layout, Sign
from tawatur.grounding.stands import BESIDE, governed, nominal
from tawatur.records import Party

Trigger = tuple[Layout, Sign]


def by_people(field: str, actor: str, triggers: Sequence[Trigger], cast: Cast) -> str | None:
    """Why people at large do no violence here: none of its words has them before it as its subject."""
    kin = cast.kin(actor)
    plain = {f"population:{actor}"}
    for layout, sign, subjects in subjects_of(triggers):
        if any(other.names & plain for other in layout.signs):
            continue  # who is only counted among people bears no arms
        if nominal(layout, sign) or any(other.names & HARM for other in layout.within(sign.first, sign.last)):
            continue
        if any(cast.meant(party) & kin and party.last <= sign.first for party in subjects[:1]):
            return None
    return f"{field}: nothing has {actor} do it"


def does(field: str, actor: str, triggers: Sequence[Trigger], cast: Cast) -> str | None:
    """Why one to whom it is done is rather the one who does it."""
    kin = cast.kin(actor)
    subjects = [sure(field, those, sign, cast, True) for _, sign, those in subjects_of(triggers)]
    if subjects and all(subject and set(subject) <= kin for subject in subjects):
        return f"{field}: the text has {actor} doing it"
    return None


def meets(actor: str, triggers: Sequence[Trigger], cast: Cast) -> bool:
    """Whether a party stands in the clause of a meeting as one of those who meet: beside it, with it, between it."""
    kin = cast.kin(actor)
    for layout, sign in triggers:
        first, last = layout.clause(sign.first)
        if any(first <= party.first < last and party.how != "demonym" and cast.meant(party) & kin
               and governed(layout, party) in ("", "with", "between", "by") for party in layout.parties):
            return True
    return False


def swapped(field: str, actor: str, target: str, triggers: Sequence[Trigger], cast: Cast) -> str | None:
    """Why one who does it is rather the one to whom it is done: a word has both, the other way round, and none has them so."""
    one, other = cast.kin(actor), cast.kin(target)
    if one & other:
        return None
    turned = False
    for layout, sign, subjects in subjects_of(triggers):
        if nominal(layout, sign):
            continue
        doing = [cast.meant(party) for party in subjects if party.how != "pronoun"]
        done = [cast.meant(party) for party in patients(layout, sign)]
        if any(meant & one for meant in doing) and not any(meant & one for meant in done):
            return None
        turned = turned or (any(meant & other for meant in doing) and any(meant & one for meant in done))
    return f"{field}: the text has {target} do it to {actor}" if turned else None


def suffers(field: str, actor: str, triggers: Sequence[Trigger], cast: Cast) -> str | None:
    """Why somebody else than this party suffers it."""
    kin, others = cast.kin(actor), list[str]()
    words: dict[tuple[int, int], list[Trigger]] = {}
    for layout, sign in triggers:
        words.setdefault((layout.sentence.first, sign.first), []).append((layout, sign))
    for readings in words.values():
        those = next((found for layout, sign in readings if (found := _befallen(layout, sign, cast))), [])
        if not those or any(cast.meant(party) & kin or party.how != "name" for party in those):
            return None
        others.extend(party.text for party in those)
    return f"{field}: the text has {', '.join(dict.fromkeys(others))} suffer it, not {actor}" if others else None


def _befallen(layout: Layout, sign: Sign, cast: Cast) -> list[Party]:
    """Those to whom a word tells that something is done; the one right before a passive alone, where one stands there."""
    those = [party for party in patients(layout, sign) if cast.acts(party)]
    beside = [party for party in those if party.how != "pronoun" and 0 <= sign.first - party.last <= BESIDE]
    return beside[-1:] or those
