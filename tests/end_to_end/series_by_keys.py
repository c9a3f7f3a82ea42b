"""One wrong reading in letters of four pages, changed by keys as a person does with F8."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTreeView

from corrector.gui.series.dialog import SeriesDialog
from corrector.gui.series.series_feature import SeriesFeature
from corrector.settings import Settings, save_settings
from tests.end_to_end.conftest import Corrector, Person

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
FIRST = "😀 WE BAVE SEEN (BAVE),\nBave you?\n"
SECOND = "AND BAVE AGAIN\n"
THIRD = "nothing like that\n"


def make_letters(at: Path) -> Path:
    """Write four pages with the wrong reading on three of them, and say who works."""
    save_settings(Settings(person_name="A. Reader"))
    made = at / "letters"
    (made / "zz").mkdir(parents=True)
    for name, text in (("p1", FIRST), ("p2", SECOND), ("p3", THIRD), ("zz/x1", SECOND)):
        (made / f"{name}.txt").write_text(text, "utf-8")
    return made


def feature(person: Person) -> SeriesFeature:
    (found,) = [one for one in person.window.features if isinstance(one, SeriesFeature)]
    return found


def put_caret(person: Person, word: str) -> None:
    person.see_page(1)
    editor = person.window.editor
    editor.setFocus()
    editor.go_to(editor.exact_text().index(word) + 1)


def ask(person: Person, word: str = "BAVE", right: str = "HAVE") -> SeriesDialog:
    """Press F8 on a word, say what is right, and wait until all pages were searched."""
    put_caret(person, word)
    person.press(Qt.Key.Key_F8)
    dialog: SeriesDialog = person.dialog(SeriesDialog)
    person.fill(right)
    person.wait(lambda: shown(dialog)[0] and button(dialog, "Change").isEnabled())
    return dialog


def change(person: Person, dialog: SeriesDialog, told: str = "Places changed:") -> None:
    """Change all that is ticked with Enter, and wait until the notice tells it so."""
    person.press(Qt.Key.Key_Return)
    person.see_closed(dialog)
    person.wait(lambda: told in person.window.notice.text())


def shown(dialog: SeriesDialog) -> tuple[int, list[str]]:
    model = dialog.list.model()
    rows = [model.index(row, 0).data() for row in range(model.rowCount())]
    return len(rows), rows


def button(dialog: SeriesDialog, words: str) -> QPushButton:
    found = [one for one in dialog.findChildren(QPushButton) if words in one.text()]
    return found[0]


def count(dialog: SeriesDialog) -> str:
    return dialog.list.accessibleDescription()


def answer(person: Person, words: str) -> None:
    """Press the button of the notice with the key that a person would use."""
    (one,) = [b for b in person.window.notice.findChildren(QPushButton) if words in b.text()]
    one.setFocus()
    person.press(Qt.Key.Key_Space)


def history(corrector: Corrector, folder: Path, page: object) -> list[dict[str, Any]]:
    told = json.loads(corrector("history", folder, page, "--json").out)
    return list(told["versions"])


def history_rows(person: Person) -> list[tuple[str, str]]:
    """Return origin and remark of what the history panel lists."""
    model = person.window.history.findChild(QTreeView).model()
    rows = range(model.rowCount())
    return [(model.index(row, 1).data(), model.index(row, 5).data()) for row in rows]


def text_of(corrector: Corrector, folder: Path, page: object) -> str:
    return corrector("show", folder, page).out


def see_first_texts(corrector: Corrector, folder: Path) -> None:
    """See that the saved texts of all pages are those that `make_letters` wrote."""
    for page, text in (("p1", FIRST), ("p2", SECOND), ("p3", THIRD), ("4", SECOND)):
        assert text_of(corrector, folder, page) == text
