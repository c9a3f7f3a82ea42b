"""Work in threads whose results, failures and progress arrive on the GUI thread."""

import gc
import threading
import time
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from corrector.errors import CancelledError
from corrector.gui.background import Background
from corrector.tasks.progress import Progress


def test_a_result_arrives_on_the_gui_thread(background: Background, qtbot: QtBot) -> None:
    seen: list[tuple[int, bool, bool]] = []

    def done(result: tuple[int, bool]) -> None:
        seen.append((*result, threading.current_thread() is threading.main_thread()))

    def work(number: int) -> tuple[int, bool]:
        return number, threading.current_thread() is threading.main_thread()

    background.run(work, 7, done=done)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(7, False, True)]


def test_a_failure_goes_to_the_caller_who_asked_for_it(
    background: Background, qtbot: QtBot
) -> None:
    failures: list[Exception] = []
    background.run(int, "no number", done=failures.append, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], ValueError)


def test_a_failure_that_nobody_asked_for_is_announced(background: Background, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.failure) as announced:
        background.run(int, "no number", done=print)
    assert isinstance(announced.args[0], ValueError)


def test_a_cancelled_result_is_dropped_even_if_it_is_ready(
    background: Background, qtbot: QtBot
) -> None:
    seen: list[str] = []
    started, go_on = threading.Event(), threading.Event()

    def slow() -> str:
        started.set()
        go_on.wait(5)
        return "old"

    ticket = background.run(slow, done=seen.append, lane="record")
    assert started.wait(5)
    background.run(lambda: "new", done=seen.append, lane="record", instead_of=ticket)
    go_on.set()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["new"]
    assert ticket.cancelled


def test_work_cancelled_before_its_turn_is_never_done(background: Background, qtbot: QtBot) -> None:
    done: list[str] = []
    hold = threading.Event()
    background.run(hold.wait, 5, done=print, lane="record")
    waiting = background.run(lambda: done.append("worked"), done=print, lane="record")
    waiting.cancel()
    hold.set()
    background.run(lambda: "last", done=done.append, lane="record")
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["last"]


def test_the_record_is_served_one_at_a_time_and_in_order(
    background: Background, qtbot: QtBot
) -> None:
    order: list[tuple[int, int]] = []
    for number in range(20):
        background.run(
            lambda n: (n, threading.get_ident()), number, done=order.append, lane="record"
        )
    qtbot.waitUntil(lambda: len(order) == 20)
    assert [number for number, _ in order] == list(range(20))
    assert len({thread for _, thread in order}) == 1


def test_progress_is_shown_at_most_twenty_times_a_second_and_ends_with_the_last_step(
    background: Background, qtbot: QtBot
) -> None:
    steps: list[tuple[int, int, str]] = []
    finished: list[str] = []

    def work(*, progress: Progress) -> str:
        for number in range(1, 3001):
            progress.step(number, 3000, f"page {number}")
            time.sleep(0.0001)
        return "all"

    began = time.monotonic()
    background.run(work, done=finished.append, stepped=lambda *step: steps.append(step))
    qtbot.waitUntil(lambda: bool(finished), timeout=20_000)
    assert steps[-1] == (3000, 3000, "page 3000")
    assert len(steps) <= (time.monotonic() - began) * 25 + 2


def test_stopping_a_task_lets_it_say_that_it_was_stopped(
    background: Background, qtbot: QtBot
) -> None:
    failures: list[Exception] = []

    def endless(*, progress: Progress) -> None:
        while True:
            progress.raise_if_cancelled()
            time.sleep(0.001)

    ticket = background.run(
        endless, done=print, failed=failures.append, stepped=lambda *step: None, lane="check"
    )
    ticket.stop()
    qtbot.waitUntil(lambda: bool(failures))
    assert isinstance(failures[0], CancelledError)


class _Pane(QObject):
    def show_result(self, result: str) -> None:
        raise AssertionError(result)


def test_a_result_for_a_deleted_widget_is_dropped(background: Background, qtbot: QtBot) -> None:
    pane = _Pane()
    seen: list[str] = []
    background.run(lambda: "late", done=pane.show_result, lane="record")
    delete(pane)
    background.run(lambda: "last", done=seen.append, lane="record")
    qtbot.waitUntil(lambda: bool(seen))


def test_nothing_of_finished_work_is_kept(background: Background, qtbot: QtBot) -> None:
    class Big:
        pass

    kept: list[weakref.ref[Big]] = []
    background.run(Big, done=lambda big: kept.append(weakref.ref(big)))
    qtbot.waitUntil(lambda: bool(kept))
    qtbot.waitUntil(lambda: (gc.collect(), kept[0]() is None)[1])


def test_shutting_down_waits_a_little_and_says_when_work_goes_on(qapp: QObject) -> None:
    background = Background()
    hold = threading.Event()
    background.run(hold.wait, 10, done=print, lane="check")
    began = time.monotonic()
    assert not background.shut_down(0.05)
    assert time.monotonic() - began < 2
    hold.set()
    assert background.shut_down(5)


def test_after_shutting_down_new_work_is_refused_quietly(qapp: QObject) -> None:
    background = Background()
    assert background.shut_down()
    assert background.run(print, done=print).cancelled
