"""Facts: what agrees, what has changed, what stands against what, and why; nothing averaged."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from tawatur.packs import load
from tawatur.reconcile import reconcile, scopes
from tawatur.reconcile.agreement import MANY
from tawatur.records import (
    OPPOSED,
    Claim,
    Descent,
    Document,
    Episode,
    Evidence,
    Fact,
    Figure,
    Link,
    Node,
    Place,
    Position,
    Reason,
    Source,
    Time,
)

PLACE = Place("at", "mill", "Mill", 35.1, 40.2, "Mill", 1)
NUMBERS = count()


def day(iso: str) -> Time:
    return Time(iso, iso, iso, "explicit")


def figure(value: float, bound: str = "exact", **fields: object) -> Figure:
    low = value if bound in ("exact", "at_least") else None
    high = value if bound in ("exact", "at_most") else None
    return replace(Figure("trapped", value, low, high, bound, "people", "civilians"), **fields)  # type: ignore[arg-type]


def claim(content: Figure | Position, modality: str = "asserted") -> Claim:
    number = f"{next(NUMBERS):04}"
    return Claim(number, "d" + number, content, (Evidence(0, 1, "x"),), ((Source("o", "o", "outlet"),),), modality, places=(PLACE,))


def fact(*claims: Claim, published: Sequence[str | None] = (), relation: str = "supports") -> Fact:
    links = [Link(claims[0].id, other.id, relation) for other in claims[1:]]
    days = [*published, *([None] * len(claims))]
    documents = [Document(one.document, one.document, "", "", published=day(iso) if iso else None) for one, iso in zip(claims, days, strict=False)]
    descents = [Descent(one.id, (Node(one.document, one.document, True),)) for one in claims]
    made = reconcile(claims, documents, links, (), descents, [Episode("e", claims=tuple(one.id for one in claims))])
    assert len(made) == 1
    return made[0]


def stands(*claims: Claim, published: Sequence[str | None] = (), relation: str = "supports") -> tuple[str, str | None]:
    made = fact(*claims, published=published, relation=relation)
    return made.agreement, made.why


def test_one_claim_is_single() -> None:
    assert stands(claim(figure(1300))) == ("single", None)


def test_bounds_and_roundings_agree() -> None:
    assert stands(claim(figure(1300)), claim(figure(1000, "at_least"))) == ("agree", "rounding")
    assert stands(claim(figure(36000)), claim(figure(36250))) == ("agree", "rounding")
    assert stands(claim(figure(1300)), claim(figure(1300))) == ("agree", None)


def test_ten_thousand_is_not_six_thousand_rounded() -> None:
    assert stands(claim(figure(10000)), claim(figure(6000)))[0] == "undetermined"


def test_values_of_two_known_days_have_changed() -> None:
    assert stands(claim(figure(1300, as_of=day("2031-05-03"))), claim(figure(700, as_of=day("2031-05-09")))) == ("changed", "later_count")
    assert stands(claim(figure(1300)), claim(figure(700)), published=("2031-05-03", "2031-05-09")) == ("changed", "later_count")


def test_values_of_one_known_day_conflict() -> None:
    assert stands(claim(figure(1300)), claim(figure(700)), published=("2031-05-03", "2031-05-03")) == ("conflict", "true_conflict")


def test_values_of_unknown_days_are_undetermined() -> None:
    assert stands(claim(figure(1300)), claim(figure(700)), published=("2031-05-03", None)) == ("undetermined", "dates_unknown")


def test_whom_one_leaves_open_may_be_others() -> None:
    open_ = claim(figure(700, population=None))
    assert stands(claim(figure(1300)), open_, published=("2031-05-03", "2031-05-03")) == ("undetermined", "population")


def test_a_denial_is_a_conflict_whatever_the_day() -> None:
    said = Position("north", "rejects", "route")
    assert stands(claim(said), claim(said, "denied"), relation="contradicts") == ("conflict", "true_conflict")


def test_the_ends_are_the_outermost_and_open_where_one_is() -> None:
    made = fact(claim(figure(1300)), claim(figure(700)))
    assert (made.low, made.high) == (700, 1300)
    made = fact(claim(figure(1300)), claim(figure(1000, "at_least")))
    assert (made.low, made.high) == (1000, None)


def test_every_claim_is_in_one_fact_and_ids_digest_the_claims() -> None:
    claims = [claim(figure(1300)), claim(figure(700)), claim(Position("north", "rejects", "route"))]
    link = [Link(claims[0].id, claims[1].id, "supports")]
    made = reconcile(claims, [], link, (), [Descent(one.id, (Node("o", "o", True),)) for one in claims], [])
    assert sorted(id for one in made for id in one.claims) == sorted(one.id for one in claims)
    again = reconcile(claims[::-1], [], link, (), [Descent(one.id, (Node("o", "o", True),)) for one in claims], [])
    assert {one.id for one in made} == {one.id for one in again}


def test_a_rejected_claim_is_in_none() -> None:
    assert reconcile([replace(claim(figure(1)), status="rejected")], [], [], (), [], []) == ()


def why(left: Claim, right: Claim, *, day_: str = "2031-05-03") -> tuple[str, str | None]:
    """How two claims of one day stand, with what the packs know."""
    links = [Link(left.id, right.id, "contradicts")]
    documents = [Document(one.document, one.document, "", "", published=day(day_)) for one in (left, right)]
    descents = [Descent(one.id, (Node(one.document, one.document, True),)) for one in (left, right)]
    (made,) = reconcile([left, right], documents, links, (), descents, [], scopes(load()))
    return made.agreement, made.why


def by(content: Figure, *names: str, actor: str | None = None) -> Claim:
    chain = (Source("o", "o", "outlet"), *(Source(name, name, "organisation", actor=actor) for name in names))
    return replace(claim(content), chains=(chain,))


def test_two_bodies_that_draw_their_own_lines_answer_two_questions() -> None:
    assert why(by(figure(393700), "United Nations", actor="un"), by(figure(1099475), "Line Watch")) == ("undetermined", "definition")
    assert why(by(figure(393700), "the council"), by(figure(1099475), "the committee")) == ("conflict", "true_conflict")
    assert why(by(figure(900, measure="killed"), "United Nations", actor="un"), by(figure(90, measure="killed"), "Line Watch")) \
        == ("conflict", "true_conflict")


def test_those_of_one_party_are_a_part_of_all() -> None:
    part = claim(figure(3370, measure="exited", group="north"))
    assert why(claim(figure(36000, measure="exited")), part) == ("undetermined", "part_of_whole")
    whole = claim(figure(36000))
    assert why(whole, claim(figure(900, part_of=whole.id))) == ("undetermined", "part_of_whole")


def test_those_who_are_there_are_not_those_who_came() -> None:
    assert why(claim(figure(900, measure="hosted")), claim(figure(300, measure="displaced"))) == ("undetermined", "stock_or_flow")


def test_sums_over_other_spans() -> None:
    since = claim(figure(34200, measure="exited", since=day("2031-03-19")))
    assert why(claim(figure(900, measure="exited")), since) == ("undetermined", "interval")
    month, week = (Time("2031-03-01", end, "", "explicit") for end in ("2031-03-31", "2031-03-07"))
    assert why(claim(figure(900, measure="exited", as_of=month)), claim(figure(200, measure="exited", as_of=week))) \
        == ("undetermined", "interval")


def test_a_town_is_not_its_district() -> None:
    district = replace(claim(figure(900)), places=(replace(PLACE, id="valley", precision=3),))
    assert why(claim(figure(200)), district) == ("undetermined", "place")


def test_a_sum_of_other_figures_is_reckoned_and_not_told() -> None:
    total, other = claim(figure(1200)), claim(figure(900))
    parts = [replace(claim(figure(value, population=who)), document=total.document) for value, who in ((700, "women"), (500, "men"))]
    documents = [Document(one.document, one.document, "", "", published=day("2031-05-03")) for one in (total, other)]
    told = [total, other, *parts]
    descents = [Descent(one.id, (Node(one.document, one.document, True),)) for one in told]
    made = reconcile(told, documents, [Link(total.id, other.id, "contradicts")], (), descents, [])
    assert [(fact.agreement, fact.why) for fact in made if len(fact.claims) == 2] == [("undetermined", "computed_or_said")]


def test_opposites_tie_two_facts_and_make_none() -> None:
    left, right = claim(Position("north", "accepts", "route")), claim(Position("north", "rejects", "route"))
    link = Link(left.id, right.id, "contradicts", (Reason(OPPOSED, 1.0, "accepts", "rejects"),))
    descents = [Descent(one.id, (Node(one.document, one.document, True),)) for one in (left, right)]
    assert [fact.agreement for fact in reconcile([left, right], [], [link], (), descents, [])] == ["single", "single"]


def test_of_very_many_figures_those_of_one_day_are_still_held_against_each_other() -> None:
    days = [f"2031-{1 + at // 28:02}-{1 + at % 28:02}" for at in range(2 * MANY)]
    same = [figure(1000.0, as_of=day(one)) for one in days]
    assert stands(*map(claim, same)) == ("agree", None)
    assert stands(*map(claim, [*same, figure(9000.0, as_of=day(days[40]))])) == ("conflict", "true_conflict")
    assert stands(*map(claim, [*same, figure(9000.0, as_of=day("2033-01-01"))])) == ("changed", "later_count")
