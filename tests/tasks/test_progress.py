"""How tasks report and are stopped."""

import pytest

from corrector.errors import CancelledError
from corrector.tasks.progress import NO_PROGRESS, CancelToken, Step, WatchedProgress


def test_a_task_goes_on_until_its_token_is_cancelled() -> None:
    token = CancelToken()
    progress = WatchedProgress(token)
    progress.raise_if_cancelled()
    token.cancel()
    assert progress.cancelled()
    with pytest.raises(CancelledError):
        progress.raise_if_cancelled()


def test_a_watched_progress_remembers_the_last_step_only() -> None:
    progress = WatchedProgress()
    assert progress.latest() is None
    progress.step(1, 3, "page 1")
    progress.step(2, 3, "page 2")
    assert progress.latest() == Step(2, 3, "page 2")


def test_without_a_listener_nothing_is_ever_cancelled() -> None:
    NO_PROGRESS.step(1, 2, "page 1")
    NO_PROGRESS.raise_if_cancelled()
