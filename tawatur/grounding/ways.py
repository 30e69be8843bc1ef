"""States of a way: what is proposed is answered in later sentences; that it is open or closed must be told as being so."""

from collections.abc import Iterable, Sequence

from tawatur.grounding.licences import Field, licensed
from tawatur.grounding.scene import Sign

ANSWERED = frozenset({"refused", "agreed", "closed"})
"""States of a proposed way that later sentences may tell."""
STANDING = frozenset({"open", "closed", "in_use", "attacked", "completed"})
"""States of a way that must be told as being so: "the opening of the road" may be all that is asked for."""
PASSABLE = frozenset({"open", "in_use"})
PASSING = "open"
"""The state of a way that is wished for most."""
BARRED = frozenset({"closed", "refused"})
WISHED = frozenset({"stance:demands", "stance:wants", "stance:offers", "stance:submits", "appeal", "proposal"})
"""Words that make an opening one that is only asked for."""


def state(
    known: Field, value: str, span: Sequence[Sign], around: Sequence[Sign], behind: Iterable[Sign], ahead: bool
) -> str | None:
    """Why a way is not in this state by the words of its spans, of their sentences, or of those behind; None where it is."""
    told = value in STANDING
    reason = licensed(known, value, span, [] if told and value not in ANSWERED else around, told, ahead)
    moving = any(known[value].feeble(sign) and sign.told and sign.pos == "verb" for sign in span) if value in known else False
    strong = [sign for sign in span if known[value].strong(sign)] if value in known else []
    if reason is None and value == PASSING and not ahead and not moving and strong and all(sign.aimed for sign in strong):
        return f"“{strong[0].form}” is only what is wished"
    if reason is None and told and not moving and not _tells(known, {value}, [*span, *around]):
        against = BARRED if value in PASSABLE else PASSABLE if value in BARRED else frozenset()
        if _tells(known, against, around):
            return f"the sentence does not say that it is {value}, but that it is not"
    if reason is None or value not in ANSWERED or licensed(known, "proposed", span, around) is not None:
        return reason
    open_ = any(known[one].strong(sign) for one in PASSABLE if one in known for sign in span)
    if value in BARRED and open_ and not any(sign.names & WISHED for sign in [*span, *around]):
        return reason
    beside = [sign for sign in around if sign.pos == "verb"] if value in BARRED else []
    return licensed(known, value, [], [*beside, *behind])


def _tells(known: Field, values: Iterable[str], words: Sequence[Sign]) -> bool:
    """Whether words tell that a way is in one of some states."""
    return any(known[value].strong(sign) and sign.told for value in values if value in known for sign in words)

