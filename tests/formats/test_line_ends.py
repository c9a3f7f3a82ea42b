"""Words divided at line ends: sure, unsure, and not at all."""

import pytest

from corrector.formats.line_ends import LineEnd, line_end_between


@pytest.mark.parametrize(
    ("line", "following", "end"),
    [
        ("coopera-", "tion", LineEnd.WORD_GOES_ON),
        ("coopera¬", "tion", LineEnd.WORD_GOES_ON),
        ("Ver⸗", "trag", LineEnd.WORD_GOES_ON),
        ("cafe\u0301-", "teria", LineEnd.WORD_GOES_ON),
        ("Anglo-", "American", LineEnd.UNSURE),
        ("Vor-", "und Nachteile", LineEnd.UNSURE),
        ("mid-", "1994", LineEnd.UNSURE),
        ("סוף-", "שורה", LineEnd.UNSURE),
        ("so -", "it went", LineEnd.WORD_ENDS),
        ("19-", "year", LineEnd.WORD_ENDS),
        ("coopera- ", "tion", LineEnd.WORD_ENDS),
        ("coopera-", "  tion", LineEnd.WORD_ENDS),
        ("coopera-", "", LineEnd.WORD_ENDS),
        ("end", "begin", LineEnd.WORD_ENDS),
    ],
)
def test_only_a_small_letter_after_a_hyphen_is_sure(
    line: str, following: str, end: LineEnd
) -> None:
    assert line_end_between(line, following) is end
