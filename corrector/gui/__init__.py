"""The window; PySide6 lives here and nowhere else."""

from corrector.gui.plain_imports import import_plainly

import_plainly()
