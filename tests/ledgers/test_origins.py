"""Who speaks through whom: copies hang on whom they copy, and nothing that no claim came by is told."""

from tawatur.ledgers import origins
from tawatur.records import Descent, Node
from tests.linking.wire import told, wire

REUTERS, POST, LAMP = Node("reuters", "Reuters", True), Node("post", "The Mill Post", True), Node("lamp", "The River Lamp", True)
DOCTOR = Node("doctor", "Salim Haddad", True)


def test_chains_are_turned_round_and_laid_over_one_another() -> None:
    descents = [Descent("a", (POST, REUTERS, DOCTOR)), Descent("b", (LAMP, REUTERS, DOCTOR)), Descent("c", (REUTERS, DOCTOR)),
                Descent("d", (LAMP,))]
    doctor, lamp = origins(descents, {"a": "post-1", "b": "lamp-1", "c": "wire-1", "d": "lamp-1"})
    assert [(hand.name, hand.depth, hand.reports, hand.printed) for hand in doctor.hands] == [
        ("Salim Haddad", 0, ("lamp-1", "post-1", "wire-1"), ()),
        ("Reuters", 1, ("lamp-1", "post-1", "wire-1"), ("wire-1",)),
        ("The River Lamp", 2, ("lamp-1",), ("lamp-1",)), ("The Mill Post", 2, ("post-1",), ("post-1",))]
    assert (lamp.root.name, lamp.root.claims) == ("The River Lamp", ("d",))


def test_only_what_is_asked_for() -> None:
    descents = [Descent("a", (POST, DOCTOR)), Descent("b", (LAMP,))]
    assert [one.root.name for one in origins(descents, {"b": "lamp-1"})] == ["The River Lamp"]
    assert origins(descents[::-1], {"a": "x", "b": "y"}) == origins(descents, {"a": "x", "b": "y"})


def test_reprints_without_a_credit_line_hang_on_their_agency() -> None:
    readings, made = told(wire(credited=False))
    reports = {claim.id: reading.document.id for reading in readings for claim in reading.claims}
    (reuters,) = [one for one in origins(made.descents, reports) if one.root.name == "Reuters"]
    assert len(reuters.root.reports) == 12
    assert sum(len(hand.printed) for hand in reuters.hands) >= 12
