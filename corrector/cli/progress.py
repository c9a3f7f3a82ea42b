"""Progress on a terminal: a bar on standard error, and nothing where nobody is looking."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from corrector.tasks.progress import NO_PROGRESS, Progress


class _Bar(Progress):
    """Shows steps as a bar; the person stops the task with Ctrl+C, not through here."""

    def __init__(self, what: str) -> None:
        from tqdm import tqdm

        self._bar = tqdm(desc=what, unit="page", file=sys.stderr, leave=False, total=None)

    def step(self, done: int, total: int, what: str) -> None:
        """Move the bar."""
        self._bar.total = total or None
        self._bar.set_postfix_str(what, refresh=False)
        self._bar.n = done
        self._bar.refresh()

    def cancelled(self) -> bool:
        """Return False: a keyboard interrupt ends the command itself."""
        return False

    def close(self) -> None:
        """Take the bar away."""
        self._bar.close()


@contextmanager
def terminal_progress(what: str) -> Iterator[Progress]:
    """Give a progress bar called `what`, or a silent progress when there is no terminal."""
    if not sys.stderr.isatty():
        yield NO_PROGRESS
        return
    bar = _Bar(what)
    try:
        yield bar
    finally:
        bar.close()
