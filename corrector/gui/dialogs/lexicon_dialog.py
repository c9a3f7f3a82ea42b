"""Lexicons, and what was learned, as a dialog: words with a filter, add, remove, import, export."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from corrector.gui.lexicon_tasks import Shelf, Wanted

_WIDTH, _HEIGHT = 480, 520
_LEARNED = 2
"""Where what was learned stands among the lexicons ..."""
_FORGOTTEN = 3
"""... and what of it was forgotten."""


class LexiconDialog(QDialog):
    """Shows one lexicon at a time; what is asked for is told as signals."""

    wanted = Signal(object)
    """Wanted: this lexicon is to be shown."""
    add_wanted = Signal(object, str)
    remove_wanted = Signal(object, object)
    recall_wanted = Signal(object, object)
    import_wanted = Signal(object, object)
    export_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None, *, writable: bool) -> None:
        """Prepare the dialog.

        Args:
            parent: the window that it stands before.
            writable: whether the lexicon of the collection can be changed, not only one's own.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lexicons"))
        self._writable = writable
        self._words: tuple[str, ...] = ()
        self._whose, self._language = QComboBox(), QComboBox()
        self._filter, self._new = QLineEdit(), QLineEdit()
        self._model, self._list = QStringListModel(self), QListView()
        self._count, self._said = QLabel(), QLabel()
        self._add = self._button(self.tr("&Add"), self._tell_added)
        self._remove = self._button(self.tr("&Remove"), self._tell_removed)
        self._recall = self._button(self.tr("Lea&rn again"), self._tell_recalled)
        self._recall.setToolTip(self.tr("Learn what is chosen again (Return)"))
        self._import = self._button(self.tr("&Import …"), self._choose_import)
        self._export = self._button(self.tr("&Export …"), self._choose_export)
        self._prepare_choice()
        self._prepare_list()
        self._build()
        self.resize(_WIDTH, _HEIGHT)
        self._new.setFocus()

    def place(self) -> Wanted:
        """Return which lexicon is chosen."""
        whose = self._whose.currentIndex()
        learned = whose in {_LEARNED, _FORGOTTEN}
        language = "" if learned else self._language.currentData() or ""
        return Wanted(whose == 0, language, learned, whose == _FORGOTTEN)

    def show_shelf(self, shelf: Shelf, said: str = "") -> None:
        """Show the words of a lexicon, and what was done before; late answers are passed over."""
        if shelf.where != self.place():
            return
        known = {self._language.itemData(at) for at in range(self._language.count())}
        for language in shelf.languages:
            if language not in known:
                self._language.addItem(language, language)
        self._words = shelf.words
        self._show_filtered()
        self.say(said)
        self._allow()

    def say(self, said: str) -> None:
        """Say what was done, or why it could not be done."""
        self._said.setText(said)

    def _prepare_choice(self) -> None:
        mine, shared = self.tr("Mine, in all collections"), self.tr("Of this collection")
        learned = self.tr("Learned in this collection")
        self._whose.addItems([mine, shared, learned, self.tr("Forgotten in this collection")])
        self._language.addItem(self.tr("all languages"), "")
        self._whose.setAccessibleName(self.tr("Lexicon"))
        self._language.setAccessibleName(self.tr("Language"))
        for box in (self._whose, self._language):
            box.activated.connect(lambda _: self._change_place())
        self._filter.setPlaceholderText(self.tr("Filter"))
        self._filter.setAccessibleName(self.tr("Filter"))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._show_filtered)
        self._new.setPlaceholderText(self.tr("New words, parted by blanks"))
        self._new.setAccessibleName(self.tr("New words"))
        self._new.returnPressed.connect(self._tell_added)
        self._new.textChanged.connect(self._allow)

    def _prepare_list(self) -> None:
        view = self._list
        view.setModel(self._model)
        view.setUniformItemSizes(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.selectionModel().selectionChanged.connect(self._allow)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._tell_removed)
        view.activated.connect(lambda _: self._tell_recalled())

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Lexicon"), self._whose)
        form.addRow(self.tr("Lan&guage"), self._language)
        adding = QHBoxLayout()
        adding.addWidget(self._new, 1)
        adding.addWidget(self._add)
        buttons = QHBoxLayout()
        for button in (self._remove, self._recall, self._import, self._export):
            buttons.addWidget(button)
        buttons.addStretch(1)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        closing.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        closing.rejected.connect(self.reject)
        buttons.addWidget(closing)
        self._said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addLayout(adding)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        column.addWidget(self._count)
        column.addWidget(self._said)
        column.addLayout(buttons)

    def _button(self, label: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(label)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def _change_place(self) -> None:
        self._words = ()
        self._show_filtered()
        self._allow()
        self.wanted.emit(self.place())

    def _show_filtered(self) -> None:
        typed = self._filter.text().strip().casefold()
        shown = [word for word in self._words if typed in word.casefold()]
        row = self._list.currentIndex().row()
        self._model.setStringList(shown)
        # A word is always chosen, so that the keyboard needs no step more; the next after removal.
        self._list.setCurrentIndex(self._model.index(max(0, min(row, len(shown) - 1)), 0))
        said = self.tr("Words: {shown} of {count}") if typed else self.tr("Words: {count}")
        if self.place().forgotten:
            said = self.tr(
                "Forgotten lessons: {shown} of {count}; what is corrected anew counts again"
            )
        elif self.place().learned:
            said = self.tr("Lessons: {shown} of {count}; words, readings, letters and marks")
        self._count.setText(said.format(shown=len(shown), count=len(self._words)))

    def _allow(self) -> None:
        """Enable what can be done with this lexicon; of a read-only collection nothing changes."""
        place, may = self.place(), self._may_change()
        listed, forgotten = not place.learned, place.forgotten
        lessons = self.tr("What was forgotten") if forgotten else self.tr("What was learned")
        self._list.setAccessibleName(self.tr("Words of this lexicon") if listed else lessons)
        chosen = may and self._list.selectionModel().hasSelection()
        self._language.setEnabled(listed)
        self._new.setEnabled(may and listed)
        self._add.setEnabled(may and listed and bool(self._new.text().strip()))
        self._remove.setEnabled(chosen and not forgotten)
        self._remove.setVisible(not forgotten)
        self._recall.setEnabled(chosen and forgotten)
        self._recall.setVisible(forgotten)
        self._import.setEnabled(may and listed)
        self._export.setEnabled(bool(self._words) and not forgotten)
        if not may:
            self.say(self.tr("The collection is open for reading only; so is its lexicon."))

    def _may_change(self) -> bool:
        return self._writable or self.place().personal

    def _tell_added(self) -> None:
        if self._add.isEnabled():
            self.add_wanted.emit(self.place(), self._new.text())
            self._new.clear()

    def _tell_removed(self) -> None:
        if self._remove.isEnabled():
            self.remove_wanted.emit(self.place(), self._chosen())

    def _tell_recalled(self) -> None:
        if self._recall.isEnabled():
            self.recall_wanted.emit(self.place(), self._chosen())

    def _chosen(self) -> list[str]:
        return [index.data() for index in self._list.selectionModel().selectedIndexes()]

    def _choose_import(self) -> None:
        dialog = QFileDialog(self, self.tr("Import words"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        lists, every = self.tr("Word lists (*.txt *.dic)"), self.tr("All files (*)")
        dialog.setNameFilters([lists, every])
        dialog.fileSelected.connect(lambda path: self.import_wanted.emit(self.place(), Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose_export(self) -> None:
        dialog = QFileDialog(self, self.tr("Export words"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        learned = self.place().learned
        dialog.setDefaultSuffix("tsv" if learned else "txt")
        language = self.place().language or "all"
        dialog.selectFile("learned.tsv" if learned else f"lexicon-{language}.txt")
        dialog.fileSelected.connect(lambda path: self.export_wanted.emit(self.place(), Path(path)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
