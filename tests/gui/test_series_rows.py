"""Rows of a series: what is ticked, and the line with its reading made prominent."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from corrector.gui.series.line_in_row import line_of
from corrector.gui.series.ticking import Row, Ticking
from corrector.record.entries import Page, Status
from corrector.tasks.series import SeriesPage, Settled, places_of_rule
from corrector.tasks.series_rule import SeriesRule
from corrector.text.marks import Mark
from corrector.text.tokens import Span

RULE = SeriesRule("BAVE", "HAVE")


def found_in(text: str, number: int = 1, marks: tuple[Mark, ...] = ()) -> SeriesPage:
    page = Page(number, number, f"p{number}", "d", None, 0, "", None, Status.NOT_STARTED, 1)
    return SeriesPage(page, text, places_of_rule(RULE, text, first=text, marks=marks))


def test_only_ticked_places_are_chosen_with_their_pages() -> None:
    ticking = Ticking()
    ticking.add([found_in("BAVE or BAVE"), found_in("one BAVE", 2)])
    ticking.add([found_in("BAVE too", 3)])
    ticking.toggle(0)
    ticking.toggle(2)
    assert [(one.page.label, len(one.places)) for one in ticking.chosen()] == [("p1", 1), ("p3", 1)]
    assert (ticking.count, ticking.pages()) == (2, 2)
    assert ticking.chosen()[0].places[0].span.start == len("BAVE or ")


def test_all_and_none_leave_out_what_a_person_settled() -> None:
    mark = Mark("confirmed", Span(0, 4), "Ada Example", "2026-01-02T03:04:05+00:00")
    ticking = Ticking()
    ticking.add([found_in("BAVE or BAVE", marks=(mark,))])
    assert ticking.rows[0].place.settled is Settled.CONFIRMED
    assert ticking.count == 1
    ticking.toggle(0)
    assert ticking.count == 2
    ticking.tick_all(True)
    assert [ticking.is_ticked(row) for row in (0, 1)] == [False, True]
    ticking.tick_all(False)
    assert ticking.chosen() == ()


@pytest.mark.parametrize("width", [2000.0, 200.0])
def test_the_reading_is_prominent_wherever_it_stands_in_a_long_line(
    qapp: QObject, width: float
) -> None:
    assert qapp is not None
    text = "😀\U00010400 " + "before " * 60 + "(BAVE), " + "after " * 60
    found = found_in(f"first line\n{text}\nlast line")
    layout = line_of(Row(found, 0), QFont(), width)
    (shape,) = layout.formats()
    units = layout.text().encode("utf-16-le")
    assert units[2 * shape.start : 2 * (shape.start + shape.length)].decode("utf-16-le") == "BAVE"
    assert shape.format.fontUnderline()
    assert layout.lineAt(0).naturalTextWidth() <= width * 1.2
    assert "first line" not in layout.text()
