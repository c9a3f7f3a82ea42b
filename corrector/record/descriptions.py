"""What people say of documents: titles, persons, dates, places; the collection has defaults."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sqlalchemy import ColumnElement, Connection, Table, select, update

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.packing import canonical, unpacked_mapping
from corrector.record.schema import COLLECTION, DOCUMENT
from corrector.record.versions import require_storable


@dataclass(frozen=True, slots=True)
class DescriptionField:
    """One thing that can be said of a document.

    Attributes:
        name: by which the record, formats and tables in CSV know it.
        label: what the window says, with a mnemonic.
        long: whether it takes several lines.
    """

    name: str
    label: str
    long: bool = False


FIELDS: Final[tuple[DescriptionField, ...]] = (
    DescriptionField("title", QT_TRANSLATE_NOOP("Descriptions", "&Title")),
    DescriptionField("author", QT_TRANSLATE_NOOP("Descriptions", "&Author")),
    DescriptionField("recipient", QT_TRANSLATE_NOOP("Descriptions", "&Recipient")),
    DescriptionField("date", QT_TRANSLATE_NOOP("Descriptions", "&Date")),
    DescriptionField("place", QT_TRANSLATE_NOOP("Descriptions", "&Place")),
    DescriptionField("date-received", QT_TRANSLATE_NOOP("Descriptions", "Date recei&ved")),
    DescriptionField("place-received", QT_TRANSLATE_NOOP("Descriptions", "Place r&eceived")),
    DescriptionField("repository", QT_TRANSLATE_NOOP("Descriptions", "Rep&ository")),
    DescriptionField("collection", QT_TRANSLATE_NOOP("Descriptions", "&Collection")),
    DescriptionField("shelfmark", QT_TRANSLATE_NOOP("Descriptions", "&Shelfmark")),
    DescriptionField(
        "declassification-case", QT_TRANSLATE_NOOP("Descriptions", "Declassi&fication case")
    ),
    DescriptionField("language", QT_TRANSLATE_NOOP("Descriptions", "&Language (en, de, fr …)")),
    DescriptionField("keywords", QT_TRANSLATE_NOOP("Descriptions", "&Keywords (separated by ;)")),
    DescriptionField("licence", QT_TRANSLATE_NOOP("Descriptions", "L&icence")),
    DescriptionField(
        "editorial-declaration",
        QT_TRANSLATE_NOOP("Descriptions", "Editorial declaratio&n"),
        long=True,
    ),
)
"""All fields in the order of the form; every one may be empty."""

NAMES: Final = tuple(field.name for field in FIELDS)
_STORED: Final = "description:"
"""Before the names among the details, which hold other things as well."""


def description_of_collection(connection: Connection) -> Mapping[str, str]:
    """Return what is said of all documents that say nothing else."""
    return _said(connection.execute(select(COLLECTION.c.details)).scalar_one())


def description_of(connection: Connection, key: str) -> Mapping[str, str]:
    """Return what is said of the document called `key` itself, without defaults."""
    wanted = select(DOCUMENT.c.details).where(DOCUMENT.c.key == key)
    return _said(connection.execute(wanted).scalar_one())


def whole_description(connection: Connection, key: str) -> Mapping[str, str]:
    """Return what is said of the document called `key`, the collection's defaults filled in."""
    return MappingProxyType(
        {**description_of_collection(connection), **description_of(connection, key)}
    )


def describe_collection(connection: Connection, said: Mapping[str, str]) -> None:
    """Change what is said of the collection; an empty value takes a field back.

    Raises:
        UsageError: if there is no such field.
        InputError: if a value holds what no text can.
    """
    _change(connection, COLLECTION, COLLECTION.c.id == 1, said)


def describe(connection: Connection, key: str, said: Mapping[str, str]) -> None:
    """Change what is said of the document called `key`; an empty value takes a field back.

    Raises:
        UsageError: if there is no such field.
        InputError: if a value holds what no text can.
    """
    _change(connection, DOCUMENT, DOCUMENT.c.key == key, said)


def require_known(names: Iterable[str]) -> None:
    """Refuse names of which there is no field.

    Raises:
        UsageError: naming the first of them, and all fields.
    """
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A document has no field “{field}”. Nothing was changed. The fields are: {fields}.",
            ),
            field=unknown[0],
            fields=", ".join(NAMES),
        )


def _said(details: str) -> Mapping[str, str]:
    found = unpacked_mapping(details)
    return MappingProxyType(
        {name: found[f"{_STORED}{name}"] for name in NAMES if f"{_STORED}{name}" in found}
    )


def _change(
    connection: Connection, table: Table, row: ColumnElement[bool], said: Mapping[str, str]
) -> None:
    require_known(said)
    details = dict(
        unpacked_mapping(connection.execute(select(table.c.details).where(row)).scalar_one())
    )
    for name, value in said.items():
        require_storable(value)
        details.pop(f"{_STORED}{name}", None)
        if value.strip():
            details[f"{_STORED}{name}"] = value.strip()
    connection.execute(update(table).where(row).values(details=canonical(details)))
