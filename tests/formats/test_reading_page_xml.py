"""PAGE of other programs becomes a reading: regions, lines, words, order."""

from pathlib import Path

import pytest

from corrector.formats.reading.detect import read_ocr_file
from corrector.formats.reading.ocr_page import OcrPage
from corrector.scans.geometry import Box
from tests.formats.ocr_file_makers import page_xml, put


def read(folder: Path, content: str, year: str = "2019-07-15") -> OcrPage:
    (found,) = read_ocr_file(put(folder, page_xml(content, year)))
    return found


def coords(x: int, y: int, width: int = 100, height: int = 20) -> str:
    right, bottom = x + width, y + height
    return f'<Coords points="{x},{y} {right},{y} {right},{bottom} {x},{bottom}"/>'


def said(text: str, more: str = "") -> str:
    return f"<TextEquiv {more}><Unicode>{text}</Unicode></TextEquiv>"


def line(text: str, y: int, *words: str, more: str = "", x: int = 0) -> str:
    inside = "".join(words)
    return f"<TextLine {more}>{coords(x, y)}{inside}{said(text) if text else ''}</TextLine>"


def word(text: str, x: int, y: int) -> str:
    return f"<Word>{coords(x, y, 40)}{said(text, 'conf=' + chr(34) + '0.8' + chr(34))}</Word>"


def region(identifier: str, *inside: str, more: str = "") -> str:
    content = coords(0, 0, 200, 200) + "".join(inside)
    return f'<TextRegion id="{identifier}" {more}>{content}</TextRegion>'


@pytest.mark.parametrize("year", ["2013-07-15", "2019-07-15", "2024-07-15"])
def test_every_year_is_read_alike(tmp_path: Path, year: str) -> None:
    page = read(
        tmp_path, region("r", line("Dear Sir", 0, word("Dear", 0, 0), word("Sir", 60, 0))), year
    )

    assert page.reading.text == "Dear Sir"
    assert [(one.box, one.confidence) for one in page.reading.words] == [
        (Box(0, 0, 40, 20), 0.8),
        (Box(60, 0, 40, 20), 0.8),
    ]
    assert (page.reading.engine.name, page.reading.engine.version) == ("OCR-D/core", "2.67.1")
    assert (page.image_name, page.reading.width, page.reading.height) == ("a.jpg", 1000, 500)
    assert not page.interpolated


def test_a_corrected_line_comes_before_the_words_that_were_left_below_it(tmp_path: Path) -> None:
    page = read(tmp_path, region("r", line("Dear Sir", 0, word("Dcar", 0, 0), word("Sir", 60, 0))))

    assert page.reading.text == "Dear Sir"
    assert page.interpolated == {0, 1}


def test_regions_are_read_in_the_order_that_the_file_gives(tmp_path: Path) -> None:
    order = (
        "<ReadingOrder><OrderedGroup id='g'><RegionRefIndexed index='1' regionRef='a'/>"
        "<OrderedGroupIndexed id='h' index='0'><RegionRefIndexed index='0' regionRef='table'/>"
        "<RegionRefIndexed index='1' regionRef='gone'/></OrderedGroupIndexed></OrderedGroup>"
        "</ReadingOrder>"
    )
    cells = region("c1", line("cell", 0)) + region("c2", line("two", 0))
    table = f"<TableRegion id='table'>{cells}</TableRegion>"
    regions = region("x", line("last", 0)) + region("a", line("first", 0)) + table

    assert read(tmp_path, order + regions).reading.text.split() == ["cell", "two", "first", "last"]


def test_lines_of_one_column_are_read_downwards(tmp_path: Path) -> None:
    page = read(tmp_path, region("r", line("two", 40), line("three", 80), line("one", 0)))

    assert page.reading.text == "one\ntwo\nthree"


def test_lines_side_by_side_stay_in_the_order_of_the_file(tmp_path: Path) -> None:
    lines = (line("a1", 0), line("a2", 40), line("b1", 2, x=500), line("b2", 41, x=500))

    assert read(tmp_path, region("r", *lines)).reading.text.split() == ["a1", "a2", "b1", "b2"]


def test_numbers_of_lines_come_before_their_places(tmp_path: Path) -> None:
    by_transkribus = "custom='readingOrder {{index:{0};}}'".format
    lines = (line("two", 0, more=by_transkribus(1)), line("one", 40, more=by_transkribus(0)))

    assert read(tmp_path, region("r", *lines)).reading.text == "one\ntwo"


def test_a_region_without_lines_is_cut_into_lines_of_equal_height(tmp_path: Path) -> None:
    page = read(tmp_path, region("r", said("one two\n\nthree")))

    assert page.reading.text == "one two\nthree"
    assert [place.box for place in page.lines] == [Box(0, 0, 200, 100), Box(0, 100, 200, 100)]
    assert page.interpolated == {0, 1, 2}


def test_a_region_within_a_region_is_read_once(tmp_path: Path) -> None:
    inner = region("i", line("inner", 0))

    assert read(tmp_path, region("o", line("outer", 0), inner)).reading.text == "outer\n\ninner"


def test_the_first_of_several_readings_is_the_one_with_the_lowest_number(tmp_path: Path) -> None:
    both = said("worse", "index='1'") + said("better", "index='0' conf='0.7'")
    page = read(tmp_path, region("r", f"<TextLine>{coords(0, 0)}{both}</TextLine>"))

    assert page.reading.text == "better"
    assert page.alternatives == {0: ("worse",)}
    assert page.reading.words[0].confidence == 0.7


def test_points_may_be_elements_as_they_were_before_2013(tmp_path: Path) -> None:
    old = '<Coords><Point x="5" y="6"/><Point x="25" y="16"/></Coords>'
    page = read(tmp_path, region("r", f"<TextLine>{old}{said('word')}</TextLine>"), "2010-03-19")

    assert page.reading.words[0].box == Box(5, 6, 20, 10)


def test_points_outside_the_page_are_brought_to_its_edge(tmp_path: Path) -> None:
    text = f"<TextLine><Coords points='-10,-10 2000,-10 2000,40'/>{said('word')}</TextLine>"

    assert read(tmp_path, region("r", text)).reading.words[0].box == Box(0, 0, 1000, 40)


def test_hebrew_runs_from_right_to_left_within_its_line(tmp_path: Path) -> None:
    page = read(tmp_path, region("r", line("שלום עולם", 0)))
    first, second = page.reading.words

    assert first.box.x > second.box.x
    assert first.box.right == 100
