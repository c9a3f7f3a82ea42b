"""Two pages to type on, how a person types, and what was saved of it."""

from pathlib import Path

from PySide6.QtCore import Qt

from corrector.settings import Settings, save_settings
from corrector.tasks.opening import look_at
from corrector.tasks.remembering import history_of
from tests.end_to_end.conftest import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
TEXT = "THE QUICK BROWN FOX\nJUMPS OVER\nTHE LAZY DOG"


def saved_texts(folder: Path, number: int = 1) -> list[str]:
    with look_at(folder) as collection:
        return [one.text for one in history_of(collection, collection.pages()[number - 1])]


def type_at_the_end(person: Person, text: str) -> None:
    person.window.editor.setFocus()
    person.press(Qt.Key.Key_End, CONTROL)
    person.write(text)


def said(person: Person) -> str:
    return str(person.window.status_line.currentMessage())


def make_pages(at: Path) -> Path:
    """Write two pages of text, and say who works."""
    save_settings(Settings(person_name="A. Reader"))
    made = at / "letters"
    made.mkdir()
    for name in ("page1", "page2"):
        (made / f"{name}.txt").write_text(TEXT, "utf-8")
    return made
