"""How large the pages of an exported PDF are, through the real program."""

from pathlib import Path

import pikepdf
import pytest
from PIL import ExifTags, Image

from tests.end_to_end.conftest import Corrector


@pytest.mark.parametrize(
    ("size", "orientation", "inches"),
    [
        ((600, 900), 1, (2, 3)),
        ((600, 900), 6, (3, 2)),
        ((65_000, 650), 1, (200, 2)),
    ],
    ids=["upright", "lying", "longer than a page may be"],
)
def test_a_scan_that_tells_no_resolution_has_300_dots_an_inch_and_at_most_200_inches(
    corrector: Corrector,
    tmp_path: Path,
    size: tuple[int, int],
    orientation: int,
    inches: tuple[int, int],
) -> None:
    folder, out = tmp_path / "letters", tmp_path / "out"
    folder.mkdir()
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    Image.new("L", size, 235).save(folder / "a.jpg", exif=exif)
    (folder / "a.txt").write_text("the letter\n", "utf-8")

    assert corrector("export", folder, "--to", "pdf", "--out", out).code == 0

    with pikepdf.open(out / "a.pdf") as pdf:
        box = [float(edge) / 72 for edge in pdf.pages[0].mediabox]
    assert box == pytest.approx([0, 0, *inches], abs=0.001)
