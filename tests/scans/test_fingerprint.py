"""Fingerprints are right, can be stopped, and fail plainly."""

import hashlib
from pathlib import Path

import pytest

from corrector.errors import CancelledError, InputError
from corrector.scans.fingerprint import sha256_of


def test_a_file_of_several_steps_has_the_right_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "scan.tif"
    data = bytes(range(256)) * 20_000
    path.write_bytes(data)
    assert sha256_of(path) == hashlib.sha256(data).hexdigest()


def test_it_stops_when_told(tmp_path: Path) -> None:
    path = tmp_path / "scan.tif"
    path.write_bytes(b"x")
    with pytest.raises(CancelledError):
        sha256_of(path, lambda: True)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.tif"):
        sha256_of(tmp_path / "gone.tif")
