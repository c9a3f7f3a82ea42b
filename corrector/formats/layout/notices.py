"""What has to be said of a page that is written with its places, or cannot be."""

from collections.abc import Iterator

from corrector.formats.material import PageMaterial
from corrector.formats.tei.characters import code_point_names, refused
from corrector.formats.written import CannotHoldError
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.ocr.words import Reading


def reading_of(material: PageMaterial) -> Reading:
    """Return the reading that says where the words of the page stand.

    Raises:
        CannotHoldError: if there is none.
    """
    label = material.page.label
    if material.page.scan is None:
        raise CannotHoldError(
            QT_TRANSLATE_NOOP(
                "Formats",
                "Page “{page}” has no scan, so its words have no places: it was not written. Its "
                "text is in TXT and TEI.",
            ),
            page=label,
        )
    if material.reading is None:
        raise CannotHoldError(
            QT_TRANSLATE_NOOP(
                "Formats",
                "Nobody knows where the words of page “{page}” stand on its scan: it was not "
                "written. Recognise the page or show the places of its words, then export again.",
            ),
            page=label,
        )
    return material.reading


def notices_of(material: PageMaterial) -> Iterator[Message]:
    """Yield what is different from what one may expect."""
    lost = refused(material.text)
    if lost:
        yield message(
            QT_TRANSLATE_NOOP(
                "Formats",
                "Page “{page}”: XML cannot hold {characters}. They were left out of the file; the "
                "text in the record is unchanged.",
            ),
            page=material.page.label,
            characters=code_point_names(lost),
        )
