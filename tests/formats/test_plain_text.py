"""Plain text: as on the page, in the form of the imported file or in UTF-8."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.formats.plain_text import write_plain_text, write_reading_text
from corrector.text.decoding import TextForm, decode
from tests.formats.material_makers import Makers

CHARACTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\f\r\0\ufeff")


@given(
    parts=st.lists(st.text(CHARACTERS, max_size=30), min_size=1, max_size=4),
    form=st.builds(
        TextForm,
        st.sampled_from(["utf-8", "utf-16-le", "utf-16-be"]),
        st.just(value=True),
        st.sampled_from(["\n", "\r\n", "\r"]),
    ),
)
def test_an_uncorrected_text_is_written_back_byte_for_byte(
    make: Makers, parts: list[str], form: TextForm
) -> None:
    data = "\f".join(parts).replace("\n", form.newline).encode("utf-8")
    data = b"\xef\xbb\xbf" + data if form.encoding == "utf-8" else data
    if form.encoding != "utf-8":
        data = ("\ufeff" + data.decode()).encode(form.encoding)
    read = decode(data)
    texts = read.text.split("\f")
    pages = [
        make.page(
            text,
            number=part + 1,
            source=make.source(read.form, part, "\f" if part + 1 < len(texts) else ""),
        )
        for part, text in enumerate(texts)
    ]

    written = write_plain_text(make.document(*pages), keep_encoding=True)

    assert written.content == data
    assert written.notices == ()


@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1"])
def test_an_old_encoding_is_kept_when_asked_for(make: Makers, encoding: str) -> None:
    form = TextForm(encoding, newline="\r\n")
    page = make.page("Müller\xa0& Söhne\nzahlte", source=make.source(form))

    kept = write_plain_text(make.document(page), keep_encoding=True)
    usual = write_plain_text(make.document(page))

    assert kept.content == "Müller\xa0& Söhne\r\nzahlte".encode(encoding)
    assert usual.content == "Müller\xa0& Söhne\r\nzahlte".encode()


def test_a_character_that_the_encoding_lacks_makes_it_utf_8_and_says_so(make: Makers) -> None:
    form = TextForm("iso-8859-1")
    page = make.page("Kozlov", "Козлов", source=make.source(form))

    written = write_plain_text(make.document(page), keep_encoding=True)

    assert written.content == "Козлов".encode()
    assert "U+041A" in str(written.notices[0])


def test_files_of_several_encodings_become_utf_8_and_it_says_so(make: Makers) -> None:
    pages = (
        make.page("ä\n", number=1, source=make.source(TextForm("iso-8859-1"), path="1.txt")),
        make.page("ö\n", number=2, source=make.source(TextForm("utf-16-le"), path="2.txt")),
    )

    written = write_plain_text(make.document(*pages), keep_encoding=True)

    assert written.content == "ä\n\fö\n".encode()
    assert len(written.notices) == 1


@given(lines=st.lists(st.text(CHARACTERS, max_size=9), min_size=1), cuts=st.sets(st.integers(0, 9)))
def test_a_divided_text_is_put_together_as_it_was(
    make: Makers, lines: list[str], cuts: set[int]
) -> None:
    text = "\n".join(lines)
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    edges = [0, *sorted(starts[min(cut, len(starts) - 1)] for cut in cuts), len(text)]
    pages = [
        make.page(text[one:two], number=part, source=make.source(TextForm(), part, span=(one, two)))
        for part, (one, two) in enumerate(pairwise(edges))
    ]
    assert write_plain_text(make.document(*pages)).content == text.encode()


def test_a_part_whose_last_line_end_was_removed_does_not_run_into_the_next(make: Makers) -> None:
    pages = [
        make.page("one\n", "one", number=1, source=make.source(TextForm(), 0, span=(0, 4))),
        make.page("", number=2, source=make.source(TextForm(), 1, span=(4, 4))),
        make.page("two\n", number=3, source=make.source(TextForm(), 2, span=(4, 8))),
    ]
    assert write_plain_text(make.document(*pages)).content == b"one\ntwo\n"


def test_a_form_feed_at_the_end_of_the_file_stays(make: Makers) -> None:
    form = TextForm()
    pages = (
        make.page("one", number=1, source=make.source(form, 0, "\f")),
        make.page("two", number=2, source=make.source(form, 1, "\f")),
    )

    assert write_plain_text(make.document(*pages)).content == b"one\ftwo\f"


def test_pages_without_a_file_are_parted_by_the_separator(make: Makers) -> None:
    pages = (make.page("one", number=1), make.page("two", number=2), make.page(number=3))

    assert write_plain_text(make.document(*pages)).content == b"one\ftwo\f"
    assert write_plain_text(make.document(*pages), separator="\n").content == b"one\ntwo\n"


def test_unusual_blanks_and_separators_survive(make: Makers) -> None:
    text = "a\u00a0b\u2028c\u2029d\u0085e\u200bf\v\x1c\U0001d504"

    assert write_plain_text(make.document(make.page(text))).content == text.encode()


def test_reading_text_joins_lines_and_divided_words(make: Makers) -> None:
    text = "coopera-\ntion of\nVor- \nund Nach-\nund two-\nOne\n\n  \nnext\n"

    written = write_reading_text(make.document(make.page(text), make.page(number=2)))

    assert written.content.decode() == ("cooperation of Vor-  und Nach-und two-One\n\nnext\n")


def test_a_document_without_text_is_an_empty_file(make: Makers) -> None:
    assert write_plain_text(make.document()).content == b""
    assert write_reading_text(make.document(make.page())).content == b""
