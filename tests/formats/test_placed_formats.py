"""hOCR, ALTO and PAGE: corrected words in their boxes, and what the machine had read."""

import dataclasses
from collections.abc import Callable

import pytest
from lxml import etree

from corrector.formats.registry import FORMATS
from corrector.formats.written import CannotHoldError
from corrector.scans.geometry import Box
from tests.formats.material_makers import Makers
from tests.formats.placed_makers import found, lines_in, lines_of, placed_page

Check = Callable[[str, bytes], None]
NAMES = ("hocr", "alto", "page")
BEFORE = "Teh quick brovvn fox\njumpsover the la zy dog.\n\nAnd noth1ng ~ else\n"
AFTER = "The quick brown fox\njumps over the lazy old dog.\nA new line\n\nAnd nothing else\n"


def written(make: Makers, name: str, *texts: str, **given: object) -> bytes:
    return FORMATS[name].write(make.document(placed_page(make, *texts, **given))).content


def strings(content: bytes) -> dict[str, etree._Element]:
    return {one.get("CONTENT") or "": one for one in found(content, "String")}


def box_of(string: etree._Element) -> Box:
    return Box(*(int(string.get(name) or "") for name in ("HPOS", "VPOS", "WIDTH", "HEIGHT")))


@pytest.mark.parametrize("name", NAMES)
def test_files_are_valid_and_have_the_lines_of_the_text(
    make: Makers, layout_schemas: Check, name: str
) -> None:
    content = written(make, name, BEFORE, AFTER)

    layout_schemas(name, content)
    assert lines_in(content) == lines_of(AFTER)
    assert written(make, name, BEFORE, AFTER) == content


def test_words_stand_where_the_engine_saw_them(make: Makers) -> None:
    word = strings(written(make, "alto", BEFORE, AFTER))["quick"]

    assert box_of(word) == Box(90, 50, 50, 30)
    assert float(word.get("WC") or "") == pytest.approx(0.9)
    assert word.get("CS") is None
    assert word.get("TAGREFS") is None


def test_a_corrected_word_says_so_and_keeps_what_it_was(make: Makers) -> None:
    alto = written(make, "alto", BEFORE, AFTER)
    word = strings(alto)["brown"]
    assert word.get("CS") == "true"
    assert word.get("WC") is None
    assert word.findtext("{*}ALTERNATIVE") == "brovvn"
    assert [line.get("CS") for line in found(alto, "TextLine")] == ["true"] * 4

    page = written(make, "page", BEFORE, AFTER)
    readings = {
        one.findtext("{*}Unicode"): (one.get("index"), one.get("conf"))
        for word in found(page, "Word")
        for one in word.iterchildren("{*}TextEquiv")
    }
    assert readings["brown"] == ("0", None)
    assert readings["brovvn"] == ("1", "0.900")

    hocr = etree.fromstring(written(make, "hocr", BEFORE, AFTER))
    (span,) = (one for one in hocr.iter("{*}span") if one.text == "brown")
    assert span.get("data-former") == "brovvn"
    assert span.get("title") == "bbox 150 50 210 80; x_corrected 1"


def test_a_word_that_was_one_with_another_gets_its_part_of_the_box(make: Makers) -> None:
    words = strings(written(make, "alto", BEFORE, AFTER))

    assert box_of(words["jumps"]) == Box(50, 90, 45, 30)
    assert box_of(words["over"]) == Box(104, 90, 36, 30)
    assert words["over"].get("TAGREFS") == "interpolated"
    assert words["over"].findtext("{*}ALTERNATIVE") == "jumpsover"


def test_a_word_that_was_in_two_gets_both_boxes_together(make: Makers) -> None:
    word = strings(written(make, "alto", BEFORE, AFTER))["lazy"]

    assert box_of(word) == Box(190, 90, 50, 30)
    assert word.get("TAGREFS") is None
    assert word.findtext("{*}ALTERNATIVE") == "la zy"


def test_a_word_that_the_machine_missed_stands_between_its_neighbours_and_says_so(
    make: Makers,
) -> None:
    alto = written(make, "alto", BEFORE, AFTER)
    word = strings(alto)["old"]
    assert word.get("TAGREFS") == "interpolated"
    assert 240 <= box_of(word).x < box_of(word).right <= 260
    (tag,) = found(alto, "OtherTag")
    assert tag.get("ID") == "interpolated"

    page = written(make, "page", BEFORE, AFTER)
    texts = {one.findtext("{*}TextEquiv/{*}Unicode"): one for one in found(page, "Word")}
    assert texts["old"].get("custom") == "place {interpolated:true;}"

    hocr = written(make, "hocr", BEFORE, AFTER).decode()
    assert 'x_corrected 1; x_interpolated 1" data-former="">old<' in hocr


def test_a_line_that_the_machine_missed_stands_between_the_lines_around_it(make: Makers) -> None:
    lines = found(written(make, "alto", BEFORE, AFTER), "TextLine")

    assert [line.get("TAGREFS") for line in lines] == [None, None, "interpolated", None]
    assert box_of(lines[1]).bottom <= box_of(lines[2]).y
    assert box_of(lines[2]).bottom <= box_of(lines[3]).y


def test_steps_name_engine_person_and_program_with_their_times(make: Makers) -> None:
    alto = etree.fromstring(written(make, "alto", BEFORE, AFTER))
    steps = [
        [one.findtext(f".//{{*}}{name}") for name in ("processingCategory", "processingDateTime")]
        for one in alto.iter("{*}Processing")
    ]
    assert steps == [
        ["contentGeneration", "2026-11-01T10:00:00+00:00"],
        ["contentModification", "2026-11-02T10:00:00+00:00"],
    ]
    assert alto.findtext(".//{*}processingAgency") == "Ada Example"
    page = etree.fromstring(written(make, "page", BEFORE, AFTER))
    items = [(one.get("name"), one.get("value")) for one in page.iter("{*}MetadataItem")]
    assert items == [("recognition", "tesseract 5.3.0"), ("correction", "Corrector 0.1.0")]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_without_words_is_a_valid_file(
    make: Makers, layout_schemas: Check, name: str
) -> None:
    content = written(make, name, "x\n", "\n")

    layout_schemas(name, content)
    assert lines_in(content) == []


@pytest.mark.parametrize("name", NAMES)
def test_what_xml_cannot_hold_is_left_out_and_said(
    make: Makers, layout_schemas: Check, name: str
) -> None:
    page = placed_page(make, "a\x00b \x0c c\n", scan='s;"ö%/#1.jpg')
    file = FORMATS[name].write(make.document(page))

    layout_schemas(name, file.content)
    assert lines_in(file.content) == ["ab c"]
    assert "U+0000" in str(file.notices[0])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("missing", [{"scan": None}, {"reading": None, "links": ()}])
def test_a_page_without_places_is_refused_with_a_sentence(
    make: Makers, name: str, missing: dict[str, object]
) -> None:
    page = placed_page(make, "Text\n", **missing)

    with pytest.raises(CannotHoldError, match="page 1"):
        FORMATS[name].write(make.document(page))


def test_two_pages_do_not_go_into_one_file(make: Makers) -> None:
    page = placed_page(make, "Text\n")

    with pytest.raises(CannotHoldError, match="page by page"):
        FORMATS["alto"].write(make.document(page, page))


def test_a_new_block_of_the_reading_is_a_new_region(make: Makers) -> None:
    page = placed_page(make, "one\n\ntwo\n", "one\ntwo\n")

    content = FORMATS["page"].write(make.document(page)).content

    assert len(found(content, "TextRegion")) == 2
    assert len(found(content, "RegionRefIndexed")) == 2


def test_boxes_outside_of_the_scan_are_cut_at_its_edge(make: Makers, layout_schemas: Check) -> None:
    page = placed_page(make, "word\n")
    assert page.reading is not None
    links = tuple(dataclasses.replace(link, box=Box(-5, 1990, 2000, 90)) for link in page.links)
    page = dataclasses.replace(page, links=links)

    for name in NAMES:
        layout_schemas(name, FORMATS[name].write(make.document(page)).content)
