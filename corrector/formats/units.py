"""What goes into one exported file."""

from enum import StrEnum


class Unit(StrEnum):
    """What goes into one file."""

    AS_IMPORTED = "as-imported"
    """One file for each imported text, and one for each recognised page; TXT's usual."""
    PAGE = "page"
    DOCUMENT = "document"
    """TEI's usual, and its only one."""
    COLLECTION = "collection"
