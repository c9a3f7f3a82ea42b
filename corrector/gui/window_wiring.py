"""Who hears whom in the main window, in one place."""

import logging
from typing import TYPE_CHECKING

from corrector.gui.desk_tasks import Opened
from corrector.gui.failures import failure_text
from corrector.gui.pages.rows import PageRow
from corrector.gui.wording import worded
from corrector.tasks.progress import Progress

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow
    from corrector.tasks.collection import Collection

log = logging.getLogger(__name__)


def wire(window: "MainWindow") -> None:
    """Connect the parts of `window`; each connection says what happens, not how."""
    _wire_desk(window)
    _wire_panes(window)
    _wire_long_work(window)
    _wire_failures(window)


def _wire_desk(window: "MainWindow") -> None:
    desk = window.desk
    desk.opened.connect(window.show_collection)
    desk.opened.connect(lambda opened: hash_in_background(window, opened))
    desk.shown.connect(window.show_work)
    desk.changed.connect(window.show_state)
    desk.pages_changed.connect(window.show_state)
    desk.status_changed.connect(window.page_list.set_status)
    desk.unsaved_changed.connect(window.page_list.set_unsaved)
    desk.versioning.saved.connect(window.show_saved)
    desk.versioning.nothing_new.connect(
        lambda: window.status_line.say(window.tr("Nothing differs from the newest version."))
    )
    desk.leaving_refused.connect(window.save_failures.tell_before_opening)
    window.save_failures.leaving.connect(window.leave)
    window.save_failures.written.connect(
        lambda path: window.status_line.say(
            window.tr("The text is written to {path}. It is not yet saved as a version.").format(
                path=path
            ),
            seconds=20,
        )
    )
    window.joining.opened.connect(window.comparing.prepare)
    compared = ("next-difference", "previous-difference", "series")
    window.comparing.use_actions(*(window.actions_by_name[name] for name in compared))
    window.editor.word_actions = [
        window.actions_by_name["series"],
        window.actions_by_name["word-history"],
        window.actions_by_name["note-on-word"],
        window.actions_by_name["explain-word"],
        window.actions_by_name["to-my-lexicon"],
        window.actions_by_name["to-collection-lexicon"],
    ]
    window.joining.joined.connect(window.notice.clear)
    window.joining.joined.connect(window.noting.read_again)
    desk.drafting.state_changed.connect(window.show_state)
    window.editor.edited.connect(desk.follow)
    window.editor.stepped.connect(desk.step_taken)
    window.editor.stepped.connect(window.show_marks)
    window.editor.caret_moved.connect(desk.remember_caret)
    window.checking.found.connect(window.show_found)
    window.placing.placed.connect(window.checking.check)
    window.placing.hindered.connect(window.status_line.say)
    window.checking.counted.connect(window.page_list.set_suspicions)
    window.statuses.changed.connect(lambda *_: desk.refresh_pages())
    window.statuses.changed.connect(lambda *_: window.noting.read_again())
    window.statuses.finished.connect(lambda: window.show_page_after(1))


def _wire_panes(window: "MainWindow") -> None:
    window.page_list.page_chosen.connect(window.desk.show)
    window.suspicions.chosen.connect(window.verifying.look_at)
    window.suspicions.threshold_changed.connect(window.checking.set_threshold)
    window.suspicions.threshold_changed.connect(window.preferences.keep_threshold)
    window.history.restore_wanted.connect(window.comparing.restore)
    window.history.compare_wanted.connect(window.comparing.compare_versions)
    window.scan.zoom_changed.connect(window.status_line.show_zoom)
    window.saving.person_changed.connect(window.preferences.keep_person)
    no_more = {
        1: window.tr("No suspicions left from here to the end."),
        -1: window.tr("No suspicions left from here to the beginning."),
    }
    window.verifying.exhausted.connect(lambda step: window.status_line.say(no_more[step]))
    none = window.tr("No candidates: this word is not suspected. Shift+F1 says why.")
    window.editor.candidates_wanted.connect(lambda _: window.status_line.say(none))


def _wire_long_work(window: "MainWindow") -> None:
    for work in (window.opening, window.recognising):
        work.stepped.connect(window.status_line.show_progress)
        work.ended.connect(window.status_line.end_progress)
    window.status_line.stop_wanted.connect(window.recognising.stop)
    window.recognising.recognised.connect(window.show_recognised)


def _wire_failures(window: "MainWindow") -> None:
    for part in (
        window.desk,
        window.checking,
        window.opening,
        window.recognising,
        window.statuses,
        window.preferences,
    ):
        part.failed.connect(window.show_failure)
    window.background.failure.connect(window.show_failure)
    window.checking.waiting.connect(
        lambda error: window.status_line.say(
            window.tr("Suspicions come a little later: {reason}").format(reason=failure_text(error))
        )
    )
    window.desk.journal.failed.connect(
        lambda error: window.status_line.say(
            window.tr(
                "Typing goes on, and drafts are kept, but not every key at once: {reason}"
            ).format(reason=failure_text(error)),
            seconds=20,
        )
    )


def hash_in_background(window: "MainWindow", opened: Opened) -> None:
    """Remember what the scans are like now, so that later changes are noticed."""
    if opened.collection.writable:
        window.background.run(
            _hash_scans,
            opened.collection,
            lane="hashing",
            stepped=lambda *_: None,
            done=lambda _: None,
            failed=lambda error: log.info("Scans were not hashed: %s", error),
        )


def _hash_scans(collection: "Collection", *, progress: Progress) -> None:
    from corrector.tasks.verifying import hash_scans

    hash_scans(collection, progress)


def rows_of(opened: Opened) -> list[PageRow]:
    """Return what the list of pages shows of a collection."""
    labels = {one.key: one.label for one in opened.documents}
    return [
        PageRow(
            number=page.number,
            label=page.label,
            document=labels.get(page.document, page.document),
            status=page.status,
            unsaved=page.id in opened.drafts,
            source=opened.collection.scan_of(page),
            problem=" ".join(worded(one) for one in opened.collection.problems_of(page)),
        )
        for page in opened.pages
    ]
