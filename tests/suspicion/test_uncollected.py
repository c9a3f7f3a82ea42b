"""The garbage collector rests while texts are checked, and works again whatever happens."""

import gc
from threading import Event, Thread

import pytest

from corrector.suspicion.checker import Checker
from corrector.suspicion.uncollected import uncollected


def test_the_collector_works_again_after_a_check(english: Checker) -> None:
    assert gc.isenabled()
    english.check("The ship was lost in thc storm.")
    assert gc.isenabled()


def test_the_collector_works_again_after_a_check_that_failed() -> None:
    def fail() -> None:
        with uncollected():
            assert not gc.isenabled()
            raise MemoryError

    with pytest.raises(MemoryError):
        fail()
    assert gc.isenabled()


def test_of_two_threads_the_last_one_lets_it_work_again() -> None:
    begun, may_end = Event(), Event()

    def check_slowly() -> None:
        with uncollected():
            begun.set()
            may_end.wait(10)

    slow = Thread(target=check_slowly)
    slow.start()
    assert begun.wait(10)
    with uncollected():
        pass
    assert not gc.isenabled()
    may_end.set()
    slow.join(10)
    assert gc.isenabled()


def test_a_collector_that_was_resting_before_goes_on_resting() -> None:
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
