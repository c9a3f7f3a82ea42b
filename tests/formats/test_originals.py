"""Imported files of OCR go out again with nothing changed but what was corrected."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from corrector.formats.originals.original import Original
from corrector.formats.reading.detect import pages_in
from corrector.formats.registry import FORMATS
from corrector.formats.written import WrittenFile
from corrector.messages import Message, message
from tests.formats.material_makers import Makers
from tests.formats.ocr_file_makers import WORD, alto, hocr, page_xml, string
from tests.formats.placed_makers import found, lines_in, lines_of, placed_page

Check = Callable[[str, bytes], None]
NAMES = {"ALTO": "alto", "PAGE": "page", "hOCR": "hocr"}
SETS = ("ehri_en", "stanford1905_en", "ehri_de", "tapuscorpus_fr", "ocrd_gt_de")
PIECES = [" ", "\n", "zz ", " new words ", "\nwhole new line\n", "a", "<&>", "\u05d0\u05d1", "\f"]

ALTO = alto(
    "<x:own xmlns:x='urn:own' x:said='kept'/>"
    "<TextBlock ID='b'><TextLine ID='l1'>"
    + string("Dcar", (10, 20, 80, 30), "ID='w1' WC='0.5' STYLE='bold'")
    + "<SP/>"
    + string("thesir", (100, 20, 120, 30), "ID='w2'")
    + "</TextLine><TextLine ID='l2'>"
    + string("he re", (10, 60, 90, 30), "ID='w3'")
    + "<SP/>"
    + string("co", (110, 60, 40, 30), "SUBS_TYPE='HypPart1' SUBS_CONTENT='coal'")
    + "<HYP CONTENT='-'/></TextLine><TextLine>"
    + string("al", (10, 90, 40, 30), "SUBS_TYPE='HypPart2' SUBS_CONTENT='coal'")
    + "</TextLine></TextBlock><Illustration ID='i' HPOS='1' VPOS='1' WIDTH='9' HEIGHT='9'/>"
)


def original(data: bytes, part: int = 0) -> Original:
    kind = pages_in(data, Path("original"))[0].reading.engine.parameters["format"]
    return Original(kind, "original.xml", part, lambda: data)


def rewritten(make: Makers, data: bytes, text: str | None = None, part: int = 0) -> WrittenFile:
    first = pages_in(data, Path("original"))[part].reading.text
    texts = [first] if text is None else [first, text]
    page = make.page(*texts, original=original(data, part))
    return FORMATS[NAMES[original(data).format]].write(make.document(page))


def edited(text: str, chance: random.Random) -> str:
    characters = list(text)
    for _ in range(chance.randint(1, 25)):
        at, what = chance.randrange(len(characters) + 1), chance.random()
        if what < 0.5:
            characters.insert(at, chance.choice(PIECES))
        else:
            del characters[at : at + chance.choice([1, 1, 2, 8, 60])]
    return "".join(characters)


@pytest.mark.parametrize("folder", SETS)
def test_real_files_come_out_as_they_went_in_or_with_just_the_corrections(
    make: Makers, layout_schemas: Check, shared: Path, folder: str
) -> None:
    chance = random.Random(folder)  # noqa: S311 - the same edits every time
    for path in sorted((shared / "samples" / folder).glob("*.gt.xml"))[:3]:
        data = path.read_bytes()
        assert rewritten(make, data).content == data
        for _ in range(2):
            text = edited(pages_in(data, path)[0].reading.text, chance)
            written = rewritten(make, data, text)
            assert not written.notices
            assert lines_in(written.content) == lines_of(text)
            layout_schemas(NAMES[original(data).format], written.content)
            kept = {one.get("ID") or one.get("id") for one in regions(data)}
            assert kept <= {one.get("ID") or one.get("id") for one in regions(written.content)}


def regions(data: bytes) -> list[etree._Element]:
    names = ("TextBlock", "TextRegion", "ImageRegion", "SeparatorRegion", "GraphicRegion")
    return [one for name in names for one in found(data, name)]


def test_one_word_changes_and_all_else_stays(make: Makers) -> None:
    written = rewritten(make, ALTO, "Dear thesir\nhe re co-\nal")

    word = next(one for one in found(written.content, "String") if one.get("ID") == "w1")
    place = {"HPOS": "10", "VPOS": "20", "WIDTH": "80", "HEIGHT": "30"}
    assert word.attrib == place | {"CONTENT": "Dear", "ID": "w1", "STYLE": "bold", "CS": "true"}
    assert word.findtext("{*}ALTERNATIVE") == "Dcar"
    before = [etree.tostring(one) for one in found(ALTO, "String")[1:]]
    assert [etree.tostring(one) for one in found(written.content, "String")[1:]] == before
    assert found(written.content, "own")[0].get("{urn:own}said") == "kept"
    assert found(written.content, "Illustration")
    (step,) = found(written.content, "Processing")
    assert step.findtext("{*}processingAgency") == "Ada Example"


def test_a_divided_word_becomes_two_strings_with_a_part_of_the_box_each(make: Makers) -> None:
    written = rewritten(make, ALTO, "Dcar the sir\nhe re co-\nal")

    line = found(written.content, "TextLine")[0]
    said = [(one.get("CONTENT"), one.get("HPOS"), one.get("TAGREFS")) for one in line]
    assert said == [
        ("Dcar", "10", None),
        (None, None, None),
        ("the", "100", "interpolated"),
        (None, None, None),
        ("sir", "169", "interpolated"),
    ]


def test_a_string_with_a_blank_in_it_stays_one_string(make: Makers) -> None:
    written = rewritten(make, ALTO, "Dcar thesir\nhere co-\nal")

    assert [one.get("CONTENT") for one in found(written.content, "String")][2] == "here"
    assert len(found(written.content, "String")) == 5


def test_a_corrected_part_of_a_divided_word_forgets_the_old_whole(make: Makers) -> None:
    written = rewritten(make, ALTO, "Dcar thesir\nhe re ca-\nal")

    assert not [one for one in found(written.content, "String") if one.get("SUBS_TYPE")]
    assert not found(written.content, "HYP")
    assert lines_in(written.content) == ["Dcar thesir", "he re ca-", "al"]


def test_lines_come_and_go(make: Makers) -> None:
    written = rewritten(make, ALTO, "Dcar thesir\nsomething new\nal")

    assert lines_in(written.content) == ["Dcar thesir", "something new", "al"]
    identifiers = [one.get("ID") for one in found(written.content, "TextLine")]
    assert identifiers[0] == "l1"
    assert len(set(identifiers)) == 3


@pytest.mark.parametrize("text", ["first\nDcar thesir", "1\n2\nDcar thesir\nhe re co-\nal"])
def test_a_new_first_line_stands_before_the_others(make: Makers, text: str) -> None:
    written = rewritten(make, ALTO, text)

    assert not written.notices
    assert lines_in(written.content) == text.split("\n")


def test_the_old_reading_of_page_becomes_the_next_one(make: Makers) -> None:
    data = page_xml(
        "<TextRegion id='r' custom='mine'><Coords points='1,1 9,9'/><TextLine id='l'>"
        "<Coords points='1,1 90,9'/><Word id='w'><Coords points='1,1 9,9'/>"
        "<TextEquiv conf='0.4'><Unicode>Dcar</Unicode></TextEquiv></Word>"
        "<TextEquiv><Unicode>Dcar</Unicode></TextEquiv></TextLine>"
        "<TextEquiv><Unicode>Dcar</Unicode></TextEquiv></TextRegion>"
        "<GraphicRegion id='g'><Coords points='1,1 9,9'/></GraphicRegion>"
    )

    written = rewritten(make, data, "Dear")

    readings = [
        (one.get("index"), one.get("conf"), one.findtext("{*}Unicode"))
        for one in found(written.content, "TextEquiv")
    ]
    assert readings[:2] == [("0", None, "Dear"), ("1", "0.4", "Dcar")]
    assert readings[2:] == [("0", None, "Dear"), ("1", None, "Dcar")] * 2
    assert found(written.content, "GraphicRegion")
    assert found(written.content, "TextRegion")[0].get("custom") == "mine"


def test_hocr_keeps_its_emphasis_and_its_classes(make: Makers) -> None:
    word = WORD.format(box="10 20 80 30", confidence=55, text="<strong>Dcar</strong>")
    data = hocr(f"<p class='ocr_par x-own'><span class='ocr_line'>{word} {word}</span></p>")

    content = rewritten(make, data, "Dear Dcar").content

    first, second = (one for one in found(content, "span") if one.get("class") == "ocrx_word")
    assert first.findtext("{*}strong") == "Dear"
    assert first.get("title") == "bbox 10 20 80 30; x_corrected 1"
    assert first.get("data-former") == "Dcar"
    assert second.get("title") == "bbox 10 20 80 30; x_wconf 55"
    assert found(content, "p")[0].get("class") == "ocr_par x-own"
    assert lines_in(content) == ["Dear Dcar"]


def test_a_page_of_several_goes_out_alone(make: Makers) -> None:
    single = hocr("<p class='ocr_par'>one</p>")
    data = single.replace(b"</div></body>", b"</div><div class='ocr_page'>two</div></body>")
    data = data.replace(b">two<", b"><p class='ocr_par'>two</p><")

    assert lines_in(rewritten(make, data, None, part=1).content) == ["two"]
    assert lines_in(rewritten(make, data, "three", part=1).content) == ["three"]


def test_a_changed_file_is_left_and_a_new_one_is_written(make: Makers) -> None:
    changed: Message = message("“{file}” is not as it was", file="a.xml")
    page = placed_page(
        make, "Dcar\n", "Dear\n", original=Original("ALTO", "a.xml", 0, lambda: changed)
    )

    written = FORMATS["alto"].write(make.document(page))

    assert str(written.notices[0]) == "“a.xml” is not as it was"
    assert lines_in(written.content) == ["Dear"]


def test_a_file_that_says_something_else_is_not_guessed_at(make: Makers) -> None:
    page = placed_page(make, "Another text\n", original=original(ALTO))

    written = FORMATS["alto"].write(make.document(page))

    assert "cannot be put back" in str(written.notices[0])
    assert lines_in(written.content) == ["Another text"]


def test_other_formats_and_new_files_do_not_need_the_imported_one(make: Makers) -> None:
    def refuse() -> bytes:
        raise AssertionError

    page = placed_page(make, "Dcar\n", original=Original("ALTO", "a.xml", 0, refuse))
    document = make.document(page)

    assert lines_in(FORMATS["page"].write(document).content) == ["Dcar"]
    assert lines_in(FORMATS["alto"].write(document, "new").content) == ["Dcar"]
