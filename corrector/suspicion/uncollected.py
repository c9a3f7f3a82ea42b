"""Keeps Python from looking for garbage while a text is checked.

Checking makes thousands of small objects, none of which refers to itself, and each few hundred of
them would have all tables of words gone through in vain: 7 % of a check of new text (callgrind).
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final


class _Rest:
    """Counts who wants the collector to rest, and whether it was at work before."""

    def __init__(self) -> None:
        self._counting = Lock()
        self._wanted = 0
        self._was_at_work = False

    def begin(self) -> None:
        with self._counting:
            if not self._wanted:
                self._was_at_work = gc.isenabled()
                gc.disable()
            self._wanted += 1

    def end(self) -> None:
        with self._counting:
            self._wanted -= 1
            if not self._wanted and self._was_at_work:
                gc.enable()


_rest: Final = _Rest()


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the garbage collector rest; with several threads until the last one is done."""
    _rest.begin()
    try:
        yield
    finally:
        _rest.end()
