"""Plain text as wished: gaps shown, stamps left out or bracketed, header, table of changes."""

import csv
import io

import pytest

from corrector.errors import UsageError
from corrector.formats.options import OPTIONS, checked_wishes
from corrector.formats.plain_text import write_plain_text, write_reading_text
from corrector.formats.shown_marks import stand_in
from corrector.record.entries import Cause, Statement
from corrector.text.decoding import TextForm
from corrector.text.marks import Mark
from corrector.text.tokens import Span
from tests.formats.material_makers import Makers


def mark(kind: str, start: int, end: int, **fields: str) -> Mark:
    return Mark(kind, Span(start, end), "Ben Example", "", "", tuple(sorted(fields.items())))


LETTER = "SECRET\n-2-\nThe coopera-\ntion was\n\nrecieved\n\n[note] end\n"
MARKS = [
    mark("classification", 0, 6),
    mark("page-number", 7, 10),
    mark("redaction", 33, 33, quantity="2", unit="lines", exemption="b(1)"),
    mark("source-error", 34, 42, correction="received"),
    mark("stamp", 43, 43, type="received", date="1994-03-14"),
    mark("handwriting", 44, 50),
]


def test_marks_without_text_are_shown_on_the_page(make: Makers) -> None:
    page = make.page(versions=make.versions(LETTER, marks=MARKS))

    shown = write_plain_text(make.document(page)).content.decode()
    original = write_plain_text(make.document(page), keep_encoding=True).content.decode()

    assert original == LETTER
    assert "\n[2 lines redacted b(1)]\nrecieved\n[stamp: received 1994-03-14]\n[note] end" in shown


def test_the_reading_text_leaves_forme_work_out_and_never_a_gap(make: Makers) -> None:
    document = make.document(make.page(versions=make.versions(LETTER, marks=MARKS)))

    usual = write_reading_text(document).content.decode()

    assert usual == ("The cooperation was\n\n[2 lines redacted b(1)]\n\nreceived\n\n[[note]] end\n")


def test_forme_work_and_stamps_stand_in_brackets_where_that_is_wished(make: Makers) -> None:
    page = make.page(versions=make.versions(LETTER, marks=MARKS))
    document = make.document(page, wishes={"formework": "bracketed"})

    text = write_reading_text(document).content.decode()

    assert text.startswith("[SECRET] [-2-] The cooperation")
    assert "[stamp: received 1994-03-14]" in text


@pytest.mark.parametrize(
    ("made", "shown"),
    [
        (mark("gap", 0, 0, reason="illegible"), "[illegible]"),
        (mark("gap", 0, 0, reason="lost", quantity="1", unit="words"), "[lost: 1 word]"),
        (mark("gap", 0, 0), "[gap]"),
        (mark("redaction", 0, 0), "[redacted]"),
        (mark("signature", 0, 0), "[signature]"),
        (mark("stamp", 0, 0), "[stamp]"),
        (mark("signature", 0, 4), ""),
        (mark("note", 0, 0), ""),
        (mark("unheard of", 0, 0), ""),
    ],
)
def test_what_was_not_said_leaves_no_trace_in_a_stand_in(made: Mark, shown: str) -> None:
    assert stand_in(made) == shown


def test_line_ends_encoding_and_separator_are_as_wished(make: Makers) -> None:
    form = TextForm("windows-1252", newline="\r\n")
    pages = (
        make.page("ä\n", number=1, source=make.source(form, 0, "\f")),
        make.page("b\n", number=2, source=make.source(form, 1)),
    )

    def wished(**wishes: str) -> bytes:
        return write_plain_text(make.document(*pages, wishes=wishes)).content

    assert wished() == "ä\r\n\fb\r\n".encode()
    assert wished(newline="lf", separator="blank-line") == "ä\n\n\nb\n".encode()
    assert wished(encoding="windows-1252", newline="cr") == "ä\r\fb\r".encode("cp1252")
    assert wished(encoding="utf-16", newline="lf") == b"\xff\xfe" + "ä\n\fb\n".encode("utf-16-le")


def test_an_encoding_that_cannot_hold_the_text_is_not_used_and_it_says_so(make: Makers) -> None:
    document = make.document(make.page("Козлов"), wishes={"encoding": "iso-8859-1"})

    written = write_plain_text(document)

    assert written.content == "Козлов".encode()
    assert "U+041A" in str(written.notices[0])


def test_a_header_says_what_the_text_is_and_how_it_came_to_be(make: Makers) -> None:
    page = make.page("one tow\n", "one two\n")
    said = {"title": "A letter\nof two lines", "shelfmark": "Box 3"}
    document = make.document(page, wishes={"header": "yes"}, description=said)

    lines = write_plain_text(document).content.decode().split("\n")

    assert lines[0] == "Document: A letter of two lines"
    assert "Shelfmark: Box 3" in lines
    assert any(line.startswith("Corrections: ") and "Ada Example" in line for line in lines)
    assert lines[-3:] == ["-" * 72, "one two", ""]


def test_a_table_of_changes_has_a_row_for_every_correction(make: Makers) -> None:
    said = Statement(Span(4, 7), cause=Cause.SPACING, note='a "note",\nlong', evidence="=1+1")
    page = make.page(versions=make.versions("one tow\n", "one two\n", statements=[said]))
    document = make.document(page, wishes={"changes": "yes"})

    ((suffix, content),) = write_plain_text(document).beside
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))

    assert suffix == ".changes.csv"
    assert len(rows) == len(page.versions[1].corrections)
    row = dict(zip(header, rows[0], strict=True))
    assert (row["author"], row["cause"], row["note"]) == ("Ada Example", "spacing", said.note)
    assert (row["page"], row["version"], row["time"][:4]) == ("page 1", "1", "2026")
    assert write_plain_text(make.document(page)).beside == ()


def test_options_that_a_format_does_not_have_are_refused_by_name() -> None:
    with pytest.raises(UsageError, match="no option “header”"):
        checked_wishes("tei", {"header": "yes"})
    with pytest.raises(UsageError, match="no value of “newline”"):
        checked_wishes("txt", {"newline": "up"})
    with pytest.raises(UsageError, match="no option"):
        checked_wishes("prov", {"changes": "yes"})
    assert checked_wishes("txt", {"newline": "lf", "header": ""}) == {"newline": "lf"}
    assert all(option.label for options in OPTIONS.values() for option in options)
