"""Changes the readings in an imported PAGE file, whatever its year."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from corrector.formats.layout.steps import Step
from corrector.formats.originals.correcting import remove
from corrector.formats.originals.identifiers import new_identifier
from corrector.formats.page_xml.metadata import step_item
from corrector.formats.page_xml.outline import INTERPOLATED, points
from corrector.formats.reading import page_xml
from corrector.formats.reading.raw_page import RawPage
from corrector.formats.xml_elements import child, element_like
from corrector.scans.geometry import Box

_BEFORE_READINGS: Final = {
    "AlternativeImage", "Coords", "Baseline", "Word", "Glyph", "TextLine", "UserDefined", "Labels",
    "Roles",
}  # fmt: skip
"""Children that stand before the readings of a line, word or region."""
_REGIONS: Final = "Region"
_STEPS_SINCE: Final = "2019"
"""The year since which the metadata can hold steps, and lines have numbers."""
_ORDER: Final = re.compile(r"readingOrder\s*\{[^}]*\}")


class PageRewrite:
    """How PAGE is changed."""

    format = "PAGE"

    def pages(self, root: etree._Element) -> Iterator[tuple[etree._Element, RawPage]]:
        """Yield the pages with their elements; none where the file is no PAGE."""
        if etree.QName(root).localname == page_xml.ROOT:
            yield from zip(root.iter("{*}Page"), page_xml.pages_of(root), strict=True)

    def set_word(self, word: etree._Element, text: str, former: str) -> None:
        """Give a word or line another first reading; the old one becomes the next."""
        for glyph in list(word.iterchildren("{*}Glyph")):
            word.remove(glyph)
        _set_reading(word, text, former)

    def place_word(self, word: etree._Element, box: Box) -> None:
        """Give a word the outline of a part of it."""
        outline = word.find("{*}Coords")
        if outline is not None:
            for point in list(outline):
                outline.remove(point)
            outline.set("points", points(box))
        _mark(word)

    def add_word(
        self, line: etree._Element, after: etree._Element | None, text: str, box: Box | None
    ) -> etree._Element:
        """Put a word behind another one; without a place it can stand only in the line's text."""
        if box is None or (after is None and line.find("{*}Word") is None and _has_text(line)):
            return line if after is None else after
        name = new_identifier(line if after is None or after is line else after, "id")
        made = element_like(line, "Word", {"id": name, "custom": INTERPOLATED})
        child(made, "Coords", {"points": points(box)})
        _set_reading(made, text, "")
        if after is not None and after is not line:
            after.addnext(made)
        else:
            first = line.find("{*}Word")
            at = line.index(first) if first is not None else _place(line, {"Word", "Glyph"})
            line.insert(at, made)
        return made

    def remove_word(self, word: etree._Element) -> None:
        """Take a word away; a line that held its text itself stays for its other text."""
        if etree.QName(word).localname == "Word":
            remove(word)

    def finish_line(self, line: etree._Element, text: str, former: str) -> None:
        """Give the line its text where it has one of its own, or no words."""
        if _has_text(line) or line.find("{*}Word") is None:
            _set_reading(line, text, former)

    def add_line(self, after: etree._Element, box: Box | None) -> etree._Element:
        """Put a line behind another one."""
        attributes = {"id": new_identifier(after, "id"), "custom": INTERPOLATED}
        made = element_like(after, "TextLine", attributes)
        outline = after.find("{*}Coords")
        around = outline.get("points") if outline is not None and box is None else None
        child(made, "Coords", {"points": points(box) if box is not None else around})
        after.addnext(made)
        return made

    def number_lines(self, lines: Sequence[etree._Element]) -> None:
        """Give the lines numbers: without them their places may decide the order."""
        year = (etree.QName(lines[0]).namespace or "").rpartition("/")[2][:4]
        custom = year < _STEPS_SINCE or any(_ORDER.search(one.get("custom") or "") for one in lines)
        for number, line in enumerate(lines):
            line.attrib.pop("index", "")
            if custom:
                known = _ORDER.sub("", line.get("custom") or "").strip()
                line.set("custom", f"readingOrder {{index:{number};}} {known}".strip())
            else:
                line.set("index", str(number))

    def finish_block(self, block: etree._Element, text: str, former: str) -> None:
        """Give the region its text where it has one of its own."""
        if _has_text(block):
            _set_reading(block, text, former)

    def add_steps(self, root: etree._Element, steps: Sequence[Step]) -> None:
        """Say who corrected the text and when it was changed last."""
        metadata = root.find("{*}Metadata")
        if metadata is None or not steps:
            return
        changed = metadata.find("{*}LastChange")
        if changed is not None and steps[-1].time is not None:
            changed.text = steps[-1].time
        year = (etree.QName(root).namespace or "").rpartition("/")[2][:4]
        if year >= _STEPS_SINCE:
            for step in steps:
                metadata.append(step_item(metadata, step))


def _set_reading(element: etree._Element, text: str, former: str) -> None:
    """Put `text` before all other readings of an element."""
    known = list(element.iterchildren("{*}TextEquiv"))
    if known and _said(min(known, key=_rank)) == text:
        return
    for rank, reading in enumerate(sorted(known, key=_rank), start=1):
        reading.set("index", str(rank))
    made = element_like(element, "TextEquiv", {"index": "0"})
    child(made, "Unicode", text=text)
    if known:
        known[0].addprevious(made)
        return
    element.insert(_place(element, _BEFORE_READINGS), made)
    if former and former != text:
        other = element_like(element, "TextEquiv", {"index": "1"})
        child(other, "Unicode", text=former)
        made.addnext(other)


def _place(element: etree._Element, before: set[str]) -> int:
    """Return behind how many children the first reading or word stands."""
    ahead = before | {"AlternativeImage", "Coords", "Baseline"}
    for index, one in enumerate(element):
        if isinstance(one.tag, str):
            name = etree.QName(one).localname
            if name not in ahead and not name.endswith(_REGIONS):
                return index
    return len(element)


def _rank(reading: etree._Element) -> int:
    index = reading.get("index") or ""
    return int(index) if index.isdigit() else -1


def _said(reading: etree._Element) -> str:
    return reading.findtext("{*}Unicode") or reading.findtext("{*}PlainText") or ""


def _has_text(element: etree._Element) -> bool:
    return element.find("{*}TextEquiv") is not None


def _mark(element: etree._Element) -> None:
    known = element.get("custom") or ""
    if INTERPOLATED not in known:
        element.set("custom", f"{known} {INTERPOLATED}".strip())
