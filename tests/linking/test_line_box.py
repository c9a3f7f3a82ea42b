"""Where a line of the text stands on the scan."""

from collections.abc import Callable

from corrector.linking.align import align
from corrector.linking.links import line_box
from corrector.ocr.words import Reading
from corrector.scans.geometry import Box

MakeReading = Callable[[str], Reading]

TEXT = "I have the honor\nto report\n\nxxxx"


def test_a_line_has_the_box_around_its_linked_tokens(reading_of: MakeReading) -> None:
    links = align(TEXT, reading_of("I have the honor\nto report"))
    assert line_box(links, TEXT, TEXT.index("have")) == Box(0, 0, 390, 40)
    assert line_box(links, TEXT, TEXT.index("report")) == Box(0, 50, 190, 40)


def test_both_ends_of_a_line_belong_to_it(reading_of: MakeReading) -> None:
    links = align(TEXT, reading_of("I have the honor\nto report"))
    end = TEXT.index("\n")
    assert line_box(links, TEXT, end) == line_box(links, TEXT, 0)
    assert line_box(links, TEXT, end + 1) == Box(0, 50, 190, 40)


def test_a_line_without_linked_tokens_has_no_box(reading_of: MakeReading) -> None:
    links = align(TEXT, reading_of("I have the honor\nto report"))
    assert line_box(links, TEXT, TEXT.index("\n\n") + 1) is None
    assert line_box(links, TEXT, len(TEXT)) is None
