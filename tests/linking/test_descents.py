"""A node of a chain has one key in every report and language; a party, its media and its officials are one."""

from dataclasses import replace

from tawatur.linking.descents import Registry, descents
from tawatur.linking.families import Families
from tawatur.packs import load
from tawatur.records import Claim, Control, Document, Evidence, Node, Outlet, Source, Ties

LAMP = Outlet("The River Lamp", "The River Lamp")
REPORT = Document("d", "d", "", "x" * 9, outlet=LAMP)


def path(*sources: Source, report: Document = REPORT, ties: Ties | None = None) -> tuple[Node, ...]:
    registry = Registry(load(), ties or Ties())
    chain = (Source("The River Lamp", "The River Lamp", "outlet"), *sources)
    claim = Claim("c", report.id, Control("a", "holds"), (Evidence(0, 1, "x"),), (chain,))
    families = Families([report], [], {}, registry.outlet, registry.named)
    (found,) = descents([claim], {report.id: report}, families, registry)
    return found.nodes


def person(name: str) -> Source:
    return Source(name, name, "person")


def origin(source: Source, ties: Ties | None = None) -> str:
    return path(source, ties=ties)[-1].key


def test_a_partys_agency_its_official_and_its_name_are_one() -> None:
    keys = {origin(Source("Amaq agency", "Amaq", "agency", actor="isis")), origin(Source("Amaq", "Amaq", "agency")),
            origin(replace(person("Abu Somebody"), actor="isis"))}
    assert len(keys) == 1


def test_one_name_in_two_scripts_is_one_with_titles_or_without() -> None:
    assert origin(person("Hanan al-Jadaan")) == origin(person("مديرتها حنان الجدعان"))
    assert origin(person("Hanan al-Jadaan")) != origin(person("Salim Haddad"))


def test_a_correspondent_is_the_outlet_and_an_unnamed_source_is_its_outlets() -> None:
    assert [node.key for node in path(Source("our man", "our man", "correspondent"))] == [path()[-1].key]
    assert origin(Source("sources", "sources", "unnamed")) == f"nameless:{path()[0].key}"
    assert not path(Source("sources", "sources", "unnamed"))[-1].sure


def test_an_outlet_that_publishes_and_one_that_is_cited_are_one() -> None:
    other = replace(REPORT, id="e", outlet=Outlet("Valley Radio", "Valley Radio"))
    assert path(Source("The River Lamp", "the River Lamp", "organisation"), report=other)[-1].key == path()[0].key


def test_nothing_is_known_of_a_report_without_an_outlet_or_of_a_mere_host() -> None:
    assert not path(report=replace(REPORT, outlet=None))[0].sure
    assert not path(report=replace(REPORT, outlet=Outlet("lamp.example", "lamp.example")))[0].sure
    assert path()[0].sure


def test_what_a_person_said_of_two_sources_counts() -> None:
    one, two = person("Salim Haddad"), person("The doctor of the mill")
    assert origin(one, Ties(same=frozenset({(one.name, two.name)}))) == origin(two, Ties(same=frozenset({(one.name, two.name)})))
    alike = person("Saleem Hadad")
    assert origin(one) == origin(alike)
    apart = Ties(different=frozenset({(alike.name, one.name)}))
    assert origin(one, apart) != origin(alike, apart)


def test_whom_a_report_calls_by_one_word_is_the_one_whose_name_it_gives_in_full_elsewhere() -> None:
    registry = Registry(load(), Ties())
    chains = [(Source("o", "o", "outlet"), person(name)) for name in ("Orlo", "Tamma Orlo")]
    claims = [Claim(f"c{at}", REPORT.id, Control("a", "holds"), (Evidence(0, 1, "x"),), (chain,)) for at, chain in enumerate(chains)]
    found = [*descents(claims, {REPORT.id: REPORT}, Families([REPORT], [], {}, registry.outlet, registry.named), registry)]
    assert len({one.nodes[-1].key for one in found}) == 1
    assert origin(Source("Um Rafan emergency room", "x", "organisation")) == origin(Source("غرفة طوارئ أم رافان", "x", "organisation"))
