"""The dialog of a series: which reading, where, and each place to be seen and ticked."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from corrector.errors import UsageError
from corrector.gui.series.crops import SeriesCrops
from corrector.gui.series.delegate import SeriesDelegate
from corrector.gui.series.model import SeriesModel
from corrector.gui.series.place_list import PlaceList
from corrector.gui.series.ticking import Ticking
from corrector.gui.wording import worded
from corrector.tasks.export_choice import Scope

if TYPE_CHECKING:
    from corrector.tasks.series_rule import SeriesRule

_WIDTH, _HEIGHT = 980, 640
_PAUSE_MS: Final = 250
"""After the last key in the wrong reading before it is looked for."""


class SeriesDialog(QDialog):
    """Shows the places that were found; searching and changing is for others to do."""

    search_wanted = Signal()
    """Another reading is to be looked for, or elsewhere."""
    change_wanted = Signal()
    """The ticked places are to be changed."""
    take_back_wanted = Signal()
    """The series before is to be taken back."""
    stop_wanted = Signal()
    """What is being changed is to stop after the page that is under way."""

    def __init__(
        self,
        parent: QWidget,
        ticking: Ticking,
        crops: SeriesCrops,
        scopes: Mapping[Scope, str],
    ) -> None:
        """Prepare the dialog.

        Args:
            parent: the window that it stands before.
            ticking: the places.
            crops: gives pictures of them.
            scopes: where can be looked, in words; the last one is chosen.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Change all like this"))
        self._ticking, self._searching, self._changing = ticking, False, False
        self.wrong, self.right = QLineEdit(), QLineEdit()
        self.scope, self.any_case = QComboBox(), QCheckBox(self.tr("in an&y case"))
        self.note = QLineEdit(placeholderText=self.tr("Why this is changed"))
        self.list = PlaceList()
        self._model = SeriesModel(ticking, self)
        self.list.setItemDelegate(SeriesDelegate(crops, self._new_for, self.list))
        self.list.setModel(self._model)
        crops.come.connect(self.list.viewport().update)
        self._count, self._said = QLabel(), QLabel()
        self._buttons: dict[str, QPushButton] = {}
        self._rule: SeriesRule | None = None
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._later.timeout.connect(self._search)
        self._fill_scopes(scopes)
        self._build()
        self._connect()
        self.resize(_WIDTH, _HEIGHT)

    @property
    def rule(self) -> "SeriesRule | None":
        """What is to be changed, as the fields say; None while that means nothing."""
        return self._rule

    @property
    def sought(self) -> "SeriesRule | None":
        """What is to be looked for, whether or not it is known yet what is right."""
        from corrector.tasks.series_rule import SeriesRule

        wrong, right = self.wrong.text().strip(), self.right.text().strip()
        return SeriesRule(wrong, right, self.any_case.isChecked()) if wrong else None

    def begin(self, wrong: str, right: str, last: str) -> None:
        """Fill the fields and look for the first time.

        Args:
            wrong: the reading that is to be changed.
            right: what it is to become; empty where nobody knows.
            last: the series before, in words; empty where there was none.
        """
        self.wrong.setText(wrong)
        self.right.setText(right)
        self._buttons["back"].setVisible(bool(last))
        self._buttons["back"].setToolTip(last)
        (self.right if wrong else self.wrong).setFocus()
        self.right.selectAll()
        self._search()

    def show_found(self) -> None:
        """Show what was found since."""
        self._model.show_more()
        if not self.list.currentIndex().isValid() and self._ticking.rows:
            self.list.setCurrentIndex(self._model.index(0))
        self._show_state()

    def show_searched(self, done: int, total: int) -> None:
        """Show how far the search is."""
        self._searching = done < total
        self._said.setText(
            self.tr("Looking … pages: {done} of {total}").format(done=done, total=total)
            if self._searching
            else self._about_rule()
        )
        self._show_state()

    def begin_changing(self) -> None:
        """Let nothing be done but to stop."""
        self._changing = True
        self._buttons["close"].setText(self.tr("&Stop (Esc)"))
        self._show_state()
        self._buttons["close"].setFocus()

    def show_changed(self, done: int, total: int) -> None:
        """Show how many pages are saved."""
        said = self.tr("Saving … pages: {done} of {total}")
        self._said.setText(said.format(done=done, total=total))

    def end(self) -> None:
        """Close, because all is changed that can be."""
        self._changing = False
        self.accept()

    def say(self, words: str) -> None:
        """Say something about what was done or could not be done."""
        self._said.setText(words)

    def reject(self) -> None:
        """Leave; what is being saved stops after the page that is under way."""
        if self._changing:
            self.stop_wanted.emit()
        else:
            super().reject()

    def _fill_scopes(self, scopes: Mapping[Scope, str]) -> None:
        for scope, words in scopes.items():
            self.scope.addItem(words, scope)
        self.scope.setCurrentIndex(len(scopes) - 1)

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Wrong reading"), self.wrong)
        form.addRow(self.tr("&Right reading"), self.right)
        where = QHBoxLayout()
        where.addWidget(self.scope, 1)
        where.addWidget(self.any_case)
        at = QLabel(self.tr("W&here"))
        at.setBuddy(self.scope)
        form.addRow(at, where)
        form.addRow(self.tr("N&ote"), self.note)
        self._name_fields()
        for label in (self._count, self._said):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        ticks = QHBoxLayout()
        ticks.addWidget(self._count, 1)
        ticks.addWidget(self._button("all", self.tr("&All")))
        ticks.addWidget(self._button("none", self.tr("&None")))
        buttons = QHBoxLayout()
        buttons.addWidget(self._button("back", self.tr("&Take the last series back")))
        buttons.addStretch(1)
        buttons.addWidget(self._button("change", self.tr("&Change (Enter)")))
        buttons.addWidget(self._button("close", self.tr("Close (Esc)")))
        self._buttons["change"].setDefault(True)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addLayout(ticks)
        column.addWidget(self._said)
        column.addLayout(buttons)

    def _name_fields(self) -> None:
        self.wrong.setAccessibleName(self.tr("Wrong reading"))
        self.right.setAccessibleName(self.tr("Right reading"))
        self.scope.setAccessibleName(self.tr("Where"))
        self.note.setAccessibleName(self.tr("Note"))

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        self._buttons[name] = button
        return button

    def _connect(self) -> None:
        self.wrong.textEdited.connect(lambda _: self._wait())
        self.right.textEdited.connect(lambda _: self._use_right())
        self.scope.activated.connect(lambda _: self._search())
        self.any_case.toggled.connect(lambda _: self._search())
        self.list.ticked.connect(self._tick)
        self._buttons["all"].clicked.connect(lambda: self._tick_all(True))
        self._buttons["none"].clicked.connect(lambda: self._tick_all(False))
        self._buttons["back"].clicked.connect(self.take_back_wanted)
        self._buttons["change"].clicked.connect(self._change)
        self._buttons["close"].clicked.connect(self.reject)

    def _use_right(self) -> None:
        self._use_rule()
        if self.any_case.isChecked():
            self._wait()  # places that read so already are none

    def _wait(self) -> None:
        """Look for another reading soon; until then nothing can be changed."""
        self._searching = True
        self._later.start()
        self._show_state()

    def _search(self) -> None:
        self._later.stop()
        self._ticking.clear()
        self._model.begin_again()
        self._use_rule()
        self.search_wanted.emit()

    def _use_rule(self) -> None:
        from corrector.tasks.series_rule import rule_of

        try:
            self._rule = rule_of(
                self.wrong.text(), self.right.text(), any_case=self.any_case.isChecked()
            )
        except UsageError as error:
            self._rule = None
            asked = self.wrong.text().strip() and self.right.text().strip()
            self._said.setText(worded(error.message) if asked else "")
        else:
            self._said.setText("" if self._searching else self._about_rule())
        self.list.viewport().update()
        self._show_state()

    def _new_for(self, old: str) -> str:
        return self._rule.new_for(old) if self._rule is not None else "?"

    def _tick(self, row: int) -> None:
        if not self._changing:
            self._ticking.toggle(row)
            self._model.say_ticks(row, row)
            self._show_state()

    def _tick_all(self, ticked: bool) -> None:
        self._ticking.tick_all(ticked)
        self._model.say_ticks()
        self._show_state()
        self.list.setFocus()

    def _change(self) -> None:
        if self._buttons["change"].isEnabled():
            self.change_wanted.emit()

    def _show_state(self) -> None:
        """Say how many places are ticked, and allow what can be done with them."""
        count = self.tr("Places ticked: {ticked} of {found}, on pages: {pages}")
        found, ticked = len(self._ticking.rows), self._ticking.count
        self._count.setText(count.format(ticked=ticked, found=found, pages=self._ticking.pages()))
        self.list.setAccessibleDescription(self._count.text())
        idle = not self._changing
        ready = idle and not self._searching
        self._buttons["change"].setEnabled(ready and ticked > 0 and self._rule is not None)
        self._buttons["back"].setEnabled(ready)
        for name in ("all", "none"):
            self._buttons[name].setEnabled(idle and found > 0)
        for widget in (self.wrong, self.right, self.scope, self.any_case, self.note):
            widget.setEnabled(idle)

    def _about_rule(self) -> str:
        settled = sum(one.place.settled is not None for one in self._ticking.rows)
        if not self._ticking.rows:
            asked = self.wrong.text().strip()
            return self.tr("No place within a line reads like this.") if asked else ""
        if settled:
            said = self.tr(
                "Places that somebody settled before come without a tick: {count}. Space ticks one."
            )
            return said.format(count=settled)
        return ""
