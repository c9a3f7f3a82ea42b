"""The one bridge between worker threads and the window: results come back on the GUI thread."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from corrector.tasks.progress import CancelToken, Step, WatchedProgress

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Lane = Literal[
    "images",
    "thumbnails",
    "decoding",
    "record",
    "journal",
    "check",
    "recognition",
    "hashing",
    "exports",
    "news",
    "series",
]
"""A queue of its own, so that slow work of one kind never holds up another kind."""

Result = TypeVar("Result")
Stepped = Callable[[int, int, str], None]

PROGRESS_INTERVAL_MS: Final = 50
"""How often progress is shown: 20 times a second looks steady and costs nothing."""

_BUSY: Final = max(1, (os.cpu_count() or 2) - 1)
_WORKERS: Final[dict[Lane, int]] = {
    "images": _BUSY,
    "thumbnails": _BUSY,
    "decoding": 1,  # one decoded scan of 100 megapixels is enough in memory
    "record": 1,  # one connection, one thread
    "journal": 1,  # while the record waits for its server
    "check": _BUSY,
    "recognition": _BUSY,
    "hashing": 1,  # the disk is the bottleneck
    "exports": 1,  # apart from the record's lane, so that typing is kept meanwhile
    "news": 1,  # one question at a time
    "series": 1,  # apart from the record's lane, so that typing is kept meanwhile
}


class Ticket:
    """A piece of work that was handed over; kept by whoever may want to call it off."""

    def __init__(self, token: CancelToken) -> None:
        self._token = token
        self._dropped = False
        self._future: Future[None] | None = None

    def cancel(self) -> None:
        """Call the work off; whatever it still yields, result or failure, is dropped."""
        self._dropped = True
        self._token.cancel()
        if self._future is not None:
            self._future.cancel()

    def stop(self) -> None:
        """Ask a task with progress to stop where it can; what it then yields still arrives."""
        self._token.cancel()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._dropped


@dataclass(slots=True)
class _Waiting:
    """What the GUI thread keeps of a piece of work; workers never hold these references.

    A worker that dropped the last reference to a widget would destroy it on its own thread.
    """

    ticket: Ticket
    done: Callable[[Any], object]
    failed: Callable[[Exception], object] | None
    stepped: Stepped | None
    progress: WatchedProgress
    shown: Step | None = None


class _Outcome(NamedTuple):
    number: int
    result: Any
    error: Exception | None


class Background(QObject):
    """Runs functions in worker threads and delivers what they yield on the GUI thread.

    The functions must not touch widgets. Create it on the GUI thread and call `shut_down` before
    the program ends.
    """

    failure = Signal(Exception)
    """A failure for which the caller named nobody."""

    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executors: dict[Lane, ThreadPoolExecutor] = {}
        self._waiting: dict[int, _Waiting] = {}
        self._futures: set[Future[None]] = set()
        self._outcomes: SimpleQueue[_Outcome] = SimpleQueue()
        self._next = 0
        self._closed = False
        self._arrived.connect(self._deliver_one, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(PROGRESS_INTERVAL_MS)
        self._timer.timeout.connect(self._show_progress)

    def run(
        self,
        function: Callable[..., Result],
        *arguments: object,
        done: Callable[[Result], object],
        failed: Callable[[Exception], object] | None = None,
        lane: Lane = "images",
        stepped: Stepped | None = None,
        instead_of: Ticket | None = None,
    ) -> Ticket:
        """Run `function` with `arguments` in a worker thread.

        Args:
            function: the task; free of Qt objects.
            arguments: handed to `function`.
            done: called with the result on the GUI thread.
            failed: called with the exception on the GUI thread; `failure` is emitted without it.
            lane: the queue in which the work waits for its turn.
            stepped: called with done, total and what, at most 20 times a second; with it,
                `function` also gets a keyword argument `progress`.
            instead_of: earlier work that this supersedes; it is cancelled.

        Returns:
            the ticket with which the work can be called off.
        """
        if instead_of is not None:
            instead_of.cancel()
        token = CancelToken()
        ticket = Ticket(token)
        if self._closed:
            ticket.cancel()
            return ticket
        waiting = _Waiting(ticket, done, failed, stepped, WatchedProgress(token))
        keywords = {"progress": waiting.progress} if stepped is not None else {}
        number, self._next = self._next, self._next + 1
        self._waiting[number] = waiting
        if stepped is not None:
            self._timer.start()
        future = self._executor(lane).submit(self._work, number, function, arguments, keywords)
        self._remember(number, ticket, future)
        return ticket

    def shut_down(self, wait_seconds: float = 3.0) -> bool:
        """Call everything off and wait a little for what is running.

        Returns:
            whether every worker has come to rest; if not, the program should end without
            waiting for its threads.
        """
        self._closed = True
        self._timer.stop()
        for waiting in list(self._waiting.values()):
            waiting.ticket.cancel()
        self._waiting.clear()
        for executor in self._executors.values():
            executor.shutdown(wait=False, cancel_futures=True)
        if not self._rested(time.monotonic() + wait_seconds):
            return False
        for executor in self._executors.values():
            executor.shutdown(wait=True)  # so that no thread outlives the last Qt object
        return True

    def _executor(self, lane: Lane) -> "ThreadPoolExecutor":
        if lane not in self._executors:
            from concurrent.futures import ThreadPoolExecutor

            threads = ThreadPoolExecutor(_WORKERS[lane], thread_name_prefix=lane)
            self._executors[lane] = threads
        return self._executors[lane]

    def _remember(self, number: int, ticket: Ticket, future: "Future[None]") -> None:
        def forget(finished: "Future[None]") -> None:
            if finished.cancelled():  # only the GUI thread cancels, so this runs there
                self._waiting.pop(number, None)

        ticket._future = future
        self._futures = {other for other in self._futures if not other.done()} | {future}
        future.add_done_callback(forget)

    def _work(
        self,
        number: int,
        function: Callable[..., Any],
        arguments: tuple[object, ...],
        keywords: dict[str, WatchedProgress],
    ) -> None:
        try:
            outcome = _Outcome(number, function(*arguments, **keywords), None)
        except Exception as error:
            outcome = _Outcome(number, None, error)
        self._outcomes.put(outcome)
        if not self._closed and isValid(self):
            self._arrived.emit()

    def _deliver_one(self) -> None:
        # One outcome an event: a hundred thumbnails arriving at once do not stall the window.
        number, result, error = self._outcomes.get_nowait()
        waiting = self._waiting.pop(number, None)
        if waiting is None or waiting.ticket.cancelled:
            return
        self._show_step(waiting)
        if error is None:
            _call(waiting.done, result)
        elif waiting.failed is not None:
            _call(waiting.failed, error)
        else:
            self.failure.emit(error)

    def _show_progress(self) -> None:
        watched = [each for each in self._waiting.values() if each.stepped is not None]
        if not watched:
            self._timer.stop()
        for waiting in watched:
            self._show_step(waiting)

    def _show_step(self, waiting: _Waiting) -> None:
        step = waiting.progress.latest()
        if step is None or step is waiting.shown or waiting.ticket.cancelled:
            return
        waiting.shown = step
        if waiting.stepped is not None:
            _call(waiting.stepped, *step)

    def _rested(self, deadline: float) -> bool:
        while running := [future for future in self._futures if not future.done()]:
            if time.monotonic() >= deadline:
                return False
            time.sleep(min(0.01, len(running)))
        return True


def _call(callback: Callable[..., object], *arguments: object) -> None:
    # The widget may have been closed and deleted while the work was running.
    bound = callback.func if isinstance(callback, partial) else callback
    owner = getattr(bound, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        callback(*arguments)
