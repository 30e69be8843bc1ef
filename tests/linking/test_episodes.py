"""Reports on the same parties, places and weeks are one episode; anything else stays apart."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

from tawatur.linking import group
from tawatur.linking.marks import marks
from tawatur.linking.neighbours import ABOUT, COMPARED, Neighbours
from tawatur.packs import load
from tawatur.records import Claim, Document, Evidence, Figure, Place, Position, Source, Ties, Time

HERE, THERE = ("tal-zaytun", 35.10, 40.20), ("wadi-rumman", 36.90, 42.00)
SUBURB = ("zaytun-mill", 35.11, 40.21)


def report(name: str, day: str | None = None) -> Document:
    return Document(name * 4, name, name, name, published=Time(day, day, day, "explicit") if day else None)


def refusal(document: Document, parties: tuple[str, str], where: tuple[str, float, float]) -> Claim:
    place = Place("at", where[0], where[0], where[1], where[2], where[0], 1)
    return Claim(
        document.id + where[0],
        document.id,
        Position(parties[0], "rejects", "route", counterpart=parties[1]),
        (Evidence(0, 1, "x"),),
        ((Source("o", "o", "outlet"),),),
        places=(place,),
    )


def names(documents: list[Document], claims: list[Claim]) -> list[set[str]]:
    by_id = {document.id: document.name for document in documents}
    return [{by_id[document] for document in episode.documents} for episode in group(documents, claims)]


def test_same_parties_and_place_are_one_episode_whoever_is_named_first() -> None:
    one, two = report("one", "2031-05-01"), report("two", "2031-05-09")
    assert names([one, two], [refusal(one, ("a", "b"), HERE), refusal(two, ("b", "a"), SUBURB)]) == [{"one", "two"}]


def test_other_places_parties_or_months_are_others() -> None:
    one, place, party, time = report("one", "2031-05-01"), report("place"), report("party"), report("time", "2031-09-01")
    claims = [
        refusal(one, ("a", "b"), HERE),
        refusal(place, ("a", "b"), THERE),
        refusal(party, ("c", "d"), HERE),
        refusal(time, ("a", "b"), HERE),
    ]
    assert sorted(map(sorted, names([one, place, party, time], claims))) == [["one"], ["party"], ["place"], ["time"]]


def test_undated_reports_may_join() -> None:
    one, two = report("one", "2031-05-01"), report("two")
    assert names([one, two], [refusal(one, ("a", "b"), HERE), refusal(two, ("a", "b"), HERE)]) == [{"one", "two"}]


def test_a_country_joins_nobody() -> None:
    one, two = report("one"), report("two")
    claims = [
        replace(claim, places=tuple(replace(place, precision=6) for place in claim.places))
        for claim in (refusal(one, ("a", "b"), HERE), refusal(two, ("a", "b"), HERE))
    ]
    assert len(names([one, two], claims)) == 2


def test_every_report_is_somewhere_and_order_does_not_matter() -> None:
    documents = [report("one", "2031-05-01"), report("two", "2031-05-03"), report("three"), report("four", "2031-05-04")]
    claims = [
        refusal(documents[0], ("a", "b"), HERE),
        refusal(documents[1], ("a", "b"), HERE),
        refusal(documents[3], ("a", "b"), THERE),
    ]
    made = {group(list(order), claims) for order in permutations(documents)}
    assert len(made) == 1
    assert sorted(item for episode in made.pop() for item in episode.documents) == sorted(document.id for document in documents)


def test_rejected_claims_do_not_bind() -> None:
    one, two = report("one"), report("two")
    wrong = replace(refusal(two, ("a", "b"), HERE), status="rejected")
    assert len(names([one, two], [refusal(one, ("a", "b"), HERE), wrong])) == 2


def test_nothing_gives_nothing() -> None:
    assert group([], []) == ()


def test_figures_speak_for_their_group() -> None:
    document = report("one")
    place = Place("at", "x", "x", 1.0, 1.0, "x", 1)
    figure = Claim(
        "f", document.id, Figure("surrendered", 5, 5, 5, "exact", group="a"), (Evidence(0, 1, "o"),), (), places=(place,)
    )
    episode = group([document], [figure])[0]
    assert (episode.parties, episode.places) == (("a",), ("x",))


def test_a_report_without_claims_is_placed_by_what_it_names() -> None:
    one, two = report("one", "2031-05-01"), replace(report("two", "2031-05-02"), title="Second day without water in Tal-Zaytun")
    assert names([one, two], [refusal(one, ("a", "b"), HERE)]) == [{"one", "two"}]


def test_a_name_left_open_in_one_report_is_what_another_resolves() -> None:
    one, two = report("one"), report("two")
    left_open = replace(
        refusal(two, ("a", "b"), HERE), places=(Place("at", None, "Tal-Zaytun", None, None, "tal-zaytun", None),)
    )
    assert names([one, two], [refusal(one, ("a", "b"), HERE), left_open]) == [{"one", "two"}]


def test_precedents_are_not_part_of_the_episode_that_compares_with_them() -> None:
    one = report("one", "2031-05-01")
    now = refusal(one, ("a", "b"), HERE)
    long_ago = Time("2029-10-01", "2029-10-31", "October 2029", "explicit")
    before = replace(refusal(one, ("a", "b"), THERE), time=long_ago)
    begun = replace(refusal(one, ("a", "b"), HERE), id="begun", time=long_ago)
    (episode,) = group([one], [now, before, begun])
    assert set(episode.claims) == {now.id, begun.id}


def test_what_is_dealt_over_brings_undated_reports_together_where_a_place_speaks_for_it() -> None:
    documents = [report("one"), report("two"), report("three")]
    far = [("rumman-weir", 36.2, 41.1), THERE, ("rumman-mill", 33.2, 44.4)]
    claims = []
    for document, place in zip(documents, far, strict=True):
        elsewhere = refusal(document, ("a", "b"), place)
        claims += [refusal(document, ("a", "b"), HERE), elsewhere, replace(elsewhere, id=elsewhere.id + "again")]
    other = Position("a", "rejects", "ceasefire", counterpart="b")
    claims = [replace(claim, content=other) if claim.document == documents[2].id else claim for claim in claims]
    assert sorted(map(sorted, names(documents, claims))) == [["one", "two"], ["three"]]


def test_what_a_person_put_together_or_apart_stays_so() -> None:
    one, two, far = report("one", "2031-05-01"), report("two", "2031-05-02"), report("far", "2031-05-03")
    claims = [refusal(one, ("a", "b"), HERE), refusal(two, ("a", "b"), HERE), refusal(far, ("c", "d"), THERE)]
    pair = (min(one.id, two.id), max(one.id, two.id))
    other = (min(one.id, far.id), max(one.id, far.id))
    made = group([one, two, far], claims, ties=Ties(together=frozenset({other}), apart=frozenset({pair})))
    assert sorted(sorted(episode.documents) for episode in made) == sorted([sorted([one.id, far.id]), [two.id]])


def test_reports_without_a_place_are_one_by_rare_names_and_numbers_within_two_weeks() -> None:
    packs = load()
    texts = {"a": "People left Sarnakert on foot, and 14,300 stayed.", "b": "بقي الناس في سارناكيرت بلا خبز.",
             "c": "The market of Sarnakert is shut, and few sleep.", "d": "Boats came to Orvandel in the night."}
    days = {"a": "2031-05-03", "b": "2031-05-05", "c": "2031-09-01", "d": "2031-05-04"}
    reports = [Document(id, id, id, text, language="ar" if id == "b" else "en", published=Time(days[id], days[id], "", "explicit"))
               for id, text in texts.items()]
    found = marks(reports, {}, packs)
    made = {episode.documents for episode in group(reports, [], marks=found)}
    assert made == {("a", "b"), ("c",), ("d",)}


def unfound(document: Document, *wheres: str) -> Claim:
    """A refusal over places that no map has."""
    where = tuple(Place("at", None, where, None, None, where, None) for where in wheres)
    return replace(refusal(document, ("a", "b"), HERE), places=where)


def test_what_a_report_compares_with_is_not_what_it_is_about() -> None:
    text = "They took in Kulbara what they had left in Mirvale."
    one, two = report("one", "2031-05-01"), replace(report("two", "2031-05-08"), text=text)
    three = replace(report("three", "2031-07-09"), text="Kulbara is quiet.")
    claims = [unfound(one, "Mirvale"), unfound(two), replace(unfound(three, "Kulbara"), id="later")]
    assert {"one"} in names([one, two, three], claims)
    assert {"one", "two"} in names([one, replace(two, text="They have left Mirvale."), three], claims)


def test_names_of_two_scripts_keep_nobody_apart() -> None:
    one, two = report("one", "2031-05-01"), report("two", "2031-05-01")
    claims = [refusal(one, ("Hill Band", "Crown"), HERE), refusal(two, ("المقاتلون", "الحكومة"), HERE)]
    assert names([one, two], claims) == [{"one", "two"}]
    assert len(names([one, two], [claims[0], refusal(two, ("Sea Band", "Senate"), HERE)])) == 2


def test_a_title_names_the_place_and_who_has_a_name() -> None:
    one = report("one")
    (made,) = group([one], [refusal(one, ("the group", "north"), HERE)], named=lambda party: party == "north")
    assert (made.title, made.parties) == ("tal-zaytun · north", ("north",))
    (made,) = group([one], [refusal(one, ("the group", "it"), HERE)], named=lambda party: False)
    assert (made.title, made.parties) == ("tal-zaytun", ())


def test_a_short_name_is_a_mark_in_its_own_script() -> None:
    packs = load()
    reports = [Document(id, id, id, f"They will not leave {town}.", language="en") for id, town in (("a", "Tessaka"), ("b", "Tessaka"), ("c", "Lor"))]
    assert {episode.documents for episode in group(reports, [], marks=marks(reports, {}, packs))} == {("a", "b"), ("c",)}


def position(document: Document, party: str, stance: str) -> Claim:
    """What a report that is told of no place says."""
    return replace(refusal(document, (party, "b"), HERE), places=(), content=Position(party, stance, "route"))


def test_reports_told_of_no_place_are_one_by_what_they_say_within_two_days() -> None:
    packs = load()
    days = {"a": "2031-05-03", "b": "2031-05-04", "c": "2031-05-20", "d": "2031-05-04"}
    reports = [replace(report(name, day), language="ar" if name == "b" else "en") for name, day in days.items()]
    claims = [position(one, "Hill Band", "demands" if one.name == "d" else "rejects") for one in reports]
    found = marks(reports, {}, packs, {claim.document: [claim] for claim in claims})
    made = {episode.documents for episode in group(reports, claims, marks=found)}
    assert made == {("aaaa", "bbbb"), ("cccc",), ("dddd",)}


def test_a_report_is_led_to_a_few_episodes_of_its_weeks() -> None:
    near, day = Neighbours(45), date(2031, 5, 1)
    for number in range(3 * ABOUT):
        near.put(number, ("market",), ("road",), [day + timedelta(days=number % 300)])
    near.put(9999, ("market", "mill"), (), [day])
    assert 9999 in near.near({"market": 1.0, "mill": 1.0}, [day])
    assert len(near.near({"market": 1.0, "road": 1.0}, [day])) == COMPARED
    near.drop(9999)
    assert near.near({"mill": 1.0}, [day]) == [] == near.near({"market": 1.0}, [date(2033, 1, 1)])
