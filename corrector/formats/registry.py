"""The table of formats: a new format is a new file and one entry here.

The writers are loaded when they are needed: the table itself is read by what starts fast.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from corrector.errors import UsageError
from corrector.formats import loading
from corrector.formats.format import Format, Kind
from corrector.formats.units import Unit
from corrector.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from corrector.formats.written import WrittenFile


def _with_places(name: str, suffix: str, title: str, write: Callable[..., "WrittenFile"]) -> Format:
    """Return a format of one page and the places of its words."""
    kept = QT_TRANSLATE_NOOP("Formats", "Into a copy of the imported file, if there was one")
    afresh = QT_TRANSLATE_NOOP("Formats", "Always a new file")
    return Format(
        name,
        suffix,
        title,
        {"kept": Kind(kept, write), "new": Kind(afresh, lambda m: write(m, afresh=True))},
        unit=Unit.PAGE,
        only_unit=True,
        needs_hashes=True,
    )


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            Format(
                "txt",
                ".txt",
                QT_TRANSLATE_NOOP("Formats", "Plain text (TXT)"),
                {
                    "page": Kind(
                        QT_TRANSLATE_NOOP("Formats", "As on the page, in UTF-8"), loading.plain_text
                    ),
                    "original": Kind(
                        QT_TRANSLATE_NOOP("Formats", "As on the page, in the file's own encoding"),
                        lambda material: loading.plain_text(material, keep_encoding=True),
                    ),
                    "reading": Kind(
                        QT_TRANSLATE_NOOP("Formats", "Reading text, lines joined"),
                        loading.reading_text,
                    ),
                },
                unit=Unit.AS_IMPORTED,
            ),
            Format(
                "tei",
                ".xml",
                QT_TRANSLATE_NOOP("Formats", "TEI (XML), a file for each document"),
                {
                    "diplomatic": Kind(
                        QT_TRANSLATE_NOOP("Formats", "As on the page, corrections beside it"),
                        loading.tei("diplomatic"),
                    ),
                    "inline": Kind(
                        QT_TRANSLATE_NOOP("Formats", "As on the page, corrections within"),
                        loading.tei("inline"),
                    ),
                    "reading": Kind(
                        QT_TRANSLATE_NOOP("Formats", "Reading text, corrected silently"),
                        loading.tei("reading"),
                    ),
                },
            ),
            Format(
                "prov",
                ".prov.json",
                QT_TRANSLATE_NOOP("Formats", "Provenance (PROV-JSON), a file for each document"),
                {
                    "history": Kind(
                        QT_TRANSLATE_NOOP("Formats", "Who changed what, when and why"),
                        loading.provenance,
                    )
                },
                needs_hashes=True,
            ),
            _with_places(
                "hocr",
                ".hocr",
                QT_TRANSLATE_NOOP("Formats", "hOCR, a file for each page"),
                loading.hocr,
            ),
            _with_places(
                "alto",
                ".alto.xml",
                QT_TRANSLATE_NOOP("Formats", "ALTO (XML), a file for each page"),
                loading.alto,
            ),
            _with_places(
                "page",
                ".page.xml",
                QT_TRANSLATE_NOOP("Formats", "PAGE (XML), a file for each page"),
                loading.page_xml,
            ),
            Format(
                "pdf",
                ".pdf",
                QT_TRANSLATE_NOOP("Formats", "Searchable PDF, a file for each document"),
                {
                    "scans": Kind(
                        QT_TRANSLATE_NOOP(
                            "Formats", "Scans as they are, the text unseen upon them"
                        ),
                        loading.searchable_pdf,
                    )
                },
                readable=False,
            ),
            Format(
                "bag",
                "",
                QT_TRANSLATE_NOOP("Formats", "Package for an archive (BagIt), a folder"),
                {
                    "scans": Kind(
                        QT_TRANSLATE_NOOP("Formats", "Scans, texts, provenance and the record")
                    ),
                    "hashes": Kind(
                        QT_TRANSLATE_NOOP("Formats", "The same, of the scans only their hashes")
                    ),
                },
                unit=Unit.COLLECTION,
                only_unit=True,
                needs_hashes=True,
                package=True,
                readable=False,
            ),
        )
    }
)
"""All formats by name, the usual one first."""


def format_named(name: str) -> Format:
    """Return the format called `name`.

    Raises:
        UsageError: if there is none.
    """
    if name not in FORMATS:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Formats",
                "There is no format “{format}”. There are: {formats}. Nothing was written.",
            ),
            format=name,
            formats=", ".join(FORMATS),
        )
    return FORMATS[name]
