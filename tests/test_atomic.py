import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corrector.atomic import write_whole
from corrector.errors import OutputError


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.txt", [b"one ", b"two"])
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"one two"


def test_the_mode_of_an_existing_file_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "b.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_whole(target, [b"new"])
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("call", ["fsync", "replace", "chmod"])
def test_a_failure_half_way_leaves_the_old_file_and_no_rubbish(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    target = tmp_path / "b.txt"
    target.write_bytes(b"old")

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if call == "fsync" else Path, call, fail)
    with pytest.raises(OutputError, match="No space left on device"):
        write_whole(target, [b"new"])
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_source_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "b.txt"
    target.write_bytes(b"old")

    def parts() -> Iterator[bytes]:
        yield b"new"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(target, parts())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match="cannot be written"):
        write_whole(tmp_path / "file" / "b.txt", [b"x"])
