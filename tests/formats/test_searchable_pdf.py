"""Searchable PDF: the scan as it is, and its text to be found and copied out again."""

import io
import unicodedata

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from corrector.formats.page_image import PageImage
from corrector.formats.registry import FORMATS
from corrector.formats.searchable_pdf.written_order import letters_of
from corrector.formats.written import CannotHoldError
from corrector.scans.geometry import Orientation
from tests.formats.material_makers import Makers
from tests.formats.placed_makers import HEIGHT, WIDTH, lines_of, placed_page

SCRIPTS = (
    "The quick brown fox\njumps over the lazy dog.\n",
    "Größe, naïve, ſtraße, Łódź\n",
    "Быстрая лиса Ελληνικά\n",
    "日本語 한국어 ไทย हिन्दी\n",
    "שלום עולם\nשורה שנייה\n",
    "مرحبا بالعالم\n",
    "\U00010400\U00010401 \U0001d504\U0001d505\n",
    'e\u0301 n\u0303 <&> "quoted" (a) {b} \\ /F1\n',
)


def pdf_of(make: Makers, *texts: str, **given: object) -> bytes:
    return FORMATS["pdf"].write(make.document(placed_page(make, *texts, **given))).content


def extracted(content: bytes, page: int = 0) -> list[str]:
    """The lines of a page as a reader of PDFs copies them out."""
    with pypdfium2.PdfDocument(content) as pdf:
        return lines_of(pdf[page].get_textpage().get_text_range().replace("\r\n", "\n"))


def jpeg(width: int, height: int) -> bytes:
    written = io.BytesIO()
    Image.radial_gradient("L").resize((width, height)).save(written, "JPEG")
    return written.getvalue()


@pytest.mark.parametrize("text", SCRIPTS)
def test_every_script_can_be_copied_out_again(make: Makers, text: str) -> None:
    assert extracted(pdf_of(make, text)) == lines_of(text)


def test_the_corrected_text_is_found_not_that_of_the_machine(make: Makers) -> None:
    content = pdf_of(make, "Teh brovvn fox\n", "The brown fox\n")

    assert extracted(content) == ["The brown fox"]
    assert pdf_of(make, "Teh brovvn fox\n", "The brown fox\n") == content


def test_more_letters_than_a_font_has_go_into_several(make: Makers) -> None:
    words = [chr(code) for code in range(0x4E00, 0x4E00 + 600)]
    text = "\n".join(" ".join(words[at : at + 20]) for at in range(0, 600, 20))

    assert extracted(pdf_of(make, text)) == lines_of(text)


def test_a_jpeg_is_passed_through_byte_for_byte(make: Makers) -> None:
    data = jpeg(WIDTH, HEIGHT)
    image = PageImage(WIDTH, HEIGHT, "L", data, jpeg=True, resolution=200.0)

    content = pdf_of(make, "word\n", image=lambda: image)

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.pages[0].Resources.XObject["/Im0"].read_raw_bytes() == data
        assert [float(edge) for edge in pdf.pages[0].mediabox] == [0, 0, 360, 720]


def test_words_stand_on_the_paper_where_they_stand_on_the_scan(make: Makers) -> None:
    content = pdf_of(make, "one two\n")

    with pypdfium2.PdfDocument(content) as pdf:
        page = pdf[0].get_textpage()
        left, bottom, right, top = page.get_charbox(4)
    scale = 72 / 300
    assert left == pytest.approx(90 * scale, abs=1)
    assert right == pytest.approx(100 * scale, abs=1)
    assert bottom == pytest.approx((HEIGHT - 80) * scale, abs=2)
    assert top == pytest.approx((HEIGHT - 50) * scale, abs=2)


@pytest.mark.parametrize("orientation", Orientation)
def test_turned_scans_are_shown_upright(make: Makers, orientation: Orientation) -> None:
    stored = Image.new("L", (WIDTH, HEIGHT), 255)
    stored.paste(0, (0, 0, 100, 100))
    image = PageImage(
        WIDTH, HEIGHT, "L", stored.tobytes(), jpeg=False, orientation=orientation, resolution=72.0
    )

    content = pdf_of(make, "word\n", image=lambda: image)

    upright = stored
    if orientation > 1:
        turn = {
            Orientation.MIRRORED: Image.Transpose.FLIP_LEFT_RIGHT,
            Orientation.HALF_TURN: Image.Transpose.ROTATE_180,
            Orientation.FLIPPED: Image.Transpose.FLIP_TOP_BOTTOM,
            Orientation.TRANSPOSED: Image.Transpose.TRANSPOSE,
            Orientation.QUARTER_TURN_RIGHT: Image.Transpose.ROTATE_270,
            Orientation.TRANSVERSED: Image.Transpose.TRANSVERSE,
            Orientation.QUARTER_TURN_LEFT: Image.Transpose.ROTATE_90,
        }[orientation]
        upright = stored.transpose(turn)
    with pypdfium2.PdfDocument(content) as pdf:
        shown = pdf[0].render(scale=0.1).to_pil().convert("L")
    assert shown.size == (upright.width // 10, upright.height // 10)
    corners = [(x, y) for x in (3, shown.width - 4) for y in (3, shown.height - 4)]
    dark = [corner for corner in corners if shown.getpixel(corner) == 0]
    wanted = [(x, y) for x, y in corners if upright.getpixel((x * 10, y * 10)) == 0]
    assert dark == wanted


def test_a_page_without_places_is_a_picture_and_said(make: Makers) -> None:
    page = placed_page(make, "word\n", reading=None, links=())

    written = FORMATS["pdf"].write(make.document(page))

    assert "picture without text" in str(written.notices[0])
    assert extracted(written.content) == []


def test_pages_without_a_scan_are_left_out_and_said(make: Makers) -> None:
    without, known = placed_page(make, "a\n", image=None), placed_page(make, "b\n")

    written = FORMATS["pdf"].write(make.document(without, known))

    assert "no scan" in str(written.notices[0])
    assert extracted(written.content) == ["b"]
    with pytest.raises(CannotHoldError, match="no scan"):
        FORMATS["pdf"].write(make.document(without))


LETTERS = st.characters(categories=["Lu", "Ll", "Lo", "Nd"], exclude_characters="ﬀﬁﬂﬃﬄﬅﬆ")


@settings(max_examples=50, suppress_health_check=list(HealthCheck), deadline=None)
@given(words=st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=6))
def test_random_words_of_one_direction_can_be_copied_out(make: Makers, words: list[str]) -> None:
    plain = [word for word in words if all(unicodedata.bidirectional(c) == "L" for c in word)]
    text = " ".join(plain)

    assert extracted(pdf_of(make, text)) == lines_of(text)


def test_a_word_in_two_directions_is_written_from_the_left() -> None:
    assert "".join(letters_of("abc")) == "abc"
    assert "".join(letters_of("אבג")) == "גבא"
    assert "".join(letters_of("אב12")) == "12בא"
