"""Several readings of a scan become one: the surer word at each place, and no word lost."""

import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corrector.ocr.combining import combined
from corrector.ocr.layout import FoundWord, lay_out
from corrector.scans.geometry import Box

KNOWN = {"the", "harbour", "was", "closed", "ships", "waited", "outside"}
ROW = 60


def line(
    text: str, row: int = 0, sure: float = 0.8, left: int = 0, block: int = 1
) -> list[FoundWord]:
    """Return the words of a line, each 100 pixels beside the one before."""
    return [
        FoundWord(word, Box(left + 100 * at, ROW * row, 90, 40), sure, block, 1, row)
        for at, word in enumerate(text.split())
        if word != "_"
    ]


def text_of(*readings: list[FoundWord]) -> str:
    return lay_out(combined(readings, KNOWN.__contains__).words)[0]


def test_the_surer_word_is_taken_with_its_box_and_confidence() -> None:
    other = [
        replace(one, box=Box(one.box.x + 5, 2, 88, 40)) for one in line("tbe harbour", sure=0.9)
    ]
    result = combined([line("tbe hxrbour"), other], KNOWN.__contains__)
    assert result.words[1] == replace(other[1])
    assert result.taken == (1, 1)  # where both say the same, nothing is exchanged


def test_a_listed_word_weighs_more_than_a_little_confidence() -> None:
    assert text_of(line("tbe", sure=0.8), line("the", sure=0.7)) == "the"
    assert text_of(line("the", sure=0.7), line("tbe", sure=0.8)) == "the"
    assert text_of(line("Hinsdale", sure=0.95), line("the", sure=0.7)) == "Hinsdale"
    assert text_of(line("tbe", sure=0.8), line("“The,”", sure=0.7)) == "“The,”"


def test_words_that_are_parted_otherwise_are_not_mixed() -> None:
    whole = [FoundWord("theharbour", Box(0, 0, 190, 40), 0.5, 1, 1, 0)]
    assert text_of(whole, line("the harbour", sure=0.9)) == "theharbour"
    assert (
        text_of(line("tbe hxrbour", sure=0.5), [replace(whole[0], confidence=0.9)]) == "tbe hxrbour"
    )


def test_a_lost_word_is_put_where_the_other_reading_has_it() -> None:
    full = line("the harbour was closed")
    assert text_of(line("the _ was closed"), full) == "the harbour was closed"
    assert text_of(line("_ harbour was closed"), full) == "the harbour was closed"
    assert text_of(line("the harbour was _"), full) == "the harbour was closed"


def test_noise_that_one_reading_sees_is_not_put_in() -> None:
    base = line("the _ was closed")
    assert text_of(base, line("the xqz was closed", sure=0.5)) == "the was closed"
    assert text_of(base, line("the | was closed", sure=0.9)) == "the was closed"


def test_a_lost_line_stands_between_its_neighbours() -> None:
    full = line("the harbour") + line("was closed", 1) + line("ships waited", 2)
    base = line("the harbour") + line("ships waited", 2)
    assert text_of(base, full) == "the harbour\nwas closed\nships waited"
    assert text_of(full[2:], full) == "the harbour\n\nwas closed\nships waited"
    assert text_of(full[:2], full) == "the harbour\nwas closed\nships waited"


def test_a_lost_block_is_a_paragraph_of_its_own_after_the_one_before_it() -> None:
    first, stamp = (
        line("the harbour") + line("was closed", 1),
        line("ships waited", 1, left=900, block=2),
    )
    last = line("outside", 3, block=3)
    assert text_of(first + last, first[:2] + stamp + first[2:] + last) == (
        "the harbour\nwas closed\n\nships waited\n\noutside"
    )
    both = stamp + line("outside", 2, left=900, block=2)
    assert text_of(first, first + both) == "the harbour\nwas closed\n\nships waited\noutside"


def test_all_is_lost_or_nothing_is() -> None:
    full = line("the harbour") + line("was closed", 1)
    assert text_of([], full) == "the harbour\nwas closed"
    assert text_of(full, []) == "the harbour\nwas closed"
    assert text_of([], []) == ""
    blank = [FoundWord("  ", Box(0, 0, 900, 900), 0.95, 1, 1, 0)]
    assert text_of(blank, full) == text_of([], full)


def test_a_third_reading_betters_what_the_second_left() -> None:
    result = combined(
        [line("tbe hxrbour wos"), line("the _ wos", sure=0.7), line("tbe harbour was", sure=0.75)],
        KNOWN.__contains__,
    )
    assert lay_out(result.words)[0] == "the harbour was"
    assert result.taken == (0, 1, 2)


words = st.lists(
    st.builds(
        FoundWord,
        st.sampled_from(["the", "tbe", "harbour", "|", " ", "Ω𐍈"]),
        st.builds(Box, *[st.integers(-20, 300)] * 2, *[st.integers(0, 120)] * 2),
        st.none() | st.floats(0, 1),
        *[st.integers(0, 3)] * 3,
    ),
    max_size=25,
)


@given(st.lists(words, min_size=1, max_size=4))
def test_whatever_was_read_every_word_is_one_of_a_reading_and_the_base_keeps_its_order(
    readings: list[list[FoundWord]],
) -> None:
    result = combined(readings, KNOWN.__contains__)
    read = {(one.text, one.box, one.confidence) for words in readings for one in words}
    assert {(one.text, one.box, one.confidence) for one in result.words} <= read
    assert sum(result.taken) == len(result.words)
    assert len(result.words) >= sum(1 for one in readings[0] if one.text.strip())
    lay_out(result.words)


def test_the_time_grows_with_the_words_not_with_their_pairs() -> None:
    def seconds(rows: int) -> float:
        readings = [[one for row in range(rows) for one in line("the tbe " * 10, row)]] * 3
        start = time.process_time()
        combined(readings, KNOWN.__contains__)
        return time.process_time() - start

    # The best of three, for now and then the garbage of all other tests is collected meanwhile.
    few, many = (min(seconds(rows) for _ in range(3)) for rows in (40, 160))
    assert many < 12 * few
