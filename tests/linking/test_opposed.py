"""Yes and no of one party on one matter, talks agreed and dead: the later updates, and what no day parts contradicts."""

from dataclasses import replace
from itertools import count

import pytest

from tawatur.linking.atlas import Atlas
from tawatur.linking.features import Comparer
from tawatur.linking.kin import Kin
from tawatur.linking.matters import Matters, Voices
from tawatur.linking.opposed import Opposites
from tawatur.linking.words import Words
from tawatur.packs import load
from tawatur.records import OPPOSED, SAME_VOICE, Claim, Content, Episode, Evidence, Link, Place, Position, Source, Talks, Time

MILL, WEIR = Place("at", "mill", "Mill", 35.1, 40.2, "Mill", 1), Place("at", "weir", "Weir", 35.4, 40.9, "Weir", 1)
NUMBERS = count()


def claim(content: Content, *places: Place, on: str | None = None, modality: str = "asserted") -> Claim:
    time = Time(on, on, on, "explicit") if on else None
    number = f"{next(NUMBERS):04}"
    return Claim(number, "d" + number, content, (Evidence(0, 1, "x"),), ((Source("o", "o", "outlet"),),), modality, time, places)


def links(*claims: Claim) -> list[Link]:
    packs = load()
    comparer = Comparer(Atlas(claims), Kin(packs), Words(packs))
    opposites = Opposites(comparer, Matters(comparer, Voices(()), {}, packs.tables["opposites"]), {})
    return list(opposites.links(claims, [Episode("e", claims=tuple(one.id for one in claims))]))


def found(*claims: Claim) -> list[tuple[str, str, str]]:
    return [(link.left, link.right, link.relation) for link in links(*claims)]


def wants(stance: str, **fields: str) -> Position:
    return Position(fields.pop("party", "north"), stance, fields.pop("issue", "route"), **fields)  # type: ignore[arg-type]


def test_the_later_of_two_days_updates_and_the_reason_names_both() -> None:
    yes, no = claim(wants("accepts"), MILL, on="2031-05-05"), claim(wants("rejects"), MILL, on="2031-05-07")
    (link,) = links(no, yes)
    assert (link.left, link.right, link.relation) == (yes.id, no.id, "updates")
    assert (link.reasons[0].name, link.reasons[0].left, link.reasons[0].right) == (OPPOSED, "accepts", "rejects")
    assert link.reasons[1].name == SAME_VOICE
    other = replace(no, chains=((Source("p", "p", "outlet"),),))
    assert SAME_VOICE not in {reason.name for reason in links(other, yes)[0].reasons}


def test_on_one_day_or_on_none_they_contradict() -> None:
    for on in ("2031-05-05", None):
        assert [one[2] for one in found(claim(wants("accepts"), MILL, on=on), claim(wants("rejects"), MILL, on=on))] == ["contradicts"]


@pytest.mark.parametrize("other", [
    claim(wants("rejects"), WEIR), claim(wants("rejects", party="south"), MILL), claim(wants("rejects", issue="weapons"), MILL),
    claim(wants("demands"), MILL), claim(wants("rejects"), MILL, modality="denied"), claim(wants("rejects")),
], ids=["place", "party", "issue", "stance", "denied", "unplaced"])
def test_another_matter_is_no_reversal(other: Claim) -> None:
    assert found(claim(wants("accepts"), MILL), other) == []


def test_words_that_share_nothing_leave_it_open() -> None:
    assert found(claim(wants("accepts", object="the evacuation of wounded fighters")), claim(wants("rejects", object="a sale of grain"))) == []
    assert len(found(claim(wants("accepts", object="the northern gate")), claim(wants("rejects", object="the northern gate")))) == 1


def test_talks_of_the_same_parties() -> None:
    agreed, dead = Talks(("north", "south"), "agreed"), Talks(("south", "north"), "collapsed")
    assert [one[2] for one in found(claim(agreed, on="2031-05-05"), claim(dead, on="2031-05-07"))] == ["updates"]
    assert found(claim(agreed), claim(Talks(("north", "east"), "collapsed"))) == []
    assert found(claim(agreed), claim(Talks((), "collapsed"))) == []
    assert found(claim(agreed), claim(Talks(("north",), "collapsed"))) == []
    assert [one[2] for one in found(claim(agreed, on="2031-05-05"), claim(dead, on="2031-05-05"))] == ["contradicts"]


def test_talks_of_more_parties_must_be_over_one_issue() -> None:
    for issue, wanted in (("weapons", 1), ("", 0)):
        issues = tuple(filter(None, [issue]))
        agreed, dead = Talks(("north", "south"), "agreed", issues=issues), Talks(("north", "south", "east"), "collapsed", issues=issues)
        assert len(found(claim(agreed, on="2031-05-05"), claim(dead, on="2031-05-05"))) == wanted


def test_a_course_of_talks_is_no_conflict() -> None:
    agreed, dead = Talks(("north", "south"), "agreed"), Talks(("south", "north"), "collapsed")
    assert found(claim(agreed), claim(dead)) == []
    first = claim(agreed, on="2031-05-05")
    assert found(first, claim(dead)) == []
    assert found(first, replace(claim(dead, on="2031-05-05"), document=first.document)) == []
    assert len(found(first, replace(claim(dead, on="2031-05-06"), document=first.document))) == 1


def test_what_may_only_have_followed_needs_the_day_of_both() -> None:
    wanted, dropped = claim(wants("demands"), MILL), claim(wants("withdraws"), MILL)
    assert found(wanted, dropped) == []
    day = Time("2031-05-05", "2031-05-05", "5 May", "explicit")
    assert [one[2] for one in found(replace(wanted, time=day), replace(dropped, time=day))] == ["contradicts"]
    days = Time("2031-05-01", "2031-05-07", "this week", "relative")
    assert found(replace(wanted, time=days), replace(dropped, time=day)) == []


def test_a_claim_is_against_the_nearest_before_it() -> None:
    days = ["2031-05-03", "2031-05-05", "2031-05-07"]
    claims = [claim(wants(stance), MILL, on=on) for stance, on in zip(("accepts", "accepts", "rejects"), days, strict=True)]
    assert found(*claims) == [(claims[1].id, claims[2].id, "updates")]
