"""ALTO of other programs becomes a reading: strings, hyphens, margins, order."""

from pathlib import Path

import pytest

from corrector.formats.reading.detect import read_ocr_file
from corrector.formats.reading.ocr_page import OcrPage
from corrector.scans.geometry import Box
from tests.formats.ocr_file_makers import alto, put, string


def read(folder: Path, layout: str, **given: str) -> OcrPage:
    (found,) = read_ocr_file(put(folder, alto(layout, **given)))
    return found


def block(*lines: str, identifier: str = "b") -> str:
    inside = "".join(f"<TextLine>{line}</TextLine>" for line in lines)
    return f'<TextBlock ID="{identifier}">{inside}</TextBlock>'


@pytest.mark.parametrize(
    "namespace",
    [
        "http://www.loc.gov/standards/alto/ns-v2#",
        "http://www.loc.gov/standards/alto/ns-v3#",
        "http://www.loc.gov/standards/alto/ns-v4#",
        "http://schema.ccs-gmbh.com/ALTO",
        "",
    ],
)
def test_every_version_is_read_alike(tmp_path: Path, namespace: str) -> None:
    line = string("Dear", (10, 20, 80, 30), 'WC="0.9"') + "<SP/>" + string("Sir", (99, 20, 40, 30))
    page = read(tmp_path, block(line, string("End", (10, 60, 40, 30))), namespace=namespace)

    assert page.reading.text == "Dear Sir\nEnd"
    assert page.reading.words[0].box == Box(10, 20, 80, 30)
    assert [word.confidence for word in page.reading.words] == [0.9, None, None]
    assert (page.reading.width, page.reading.height, page.image_name) == (1000, 500, "a.jpg")
    assert (page.reading.engine.name, page.reading.engine.version) == ("FineReader", "12.0")


def test_a_divided_word_stays_as_the_page_shows_it(tmp_path: Path) -> None:
    """The whole word stands in SUBS_CONTENT of both halves; the page has it once."""
    first = string("coopera", (10, 20, 80, 30), 'SUBS_TYPE="HypPart1" SUBS_CONTENT="cooperation"')
    hyphen = '<HYP CONTENT="\u00ad" HPOS="90" VPOS="20" WIDTH="10" HEIGHT="30"/>'
    second = string("tion", (10, 60, 40, 30), 'SUBS_TYPE="HypPart2" SUBS_CONTENT="cooperation"')
    page = read(tmp_path, block(first + hyphen, second))

    assert page.reading.text == "coopera-\ntion"
    assert page.reading.words[0].box == Box(10, 20, 90, 30)


def test_a_hyphen_that_is_there_already_is_not_doubled(tmp_path: Path) -> None:
    line = string("coopera-", (10, 20, 80, 30)) + "<HYP/>"

    assert read(tmp_path, block(line)).reading.text == "coopera-"


def test_several_words_in_one_string_get_places_within_it(tmp_path: Path) -> None:
    page = read(tmp_path, block(string("to be or", (100, 0, 80, 30), 'WC="0.5"')))

    assert [(word.text, word.box.x, word.box.right) for word in page.reading.words] == [
        ("to", 100, 120),
        ("be", 130, 150),
        ("or", 160, 180),
    ]
    assert page.interpolated == {0, 1, 2}
    assert {word.confidence for word in page.reading.words} == {0.5}


def test_other_readings_are_kept(tmp_path: Path) -> None:
    inside = "<ALTERNATIVE>hallo</ALTERNATIVE><ALTERNATIVE>hello</ALTERNATIVE>"
    page = read(tmp_path, block(string("hello", (1, 1, 9, 9), inside=inside)))

    assert page.alternatives == {0: ("hallo",)}


def test_margins_stand_where_they_are_read(tmp_path: Path) -> None:
    def part(name: str) -> str:
        return f"<{name}>{block(string(name, (1, 1, 9, 9)))}</{name}>"

    names = ("TopMargin", "LeftMargin", "RightMargin", "BottomMargin", "PrintSpace")
    whole = alto("").replace(b"<PrintSpace></PrintSpace>", "".join(map(part, names)).encode())

    (page,) = read_ocr_file(put(tmp_path, whole))

    wanted = ["TopMargin", "LeftMargin", "PrintSpace", "RightMargin", "BottomMargin"]
    assert page.reading.text.split() == wanted


def test_an_explicit_reading_order_comes_before_the_order_of_the_file(tmp_path: Path) -> None:
    blocks = "".join(block(string(one, (1, 1, 9, 9)), identifier=one) for one in ("a", "b", "c"))
    order = '<ReadingOrder><OrderedGroup ID="g"><ElementRef REF="c"/><ElementRef REF="a"/>'
    whole = alto(blocks).replace(
        b"<Layout>", f"{order}</OrderedGroup></ReadingOrder><Layout>".encode()
    )

    assert read_ocr_file(put(tmp_path, whole))[0].reading.text.split() == ["c", "a", "b"]


def test_places_may_be_outlines(tmp_path: Path) -> None:
    line = (
        '<TextLine><Shape><Polygon POINTS="10 20 110,20 110 50 10 50"/></Shape>'
        '<String CONTENT="word"/></TextLine>'
    )
    page = read(tmp_path, f"<TextBlock>{line}</TextBlock>")

    assert page.reading.words[0].box == Box(10, 20, 100, 30)
    assert page.interpolated == {0}


def test_words_without_any_place_are_in_the_text_alone(tmp_path: Path) -> None:
    page = read(
        tmp_path, "<TextBlock><TextLine><String CONTENT='lost word'/></TextLine></TextBlock>"
    )

    assert page.reading.text == "lost word"
    assert page.reading.words == ()
    assert page.reading.engine.parameters["word-boxes"] == "none"


def test_places_are_cut_at_the_edges_of_the_page(tmp_path: Path) -> None:
    line = "".join(
        [
            string("left", (-20, -30, 100, 60)),
            string("right", (950, 450, 100, 100)),
            string("far", (5000, 5000, 10, 10)),
            string("absurd", (10, 10, 10, 10)).replace('WIDTH="10"', 'WIDTH="1e300"'),
            string("none", (10, 10, 0, 0)),
        ]
    )
    words = read(tmp_path, block(line)).reading.words

    assert [word.box for word in words] == [
        Box(0, 0, 80, 30),
        Box(950, 450, 50, 50),
        Box(999, 499, 1, 1),
        Box(10, 10, 990, 10),
        Box(10, 10, 1, 1),
    ]


@pytest.mark.parametrize("value", ["", "nan", "inf", "x", "-5", "0", "1e99"])
def test_an_absurd_size_counts_as_unknown(tmp_path: Path, value: str) -> None:
    whole = alto(block(string("a", (10, 10, 40, 20)))).replace(
        b'WIDTH="1000"', f'WIDTH="{value}"'.encode()
    )

    (page,) = read_ocr_file(put(tmp_path, whole))

    assert not page.size_known
    assert (page.reading.width, page.reading.height) == (50, 30)
