"""Scan and text move together in the window, and the scan is adjusted, by real keys and mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QSlider

from corrector.gui.scan.tones import PLAIN, Tones
from corrector.scans.geometry import Box, Orientation, to_upright
from corrector.text.tokens import Span
from tests.end_to_end.conftest import Person
from tests.formats.ocr_file_makers import WORD, hocr

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
SitDown = Callable[..., int]
ORIENTATION_TAG = 274
SIZE = (1000, 500)
SINKS = 0.035
"""Pixels down for each to the right: two degrees."""

LINES = (
    ("the", "letter", "arrived", "late"),
    ("from", "our", "office", "there"),
    ("with", "some", "more", "reports"),
)

pytestmark = pytest.mark.window


def box_of(line: int, word: int) -> Box:
    x = 60 + word * 230
    return Box(x, round(80 + line * 120 + SINKS * x), 180, 50)


@pytest.fixture(params=[Orientation.UPRIGHT, Orientation.QUARTER_TURN_RIGHT])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A scan with words as black bars, stored upright or lying, and what stands where as hOCR."""
    folder = tmp_path / "letters"
    folder.mkdir()
    image = Image.new("L", SIZE, 235)
    body = ""
    for number, line in enumerate(LINES):
        words = ""
        for at, text in enumerate(line):
            box = box_of(number, at)
            place = f"{box.x} {box.y} {box.right} {box.bottom}"
            ImageDraw.Draw(image).rectangle((box.x, box.y, box.right, box.bottom), fill=30)
            words += WORD.format(box=place, confidence=90, text=text) + " "
        body += f"<span class='ocr_line' title='bbox 0 0 1000 500'>{words}</span>"
    exif = Image.Exif()
    exif[ORIENTATION_TAG] = request.param
    image.save(folder / "a.png", exif=exif)
    (folder / "a.hocr").write_bytes(hocr(f"<p class='ocr_par'>{body}</p>"))
    return folder


def ready(person: Person) -> None:
    person.see_page(1)
    person.wait(lambda: person.window.link.boxes_at(Span(0, 0))[0] is not None)
    person.wait(lambda: person.window.scan.state == "")
    person.window.scan.zoom_to_page()


def place_of(person: Person, box: Box) -> tuple[QPoint, QPoint]:
    """Return two corners of what is seen around a box, on the viewport of the scan."""
    scan = person.window.scan
    seen = scan._placing.to_sheet(box).translated(scan.origin()).toRect()
    return seen.topLeft() - QPoint(2, 2), seen.bottomRight() + QPoint(2, 2)


def test_what_is_selected_in_the_text_is_shown_on_the_scan(
    folder: Path, sit_down: SitDown, unchanged: Callable[[Path], None]
) -> None:
    unchanged(folder)

    def script(person: Person) -> None:
        ready(person)
        window = person.window
        window.editor.setFocus()
        window.editor.go_to(0)
        for _ in range(2):
            person.press(Key.Key_Right, SHIFT, CONTROL)
        person.wait(lambda: window.scan._selected == (box_of(0, 0), box_of(0, 1)))
        person.press(Key.Key_Right)
        person.wait(lambda: window.scan._selected == ())

    assert sit_down(script, "open", folder) == 0


def test_a_rectangle_on_the_scan_selects_the_text_in_it_and_the_scan_stays_still(
    folder: Path, sit_down: SitDown
) -> None:
    def script(person: Person) -> None:
        ready(person)
        window, port = person.window, person.window.scan.viewport()
        window.scan.turn_to(-2.0)
        window.scan.rotate_right()
        start, _ = place_of(person, box_of(1, 1))
        corners = [*place_of(person, box_of(0, 1)), *place_of(person, box_of(1, 2))]
        left, right = min(p.x() for p in corners), max(p.x() for p in corners)
        top, bottom = min(p.y() for p in corners), max(p.y() for p in corners)
        before = window.scan._scroll_position()
        person.qtbot.mousePress(port, LEFT, SHIFT, QPoint(left, top))
        person.qtbot.mouseMove(port, start)
        person.qtbot.mouseMove(port, QPoint(right, bottom))
        person.qtbot.mouseRelease(port, LEFT, SHIFT, QPoint(right, bottom))
        text = window.editor.exact_text()
        assert window.editor.selection().of(text) == "letter arrived late\nfrom our office"
        assert window.editor.hasFocus()
        person.wait(lambda: len(window.scan._selected) == 6)
        assert window.scan._scroll_position() == before

    assert sit_down(script, "open", folder) == 0


def test_a_region_is_chosen_by_keys_alone(folder: Path, sit_down: SitDown) -> None:
    def script(person: Person) -> None:
        ready(person)
        window = person.window
        window.editor.setFocus()
        window.editor.go_to(window.editor.exact_text().index("our"))
        person.press(Key.Key_B, CONTROL, SHIFT)
        assert window.scan.hasFocus()
        person.press(Key.Key_Return)
        text = window.editor.exact_text()
        assert window.editor.selection().of(text) == "from our office there"
        person.press(Key.Key_B, CONTROL, SHIFT)
        person.press(Key.Key_B, CONTROL, SHIFT)
        assert not window.scan.region_wanted
        assert window.editor.hasFocus()

    assert sit_down(script, "open", folder) == 0


def test_a_click_puts_the_caret_there_however_the_view_is_turned(
    folder: Path, sit_down: SitDown
) -> None:
    def script(person: Person) -> None:
        ready(person)
        window = person.window
        window.scan.turn_to(3.0)
        window.scan.rotate_left()
        start, end = place_of(person, box_of(2, 3))
        person.qtbot.mouseClick(window.scan.viewport(), LEFT, pos=(start + end) / 2)
        assert window.editor.caret() == window.editor.exact_text().index("reports")

    assert sit_down(script, "open", folder) == 0


def test_the_scan_is_adjusted_by_keys_and_its_file_stays(
    folder: Path, sit_down: SitDown, unchanged: Callable[[Path], None]
) -> None:
    unchanged(folder)

    def script(person: Person) -> None:
        ready(person)
        window, scan = person.window, person.window.scan
        person.press(Key.Key_J, CONTROL)
        focus = window.focusWidget()
        assert isinstance(focus, QSlider)
        assert focus.accessibleName() == "Brightness"
        person.press(Key.Key_Right)
        assert scan.tones == Tones(brightness=5)
        person.press(Key.Key_I, CONTROL)
        assert scan.tones == Tones(brightness=5, inverted=True)
        column = window.focusWidget().parentWidget()
        assert column.findChild(QCheckBox).isChecked()
        angle = column.findChild(QDoubleSpinBox)
        angle.setFocus()
        person.press(Key.Key_Up)
        assert scan.angle == pytest.approx(0.2)
        person.press(Key.Key_Escape)
        assert window.editor.hasFocus()
        assert scan.tones.inverted
        person.press(Key.Key_I, CONTROL, SHIFT)
        assert scan.tones == PLAIN
        assert scan.angle == 0.0

    assert sit_down(script, "open", folder) == 0


def test_a_crooked_scan_is_straightened_from_its_words(folder: Path, sit_down: SitDown) -> None:
    def script(person: Person) -> None:
        ready(person)
        scan = person.window.scan
        person.press(Key.Key_J, CONTROL, SHIFT)
        person.wait(lambda: scan.angle != 0.0)
        assert abs(scan.angle + 2.0) <= 0.15
        shape = scan._placing.shape
        first, last = (
            to_upright(box_of(1, at), shape.width, shape.height, shape.orientation) for at in (0, 3)
        )
        assert first != last
        tops = [scan._placing.outline(box_of(1, at)).boundingRect() for at in (0, 3)]
        level = (
            abs(tops[0].center().y() - tops[1].center().y()),
            abs(tops[0].center().x() - tops[1].center().x()),
        )
        assert min(level) <= 3
        person.press(Key.Key_Period, CONTROL, SHIFT)
        assert scan.angle == pytest.approx(-1.8, abs=0.2)

    assert sit_down(script, "open", folder) == 0


def test_the_loupe_comes_and_goes_by_a_key(folder: Path, sit_down: SitDown) -> None:
    def script(person: Person) -> None:
        ready(person)
        scan = person.window.scan
        without = scan.viewport().grab().toImage()
        person.press(Key.Key_F2)
        assert scan.loupe_shown
        assert scan.viewport().grab().toImage() != without
        person.press(Key.Key_F2)
        assert not scan.loupe_shown

    assert sit_down(script, "open", folder) == 0
