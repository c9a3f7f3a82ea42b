"""Reads a TEI file of ours back: texts, versions, corrections, marks, places on the scans."""

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import unquote

from lxml import etree

from corrector.errors import InputError
from corrector.formats.projection import PageText, View, pages_of, parsed
from corrector.formats.tei.described_back import description_in
from corrector.formats.tei.reopened import ReopenedDocument, ReopenedPage, ReopenedVersion
from corrector.formats.tei.stages import Places, ReadPlace
from corrector.formats.tei.vocabulary import XML_ID, Element, tei
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.entries import Correction, Origin, Person
from corrector.scans.geometry import Box
from corrector.text.tokens import Span, tokenise

_WORD_ZONE: Final = re.compile(r".*_l(\d+)_w(\d+)")
_PAGE_OF_PDF: Final = re.compile(r"(.*)#page=(\d+)")


def read_back(content: bytes, name: str) -> ReopenedDocument:
    """Return what a TEI file of ours, diplomatic or inline, says of its document.

    Args:
        content: of the file.
        name: of the file, for messages.

    Raises:
        InputError: if it is not XML, was not written by Corrector, or has no lines.
    """
    try:
        root = parsed(content)
    except etree.XMLSyntaxError as error:
        raise _refused(name, str(error)) from error
    if root.find(f".//{tei('application')}[@ident='corrector']") is None:
        raise _refused(name, "Corrector did not write it")
    if root.find(f".//{tei('correction')}[@method='silent']") is not None:
        raise _refused(name, "a reading text has neither lines nor corrections")
    try:
        return _document(root, name)
    except (ValueError, IndexError, KeyError, AttributeError, RecursionError) as error:
        raise _refused(name, f"another program changed it ({error})") from error


def _document(root: Element, name: str) -> ReopenedDocument:
    places, people = Places(root), _people(root)
    pages = pages_of(root, View.CURRENT)
    breaks = list(root.iter(tei("pb")))
    label = root.findtext(f".//{tei('sourceDesc')}/{tei('bibl')}/{tei('title')}") or name
    return ReopenedDocument(
        label,
        description_in(root),
        tuple(
            _page(root, page, element, places.on(page), people)
            for page, element in zip(pages, breaks, strict=True)
        ),
    )


def _page(
    root: Element,
    page: PageText,
    page_break: Element,
    places: Sequence[ReadPlace],
    people: dict[str, Person],
) -> ReopenedPage:
    surface = _by_id(root, "surface", (page_break.get("facs") or "")[1:])
    graphic = None if surface is None else surface.find(tei("graphic"))
    changes = _changes(root, page_break)
    scan, frame = _scan(graphic)
    image = None if graphic is None else _by_id(root, "bibl", (graphic.get("corresp") or "")[1:])
    return ReopenedPage(
        label=_label(surface, changes, page_break),
        scan=scan,
        frame=frame,
        sha256="" if image is None else image.findtext(tei("idno")) or "",
        size=_size(graphic),
        versions=tuple(_versions(page.text, places, changes, people)),
        marks=tuple(page.marks),
        words=tuple(_words(page.text, surface)),
    )


def _versions(
    text: str, places: Sequence[ReadPlace], changes: Sequence[Element], people: dict[str, Person]
) -> Iterator[ReopenedVersion]:
    for change in changes:
        number = int(change.get("n") or 0)
        notes = {note.get("type"): note.text or "" for note in change.iterfind(tei("note"))}
        origin = change.get("type")
        yield ReopenedVersion(
            number=number,
            author=people.get((change.get("who") or "")[1:], Person("")),
            time=change.get("when") or "",
            origin=Origin(origin) if origin in set(Origin) else Origin.TYPED,
            note=notes.get("reason", ""),
            evidence=notes.get("evidence", ""),
            text=_text_in(text, places, number),
            corrections=tuple(_corrections(text, places, number)) if number else (),
        )


def _text_in(text: str, places: Sequence[ReadPlace], version: int) -> str:
    parts: list[str] = []
    position = 0
    for place in places:
        parts += (text[position : place.span.start], place.text_in(version))
        position = place.span.end
    return "".join([*parts, text[position:]])


def _corrections(text: str, places: Sequence[ReadPlace], version: int) -> Iterator[Correction]:
    """Yield what `version` changed against the one before."""
    before = after = position = 0
    for place in places:
        kept = place.span.start - position
        position = place.span.end
        old, new = place.text_in(version - 1), place.text_in(version)
        before, after = before + kept, after + kept
        stage = next((one for one in place.stages[1:] if one.version == version), None)
        if stage is not None and stage.cause is not None and old != new:
            yield Correction(
                old,
                new,
                Span(before, before + len(old)),
                Span(after, after + len(new)),
                stage.cause,
                stage.certainty,
                evidence=stage.evidence,
                note=stage.note,
                details=stage.details,
            )
        before, after = before + len(old), after + len(new)


def _changes(root: Element, page_break: Element) -> list[Element]:
    """Return the entries of the history that are about a page, oldest first."""
    target = f"#{page_break.get(XML_ID)}"
    found = [one for one in root.iter(tei("change")) if one.get("target") == target]
    return sorted(found, key=lambda one: int(one.get("n") or 0))


def _people(root: Element) -> dict[str, Person]:
    """Return who answers for what, by the ids of the statements."""
    found: dict[str, Person] = {}
    for statement in root.iter(tei("respStmt")):
        if len(statement):
            who = statement[-1]
            name = "".join(str(part) for part in who.itertext())
            identifier = who.get("ref") or who.get("key") or ""
            found[statement.get(XML_ID) or ""] = Person(name, identifier)
    return found


def _words(text: str, surface: Element | None) -> Iterator[tuple[Span, Box]]:
    """Yield the words that have a zone of their own."""
    if surface is None:
        return
    zones = {
        (int(found[1]) - 1, int(found[2]) - 1): zone
        for zone in surface.iter(tei("zone"))
        if (found := _WORD_ZONE.fullmatch(zone.get(XML_ID) or ""))
    }
    line = number = last = 0
    for token in tokenise(text) if zones else ():
        feeds = text.count("\n", last, token.span.start)
        line, number, last = line + feeds, 0 if feeds else number, token.span.start
        zone = zones.get((line, number))
        if zone is not None:
            left, top, right, bottom = (
                int(zone.get(one) or 0) for one in ("ulx", "uly", "lrx", "lry")
            )
            yield token.span, Box(left, top, right - left, bottom - top)
        number += 1


def _scan(graphic: Element | None) -> tuple[str | None, int]:
    if graphic is None:
        return None, 0
    url = graphic.get("url") or ""
    paged = _PAGE_OF_PDF.fullmatch(url)
    frame = int(graphic.get("n") or 1) - 1
    path, frame = (paged[1], int(paged[2]) - 1) if paged else (url, frame)
    return unquote(path, errors="surrogateescape"), frame


def _size(graphic: Element | None) -> tuple[int, int] | None:
    sides = [graphic.get(name) or "" for name in ("width", "height")] if graphic is not None else []
    numbers = [int(side[:-2]) for side in sides if side.endswith("px") and side[:-2].isdecimal()]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None  # noqa: PLR2004


def _label(surface: Element | None, changes: Sequence[Element], page_break: Element) -> str:
    if surface is not None and surface.get("n"):
        return surface.get("n") or ""
    told = re.match(r"Page “(.*)”, version \d+:", changes[0].text or "") if changes else None
    return told[1] if told else (page_break.get("n") or "").strip("[]")


def _by_id(root: Element, name: str, identifier: str) -> Element | None:
    found = (one for one in root.iter(tei(name)) if one.get(XML_ID) == identifier)
    return next(found, None) if identifier else None


def _refused(name: str, reason: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Formats",
            "“{file}” cannot be opened as a collection: {reason}. Nothing was made of it. Only TEI "
            "that Corrector wrote, diplomatic or inline, can be opened again.",
        ),
        file=name,
        reason=reason,
    )
