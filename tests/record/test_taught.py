"""What persons corrected and confirmed is found again; what machines did is not."""

from datetime import datetime

import pytest

from corrector.record import taught, versions
from corrector.record.corrections import corrections_between
from corrector.record.entries import Origin, Person
from corrector.record.record import Record
from corrector.record.saving import save_version
from corrector.record.taught import Stretch
from corrector.text.marks import Mark
from corrector.text.tokens import Span


def saved(
    record: Record,
    page: int,
    texts: tuple[str | None, str],
    now: datetime,
    origin: Origin = Origin.TYPED,
    marks: tuple[Mark, ...] = (),
) -> None:
    old, new = texts
    version = versions.NewVersion(
        text=new,
        author=Person("Ada Example"),
        origin=origin,
        parent=None if old is None else _latest(record, page),
        marks=marks,
        corrections=() if old is None else corrections_between(old, new),
    )
    save_version(record, page, version, now=now)


def _latest(record: Record, page: int) -> int:
    with record.reading() as connection:
        found = versions.latest(connection, page)
    assert found is not None
    return found.number


def test_corrections_of_persons_are_found_with_their_origin(
    record: Record, page: int, now: datetime
) -> None:
    saved(record, page, (None, "WBAT A SBIP"), now, Origin.RECOGNISED)
    saved(record, page, ("WBAT A SBIP", "WHAT A SHIP"), now)
    with record.reading() as connection:
        found = list(taught.human_corrections(connection))
    assert found == [
        ("WBAT", Stretch("", "WHAT", " A SHIP"), Origin.TYPED),
        ("SBIP", Stretch("WHAT A ", "SHIP", ""), Origin.TYPED),
    ]


def test_a_little_of_what_surrounds_a_correction_is_found_in_characters(
    record: Record, page: int, now: datetime
) -> None:
    text = f"{'Ä' * 60}, tbe {'𝔄' * 60}."
    right = text.replace("tbe", "the")
    saved(record, page, (None, text), now, Origin.RECOGNISED)
    saved(record, page, (text, right), now)
    with record.reading() as connection:
        (found,) = taught.human_corrections(connection)
    assert found[1] == taught.stretch_of(right, Span(62, 65))
    assert found[1] == Stretch("Ä" * 38 + ", ", "the", " " + "𝔄" * 39)


@pytest.mark.parametrize("origin", [Origin.PROPOSAL, Origin.TOOL, Origin.RESTORED, Origin.MERGED])
def test_corrections_in_versions_that_no_person_typed_are_not(
    record: Record, page: int, now: datetime, origin: Origin
) -> None:
    saved(record, page, (None, "WBAT"), now, Origin.RECOGNISED)
    saved(record, page, ("WBAT", "WHAT"), now, origin)
    with record.reading() as connection:
        assert list(taught.human_corrections(connection)) == []


def test_the_latest_texts_that_persons_typed_are_found_and_counted(
    record: Record, page: int, now: datetime
) -> None:
    saved(record, page, (None, "WBAT"), now, Origin.RECOGNISED)
    with record.reading() as connection:
        assert taught.corrected_texts(connection, 5) == ([], 0)
    saved(record, page, ("WBAT", "WHAT"), now)
    with record.reading() as connection:
        assert taught.corrected_texts(connection, 5) == ([(page, "WHAT")], 1)
        assert taught.corrected_texts(connection, 0) == ([], 1)


def test_marks_of_the_newest_version_count_and_those_of_older_ones_do_not(
    record: Record, page: int, now: datetime
) -> None:
    def mark(kind: str, start: int, end: int) -> Mark:
        return Mark(kind, Span(start, end), "Ada Example", "2026-03-04")

    saved(record, page, (None, "Vrodilsky met Smitt"), now, Origin.RECOGNISED)
    first = (mark("confirmed", 0, 9), mark("confirmed", 14, 19), mark("doubtful", 10, 13))
    saved(record, page, ("Vrodilsky met Smitt", "Vrodilsky met Smitt."), now, marks=first)
    saved(record, page, ("Vrodilsky met Smitt.", "Vrodilsky met Smith."), now, marks=first[:1])
    with record.reading() as connection:
        found = list(taught.marked_texts(connection, "confirmed"))
    assert found == [(page, Stretch("", "Vrodilsky", " met Smith."))]
