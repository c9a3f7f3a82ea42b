"""The sentences about what does not agree with the record."""

from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP

DAMAGED_DATABASE: Final = QT_TRANSLATE_NOOP(
    "Integrity",
    "The database itself is damaged: {fault}. Scans and imported texts are not concerned. Close "
    "the collection and put the latest sound copy of the record in its place.",
)
MISSING_VERSION: Final = QT_TRANSLATE_NOOP(
    "Integrity",
    "Version {number} is missing from the history. Compare with an earlier copy of the record.",
)
WRONG_TEXT: Final = QT_TRANSLATE_NOOP(
    "Integrity",
    "The text of version {number} is not the one that was saved. Compare with an earlier copy of "
    "the record.",
)
WRONG_CHAIN: Final = QT_TRANSLATE_NOOP(
    "Integrity",
    "Version {number}, or what stood before it, was changed after it was saved: its hash does not "
    "agree. Compare with an earlier copy of the record.",
)
LATER_FORM: Final = QT_TRANSLATE_NOOP(
    "Integrity",
    "Version {number} was hashed by a newer Corrector and cannot be verified by this one. Install "
    "the newer program to verify it.",
)
MISSING_FILE: Final = QT_TRANSLATE_NOOP(
    "Integrity", "“{path}” is not there any more. The record is sound; bring the file back."
)
MOVED_SCAN: Final = QT_TRANSLATE_NOOP(
    "Integrity",
    "“{path}” is not there any more, but “{found}” is the same file. Rename it back, or open the "
    "folder again to have it found.",
)
CHANGED_FILE: Final = QT_TRANSLATE_NOOP(
    "Integrity",
    "“{path}” was changed since it was first seen. The record keeps what was made from the old "
    "one; compare with a copy of the file.",
)
UNREADABLE_FILE: Final = QT_TRANSLATE_NOOP(
    "Integrity", "“{path}” cannot be read: {reason}. The record is sound; give access to the file."
)
