"""Writes a page with its places: afresh from the record, or into the file it was imported from."""

from collections.abc import Callable
from dataclasses import dataclass

from corrector.formats.file_names import safe_stem
from corrector.formats.layout.notices import notices_of, reading_of
from corrector.formats.layout.placed_page import PlacedPage
from corrector.formats.layout.placing import placed_page
from corrector.formats.material import DocumentMaterial, PageMaterial
from corrector.formats.originals.correcting import Rewrite, corrected_original
from corrector.formats.written import CannotHoldError, WrittenFile
from corrector.messages import QT_TRANSLATE_NOOP, Message


@dataclass(frozen=True, slots=True)
class PlacedFormat:
    """A format with places.

    Attributes:
        suffix: of its files.
        write: returns a page as a new file; the last argument is the version of the program.
        rewrite: how its imported files are corrected.
    """

    suffix: str
    write: Callable[[PageMaterial, PlacedPage, str], bytes]
    rewrite: Rewrite


def write_placed(
    material: DocumentMaterial, kind: PlacedFormat, *, afresh: bool = False
) -> WrittenFile:
    """Return the one page of `material` as a file of `kind`.

    Args:
        material: a document of one page.
        kind: the format.
        afresh: also where the page was imported from a file of this format.

    Raises:
        CannotHoldError: if it is not one page, or nobody knows the places of its words.
    """
    page = _only_page(material)
    name = f"{safe_stem(material.document.label or material.document.key)}{kind.suffix}"
    notices: list[Message] = []
    if not afresh and page.original is not None and page.versions:
        content = corrected_original(page, page.original, kind.rewrite, material.program_version)
        if isinstance(content, bytes):
            return WrittenFile(name, content, ())
        notices += [content] if content is not None else []
    placed = placed_page(page, reading_of(page))
    notices += notices_of(page)
    return WrittenFile(name, kind.write(page, placed, material.program_version), tuple(notices))


def _only_page(material: DocumentMaterial) -> PageMaterial:
    if len(material.pages) != 1:
        raise CannotHoldError(
            QT_TRANSLATE_NOOP(
                "Formats",
                "A file of this format holds one page, and “{document}” has {count}. Nothing was "
                "written. Export page by page.",
            ),
            document=material.document.label,
            count=len(material.pages),
        )
    return material.pages[0]
