"""Asks what is to be exported, shows how it will look, and says what would be overwritten."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.exports.answer import ExportAnswer
from corrector.gui.exports.form import ExportForm
from corrector.gui.exports.look import ExportLook
from corrector.gui.exports.options_box import ChooseFile, file_by_window
from corrector.gui.exports.target import ChooseFolder, Target, folder_by_window
from corrector.tasks.export_choice import ExportChoice, Scope
from corrector.tasks.export_formats import Offer
from corrector.tasks.export_plan import Plan, Preview

_SIZE: Final = (1120, 660)
_FORM_WIDTH: Final = 470
_PAUSE_MS: Final = 120
"""A folder is typed letter by letter; looking at each of them would only be late."""


class ExportDialog(QDialog):
    """Enter exports when it is known what is overwritten; Escape leaves without exporting."""

    look_wanted = Signal(object)
    """ExportAnswer: how would that look?"""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        offers: Sequence[Offer],
        scopes: Mapping[Scope, str],
        choice: ExportChoice,
        folder: Path,
        choose_folder: ChooseFolder = folder_by_window,
        choose_file: ChooseFile = file_by_window,
    ) -> None:
        """Prepare the question.

        Args:
            parent: the window that it stands before.
            offers: what can be chosen, the usual one first; at least one.
            scopes: what each scope means here, such as the label of the page; those left out
                cannot be chosen.
            choice: what was chosen the last time.
            folder: where it is proposed to write to.
            choose_folder: asks for a folder, given the one to start from; empty when cancelled.
            choose_file: asks for the file of an option in the same way.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._form = ExportForm(offers, scopes, choice, choose_file)
        self._target, self.look, self._said = Target(folder, choose_folder), ExportLook(), QLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._asked: ExportAnswer | None = None
        self._known: ExportAnswer | None = None
        self._wanted = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        self._build()
        self._change()

    def answer(self) -> ExportAnswer:
        """Return what was chosen."""
        how = self._form.of_format()
        return ExportAnswer(
            format=self._form.offer().name,
            profile=how.profile,
            scope=self._form.scope(),
            unit=how.unit,
            wishes=how.wishes,
            folder=self._target.folder() or Path(),
        )

    def choice(self) -> ExportChoice:
        """Return the same as it is remembered for the next time."""
        answer = self.answer()
        formats = dict(self._form.formats())
        return ExportChoice(answer.format, answer.scope, str(answer.folder), formats)

    def said(self) -> str:
        """Return what is said of the files that would be written."""
        return self._said.text()

    def show_plan(self, answer: ExportAnswer, plan: Plan) -> None:
        """Say what exporting `answer` writes; go on where that was only waited for.

        What was chosen meanwhile makes it late, and it is dropped.
        """
        if answer != self.answer():
            return
        self.look.show_files(plan)
        in_the_way = self._form.offer().whole and bool(plan.existing)
        self._say(plan, in_the_way=in_the_way)
        wanted, self._wanted = self._wanted, False
        if in_the_way:
            return
        self._known = answer
        self._export.setEnabled(True)
        if wanted and not plan.existing:
            self.accept()

    def show_plan_failure(self, answer: ExportAnswer, said: str) -> None:
        """Say why `answer` cannot be exported."""
        if answer == self.answer():
            self._wanted = False
            self.look.show_files(None)
            self._said.setText(f"⚠ {said}")
            self._export.setEnabled(False)

    def show_preview(self, answer: ExportAnswer, preview: Preview) -> None:
        """Show how a file of `answer` begins, unless it is late."""
        if answer == self._asked:
            self.look.show_preview(preview)

    def show_preview_failure(self, answer: ExportAnswer, said: str) -> None:
        """Say why there is no preview of `answer`."""
        if answer == self._asked:
            self.look.show_failure(said)

    def _build(self) -> None:
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setAccessibleName(self.tr("What will be written"))
        label = QLabel(self.tr("&To folder"))
        label.setBuddy(self._target.field)
        where = QHBoxLayout()
        where.addWidget(label)
        where.addWidget(self._target, 1)
        row = QHBoxLayout()
        self._area = self._scrolled()
        row.addWidget(self._area, 0)
        row.addWidget(self.look, 1)
        self._form.changed.connect(self._change)
        self._target.changed.connect(self._change)
        self._buttons.accepted.connect(self._want_export)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(row, 1)
        column.addLayout(where)
        column.addWidget(self._said)
        column.addWidget(self._buttons)
        self._export.setDefault(True)  # known only once it stands in the dialog
        self.resize(*_SIZE)

    def _scrolled(self) -> QScrollArea:
        """Return the form, whole also on a low screen."""
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._form)
        return area

    def _fit_form(self) -> None:
        """Let no control be cut off at the side, nor where the form has to be scrolled."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setFixedWidth(max(_FORM_WIDTH, self._form.minimumSizeHint().width()) + bar)

    def _change(self) -> None:
        """Hear that something else was chosen."""
        self._known = None
        self._wanted = False
        self._fit_form()
        self._export.setText(self.tr("E&xport"))
        self._export.setEnabled(self._target.folder() is not None)
        self._timer.start()

    def _look(self) -> None:
        if self._target.folder() is None:
            self._said.setText(self.tr("Name a folder to write to; it need not be there yet."))
            return
        self._asked = self.answer()
        self._said.setText(self.tr("Looking what is in the folder …"))
        self.look.show_waiting()
        self.look_wanted.emit(self._asked)

    def _want_export(self) -> None:
        """Export, or wait until it is known what would be overwritten."""
        if self._known == self.answer():
            self.accept()
            return
        self._wanted = True
        if self._timer.isActive():
            self._timer.stop()
            self._look()

    def _say(self, plan: Plan, *, in_the_way: bool) -> None:
        files, there = len(plan.files), len(plan.existing)
        said = [self.tr("Files to be written: {count}.").format(count=files)]
        if in_the_way:
            there_already = self.tr(
                "⚠ “{name}” is there already, and a package is never overwritten. Choose another "
                "folder."
            )
            said = [there_already.format(name=plan.existing[0].name)]
            self._export.setEnabled(False)
        elif there:
            overwritten = self.tr("⚠ Already there and overwritten: {count} ({names}).")
            said.append(overwritten.format(count=there, names=_some_names(plan.existing)))
            button = self.tr("E&xport, overwrite {count}")
            self._export.setText(button.format(count=there))
        else:
            said.append(self.tr("None of them is there yet."))
        if plan.unsaved:
            unsaved = self.tr("⚠ Typing that is not saved as a version is not exported: {pages}.")
            said.append(unsaved.format(pages=_some(plan.unsaved)))
        self._said.setText(" ".join(said))


def _some_names(files: Sequence[Path]) -> str:
    return _some([file.name for file in files])


def _some(names: Sequence[str], most: int = 3) -> str:
    shown = ", ".join(names[:most])
    return f"{shown}, …" if len(names) > most else shown
