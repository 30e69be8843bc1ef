"""The table of a negotiation, as one report lays it: who has put what on it so far."""

from dataclasses import dataclass, field

from tawatur.records import Position


@dataclass
class Table:
    """The positions of a report in order, for "this request", "its demands", "the plan"."""

    last: list[Position] = field(default_factory=list)
    topic: str | None = None
    """The issue that the report spoke of last, whoever put it on the table."""

    def put(self, position: Position) -> Position:
        """Lay a position on the table."""
        self.last.append(position)
        return position

    def lately(self, party: str, issue: str, stance: str = "") -> bool:
        """Whether the party has just said something on the issue, or taken a stance on it where one is given."""
        return any(position.party == party and position.issue == issue and stance in ("", position.stance)
                   for position in self.last[-2:])

    def maker(self) -> str | None:
        """Who put the latest proposal on the table."""
        return next((position.party for position in reversed(self.last) if position.stance in ("offers", "demands")), None)

    def answerer(self, party: str | None) -> str | None:
        """Who is asked by the latest proposal, where it is the party's own, so that it cannot be the one who answers it."""
        latest = next((position for position in reversed(self.last) if position.stance in ("offers", "demands")), None)
        return latest.counterpart if latest is not None and latest.party == party else None

    def issue(self, party: str | None) -> str | None:
        """The issue of the latest proposal of somebody else."""
        wanted = (position for position in reversed(self.last) if position.stance in ("demands", "offers"))
        issues = [position.issue for position in wanted if position.party != party and position.issue is not None]
        return next((issue for issue in issues if issue != "other"), next(iter(issues), None))

    def answered(self, party: str | None) -> str | None:
        """The issue that an answer is about: of the latest proposal of somebody else, or else what was spoken of last."""
        return self.issue(party) or self.topic
