"""Which words stand for which tokens."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from corrector.linking.align import align
from corrector.linking.repeated import exchanged
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


PARAGRAPHS = (
    "the consul reported that the harbour\nhad been closed to all foreign ships",
    "nobody could say when it would open\nor who had given the strange order",
    "his wife received a letter from the\nminister which she did not answer",
)


def linked_texts(text: str, reading: Reading) -> list[str]:
    return [" ".join(words) for _, words in words_of(text, reading)]


def test_other_line_breaks_change_nothing(reading_of: MakeReading) -> None:
    text = "\n".join(PARAGRAPHS)
    assert linked_texts(text.replace("\n", " "), reading_of(text)) == text.split()


def test_blocks_may_stand_in_another_order(reading_of: MakeReading) -> None:
    text = "\n".join(PARAGRAPHS)
    reading = reading_of("\n".join(reversed(PARAGRAPHS)))
    assert linked_texts(text, reading) == text.split()


def test_columns_that_the_engine_read_across_are_told_apart(reading_of: MakeReading) -> None:
    left, right = PARAGRAPHS[0].split("\n"), PARAGRAPHS[1].split("\n")
    across = "\n".join(f"{one} {two}" for one, two in zip(left, right, strict=True))
    text = "\n".join([*left, *right])
    assert linked_texts(text, reading_of(across)) == text.split()


def test_a_stamp_that_only_the_engine_read_is_linked_to_nothing(reading_of: MakeReading) -> None:
    text = "\n".join(PARAGRAPHS)
    stamped = "\n".join([PARAGRAPHS[0], "RECEIVED MAY 19 1939 DIVISION", *PARAGRAPHS[1:]])
    assert linked_texts(text, reading_of(stamped)) == text.split()


def test_a_paragraph_that_only_the_text_has_is_known_as_unlinked(reading_of: MakeReading) -> None:
    text = "\n".join(PARAGRAPHS)
    links = align(text, reading_of("\n".join(PARAGRAPHS[::2])))
    missing = [link.span.of(text) for link in links if link.box is None]
    assert missing == PARAGRAPHS[1].split()


def test_a_word_divided_at_a_line_end_is_linked_to_both_parts(reading_of: MakeReading) -> None:
    reading = reading_of("ships were kept from the har-\nbour of the capital")
    links = align("ships were kept from the harbour of the capital", reading)
    assert links[5].words == (5, 6)
    assert links[5].box == reading.words[5].box


def test_a_word_that_only_the_text_divides_has_one_word_for_both_parts(
    reading_of: MakeReading,
) -> None:
    reading = reading_of("ships were kept from the harbour of the capital")
    links = align("ships were kept from the har-\nbour of the capital", reading)
    assert [link.words for link in links[5:7]] == [(5,), (5,)]


def test_a_mark_that_stands_alone_is_linked_to_the_word_it_hangs_on(
    reading_of: MakeReading,
) -> None:
    links = align(
        "est-ce possible ? demanda cet homme", reading_of("est-ce possible? demanda cet homme")
    )
    assert links[2].words == links[1].words == (1,)


def test_the_word_at_the_side_of_a_line_is_found_in_another_block() -> None:
    line = [
        FoundWord(word, Box(200 + 100 * at, 52, 90, 30), 0.9, 2, 1, 1)
        for at, word in enumerate(["There", "is", "appended", "hereto", "a", "copy"])
    ]
    laid_out, words = lay_out([FoundWord("1/", Box(120, 50, 40, 30), 0.9, 1, 1, 1), *line])
    reading = Reading(laid_out, words, 1000, 100, EngineDescription("double", "1", ()))
    links = align("There is\n1/ There is appended hereto a copy", reading)
    assert links[2].words == (0,)


def test_lines_may_run_down_the_stored_file() -> None:
    words = ["the", "consul", "reported", "that", "the", "harbour"]
    found = [
        FoundWord(word, Box(500, 100 * at, 30, 90), 0.9, 1, 1, 1) for at, word in enumerate(words)
    ]
    found[2] = FoundWord("xxxxxxxx", found[2].box, 0.9, 1, 1, 1)
    laid_out, read = lay_out(found)
    reading = Reading(laid_out, read, 1000, 1000, EngineDescription("double", "1", ()))
    assert [link.words for link in align(" ".join(words), reading)] == [(at,) for at in range(6)]


def test_a_token_whose_neighbours_stand_elsewhere_is_doubted(reading_of: MakeReading) -> None:
    reading = reading_of("\n".join([*PARAGRAPHS, "Budapest"]))
    links = align(f"Budapest\n{PARAGRAPHS[0]}", reading)
    assert links[0].words == (len(reading.words) - 1,)
    assert links[0].confidence == 0.5


def test_a_phrase_that_stands_twice_goes_with_the_words_around_it() -> None:
    shared = ["with", "its", "train", "of"]
    tokens = [*shared, "sorrows", "the", "sun", *shared, "joys"]
    words = ["the", "sun", *shared, "joys", *shared, "sorrows"]
    in_order = {0: [2], 1: [3], 2: [4], 3: [5], 4: [11], 5: [0], 6: [1]}
    in_order |= {7: [7], 8: [8], 9: [9], 10: [10], 11: [6]}
    found = exchanged(in_order, tokens, words)
    assert [found[token] for token in range(12)] == [
        [7], [8], [9], [10], [11], [0], [1], [2], [3], [4], [5], [6]
    ]  # fmt: skip
    assert exchanged(found, tokens, words) == found


@given(st.permutations([f"{one}{two}" for one in "abc" for two in "ab"]), st.data())
def test_exchanging_gives_every_word_to_a_token_that_reads_like_its_own(
    order: list[str], data: st.DataObject
) -> None:
    tokens = [one[0] for one in order]
    words = data.draw(st.permutations(tokens))
    free = {text: [at for at, word in enumerate(words) if word == text] for text in "abc"}
    ties = {at: [free[text].pop()] for at, text in enumerate(tokens)}
    found = exchanged(ties, tokens, words)
    assert sorted(word for tied in found.values() for word in tied) == list(range(len(words)))
    assert all(words[tied[0]] == tokens[token] for token, tied in found.items())
