"""Reads texts back out of a TEI file of ours: as it is now, as the page has it, as the machine."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from lxml import etree

from corrector.formats.tei.vocabulary import MACHINE_WITNESS, XML_ID, Element, local_name, tei


class View(StrEnum):
    """Which of the texts in a file is meant."""

    CURRENT = "current"
    """As the person left it: misreadings mended, errors of the source emended."""
    DIPLOMATIC = "diplomatic"
    """As on the page: misreadings mended, errors of the source as they stand."""
    MACHINE = "machine"
    """As the first version was: the readings before any correction put back."""


_OF_CHOICE: Final = {View.CURRENT: "corr", View.DIPLOMATIC: "sic", View.MACHINE: "sic"}
_SILENT: Final = frozenset({"note", "space", "gap"})
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
    return _Projection(root, view).pages()


def reading_texts_of_pages(root: Element) -> list[str]:
    """Return the text of each page of a TEI file of running text, in order."""
    pages: list[list[str]] = []
    for block in root.iter(tei("ab")):
        if block.find(tei("pb")) is not None:
            pages.append([])
        if pages:
            pages[-1].append("".join(_words(block)))
    return [_BLOCK_END.join(block for block in blocks if block) for blocks in pages]


def _words(element: Element) -> Iterator[str]:
    yield _without_feeds(element.text)
    for inner in element:
        if local_name(inner) not in _SILENT:
            yield from _words(inner)
        yield _without_feeds(inner.tail)


def _without_feeds(text: str | None) -> str:
    """Return `text` without line feeds: they only lay out the file."""
    return (text or "").replace("\n", "")


class _Projection:
    """One walk through the text of a file."""

    def __init__(self, root: Element, view: View) -> None:
        self._root = root
        self._view = view
        self._pages: list[list[str]] = []
        self._first_line = True
        self._skipped_to: str | None = None
        self._entries = {(entry.get("from") or "")[1:]: entry for entry in root.iter(tei("app"))}

    def pages(self) -> list[str]:
        body = self._root.find(f"{tei('text')}/{tei('body')}")
        if body is not None:
            self._content(body)
        return ["".join(page) for page in self._pages]

    def _content(self, element: Element) -> None:
        self._add(_without_feeds(element.text))
        for inner in element:
            self._element(inner)
            self._add(_without_feeds(inner.tail))

    def _add(self, text: str) -> None:
        if text and self._skipped_to is None:
            self._pages[-1].append(text)

    def _element(self, element: Element) -> None:
        name, identifier = local_name(element), element.get(XML_ID)
        if self._skipped_to is not None and self._skipped_to == identifier:
            self._skipped_to = None
        elif name == "pb":
            self._pages.append([])
            self._first_line = True
        elif name == "lb":
            self._add("" if self._first_line else "\n")
            self._first_line = False
        elif name == "choice":
            self._content_of(element, _OF_CHOICE[self._view])
        elif name == "app":
            self._inline(element)
        elif self._view is View.MACHINE and identifier in self._entries:
            self._replaced(self._entries[identifier])
        elif name not in _SILENT:
            self._content(element)

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
        for reading in entry.iterfind(tei("rdg")):
            if (reading.get("wit") or "")[1:] == MACHINE_WITNESS:
                self._content(reading)
