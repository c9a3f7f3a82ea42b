"""Comparing, restoring, and taking a new reading over, as the window does it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from corrector.gui.desk import Desk
from corrector.gui.page_work import PageWork
from corrector.gui.panels.comparison import Comparison
from corrector.gui.panels.history_panel import HistoryPanel
from corrector.gui.preferences import Preferences
from corrector.gui.text.editor import TextEditor
from corrector.gui.wording import local_time, word
from corrector.record.entries import Origin, Statement
from corrector.tasks.proposals import edits_of_proposal
from corrector.text.differences import Unit
from corrector.text.edits import apply_edits, new_spans

if TYPE_CHECKING:
    from corrector.gui.dialogs.compare_dialog import Side


class Comparing(QObject):
    """Brings older and newer texts of the page before the person's eyes."""

    def __init__(
        self,
        desk: Desk,
        *,
        editor: TextEditor,
        history: HistoryPanel,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._editor, self._window = desk, editor, window
        self._history, self._preferences = history, preferences
        self._steps: tuple[QAction, ...] = ()
        self._series: QAction | None = None
        self._open_one: Comparison | None = None

    def use_actions(self, following: QAction, previous: QAction, series: QAction) -> None:
        """Let commands work in dialogs, too: to go from difference to difference, and `series`."""
        self._steps, self._series = (following, previous), series

    def prepare(self, comparison: Comparison) -> None:
        """Let a comparison in a dialog look as the person likes it and hear the window's keys."""
        settings = self._preferences.settings
        known = {unit.value for unit in Unit}
        unit = Unit(settings.compare_unit) if settings.compare_unit in known else Unit.CHARACTER
        comparison.use_manner(beside=settings.compare_beside, unit=unit)
        comparison.manner_changed.connect(self._preferences.keep_comparison)
        comparison.addActions(self._steps)
        comparison.use_actions(*self._steps)
        self._open_one = comparison

    def step(self, by: int) -> None:
        """Look at the next difference, or the one before, wherever differences are shown."""
        shown = self._open_one
        if shown is not None and isValid(shown) and shown.isVisible():
            shown.step(by)
        else:
            self._history.step(by)

    def compare(self) -> None:
        """Compare the text as it is with the version before it, or with a waiting proposal."""
        work = self._desk.work
        if work is None:
            return
        sides = self._sides(work)
        now = len(work.content.versions)
        waiting = work.content.proposal
        self._open(sides, old=now if waiting else max(0, now - 1), new=now + 1 if waiting else now)

    def compare_versions(self, old: int, new: int) -> None:
        """Compare two saved versions."""
        if self._desk.work is not None:
            self._open(self._sides(self._desk.work), old=old, new=new)

    def restore(self, number: int) -> None:
        """Bring the text of an old version back into the editor, as one step that can be undone."""
        work = self._desk.work
        if work is not None and self._desk.may_edit and number < len(work.content.versions):
            self._editor.replace_text(work.content.versions[number].text)
            self._editor.setFocus()

    def take_over(self, proposed: str) -> None:
        """Take a reading into the text where no person has settled it, as one step."""
        work = self._desk.work
        if work is None or not self._desk.may_edit:
            return
        edits = edits_of_proposal(work.text, proposed, work.settled())
        self._editor.replace_text(apply_edits(work.text, edits))
        for span in new_spans(edits):
            work.say(Statement(span, origin=Origin.PROPOSAL))
        self._desk.touch()
        self._editor.setFocus()

    def _open(self, sides: Sequence["Side"], *, old: int, new: int) -> None:
        from corrector.gui.dialogs.compare_dialog import CompareDialog

        dialog = CompareDialog(
            self._window,
            sides=sides,
            old=old,
            new=new,
            writable=self._desk.may_edit,
        )
        self.prepare(dialog.comparison)
        if self._series is not None:
            dialog.addAction(self._series)
        dialog.proposal_wanted.connect(self.take_over)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _sides(self, work: PageWork) -> list["Side"]:
        """Return the versions by number, then the text as it is, the newest reading, the draft."""
        from corrector.gui.dialogs.compare_dialog import Side

        title = self.tr("version {number} · {origin} · {time} · {person}")
        sides = [
            Side(
                title.format(
                    number=one.number,
                    origin=word(one.origin),
                    time=local_time(one.time),
                    person=one.author.name,
                ),
                one.text,
            )
            for one in work.content.versions
        ]
        sides.append(Side(self.tr("text as it is now"), work.text))
        reading = work.content.reading
        if reading is not None:
            engine = self.tr("newest reading of the scan · {engine}")
            name = f"{reading.engine.name} {reading.engine.version}"
            sides.append(Side(engine.format(engine=name), reading.text, proposal=True))
        draft = work.content.draft
        if draft is not None:
            said = self.tr("unsaved typing on the disk · {time}").format(
                time=local_time(draft.time)
            )
            sides.append(Side(said, draft.text))
        return sides
