"""The review desk: `review next`, and a command for every decision."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import App, Parameter

from tawatur.errors import InputError
from tawatur.interfaces.cli.options import AsJson, CaseFile, Contexts, Folders, Kind, Where, Wide
from tawatur.interfaces.cli.signing import By, Why, told, who

if TYPE_CHECKING:
    from tawatur.desk.reviewing import Who
    from tawatur.packs import Packs
    from tawatur.ports import Store
    from tawatur.records import Claim, Review

Lang = Annotated[Literal["en", "ar"], Parameter(help="The desk's language.")]
Fields = Annotated[str, Parameter(help="FIELD=VALUE; fields of the content, or modality, time, at, from, to, through, source.")]
Terms = Annotated[str, Parameter(help="LETTER=ID of the figure that it stands for.")]
EXAMPLES = {
    "next": ["review next --case hajin.db", "review next --case hajin.db --kind position --lang ar",
             "review next --case hajin.db --json"],
    "accept": ["review accept 3f2a91 88c0de --case hajin.db", "review accept 3f2a91 --case hajin.db --as-read"],
    "reject": ['review reject 3f2a91 --case hajin.db --why "a joke of the caption"'],
    "correct": ["review correct 3f2a91 value=300 bound=at_least --case hajin.db",
                "review correct 3f2a91 modality=denied time=2018-12-02 --case hajin.db"],
    "add": ['review add 91c0e4 figure measure=trapped value=300 at=Hajin --quote "300 people are trapped" --case hajin.db'],
    "headline": ['review headline 3f2a91 --case hajin.db --why "the only one who counted"'],
    "merge": ["review merge 91c0e4 77aa02 --case hajin.db"], "split": ["review split 91c0e4 77aa02 --case hajin.db"],
    "same-source": ['review same-source "Amaq" "Nashir News" --case hajin.db'],
    "different-source": ['review different-source "a resident" "a local source" --case hajin.db'],
    "derive": ['review derive "still inside" "a - b" a=3f2a91 b=88c0de --case hajin.db --why "both of Sunday"'],
    "undo": ["review undo --case hajin.db", "review undo 5d77e1 --case hajin.db"],
    "log": ["review log --case hajin.db", "review log --case hajin.db --json"],
}


def register(app: App) -> None:
    """Take these commands into the program."""
    group = App(name="review", help="Decide on what was read: next, accept, reject, correct, add, tie, undo. Every decision is "
                                    "kept in a ledger that only grows.")
    commands: dict[str, Callable[..., int]] = {
        "next": next_, "accept": accept, "reject": reject, "correct": correct, "add": add, "headline": headline, "merge": merge,
        "split": split, "same-source": same_source, "different-source": different_source, "derive": derive, "undo": undo,
        "log": log}
    for name, command in commands.items():
        lines = "\n".join(f"  tawatur {example}" for example in EXAMPLES[name])
        group.command(command, name=name, help_epilogue=f"Example{'s' if len(EXAMPLES[name]) > 1 else ''}:\n\n{lines}\n")
    app.command(group)


def next_(*, case: CaseFile, kind: Annotated[tuple[Kind, ...], Parameter(negative="", consume_multiple=False, show_default=False,
          help="Claims of this kind; may be repeated.")] = (), where: Where | None = None, lang: Lang = "en", by: By = None,
          json: AsJson = False, context: Contexts = (), packs: Folders = ()) -> int:
    """Show the next claim that wants a decision, with its sentence; on a terminal, one key decides it and leads to the next.

    First come decisions made on something that reads otherwise by now, in both versions; then the doubtful that matter most.
    """
    from tawatur.desk import reviewing
    from tawatur.desk.asking import filtered
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import deciding
    from tawatur.interfaces.cli.asking import asked, fold

    with opened(case) as held:
        waiting = reviewing.waiting(held, filtered(held, asked(kind, where), fold))
        if json:
            return deciding.dumped(held, waiting)
        return deciding.sat(held, case, waiting, lang, by, lambda: _packs(context, packs))


def accept(*claim: str, case: CaseFile, as_read: Annotated[bool, Parameter(negative="", show_default=False)] = False,
           by: By = None, why: Why = "", json: AsJson = False) -> int:
    """Say that the report does say this. A claim that was corrected stays as it was corrected.

    Parameters
    ----------
    claim
        Ids of claims.
    as_read
        What the program reads in its place by now, not what was decided.
    """
    from tawatur.desk import reviewing

    return _each(case, claim, by, why, json,
                 lambda held, one, signed: reviewing.accept(held, one, signed, as_read=as_read))


def reject(*claim: str, case: CaseFile, by: By = None, why: Why = "", json: AsJson = False) -> int:
    """Say that the report does not say this: the claim stays in the case, and out of all that is told.

    Parameters
    ----------
    claim
        Ids of claims.
    """
    from tawatur.desk import reviewing

    return _each(case, claim, by, why, json, reviewing.reject)


def correct(claim: str, /, *fields: Fields, case: CaseFile, by: By = None, why: Why = "", json: AsJson = False,
            context: Contexts = (), packs: Folders = ()) -> int:
    """Put right what a claim says; what the program read stays beside it.

    Parameters
    ----------
    claim
        The claim's id.
    """
    from tawatur.desk import reviewing
    from tawatur.desk.cases import opened
    from tawatur.desk.correcting import Corrector, objection, typed

    said = typed(fields)
    if not said:
        raise InputError("nothing to correct: give FIELD=VALUE, such as value=300; `tawatur claims --explain` shows the fields")
    with opened(case) as held:
        before = held.claim(claim)
        known = _packs(context, packs)
        document = held.document(before.document)
        after = Corrector(held, document, known).corrected(before, said)
        made = reviewing.correct(held, before, after, who(by, why), known)
        told([(made, held.claim(before.id))], by, json, objection(document, after, known))
    return 0


def add(report: str, kind: Kind, /, *fields: Fields, case: CaseFile,
        quote: Annotated[str, Parameter(help="The report's words that say it, letter by letter.")], by: By = None, why: Why = "",
        json: AsJson = False, context: Contexts = (), packs: Folders = ()) -> int:
    """Take in a claim that the program did not read.

    Parameters
    ----------
    report
        The report's id.
    kind
        The kind of claim.
    """
    from tawatur.desk import reviewing
    from tawatur.desk.cases import opened
    from tawatur.desk.correcting import Corrector, objection, typed

    with opened(case) as held:
        document = held.document(report)
        known = _packs(context, packs)
        claim = Corrector(held, document, known).added(kind, typed(fields), quote)
        made = reviewing.add(held, claim, who(by, why), known)
        told([(made, held.claim(claim.id))], by, json, objection(document, claim, known))
    return 0


def headline(claim: str, /, *, case: CaseFile, by: By = None, why: Why = "", json: AsJson = False) -> int:
    """Put a claim first in its fact, with a reason. The others stay, and so does the number of origins; undo takes it back.

    Parameters
    ----------
    claim
        The claim's id.
    """
    from tawatur.desk import reviewing
    from tawatur.desk.cases import opened

    with opened(case) as held:
        one = held.claim(claim)
        told([(reviewing.headline(held, one, who(by, why)), one)], by, json)
    return 0


def merge(*id: str, case: CaseFile, by: By = None, why: Why = "", json: AsJson = False) -> int:
    """Say that reports, or claims, are about one thing: one episode, one fact.

    Parameters
    ----------
    id
        Ids of reports, or of claims: two or more.
    """
    return _tied(case, "merge", id, by, why, json)


def split(*id: str, case: CaseFile, by: By = None, why: Why = "", json: AsJson = False) -> int:
    """Say that reports, or claims, are about different things.

    Parameters
    ----------
    id
        Ids of reports, or of claims: two or more.
    """
    return _tied(case, "split", id, by, why, json)


def same_source(*name: str, case: CaseFile, by: By = None, why: Why = "", json: AsJson = False) -> int:
    """Say that sources of several names are one.

    Parameters
    ----------
    name
        Names of sources, as `tawatur sources` lists them: two or more.
    """
    return _tied(case, "same_source", name, by, why, json)


def different_source(*name: str, case: CaseFile, by: By = None, why: Why = "", json: AsJson = False) -> int:
    """Say that sources are different ones, whatever they share.

    Parameters
    ----------
    name
        Names of sources, as `tawatur sources` lists them: two or more.
    """
    return _tied(case, "different_source", name, by, why, json)


def derive(name: str, formula: str, /, *terms: Terms, case: CaseFile, by: By = None, why: Why = "", json: AsJson = False) -> int:
    """Reckon a figure from others by a formula, which is shown wherever the figure is. Nothing is reckoned without one.

    Parameters
    ----------
    name
        What the figure tells, in your words.
    formula
        Letters, numbers, + - * / and brackets.
    """
    from tawatur.desk import deriving
    from tawatur.desk.cases import opened
    from tawatur.desk.correcting import typed

    with opened(case) as held:
        told([(deriving.derive(held, name, formula, typed(terms), who(by, why)), None)], by, json)
    return 0


def undo(entry: str | None = None, /, *, case: CaseFile, by: By = None, why: Why = "", json: AsJson = False,
         context: Contexts = (), packs: Folders = ()) -> int:
    """Take a decision back: what stood before stands again. An undo can be undone; a report that was forgotten is gone.

    Parameters
    ----------
    entry
        The entry of the ledger, by its id (`tawatur review log`); the last decision, if not given.
    """
    from tawatur.desk import reading, reviewing
    from tawatur.desk.cases import opened

    with opened(case) as held:
        back = reviewing.entry(held, entry) if entry else reviewing.last_decision(held)
        if reviewing.on_report(held, back):
            made = reading.undo(held, back, _packs(context, packs), who(by, why))
        else:
            made = reviewing.undo(held, back, who(by, why))
        told([(made, None)], by, json, back=back)
    return 0


def log(*, case: CaseFile, wide: Wide = False, json: AsJson = False) -> int:
    """List the ledger: every decision, the oldest first, with who, when and why."""
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import deciding

    with opened(case) as held:
        deciding.logged(list(held.reviews()), wide, json)
    return 0


def _each(case: Path, ids: Sequence[str], by: str | None, why: str, json: bool,
          decide: "Callable[[Store, Claim, Who], Review]") -> int:
    """One decision on several claims: all of them, or none where one cannot be."""
    from tawatur.desk.cases import opened

    if not ids:
        raise InputError("no claim named: give the ids of claims, as `tawatur claims` lists them")
    with opened(case) as held:
        with held.together():
            made = [decide(held, held.claim(id), who(by, why)) for id in dict.fromkeys(ids)]
        told([(one, held.claim(one.target)) for one in made], by, json)
    return 0


def _tied(case: Path, action: Literal["merge", "split", "same_source", "different_source"], names: Sequence[str],
          by: str | None, why: str, json: bool) -> int:
    from tawatur.desk import reviewing
    from tawatur.desk.cases import opened

    with opened(case) as held:
        told([(reviewing.tie(held, action, names, who(by, why)), None)], by, json)
    return 0


def _packs(context: tuple[str, ...], packs: tuple[Path, ...]) -> "Packs":
    from tawatur import packs as knowledge

    return knowledge.load(context or None, packs)
