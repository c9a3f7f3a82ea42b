"""Every command of the window in one table: its menu, its words, its keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from corrector.messages import QT_TRANSLATE_NOOP

SEPARATOR: Final = "-"


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can tell the window to do.

    Attributes:
        name: by which handlers, settings and tests know it.
        menu: the menu it stands in.
        text: what the menu says, with a mnemonic.
        keys: in Qt's portable notation; several are separated by ``; ``.
        needs: what must be there: ``""`` nothing, ``collection``, ``page``, ``text`` or ``work``
            (a page that may be changed).
    """

    name: str
    menu: str
    text: str
    keys: str = ""
    needs: str = ""


MENUS: Final[Mapping[str, str]] = {
    "file": QT_TRANSLATE_NOOP("Menus", "&File"),
    "edit": QT_TRANSLATE_NOOP("Menus", "&Edit"),
    "suspicion": QT_TRANSLATE_NOOP("Menus", "&Suspicions"),
    "mark": QT_TRANSLATE_NOOP("Menus", "&Marks"),
    "page": QT_TRANSLATE_NOOP("Menus", "&Page"),
    "view": QT_TRANSLATE_NOOP("Menus", "&View"),
    "help": QT_TRANSLATE_NOOP("Menus", "&Help"),
}

COMMANDS: Final[tuple[Command | str, ...]] = (
    Command("open", "file", QT_TRANSLATE_NOOP("Actions", "&Open folder …"), "Ctrl+O"),
    Command("open-sample", "file", QT_TRANSLATE_NOOP("Actions", "Open the sa&mple")),
    Command("open-tei", "file", QT_TRANSLATE_NOOP("Actions", "Open a TE&I …")),
    "file-",
    Command("save", "file", QT_TRANSLATE_NOOP("Actions", "&Save version"), "Ctrl+S", "work"),
    Command("save-with-note", "file", QT_TRANSLATE_NOOP("Actions", "Save with &note …"),
            "Ctrl+Shift+S", "work"),
    Command("document-data", "file", QT_TRANSLATE_NOOP("Actions", "&Document data …"),
            "Ctrl+Shift+E", "page"),
    Command("export", "file", QT_TRANSLATE_NOOP("Actions", "&Export …"), "Ctrl+E", "collection"),
    "file-",
    Command("problems", "file", QT_TRANSLATE_NOOP("Actions", "Files with &problems …"), "",
            "collection"),
    Command("verify", "file", QT_TRANSLATE_NOOP("Actions", "&Verify collection"), "",
            "collection"),
    Command("stop", "file", QT_TRANSLATE_NOOP("Actions", "S&top what is running"), "Ctrl+."),
    Command("person", "file", QT_TRANSLATE_NOOP("Actions", "&Who is working …")),
    "file-",
    Command("quit", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q"),
    Command("undo", "edit", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "text"),
    Command("redo", "edit", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z; Ctrl+Y",
            "text"),
    "edit-",
    Command("find", "edit", QT_TRANSLATE_NOOP("Actions", "&Find …"), "Ctrl+F", "text"),
    "edit-",
    Command("word-history", "edit", QT_TRANSLATE_NOOP("Actions", "&History of this word …"),
            "Ctrl+Shift+H", "page"),
    Command("note-on-word", "edit", QT_TRANSLATE_NOOP("Actions", "&Note on this word …"),
            "Ctrl+Shift+N", "work"),
    "edit-",
    Command("show-blanks", "edit", QT_TRANSLATE_NOOP("Actions", "Show &blanks"), "", "text"),
    Command("next-suspicion", "suspicion", QT_TRANSLATE_NOOP("Actions", "&Next suspicion"), "F3",
            "collection"),
    Command("previous-suspicion", "suspicion",
            QT_TRANSLATE_NOOP("Actions", "&Previous suspicion"), "Shift+F3", "collection"),
    "suspicion-",
    Command("confirm", "suspicion", QT_TRANSLATE_NOOP("Actions", "&Confirm and go on"),
            "Ctrl+Return; Ctrl+Enter", "work"),
    Command("candidates", "suspicion", QT_TRANSLATE_NOOP("Actions", "Show can&didates"),
            "Ctrl+Space", "work"),
    Command("doubtful", "suspicion", QT_TRANSLATE_NOOP("Actions", "Mark d&oubtful and go on"),
            "F4", "work"),
    Command("series", "suspicion", QT_TRANSLATE_NOOP("Actions", "Change &all like this …"),
            "F8", "work"),
    "suspicion-",
    Command("explain-word", "suspicion",
            QT_TRANSLATE_NOOP("Actions", "&Why is this word flagged, or not …"), "Shift+F1",
            "page"),
    Command("kinds", "suspicion", QT_TRANSLATE_NOOP("Actions", "Show only some &kinds …"),
            "Ctrl+Shift+K", "collection"),
    "suspicion-",
    Command("to-my-lexicon", "suspicion", QT_TRANSLATE_NOOP("Actions", "Add to &my lexicon"),
            "Ctrl+Shift+A", "page"),
    Command("to-collection-lexicon", "suspicion",
            QT_TRANSLATE_NOOP("Actions", "Add to the collection's le&xicon"), "Ctrl+Shift+C",
            "work"),
    Command("lexicons", "suspicion", QT_TRANSLATE_NOOP("Actions", "&Lexicons …"),
            "Ctrl+Shift+X", "collection"),
    Command("mark-1", "mark", QT_TRANSLATE_NOOP("Actions", "Mark by key 1"), "Alt+1", "work"),
    Command("mark-2", "mark", QT_TRANSLATE_NOOP("Actions", "Mark by key 2"), "Alt+2", "work"),
    Command("mark-3", "mark", QT_TRANSLATE_NOOP("Actions", "Mark by key 3"), "Alt+3", "work"),
    Command("mark-4", "mark", QT_TRANSLATE_NOOP("Actions", "Mark by key 4"), "Alt+4", "work"),
    Command("mark-5", "mark", QT_TRANSLATE_NOOP("Actions", "Mark by key 5"), "Alt+5", "work"),
    Command("mark-6", "mark", QT_TRANSLATE_NOOP("Actions", "Mark by key 6"), "Alt+6", "work"),
    Command("mark-7", "mark", QT_TRANSLATE_NOOP("Actions", "Mark by key 7"), "Alt+7", "work"),
    Command("mark-8", "mark", QT_TRANSLATE_NOOP("Actions", "Mark by key 8"), "Alt+8", "work"),
    Command("mark-9", "mark", QT_TRANSLATE_NOOP("Actions", "Mark by key 9"), "Alt+9", "work"),
    "mark-",
    Command("mark-palette", "mark", QT_TRANSLATE_NOOP("Actions", "&Every mark by name …"),
            "Ctrl+M", "work"),
    Command("edit-mark", "mark", QT_TRANSLATE_NOOP("Actions", "&Change the mark here …"),
            "Alt+0", "work"),
    Command("remove-mark", "mark", QT_TRANSLATE_NOOP("Actions", "&Remove the mark here"),
            "Alt+Del", "work"),
    "mark-",
    Command("list-marks", "mark", QT_TRANSLATE_NOOP("Actions", "&List of marks"),
            "Ctrl+Shift+M", "page"),
    Command("next-page", "page", QT_TRANSLATE_NOOP("Actions", "&Next page"), "Ctrl+PgDown",
            "collection"),
    Command("previous-page", "page", QT_TRANSLATE_NOOP("Actions", "&Previous page"), "Ctrl+PgUp",
            "collection"),
    "page-",
    Command("proofread", "page", QT_TRANSLATE_NOOP("Actions", "Mark proof&read and go on"),
            "Ctrl+Shift+Return; Ctrl+Shift+Enter", "page"),
    Command("status", "page", QT_TRANSLATE_NOOP("Actions", "&Status …"), "", "page"),
    Command("take-over", "page", QT_TRANSLATE_NOOP("Actions", "Take &over from another person …"),
            "", "page"),
    Command("language", "page", QT_TRANSLATE_NOOP("Actions", "&Language …"), "Ctrl+Shift+G",
            "page"),
    "page-",
    Command("recognise", "page", QT_TRANSLATE_NOOP("Actions", "Re&cognise this page"),
            "Ctrl+Shift+R", "page"),
    Command("recognise-all", "page",
            QT_TRANSLATE_NOOP("Actions", "Recognise &all pages without text"), "", "collection"),
    Command("divide", "page", QT_TRANSLATE_NOOP("Actions", "D&ivide a text among pages …"),
            "Ctrl+Shift+D", "work"),
    Command("preparation", "page",
            QT_TRANSLATE_NOOP("Actions", "Preparation o&f scans …"), "Ctrl+Alt+P"),
    Command("recognise-region", "page",
            QT_TRANSLATE_NOOP("Actions", "Recognise a re&gion …"), "Ctrl+R", "page"),
    Command("show-proposal", "page",
            QT_TRANSLATE_NOOP("Actions", "&Go through the new reading …"), "Ctrl+Alt+R", "page"),
    Command("compare", "page", QT_TRANSLATE_NOOP("Actions", "Co&mpare with …"), "Ctrl+D", "page"),
    Command("next-difference", "page", QT_TRANSLATE_NOOP("Actions", "Next &difference"), "F7",
            "page"),
    Command("previous-difference", "page",
            QT_TRANSLATE_NOOP("Actions", "Pre&vious difference"), "Shift+F7", "page"),
    Command("zoom-in", "view", QT_TRANSLATE_NOOP("Actions", "Enlarge the sca&n"),
            "Ctrl++; Ctrl+=", "page"),
    Command("zoom-out", "view", QT_TRANSLATE_NOOP("Actions", "&Reduce the scan"), "Ctrl+-",
            "page"),
    Command("fit-width", "view", QT_TRANSLATE_NOOP("Actions", "Scan to &width"), "Ctrl+0",
            "page"),
    Command("fit-page", "view", QT_TRANSLATE_NOOP("Actions", "&Whole scan"), "Ctrl+9", "page"),
    Command("actual-size", "view", QT_TRANSLATE_NOOP("Actions", "Scan &1:1"), "Ctrl+1", "page"),
    Command("rotate-right", "view", QT_TRANSLATE_NOOP("Actions", "&Turn the scan right"),
            "Ctrl+]", "page"),
    Command("rotate-left", "view", QT_TRANSLATE_NOOP("Actions", "Turn the scan &left"), "Ctrl+[",
            "page"),
    "view-",
    Command("choose-region", "view", QT_TRANSLATE_NOOP("Actions", "Select on the s&can"),
            "Ctrl+Shift+B", "page"),
    Command("loupe", "view", QT_TRANSLATE_NOOP("Actions", "Lo&upe"), "F2", "page"),
    "view-",
    Command("adjust-scan", "view",
            QT_TRANSLATE_NOOP("Actions", "&Brightness, contrast, angle …"), "Ctrl+J", "page"),
    Command("invert-scan", "view", QT_TRANSLATE_NOOP("Actions", "In&vert the scan"), "Ctrl+I",
            "page"),
    Command("straighten-scan", "view", QT_TRANSLATE_NOOP("Actions", "&Straighten the scan"),
            "Ctrl+Shift+J", "page"),
    Command("turn-scan-a-little-right", "view",
            QT_TRANSLATE_NOOP("Actions", "Turn a little ri&ght"), "Ctrl+Shift+.; Ctrl+>", "page"),
    Command("turn-scan-a-little-left", "view",
            QT_TRANSLATE_NOOP("Actions", "Turn a little le&ft"), "Ctrl+Shift+,; Ctrl+<", "page"),
    Command("reset-scan", "view", QT_TRANSLATE_NOOP("Actions", "The scan &as it is"),
            "Ctrl+Shift+I", "page"),
    "view-",
    Command("text-larger", "view", QT_TRANSLATE_NOOP("Actions", "&Larger text"),
            "Ctrl+Shift++; Ctrl+Shift+=", "text"),
    Command("text-smaller", "view", QT_TRANSLATE_NOOP("Actions", "S&maller text"),
            "Ctrl+Shift+-; Ctrl+_", "text"),
    Command("line-view", "view", QT_TRANSLATE_NOOP("Actions", "L&ine view"), "Ctrl+L", "page"),
    Command("scan-beside-lines", "view",
            QT_TRANSLATE_NOOP("Actions", "Scan besi&de the line view"), "Ctrl+Shift+L", "page"),
    "view-",
    Command("next-pane", "view", QT_TRANSLATE_NOOP("Actions", "Ne&xt pane"), "F6"),
    Command("previous-pane", "view", QT_TRANSLATE_NOOP("Actions", "Pre&vious pane"), "Shift+F6"),
    Command("colours", "view", QT_TRANSLATE_NOOP("Actions", "Light or &dark"), "F9"),
    Command("keys", "help", QT_TRANSLATE_NOOP("Actions", "&Help and all keys"), "F1"),
    Command("palette", "help", QT_TRANSLATE_NOOP("Actions", "Every &command by name …"),
            "Ctrl+Shift+P"),
    Command("about", "help", QT_TRANSLATE_NOOP("Actions", "&About Corrector")),
)  # fmt: skip


class Actions:
    """One QAction a command, shared by menus, keys and the command palette."""

    def __init__(self, window: QMainWindow, shortcuts: Mapping[str, str]) -> None:
        """Fill the menu bar of `window`.

        Args:
            window: whose commands these are.
            shortcuts: keys that differ from the table, by name.
        """
        self._actions: dict[str, QAction] = {}
        self._needs: dict[str, str] = {}
        self._available: frozenset[str] | None = None
        menus = {name: _new_menu(window, text) for name, text in MENUS.items()}
        for command in COMMANDS:
            if isinstance(command, str):
                menus[command.removesuffix(SEPARATOR)].addSeparator()
                continue
            action = self._new(window, command, shortcuts.get(command.name, command.keys))
            menus[command.menu].addAction(action)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_all(self, handlers: Mapping[str, Callable[[], object]]) -> None:
        """Tie every command to its handler; a command without one, or the reverse, is a bug.

        Raises:
            ValueError: if names do not match.
        """
        if handlers.keys() != self._actions.keys():
            odd = handlers.keys() ^ self._actions.keys()
            raise ValueError(f"commands and handlers differ: {sorted(odd)}")
        for name, handler in handlers.items():
            self._actions[name].triggered.connect(_without_argument(handler))

    def allow(self, available: frozenset[str]) -> None:
        """Enable exactly the commands whose needs are `available`; asked at every key press."""
        if available == self._available:
            return
        self._available = available
        for name, action in self._actions.items():
            action.setEnabled(not self._needs[name] or self._needs[name] in available)

    def all(self) -> tuple[QAction, ...]:
        """Return all actions in the order of the table."""
        return tuple(self._actions.values())

    def _new(self, window: QMainWindow, command: Command, keys: str) -> QAction:
        action = QAction(QCoreApplication.translate("Actions", command.text), window)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(key) for key in keys.split("; ") if key])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        window.addAction(action)
        self._actions[command.name] = action
        self._needs[command.name] = command.needs
        return action


def _new_menu(window: QMainWindow, text: str) -> QMenu:
    return window.menuBar().addMenu(QCoreApplication.translate("Menus", text))


def _without_argument(handler: Callable[[], object]) -> Callable[..., None]:
    """Return `handler` without the checked state that QAction.triggered hands over."""

    def call(*_: object) -> None:
        handler()

    return call
