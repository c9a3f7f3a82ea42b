"""Which words stand for which tokens."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from corrector.linking.align import align
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.text.tokens import tokenise

MakeReading = Callable[[str], Reading]


def words_of(text: str, reading: Reading) -> list[tuple[str, list[str]]]:
    return [
        (link.span.of(text), [reading.words[index].text for index in link.words])
        for link in align(text, reading)
    ]


def test_a_text_that_reads_the_same_is_linked_word_by_word_with_certainty(
    reading_of: MakeReading,
) -> None:
    reading = reading_of("I have the honor\nto report")
    links = align("I have the honor\nto report", reading)
    assert [link.words for link in links] == [(0,), (1,), (2,), (3,), (4,), (5,)]
    assert all(link.confidence == 1 for link in links)
    assert links[4].box == Box(0, 50, 90, 40)


def test_a_misread_word_is_linked_with_less_confidence(reading_of: MakeReading) -> None:
    links = align("the modern harbour", reading_of("the modem harbour"))
    assert links[1].words == (1,)
    assert 0.5 < links[1].confidence < 1


def test_tokens_that_the_engine_joined_share_its_word(reading_of: MakeReading) -> None:
    reading = reading_of("brought to..change this")
    assert words_of("brought to change this", reading)[1:3] == [
        ("to", ["to..change"]),
        ("change", ["to..change"]),
    ]


def test_a_token_that_the_engine_split_has_all_its_words_and_one_box(
    reading_of: MakeReading,
) -> None:
    links = align("the department was", reading_of("the depart ment was"))
    assert links[1].words == (1, 2)
    assert links[1].box == Box(100, 0, 190, 40)


def test_words_that_share_no_letter_are_matched_in_order_where_equally_many(
    reading_of: MakeReading,
) -> None:
    reading = reading_of("beginning 4I7 XQ ending")
    assert words_of("beginning No. 53 ending", reading)[1:3] == [("No.", ["4I7"]), ("53", ["XQ"])]
    assert all(link.confidence == 0.1 for link in align("beginning No. 53 ending", reading)[1:3])


def test_a_token_that_the_engine_missed_is_not_linked(reading_of: MakeReading) -> None:
    link = align("the grey harbour", reading_of("the harbour"))[1]
    assert (link.words, link.box, link.confidence) == ((), None, 0)


def test_noise_of_the_engine_is_linked_to_nothing(reading_of: MakeReading) -> None:
    reading = reading_of("the harbour ~~ |\nwas closed")
    used = {index for link in align("the harbour\nwas closed", reading) for index in link.words}
    assert used == {0, 1, 4, 5}


def test_an_empty_reading_links_nothing(reading_of: MakeReading) -> None:
    assert [link.box for link in align("two words", reading_of(""))] == [None, None]


def test_an_empty_text_has_no_links(reading_of: MakeReading) -> None:
    assert align("", reading_of("two words")) == ()


letters = st.text(alphabet="abc𝔄ſ \n\u00a0", max_size=40)


@given(letters, letters)
def test_every_token_has_one_link_to_ascending_words_that_exist(text: str, read: str) -> None:
    found = [FoundWord(word, Box(0, 0, 1, 1), None, 1, 1, 1) for word in read.split()]
    laid_out, words = lay_out(found)
    reading = Reading(laid_out, words, 1, 1, EngineDescription("double", "1", ()))
    links = align(text, reading)
    assert [link.span for link in links] == [token.span for token in tokenise(text)]
    for link in links:
        assert list(link.words) == sorted(set(link.words))
        assert all(0 <= index < len(words) for index in link.words)
        assert (link.box is None) == (not link.words)
        assert 0 <= link.confidence <= 1
