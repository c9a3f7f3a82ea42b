"""A person chooses by keys how scans are prepared; what is read from then on is read so."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from corrector.gui.dialogs.preparation_dialog import PreparationDialog
from corrector.settings import Settings, load_settings, save_settings
from tests.end_to_end.conftest import Person

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window


def asked(person: Person) -> PreparationDialog:
    person.see_page(1)
    person.press(Qt.Key.Key_P, CONTROL, ALT)
    dialog: PreparationDialog = person.dialog(PreparationDialog)
    return dialog


def test_the_chosen_way_is_used_and_remembered(sit_down: SitDown, home: Path) -> None:
    def choose(person: Person) -> None:
        dialog = asked(person)
        assert dialog.name() == "auto"
        assert dialog.focusWidget().accessibleName() == "Ways to prepare a scan"
        person.press(Qt.Key.Key_Down)
        person.press(Qt.Key.Key_Down)
        person.press(Qt.Key.Key_Return)
        person.see_closed(dialog)
        assert person.window.recognising.settings.preparation == "even"
        assert "Even paper" in person.window.status_line.currentMessage()

    assert sit_down(choose) == 0
    assert load_settings().preparation == "even"


def test_escape_leaves_all_as_it_is(sit_down: SitDown, home: Path) -> None:
    save_settings(Settings(preparation="sauvola"))

    def leave(person: Person) -> None:
        dialog = asked(person)
        assert dialog.name() == "sauvola"
        person.press(Qt.Key.Key_Up)
        person.press(Qt.Key.Key_Escape)
        person.see_closed(dialog)

    assert sit_down(leave) == 0
    assert load_settings().preparation == "sauvola"


def test_a_way_that_nobody_knows_any_more_is_shown_as_the_usual_one(
    sit_down: SitDown, home: Path
) -> None:
    save_settings(Settings(preparation="blurred"))

    def look(person: Person) -> None:
        assert asked(person).name() == "auto"

    assert sit_down(look) == 0
