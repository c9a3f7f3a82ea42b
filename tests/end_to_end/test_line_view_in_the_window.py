"""The line view by keys: strips above lines, a click there, what is remembered, what is told."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt

from corrector.gui.lines.line_view import LineView
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box, Orientation, to_stored
from corrector.scans.listing import ScanSource
from corrector.settings import load_settings
from tests.end_to_end.conftest import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window

READ = "the quick brown fox\njumps over the lazy dog\nand sleeps well"
TEXT = f"{READ}\n\nnowhere to be seen"
WIDTH, HEIGHT = 900, 500
SHADES = (40, 90, 140)
"""Of the paper behind each line, so that a strip tells which line it is of."""


class PlacingEngine:
    """Finds the words of `READ` in rows and columns of an upright page."""

    def __init__(self, orientation: Orientation) -> None:
        self._orientation = orientation

    def recognise(
        self, source: ScanSource, languages: tuple[str, ...], *, time_limit: float
    ) -> Reading:
        del source, languages, time_limit
        turned = self._orientation.turns_sides
        width, height = (HEIGHT, WIDTH) if turned else (WIDTH, HEIGHT)
        found = [
            FoundWord(word, self._stored(column, row, width, height), 0.9, 1, 1, row)
            for row, line in enumerate(READ.split("\n"))
            for column, word in enumerate(line.split())
        ]
        text, words = lay_out(found)
        return Reading(text, words, width, height, EngineDescription("told", "1", ("eng",)))

    def installed_languages(self) -> tuple[str, ...]:
        return ("eng",)

    def _stored(self, column: int, row: int, width: int, height: int) -> Box:
        upright = Box(20 + 120 * column, 40 + 100 * row, 110, 40)
        return to_stored(upright, width, height, self._orientation)


def set_up(
    folder: Path, monkeypatch: pytest.MonkeyPatch, orientation: Orientation = Orientation.UPRIGHT
) -> None:
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    for row, shade in enumerate(SHADES):
        page.paste(shade, (0, 100 * row + 10, WIDTH, 100 * row + 110))
    exif = Image.Exif()
    exif[0x0112] = int(orientation)
    if orientation is Orientation.QUARTER_TURN_RIGHT:
        page = page.transpose(Image.Transpose.ROTATE_90)
    page.save(folder / "page1.png", exif=exif)
    (folder / "page1.txt").write_text(TEXT, "utf-8")
    engine = PlacingEngine(orientation)
    monkeypatch.setattr("corrector.tasks.placing.engine_for", lambda *_: engine)


def view(person: Person) -> Any:
    (found,) = [one for one in person.window.features if isinstance(one, LineView)]
    return found


def ready(person: Person) -> None:
    person.see_page(1)
    person.wait(lambda: person.window.link.links and not person.window.scan.state)
    person.window.editor.setFocus()


def turn_on(person: Person) -> None:
    ready(person)
    person.press(Qt.Key.Key_L, CONTROL)
    person.wait(lambda: view(person).strips.measure is not None)


def top_of(person: Person, line: int) -> int:
    return int(dict(person.window.editor.lines_in_view())[line])


def shade_above(person: Person, line: int) -> int:
    """Return how grey the strip above a line is, below its words."""
    person.qtbot.wait(50)
    picture = person.window.editor.viewport().grab().toImage()
    return int(picture.pixelColor(QPoint(60, top_of(person, line) - 3)).value())


def test_strips_of_the_scan_stand_above_their_lines_and_all_is_remembered(
    sit_down: SitDown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(tmp_path, monkeypatch)

    def look(person: Person) -> None:
        turn_on(person)
        assert not person.window.scan.isVisible()
        for line, shade in enumerate(SHADES, 1):
            assert shade_above(person, line) == pytest.approx(shade, abs=6)
        assert "shows this line" in person.window.editor.accessibleDescription()
        person.press(Qt.Key.Key_L, CONTROL, SHIFT)
        assert person.window.scan.isVisible()

    def again(person: Person) -> None:
        ready(person)
        person.wait(lambda: view(person).strips.measure is not None)
        assert person.window.scan.isVisible()
        assert person.window.editor.has_rooms
        person.press(Qt.Key.Key_L, CONTROL)
        assert not person.window.editor.has_rooms
        assert person.window.editor.accessibleDescription() == ""

    assert sit_down(look, "open", tmp_path) == 0
    assert load_settings().line_view
    assert sit_down(again, "open", tmp_path) == 0
    assert not load_settings().line_view


def test_a_scan_that_lies_on_its_side_gives_upright_strips(
    sit_down: SitDown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(tmp_path, monkeypatch, Orientation.QUARTER_TURN_RIGHT)

    def look(person: Person) -> None:
        turn_on(person)
        for line, shade in enumerate(SHADES, 1):
            assert shade_above(person, line) == pytest.approx(shade, abs=6)

    assert sit_down(look, "open", tmp_path) == 0


def test_strips_follow_lines_that_come_and_go_and_undo(
    sit_down: SitDown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(tmp_path, monkeypatch)

    def work(person: Person) -> None:
        turn_on(person)
        person.window.editor.go_to(0)
        person.press(Qt.Key.Key_Return)
        assert shade_above(person, 3) == pytest.approx(SHADES[1], abs=6)
        assert top_of(person, 1) < 10
        person.press(Qt.Key.Key_Backspace)
        assert shade_above(person, 2) == pytest.approx(SHADES[1], abs=6)
        person.press(Qt.Key.Key_Z, CONTROL)
        person.press(Qt.Key.Key_Z, CONTROL)
        assert person.window.editor.exact_text() == TEXT
        assert shade_above(person, 3) == pytest.approx(SHADES[2], abs=6)

    assert sit_down(work, "open", tmp_path) == 0


def test_a_click_in_a_strip_puts_the_caret_at_that_word(
    sit_down: SitDown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(tmp_path, monkeypatch)

    def click(person: Person) -> None:
        turn_on(person)
        measure = view(person).strips.measure
        x = 4 + (20 + 120 * 3 + 50 - measure.left) * measure.scale
        above = QPoint(int(x), top_of(person, 2) - 6)
        viewport = person.window.editor.viewport()
        person.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=above)
        assert person.window.editor.caret() == TEXT.index("lazy")

    assert sit_down(click, "open", tmp_path) == 0


def test_a_line_that_is_nowhere_on_the_scan_says_so_and_names_its_neighbours(
    sit_down: SitDown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_up(tmp_path, monkeypatch)

    def look(person: Person) -> None:
        turn_on(person)
        person.window.editor.go_to(TEXT.index("nowhere"))
        strips = view(person).strips
        place = strips.places[4]
        said = person.window.editor.accessibleDescription()
        if place.area is None:
            assert "below line 3" in said
        else:
            assert place.guessed
            assert "probably" in said

    assert sit_down(look, "open", tmp_path) == 0
