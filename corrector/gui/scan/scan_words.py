"""What is said of a scan in words: in its place, above it, and to those who do not see it."""

from PySide6.QtCore import QObject

from corrector.errors import CorrectorError
from corrector.gui.failures import failure_text
from corrector.messages import filled


class ScanWords(QObject):
    """Knows how a scan fares, and says it.

    Attributes:
        state: the words in place of the scan; empty while it is shown.
        banner: the words above the scan; empty for none.
        word: the word that is outlined; empty for none.
        is_loading: whether it is not known yet if the scan can be shown.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.state = self.banner = self.word = ""
        self.is_loading = False
        self._number = 0

    def begin(self, number: int, *, has_scan: bool) -> None:
        """Speak of the page `number` from now on; 0 while there is no page at all."""
        self._number, self.is_loading = number, has_scan
        self.word = self.banner = ""
        self.state = self.tr("Loading") if has_scan else self._nothing()

    def shown(self) -> None:
        """Hear that the scan is shown."""
        self.state, self.is_loading = "", False

    def not_shown(self, error: Exception) -> None:
        """Hear why the scan cannot be shown."""
        said = failure_text(error)
        if not isinstance(error, CorrectorError):  # ours say themselves that it is the scan
            said = f"{self.tr('The scan cannot be read:')}\n\n{said}"
        self.state, self.is_loading = said, False

    def shown_coarsely(self, error: Exception) -> None:
        """Hear why the scan cannot be shown as sharp as it is."""
        words = self.tr("The scan is shown coarsely, for it cannot be read in full: {reason}")
        self.banner = words.format(reason=failure_text(error))

    def description(self, asking: str) -> str:
        """Return all there is to say; `asking` is what the person is asked to do, or empty."""
        parts = []
        if self._number:
            parts.append(self.tr("page {number}").format(number=self._number))
        if self.word:
            parts.append(filled(self.tr("word “{word}”"), {"word": self.word}))
        parts.extend(words for words in (self.state, self.banner, asking) if words)
        return ", ".join(parts)

    def _nothing(self) -> str:
        return self.tr("No scan for this page") if self._number else ""
