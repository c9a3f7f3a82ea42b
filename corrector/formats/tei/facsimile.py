"""The facsimile: a surface for each scan, with the file and the lines that are known on it."""

from pathlib import PurePosixPath
from urllib.parse import quote

from corrector.formats.tei.forms import kind_token
from corrector.formats.tei.identifiers import pointer
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.vocabulary import XML_ID, Element, child
from corrector.scans.geometry import Box


def write_facsimile(contexts: list[PageContext], root: Element) -> None:
    """Append the facsimile of all pages that have a scan; nothing where none has."""
    scanned = [context for context in contexts if context.material.page.scan is not None]
    if not scanned:
        return
    facsimile = child(root, "facsimile")
    for context in scanned:
        _surface(context, facsimile)


def relative_url(path: str, frame: int = 0) -> str:
    """Return `path`, relative with forward slashes, percent-encoded; a PDF's page as a fragment."""
    url = quote(path, safe="/", errors="surrogateescape")
    paged = PurePosixPath(path).suffix.lower() == ".pdf"
    return f"{url}#page={frame + 1}" if paged else url


def _surface(context: PageContext, facsimile: Element) -> None:
    page, size = context.material.page, context.material.size
    attributes = {XML_ID: context.ids.surface, "n": page.label}
    surface = child(facsimile, "surface", attributes | (_corners(Box(0, 0, *size)) if size else {}))
    graphic = {
        "url": relative_url(page.scan or "", page.frame),
        "n": str(page.frame + 1) if page.frame else None,
        "mimeType": context.material.scan_mime,
        "width": f"{size[0]}px" if size else None,
        "height": f"{size[1]}px" if size else None,
        "corresp": pointer(context.ids.image),
    }
    child(surface, "graphic", graphic)
    lines: dict[int, Element] = {}
    for line, box in sorted(context.zones.items()):
        zone = {XML_ID: context.ids.line_zone(line), "type": "line"}
        lines[line] = child(surface, "zone", zone | _corners(box))
    for word in context.words:
        zone = {XML_ID: context.ids.word_zone(word.line, word.number), "type": "word"}
        child(lines.get(word.line, surface), "zone", zone | _corners(word.box))
    kinds = {one.ordinal: kind_token(one.mark.kind) for one in context.numbered_marks}
    for ordinal, box in context.mark_zones.items():
        zone = {XML_ID: context.ids.mark_zone(ordinal), "type": "region", "subtype": kinds[ordinal]}
        child(surface, "zone", zone | _corners(box))


def _corners(box: Box) -> dict[str, str]:
    return {
        "ulx": str(box.x),
        "uly": str(box.y),
        "lrx": str(box.right),
        "lry": str(box.bottom),
    }
