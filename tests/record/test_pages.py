"""Documents and pages: added in bulk, listed quickly, found by label."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy.exc import IntegrityError

from corrector.record.entries import Origin, Person, Status, TextSource, WholeText
from corrector.record.pages import (
    NewPage,
    add_document,
    add_pages,
    list_documents,
    list_pages,
    page_of,
    set_scan,
    set_scan_hash,
)
from corrector.record.record import Record
from corrector.record.statuses import set_status
from corrector.record.versions import NewVersion, add_version
from corrector.record.whole_texts import keep_whole_text, whole_texts
from corrector.text.decoding import TextForm
from corrector.text.tokens import Span

ADA = Person("Ada Example")
SOURCE = TextSource("t/all.txt", 2, "\x0c", TextForm("utf-16-le", mark=True, newline="\r\n"), "ab")


def test_pages_come_back_in_order_with_counts_and_latest_status(
    record: Record, page: int, now: datetime
) -> None:
    with record.writing() as connection:
        document = add_document(connection, "second", "Second")
        added = add_pages(
            connection,
            [
                NewPage(document, "b", scan="b.tif", frame=3, text_source=SOURCE),
                NewPage(document, "a"),
            ],
        )
        add_version(connection, added[0], NewVersion("x", ADA, Origin.IMPORTED), now=now)
        for status in (Status.IN_PROGRESS, Status.PROBLEM):
            set_status(connection, added[0], status, ADA, now=now)
    with record.reading() as connection:
        found = list_pages(connection)
        assert [document.key for document in list_documents(connection)] == ["letter", "second"]
    assert [(one.number, one.label, one.document) for one in found] == [
        (1, "letter/1", "letter"),
        (2, "b", "second"),
        (3, "a", "second"),
    ]
    assert [one.versions for one in found] == [0, 1, 0]
    assert [one.status for one in found] == [
        Status.NOT_STARTED,
        Status.PROBLEM,
        Status.NOT_STARTED,
    ]
    assert (found[1].scan, found[1].frame, found[1].text_source) == ("b.tif", 3, SOURCE)
    assert found[0].id == page


def test_a_part_of_a_divided_text_knows_its_span(record: Record) -> None:
    part = replace(SOURCE, after="", span=Span(12, 345))
    with record.writing() as connection:
        document = add_document(connection, "d", "D")
        (page,) = add_pages(connection, [NewPage(document, "a", text_source=part)])
        assert page_of(connection, page).text_source == part


def test_pages_wait_for_the_text_of_their_document_until_one_has_a_text(
    record: Record, now: datetime
) -> None:
    with record.writing() as connection:
        document = add_document(connection, "d", "D")
        ids = add_pages(connection, [NewPage(document, "a"), NewPage(document, "b")])
        for aside in (True, False):
            keep_whole_text(connection, "d", WholeText(SOURCE, aside))
            assert whole_texts(connection) == {"d": WholeText(SOURCE, aside)}
            assert [page.waiting for page in list_pages(connection)] == [not aside] * 2
        add_version(connection, ids[1], NewVersion("typed", ADA, Origin.TYPED), now=now)
        assert not any(page.waiting for page in list_pages(connection))
        assert not page_of(connection, ids[0]).waiting
        keep_whole_text(connection, "d", None)
        assert whole_texts(connection) == {}


def test_a_page_has_the_label_of_its_document_and_number(record: Record, page: int) -> None:
    with record.reading() as connection:
        assert page_of(connection, page).label == "letter/1"


def test_hash_and_place_of_a_scan_can_be_set(record: Record, page: int) -> None:
    with record.writing() as connection:
        set_scan_hash(connection, page, "abc")
        set_scan(connection, page, "moved/1.png", 2)
    with record.reading() as connection:
        found = page_of(connection, page)
    assert (found.scan, found.frame, found.scan_sha256) == ("moved/1.png", 2, "abc")


def test_adding_no_pages_adds_none(record: Record) -> None:
    with record.writing() as connection:
        assert add_pages(connection, []) == ()


def test_two_pages_of_one_label_are_our_own_mistake_and_leave_nothing(record: Record) -> None:
    def add_twice() -> None:
        with record.writing() as connection:
            document = add_document(connection, "d", "D")
            add_pages(connection, [NewPage(document, "same"), NewPage(document, "same")])

    with pytest.raises(IntegrityError):
        add_twice()
    with record.reading() as connection:
        assert list_pages(connection) == ()
