"""A text without page marks is divided among its scans."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.linking.division import divide
from corrector.ocr.layout import lay_out
from corrector.ocr.words import EngineDescription, Reading

MakeReading = Callable[[str], Reading]

PAGES = (
    "The harbour was closed at noon\nand the ships were sent away\nwithout another word",
    "Nobody knew when it would open\nnor who had given the order\nfor the guards kept silent",
    "The consul wrote to his minister\nand waited for an answer\nwhich never reached him",
)


def parts(text: str, readings: list[Reading]) -> list[str]:
    return [part.span.of(text).strip() for part in divide(text, readings)]


def test_each_scan_gets_the_lines_that_stand_on_it(reading_of: MakeReading) -> None:
    text = "\n".join(PAGES)
    found = divide(text, [reading_of(page) for page in PAGES])
    assert [part.span.of(text).strip() for part in found] == list(PAGES)
    assert [part.page for part in found] == [0, 1, 2]
    assert all(part.confidence == 1 for part in found)


def test_lines_may_be_broken_otherwise(reading_of: MakeReading) -> None:
    text = "\n".join(page.replace("\n", " ") for page in PAGES)
    assert len(parts(text, [reading_of(page) for page in PAGES])[1]) == len(PAGES[1])


@pytest.mark.parametrize("number", ["- 2 -", "-2-", "2", "Page 2", "- 2W-", "--Q", "– ii –"])
def test_a_page_number_that_was_not_read_begins_its_page(
    number: str, reading_of: MakeReading
) -> None:
    text = f"{PAGES[0]}\n{number}\n{PAGES[1]}"
    assert parts(text, [reading_of(page) for page in PAGES[:2]])[1].startswith(number)


def test_a_page_number_ends_its_page_where_the_last_line_is_one(reading_of: MakeReading) -> None:
    text = f"{PAGES[0]}\n- 1 -\n{PAGES[1]}\n- 2 -"
    first, second = parts(text, [reading_of(page) for page in PAGES[:2]])
    assert first.endswith("- 1 -")
    assert second.endswith("- 2 -")


def test_a_catchword_ends_its_page(reading_of: MakeReading) -> None:
    text = f"{PAGES[0]}\nNobody knew\n- 2 -\n{PAGES[1]}"
    assert parts(text, [reading_of(page) for page in PAGES[:2]])[0].endswith("Nobody knew")


def test_a_number_in_a_list_is_no_page_number(reading_of: MakeReading) -> None:
    text = f"{PAGES[0]}\n2.\n- 2 -\n2. {PAGES[1]}"
    assert parts(text, [reading_of(page) for page in PAGES[:2]])[0].endswith("2.")


def test_a_signature_that_was_not_read_stays_on_its_page(reading_of: MakeReading) -> None:
    text = f"{PAGES[0]}\nAda Example\n{PAGES[1]}"
    found = divide(text, [reading_of(page) for page in PAGES[:2]])
    assert found[0].span.of(text).strip().endswith("Ada Example")
    assert found[1].confidence < 1


def test_a_scan_without_text_gets_nothing(reading_of: MakeReading) -> None:
    text = "\n".join(PAGES[:2])
    readings = [reading_of(page) for page in (PAGES[0], "", PAGES[1], "||| ~~")]
    found = divide(text, readings)
    assert [part.span.length > 0 for part in found] == [True, False, True, False]
    assert found[1].confidence == found[3].confidence == 0


def test_scans_before_the_text_begins_get_nothing(reading_of: MakeReading) -> None:
    text = "\n".join(PAGES[1:])
    assert parts(text, [reading_of(page) for page in PAGES]) == ["", *PAGES[1:]]


def test_nothing_read_gives_all_to_the_first_scan_without_confidence(
    reading_of: MakeReading,
) -> None:
    found = divide(PAGES[0], [reading_of(""), reading_of("")])
    assert [part.span.of(PAGES[0]) for part in found] == [PAGES[0], ""]
    assert [part.confidence for part in found] == [0, 0]


def test_no_scans_no_parts() -> None:
    assert divide("a text", []) == ()


@given(st.text("ab c\n-2𝔄", max_size=60), st.lists(st.text("ab c2-", max_size=30), max_size=4))
def test_the_parts_are_the_whole_text_in_order(text: str, pages: list[str]) -> None:
    readings = []
    for _ in pages:
        laid_out, words = lay_out([])
        readings.append(Reading(laid_out, words, 1, 1, EngineDescription("double", "1", ())))
    found = divide(text, readings)
    assert "".join(part.span.of(text) for part in found) == (text if pages else "")
    starts = [part.span.start for part in found]
    assert starts == sorted(starts)
    assert all(not start or start == len(text) or text[start - 1] == "\n" for start in starts)
