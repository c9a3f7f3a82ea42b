"""However the bytes of a scan are changed, it opens or is refused; nothing else happens."""

import io
import random
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from corrector.errors import InputError
from corrector.scans import limits
from corrector.scans.frames import frames_of
from corrector.scans.image import open_preview, open_scan, scan_info
from corrector.scans.listing import ScanSource

KINDS = [
    ("jpg", {}),
    ("png", {}),
    ("webp", {}),
    ("bmp", {}),
    ("jp2", {}),
    ("tif", {}),
    ("tif", {"compression": "tiff_lzw"}),
    ("tif", {"compression": "jpeg"}),
    ("pdf", {}),
]


def changed(data: bytes, chance: random.Random) -> bytes:
    """Some bytes replaced, mostly in the header; at times the end cut off."""
    result = bytearray(data)
    for _ in range(chance.choice([1, 3, 10])):
        place = chance.randrange(min(len(result), chance.choice([40, 200, len(result)])))
        result[place] = chance.choice([0, 1, 127, 255])
    return bytes(result[: chance.choice([len(result), len(result), chance.randrange(len(result))])])


@pytest.mark.parametrize(("suffix", "options"), KINDS)
def test_changed_bytes_never_break_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, options: dict[str, object]
) -> None:
    monkeypatch.setattr(limits, "MAX_SCAN_PIXELS", 1_000_000)
    path = tmp_path / f"scan.{suffix}"
    Image.effect_noise((40, 30), 80).save(path, **options)
    sound, chance = path.read_bytes(), random.Random(1938)  # noqa: S311
    for _ in range(60):
        path.write_bytes(changed(sound, chance))
        for attempt in (scan_info, open_scan, lambda source: open_preview(source, 16)):
            with suppress(InputError):
                attempt(ScanSource(path))
        with suppress(InputError):
            assert len(frames_of(path)) > 0


def test_a_bigtiff_that_claims_endless_directories_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(b"II+\0\x08\0\0\0" + (16).to_bytes(8, "little") + b"\xff" * 40)
    with pytest.raises(InputError, match="not a sound TIFF"):
        frames_of(path)


def test_directories_that_form_a_ring_are_counted_once(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("L", (9, 9)).save(data, "TIFF")
    ring = bytearray(data.getvalue())
    first = int.from_bytes(ring[4:8], "little")
    entries = int.from_bytes(ring[first : first + 2], "little")
    after = first + 2 + 12 * entries
    ring[after : after + 4] = first.to_bytes(4, "little")
    (tmp_path / "a.tif").write_bytes(ring)
    assert frames_of(tmp_path / "a.tif") == (0,)


def test_a_big_endian_tiff_is_counted(tmp_path: Path) -> None:
    entry = (254).to_bytes(2, "big") + (4).to_bytes(2, "big") + (1).to_bytes(4, "big")
    page, small = (
        (1).to_bytes(2, "big") + entry + kind.to_bytes(4, "big") + following.to_bytes(4, "big")
        for kind, following in ((2, 26), (1, 0))
    )
    (tmp_path / "a.tif").write_bytes(b"MM\0*" + (8).to_bytes(4, "big") + page + small)
    assert frames_of(tmp_path / "a.tif") == (0,)
