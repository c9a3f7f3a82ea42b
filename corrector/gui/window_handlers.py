"""What each command of the table does in the main window."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from corrector.record.entries import Status

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow


def handlers_of(window: "MainWindow") -> Mapping[str, Callable[[], object]]:
    """Return what is done for each command, by name."""
    handlers: dict[str, Callable[[], object]] = {
        **_of_files(window),
        **_of_text(window),
        **_of_pages(window),
        **_of_views(window),
        **_of_help(window),
    }
    for feature in window.features:
        handlers.update(feature.handlers())
    return handlers


def _of_files(window: "MainWindow") -> Mapping[str, Callable[[], object]]:
    return {
        "open": window.opening.choose,
        "open-sample": window.opening.open_sample,
        "save": window.saving.save,
        "save-with-note": window.saving.save_with_note,
        "problems": window.show_problems,
        "verify": window.verifying_files.verify,
        "person": window.saving.ask_person,
        "stop": window.status_line.stop,
        "quit": window.close,
    }


def _of_text(window: "MainWindow") -> Mapping[str, Callable[[], object]]:
    return {
        "undo": window.editor.undo,
        "redo": window.editor.redo,
        "find": window.find_bar.enter,
        "show-blanks": window.toggle_blanks,
        "next-suspicion": lambda: window.verifying.go(1),
        "previous-suspicion": lambda: window.verifying.go(-1),
        "confirm": window.verifying.confirm,
        "candidates": window.editor.open_candidates,
        "doubtful": window.verifying.doubt,
        "word-history": window.word_histories.open,
        "note-on-word": window.noting.note_on_word,
    }


def _of_pages(window: "MainWindow") -> Mapping[str, Callable[[], object]]:
    return {
        "next-page": lambda: window.turn_page(1),
        "previous-page": lambda: window.turn_page(-1),
        "proofread": lambda: window.statuses.set_and_go_on(Status.PROOFREAD),
        "status": window.statuses.ask,
        "recognise": window.recognising.page,
        "recognise-all": window.recognising.all_without_text,
        "compare": window.comparing.compare,
        "next-difference": lambda: window.comparing.step(1),
        "previous-difference": lambda: window.comparing.step(-1),
    }


def _of_views(window: "MainWindow") -> Mapping[str, Callable[[], object]]:
    return {
        "zoom-in": window.scan.zoom_in,
        "zoom-out": window.scan.zoom_out,
        "fit-width": window.scan.zoom_to_width,
        "fit-page": window.scan.zoom_to_page,
        "actual-size": window.scan.zoom_to_pixels,
        "rotate-right": window.scan.rotate_right,
        "rotate-left": window.scan.rotate_left,
        "text-larger": lambda: window.zoom_text(1),
        "text-smaller": lambda: window.zoom_text(-1),
        "next-pane": lambda: window.panes.step(1),
        "previous-pane": lambda: window.panes.step(-1),
        "colours": window.preferences.toggle_colours,
    }


def _of_help(window: "MainWindow") -> Mapping[str, Callable[[], object]]:
    return {
        "keys": window.help.show_keys,
        "palette": window.help.show_palette,
        "about": window.help.show_about,
    }
