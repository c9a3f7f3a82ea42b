"""Marks are proposed from pattern, place and recurrence, with a reason, and running text is not."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.scans.geometry import Box
from corrector.tasks.mark_dates import date_in
from corrector.tasks.mark_suggestions import suggest_marks
from corrector.text.tokens import Span, tokenise

SYLLABLES = ("ba", "le", "mi", "no", "tu", "ra", "ske", "for", "dal", "wen")


def body(turn: int) -> str:
    """Return running text; that of each page is another."""
    chosen = (SYLLABLES[int(digit)] for digit in str(7 ** (200 + 13 * turn)))
    words = ["".join(itertools.islice(chosen, 3)) for _ in range(48)]
    return "\n".join(" ".join(words[at : at + 8]) for at in range(0, 48, 8))


BODY = body(1)


def found(text: str, *others: str, at: int = 0) -> list[tuple[str, str]]:
    texts = [*others[:at], text, *others[at:]]
    return [(one.kind, one.span.of(text)) for one in suggest_marks(texts, at)]


def page(above: str, below: str = "", turn: int = 1) -> str:
    return f"{above}\n{body(turn)}\n{below}"


@pytest.mark.parametrize(
    "line",
    ["SECRET", "## SECRET -- ENTIRE TEXT", "Top Secret", "STRICTLY CONFIDENTIAL.", "(CONFIDENTIAL)",
     "SECRET/NODIS", "CONFIDENTIAL SECTION 1 OF 2", "Vertraulich!", "Geheime Reichssache",
     "TRÈS SECRET", "For Official Use Only"],
)  # fmt: skip
def test_levels_of_secrecy_are_proposed(line: str) -> None:
    assert [kind for kind, _ in found(page(line))] == ["classification"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("DECLASSIFIED PER E.O. 12958, AS AMENDED", "declassification"),
        ("Authority NND 760050", "declassification"),
        ("Presidential Library Photocopy", "photocopy"),
        ("REPRODUCED AT THE NATIONAL ARCHIVES", "photocopy"),
        ("RECEIVED", "received"),
        ("RECEIVED JUN 8 1939", "received"),
        ("EINGEGANGEN 12.3.1941", "received"),
    ],
)
def test_stamps_are_proposed_with_their_type(line: str, kind: str) -> None:
    (stamp,) = suggest_marks([page(line)], 0)
    assert (stamp.kind, dict(stamp.fields)["type"]) == ("stamp", kind)
    assert dict(stamp.fields)["place"] == "top"


def test_lines_of_one_stamp_are_one_suggestion_with_its_date() -> None:
    text = page("DECLASSIFIED\nAuthority NND 760050\nBy XY NARA Date 5 May 1998")
    (stamp,) = suggest_marks([text], 0)
    assert stamp.span.of(text).count("\n") == 2
    assert dict(stamp.fields)["date"] == "1998-05-05"


@pytest.mark.parametrize(
    ("words", "date"),
    [("JUN 8 1939", "1939-06-08"), ("19 May, 1939", "1939-05-19"), ("12.3.1941", "1941-03-12"),
     ("1998-05-05", "1998-05-05"), ("March 1994", "1994-03"), ("3/27/08", ""), ("none", ""),
     ("45 May 1939", ""), ("12.13.1941", "")],
)  # fmt: skip
def test_only_a_date_of_one_meaning_is_written(words: str, date: str) -> None:
    assert date_in(words) == date


@pytest.mark.parametrize("line", ["- 2 -", "-2-", "~4—", "— 12 —", "Page 3 of 7", "Seite 4", "12-"])
def test_numbers_of_pages_are_proposed_at_the_edges(line: str) -> None:
    assert found(page(line)) == [("page-number", line)]
    assert found(page("", line)) == [("page-number", line)]


def test_a_bare_number_counts_where_its_neighbours_count_on() -> None:
    pages = [page(str(number), turn=number) for number in (7, 8, 9)]
    assert found(pages[1], pages[0], pages[2], at=1) == [("page-number", "8")]
    assert found(page("1942"), page("33", turn=2), at=1) == []


def test_a_ruined_number_is_known_by_the_place_of_the_others() -> None:
    heads = ["- 2 -", "- 3 -", "-—O=", "- 5 -"]
    pages = [page(head, turn=turn) for turn, head in enumerate(heads, start=1)]
    third = suggest_marks(pages, 2)
    assert [one.kind for one in third] == ["page-number"]
    assert dict(third[0].reason.values) == {"count": 3}
    assert found(page("-—O="), body(2), body(3)) == []


def test_numbers_inside_one_long_text_count_where_they_go_on() -> None:
    text = f"{BODY}\n\n2\n\n{BODY}\n\n17\n\n{BODY}\n\n3\n\n{BODY}"
    assert found(text) == [("page-number", "2"), ("page-number", "3")]


def test_running_heads_are_known_by_recurrence_also_when_misread() -> None:
    heads = ["Minutes of the Council", "Minntes of the Council", "Minutes of the Councii"]
    pages = [page(head, turn=turn) for turn, head in enumerate(heads, start=1)]
    (head,) = suggest_marks(pages, 1)
    assert (head.kind, head.span.of(pages[1])) == ("header", heads[1])
    assert found(page(heads[0]), page(heads[1], turn=2)) == []


def test_a_catchword_is_known_by_the_next_page() -> None:
    following = page("- 2 -\nThere is more of it.", turn=2)
    assert found(page("", "There"), following) == [("footer", "There")]
    long = page("- 2 -\nimpossibility of doing so", turn=2)
    assert found(page("", "imoossioility"), long) == [("footer", "imoossioility")]
    assert found(page("", "Other"), following) == []
    assert found(page("", "There")) == []


@pytest.mark.parametrize(
    "line",
    ["Dear Sirs,", "My dear Mr. Secretary:", "DEAR BORIS:", "Sir:", "Gentlemen:",
     "Dear Sir or Madam,", "Sehr geehrter Herr Müller!", "Monsieur le Ministre,", "Lieber Freund,"],
)  # fmt: skip
def test_salutations_are_proposed(line: str) -> None:
    assert found(page(line)) == [("salutation", line)]


@pytest.mark.parametrize(
    "line",
    ["Yours sincerely,", "Very truly yours,", "Respectfully yours,", "Sincerely,", "WARM REGARDS,",
     "With kind regards", "Yours very truly,", "Hochachtungsvoll", "Mit freundlichen Grüßen"],
)  # fmt: skip
def test_closings_are_proposed_and_the_name_below_them(line: str) -> None:
    text = page("", f"{line}\n\n4\n. scrawl\nPaula M. Example\nConsul General")
    assert ("closing", line) in found(text)
    assert ("signature", "Paula M. Example") in found(text)


def test_salutation_and_closing_are_found_inside_the_line_of_a_telegram() -> None:
    text = page("BEGIN TEXT OF MESSAGE DEAR PAULA,", "THE TEXT ENDS. SINCERELY,\nPETER")
    assert found(text) == [
        ("salutation", "DEAR PAULA,"),
        ("closing", "SINCERELY,"),
        ("signature", "PETER"),
    ]


def test_a_name_with_an_office_below_it_is_a_signature_without_a_closing() -> None:
    assert found(page("", "Paula M. Example\nAmerican Consul General")) == [
        ("signature", "Paula M. Example")
    ]


@pytest.mark.parametrize(
    "line",
    ["The secret was kept by all.", "He received a letter.", "They sincerely hoped so.",
     "Dear is what costs much", "Confidential talks were held with", "In 1939 there were",
     "a declassified paper was shown to the committee that came together in the city on May 5"],
)  # fmt: skip
def test_running_text_is_left_alone(line: str) -> None:
    assert found(f"{BODY}\n{line}\n{BODY}") == []


def test_the_scan_tells_the_place_where_it_was_read() -> None:
    text = f"{BODY}\n\n- 2 -\n\n{BODY}"
    words = tuple(
        Word(one.text, one.span, Box(10, 10 + 40 * line, 50, 20), 0.9, 0, line)
        for line, one in enumerate(tokenise(text))
    )
    number = text.index("- 2 -")
    top = tuple(
        word if not number <= word.span.start < number + 5 else
        Word(word.text, word.span, Box(word.box.x, 5, 50, 20), 0.9, 0, word.line)
        for word in words
    )  # fmt: skip
    reading = Reading(text, top, 800, 8000, EngineDescription("e", "1", ("en",)))
    assert [one.kind for one in suggest_marks([text], 0, reading)] == ["page-number"]


@given(st.lists(st.text(st.sampled_from("aA1 -\n.SECRTDear,:𝔄\u2028"), max_size=60), max_size=4))
def test_any_text_can_be_looked_at_and_suggestions_never_overlap(texts: list[str]) -> None:
    for at, text in enumerate(texts):
        some = suggest_marks(texts, at)
        assert all(0 <= one.span.start < one.span.end <= len(text) for one in some)
        spans = [one.span for one in some]
        assert all(not a.overlaps(b) for a, b in itertools.pairwise(spans))
        assert all(str(one.reason) for one in some)


def test_nothing_is_proposed_for_an_empty_text() -> None:
    assert suggest_marks([""], 0) == ()
    assert Span(0, 0) == Span(0, 0)
