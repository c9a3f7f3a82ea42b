"""What must be true of every file before it is handed out, checked on the file's own bytes."""

from collections.abc import Iterator, Sequence

from corrector.formats.material import DocumentMaterial, PageMaterial
from corrector.formats.projection import PageText, View, pages_of, parsed, texts_of_pages
from corrector.formats.reading_text import reading_of
from corrector.formats.rewriting import Rewriting
from corrector.formats.tei.characters import permitted, visible
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.vocabulary import XML_ID, Element, local_name, tei
from corrector.text.tokens import Span

_POINTERS = (
    "facs", "corresp", "resp", "who", "change", "wit", "from", "to", "target", "targetEnd", "hand",
    "new", "next", "prev",
)  # fmt: skip


class InvariantError(AssertionError):
    """A file of ours does not say what the record says: a fault of the program."""


def check_invariants(content: bytes, material: DocumentMaterial, profile: Profile) -> None:
    """Check a written file against what it was written from.

    Raises:
        InvariantError: naming the first thing that is not as it must be.
    """
    root = parsed(content)
    for fault in _faults(root, material, profile):
        raise InvariantError(fault)


def _faults(root: Element, material: DocumentMaterial, profile: Profile) -> Iterator[str]:
    yield from _pointer_faults(root)
    yield from _zone_faults(root)
    yield from _entry_faults(root)
    running = profile is Profile.READING
    found = pages_of(root, View.CURRENT, running=running)
    shown = [_shown(page, running=running) for page in material.pages]
    yield from _text_faults("current", [page.text for page in found], [page[0] for page in shown])
    yield from _mark_faults(found, [page[1] for page in shown])
    if not running:
        expected = [permitted(_first_text(page)) for page in material.pages]
        yield from _text_faults("machine", texts_of_pages(root, View.MACHINE), expected)


def _shown(page: PageMaterial, *, running: bool) -> tuple[str, list[tuple[str, Span]]]:
    """Return what the file must say of a page: its text, and kinds and spans of its marks."""
    marks = page.versions[-1].marks if page.versions else ()
    text, marks = reading_of(page.text, marks) if running else (page.text, marks)
    if permitted(text) == text:
        whole = [mark for mark in marks if 0 <= mark.span.start <= mark.span.end <= len(text)]
        return text, [(visible(mark.kind), mark.span) for mark in whole]
    rewriting = Rewriting(text)
    for position, character in enumerate(text):
        if not permitted(character):
            rewriting.take(position)
            rewriting.drop(position + 1)
    return rewriting.exact_result([(visible(mark.kind), mark.span) for mark in marks])


def _mark_faults(
    found: Sequence[PageText], expected: Sequence[Sequence[tuple[str, Span]]]
) -> Iterator[str]:
    for position, (page, wanted) in enumerate(zip(found, expected, strict=True), start=1):
        marks = [(mark.kind, mark.span) for mark in page.marks]
        if marks != wanted:
            yield f"marks of page {position} differ: {marks!r} instead of {wanted!r}"


def _first_text(page: PageMaterial) -> str:
    return page.versions[0].text if page.versions else ""


def _text_faults(name: str, found: Sequence[str], expected: Sequence[str]) -> Iterator[str]:
    if len(found) != len(expected):
        yield f"{name} text: {len(found)} pages instead of {len(expected)}"
        return
    for position, (text, wanted) in enumerate(zip(found, expected, strict=True), start=1):
        if text != wanted:
            yield f"{name} text of page {position} differs: {text!r} instead of {wanted!r}"


def _pointer_faults(root: Element) -> Iterator[str]:
    """Yield ids given twice and pointers to nothing (the parser itself refuses the former)."""
    elements = list(root.iter())
    ids = [element.get(XML_ID) for element in elements if element.get(XML_ID)]
    known = set(ids)
    if len(ids) != len(known):
        yield "an xml:id is given twice"
    for element in elements:
        for name in _POINTERS:
            for target in (element.get(name) or "").split():
                if target.startswith("#") and target[1:] not in known:
                    yield f"{local_name(element)}/@{name} points at nothing: {target}"


def _zone_faults(root: Element) -> Iterator[str]:
    """Yield zones outside their surface and lines whose zone is on another page."""
    surface_of: dict[str, str] = {}
    for surface in root.iter(tei("surface")):
        for zone in surface.iter(tei("zone")):
            identifier = zone.get(XML_ID) or ""
            surface_of[identifier] = surface.get(XML_ID) or ""
            if not _inside(zone, surface):
                yield f"zone {identifier} is not inside its surface"
    current = ""
    for element in root.iterfind(f"{tei('text')}//*"):
        target = (element.get("facs") or "")[1:]
        if element.tag == tei("pb"):
            current = target
        elif target and surface_of.get(target) != current:
            yield f"zone {target} is not on the page {current}"


def _inside(zone: Element, surface: Element) -> bool:
    left, top, right, bottom = (int(zone.get(name) or -1) for name in ("ulx", "uly", "lrx", "lry"))
    return 0 <= left < right <= int(surface.get("lrx") or 0) and 0 <= top < bottom <= int(
        surface.get("lry") or 0
    )


def _entry_faults(root: Element) -> Iterator[str]:
    """Yield entries of the apparatus that do not tell a change, or not who made it."""
    for entry in root.iter(tei("app")):
        lemma, reading = entry.find(tei("lem")), entry.findall(tei("rdg"))[-1:]
        name = entry.get(XML_ID)
        if lemma is None or not reading:
            yield f"{name} has no lemma or no reading"
        elif not lemma.get("resp") or not lemma.get("change"):
            yield f"{name} does not say who changed it and when"
        elif _spelt(lemma) == _spelt(reading[0]):
            yield f"{name} changes nothing"


def _spelt(element: Element) -> list[str]:
    """Return the content of a reading with its line starts, without marks and notes."""
    return [
        text
        for inner in element.iter()
        for text in (
            "<lb>" if inner.tag == tei("lb") else "",
            (inner.text or "").replace("\n", ""),
            (inner.tail or "").replace("\n", "") if inner is not element else "",
        )
        if text
    ]
