"""Through whose hands each claim came: chains as nodes that are the same in every report, copies behind their sources."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tawatur.linking.families import Families
from tawatur.linking.names import Sounds, Strangers
from tawatur.linking.originals import Originals
from tawatur.packs import Packs
from tawatur.records import NO_TIES, Actor, Claim, Descent, Document, Node, Outlet, Source, Ties
from tawatur.text import tokenize

ONE_VOICE = frozenset({"state", "government", "army", "armed_group", "party"})
"""Kinds of actors that speak with their whole: a ministry is its state's voice; bodies of the UN are not one another's."""

SPOKEN = 2
"""Words by which an unknown name is known again, from its end: titles stand before a name in both languages."""


@dataclass
class Registry:
    """Who is meant by a name, an id or an outlet: one node for a party with all its media and officials."""

    packs: Packs
    ties: Ties = NO_TIES
    strangers: Strangers | None = None
    bodies: Mapping[str, str] = field(default_factory=dict)
    """Keys of bodies whose names are one, translated or not, with the key that stands for them."""
    _ids: dict[tuple[str, ...], str] = field(default_factory=dict)
    _outlets: dict[tuple[str, str], Node] = field(default_factory=dict)
    _split: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._sounds = Sounds(self.packs)
        everybody: list[Outlet | Actor] = [*self.packs.outlets.values(), *self.packs.actors.values()]
        for known in everybody:
            for name in (known.name, *(name for names in known.names.values() for name in names)):
                self._ids.setdefault(self.words(name), known.id)
        self._told_apart = {self.words(name) for pair in self.ties.different for name in pair}
        self._one = {self._plain(name, person).key: self._plain(pair[0]).key
                     for pair in sorted(self.ties.same) for name in pair for person in (False, True)}

    def outlet(self, document: Document) -> Node:
        """Who publishes a report."""
        outlet = document.outlet
        if outlet is None:
            return Node(f"report:{document.id}", document.name, False)
        if (outlet.id, outlet.name) not in self._outlets:
            self._outlets[outlet.id, outlet.name] = self._published(outlet)
        return self._outlets[outlet.id, outlet.name]

    def _published(self, outlet: Outlet) -> Node:
        known = self.packs.outlets.get(outlet.id) or outlet
        node = self._party(known.speaks_for) if known.speaks_for else replace(
            self._plain(known.name), sure=not _only_a_host(known))
        return self._tied(known.name, node)

    def source(self, source: Source, how: str, holder: Node) -> Node | None:
        """A node of a chain behind its holder; None for one that is the holder itself."""
        if how == "holder":
            return None
        if source.actor:
            return self._tied(source.name, self._party(source.actor))
        if how == "nameless" or not self.words(source.name):
            return Node(f"nameless:{holder.key}", source.text or source.name or source.kind, False)
        return self.named(source.name, source.kind == "person")

    def named(self, name: str, person: bool = False) -> Node:
        """Somebody by a name: as the packs know it, or else by how it sounds, so that both scripts give one key."""
        return self._tied(name, self._plain(name, person))

    def _tied(self, name: str, node: Node) -> Node:
        """What persons said of a source: two that are the same have one key; one told from another goes by its very words."""
        words = self.words(name)
        if words in self._told_apart:
            return replace(node, key=f"very:{' '.join(words)}", name=name)
        return replace(node, key=self._one.get(node.key, node.key))

    def _plain(self, name: str, person: bool = False) -> Node:
        words = self.words(name)
        id = self._ids.get(words)
        if id is not None:
            outlet = self.packs.outlets.get(id)
            return self._party(outlet.speaks_for) if outlet and outlet.speaks_for else self._known(id, name)
        if not person:
            return self._unknown(name)
        sound = self._sounds.spelling.key(self._sounds.spelling.bare(words)[-SPOKEN:])
        return Node(f"sounds:{sound or ' '.join(words)}", name, True)

    def _unknown(self, name: str) -> Node:
        """A party or body that no pack knows: the party whose name it bears, or itself."""
        words = self.words(name)
        if self.strangers and (party := self.strangers.whose(words)):
            return Node(f"party:{party}", party, True)
        keys = [key for key in (self._sounds.of_body(words), self._sounds.spelled(words)) if key] or [" ".join(words)]
        return Node(f"sounds:{next((self.bodies[key] for key in keys if key in self.bodies), keys[0])}", name, True)

    def sound(self, name: str) -> str:
        """How a name sounds in either script, or the name itself."""
        return self._sounds.of(name) or name

    def stranger(self, source: Source) -> bool:
        """Whether a source is an agency that the packs do not know."""
        return source.kind == "agency" and self.words(source.name) not in self._ids

    def _known(self, id: str, name: str) -> Node:
        actor = self.packs.actors.get(id)
        return self._party(id) if actor else Node(f"name:{id}", name, True)

    def _party(self, id: str) -> Node:
        """The whole that an actor speaks for."""
        actor = self.packs.actors.get(id)
        while actor and actor.part_of and _speaks_with(actor, self.packs.actors.get(actor.part_of)):
            actor = self.packs.actors[actor.part_of]
        if actor is None:
            return self._unknown(id)
        return Node(f"name:{actor.id}", actor.name, True, tuple(self._wholes(actor)))

    def _wholes(self, actor: Actor) -> Iterator[str]:
        while actor.part_of and actor.part_of in self.packs.actors:
            actor = self.packs.actors[actor.part_of]
            yield f"name:{actor.id}"

    def words(self, name: str) -> tuple[str, ...]:
        if name not in self._split:
            self._split[name] = tuple(token.form for token in tokenize(name, self.packs.folding) if token.kind != "punctuation")
        return self._split[name]


def one_bodies(names: Iterable[str], sounds: Sounds) -> dict[str, str]:
    """The keys of bodies, each with the one that stands for all by which one name may be known: by its senses or its sound."""
    heads: dict[str, str] = {}

    def head(key: str) -> str:
        while heads.setdefault(key, key) != key:
            key = heads[key]
        return key

    for words in sorted({sounds.words(name) for name in names}):
        ours = sorted({head(key) for key in (sounds.of_body(words), sounds.spelled(words)) if key})
        heads.update(dict.fromkeys(ours[1:], ours[0]) if ours else {})
    return {key: head(key) for key in heads}


def _speaks_with(part: Actor, whole: Actor | None) -> bool:
    return whole is not None and part.kind in ONE_VOICE and whole.kind in ONE_VOICE


def _only_a_host(outlet: Outlet) -> bool:
    return outlet.id == outlet.name and "." in outlet.id and " " not in outlet.id


def descents(claims: Sequence[Claim], documents: Mapping[str, Document], families: Families,
             registry: Registry) -> Iterator[Descent]:
    """One a chain. A claim in a passage that its report reuses comes from whom that was taken from."""
    hows = {row["kind"]: row["how"] for row in registry.packs.tables.get("roots", ())}
    originals, in_full, alone = Originals(claims, documents, families), _in_full(claims, registry), _surnames(claims, registry)
    for claim in claims:
        document = documents.get(claim.document)
        if document is None:
            continue
        start = [registry.outlet(document), *families.behind(claim)]
        original = originals.of(claim)
        for chain in original.chains or ((),):
            nodes = list(dict.fromkeys(start))
            for source in chain[1:]:
                if len(start) > 1 and source is chain[1] and registry.stranger(source):
                    continue  # a copy that credits an agency nobody knows credits the one it was taken from
                full = in_full.get((original.document, source.name)) or alone.get(source.name)
                known = full if source.kind == "person" else None
                called = replace(source, name=known) if known else source
                node = registry.source(called, hows.get(source.kind, "nameless"), nodes[-1])
                if node is not None and all(node.key != other.key for other in nodes):
                    nodes.append(node)
            yield Descent(claim.id, _short(nodes))


def _in_full(claims: Sequence[Claim], registry: Registry) -> dict[tuple[str, str], str]:
    """By report and name: persons whom it calls by one word, with the one fuller name that it gives them elsewhere."""
    named: dict[str, set[str]] = {}
    for claim in claims:
        named.setdefault(claim.document, set()).update(
            source.name for chain in claim.chains for source in chain[1:] if source.kind == "person")
    found: dict[tuple[str, str], str] = {}
    for report, names in named.items():
        split = {name: registry.words(name) for name in names}
        for name in (name for name, words in split.items() if len(words) == 1):
            longer = [other for other, words in split.items() if len(words) > 1 and words[-1:] == split[name]]
            if len(longer) == 1:
                found[report, name] = longer[0]
    return found


def _surnames(claims: Sequence[Claim], registry: Registry) -> dict[str, str]:
    """Persons called by one word with the one person of the case whose name ends so in either script; nobody where two do."""
    names = {source.name for claim in claims for chain in claim.chains for source in chain[1:] if source.kind == "person"}
    full: dict[str, dict[str, str]] = {}
    for name in sorted(names):
        if len(words := registry.words(name)) > 1:
            full.setdefault(registry.sound(words[-1]), {}).setdefault(registry.named(name, person=True).key, name)
    short = (name for name in names if len(registry.words(name)) == 1)
    return {name: next(iter(held.values())) for name in short if len(held := full.get(registry.sound(name), {})) == 1}


def _short(nodes: Sequence[Node]) -> tuple[Node, ...]:
    met: dict[str, Node] = {}
    for node in nodes:
        met.setdefault(node.key, node)
    return tuple(met.values())
