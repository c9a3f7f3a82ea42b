"""How far a person has come with a proposal: what is open, declined, unlocked; knows no widget."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corrector.tasks.proposed import Proposal, ProposedChange, ProposedLine

_Name = tuple[str, str, object]
"""By which a change is known again once the text around it is another."""


class Course:
    """A proposal that is gone through, and the difference that is looked at."""

    def __init__(self) -> None:
        self.proposal = Proposal(())
        self.lines: tuple[ProposedLine, ...] = ()
        self.current: ProposedChange | None = None
        self.taken = 0
        self._declined: set[_Name] = set()
        self._unlocked: set[_Name] = set()

    @property
    def open(self) -> tuple[ProposedChange, ...]:
        """Every difference that was neither taken nor declined, in order."""
        return tuple(change for line in self.lines for change in line.changes)

    @property
    def free(self) -> tuple[ProposedChange, ...]:
        """Those open ones that may be taken without unlocking anything."""
        return tuple(change for change in self.open if not change.locked)

    @property
    def is_done(self) -> bool:
        """Whether nothing is open but what a person settled before."""
        return not self.free

    def take(self, proposal: Proposal) -> None:
        """Go on with what is proposed for the text as it is now; stays near the same place."""
        self.proposal = proposal
        here = self.current
        self.lines = tuple(self._left(proposal.lines))
        self.current = None
        if here is not None and self.open:
            place = (here.span.start, here.own_line)
            later = (one for one in self.open if (one.span.start, one.own_line) >= place)
            self.current = next(later, self.open[-1])
        elif self.open:
            self.current = next(iter(self.free or self.open))

    def row(self) -> int:
        """Return which of `lines` has the current difference; -1 for none."""
        if self.current is None:
            return -1
        rows = (row for row, line in enumerate(self.lines) if self.current in line.changes)
        return next(rows, -1)

    def step(self, by: int) -> None:
        """Look at the next difference, or the one before; stays at either end."""
        if self.current is not None:
            at = self.open.index(self.current) + by
            self.current = self.open[max(0, min(at, len(self.open) - 1))]

    def go_to_row(self, row: int) -> None:
        """Look at the first difference of a line, unless one of it is looked at."""
        if 0 <= row < len(self.lines) and row != self.row():
            self.current = self.lines[row].changes[0]

    def decline(self, changes: Sequence[ProposedChange]) -> None:
        """Leave the text as it is there; not asked again."""
        self._declined |= {_name(one) for one in changes}
        self.take(self.proposal)

    def toggle_lock(self) -> None:
        """Unlock the current difference on purpose, or lock it again."""
        if self.current is None or not self.was_locked(self.current):
            return
        self._unlocked ^= {_name(self.current)}
        self.take(self.proposal)

    def was_locked(self, change: ProposedChange) -> bool:
        """Tell whether a person settled the place, unlocked since or not."""
        return change.locked or _name(change) in self._unlocked

    def _left(self, lines: Sequence[ProposedLine]) -> Iterator[ProposedLine]:
        for line in lines:
            changes = tuple(self._as_said(one) for one in line.changes if self._is_open(one))
            if changes:
                yield replace(line, changes=changes)

    def _is_open(self, change: ProposedChange) -> bool:
        return _name(change) not in self._declined

    def _as_said(self, change: ProposedChange) -> ProposedChange:
        return replace(change, locked=False) if _name(change) in self._unlocked else change


def _name(change: ProposedChange) -> _Name:
    return change.old, change.new, change.box
