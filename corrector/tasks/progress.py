"""How a task says how far it is and hears that it should stop, whoever is listening."""

import threading
from typing import Final, NamedTuple, Protocol

from corrector.errors import CancelledError


class Progress(Protocol):
    """What a task reports to and asks; the command line and the window each bring their own."""

    def step(self, done: int, total: int, what: str) -> None:
        """Say that `done` of `total` are finished and what is worked on now.

        Args:
            done: finished so far, from 0.
            total: to be done in all; 0 while unknown.
            what: the thing being worked on, such as the label of a page.
        """

    def cancelled(self) -> bool:
        """Return whether the person has asked to stop; cheap, safe from any thread."""
        ...

    def raise_if_cancelled(self) -> None:
        """Leave the task where it may be left.

        Raises:
            CancelledError: the person has asked to stop.
        """
        if self.cancelled():
            raise CancelledError


class CancelToken:
    """A wish to stop that one thread expresses and another obeys."""

    def __init__(self) -> None:
        self._wish = threading.Event()

    def cancel(self) -> None:
        """Wish that the task stops at the next place where it can."""
        self._wish.set()

    def cancelled(self) -> bool:
        """Return whether `cancel` was called."""
        return self._wish.is_set()


class Step(NamedTuple):
    """How far a task was when it last said so."""

    done: int
    total: int
    what: str


class WatchedProgress(Progress):
    """A progress that remembers the last step, for somebody who looks now and then."""

    def __init__(self, token: CancelToken | None = None) -> None:
        self._token = token if token is not None else CancelToken()
        self._step: Step | None = None

    def step(self, done: int, total: int, what: str) -> None:
        """Remember the step in place of the one before."""
        self._step = Step(done, total, what)

    def cancelled(self) -> bool:
        """Return whether the token was cancelled."""
        return self._token.cancelled()

    def latest(self) -> Step | None:
        """Return the last step, or None before the first."""
        return self._step


class _Silent(Progress):
    def step(self, done: int, total: int, what: str) -> None:
        del done, total, what

    def cancelled(self) -> bool:
        return False


NO_PROGRESS: Final[Progress] = _Silent()
"""For callers that neither watch nor stop a task."""
