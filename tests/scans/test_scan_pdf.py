"""Pages of a PDF are scans; protected and broken ones are refused plainly."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from corrector.errors import InputError
from corrector.scans import limits
from corrector.scans.folder import list_folder
from corrector.scans.image import open_preview, open_scan, scan_info
from corrector.scans.listing import ScanSource
from corrector.scans.pdf import page_count
from tests.scans.made_files import pdf

A_PAGE = (144.0, 216.0)


def test_the_stored_pixels_of_a_page_are_those_at_300_dpi(tmp_path: Path) -> None:
    source = ScanSource(pdf(tmp_path / "a.pdf", [A_PAGE, (100.5, 50)]), 1)
    info = scan_info(source)
    assert (info.width, info.height, info.resolution, info.format) == (419, 209, 300, "PDF")
    assert open_scan(source).size == (419, 209)


def test_a_page_is_rendered_as_finely_as_asked(tmp_path: Path) -> None:
    source = ScanSource(pdf(tmp_path / "a.pdf", [A_PAGE]))
    scan = open_scan(source, resolution=72)
    assert (scan.mode, scan.size, scan.getpixel((9, 9))) == ("RGB", (144, 216), (255, 255, 255))
    assert open_preview(source, 100).size == (67, 100)


def test_an_image_in_a_pdf_has_its_colours(tmp_path: Path) -> None:
    Image.new("RGB", (50, 50), (255, 0, 0)).save(tmp_path / "ä.pdf", resolution=300)
    scan = open_scan(ScanSource(tmp_path / "ä.pdf"))
    red, green, blue = scan.getpixel((25, 25))
    assert scan.size == (50, 50)
    assert (red > 250, green < 5, blue < 5) == (True, True, True)


def test_a_page_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [A_PAGE])
    for attempt in (scan_info, open_scan):
        with pytest.raises(InputError, match="no page 2"):
            attempt(ScanSource(path, 1))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n"])
def test_a_broken_pdf_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    with pytest.raises(InputError, match="not a sound PDF"):
        page_count(path)


def test_a_pdf_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.pdf.*cannot be read"):
        page_count(tmp_path / "gone.pdf")


def test_a_protected_pdf_is_refused(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", [A_PAGE])
    key = b"<" + b"5a" * 32 + b">"
    locked = b"/Filter/Standard/V 1/R 2/Length 40/P -4/O " + key + b"/U " + key
    path.write_bytes(
        path.read_bytes().replace(b"trailer\r\n<<", b"trailer\r\n<</Encrypt<<" + locked + b">>")
    )
    with pytest.raises(InputError, match="protected by a password"):
        page_count(path)
    listing = list_folder(tmp_path)
    assert "protected by a password" in str(listing.problems[0].message)


def test_a_page_above_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = ScanSource(pdf(tmp_path / "a.pdf", [A_PAGE]))
    monkeypatch.setattr(limits, "MAX_SCAN_PIXELS", 1000)
    with pytest.raises(InputError, match="million pixels"):
        open_scan(source)


def test_many_threads_may_ask_at_once(tmp_path: Path) -> None:
    source = ScanSource(pdf(tmp_path / "a.pdf", [A_PAGE]))
    with ThreadPoolExecutor(4) as pool:
        sizes = {image.size for image in pool.map(open_preview, [source] * 20, range(50, 70))}
    assert len(sizes) == 20
