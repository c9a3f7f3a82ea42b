"""Keeps the links of a text that is being edited; undone edits bring back the links of before."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Final

from corrector.linking.links import Link
from corrector.linking.repair import repair
from corrector.ocr.words import Reading
from corrector.scans.geometry import Box
from corrector.text.edits import Edit
from corrector.text.tokens import tokenise

_REMEMBERED: Final = 10_000
"""States of the text whose links are remembered; eight bytes a token each."""

_Tie = tuple[tuple[int, ...], float, Box | None, bool]


class LivingLinks:
    """The links of a text while it is edited.

    Undo and redo need no word of their own: a text that stood here before has the links that it
    had then, however the editor lumps keys together in one step.
    """

    def __init__(
        self, links: Sequence[Link], text: str, reading: Reading, *, remembered: int = _REMEMBERED
    ) -> None:
        """Take the links of `text` to `reading`; up to `remembered` states can be undone to."""
        self._reading = reading
        self._links = tuple(links)
        self._states: OrderedDict[tuple[int, int], tuple[_Tie, ...]] = OrderedDict()
        self._same: dict[_Tie, _Tie] = {}
        self._remembered = remembered
        self._remember(text)

    @property
    def links(self) -> tuple[Link, ...]:
        """One for every token of the text as it is now, in order."""
        return self._links

    def edit(self, edits: Sequence[Edit], text: str) -> tuple[Link, ...]:
        """Move and repair the links, and return them.

        Args:
            edits: in the text before them, in order, not overlapping.
            text: after the edits.
        """
        known = self._states.get(_key(text))
        spans = [token.span for token in tokenise(text)] if known is not None else []
        if known is not None and len(known) == len(spans):
            self._links = tuple(Link(span, *tied) for span, tied in zip(spans, known, strict=True))
            self._states.move_to_end(_key(text))
        else:
            self._links = repair(self._links, edits, text, self._reading)
            self._remember(text)
        return self._links

    def _remember(self, text: str) -> None:
        ties = ((one.words, one.confidence, one.box, one.interpolated) for one in self._links)
        self._states[_key(text)] = tuple(self._same.setdefault(tied, tied) for tied in ties)
        if len(self._states) > self._remembered:
            self._states.popitem(last=False)


def _key(text: str) -> tuple[int, int]:
    return len(text), hash(text)
