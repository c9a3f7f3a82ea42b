"""Writes a document as a PDF: its scans page by page, the corrected text unseen upon them."""

import io
from collections.abc import Iterator
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from corrector.errors import InputError
from corrector.formats.file_names import safe_stem
from corrector.formats.layout.placing import placed_page
from corrector.formats.material import DocumentMaterial, PageMaterial
from corrector.formats.page_image import PageImage
from corrector.formats.searchable_pdf.image import drawing, image_object
from corrector.formats.searchable_pdf.text_layer import Sheet, text_layer
from corrector.formats.searchable_pdf.unseen_font import UnseenFonts
from corrector.formats.tei.characters import visible
from corrector.formats.written import CannotHoldError, WrittenFile
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.scans.geometry import upright_size

SUFFIX: Final = ".pdf"

_POINTS_AN_INCH: Final = 72
_USUAL_RESOLUTION: Final = 300.0
"""Dots an inch of a scan that does not say."""
_LONGEST_SIDE: Final = 14_400
"""Points that a page may be long: the format's own limit of 200 inches."""
_IMAGE: Final = "Im0"


def write_pdf(material: DocumentMaterial) -> WrittenFile:
    """Return the scans of the document with its text; pages without a scan are left out.

    Raises:
        CannotHoldError: if no page has a scan that can be read.
    """
    notices: list[Message] = []
    pdf = Pdf.new()
    fonts = UnseenFonts()
    for page in material.pages:
        notices += _add_page(pdf, page, fonts)
    if not len(pdf.pages):
        first = notices[0]
        raise CannotHoldError(first.template, **first.values)
    resources = fonts.written_to(pdf)
    for sheet in pdf.pages:
        sheet.Resources.Font = resources
    label = material.document.label or material.document.key
    pdf.docinfo["/Title"] = visible(label)
    pdf.docinfo["/Producer"] = f"Corrector {material.program_version}".strip()
    return WrittenFile(f"{safe_stem(label)}{SUFFIX}", _bytes(pdf), tuple(notices))


def _add_page(pdf: Pdf, page: PageMaterial, fonts: UnseenFonts) -> Iterator[Message]:
    if page.image is None:
        yield _without_scan(page)
        return
    try:
        image = page.image()
    except InputError as error:
        yield error.message
        return
    width, height = upright_size(image.width, image.height, image.orientation)
    scale = _scale(image, max(width, height))
    parts = [drawing(image, _IMAGE, scale, height * scale)]
    if page.reading is not None:
        sheet = Sheet(image.width, image.height, image.orientation, scale, height * scale)
        parts.append(text_layer(placed_page(page, page.reading), sheet, fonts))
    elif page.versions:
        yield _without_places(page)
    content = Stream(pdf, b"\n".join(parts))
    sheet_object = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(width * scale, 3), round(height * scale, 3)]),
        Contents=pdf.make_indirect(content),
        Resources=Dictionary(XObject=Dictionary({f"/{_IMAGE}": image_object(pdf, image)})),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(sheet_object)))


def _scale(image: PageImage, longest: int) -> float:
    wanted = _POINTS_AN_INCH / (image.resolution or _USUAL_RESOLUTION)
    return min(wanted, _LONGEST_SIDE / longest)


def _bytes(pdf: Pdf) -> bytes:
    """Return the file; the same document gives the same bytes."""
    written = io.BytesIO()
    pdf.save(
        written,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return written.getvalue()


def _without_scan(page: PageMaterial) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "Formats",
            "Page “{page}” has no scan and is not in the PDF; its text is in TXT and TEI.",
        ),
        page=page.page.label,
    )


def _without_places(page: PageMaterial) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "Formats",
            "Nobody knows where the words of page “{page}” stand on its scan: in the PDF it is a "
            "picture without text. Recognise it, then export again.",
        ),
        page=page.page.label,
    )
