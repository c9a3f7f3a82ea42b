"""Gives Python its own way to import back, in the place of which PySide puts a slower one.

PySide reads and searches the source of every module that is imported after it, to know where its
names in snake_case are wanted (`from __feature__ import ...`). Nobody does that here. Without it
starting the window takes 20 to 90 ms less of the processor, and loading the modules that the record
needs 80 to 200 ms less (four pairs of runs on a busy machine, PySide 6.11).
"""

import builtins


def import_plainly() -> None:
    """Let imports from now on be Python's own; harmless where PySide does not change them."""
    import PySide6.QtCore  # noqa: F401 - what changes them

    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
