"""Marks a text as a person does: goes to the words, chooses the mark by name, fills its form."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from corrector.gui.marking.form import MarkForm
from corrector.gui.marking.palette import MarkPalette
from corrector.gui.text.mark_words import kind_word
from corrector.text.phenomena import PHENOMENON_BY_NAME
from corrector.text.phenomenon import Entry, Extent, Field
from tests.end_to_end.conftest import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
HERE = "here"
"""Says that the place on the scan does not matter."""
SMALL = 60
"""Pixels of a side that fits beside every border."""
SHIFT = Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Said:
    """One mark that is to be set: its kind, the words it is about, and what is said of it.

    A bar in the words says where the caret stands; without one, all of them are selected, but for
    marks of a line or paragraph, which need no more than the caret in their first word.
    """

    kind: str
    words: str
    fields: dict[str, str] = field(default_factory=dict)
    after: str = ""


def said(kind: str, words: str, after: str = "", **fields: str) -> Said:
    return Said(kind, words, {name.replace("_", "-"): one for name, one in fields.items()}, after)


def set_mark(person: Person, one: Said) -> None:
    """Set a mark by keys."""
    phenomenon = PHENOMENON_BY_NAME[one.kind]
    before = len(person.window.desk.work.marks)
    go_to(person, one)
    person.press(Qt.Key.Key_M, CONTROL)
    person.dialog(MarkPalette)
    person.write(kind_word(one.kind))
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: not person.window.findChildren(MarkPalette))
    if phenomenon.fields or one.kind == "note":
        form = person.dialog(MarkForm)
        for entry in phenomenon.fields:
            enter(person, form, entry, one.fields.get(entry.name, ""))
        person.press(Qt.Key.Key_Return)
        person.wait(lambda: not person.window.findChildren(MarkForm))
    person.wait(lambda: len(person.window.desk.work.marks) > before)


def go_to(person: Person, one: Said) -> None:
    """Put the caret where the mark is said of, or select the words."""
    editor = person.window.editor
    text = editor.exact_text()
    bare = one.words.replace("|", "")
    start = text.index(bare, text.index(one.after))
    editor.setFocus()
    extent = PHENOMENON_BY_NAME[one.kind].extent
    editor.go_to(start + max(one.words.find("|"), 0))
    wide = extent in (Extent.LINE, Extent.PARAGRAPH, Extent.LINE_START)
    if "|" in one.words or (wide and "\n" not in bare):
        return
    lines = bare.split("\n")
    for _ in lines[1:]:
        person.press(Qt.Key.Key_Down, SHIFT)
    if len(lines) > 1:
        person.press(Qt.Key.Key_End, SHIFT)
        return
    for _ in bare:
        person.press(Qt.Key.Key_Right, SHIFT)


def enter(person: Person, form: QWidget, entry: Field, value: str) -> None:
    """Enter a value into the field that has the focus, or into none, and go to the next one."""
    if entry.entry is Entry.CHOICE:
        person.press(Qt.Key.Key_Home)
        for _ in range(entry.choices.index(value) if value else 0):
            person.press(Qt.Key.Key_Down)
    elif entry.entry is Entry.SWITCH:
        box = form.focusWidget()
        assert isinstance(box, QCheckBox)
        if box.isChecked() != bool(value):
            person.press(Qt.Key.Key_Space)
    elif entry.entry is Entry.ZONE:
        if value:
            _draw(person, form, value)
    else:
        person.press(Qt.Key.Key_A, CONTROL)
        person.press(Qt.Key.Key_Delete)
        person.write(value)
    person.press(Qt.Key.Key_Tab)


def _draw(person: Person, form: QWidget, value: str) -> None:
    """Take the place on the scan that is offered, or move it to the one that is named."""
    person.wait(lambda: not person.window.scan.state)
    person.press(Qt.Key.Key_Space)
    person.wait(lambda: person.window.scan.region_wanted)
    if value == HERE:
        person.press(Qt.Key.Key_Right)
    else:
        _move_region(person, value)
    person.press(Qt.Key.Key_Return)
    person.wait(form.isVisible)
    person.dialog(MarkForm)


def _move_region(person: Person, value: str) -> None:
    """Make the region small, so that it stays on the scan, move it, make it as large as said."""
    x, y, width, height = map(int, value.split())
    scan = person.window.scan
    across, down = (Qt.Key.Key_Left, Qt.Key.Key_Right), (Qt.Key.Key_Up, Qt.Key.Key_Down)
    _steer(person, lambda: min(SMALL - scan.region.width, 0), *across, SHIFT)
    _steer(person, lambda: min(SMALL - scan.region.height, 0), *down, SHIFT)
    _steer(person, lambda: x - scan.region.x, *across)
    _steer(person, lambda: y - scan.region.y, *down)
    _steer(person, lambda: width - scan.region.width, *across, SHIFT)
    _steer(person, lambda: height - scan.region.height, *down, SHIFT)


def _steer(
    person: Person,
    way: Callable[[], int],
    back: Qt.Key,
    forth: Qt.Key,
    *held: Qt.KeyboardModifier,
) -> None:
    """Press an arrow as long as it brings a side of the region nearer, then in fine steps."""
    for step in ((), (CONTROL,)):
        key, other = (forth, back) if way() > 0 else (back, forth)
        left = abs(way()) + 1
        while abs(way()) < left:
            left = abs(way())
            person.press(key, *held, *step)
        person.press(other, *held, *step)


def save(person: Person, number: int) -> None:
    person.press(Qt.Key.Key_S, CONTROL)
    person.wait(lambda: f"Saved as version {number}" in person.window.status_line.currentMessage())
