"""Previews are made once, kept within a limit, and never wrong."""

import os
from pathlib import Path

import pytest
from PIL import Image

from corrector.errors import InputError
from corrector.scans import previews
from corrector.scans.listing import ScanSource
from corrector.scans.previews import cached_preview, prune_previews


@pytest.fixture
def source(tmp_path: Path) -> ScanSource:
    Image.new("L", (200, 100), 90).save(tmp_path / "a.png")
    return ScanSource(tmp_path / "a.png")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The long sides of the previews that were made rather than taken from the disk."""
    sides: list[int] = []
    really = previews.open_preview

    def noting(source: ScanSource, long_side: int) -> Image.Image:
        sides.append(long_side)
        return really(source, long_side)

    monkeypatch.setattr(previews, "open_preview", noting)
    return sides


def kept(home: Path) -> list[Path]:
    return sorted((home / "cache" / "previews").iterdir())


def test_a_preview_is_made_once(source: ScanSource, made: list[int]) -> None:
    first, second = cached_preview(source, 50), cached_preview(source, 50)
    assert made == [50]
    assert (first.size, first.mode) == (second.size, second.mode) == ((50, 25), "L")
    assert second.getpixel((20, 10)) == pytest.approx(90, abs=2)


def test_each_size_and_each_state_of_the_scan_has_its_own(
    source: ScanSource, made: list[int]
) -> None:
    cached_preview(source, 50)
    cached_preview(source, 60)
    Image.new("L", (100, 200)).save(source.path)
    os.utime(source.path, ns=(1, 1))
    assert cached_preview(source, 50).size == (25, 50)
    assert made == [50, 60, 50]


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_broken_preview_is_made_anew(
    source: ScanSource, made: list[int], home: Path, damage: bytes | None
) -> None:
    cached_preview(source, 50)
    (file,) = kept(home)
    file.write_bytes(file.read_bytes()[:-60] if damage is None else damage)
    assert cached_preview(source, 50).size == (50, 25)
    assert cached_preview(source, 50).size == (50, 25)
    assert made == [50, 50]


def test_a_preview_of_another_size_in_its_place_is_not_believed(
    source: ScanSource, made: list[int], home: Path
) -> None:
    cached_preview(source, 50)
    Image.new("L", (500, 500)).save(kept(home)[0], "JPEG")
    assert cached_preview(source, 50).size == (50, 25)
    assert made == [50, 50]


def test_a_cache_that_cannot_be_written_is_no_error(source: ScanSource, home: Path) -> None:
    (home / "cache").write_bytes(b"a file where a folder should be")
    assert cached_preview(source, 50).size == (50, 25)


def test_a_write_that_fails_half_way_leaves_nothing(
    source: ScanSource, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert cached_preview(source, 50).size == (50, 25)
    assert kept(home) == []


def test_what_was_used_longest_ago_goes_first(source: ScanSource, home: Path) -> None:
    for side in (40, 50, 60):
        cached_preview(source, side)
    for age, file in enumerate(kept(home)):
        os.utime(file, ns=(age + 1, age + 1))
    cached_preview(source, 50)
    used = max(kept(home), key=lambda file: file.stat().st_mtime_ns)
    prune_previews(used.stat().st_size)
    assert kept(home) == [used]
    prune_previews(0)
    assert kept(home) == []


def test_the_limit_is_kept_while_working(
    source: ScanSource, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previews, "_WRITES_BETWEEN_PRUNINGS", 1)
    monkeypatch.setattr(previews.prune_previews, "__defaults__", (0,))
    cached_preview(source, 50)
    assert kept(home) == []


def test_pruning_before_anything_was_kept_does_nothing() -> None:
    prune_previews(0)


def test_a_scan_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        cached_preview(ScanSource(tmp_path / "gone.jpg"), 50)
