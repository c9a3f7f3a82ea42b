"""Says what documents are: title, persons, dates and places; one by one, or many from a table."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corrector.errors import InputError, UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record import descriptions
from corrector.record.descriptions import FIELDS, NAMES, DescriptionField
from corrector.record.entries import Document
from corrector.scans.texts import read_text_file
from corrector.tasks.collection import Collection

__all__ = ["FIELDS", "NAMES", "Described", "DescriptionField", "described", "set_description"]

KEY_COLUMN: Final = "document"
_DELIMITERS: Final = ",;\t"


@dataclass(frozen=True, slots=True)
class Described:
    """What is said of a document, or of the collection where there is no document.

    Attributes:
        document: None for the defaults of the collection.
        own: what is said of it itself, by the names of the fields.
        whole: the same with the defaults filled in.
    """

    document: Document | None
    own: Mapping[str, str]
    whole: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TableChange:
    """One value that a table changes.

    Attributes:
        document: of which it is said.
        field: name of the field.
        old: what was said before; empty for nothing.
        new: what the table says.
    """

    document: Document
    field: str
    old: str
    new: str


def described(collection: Collection) -> tuple[Described, ...]:
    """Return what is said of the collection and then of each of its documents."""
    documents = collection.documents()
    with collection.record.reading() as connection:
        defaults = descriptions.description_of_collection(connection)
        own = [descriptions.description_of(connection, one.key) for one in documents]
    return (
        Described(None, defaults, defaults),
        *(
            Described(document, said, {**defaults, **said})
            for document, said in zip(documents, own, strict=True)
        ),
    )


def document_named(collection: Collection, name: str) -> Document:
    """Return the document with the key or label `name`.

    Raises:
        UsageError: if there is none, or several have that label.
    """
    return _named(collection.documents(), name)


def set_description(
    collection: Collection, document: Document | None, said: Mapping[str, str]
) -> None:
    """Change what is said of `document`, or of the collection; an empty value takes a field back.

    Raises:
        UsageError: if there is no such field; nothing is changed.
        InputError: if a value holds what no text can; nothing is changed.
        OutputError: if it cannot be written.
    """
    describe_all(collection, [(document, said)])


def import_descriptions(collection: Collection, path: Path) -> int:
    """Take what is said of documents from a table in CSV; return of how many.

    The first column is called ``document`` and holds keys or labels, the others are called like
    the fields. Empty cells change nothing. All of the table is taken, or nothing.

    Raises:
        InputError: if the file cannot be read or is no such table; nothing is changed.
        UsageError: if it names a column or a document that there is not; nothing is changed.
        OutputError: if it cannot be written; nothing is changed.
    """
    found = _found(collection, path)
    describe_all(collection, found)
    return len({document.key for document, _ in found})


def changes_in_table(collection: Collection, path: Path) -> tuple[TableChange, ...]:
    """Return what `import_descriptions` would change, in order of the table; nothing is changed.

    Raises:
        InputError: if the file cannot be read or is no such table.
        UsageError: if it names a column or a document that there is not.
    """
    own = {one.document.key: dict(one.own) for one in described(collection) if one.document}
    changes: list[TableChange] = []
    for document, said in _found(collection, path):
        for field, value in said.items():
            old = own[document.key].get(field, "")
            if value != old:
                changes.append(TableChange(document, field, old, value))
                own[document.key][field] = value
    return tuple(changes)


def describe_all(
    collection: Collection, said: Iterable[tuple[Document | None, Mapping[str, str]]]
) -> None:
    """Change what is said of documents, and of the collection for None; all of it or nothing.

    Raises:
        UsageError: if there is no such field.
        InputError: if a value holds what no text can.
        OutputError: if it cannot be written.
    """
    with collection.record.writing() as connection:
        for document, values in said:
            if document is None:
                descriptions.describe_collection(connection, values)
            else:
                descriptions.describe(connection, document.key, values)


def _found(collection: Collection, path: Path) -> list[tuple[Document, Mapping[str, str]]]:
    """Return what a table says, and of which documents."""
    rows = list(_rows("".join(read_text_file(path).parts), path))
    documents = collection.documents()
    return [(_named(documents, name, line), said) for line, name, said in rows]


def _rows(text: str, path: Path) -> Iterator[tuple[int, str, Mapping[str, str]]]:
    """Yield line, document and values of each row of a table that is not empty."""
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        header = [name.strip().lower() for name in next(reader, [])]
        _require_columns(header, path)
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, *_row(header, row, reader.line_num, path)
    except csv.Error as error:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{path}” is not a table in CSV: line {line} {reason}. Nothing was imported.",
            ),
            path=str(path),
            line=reader.line_num,
            reason=str(error),
        ) from error


def _require_columns(header: Sequence[str], path: Path) -> None:
    twice = next((name for name in header if header.count(name) > 1), None)
    if KEY_COLUMN not in header or twice is not None:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The first line of “{path}” must name the columns, each once: “document” and any "
                "of {fields}. Nothing was imported.",
            ),
            path=str(path),
            fields=", ".join(NAMES),
        )
    descriptions.require_known(name for name in header if name != KEY_COLUMN)


def _row(
    header: Sequence[str], row: Sequence[str], line: int, path: Path
) -> tuple[str, Mapping[str, str]]:
    if len(row) > len(header):
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Line {line} of “{path}” has more cells ({found}) than there are columns "
                "({columns}). Nothing was imported.",
            ),
            line=line,
            path=str(path),
            found=len(row),
            columns=len(header),
        )
    cells = dict(zip(header, row, strict=False))
    name = cells.pop(KEY_COLUMN, "").strip()
    return name, {field: value.strip() for field, value in cells.items() if value.strip()}


def _named(documents: Sequence[Document], name: str, line: int | None = None) -> Document:
    found = [one for one in documents if one.key == name] or [
        one for one in documents if one.label == name
    ]
    if len(found) == 1:
        return found[0]
    where = "" if line is None else f"{line}: "
    raise UsageError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "{where}There is no document “{name}”, or several have that label. Nothing was "
            "changed. “corrector info” lists the keys and labels of all documents.",
        ),
        where=where,
        name=name,
    )
