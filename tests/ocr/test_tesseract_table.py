"""Tesseract's table, whole and broken."""

import pytest

from corrector.ocr.tesseract_table import found_words
from corrector.scans.geometry import Box

HEADER = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)


def table(*rows: str) -> str:
    return "\n".join([HEADER, *rows]) + "\n"


def test_only_words_are_taken_with_box_and_confidence() -> None:
    words = found_words(
        table(
            "1\t1\t0\t0\t0\t0\t0\t0\t1926\t3219\t-1\t",
            "5\t1\t2\t3\t4\t1\t339\t284\t279\t35\t95.595711\tinfluences",
        )
    )
    (word,) = words
    assert (word.text, word.box) == ("influences", Box(339, 284, 279, 35))
    assert (word.block, word.paragraph, word.line) == (2, 3, 4)
    assert word.confidence == pytest.approx(0.956, abs=0.001)


def test_a_confidence_of_minus_one_is_none_and_none_is_above_one() -> None:
    words = found_words(
        table("5\t1\t1\t1\t1\t1\t0\t0\t1\t1\t-1\ta", "5\t1\t1\t1\t1\t2\t0\t0\t1\t1\t100.5\tb")
    )
    assert [word.confidence for word in words] == [None, 1.0]


def test_a_word_may_be_a_quotation_mark_or_hold_a_line_separator() -> None:
    words = found_words(
        table('5\t1\t1\t1\t1\t1\t0\t0\t1\t1\t9\t"', "5\t1\t1\t1\t1\t1\t0\t0\t1\t1\t9\ta\u2028b")
    )
    assert [word.text for word in words] == ['"', "a\u2028b"]


def test_line_ends_of_windows_and_a_missing_last_cell_are_understood() -> None:
    words = found_words(table("5\t1\t1\t1\t1\t1\t0\t0\t1\t1\t9").replace("\n", "\r\n"))
    assert [word.text for word in words] == [""]


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "no table at all",
        HEADER.replace("conf", "confidence"),
        table("5\t1\t1"),
        table("5\t1\t1\t1\t1\t1\tleft\t0\t1\t1\t9\ta"),
        table("5\t1\t1\t1\t1\t1\t0\t0\t1\t1\tsure\ta"),
    ],
)
def test_what_is_no_such_table_is_refused(broken: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any will do
        found_words(broken)
