"""What may be held: facts with their roots (`facts`), episodes (`episodes`), and the whole account derived anew (`rebuild`)."""

from typing import TYPE_CHECKING, Annotated

from cyclopts import App, Parameter

from tawatur.interfaces.cli.options import AsJson, CaseFile, Contexts, Folders, Kind, Lang, Where, Wide

if TYPE_CHECKING:
    from tawatur.briefing.boards import Scribe
    from tawatur.briefing.standing import Standing
    from tawatur.desk.accounts import Held

Kinds = Annotated[tuple[Kind, ...], Parameter(negative="", consume_multiple=False, show_default=False)]
COUNTED = {"copy": "copies", "link": "links", "fact": "facts", "episode": "episodes"}
"""What is derived: of one, and of several."""
Explain = Annotated[str | None, Parameter(help="Show one fact in full, by its id or that of a claim in it.")]


def register(app: App) -> None:
    """Take these commands into the program."""
    app.command(facts, help_epilogue="Examples:\n\n  tawatur facts --case hajin.db --kind figure --place Hajin\n"
                                     "  tawatur facts --case hajin.db --explain 3f2a91\n")
    app.command(episodes, help_epilogue="Examples:\n\n  tawatur episodes --case hajin.db\n"
                                        "  tawatur episodes --case hajin.db --lang ar\n")
    app.command(rebuild, help_epilogue="Example:\n\n  tawatur rebuild --case hajin.db\n")


def facts(*, case: CaseFile, kind: Kinds = (), where: Where | None = None, lang: Lang = "en",
          all: Annotated[bool, Parameter(negative="", show_default=False)] = False, context: Contexts = (),
          packs: Folders = (), wide: Wide = False, json: AsJson = False, explain: Explain = None) -> int:
    """List what several claims say together: whether they agree, and how many origins they come down to, by name.

    Parameters
    ----------
    kind
        Facts of this kind; may be repeated.
    all
        Also what only one claim says.
    """
    from tawatur import packs as knowledge
    from tawatur.briefing.standing import Standing
    from tawatur.desk import accounts, boards
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.asking import asked
    from tawatur.records.written import entitled

    known = knowledge.load(context or None, packs)
    with opened(case) as held:
        if explain:
            found = [accounts.fact(held, known, explain)]
        else:
            found = accounts.facts(held, known, asked(kind, where), known.folding.fold, 1 if all else 2)
        scribe = boards.scribe(held, known, lang)
    if json:
        paper.dump([{**entitled(one.fact), "links": [entitled(link) for link in one.links]} for one in found])
        return 0
    standing = Standing(lang, (*known.actors.values(), *known.outlets.values(), *known.people.values()))
    if not found:
        paper.note(scribe.say("facts_none"))
    for one in found:
        _tell(one, scribe, standing, full=explain is not None, wide=wide)
    return 0


def _tell(one: "Held", scribe: "Scribe", standing: "Standing", full: bool, wide: bool) -> None:
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.wording import short

    fact, head = one.fact, one.claims[0]
    paper.tell(f"{short(fact.id)}  {scribe.content(head)}", wide)
    paper.tell(f"    {standing.agreement(fact)}", wide)
    paper.tell(f"    {standing.origins(fact, len({claim.document for claim in one.claims}))}", wide)
    paper.tell(f"    {standing.certainty(fact)}", wide)
    for line in filter(None, (standing.headline(fact), *standing.steps(fact))):
        paper.tell(f"        {line}", wide)
    for claim in one.claims:
        paper.tell(f"    {short(claim.id)}  {scribe.content(claim)}  [{scribe.teller(claim)}]", wide)
        if full:
            paper.tell(f"        “{' '.join(claim.evidence[0].quote.split())}”", wide)
    if full:
        for link in one.links:
            reasons = "; ".join(f"{reason.name.replace('_', ' ')} {reason.weight:+g}" for reason in link.reasons)
            paper.tell(f"    {short(link.right)} {link.relation} {short(link.left)}: {reasons}", wide)


def episodes(*, case: CaseFile, lang: Lang = "en", wide: Wide = False, context: Contexts = (), packs: Folders = (),
             json: AsJson = False) -> int:
    """List the sieges, negotiations and withdrawals that the reports are about, each with its reports."""
    from tawatur import packs as knowledge
    from tawatur.desk import accounts, boards
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper
    from tawatur.interfaces.cli.wording import short
    from tawatur.records.written import entitled

    known = knowledge.load(context or None, packs)
    with opened(case) as held:
        found = accounts.derived(held, known).episodes
        reports = {document.id: document for document in held.documents()}
        scribe = boards.scribe(held, known, lang)
    if json:
        paper.dump([entitled(one) for one in found])
        return 0
    for one in found:
        days = scribe.text(scribe.voice.span(one.start, one.end or one.start) if one.start else scribe.voice.say("undated"))
        counts = (scribe.say("n_reports", len(one.documents)), scribe.say("n_claims", len(one.claims)))
        paper.tell(scribe.voice.mark("semicolon").join((scribe.episode(one), days, *counts)), wide)
        for document in (reports[id] for id in one.documents):
            paper.tell(f"    {short(document.id)}  {document.title or document.name}  "
                       f"[{scribe.publisher(document)}{scribe.voice.mark('semicolon')}{scribe.published(document)}]", wide)
    if not found:
        paper.note(scribe.say("episodes_none"))
    return 0


def rebuild(*, case: CaseFile, context: Contexts = (), packs: Folders = (), json: AsJson = False) -> int:
    """Derive links, facts and episodes anew from reports and claims alone, and say what came out.

    Two digests that are the same mean that the whole account is the same.
    """
    from hashlib import sha256

    from tawatur import packs as knowledge
    from tawatur.desk import accounts
    from tawatur.desk.cases import opened
    from tawatur.interfaces.cli import paper

    with opened(case) as held:
        made = accounts.derived(held, knowledge.load(context or None, packs))
    counts = {"copies": len(made.copies), "links": len(made.links), "facts": len(made.facts), "episodes": len(made.episodes)}
    digest = sha256(repr(made).encode()).hexdigest()[:16]
    if json:
        paper.dump({**counts, "digest": digest})
        return 0
    said = ", ".join(_many(counts[names], name, names) for name, names in COUNTED.items())
    paper.say(f"{said}; digest {digest}")
    return 0


def _many(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or one + 's'}"
