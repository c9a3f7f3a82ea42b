"""Reads texts back out of a TEI file of ours: as it is now, as the page has it, as the machine."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from lxml import etree

from corrector.formats.tei.vocabulary import MACHINE_WITNESS, XML_ID, Element, local_name, tei
from corrector.text.marks import Mark
from corrector.text.tokens import Span


class View(StrEnum):
    """Which of the texts in a file is meant."""

    CURRENT = "current"
    """As the person left it: misreadings mended, errors of the source emended."""
    DIPLOMATIC = "diplomatic"
    """As on the page: misreadings mended, errors of the source as they stand."""
    MACHINE = "machine"
    """As the first version was: the readings before any correction put back."""


@dataclass(slots=True)
class PageText:
    """The text of one page of a file.

    Attributes:
        text: in the view that was asked for.
        spans: where the elements with an id stand in it, by id.
        marks: what was said about spans of it, in their order.
    """

    text: str
    spans: dict[str, Span] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)


PROPOSED: Final = "proposed"
"""Type of a correction that the record's text does not have: it has the error of the source."""

_SILENT: Final = frozenset({"space", "gap", "figure"})
_BLOCKS: Final = frozenset(
    (
        *("p", "ab", "head", "byline", "dateline", "salute", "address", "signed", "postscript"),
        *("trailer", "table", "fw", "note"),
    )
)
"""Elements that begin before the line break that they begin with."""
_OUTER_BLOCKS: Final = _BLOCKS - {"fw", "note"}
_BLOCK_END: Final = "\n\n"


def parsed(content: bytes) -> Element:
    """Return the root of a TEI file; nothing outside the file is read.

    Raises:
        lxml.etree.XMLSyntaxError: if it is not well-formed.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)


def texts_of_pages(root: Element, view: View) -> list[str]:
    """Return the text of each page of a TEI file with lines, in order."""
    return [page.text for page in pages_of(root, view)]


def pages_of(root: Element, view: View, *, running: bool = False) -> list[PageText]:
    """Return the pages of a TEI file with what is known of their texts, in order.

    Args:
        root: of the file.
        view: which of its texts is meant; only the current one has marks.
        running: the file has blocks instead of lines.
    """
    pages = _Projection(root, view, running=running).pages()
    if view is View.CURRENT:
        _put_marks(root, pages)
    return pages


def _put_marks(root: Element, pages: list[PageText]) -> None:
    """Give the marks that the notes of a file tell of to the pages that they point at."""
    page_of = {identifier: page for page in pages for identifier in page.spans}
    authors = {
        statement.get(XML_ID): "".join(str(part) for part in statement[-1].itertext())
        for statement in root.iter(tei("respStmt"))
        if len(statement)
    }
    found: list[tuple[tuple[int, str], PageText, Mark]] = []
    for note in root.iterfind(f"{tei('standOff')}/{tei('note')}"):
        start = (note.get("target") or "")[1:]
        end = (note.get("targetEnd") or note.get("target") or "")[1:]
        page = page_of.get(start)
        if note.get("type") == "mark" and page is not None and end in page.spans:
            span = Span(page.spans[start].start, page.spans[end].end)
            order = start.removesuffix("s")
            found.append(((len(order), order), page, _mark(note, span, authors)))
    for _, page, mark in sorted(found, key=lambda one: one[0]):
        page.marks.append(mark)


def _mark(note: Element, span: Span, authors: dict[str | None, str]) -> Mark:
    date = note.find(tei("date"))
    said = [note.text or ""] if date is None else [date.tail or ""]
    fields = [
        (item.get("n") or "", item.text or "")
        for item in note.iterfind(f"{tei('list')}/{tei('item')}")
    ]
    return Mark(
        kind=note.get("n") or note.get("subtype") or "",
        span=span,
        author=authors.get((note.get("resp") or "")[1:], ""),
        time="" if date is None else date.get("when") or "",
        note="".join(said),
        fields=tuple(fields),
    )


def _without_feeds(text: str | None) -> str:
    """Return `text` without line feeds: they only lay out the file."""
    return (text or "").replace("\n", "")


class _Page:
    """A page on its way out of a file."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.starts: dict[str, int] = {}
        self.spans: dict[str, Span] = {}
        self.fresh: list[str] = []
        self.columns: list[str] = []
        self.first_line = self.first_block = True

    def add(self, text: str) -> None:
        """Go on with `text`."""
        if text:
            self.parts.append(text)
            self.length += len(text)
            self.fresh.clear()
            self.columns.clear()

    def done(self) -> PageText:
        """Return the page as it was read."""
        return PageText("".join(self.parts), self.spans)


class _Projection:
    """One walk through the text of a file."""

    def __init__(self, root: Element, view: View, *, running: bool) -> None:
        self._root = root
        self._view = view
        self._running = running
        self._pages: list[_Page] = []
        self._skipped_to: str | None = None
        self._entries = {(entry.get("from") or "")[1:]: entry for entry in root.iter(tei("app"))}
        self._inside_block = 0

    def pages(self) -> list[PageText]:
        """Return all pages."""
        body = self._root.find(f"{tei('text')}/{tei('body')}")
        if body is not None:
            self._content(body)
        return [page.done() for page in self._pages]

    def _content(self, element: Element) -> None:
        self._add(_without_feeds(element.text))
        for inner in element:
            self._element(inner)
            self._add(_without_feeds(inner.tail))

    def _add(self, text: str) -> None:
        if text and self._skipped_to is None and self._pages:
            self._pages[-1].add(text)

    def _element(self, element: Element) -> None:
        name, identifier = local_name(element), element.get(XML_ID)
        if self._skipped_to is not None and self._skipped_to == identifier:
            self._skipped_to = None
        elif name == "pb":
            self._pages.append(_Page())
            self._pages[-1].first_block = not self._inside_block
        elif name == "lb":
            self._line_break()
        elif self._view is View.MACHINE and identifier in self._entries:
            self._replaced(self._entries[identifier])
        else:
            self._spanned(element, name, identifier)

    def _line_break(self) -> None:
        page = self._pages[-1]
        fresh, columns = list(page.fresh), list(page.columns)
        self._add("" if page.first_line and not self._running else "\n")
        page.first_line = False
        for identifier in fresh:
            page.starts[identifier] = page.length
        for identifier in columns:
            page.spans[identifier] = Span(page.length, page.length)
        page.fresh.clear()
        page.columns.clear()

    def _spanned(self, element: Element, name: str, identifier: str | None) -> None:
        """Read the content of an element and remember where it stands."""
        block = name in _OUTER_BLOCKS or (name == "note" and not self._inside_block)
        if block:
            self._begin_block(element, name)
        page = self._pages[-1] if self._pages else None
        if page is None or identifier is None:
            self._chosen(element, name)
        else:
            page.starts[identifier] = page.length
            if name in _BLOCKS:
                page.fresh.append(identifier)
            elif name == "cb":
                page.columns.append(identifier)
            else:
                page.fresh.clear()
                page.columns.clear()
            self._chosen(element, name)
            page.spans[identifier] = Span(page.starts[identifier], page.length)
        self._inside_block -= block

    def _begin_block(self, element: Element, name: str) -> None:
        """Put what stands between two blocks of a running text; the first page begins inside."""
        self._inside_block += 1
        begins_page = element.find(tei("pb")) is not None and name == "ab"
        if self._running and self._pages and self._inside_block == 1 and not begins_page:
            page = self._pages[-1]
            self._add("" if page.first_block else _BLOCK_END)
            page.first_block = False

    def _chosen(self, element: Element, name: str) -> None:
        """Read what of the element belongs to the view."""
        if name == "choice":
            self._content_of(element, self._choice(element))
        elif name == "app":
            self._inline(element)
        elif name not in _SILENT:
            self._content(element)

    def _choice(self, element: Element) -> str:
        """Return which of the readings of a choice stands in the text."""
        corr = element.find(tei("corr"))
        if corr is None:
            return local_name(element[0])
        emended = self._view is View.CURRENT and corr.get("type") != PROPOSED
        return "corr" if emended else "sic"

    def _content_of(self, element: Element, name: str) -> None:
        inner = element.find(tei(name))
        if inner is not None:
            self._content(inner)

    def _inline(self, entry: Element) -> None:
        if self._view is View.MACHINE:
            self._machine_reading(entry)
        else:
            self._content_of(entry, "lem")

    def _replaced(self, entry: Element) -> None:
        """Put the machine's reading in the place of what `entry` points at."""
        self._machine_reading(entry)
        if self._skipped_to is None and entry.get("to") != entry.get("from"):
            self._skipped_to = (entry.get("to") or "")[1:]

    def _machine_reading(self, entry: Element) -> None:
        if self._pages:
            # A page that was emptied begins without a line start; those of the reading are its own.
            self._pages[-1].first_line = False
        for reading in entry.iterfind(tei("rdg")):
            if (reading.get("wit") or "")[1:] == MACHINE_WITNESS:
                self._content(reading)
