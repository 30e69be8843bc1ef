"""Arrows point downward only, siblings do not know each other, and nothing goes round in a circle."""

from graphlib import CycleError, TopologicalSorter

from tests.house.plan import HOME, floor, imports, modules, room

KNOWN = modules()
ARROWS = [(module, target, f"{KNOWN[module].relative_to(HOME)}:{line}")
          for module, path in KNOWN.items() for target, line in imports(module, path, KNOWN)]


def test_every_room_stands_on_a_floor() -> None:
    homeless = {name for module in KNOWN if (name := room(module)) and floor(name) is None}
    assert not homeless, f"rooms that the plan in tests/house/plan.py does not know: {sorted(homeless)}"


def test_arrows_point_downward() -> None:
    wrong = []
    for module, target, where in ARROWS:
        here, there = room(module), room(target)
        if not here or not there or here == there:
            continue
        high, low = floor(here), floor(there)
        if high is not None and low is not None and low >= high:
            wrong.append(f"{where}: {here} imports {there}, {'a sibling' if low == high else 'a floor above'}")
    assert not wrong, "\n".join(wrong)


def test_no_cycles() -> None:
    graph: dict[str, set[str]] = {module: set() for module in KNOWN}
    for module, target, _ in ARROWS:
        graph[module].add(target)
    try:
        list(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise AssertionError("modules import each other in a circle: " + " → ".join(error.args[1])) from None
