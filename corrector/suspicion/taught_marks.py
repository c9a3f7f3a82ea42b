"""Applies what was learned to the marks around a word: what they may be, going by persons."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from corrector.suspicion.forms import Case, Form
from corrector.suspicion.learning import Learned
from corrector.suspicion.mark_changes import Where, may_list_names, where_behind

_LEAST_TIMES: Final = 2
"""Marks changed once are no rule yet."""

_UNSEEN: Final = 2
"""Marks are taken for right so often in places that no person has looked at."""


def share_of(times: int, kept: int) -> float:
    """Return how much of marks is misread that were changed `times` and `kept` as often."""
    return times / (times + kept + _UNSEEN)


@dataclass(frozen=True, slots=True)
class MarkHint:
    """What the marks around a word may be, as persons corrected them before.

    Attributes:
        lead: what may stand before the word.
        trail: what may stand behind it.
        read: the marks that were taken for others.
        true: what they were corrected to; empty where they were deleted.
        where: in what sort of place.
        times: how often.
        kept: how often persons left such marks as they were read, or called them right.
    """

    lead: str
    trail: str
    read: str
    true: str
    where: Where
    times: int
    kept: int

    @property
    def share(self) -> float:
        """How much of such marks is misread, 0..1, as far as it is known."""
        return share_of(self.times, self.kept)


def _in_capitals(form: Form, after: Form | None) -> bool:
    """Tell whether nothing says that a sentence begins: there a stop is right or wrong alike."""
    following = after.anatomy.core if after else ""
    return form.case is Case.CAPITALS and len(following) > 1 and following.isupper()


class TaughtMarks:
    """What was learned of marks, ready to be asked about tokens."""

    def __init__(self, learned: Learned) -> None:
        """Sort the changes by what was read, leaving out what was changed once only."""
        self._kept: Mapping[tuple[str, Where], int] = learned.kept
        self._changes: dict[Where, list[tuple[str, str, int]]] = {}
        for (read, true, where), times in learned.changes.items():
            if read and times >= _LEAST_TIMES:
                self._changes.setdefault(where, []).append((read, true, times))

    def __bool__(self) -> bool:
        return bool(self._changes)

    def hints_for(self, form: Form, after: Form | None, *, ends_line: bool) -> tuple[MarkHint, ...]:
        """Return what the marks of `form` may be where `after` follows, likeliest first."""
        anatomy = form.anatomy
        if not anatomy.core or not (anatomy.lead or anatomy.trail):
            return ()
        following = after.anatomy.core if after else ""
        where = where_behind(anatomy.core, following, ends_line=ends_line)
        found = [
            MarkHint(lead, anatomy.trail, read, true, Where.BEFORE_WORD, times, kept)
            for read, true, lead, times, kept in self._of(anatomy.lead, Where.BEFORE_WORD)
        ]
        if not _in_capitals(form, after) and not may_list_names(anatomy.core, following, where):
            found += (
                MarkHint(anatomy.lead, trail, read, true, where, times, kept)
                for read, true, trail, times, kept in self._of(anatomy.trail, where)
            )
        return tuple(sorted(found, key=lambda hint: hint.kept - hint.times))

    def _of(self, marks: str, where: Where) -> Iterator[tuple[str, str, str, int, int]]:
        """Yield what was read and what was put, the marks after that, how often, how often not."""
        for read, true, times in self._changes.get(where, ()) if marks else ():
            rest = marks.removeprefix(read)
            if marks.startswith(read) and set(rest).isdisjoint(read):
                yield read, true, true + rest, times, self._kept.get((marks, where), 0)
