"""Collects cyclic garbage on the GUI thread only: a widget must not die on another thread."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS: Final = 1000
"""Between two looks at whether collecting is due; a look costs a microsecond."""


class GuiGarbage(QObject):
    """Takes over from Python's automatic collection, which runs on whatever thread allocates.

    Qt objects in reference cycles would then be destroyed on a worker thread, which Qt does not
    allow. Create one on the GUI thread after the imports; `stop` gives the collection back.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()

    def _look(self) -> None:
        # Oldest generation first: collecting it collects the younger ones too.
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation] > 0:
                gc.collect(generation)
                return
