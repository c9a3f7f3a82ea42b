"""A killed program loses nothing that it had acknowledged."""

from pathlib import Path

from killed_while_saving import run


def test_whatever_was_acknowledged_before_a_kill_is_there_afterwards(tmp_path: Path) -> None:
    versions, slowest = run(tmp_path, moments=8)
    assert versions > 1
    assert slowest < 5
