"""hOCR of other programs becomes a reading: words, boxes, confidences, order."""

from pathlib import Path

from corrector.formats.reading.detect import read_ocr_file
from corrector.formats.reading.ocr_page import OcrPage
from corrector.scans.geometry import Box
from tests.formats.ocr_file_makers import WORD, hocr, put


def read(folder: Path, body: str, **page: str) -> OcrPage:
    (found,) = read_ocr_file(put(folder, hocr(body, **page), "a.hocr"))
    return found


def word(text: str, box: str, confidence: int = 90) -> str:
    return WORD.format(text=text, box=box, confidence=confidence)


def line(*words: str, kind: str = "ocr_line", box: str = "0 0 900 40") -> str:
    return f"<span class='{kind}' title='bbox {box}; baseline 0 -3'>{' '.join(words)}</span>"


def paragraph(*lines: str) -> str:
    return f"<p class='ocr_par' lang='deu' title='bbox 0 0 900 90'>{''.join(lines)}</p>"


def test_words_have_their_text_place_and_confidence(tmp_path: Path) -> None:
    body = paragraph(
        line(word("Dear", "10 5 90 30", 96), word("Sir,", "100 5 160 30", 31)),
        line(word("no", "10 45 60 70")),
    )
    page = read(tmp_path, body + paragraph(line(word("End", "10 95 60 120"), kind="ocr_header")))

    assert page.reading.text == "Dear Sir,\nno\n\nEnd"
    assert [one.box for one in page.reading.words[:2]] == [Box(10, 5, 80, 25), Box(100, 5, 60, 25)]
    assert [one.confidence for one in page.reading.words] == [0.96, 0.31, 0.9, 0.9]
    assert [(one.block, one.line) for one in page.reading.words] == [(0, 0), (0, 0), (0, 1), (1, 2)]
    assert all(one.span.of(page.reading.text) == one.text for one in page.reading.words)
    assert (page.reading.width, page.reading.height) == (1000, 500)
    assert page.image_name == "scans/a.jpg"
    assert not page.interpolated


def test_the_engine_is_the_one_that_the_file_names(tmp_path: Path) -> None:
    engine = read(tmp_path, paragraph(line(word("a", "1 1 2 2")))).reading.engine

    assert (engine.name, engine.version, engine.languages) == ("tesseract", "5.3.0", ("deu",))
    assert engine.parameters == {"format": "hOCR", "word-boxes": "as in the file"}


def test_choices_for_letters_are_no_part_of_a_word(tmp_path: Path) -> None:
    choices = (
        "influences\n <span class='ocrx_cinfo' id='lstm_choices_1'><span class='ocrx_cinfo' "
        "title='x_confs 92'>i</span><span class='ocrx_cinfo' title='x_confs 1'>l</span></span>"
    )
    letters = "".join(
        f"\n<span class='ocrx_cinfo' title='x_bboxes 1 2 3 4; x_conf 9'>{letter}</span>"
        for letter in "may"
    )
    body = paragraph(line(word(choices, "1 1 9 9"), word(letters, "10 1 20 9")))

    assert read(tmp_path, body).reading.text == "influences may"


def test_other_readings_stand_apart_from_the_one_in_use(tmp_path: Path) -> None:
    choice = (
        "<span class='alternatives'><ins class='alt' title='nlp 0.3'>hello</ins>"
        "<del class='alt' title='nlp 0.2'>hallo</del></span>"
    )
    page = read(tmp_path, paragraph(line(word(choice, "1 1 9 9"))))

    assert page.reading.text == "hello"
    assert page.alternatives == {0: ("hallo",)}


def test_a_line_without_words_gets_them_within_its_box(tmp_path: Path) -> None:
    page = read(tmp_path, paragraph(line("ab <b>cd</b>&nbsp;e", box="0 0 60 40")))

    assert page.reading.text == "ab cd e"
    assert [one.box for one in page.reading.words] == [
        Box(0, 0, 17, 40),
        Box(26, 0, 17, 40),
        Box(51, 0, 9, 40),
    ]
    assert page.interpolated == {0, 1, 2}
    assert page.reading.engine.parameters["word-boxes"] == "interpolated within lines"


def test_a_page_that_says_no_size_is_as_large_as_its_words_need(tmp_path: Path) -> None:
    page = read(tmp_path, line(word("a", "10 20 300 40")), page="ppageno 0")

    assert not page.size_known
    assert page.image_name is None
    assert (page.reading.width, page.reading.height) == (900, 40)


def test_every_page_of_a_file_is_read(tmp_path: Path) -> None:
    pages = "".join(
        f"<div class='ocr_page' title='image \"{name}\"; bbox 0 0 90 90'>"
        f"{line(word(name, '1 1 9 9'))}</div>"
        for name in ("p1.tif", "p2.tif")
    )
    whole = f"<html><body>{pages}</body></html>".encode()

    found = read_ocr_file(put(tmp_path, whole, "book.html"))

    assert [(page.image_name, page.reading.text) for page in found] == [
        ("p1.tif", "p1.tif"),
        ("p2.tif", "p2.tif"),
    ]
    assert found[0].reading.engine.name == "unknown"


def test_html_that_is_not_well_formed_is_read(tmp_path: Path) -> None:
    body = "<p class=ocr_par><span class=ocr_line title='bbox 0 0 9 9'>a &amp; b<br>c & d<p>"

    assert read(tmp_path, body).reading.text.split() == ["a", "&", "b", "c", "&", "d"]


def test_other_encodings_are_read_as_declared(tmp_path: Path) -> None:
    text = hocr(paragraph(line(word("Müller", "1 1 9 9")))).decode()
    latin = text.replace("UTF-8", "ISO-8859-1").replace("utf-8", "iso-8859-1").encode("latin-1")

    assert read_ocr_file(put(tmp_path, latin, "a.hocr"))[0].reading.text == "Müller"
    wide = text.encode("utf-16")
    assert read_ocr_file(put(tmp_path, wide, "b.hocr"))[0].reading.text == "Müller"
