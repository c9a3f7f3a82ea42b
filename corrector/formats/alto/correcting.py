"""Changes the strings of an imported ALTO file, whatever its version."""

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from corrector.formats.alto.description import write_step
from corrector.formats.alto.tags import mark_interpolated
from corrector.formats.layout.steps import Step
from corrector.formats.originals.correcting import remove
from corrector.formats.originals.identifiers import new_identifier
from corrector.formats.reading import alto
from corrector.formats.reading.raw_page import RawPage
from corrector.formats.xml_elements import child, element_like
from corrector.scans.geometry import Box

MACHINE: Final = "reading before correction"
"""Purpose of the alternative that the first version had."""

_STALE: Final = ("WC", "CC", "SUBS_TYPE", "SUBS_CONTENT")
"""Attributes that say something of the old text only."""
_PARTNERS: Final = {"HypPart1": "HypPart2", "HypPart2": "HypPart1"}


class AltoRewrite:
    """How ALTO is changed."""

    format = "ALTO"

    def pages(self, root: etree._Element) -> Iterator[tuple[etree._Element, RawPage]]:
        """Yield the pages with their elements; none where the file is no ALTO."""
        if etree.QName(root).localname == alto.ROOT:
            yield from zip(root.iter("{*}Page"), alto.pages_of(root), strict=True)

    def set_word(self, word: etree._Element, text: str, former: str) -> None:
        """Give a string another content; what was said of the old one goes."""
        if word.get("SUBS_TYPE") in _PARTNERS:
            _forget_partner(word)
        for name in _STALE:
            word.attrib.pop(name, "")
        _remove_hyphen(word)
        for glyph in list(word.iterchildren("{*}Glyph")):
            word.remove(glyph)
        word.set("CONTENT", text)
        word.set("CS", "true")
        if former and former != text:
            shape = word.find("{*}Shape")
            other = element_like(word, "ALTERNATIVE", {"PURPOSE": MACHINE})
            other.text = former
            word.insert(0 if shape is None else 1, other)

    def place_word(self, word: etree._Element, box: Box) -> None:
        """Give a string the box of a part of it."""
        shape = word.find("{*}Shape")
        if shape is not None:
            word.remove(shape)
        _put(word, box)
        mark_interpolated(word)

    def add_word(
        self, line: etree._Element, after: etree._Element | None, text: str, box: Box | None
    ) -> etree._Element:
        """Put a string behind another one, a space between."""
        name = new_identifier(line if after is None else after, "ID")
        made = element_like(line, "String", {"ID": name, "CONTENT": text, "CS": "true"})
        if box is not None:
            _put(made, box)
        mark_interpolated(made, of=line)
        space = element_like(line, "SP")
        if after is not None:
            after.addnext(made)
            after.addnext(space)
            return made
        first = line.find("{*}String")
        if first is None:
            line.append(made)
        else:
            first.addprevious(made)
            first.addprevious(space)
        return made

    def remove_word(self, word: etree._Element) -> None:
        """Take a string away with the space behind it, or else the one before."""
        _remove_hyphen(word)
        behind, before = word.getnext(), word.getprevious()
        for space in (behind, before):
            if space is not None and etree.QName(space).localname == "SP":
                remove(space)
                break
        remove(word)

    def finish_line(self, line: etree._Element, text: str, former: str) -> None:
        """Say that the line was corrected."""
        del text, former
        line.set("CS", "true")

    def add_line(self, after: etree._Element, box: Box | None) -> etree._Element:
        """Put a line behind another one."""
        made = element_like(after, "TextLine", {"ID": new_identifier(after, "ID")})
        if box is not None:
            _put(made, box)
        after.addnext(made)
        mark_interpolated(made)
        return made

    def number_lines(self, lines: Sequence[etree._Element]) -> None:
        """The order of the elements is that of the text."""

    def finish_block(self, block: etree._Element, text: str, former: str) -> None:
        """Blocks have no text of their own."""

    def add_steps(self, root: etree._Element, steps: Sequence[Step]) -> None:
        """Say who corrected the text, where the version of ALTO has a place for it."""
        description = root.find("{*}Description")
        if description is None:
            return
        modern = (etree.QName(root).namespace or "").endswith("ns-v4#")
        taken = {one.get("ID") for one in root.iter(etree.Element)}
        older = description.findall("{*}OCRProcessing")
        for number, step in enumerate(steps, start=1):
            if modern:
                name = f"correction{number}"
                while name in taken:
                    name = f"{name}_"
                write_step(child(description, "Processing", {"ID": name}), step)
            elif older:
                write_step(child(older[-1], "postProcessingStep"), step, category=False)


def _put(element: etree._Element, box: Box) -> None:
    for name, value in (
        ("HPOS", box.x),
        ("VPOS", box.y),
        ("WIDTH", box.width),
        ("HEIGHT", box.height),
    ):
        element.set(name, str(value))


def _remove_hyphen(word: etree._Element) -> None:
    """Take the hyphen away that stands behind the last string: the text has it where it is."""
    line = word.getparent()
    if line is None or list(line.iterchildren("{*}String"))[-1:] != [word]:
        return
    for hyphen in list(line.iterchildren("{*}HYP")):
        line.remove(hyphen)


def _forget_partner(word: etree._Element) -> None:
    """Take from the other part of a divided word what it says of the whole."""
    wanted = _PARTNERS[word.get("SUBS_TYPE") or ""]
    strings = [
        one for one in word.getroottree().getroot().iter("{*}String") if one.get("SUBS_TYPE")
    ]
    at = strings.index(word)
    near = at + 1 if wanted == "HypPart2" else at - 1
    if 0 <= near < len(strings) and strings[near].get("SUBS_TYPE") == wanted:
        for name in ("SUBS_TYPE", "SUBS_CONTENT"):
            strings[near].attrib.pop(name, "")
