"""The text of a word or line in hOCR, without the other readings that may stand within it."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

_PARTS_OF_WORDS: Final = frozenset({"ocrx_cinfo", "ocr_symbol", "ocr_glyph"})
_LETTER_PLACE: Final = "x_bboxes"
"""In the title of a part that is a letter of the word; other parts are choices for letters."""


def text_of(element: etree._Element) -> str:
    """Return what the element says, a blank for each line end in it.

    Letters may stand in elements of their own, each on a line of the file: they are one word.
    """
    if not len(element):
        return " ".join((element.text or "").split())
    letters = [part for part in element.iter(etree.Element) if _is_letter(part)]
    if letters:
        return "".join("".join(whole_text(part).split()) for part in letters)
    return " ".join("".join(_said(element)).split())


def alternatives_of(element: etree._Element) -> tuple[str, ...]:
    """Return the other readings: what stands beside the one in use as deleted."""
    if not len(element):
        return ()
    return tuple(whole_text(other) for other in element.iter("del") if _is_other(other))


def whole_text(element: etree._Element) -> str:
    """Return all the text within the element."""
    return "".join(map(str, element.itertext()))


def _said(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield " "
        elif not _is_aside(child):
            yield from _said(child)
        yield child.tail or ""


def _is_aside(element: etree._Element) -> bool:
    """Tell whether the element is no part of the text: a comment, a choice, another reading."""
    named = isinstance(element.tag, str)
    return not named or not _PARTS_OF_WORDS.isdisjoint(_classes(element)) or _is_other(element)


def _is_letter(element: etree._Element) -> bool:
    place = _LETTER_PLACE in (element.get("title") or "")
    return place and not _PARTS_OF_WORDS.isdisjoint(_classes(element))


def _is_other(element: etree._Element) -> bool:
    return element.tag == "del" and "alt" in _classes(element)


def _classes(element: etree._Element) -> list[str]:
    return (element.get("class") or "").split()
