"""The ladder of certainty counts roots, lists every step down, and lets a person choose what stands first."""

from itertools import count

from tawatur.packs import load
from tawatur.reconcile import reconcile, scopes
from tawatur.records import (
    OPPOSED,
    SAME_VOICE,
    Claim,
    Condition,
    Content,
    Descent,
    Document,
    Episode,
    Event,
    Evidence,
    Fact,
    Figure,
    Link,
    Node,
    Outlet,
    Position,
    Reason,
    Source,
    Step,
    Time,
)

NUMBERS = count()
TOWN = Figure("trapped", 1300, 1300, 1300, "exact", "people", "civilians")


def claim(content: Content = TOWN, actor: str | None = None, modality: str = "asserted") -> Claim:
    number = f"{next(NUMBERS):04}"
    chain = (Source("o" + number, "o", "outlet"), Source(actor or "n", "n", "organisation", actor=actor))
    return Claim(number, "d" + number, content, (Evidence(0, 1, "x"),), (chain,), modality)


def facts(claims: list[Claim], *, roots: list[str] | None = None, unsure: tuple[str, ...] = (), copied: bool = False,
          against: tuple[Link, ...] = (), alone: tuple[Claim, ...] = (), heads: tuple[str, ...] = ()) -> tuple[Fact, ...]:
    """Facts of claims that are one, printed on days in their order; `roots` are the keys of their origins."""
    told = [*claims, *alone]
    keys = dict(zip((one.id for one in claims), roots or [one.document for one in claims], strict=True))
    days = {one.id: f"2031-05-{at:02}" for at, one in enumerate(told, 3)}
    documents = [Document(one.document, one.document, "", "", outlet=Outlet(one.document, one.document),
                          published=Time(days[one.id], days[one.id], "", "explicit")) for one in told]
    nodes = {one.id: Node(keys.get(one.id, one.document), keys.get(one.id, one.document), keys.get(one.id) not in unsure) for one in told}
    links = [*(Link(claims[0].id, other.id, "supports") for other in claims[1:]), *against]
    copies = [Link(claims[0].document, other.document, "repeats", label="reprint") for other in claims[1:]] if copied else []
    return reconcile(told, documents, links, copies, [Descent(id, (node,)) for id, node in nodes.items()],
                     [Episode("e", claims=tuple(one.id for one in told))], scopes(load()), heads)


def steps(fact: Fact) -> list[tuple[str, str | None]]:
    return [(step.cause, step.date) for step in fact.steps]


def test_one_origin_and_one_origin_relayed() -> None:
    (fact,) = facts([claim()])
    assert (fact.certainty, fact.steps) == ("one_root", ())
    pair = [claim(), claim()]
    (fact,) = facts(pair, roots=["council", "council"])
    assert fact.certainty == "one_root_relayed"
    assert fact.steps == (Step("relayed", "2031-05-04", (pair[1].id,), "two_or_more", "one_root_relayed"),)


def test_a_copy_is_a_step_down_with_its_day() -> None:
    (fact,) = facts([claim(), claim(), claim()], roots=["wire", "wire", "wire"], copied=True)
    assert (fact.certainty, steps(fact)) == ("one_root_relayed", [("copied", "2031-05-04"), ("copied", "2031-05-05")])


def test_two_origins_need_names() -> None:
    (fact,) = facts([claim(), claim()])
    assert (fact.certainty, fact.steps) == ("two_or_more", ())
    (fact,) = facts([claim(), claim()], roots=["nameless:a", "nameless:b"], unsure=("nameless:a", "nameless:b"))
    assert (fact.certainty, steps(fact)) == ("one_root_relayed", [("unsure", "2031-05-04")])


def test_across_sides_is_told_by_parties_of_two() -> None:
    (fact,) = facts([claim(), claim()], roots=["name:sdf", "name:isis"])
    assert fact.certainty == "across_sides"
    (fact,) = facts([claim(), claim()], roots=["name:sdf", "name:coalition"])
    assert fact.certainty == "two_or_more"
    (fact,) = facts([claim(), claim()], roots=["name:sdf", "name:sohr"])
    assert fact.certainty == "two_or_more"


def test_conceded_is_told_by_the_accused_and_by_others() -> None:
    blamed = Condition("movement", "exit_refused", ("isis",))
    (fact,) = facts([claim(blamed), claim(blamed, actor="isis")], roots=["monitor", "name:isis"])
    assert fact.certainty == "conceded"
    (fact,) = facts([claim(Event("ASSAULT", actor="isis")), claim(Event("ASSAULT", actor="isis"), actor="sdf")],
                    roots=["monitor", "name:sdf"])
    assert fact.certainty == "two_or_more"
    (fact,) = facts([claim(blamed, actor="isis")], roots=["name:isis"])
    assert fact.certainty == "one_root"


def test_a_denial_takes_no_root_and_stands_there_with_its_day() -> None:
    said = Position("sdf", "rejects", "route")
    made = [claim(said), claim(said), claim(said, modality="denied")]
    (fact,) = facts(made)
    assert (fact.certainty, steps(fact)) == ("two_or_more", [("denied", "2031-05-05")])
    assert fact.counted == (made[0].id, made[1].id)


def test_the_rung_is_that_of_one_number() -> None:
    made = [claim(), claim(), claim(Figure("trapped", 700, 700, 700, "exact", "people", "civilians"))]
    (fact,) = facts(made)
    assert (fact.certainty, fact.counted, steps(fact)) == ("two_or_more", (made[0].id, made[1].id), [("differs", "2031-05-05")])


def test_what_was_turned_about_later_is_a_step_of_the_earlier_alone() -> None:
    first, then = claim(Position("sdf", "accepts", "route")), claim(Position("sdf", "rejects", "route"))
    told = Reason(OPPOSED, 1.0, "accepts", "rejects")
    link = Link(first.id, then.id, "updates", (told,))
    assert {step for fact in facts([first], against=(link,), alone=(then,)) for step in steps(fact)} == {("otherwise", "2031-05-04")}
    link = Link(first.id, then.id, "updates", (told, Reason(SAME_VOICE, 1.0)))
    made = {fact.claims: fact for fact in facts([first], against=(link,), alone=(then,))}
    assert steps(made[(first.id,)]) == [("reversed", "2031-05-04")]
    assert made[(then.id,)].steps == ()
    link = Link(first.id, then.id, "contradicts", (Reason(OPPOSED, 1.0, "accepts", "rejects"),))
    assert {steps(fact)[0][0] for fact in facts([first], against=(link,), alone=(then,))} == {"contradicted"}


def test_a_headline_stands_first_and_counts_its_own_number() -> None:
    made = [claim(), claim(), claim(Figure("trapped", 700, 700, 700, "exact", "people", "civilians"))]
    (fact,) = facts(made, heads=(made[0].id, made[2].id))
    assert (fact.headline, fact.claims[0], fact.certainty, fact.counted) == (made[2].id, made[2].id, "one_root", (made[2].id,))
    assert set(fact.claims) == {one.id for one in made}
    assert fact.id == facts(made)[0].id
    assert facts(made)[0].headline is None
