"""Recognised words find the true lines they stand in, on straight, skewed and crowded pages."""

from true_lines import TrueLine, homes_of

Row = dict[str, str]


def line(text: str, top: int, left: int = 100, width: int = 800) -> TrueLine:
    return TrueLine(left, top, width, 40, text)


def row(text: str, top: float, *, place: int = 0, number: int = 1) -> Row:
    """Return a word as Tesseract's table has it; words are 90 pixels wide and 40 high."""
    return {
        "text": text,
        "left": str(100 + 100 * place),
        "top": str(top),
        "width": "90",
        "height": "40",
        "block_num": "1",
        "par_num": "1",
        "line_num": str(number),
    }


def rows(text: str, top: float, number: int = 1, *, slope: float = 0) -> list[Row]:
    return [
        row(word, top + slope * place, place=place, number=number)
        for place, word in enumerate(text.split())
    ]


def test_words_stand_in_the_lines_that_they_lie_on() -> None:
    lines = [line("The ship left", 100), line("the old port", 160)]
    words = rows("The sbip left", 100, 1) + rows("the old pott", 160, 2)
    assert homes_of(words, lines) == [0, 0, 0, 1, 1, 1]


def test_on_a_skewed_page_likeness_and_neighbours_decide() -> None:
    lines = [line("The ship left the harbour", 100), line("and nobody knew of it", 150)]
    words = rows("The ship left the barbour", 100, 1, slope=12)
    assert homes_of(words, lines) == [0] * 5


def test_a_word_far_from_all_lines_stands_in_none() -> None:
    lines = [line("The ship left", 100)]
    assert homes_of([row("ship", 900)], lines) == [None]
    assert homes_of([row("ship", 100, place=30)], lines) == [None]


def test_debris_near_a_line_stands_in_none_but_between_its_words_stays_with_them() -> None:
    lines = [line("The ship left", 100)]
    assert homes_of([row("~~", 160)], lines) == [None]
    assert homes_of(rows("The ~~ left", 100), lines) == [0, 0, 0]


def test_a_recognised_line_made_of_two_true_ones_is_parted() -> None:
    lines = [line("The ship left", 100, width=290), line("Monday at noon", 100, 400, 400)]
    words = rows("The ship left Monday at noon", 100)
    assert homes_of(words, lines) == [0, 0, 0, 1, 1, 1]


def test_lines_without_words_or_height_hurt_nothing() -> None:
    lines = [line("", 100), TrueLine(100, 100, 800, 0, "The ship"), line("The ship", 105)]
    assert homes_of(rows("The ship", 105), lines) == [2, 2]
    assert homes_of([], lines) == []
    assert homes_of(rows("The ship", 105), []) == [None, None]
