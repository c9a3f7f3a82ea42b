"""The main window: it holds the panes and ties them together; it does not think."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from corrector.errors import CancelledError
from corrector.gui.actions import Actions
from corrector.gui.background import Background
from corrector.gui.checking import Checking, Found
from corrector.gui.comparing import Comparing
from corrector.gui.desk import Desk
from corrector.gui.desk_tasks import Opened
from corrector.gui.dialogs.message import error_box
from corrector.gui.features import begin_features
from corrector.gui.find_bar import FindBar
from corrector.gui.help import Help
from corrector.gui.joining import Joining
from corrector.gui.notice_bar import NoticeBar
from corrector.gui.noting import Noting
from corrector.gui.opening import Opening
from corrector.gui.page_notices import PageNotices
from corrector.gui.page_work import PageWork
from corrector.gui.pages.page_list import PageList
from corrector.gui.panels.history_panel import HistoryPanel
from corrector.gui.panels.notes_panel import NotesPanel
from corrector.gui.panels.panel_tabs import PanelTabs
from corrector.gui.panels.suspicions_panel import SuspicionsPanel
from corrector.gui.panels.verify_bar import VerifyBar
from corrector.gui.panes import Panes
from corrector.gui.placing import Placing
from corrector.gui.preferences import Preferences
from corrector.gui.recognising import Recognising
from corrector.gui.save_failures import SaveFailures
from corrector.gui.saving import Saving
from corrector.gui.scan.view import ScanView
from corrector.gui.scan_link import ScanLink
from corrector.gui.status_line import StatusLine
from corrector.gui.statuses import Statuses
from corrector.gui.text.editor import TextEditor
from corrector.gui.verifying import Verifying
from corrector.gui.verifying_files import VerifyingFiles
from corrector.gui.window_handlers import handlers_of
from corrector.gui.window_shape import WindowShape, side_by_side
from corrector.gui.window_wiring import rows_of, wire
from corrector.gui.word_histories import WordHistories
from corrector.gui.wording import worded
from corrector.record.entries import Person, Version
from corrector.settings import Settings
from corrector.tasks.choosing import page_of

if TYPE_CHECKING:
    from corrector.tasks.recognition import Recognised


class MainWindow(QMainWindow):
    """All panes, and the objects that know how they work together.

    Its parts are attributes, so that wiring and tests can name them.
    """

    def __init__(self, settings: Settings, background: Background, first_page: str = "") -> None:
        super().__init__()
        self.preferences = Preferences(settings, self)
        self.first_page = first_page
        self._blanks = self._leaving = False
        self.background = background
        self.desk = Desk(background, self)
        self._make_panes()
        self._make_flows()
        self.features = begin_features(self)
        self.actions_by_name = Actions(self, settings.shortcuts)
        self.actions_by_name.connect_all(handlers_of(self))
        self.help.actions = self.actions_by_name
        wire(self)
        self.use_settings(settings)
        self.show_state()
        self.setObjectName("corrector")
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Corrector"))
        self.shape = WindowShape(self, self.splitter)
        self.shape.restore()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep unsaved typing on the disk, then let everything come to rest.

        Where the typing cannot be kept, the window stays until the person decides.
        """
        refused = None if self._leaving else self.desk.keep_all()
        if refused is not None:
            event.ignore()
            self.save_failures.tell_before_leaving(refused)
            return
        self.shape.keep()
        self.come_to_rest()
        event.accept()

    def leave(self) -> None:
        """Close even though typing is not on the disk; the person said so."""
        self._leaving = True
        self.close()

    def come_to_rest(self) -> bool:
        """Keep the draft, close the collection, stop the threads; twice does no harm.

        Returns:
            whether every thread has ended.
        """
        self.desk.close()
        return self.background.shut_down()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders and records."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first thing dropped; of a file its folder."""
        path = Path(event.mimeData().urls()[0].toLocalFile())
        self.opening.open(path)

    def show_collection(self, opened: Opened) -> None:
        """Show what was just opened, and lay its first page on the desk."""
        self.notice.clear()
        self.page_list.show_pages(rows_of(opened))
        self.setWindowTitle(
            self.tr("{collection} – Corrector").format(
                collection=opened.collection.root.resolve().name
            )
        )
        self._say_what_is_special(opened)
        wanted = self.first_page or "1"
        self.first_page = ""
        self.show_state()
        if opened.pages:
            self.desk.show(page_of(opened.pages, wanted).number)
        else:
            self.page_list.setFocus()

    def show_work(self, work: PageWork) -> None:
        """Show the page that lies on the desk now."""
        page = work.content.page
        self.page_list.show_current(page.number)
        self.scan.show_scan(work.content.scan, page.number)
        self.editor.load(work.text, work.caret, work.steps)
        self.editor.set_writable(self.desk.may_edit)
        self.editor.show_marks(work.marks)
        self.suspicions.show_suspicions(())
        self.page_notices.show(work)
        self.show_state()

    def show_marks(self) -> None:
        """Show what is said of places of the text now."""
        if self.desk.work is not None:
            self.editor.show_marks(self.desk.work.marks)

    def show_found(self, found: Found) -> None:
        """Show the suspicions of the page in the panel."""
        if self.checking.threshold is None:
            self.suspicions.set_usual_threshold(found.result.threshold)
        self.suspicions.show_suspicions(found.result.suspicions)

    def show_state(self) -> None:
        """Show how the page stands, and allow what can be done with it."""
        work = self.desk.work
        self.status_line.show_page(work, len(self.desk.pages), self.desk.drafting.failure)
        available = {"collection"} if self.desk.collection is not None else set()
        if work is not None:
            available |= {"page", "text"}
            if self.desk.may_edit:
                available.add("work")
        self.actions_by_name.allow(frozenset(available))

    def show_saved(self, version: Version) -> None:
        """Say "saved", now that the version was read back from the disk."""
        said = self.tr("Saved as version {number}. Corrections: {count}.")
        self.status_line.say(said.format(number=version.number, count=len(version.corrections)))
        self.notice.clear()
        self.show_state()

    def show_page_after(self, steps: int) -> None:
        """Go some pages on or back."""
        page = self.desk.page_after(steps)
        if page is not None:
            self.desk.show(page.number)

    def turn_page(self, steps: int) -> None:
        """Go some pages on or back, or say that there is none."""
        if self.desk.pages and self.desk.page_after(steps) is None:
            first, last = self.tr("This is the first page."), self.tr("This is the last page.")
            self.status_line.say(last if steps > 0 else first)
        self.show_page_after(steps)

    def show_recognised(self, results: Sequence["Recognised"]) -> None:
        """Say what became of the recognised pages and show the one on the desk anew."""
        self.desk.refresh_pages()
        self.desk.show_again()
        failed = [one for one in results if one.error is not None]
        said = self.tr("Pages recognised: {count}.").format(count=len(results) - len(failed))
        self.status_line.say(said)
        if failed and failed[0].error is not None:
            self.show_failure(failed[0].error)

    def show_failure(self, error: Exception) -> None:
        """Tell what went wrong; a wish to stop needs no box."""
        if isinstance(error, CancelledError):
            self.status_line.say(worded(error.message))
        else:
            box = error_box(self, error)
            box.finished.connect(box.deleteLater)
            box.open()

    def show_problems(self) -> None:
        """List the files that could not be used."""
        if self.desk.collection is not None:
            self.opening.show_problems(self.desk.collection.problems)

    def zoom_text(self, steps: int) -> None:
        """Make the text larger or smaller, also next time."""
        self.editor.zoom(steps)
        self.preferences.keep_text_size(self.editor.font().pointSize())

    def use_settings(self, settings: Settings) -> None:
        """Let every part work as the person has set it."""
        self.desk.person = Person(settings.person_name, settings.person_identifier)
        self.recognising.settings = settings
        self.checking.languages = settings.languages or None
        self.checking.threshold = settings.threshold or None
        if settings.threshold:
            self.suspicions.set_threshold(settings.threshold)
        self.editor.zoom(settings.text_size - self.editor.font().pointSize())

    def toggle_blanks(self) -> None:
        """Show signs for blanks, or not."""
        self._blanks = not self._blanks
        self.editor.show_blanks(self._blanks)

    def _say_what_is_special(self, opened: Opened) -> None:
        said = [worded(notice, "Notices") for notice in opened.collection.notices]
        if not opened.collection.writable:
            said.append(self.tr("Open for reading only."))
        if opened.collection.problems:
            count = self.tr("Files with problems: {count}. The rest is open.")
            said.append(count.format(count=len(opened.collection.problems)))
        if said:
            self.notice.say(" ".join(said), [(self.tr("Show problems"), self.show_problems)])

    def _make_panes(self) -> None:
        self.page_list = PageList(self.background)
        self.scan = ScanView(self.background)
        self.editor = TextEditor()
        self.verify_bar = VerifyBar()
        self.notice = NoticeBar()
        self.find_bar = FindBar(self.editor)
        self.suspicions = SuspicionsPanel()
        self.history = HistoryPanel()
        self.notes = NotesPanel()
        self.status_line = StatusLine(self)
        self.setStatusBar(self.status_line)
        self.tabs = PanelTabs()
        self.tabs.addTab(self.suspicions, self.tr("S&uspicions"))
        self.tabs.addTab(self.history, self.tr("&History"))
        self.tabs.addTab(self.notes, self.tr("N&otes"))
        self.splitter = side_by_side(self.page_list, self.scan, self._text_column(), self.tabs)
        self.setCentralWidget(self.splitter)
        self.panes = Panes((self.page_list, self.scan, self.editor, self.verify_bar, self.tabs))

    def _text_column(self) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.notice)
        layout.addWidget(self.editor, 1)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.verify_bar)
        return column

    def _make_flows(self) -> None:
        self.checking = Checking(self.background, self.desk, self)
        self.placing = Placing(self.background, self.desk, self.preferences)
        self.link = ScanLink(self.desk, self.checking, self.editor, self.scan)
        self.verifying = Verifying(
            self.desk,
            self.checking,
            self.link,
            editor=self.editor,
            bar=self.verify_bar,
            scan=self.scan,
        )
        self.opening = Opening(self.desk, self)
        self.saving = Saving(self.desk, self)
        self.recognising = Recognising(self.background, self.desk, self)
        self.comparing = Comparing(
            self.desk,
            editor=self.editor,
            history=self.history,
            preferences=self.preferences,
            window=self,
        )
        self.joining = Joining(self.desk, self.editor, self)
        self.save_failures = SaveFailures(self.desk, self.joining, self)
        self.statuses = Statuses(self.desk, self.saving, self)
        self.verifying_files = VerifyingFiles(self.desk, self)
        self.page_notices = PageNotices(
            self.desk, self.notice, self.comparing.compare, self.joining.begin
        )
        self.noting = Noting(
            self.desk, self.saving, panel=self.notes, history=self.history, editor=self.editor
        )
        self.word_histories = WordHistories(self.desk, self.noting, self)
        self.help = Help(self)
