"""All corrections of a document as a table in CSV: what was changed, by whom, when and why."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Final

from corrector.formats.initials import as_wished
from corrector.formats.material import DocumentMaterial, PageMaterial

SUFFIX: Final = ".changes.csv"
COLUMNS: Final = (
    *("document", "page", "version", "time", "author", "identifier", "old", "new"),
    *("old_start", "old_end", "start", "end", "cause", "certainty", "evidence", "note"),
    *("origin", "details", "version_note", "version_evidence"),
)
_UTF8_WITH_MARK: Final = "utf-8-sig"
"""Spreadsheets take a file without the mark for one of Windows-1252."""


def changes_table(material: DocumentMaterial) -> bytes:
    """Return the table; one row for each correction, pages and versions in order.

    Positions are code points: of `old` in the text before, of `new` in that of the version.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    document = material.document.label or material.document.key
    for page in material.pages:
        writer.writerows([document, *row] for row in _rows(page, material.wishes))
    return file.getvalue().encode(_UTF8_WITH_MARK, errors="replace")


def changes_beside(material: DocumentMaterial) -> tuple[tuple[str, bytes], ...]:
    """Return the table as a file beside the text, where that was wished."""
    if not material.wishes.get("changes"):
        return ()
    return ((SUFFIX, changes_table(material)),)


def _rows(page: PageMaterial, wishes: Mapping[str, str]) -> Iterator[list[object]]:
    for version in page.versions:
        author = as_wished(version.author, wishes)
        for correction in version.corrections:
            details = "; ".join(
                f"{name}: {value}" for name, value in sorted(correction.details.items())
            )
            yield [
                page.page.label,
                version.number,
                version.time,
                author.name,
                author.identifier,
                correction.old,
                correction.new,
                correction.old_span.start,
                correction.old_span.end,
                correction.span.start,
                correction.span.end,
                correction.cause.value,
                correction.certainty.value,
                correction.evidence,
                correction.note,
                correction.origin.value,
                details,
                version.note,
                version.evidence,
            ]
