"""Changes the words of an imported hOCR file."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from corrector.formats.hocr.properties import CORRECTED, FORMER, INTERPOLATED, box_property
from corrector.formats.layout.steps import Step
from corrector.formats.originals.correcting import remove
from corrector.formats.originals.identifiers import new_identifier
from corrector.formats.reading import hocr
from corrector.formats.reading.raw_page import RawPage
from corrector.formats.xml_elements import element_like
from corrector.scans.geometry import Box

_STALE: Final = re.compile(r"^\s*(?:x_wconf|x_confs|x_bboxes|cuts|nlp)\b")
_BOX: Final = re.compile(r"^\s*bbox\b")
_PLAIN_MARKUP: Final = frozenset({"strong", "em", "b", "i", "u"})


class HocrRewrite:
    """How hOCR is changed."""

    format = "hOCR"

    def pages(self, root: etree._Element) -> Iterator[tuple[etree._Element, RawPage]]:
        """Yield the pages with their elements; none where the file is no HTML."""
        if etree.QName(root).localname == hocr.ROOT:
            yield from zip(hocr.page_elements(root), hocr.pages_of(root), strict=True)

    def set_word(self, word: etree._Element, text: str, former: str) -> None:
        """Give a word another text, in the emphasis that it stands in."""
        inner = word
        while len(inner) == 1 and not (inner.text or "").strip() and _is_markup(inner[0]):
            inner = inner[0]
        for one in list(inner):
            inner.remove(one)
        inner.text = text
        said = [one for one in _properties(word) if not _STALE.match(one)]
        _say(word, [*said, CORRECTED] if CORRECTED not in said else said)
        word.set(FORMER, former)

    def place_word(self, word: etree._Element, box: Box) -> None:
        """Give a word the box of a part of it."""
        said = [one for one in _properties(word) if not _BOX.match(one) and one != INTERPOLATED]
        _say(word, [box_property(box), *said, INTERPOLATED])

    def add_word(
        self, line: etree._Element, after: etree._Element | None, text: str, box: Box | None
    ) -> etree._Element:
        """Put a word behind another one."""
        name = new_identifier(line if after is None else after, "id")
        made = element_like(line, "span", {"class": "ocrx_word", "id": name, FORMER: ""})
        made.text = text
        _say(made, [*([box_property(box)] if box else []), CORRECTED, INTERPOLATED])
        if after is None or after is line:
            line.insert(0, made)
            made.tail = " "
            return made
        made.tail, after.tail = after.tail, None
        _put_behind(after, made)
        after.tail = " "
        return made

    def remove_word(self, word: etree._Element) -> None:
        """Take a word away."""
        remove(word)

    def finish_line(self, line: etree._Element, text: str, former: str) -> None:
        """Lines have no text of their own beside their words."""

    def add_line(self, after: etree._Element, box: Box | None) -> etree._Element:
        """Put a line behind another one."""
        attributes = {"class": "ocr_line", "id": new_identifier(after, "id")}
        made = element_like(after, "span", attributes)
        _say(made, [*([box_property(box)] if box else []), INTERPOLATED])
        made.tail, after.tail = after.tail, None
        _put_behind(after, made)
        after.tail = "\n"
        return made

    def number_lines(self, lines: Sequence[etree._Element]) -> None:
        """The order of the elements is that of the text."""

    def finish_block(self, block: etree._Element, text: str, former: str) -> None:
        """Blocks have no text of their own beside their lines."""

    def add_steps(self, root: etree._Element, steps: Sequence[Step]) -> None:
        """Say who corrected the text, in the head."""
        head = next((one for one in root.iter("{*}head")), None)
        if head is None:
            head = next((one for one in root.iter("head")), None)
        for step in steps if head is not None else ():
            assert head is not None  # noqa: S101 - nothing is done without one
            said = f"{step.software} {step.software_version}; {step.agency}; {step.time or ''}"
            made = element_like(head, "meta", {"name": "x-correction", "content": said})
            made.tail = "\n"
            head.append(made)


def _is_markup(element: etree._Element) -> bool:
    named = isinstance(element.tag, str)
    return named and etree.QName(element).localname in _PLAIN_MARKUP


def _properties(element: etree._Element) -> list[str]:
    return [one.strip() for one in (element.get("title") or "").split(";") if one.strip()]


def _say(element: etree._Element, properties: Sequence[str]) -> None:
    element.set("title", "; ".join(properties))


def _put_behind(after: etree._Element, made: etree._Element) -> None:
    """Put an element behind another one; `addnext` would take the text behind it along."""
    parent = after.getparent()
    if parent is not None:
        parent.insert(parent.index(after) + 1, made)
