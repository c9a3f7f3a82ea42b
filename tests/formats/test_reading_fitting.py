"""Places of a described page come into the pixels of the scan that is there, or nowhere."""

from pathlib import Path

from corrector.formats.reading.detect import pages_in
from corrector.formats.reading.fitting import fitted
from corrector.scans.geometry import Box, Orientation
from tests.formats.ocr_file_makers import alto, string

LINE = f"<TextBlock><TextLine>{string('word', (100, 50, 200, 100))}</TextLine></TextBlock>"
(PAGE,) = pages_in(alto(LINE), Path("a.xml"))


def test_a_page_of_the_same_size_stays_as_it_is() -> None:
    assert fitted(PAGE, 1000, 500) == PAGE


def test_a_page_in_another_resolution_is_scaled() -> None:
    page = fitted(PAGE, 2000, 1001)

    assert page is not None
    assert (page.reading.width, page.reading.height) == (2000, 1001)
    assert page.reading.words[0].box == Box(200, 100, 400, 200)
    assert page.lines[0].box == Box(200, 100, 400, 200)


def test_a_page_of_other_proportions_does_not_fit() -> None:
    assert fitted(PAGE, 1000, 600) is None
    assert fitted(PAGE, 500, 1000) is None


def test_a_page_described_as_seen_is_turned_back_to_the_stored_scan() -> None:
    page = fitted(PAGE, 500, 1000, Orientation.QUARTER_TURN_RIGHT)

    assert page is not None
    assert (page.reading.width, page.reading.height) == (500, 1000)
    assert page.reading.words[0].box == Box(50, 700, 100, 200)


def test_a_page_without_a_size_fits_where_all_its_places_do() -> None:
    (page,) = pages_in(alto(LINE).replace(b'WIDTH="1000"', b""), Path("a.xml"))

    assert fitted(page, 200, 500) is None
    found = fitted(page, 3000, 5000)
    assert found is not None
    assert found.reading.words[0].box == Box(100, 50, 200, 100)
    assert found.reading.width == 3000
