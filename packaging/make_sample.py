"""Makes the sample collection: a typewritten letter of three pages, and texts full of misreadings.

    python packaging/make_sample.py --font /usr/share/fonts/truetype/gnutypewriter/GNUTypewriter.ttf

The type face comes from Debian's package fonts-gnutypewriter, the stamps' from
fonts-urw-base35; both may be used freely in documents, and neither is part of the project. The same
faces and versions of Pillow give the same bytes. Countries, people and events are invented. The
pages and texts are works of the project and may be used without any condition (CC0 1.0).
"""

import argparse
from pathlib import Path
from random import Random
from typing import Final

from PIL import Image
from sample.letter import PAGES, right_text
from sample.misreadings import misread
from sample.paper import SIZE, paper, punched, scanned
from sample.stamps import Stamp, pen_line, pressed, put
from sample.typewriter import Typewriter

_PROJECT: Final = Path(__file__).resolve().parent.parent
_SEED: Final = 417
_LEFT: Final = 230
_TOPS: Final = (215, 200, 200)
_TURNS: Final = (-0.6, 0.35, 0.9)
_WITH_TEXT: Final = (0, 1)
"""The third page has no text, so that there is something to recognise."""
_SECRET: Final = Stamp([("SECRET", 62)], frame=0, ink=0.8)
_RECEIVED: Final = Stamp(
    [("RECEIVED", 38), ("22 MAR 1957", 32), ("EXTERNAL AFFAIRS", 26)], frame=4, ink=0.6
)
_DECLASSIFIED: Final = Stamp([("DECLASSIFIED", 50), ("14 MAY 1991", 30)], frame=6, ink=0.42)
_SIGNATURE: Final = (
    (62, 34), (28, 22), (14, 48), (34, 64), (20, 78), (10, 108), (44, 112), (78, 78), (96, 60),
    (92, 100), (112, 66), (122, 98), (140, 70), (150, 100), (170, 72), (178, 96), (204, 78),
    (236, 20), (222, 108), (246, 66), (266, 18), (252, 112), (268, 84), (292, 78), (286, 102),
    (312, 76), (326, 100), (344, 78), (352, 98), (372, 80), (384, 98), (430, 84), (520, 92),
)  # fmt: skip
"""Where the pen turns, in pixels."""


def main() -> None:
    """Write the pages, the misread texts and the right texts."""
    request = _request()
    for page in range(len(PAGES)):
        name = f"despatch_{page + 1}"
        image = _page(page, request.font, request.stamp_font)
        image.save(request.scans / f"{name}.jpg", quality=58, optimize=True, dpi=(200, 200))
        right = right_text(page)
        (request.truth / f"{name}.txt").write_text(right, encoding="utf-8", newline="\n")
        if page in _WITH_TEXT:
            wrong = misread(right, page)
            (request.scans / f"{name}.txt").write_text(wrong, encoding="utf-8", newline="\n")
        print(name, (request.scans / f"{name}.jpg").stat().st_size)


def _request() -> argparse.Namespace:
    fonts = Path("/usr/share/fonts")
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    typewriter = fonts / "truetype/gnutypewriter/GNUTypewriter.ttf"
    stamps = fonts / "opentype/urw-base35/NimbusSansNarrow-Bold.otf"
    parser.add_argument("--font", type=Path, default=typewriter, help="face of the typewriter")
    parser.add_argument("--stamp-font", type=Path, default=stamps, help="face of the stamps")
    parser.add_argument("--scans", type=Path, default=_PROJECT / "resources/sample")
    parser.add_argument("--truth", type=Path, default=_PROJECT / "tests/sample/truth")
    return parser.parse_args()


def _page(page: int, font: Path, stamp_font: Path) -> Image.Image:
    chance = Random(_SEED + page)  # noqa: S311 - specks, not secrets
    ink = Image.new("L", SIZE)
    typewriter = Typewriter(font, chance, ink)
    typewriter.type_passages(PAGES[page], _LEFT, _TOPS[page])
    _stamp(page, ink, stamp_font, chance)
    sheet = punched(paper(chance), (700, 1640))
    return scanned(sheet, ink, _TURNS[page])


def _stamp(page: int, ink: Image.Image, font: Path, chance: Random) -> None:
    """Put the classification, struck out by pen, and the stamps of each page."""
    centre = (SIZE[0] // 2 + chance.randrange(-30, 30), 120)
    put(ink, pressed(_SECRET, font, chance), centre, chance.uniform(-2, 2))
    stroke = [(5, 40), (90, 30), (180, 36), (284, 22)]
    put(ink, pen_line(stroke, (290, 70), 3.2), centre, 0)
    if page == 0:
        put(ink, pressed(_RECEIVED, font, chance), (1405, 430), 4.5)
        put(ink, pressed(_DECLASSIFIED, font, chance), (1210, 2225), 5)
    if page == len(PAGES) - 1:
        put(ink, pressed(_DECLASSIFIED, font, chance), (460, 2000), -8)
        put(ink, pen_line(_SIGNATURE, (540, 130), 2.6), (1090, 1965), 3)


if __name__ == "__main__":
    main()
