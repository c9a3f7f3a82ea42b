"""What two people at two windows do, and what is seen of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from corrector.record.entries import Version
from corrector.tasks.opening import look_at
from corrector.tasks.places import place_of
from corrector.tasks.remembering import history_of
from tests.end_to_end.conftest import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
ADA, BEN = "Ada Example", "Ben Example"
TEXT = "THE QUICK BROWN FOX\nJUMPS OVER\nTHE LAZY DOG"
Invite = Callable[..., Person]


def types(person: Person, text: str) -> None:
    """Type at the end of the text, in this person's window."""
    editor = person.window.editor
    person.qtbot.keyClick(editor, Qt.Key.Key_End, CONTROL)
    person.qtbot.keyClicks(editor, text)


def saves(person: Person) -> Version:
    """Save by the key of this person's window; return what was saved."""
    desk = person.window.desk
    before = desk.work.content.newest
    person.window.actions_by_name["save"].trigger()
    person.wait(lambda: desk.work.content.newest != before and not desk.work.is_unsaved)
    version: Version = desk.work.content.newest
    return version


def draft_is_kept(person: Person) -> None:
    """Wait until what this person typed lies on the server."""
    drafting = person.window.desk.drafting
    person.wait(lambda: not drafting.unwritten() and drafting.failure is None)
    person.window.desk.run(lambda collection: None, done=lambda _: None)
    person.qtbot.wait(50)


def may_write(person: Person) -> bool:
    return not person.window.editor.isReadOnly()


def answer(person: Person, words: str) -> None:
    """Press the button of the notice whose words begin so."""
    buttons = person.window.notice.findChildren(QPushButton)
    (button,) = [one for one in buttons if one.text().replace("&", "").startswith(words)]
    button.click()


def answers_of(person: Person) -> str:
    buttons = person.window.notice.findChildren(QPushButton)
    return " ".join(one.text().replace("&", "") for one in buttons if one.isVisible())


def notice_of(person: Person) -> str:
    said: str = person.window.notice.text()
    return said


def versions(place: str, number: int = 1) -> list[Version]:
    with look_at(place_of(place)) as collection:
        return list(history_of(collection, collection.pages()[number - 1]))
