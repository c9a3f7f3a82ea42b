"""Small real files for the tests of this room, and what a listing says in short."""

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image

from corrector.scans.folder import list_folder
from corrector.scans.listing import Listing


def tiff(frames: int = 1, **options: object) -> bytes:
    """A TIFF of so many small frames, the first black, the next lighter and lighter."""
    images = [Image.new("L", (30 + number, 40), number * 20) for number in range(frames)]
    data = io.BytesIO()
    images[0].save(data, "TIFF", save_all=True, append_images=images[1:], **options)
    return data.getvalue()


def pdf(path: Path, pages: Sequence[tuple[float, float]]) -> Path:
    """A PDF of empty pages of the given sizes in points."""
    document = pypdfium2.PdfDocument.new()
    try:
        for width, height in pages:
            document.new_page(width, height).close()
        document.save(path)
    finally:
        document.close()
    return path


CONTENT = {
    ".txt": b"text\n",
    ".tif": tiff(),
    ".jpg": b"not decoded",
    ".png": b"not decoded",
    ".tsv": b"not of interest",
    ".md": b"not of interest",
}


def make(root: Path, *names: str, content: bytes | None = None) -> Path:
    """Make files below `root` with the content given, or with one that fits their suffix."""
    for name in names:
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(CONTENT[place.suffix.lower()] if content is None else content)
    return root


def labels(listing: Listing) -> dict[str, list[str]]:
    """Labels of pages by label of document."""
    return {found.label: [page.label for page in found.pages] for found in listing.documents}


def all_labels(listing: Listing) -> list[str]:
    """Labels of all pages in order."""
    return [page.label for found in listing.documents for page in found.pages]


def texts(root: Path) -> dict[str, str | None]:
    """Text, with its part, by label of page."""
    found: dict[str, str | None] = {}
    for document in list_folder(root).documents:
        for page in document.pages:
            text = page.text
            part = "" if text is None or text.part is None else f"#{text.part}"
            found[page.label] = None if text is None else f"{text.path}{part}"
    return found


def said(listing: Listing) -> dict[str, str]:
    """What is said about which file."""
    return {str(problem.path): str(problem.message) for problem in listing.problems}
