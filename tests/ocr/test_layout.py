"""The text of a page from the words on it."""

from hypothesis import given
from hypothesis import strategies as st

from corrector.ocr.layout import FoundWord, lay_out
from corrector.scans.geometry import Box


def found(text: str, block: int, paragraph: int, line: int) -> FoundWord:
    return FoundWord(text, Box(1, 2, 3, 4), 0.5, block, paragraph, line)


def test_words_lines_paragraphs_and_blocks_are_parted_by_blank_break_and_blank_line() -> None:
    text, _ = lay_out(
        [
            found("-", 1, 1, 1),
            found("2", 1, 1, 1),
            found("I", 3, 1, 1),
            found("have", 3, 1, 2),
            found("Sir:", 3, 2, 1),
        ]
    )
    assert text == "- 2\n\nI\nhave\n\nSir:"


def test_blocks_and_lines_are_counted_from_nought_without_gaps() -> None:
    _, words = lay_out(
        [found("a", 2, 1, 1), found("b", 2, 1, 2), found("c", 7, 1, 1), found("d", 7, 1, 1)]
    )
    assert [(word.block, word.line) for word in words] == [(0, 0), (0, 1), (1, 2), (1, 2)]


def test_words_of_blanks_are_left_out() -> None:
    text, words = lay_out([found(" ", 1, 1, 1), found("a", 1, 1, 2), found("\u2003", 1, 1, 3)])
    assert (text, len(words), words[0].line) == ("a", 1, 0)


def test_blanks_inside_a_word_become_one() -> None:
    text, words = lay_out([found(" a\u2028 b ", 1, 1, 1)])
    assert text == words[0].text == "a b"


def test_a_page_without_words_has_no_text() -> None:
    assert lay_out([]) == ("", ())


places = st.tuples(st.integers(1, 3), st.integers(1, 3), st.integers(1, 3))


@given(st.lists(st.tuples(st.text(max_size=5), places)))
def test_every_word_stands_in_the_text_where_its_span_says(
    page: list[tuple[str, tuple[int, int, int]]],
) -> None:
    text, words = lay_out([found(word, *place) for word, place in page])
    assert [word.span.of(text) for word in words] == [word.text for word in words]
    assert "".join(text.split()) == "".join("".join(word.text.split()) for word in words)
    assert [word.line for word in words] == sorted(word.line for word in words)
    assert text == text.strip()
