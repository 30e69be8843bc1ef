"""Decisions of persons on the claims of a case. Each is one transaction: in the ledger and on the claim, or nowhere."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tawatur.desk.indexing import stand
from tawatur.errors import InputError, UnknownError
from tawatur.packs import Packs
from tawatur.ports import Filter, Store
from tawatur.records import Action, Claim, Draft, Review, Ties
from tawatur.records.review import Values
from tawatur.records.written import write
from tawatur.review import Standing, alike, difference, effective, queue, settle, standing_on, ties
from tawatur.review.ledger import of_claim

SOURCES = "sources"
"""The target of a decision on sources, which have names and no ids."""


@dataclass(frozen=True, slots=True)
class Who:
    """Who decides, at what instant (ISO, UTC), and why."""

    by: str
    at: str
    note: str = ""


def waiting(case: Store, asked: Filter) -> list[Claim]:
    """What wants a decision, the most urgent first."""
    return queue(case.claims(replace(asked, statuses=())))


def standing(case: Store, id: str) -> Standing:
    """A claim as it stands, beside what the program itself reads in its place."""
    claim = case.claim(id)
    settled = settle(case.suggested(claim.document), list(case.reviews(claim.document)))
    return next((each for each in settled if each.claim == claim), Standing(claim, None))


def accept(case: Store, claim: Claim, who: Who, *, as_read: bool = False) -> Review:
    """Take a claim as it stands; or, with `as_read`, what the program itself reads in its place by now."""
    def decided(now: Standing) -> Claim:
        if as_read and now.read is None:
            raise InputError(f"claim {claim.id}: nothing is read in its place any more; accept or reject it as it stands")
        if as_read and now.read:
            return replace(now.read, id=claim.id, status="accepted")
        own = now.read is not None and not alike(_plain(now.claim), _plain(now.read))
        return replace(now.claim, status="corrected" if own else "accepted")

    return _decide(case, claim, "accept", decided, who)


def reject(case: Store, claim: Claim, who: Who) -> Review:
    """Say that the report does not say this; the claim stays in the case, and out of all that is derived."""
    return _decide(case, claim, "reject", lambda now: replace(now.claim, status="rejected"), who)


def correct(case: Store, claim: Claim, corrected: Claim, who: Who, packs: Packs) -> Review:
    """Put a corrected claim in the place of one."""
    if difference(write(replace(claim, decided=None)), corrected) == {}:
        raise InputError(f"claim {claim.id} says so already; to take it as it is, accept it")
    return _decide(case, claim, "correct", lambda _: replace(corrected, status="corrected"), who, packs)


def add(case: Store, claim: Claim, who: Who, packs: Packs) -> Review:
    """Take in a claim that the program did not read."""
    with case.together():
        if any(claim.id == held.id for held in case.claims(Filter(documents=(claim.document,)))):
            raise InputError(f"these words bear a {claim.kind} with the same id already, {claim.id}; correct that one")
        draft = Draft("add", claim.id, who.by, who.at, documents=(claim.document,), note=who.note,
                      after=_plain(replace(claim, status="accepted")))
        entry = case.append(draft)
        restand(case, claim.document, packs)
    return entry


def headline(case: Store, claim: Claim, who: Who) -> Review:
    """Put a claim first in its fact, whatever else stands in it; the others stay. It needs a reason."""
    if not who.note:
        raise InputError("say why with --why: a headline is a judgement, and its reason stays in the ledger")
    if claim.status == "rejected":
        raise InputError(f"claim {claim.id} is rejected, and in no fact; accept it first")
    return case.append(Draft("headline", claim.id, who.by, who.at, documents=(claim.document,), note=who.note))


def tie(case: Store, action: Action, names: Sequence[str], who: Who) -> Review:
    """Say that things are one, or several: reports or claims (`merge`, `split`) by their ids, sources (`same_source`,
    `different_source`) by the names that chains bear."""
    with case.together():
        draft = _on_ids(case, action, names, who) if action in ("merge", "split") else _on_names(case, action, names, who)
        return case.append(draft)


def _on_ids(case: Store, action: Action, ids: Sequence[str], who: Who) -> Draft:
    targets, documents = _reports_or_claims(case, ids)
    if len(targets) < 2:
        raise InputError(f"{action} needs two different reports or two different claims")
    return Draft(action, targets[0], who.by, who.at, others=tuple(targets[1:]), documents=tuple(dict.fromkeys(documents)),
                 note=who.note)


def _on_names(case: Store, action: Action, names: Sequence[str], who: Who) -> Draft:
    told = _told(case)
    if unknown := [name for name in names if name not in told]:
        raise UnknownError(f"no source “{unknown[0]}” in this case; `tawatur sources` lists their names")
    if len(set(names)) < 2:
        raise InputError(f"{action.replace('_', '-')} needs two different names")
    return _on_sources(action, names, told, who)


def _told(case: Store) -> dict[str, set[str]]:
    """By the names of sources, the reports that they speak in."""
    told: dict[str, set[str]] = {}
    for claim in case.claims():
        for source in (source for chain in claim.chains for source in chain):
            told.setdefault(source.name, set()).add(claim.document)
    return told


def _on_sources(action: Action, names: Sequence[str], told: Mapping[str, set[str]], who: Who) -> Draft:
    documents = sorted(set().union(*(told[name] for name in names)))
    return Draft(action, SOURCES, who.by, who.at, documents=tuple(documents), note=who.note,
                 after={"names": list(dict.fromkeys(names))})


def last_decision(case: Store) -> Review:
    """What `undo` takes back if nothing else is named: the newest decision that counts and can be taken back."""
    able = [entry for entry in effective(list(case.reviews())) if entry.action != "forget"]
    if not able:
        raise InputError("there is no decision to take back")
    return able[-1]


def entry(case: Store, id: str) -> Review:
    """One entry of the ledger, by the beginning of its id."""
    near = [one for one in case.reviews() if id and one.id.startswith(id)]
    if len(near) == 1:
        return near[0]
    raise UnknownError(f"no entry “{id}” in the ledger" if not near else
                       f"several entries of the ledger begin with “{id}”; give more of the id")


def undo(case: Store, taken_back: Review, who: Who) -> Review:
    """Take a decision on claims or sources back; what stood before stands again. A decision on a report needs `reading.undo`."""
    with case.together():
        made = undone(case, taken_back, who)
        for document in made.documents if of_claim(_root(case, taken_back)) else ():
            restand(case, document)
    return made


def on_report(case: Store, one: Review) -> bool:
    """Whether an entry is about what a report is, so that it must be read anew when it is taken back."""
    return _root(case, one).action in ("date", "correct") and not of_claim(_root(case, one))


def undone(case: Store, taken_back: Review, who: Who) -> Review:
    """The entry that takes one back, appended; nothing else is done."""
    entries = list(case.reviews())
    if taken_back.action == "forget":
        raise InputError("what was forgotten is gone for good; read the report into another case if it is needed")
    if not taken_back.salt and _root(case, taken_back).action not in ("merge", "split"):
        raise InputError(f"entry {taken_back.id} lost its words when a report was forgotten; it cannot be taken back")
    if taken_back.id in {one.target for one in _undoing(entries)}:
        raise InputError(f"entry {taken_back.id} was taken back already")
    if later := standing_on(_root(case, taken_back), entries):
        raise InputError(f"a later decision stands on entry {taken_back.id}; take {later.id} back first")
    return case.append(Draft("undo", taken_back.id, who.by, who.at, documents=taken_back.documents, note=who.note))


def _undoing(entries: Sequence[Review]) -> list[Review]:
    """The undos that count."""
    undos: list[Review] = []
    undone: set[str] = set()
    for one in reversed(entries):
        if one.action == "undo" and one.id not in undone:
            undone.add(one.target)
            undos.append(one)
    return undos


def _root(case: Store, one: Review) -> Review:
    """The decision that a row of undos is about in the end."""
    while one.action == "undo":
        one = entry(case, one.target)
    return one


def tied(case: Store) -> Ties:
    """What persons tied together or parted: claims, reports, sources."""
    return ties(list(case.reviews()))


def _decide(case: Store, seen: Claim, action: Action, decided: Callable[[Standing], Claim], who: Who,
            packs: Packs | None = None) -> Review:
    """Append a decision on a claim as somebody saw it, and let it stand."""
    with case.together():
        now = standing(case, seen.id)
        if now.claim != seen:
            raise InputError(f"claim {seen.id} changed while you looked at it; look again")
        before = _plain(now.claim)
        draft = Draft(action, seen.id, who.by, who.at, documents=(seen.document,), before=before,
                      after=difference(before, decided(now)), read=_plain(now.read) if now.read else None, note=who.note)
        made = case.append(draft)
        restand(case, seen.document, packs)
    return made


def _plain(claim: Claim) -> Values:
    return write(replace(claim, decided=None))


def _reports_or_claims(case: Store, ids: Sequence[str]) -> tuple[list[str], list[str]]:
    """Whole ids, each once, of reports or else of claims, and the reports that they belong to."""
    try:
        reports = [case.document(id).id for id in ids]
    except UnknownError:
        claims = [case.claim(id) for id in ids]
        return list(dict.fromkeys(claim.id for claim in claims)), [claim.document for claim in claims]
    return list(dict.fromkeys(reports)), reports


def restand(case: Store, document: str, packs: Packs | None = None) -> None:
    """Lay the ledger over a report's claims anew."""
    standings = settle(case.suggested(document), list(case.reviews(document)))
    case.stand(stand(document, standings, packs))


def forget(case: Store, id: str, who: Who) -> Review:
    """Drop a report and all that came of it, for good; the ledger keeps that it was forgotten, by whom, when and why."""
    with case.together():
        document = case.document(id).id
        moved = [one for one in effective(list(case.reviews(document))) if one.target == SOURCES]
        made = case.append(Draft("forget", document, who.by, who.at, documents=(document,), note=who.note))
        case.forget(document)
        for one in moved:
            _say_again(case, one, who)
    case.sweep()
    return made


def _say_again(case: Store, one: Review, who: Who) -> None:
    """A decision on sources that other reports name too outlives the report; their names may stand in no other entry."""
    told = _told(case)
    names = [name for name in (one.after or {}).get("names", ()) if name in told]
    if len(names) > 1:
        case.append(_on_sources(one.action, names, told, Who(who.by, who.at, f"as {one.by} said in entry {one.id}")))


def forgotten(case: Store, document: str) -> bool:
    """Whether a report (by its whole id) was forgotten."""
    return any(entry.action == "forget" and entry.target == document for entry in case.reviews(document))
