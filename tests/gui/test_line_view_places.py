"""Strips stand where the links say, are as large as typed letters, and nothing strays."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from corrector.gui.lines.measure import LEAST, measured
from corrector.gui.lines.pictures import Pictures
from corrector.gui.lines.places import LinePlace, line_place, neighbours, usual_height
from corrector.linking.links import Link
from corrector.scans.geometry import Box
from corrector.text.tokens import Span


def area_of(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def link(start: int, box: Box | None, *, read: bool = True) -> Link:
    words = (start,) if read and box is not None else ()
    return Link(Span(start, start + 4), words, 1.0, box, interpolated=not read)


def test_a_line_stands_around_its_words_but_for_one_tied_to_a_stray_place() -> None:
    line = [link(0, Box(100, 200, 80, 30)), link(5, Box(200, 204, 80, 30))]
    stray = link(10, Box(300, 900, 80, 30))

    place = line_place([*line, stray], area_of, 30)

    assert place == LinePlace(True, QRectF(100, 200, 180, 34), first=0)


def test_a_line_of_which_no_word_was_read_is_only_guessed() -> None:
    place = line_place([link(0, Box(1, 2, 30, 4), read=False)], area_of, 4)

    assert place.guessed


def test_a_line_without_places_is_told_by_its_neighbours_and_a_blank_one_needs_nothing() -> None:
    known = line_place([link(0, Box(1, 2, 30, 4))], area_of, 4)
    unknown, blank = line_place([link(0, None)], area_of, 4), line_place([], area_of, 4)

    assert unknown == LinePlace(True)
    assert blank == LinePlace(False)
    assert neighbours([known, blank, unknown, known], 2) == (0, 3)
    assert neighbours([unknown], 0) == (None, None)


def test_strips_are_so_large_that_their_letters_are_as_wide_as_typed_ones() -> None:
    links = [link(0, Box(100, 200, 80, 30)), link(5, Box(200, 200, 80, 30))]
    places = [line_place(links, area_of, 30)]

    measure = measured(
        places, links, area_of, word_height=usual_height(links, area_of), letter=10, column=2000
    )

    assert measure is not None
    assert measure.scale == 10 / 20
    assert measure.left == 100 - 30
    assert LEAST <= measure.height < 40


def test_strips_fit_into_a_narrow_column_and_nothing_known_gives_none() -> None:
    links = [link(0, Box(100, 200, 80, 30)), link(5, Box(200, 200, 80, 30))]
    places = [line_place(links, area_of, 30)]

    measure = measured(places, links, area_of, word_height=30, letter=10, column=60)

    assert measure is not None
    assert (280 + 30 - measure.left) * measure.scale <= 60
    assert measured([], [], area_of, word_height=0, letter=10, column=60) is None


def test_pictures_are_kept_within_a_bound(qtbot: QtBot) -> None:
    pictures = Pictures(budget=3 * 4 * 100)
    for number in range(10):
        pictures.put(QRectF(0, number, 10, 10), QPixmap(10, 10))

    assert pictures.size <= 3 * 4 * 100
    assert pictures.get(QRectF(0, 0, 10, 10)) is None
    assert pictures.get(QRectF(0, 9, 10, 10)) is not None
