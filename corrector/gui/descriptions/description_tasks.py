"""What the window asks of the tasks about document data; all of it in worker threads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.describing import Described, TableChange


@dataclass(frozen=True, slots=True)
class SaidOfDocument:
    """What is said of one document.

    Attributes:
        key: of the document.
        own: what is said of it.
        defaults: what is said of the collection.
    """

    key: str
    own: "Described"
    defaults: "Described"


def said_of(collection: "Collection", key: str) -> SaidOfDocument:
    """Return what is said of the document called `key`."""
    from corrector.tasks.describing import described

    defaults, *documents = described(collection)
    own = next(one for one in documents if one.document and one.document.key == key)
    return SaidOfDocument(key, own, defaults)


def save(
    collection: "Collection", key: str, own: Mapping[str, str], defaults: Mapping[str, str]
) -> None:
    """Change what is said of the document and of the collection, of both or of none."""
    from corrector.tasks.describing import describe_all, document_named

    describe_all(collection, [(document_named(collection, key), own), (None, defaults)])


def read_table(collection: "Collection", path: Path) -> "tuple[TableChange, ...]":
    """Return what a table would change."""
    from corrector.tasks.describing import changes_in_table

    return changes_in_table(collection, path)


def take_table(
    collection: "Collection", changes: "Sequence[TableChange]", key: str
) -> SaidOfDocument:
    """Change what a table changes; return what is said of the document `key` then."""
    from corrector.tasks.describing import describe_all

    describe_all(collection, [(one.document, {one.field: one.new}) for one in changes])
    return said_of(collection, key)
