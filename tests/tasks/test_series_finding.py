"""Which places a series finds, what it says of them, and where they stand on the scan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.errors import CancelledError, UsageError
from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.record import readings
from corrector.scans.geometry import Box
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.opening import open_for_work
from corrector.tasks.progress import CancelToken, WatchedProgress
from corrector.tasks.saving import Saving, save
from corrector.tasks.series import Settled, find_series, places_on_scan
from corrector.tasks.series_rule import SeriesRule, readings_of, rule_of
from corrector.text.marks import Mark
from corrector.text.tokens import Span, tokenise
from tests.tasks.series_letters import (
    ADA,
    BAVE,
    TEXTS,
    found_in,
    make_letters,
)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    with open_for_work(make_letters(tmp_path), ADA.name) as opened:
        yield opened


@pytest.mark.parametrize(
    ("wrong", "text", "found"),
    [
        ("BAVE", "BAVE, (BAVE) BAVELOCK xBAVE BAVE's", ["BAVE", "BAVE"]),
        ("BAVE", "BAVE-LINE BAVE- BAVE", ["BAVE", "BAVE"]),
        ("&c.", "&c. (&c.) &c &c.x", ["&c.", "&c."]),
        ("~", "~ ~x x~ ~~ ~", ["~", "~"]),
        ("of fice", "the of fice of\nfice of  fice", ["of fice", "of  fice"]),
        ("cafe", "cafe cafe\u0301 cafe.", ["cafe", "cafe"]),
        ("a.b", "a.b axb", ["a.b"]),
        ("l", "l 1l l'l (l)", ["l", "l"]),
        ("I.G", "I.G. of I.G.", ["I.G", "I.G"]),
    ],
)
def test_a_reading_is_found_as_a_whole_word_with_the_marks_around_it_left_out(
    wrong: str, text: str, found: list[str]
) -> None:
    assert [one.of(text) for one in SeriesRule(wrong, "right").places_in(text)] == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("BAVE", "HAVE"), ("Bave", "Have"), ("bave", "have"), ("bAVE", "HAVE"),
    ],
)  # fmt: skip
def test_any_case_keeps_the_case_of_each_place(old: str, new: str) -> None:
    rule = SeriesRule("BAVE", "HAVE", any_case=True)
    assert [one.of(f"x {old}.") for one in rule.places_in(f"x {old}.")] == [old]
    assert rule.new_for(old) == new


def test_any_case_leaves_a_name_its_own_capitals() -> None:
    rule = SeriesRule("MeDonald", "McDonald", any_case=True)
    assert [rule.new_for(old) for old in ("MeDonald", "MEDONALD", "medonald", "Medonald")] == [
        "McDonald", "MCDONALD", "mcdonald", "McDonald",
    ]  # fmt: skip


def test_without_any_case_only_what_reads_just_so_is_found() -> None:
    assert list(BAVE.places_in("bave Bave")) == []


def test_places_that_would_stay_as_they_are_are_none() -> None:
    rule = SeriesRule("hAVE", "have", any_case=True)
    text = "hAVE have HAVE Have"
    assert [one.of(text) for one in rule.places_in(text)] == ["hAVE"]


@given(st.text(alphabet="aB \n.😀'-", max_size=40), st.sampled_from(["a", "aB", "B'a", ".", "a B"]))
def test_places_are_sound_for_any_text(text: str, wrong: str) -> None:
    rule = SeriesRule(wrong, "right", any_case=True)
    last = 0
    for span in rule.places_in(text):
        assert span.start >= last
        assert " ".join(span.of(text).split()).casefold() == wrong.casefold()
        assert "\n" not in span.of(text)
        last = span.end
    exact = [token.span for token in tokenise(text) if token.text == wrong]
    assert set(exact) <= set(SeriesRule(wrong, "right").places_in(text))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("", "x"),
        ("x", " "),
        ("a\nb", "c"),
        ("a", "b\nc"),
        ("x", "x "),
        ("a", "\x00"),
        ("\ud800", "a"),
    ],
)
def test_a_rule_that_means_nothing_is_refused(wrong: str, right: str) -> None:
    with pytest.raises(UsageError, match=r"Nothing (was changed|to change)"):
        rule_of(wrong, right)


@pytest.mark.parametrize(
    ("token", "suggested", "readings"),
    [
        ("(BAVE),", "(HAVE),", ("BAVE", "HAVE")),
        ("(BAVE),", "", ("BAVE", "")),
        ("BAVE,", "HAVE.", ("BAVE,", "HAVE.")),
        ("I.G.", "", ("I.G", "")),
        ("~", "-", ("~", "-")),
    ],
)
def test_a_series_begins_with_the_word_without_marks_unless_a_mark_is_wrong(
    token: str, suggested: str, readings: tuple[str, str]
) -> None:
    assert readings_of(token, suggested) == readings


def test_places_come_with_page_line_and_spans_in_code_points(collection: Collection) -> None:
    found = found_in(collection)
    assert [one.page.label for one in found] == ["p1", "p3", "p4"]
    assert [len(one.places) for one in found] == [3, 1, 1]
    astral = found[1]
    (place,) = astral.places
    assert place.span.of(astral.text) == place.old == "BAVE"
    assert place.span.start == len("😀😀 \U00010400 ")
    last = found[0].places[-1]
    assert (last.line, last.line_span.of(found[0].text)) == (1, "BAVE!")


def test_finding_can_be_stopped(collection: Collection) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(CancelledError):
        find_series(collection, collection.pages(), BAVE, WatchedProgress(token))


def test_what_a_person_settled_is_told(collection: Collection) -> None:
    page = collection.pages()[0]
    text = TEXTS[0].replace("BAVE SEEN", "BAVE  SEEN").replace("BAVE!", "BAVE?")
    confirmed, source = text.index("BAVE"), text.index("BAVE)")
    marks = tuple(
        Mark(kind, Span(at, at + 4), ADA.name, "2026-01-02T03:04:05+00:00")
        for kind, at in (("confirmed", confirmed), ("source-error", source))
    )
    save(collection, page, Saving(text, ADA, marks=marks))
    found = found_in(collection)[0]
    settled = [one.settled for one in found.places]
    assert settled == [Settled.CONFIRMED, Settled.SOURCE_ERROR, Settled.TYPED]


def test_places_stand_on_the_scan_where_it_was_read(collection: Collection) -> None:
    page = collection.pages()[0]
    read = "WE BAVE SEEN (BAVE), TOO."
    words = tuple(
        Word(token.text, token.span, Box(10 * at, 20, 9, 12), 0.9, 0, 0)
        for at, token in enumerate(tokenise(read))
    )
    reading = Reading(read, words, 400, 300, EngineDescription("told", "1", ("eng",)))
    span = Span(3, 7)
    assert places_on_scan(collection, page, TEXTS[0], [span])[0].word is None
    with collection.record.writing() as connection:
        readings.add_reading(connection, page.id, reading, "", now=now(), adopted=False)
    (place,) = places_on_scan(collection, page, TEXTS[0], [span])
    assert place.word == Box(10, 20, 9, 12)
    assert place.line == Box(0, 20, 49, 12)
