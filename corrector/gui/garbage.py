"""Collects cyclic garbage on the GUI thread only: a widget must not die on another thread."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS: Final = 200
"""Between two looks at whether collecting is due: a look costs a microsecond, and while much is
loaded only what came since the last look has to be searched at once."""

MUCH: Final = 5000
"""New objects since the last look that daily work does not make: modules, word lists or a
collection were loaded, to stay. Searching the 130,000 of a usual start takes 300 ms each time."""


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
        gc.unfreeze()
        gc.enable()

    def _look(self) -> None:
        counts = gc.get_count()
        if counts[0] > MUCH:
            gc.collect(0)
            gc.freeze()  # still freed when nobody refers to it, but never searched again
            return
        # Oldest generation first: collecting it collects the younger ones too.
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation] > 0:
                gc.collect(generation)
                return
