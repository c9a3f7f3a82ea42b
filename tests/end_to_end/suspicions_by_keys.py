"""Letters with suspected words, and how a person goes to them and asks about them by keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from corrector.gui.dialogs.explanation_dialog import ExplanationDialog
from corrector.gui.dialogs.lexicon_dialog import LexiconDialog
from tests.end_to_end.conftest import Person

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
FIRST = "The captain saw tbe harbour of Zwrtkov on the l8th of May and left the ship.\n"
SECOND = "The people of Zwrtkov saw tbe ship in the harbour and the captain on the island.\n"
GERMAN = "Das Schiff lag im Hafen und der Kapitän ging an das Land zu den Leuten der Stadt.\n"


def go_to(person: Person, word: str) -> None:
    editor = person.window.editor
    editor.setFocus()
    editor.go_to(editor.exact_text().index(word) + 1)


def flagged(person: Person) -> list[str]:
    return [one.text for one in person.window.editor.findings() if one.shown]


def explanation(person: Person) -> str:
    person.press(Key.Key_F1, SHIFT)
    dialog = person.dialog(ExplanationDialog)
    said: str = dialog.text()
    person.press(Key.Key_Escape)
    person.see_closed(dialog)
    return said


def choose_file(person: Person, path: Path) -> None:
    person.wait(lambda: person.window.findChildren(QFileDialog))
    chooser = person.window.findChildren(QFileDialog)[0]
    chooser.fileSelected.emit(str(path))
    chooser.close()
    person.wait(lambda: not person.window.findChildren(QFileDialog))
    (dialog,) = person.window.findChildren(LexiconDialog)
    dialog.activateWindow()
    person.wait(dialog.isActiveWindow)


def make_letters(at: Path) -> Path:
    """Write three pages: two in English with misread words, one in German."""
    made = at / "letters"
    made.mkdir()
    for number, text in enumerate((FIRST, SECOND, GERMAN), 1):
        (made / f"letter_{number}.txt").write_text(text, encoding="utf-8")
    return made
