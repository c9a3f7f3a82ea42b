"""The person's settings in the window: taken over at once and remembered for the next time."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from corrector.errors import OutputError
from corrector.gui.palettes import use_colour_scheme
from corrector.gui.theme import is_dark
from corrector.record.entries import Person
from corrector.settings import Settings, save_settings
from corrector.tasks.kinds import Kind
from corrector.text.differences import Unit


class Preferences(QObject):
    """Holds the settings; whoever needs them asks here."""

    changed = Signal(object)
    """Settings as they are now."""
    failed = Signal(Exception)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings

    def keep_threshold(self, threshold: float) -> None:
        """Remember from which score on suspicions are shown."""
        self._keep(replace(self.settings, threshold=threshold))

    def keep_hidden_kinds(self, kinds: Iterable[Kind]) -> None:
        """Remember which kinds of suspicions are not shown."""
        self._keep(replace(self.settings, hidden_kinds="+".join(sorted(kinds))))

    def hidden_kinds(self) -> frozenset[Kind]:
        """Return the kinds of suspicions that are not shown; names of no kind are passed over."""
        names = self.settings.hidden_kinds.split("+")
        return frozenset(kind for kind in Kind if kind.value in names)

    def keep_text_size(self, points: int) -> None:
        """Remember how large the text is."""
        self._keep(replace(self.settings, text_size=points))

    def keep_person(self, person: Person) -> None:
        """Remember who is working."""
        self._keep(
            replace(self.settings, person_name=person.name, person_identifier=person.identifier)
        )

    def keep_comparison(self, beside: bool, unit: Unit) -> None:
        """Remember how texts are compared."""
        self._keep(replace(self.settings, compare_beside=beside, compare_unit=unit.value))

    def keep_line_view(self, shown: bool, *, scan: bool) -> None:
        """Remember whether lines of the scan stand above the text, and the scan beside them."""
        self._keep(replace(self.settings, line_view=shown, scan_beside_lines=scan))

    def keep_preparation(self, name: str) -> None:
        """Remember what is done to scans before they are read."""
        self._keep(replace(self.settings, preparation=name))

    def keep_mark_keys(self, keys: Mapping[str, str]) -> None:
        """Remember which phenomena the digits mark, where they differ from the table."""
        self._keep(replace(self.settings, mark_keys=dict(keys)))

    def toggle_colours(self) -> None:
        """Change between light and dark."""
        scheme = "light" if is_dark(QGuiApplication.palette()) else "dark"
        use_colour_scheme(scheme)
        self._keep(replace(self.settings, colour_scheme=scheme))

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        self.changed.emit(settings)
        try:
            save_settings(settings)
        except OutputError as error:
            self.failed.emit(error)
