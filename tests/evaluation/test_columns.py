"""Texts given letter by letter: gaps, ligatures, torn words and what is not counted."""

from suspicion_pairs import pair_of_columns


def judged(read: str, true: str) -> list[tuple[str, bool, str | None, bool]]:
    pair = pair_of_columns("page_1", "en", read, true)
    return [(one.span.of(pair.text), one.wrong, one.right, one.counted) for one in pair.gold]


def test_gaps_are_no_letters() -> None:
    assert judged("the sh@p", "the ship") == [
        ("the", False, "the", True),
        ("shp", True, "ship", True),
    ]


def test_a_ligature_of_the_truth_is_no_error() -> None:
    assert judged("the fi@rst", "the @ﬁ@rst".replace("@ﬁ@", "ﬁ@@"))[1][1] is False


def test_a_word_whose_hyphen_was_lost_is_torn() -> None:
    found = judged("they pro@ ceed now", "they pro- ceed now")
    assert [entry[1] for entry in found] == [False, True, True, False]
    assert found[1][2] is None


def test_what_has_no_truth_is_not_counted() -> None:
    found = judged("the ship left", "the #### left")
    assert [entry[3] for entry in found] == [True, False, True]
