"""The places of a case: which stand for which, and where a text names them."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from math import cos, floor, hypot, radians
from operator import itemgetter

from tawatur.linking.names import one_name
from tawatur.linking.words import latin
from tawatur.records import Claim, Place

NEAR_KM = 2.0
"""Two exactly known places this near count as one when reports are compared."""
_SIDE = NEAR_KM / 111.2
"""The same in degrees of latitude."""
_SHORTEST = 4
"""Letters that a name must have, once bare of what is written onto it, to be looked for in texts."""
_BARED, _LONG = 3, 6
"""Or so many that are left of a name written with so many: its article and ending are gone from texts, too."""
_WORD = re.compile(r"\w+")


def name(place: Place) -> str:
    """What a place is known by: its id, or the name as written."""
    return place.id or place.name


def plain_words(text: str) -> tuple[str, ...]:
    """A text's words where no language is known: as written, in one case."""
    return tuple(_WORD.findall(text.casefold()))


Reader = Callable[[str], tuple[str, ...]]
"""What makes a text into words to compare."""
Sound = Callable[[str], str]
"""What two scripts give alike of a name; empty where that tells nothing."""
Heard = dict[bool, dict[str, list[Place]]]
"""Places by whether they are written in Latin letters, and how they sound."""


class Atlas:
    """Made of the places of all claims; the most named of a neighbourhood stands for it.

    `sound` makes one of two scripts' names of a place that nobody found, `hear` finds such a place in texts of the other script:
    by their words as `spell` gives them, one for each that `read` gives, since a name may begin like what is written onto names.
    """

    def __init__(self, claims: Iterable[Claim], read: Reader = plain_words, sound: Sound | None = None,
                 hear: Sound | None = None, spell: Reader = plain_words) -> None:
        self._read, self._sound, self._hear, self._spell = read, sound, hear, spell
        counts: Counter[str] = Counter()
        places: dict[str, Place] = {}
        worded: dict[tuple[str, ...], Counter[str]] = {}
        letters: dict[tuple[str, ...], int] = {}
        spelled: dict[tuple[str, ...], str] = {}
        texts: dict[str, set[str]] = {}
        for claim in claims:
            for place in claim.places:
                counts[name(place)] += 1
                places[name(place)] = min(places.get(name(place), place), place, key=_exactness)
                texts.setdefault(place.text, set()).add(name(place))
                for written in {place.text, place.name}:
                    worded.setdefault(words := read(written), Counter())[name(place)] += 1
                    letters[words] = max(letters.get(words, 0), sum(map(str.isalpha, written)))
                    spelled[words] = min(spelled.get(words, written), written, key=lambda one: (len(one), one))
        self._spots = _anchored(places, counts)
        chosen = {words: _likeliest(held, places) for words, held in worded.items()}
        for key, place in places.items():
            if place.id is None:  # a name that one report leaves open, and another resolves
                self._spots[key] = self._spots[name(chosen[read(place.text)])]
        self._join(counts, texts)
        self._names = {words: self._spots[name(place)] for words, place in chosen.items() if _telling(words, letters[words])}
        self._longest = max(map(len, self._names), default=0)
        self._heard = self._written(spelled)

    def _join(self, counts: Counter[str], texts: Mapping[str, Set[str]]) -> None:
        """Let a place that was found nowhere, and is written in two scripts, be one; or the one that the other script found."""
        if self._sound is None:
            return
        unfound = Counter({key: counts[key] for key, spot in self._spots.items() if spot.id is None and name(spot) == key})
        called = {**self._found(unfound, texts, self._sound), **one_name(unfound, self._sound)}
        self._spots = {key: self._spots[called.get(name(spot), name(spot))] for key, spot in self._spots.items()}

    def _found(self, unfound: Iterable[str], texts: Mapping[str, Set[str]], sound: Sound) -> dict[str, str]:
        """Places found nowhere with the only found one that a text of the other script calls by a name of the same sound."""
        heard: dict[tuple[bool, str], set[str]] = {}
        for text, keys in texts.items():
            spots = {name(spot) for key in keys if (spot := self._spots[key]).id is not None}
            heard.setdefault((latin(text), sound(text)), set()).update(spots)
        met = {key: heard.get((not latin(key), said), set()) for key in unfound if (said := sound(key))}
        return {key: min(spots) for key, spots in met.items() if len(spots) == 1}

    def _written(self, spelled: Mapping[tuple[str, ...], str]) -> Heard:
        """The places that were found nowhere; each by how its name sounds, whatever may be written onto it or not."""
        heard: Heard = {True: {}, False: {}}
        for words, place in self._names.items():
            if place.id is None and self._hear:
                for sound in dict.fromkeys(map(self._hear, (spelled[words], " ".join(words)))):
                    if sound:
                        heard[latin(words[0])].setdefault(sound, []).append(place)
        return heard

    def _meant(self, words: tuple[str, ...], spelled: tuple[str, ...]) -> Place | None:
        """The place that some words of a text name: as written, or one of the other script that sounds so."""
        if words in self._names or not self._hear or not any(self._heard.values()):
            return self._names.get(words)
        other = self._heard[not latin(words[0])]
        for written in dict.fromkeys((spelled, words)) if other else ():
            held = other.get(self._hear(" ".join(written)), [])
            if len({name(place) for place in held}) == 1:
                return held[0]
        return None

    def spot(self, place: Place) -> Place:
        """The place that stands for this one."""
        return self._spots[name(place)]

    def named(self, text: str) -> Iterator[tuple[Place, int]]:
        """Places that a text names by any wording that a claim of the case has, with how often; the longest wording wins."""
        words, spelled, counts, at = self._read(text), self._spell(text), Counter[str](), 0
        found: dict[str, Place] = {}
        while at < len(words):
            sizes = range(min(self._longest, len(words) - at), 0, -1)
            held = ((size, self._meant(words[at : at + size], spelled[at : at + size])) for size in sizes)
            size, place = next(((size, place) for size, place in held if place), (0, None))
            if place:
                counts[name(place)] += 1
                found[name(place)] = place
            at += size or 1
        yield from ((found[key], count) for key, count in counts.items())


def _telling(words: tuple[str, ...], letters: int) -> bool:
    """Whether a name, bare and as written with so many letters, is long enough to be nobody else's word in a text."""
    bare = sum(map(len, words))
    return bare >= _SHORTEST or (bare >= _BARED and letters >= _LONG)


def _exactness(place: Place) -> tuple[bool, int, str, str, str]:
    """The order in which one of several records of a place is taken, whichever report came first."""
    return place.lat is None, place.precision or 9, place.name, place.text, place.role


def _likeliest(held: Counter[str], places: dict[str, Place]) -> Place:
    """Of the places that a wording was taken for: one that was found, then the one most often meant."""
    return places[min(held, key=lambda key: (places[key].id is None, -held[key], key))]


def _anchored(places: dict[str, Place], counts: Counter[str]) -> dict[str, Place]:
    spots: dict[str, Place] = {}
    anchors: dict[tuple[int, int], list[tuple[int, Place]]] = {}
    for rank, key in enumerate(sorted(places, key=lambda key: (-counts[key], key))):
        place = places[key]
        around = [anchor for cell in _cells(place) for anchor in anchors.get(cell, ()) if _near(place, anchor[1])]
        spots[key] = min(around, key=itemgetter(0))[1] if around else place
        if not around and place.lat is not None and place.lon is not None:
            anchors.setdefault(_cell(place.lat, place.lon), []).append((rank, place))
    return spots


def _cell(lat: float, lon: float) -> tuple[int, int]:
    """The square of a grid that a point stands in; no side is shorter than `NEAR_KM` where people live."""
    return floor(lat / _SIDE), floor(lon / (3 * _SIDE))


def _cells(place: Place) -> Iterator[tuple[int, int]]:
    """The square of a place and those around it."""
    if place.lat is not None and place.lon is not None:
        north, east = _cell(place.lat, place.lon)
        yield from ((north + up, east + right) for up in (-1, 0, 1) for right in (-1, 0, 1))


def _near(a: Place, b: Place) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None or (a.precision or 9) > 2 or (b.precision or 9) > 2:
        return False
    return 111.2 * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat))) < NEAR_KM
