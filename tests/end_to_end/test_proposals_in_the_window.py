"""A new reading is gone through by keys: word, line, all; what a person settled stays."""

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QPushButton

from corrector.gui.proposals.proposal_dialog import ProposalDialog
from corrector.gui.proposals.proposing import Proposals
from corrector.gui.series.dialog import SeriesDialog
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource
from corrector.settings import Settings, save_settings
from corrector.tasks import rereading
from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.series_by_keys import button, change

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window

TEXT = "the quick browh fox\njumps ovcr the lazv dog\nand sleebs well"
NEW = "the quick brown fox\njumps over the lazy dog\nand sleeps well"
WIDTH, HEIGHT = 900, 400


def reading_of(text: str, name: str, region: Box | None = None) -> Reading:
    """Return a reading of `text` whose words stand in rows and columns."""
    found = [
        FoundWord(word, Box(20 + 120 * column, 20 + 80 * row, 110, 40), 0.9, 1, 1, row)
        for row, line in enumerate(text.split("\n"))
        for column, word in enumerate(line.split())
    ]
    inside = [one for one in found if region is None or region.united(one.box) == region]
    words_text, words = lay_out(inside)
    return Reading(words_text, words, WIDTH, HEIGHT, EngineDescription(name, "2", ("eng",)))


@dataclass
class ToldEngine:
    """Reads what it is told."""

    text: str
    name: str = "Told"

    def recognise(
        self, source: ScanSource, languages: Sequence[str], *, time_limit: float
    ) -> Reading:
        return self.recognise_region(source, None, languages, time_limit=time_limit)

    def recognise_region(
        self, source: ScanSource, region: Box | None, languages: Sequence[str], *, time_limit: float
    ) -> Reading:
        del source, languages, time_limit
        return reading_of(self.text, self.name, region)

    def installed_languages(self) -> tuple[str, ...]:
        return ("eng",)

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        return EngineDescription(self.name, "2", languages)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page with a misread text, and an engine that reads its scan rightly."""
    save_settings(Settings(person_name="A. Reader"))
    made = tmp_path / "letter"
    made.mkdir()
    Image.new("L", (WIDTH, HEIGHT), 255).save(made / "page1.png")
    (made / "page1.txt").write_text(TEXT, "utf-8")
    for place in ("recognition", "rereading"):
        engine = ToldEngine(NEW)
        monkeypatch.setattr(f"corrector.tasks.{place}.engine_for", lambda *_, e=engine: e)
    monkeypatch.setattr("corrector.tasks.placing.engine_for", lambda *_: ToldEngine(TEXT))
    return made


def recognise_again(person: Person) -> ProposalDialog:
    person.see_page(1)
    person.wait(lambda: person.window.link.links)
    person.window.editor.setFocus()
    person.press(Qt.Key.Key_R, CONTROL, SHIFT)
    dialog: ProposalDialog = person.dialog(ProposalDialog)
    assert dialog.list.hasFocus()
    return dialog


def proposals(person: Person) -> Any:
    (found,) = [one for one in person.window.features if isinstance(one, Proposals)]
    return found


def left(person: Person) -> list[str]:
    return [change.new for change in proposals(person)._course.open]


def is_closed(person: Person) -> bool:
    return proposals(person).dialog is None


def progress(person: Person) -> QProgressBar:
    (bar,) = person.window.status_line.findChildren(QProgressBar)
    assert isinstance(bar, QProgressBar)
    return bar


def text(person: Person) -> str:
    return str(person.window.editor.exact_text())


def save(person: Person, number: int) -> None:
    person.press(Qt.Key.Key_S, CONTROL)
    person.wait(lambda: f"Saved as version {number}" in person.window.status_line.currentMessage())


def corrections(corrector: Corrector, folder: Path) -> list[dict[str, Any]]:
    told = json.loads(corrector("history", folder, "1", "--json").out)
    versions = told["versions"] if isinstance(told, dict) else told
    return list(versions[-1]["corrections"])


def test_a_word_is_taken_by_enter_undone_by_one_step_and_recorded_as_a_proposal(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        recognise_again(person)
        assert left(person) == ["brown", "over", "lazy", "sleeps"]

        person.press(Qt.Key.Key_Return)
        assert text(person) == TEXT.replace("browh", "brown")
        person.wait(lambda: left(person) == ["over", "lazy", "sleeps"])

        person.press(Qt.Key.Key_Z, CONTROL)
        assert text(person) == TEXT
        person.wait(lambda: len(left(person)) == 4)
        person.press(Qt.Key.Key_Left)
        person.press(Qt.Key.Key_Return)
        person.press(Qt.Key.Key_Escape)
        save(person, 1)

    assert sit_down(work, "open", folder) == 0
    (made,) = corrections(corrector, folder)
    assert (made["old"], made["new"], made["origin"]) == ("browh", "brown", "proposal")


def test_f8_changes_all_like_the_word_that_is_looked_at_and_the_proposal_goes_on(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    (folder / "page2.txt").write_text("a browh bear", "utf-8")

    def work(person: Person) -> None:
        proposal = recognise_again(person)
        person.press(Qt.Key.Key_F8)
        dialog = person.dialog(SeriesDialog)
        assert (dialog.wrong.text(), dialog.right.text()) == ("browh", "brown")
        person.wait(lambda: button(dialog, "Change").isEnabled())
        change(person, dialog, "Places changed: 2, on pages: 2.")
        person.wait(lambda: left(person) == ["over", "lazy", "sleeps"])
        proposal.activateWindow()
        person.wait(proposal.isActiveWindow)
        proposal.list.setFocus()
        person.press(Qt.Key.Key_Return, CONTROL)
        assert text(person) == NEW
        person.wait(lambda: is_closed(person))
        save(person, 2)

    assert sit_down(work, "open", folder) == 0
    assert corrector("show", folder, "2").out == "a brown bear"


def test_a_line_is_taken_whole_and_the_rest_at_once(
    sit_down: SitDown, corrector: Corrector, folder: Path
) -> None:
    def work(person: Person) -> None:
        recognise_again(person)
        person.press(Qt.Key.Key_Down)
        person.press(Qt.Key.Key_Return, SHIFT)
        assert text(person) == TEXT.replace("ovcr", "over").replace("lazv", "lazy")
        person.wait(lambda: left(person) == ["brown", "sleeps"])

        person.press(Qt.Key.Key_Return, CONTROL)
        assert text(person) == NEW
        person.wait(lambda: is_closed(person))
        person.window.editor.undo()
        assert text(person) == TEXT.replace("ovcr", "over").replace("lazv", "lazy")
        person.window.editor.redo()
        save(person, 1)

    assert sit_down(work, "open", folder) == 0
    made = corrections(corrector, folder)
    assert {one["new"] for one in made} == {"brown", "over", "lazy", "sleeps"}
    assert {one["origin"] for one in made} == {"proposal"}


def test_what_a_person_corrected_or_confirmed_is_locked_until_it_is_unlocked_on_purpose(
    sit_down: SitDown, folder: Path
) -> None:
    mine = TEXT.replace("browh", "bronze")

    def work(person: Person) -> None:
        person.see_page(1)
        editor = person.window.editor
        editor.setFocus()
        editor.go_to(TEXT.index("browh") + 5)
        person.press(Qt.Key.Key_Backspace)
        person.press(Qt.Key.Key_Backspace)
        person.write("nze")
        editor.go_to(TEXT.index("ovcr") + 2)
        person.press(Qt.Key.Key_Return, CONTROL)
        dialog = recognise_again(person)
        assert "locked: 2" in dialog._about.text()

        person.press(Qt.Key.Key_Return, CONTROL)
        assert text(person) == mine.replace("lazv", "lazy").replace("sleebs", "sleeps")
        person.wait(lambda: left(person) == ["brown", "over"])

        person.press(Qt.Key.Key_Left)
        person.press(Qt.Key.Key_Left)
        assert "corrected by hand" in dialog._detail.text()
        person.press(Qt.Key.Key_Return)
        assert "bronze" in text(person)
        person.press(Qt.Key.Key_Right)
        assert "confirmed" in dialog._detail.text()

        person.press(Qt.Key.Key_U)
        person.press(Qt.Key.Key_Return)
        assert "jumps over the" in text(person)
        assert "bronze" in text(person)

    assert sit_down(work, "open", folder) == 0


def test_what_was_gone_through_is_not_offered_again_after_a_restart(
    sit_down: SitDown, folder: Path
) -> None:
    def leave(person: Person) -> None:
        recognise_again(person)
        person.press(Qt.Key.Key_Escape)

    def decline(person: Person) -> None:
        person.see_page(1)
        person.wait(lambda: "waits as a proposal" in person.window.notice.text())
        answers = {one.text(): one for one in person.window.notice.findChildren(QPushButton)}
        assert list(answers) == ["Go through it", "Compare", "Dismiss"]
        person.qtbot.mouseClick(answers["Go through it"], Qt.MouseButton.LeftButton)
        person.dialog(ProposalDialog)
        person.press(Qt.Key.Key_Return)
        person.wait(lambda: len(left(person)) == 3)
        person.press(Qt.Key.Key_Delete)
        person.press(Qt.Key.Key_Delete, CONTROL)
        person.wait(lambda: is_closed(person))
        assert text(person) == TEXT.replace("browh", "brown")
        save(person, 1)

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.notice.text() == ""
        assert not person.window.desk.work.content.proposal

    assert sit_down(leave, "open", folder) == 0
    assert sit_down(decline, "open", folder) == 0
    assert sit_down(look, "open", folder) == 0


def test_a_proposal_of_which_nothing_was_wanted_is_not_offered_again_either(
    sit_down: SitDown, folder: Path
) -> None:
    def decline(person: Person) -> None:
        recognise_again(person)
        person.press(Qt.Key.Key_Delete, CONTROL)
        person.wait(lambda: is_closed(person))
        assert text(person) == TEXT
        person.wait(lambda: not person.window.background._waiting)

    def look(person: Person) -> None:
        person.see_page(1)
        assert person.window.notice.text() == ""

    assert sit_down(decline, "open", folder) == 0
    assert sit_down(look, "open", folder) == 0


def test_a_region_drawn_by_keys_is_read_again_and_nothing_outside_it_is_touched(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        person.wait(lambda: person.window.link.links and not person.window.scan.state)
        person.window.editor.setFocus()
        person.press(Qt.Key.Key_R, CONTROL)
        assert person.window.scan.region_wanted
        person.window.scan.begin_region("recognise", first=Box(10, 90, 800, 60))
        person.press(Qt.Key.Key_Return)
        dialog = person.dialog(ProposalDialog)
        assert "Region" in dialog._about.text()
        assert left(person) == ["over", "lazy"]
        person.press(Qt.Key.Key_Return, CONTROL)
        assert text(person) == TEXT.replace("ovcr", "over").replace("lazv", "lazy")
        (said, *_) = person.window.desk.work.statements
        assert said.details["region"].startswith("10,90,")

    assert sit_down(work, "open", folder) == 0


def test_a_word_taken_while_a_region_is_read_does_not_call_the_reading_off(
    sit_down: SitDown, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end, read = threading.Event(), rereading.read_again

    def read_slowly(*arguments: Any, **named: Any) -> Reading:
        may_end.wait(10)
        return read(*arguments, **named)

    monkeypatch.setattr(rereading, "read_again", read_slowly)

    def work(person: Person) -> None:
        dialog = recognise_again(person)
        person.window.scan.begin_region("recognise", first=Box(10, 90, 800, 60))
        person.qtbot.keyClick(person.window.scan, Qt.Key.Key_Return)
        assert progress(person).isVisible()
        person.qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
        person.wait(lambda: left(person) == ["over", "lazy", "sleeps"])
        may_end.set()
        person.wait(lambda: proposals(person).dialog is not dialog)
        person.wait(lambda: "Region" in proposals(person).dialog._about.text())
        assert not progress(person).isVisible()

    assert sit_down(work, "open", folder) == 0
