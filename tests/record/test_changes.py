"""What changed since somebody asked last is told, and nothing is passed over."""

from datetime import datetime

from corrector.record.changes import changes_since
from corrector.record.drafts import put_draft
from corrector.record.entries import Draft, Origin, Person, Status
from corrector.record.notes import add_note
from corrector.record.pages import NewPage, add_document, add_page
from corrector.record.record import Record
from corrector.record.statuses import set_status
from corrector.record.versions import NewVersion, add_version

ADA = Person("Ada Example")


def test_versions_statuses_and_notes_are_told_and_drafts_are_not(
    record: Record, page: int, now: datetime
) -> None:
    def since(moment: int | None) -> tuple[int, frozenset[int]]:
        with record.reading() as connection:
            found = changes_since(connection, moment)
        assert not found.arrangement
        return found.until, found.pages

    moment, pages = since(None)
    assert pages == frozenset()
    with record.writing() as connection:
        add_document(connection, "other", "Other")
        put_draft(connection, page, Draft(None, "x", (), (), 0, "Ada", ""))
    assert since(moment)[1] == frozenset()
    for change in (
        lambda c: add_version(c, page, NewVersion("text", ADA, Origin.TYPED), now=now),
        lambda c: set_status(c, page, Status.PROBLEM, ADA, now=now),
        lambda c: add_note(c, page, "a note", ADA, now=now),
    ):
        with record.writing() as connection:
            change(connection)
        moment, pages = since(moment)
        assert pages == {page}
    assert since(moment)[1] == frozenset()


def test_added_pages_are_told_as_another_arrangement(record: Record) -> None:
    with record.reading() as connection:
        before = changes_since(connection, None)
    with record.writing() as connection:
        add_page(connection, NewPage(add_document(connection, "d", "D"), "p"))
    with record.reading() as connection:
        found = changes_since(connection, before.until)
    assert found.arrangement
    assert found.pages == frozenset()
