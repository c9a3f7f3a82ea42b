"""The text of a page in TEI: breaks, lines, blocks, and elements around places and marks."""

from dataclasses import dataclass, field

from corrector.formats.line_ends import LineEnd
from corrector.formats.tei.apparatus import (
    app_attributes,
    change_pointers,
    earlier_readings,
    emendation_attributes,
    lemma_attributes,
    place_ends,
    remarks,
)
from corrector.formats.tei.identifiers import pointer
from corrector.formats.tei.ink import Ink, line_break, lined
from corrector.formats.tei.marks import mark_element
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.places import Place
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.tokens import Edge, LineStart, NumberedMark, Run
from corrector.formats.tei.vocabulary import XML_ID, Element
from corrector.record.entries import Status


@dataclass(slots=True)
class Written:
    """What the stand-off part has to point at.

    Attributes:
        places: those with an entry in the apparatus, with the line in which they begin.
        emended: those where an error of the source was emended, with the id of the choice.
        marks: with the ids at which they begin and end.
    """

    places: list[tuple[Place, int]] = field(default_factory=list)
    emended: list[tuple[Place, str]] = field(default_factory=list)
    marks: list[tuple[NumberedMark, tuple[str, str]]] = field(default_factory=list)


def write_page(context: PageContext, body: Element) -> Written:
    """Append the page to `body` and return what was put where."""
    writer = _PageWriter(context, body)
    writer.page()
    return writer.written


class _PageWriter:
    """Turns the tokens of one page into elements."""

    def __init__(self, context: PageContext, body: Element) -> None:
        self._context = context
        self._reading = context.profile is Profile.READING
        self._ink = Ink(body)
        self._line = self._column = 0
        self.written = Written()

    def page(self) -> None:
        self._ink.enter("ab")
        self._page_break()
        for token in self._context.tokens():
            if isinstance(token, Run):
                self._run(token.text)
            elif isinstance(token, LineStart):
                self._line_start(token.index)
            elif isinstance(token.region, NumberedMark):
                self._mark(token, token.region)
            else:
                self._place(token, token.region)
        if not self._context.material.text:
            self._nothing()
        self._ink.leave()
        self._ink.text("\n")

    def _page_break(self) -> None:
        ids, page = self._context.ids, self._context.material.page
        facs = pointer(ids.surface) if page.scan is not None else None
        number = f"[{self._context.position}]"
        self._ink.empty("pb", {"n": number, "facs": facs, XML_ID: ids.beginning})

    def _nothing(self) -> None:
        """Say of a page without text that it is empty or, where nobody looked, not transcribed."""
        material = self._context.material
        if material.versions or material.page.status is Status.BLANK:
            self._ink.empty("space", {"dim": "vertical", "unit": "page", "quantity": "1"})
        else:
            self._ink.empty("gap", {"reason": "untranscribed", "unit": "page", "quantity": "1"})

    def _run(self, text: str) -> None:
        line = self._context.lines[self._line]
        self._column += len(text)
        if self._reading and self._column == len(line) and self._goes_on(self._line + 1):
            text = text[:-1]
        if not self._reading or line.strip():
            self._ink.text(text)

    def _goes_on(self, line: int) -> bool:
        known = line < len(self._context.lines)
        return known and self._context.line_end_before(line) is LineEnd.WORD_GOES_ON

    def _line_start(self, index: int) -> None:
        self._line, self._column = index, 0
        if index and self._ink.depth == 1 and self._context.begins_block(index):
            self._ink.leave()
            self._ink.text("\n")
            self._ink.enter("ab")
        if self._context.material.text:
            (self._joined if self._reading else self._broken)(index)

    def _broken(self, index: int) -> None:
        """Start a line as it starts on the page."""
        end = self._context.line_end_before(index) if index else LineEnd.WORD_ENDS
        number, zone = self._context.line_numbers.get(index), self._context.zone_of(index)
        attributes = {"n": number, "facs": zone}
        if self._ink.at_beginning:
            # The line feed of the file stands between the two blocks already.
            self._ink.empty("lb", attributes)
        else:
            line_break(self._ink, end, attributes)

    def _joined(self, index: int) -> None:
        """Let the line go on after the one before, with a blank where a word ended."""
        lines = self._context.lines
        if index and lines[index - 1].strip() and lines[index].strip():
            end = self._context.line_end_before(index)
            self._ink.text(" " if end is LineEnd.WORD_ENDS else "")

    def _mark(self, edge: Edge, numbered: NumberedMark) -> None:
        identifier = self._context.ids.of("m", numbered.ordinal)
        if edge.border == "open":
            self._ink.enter(*mark_element(self._context, numbered))
            self.written.marks.append((numbered, (identifier, identifier)))
        elif edge.border == "close":
            self._ink.leave()
        elif edge.border == "point":
            self._ink.empty("anchor", {XML_ID: identifier})
            self.written.marks.append((numbered, (identifier, identifier)))
        else:
            name = f"{identifier}{edge.border[0]}"
            self._ink.empty("anchor", {XML_ID: name})
            if edge.border == "start":
                ends = (name, f"{identifier}e")
                self.written.marks.append((numbered, ends))

    def _place(self, edge: Edge, place: Place) -> None:
        if place.emended:
            self._emendation(edge, place)
        elif self._context.profile is Profile.INLINE:
            self._app(edge, place)
        elif self._context.profile is Profile.DIPLOMATIC:
            self._pointed_at(edge, place)

    def _pointed_at(self, edge: Edge, place: Place) -> None:
        """Give the place an id that its entry in the stand-off apparatus points at."""
        start, end = place_ends(self._context, place)
        change = {"change": change_pointers(self._context, place)}
        if edge.border == "open":
            self._ink.enter("seg", {XML_ID: start} | change)
        elif edge.border == "close":
            self._ink.leave()
        elif edge.border == "end":
            self._ink.empty("anchor", {XML_ID: end})
        else:
            self._ink.empty("anchor", {XML_ID: start} | change)
        if edge.border in ("open", "start", "point"):
            self.written.places.append((place, self._line))

    def _app(self, edge: Edge, place: Place) -> None:
        """Put the entry of the apparatus around the place itself."""
        if edge.border == "open":
            self._ink.enter("app", app_attributes(self._context, place))
            self._ink.enter("lem", lemma_attributes(self._context, place))
            return
        self._ink.leave()
        app = self._ink.current
        earlier_readings(self._context, app, place)
        remarks(self._context, app, place.misread)
        self._ink.leave()

    def _emendation(self, edge: Edge, place: Place) -> None:
        if self._reading:
            return
        if edge.border == "close":
            self._ink.leave()
            self._ink.leave()
            return
        identifier = self._context.ids.of("e", place.ordinal)
        self._ink.enter("choice", {XML_ID: identifier})
        self._ink.enter("sic")
        self._on_page(place)
        self._ink.leave()
        self._ink.enter("corr", emendation_attributes(self._context, place))
        self.written.emended.append((place, identifier))

    def _on_page(self, place: Place) -> None:
        """Write what stands on the page, error included, with what the machine had made of it."""
        if not place.misread:
            lined(self._ink, place.on_page)
        elif self._context.profile is Profile.INLINE:
            self._app(Edge("open", place), place)
            lined(self._ink, place.on_page)
            self._app(Edge("close", place), place)
        else:
            self._pointed_at_on_page(place)

    def _pointed_at_on_page(self, place: Place) -> None:
        start, end = place_ends(self._context, place)
        if not place.on_page:
            self._pointed_at(Edge("point", place), place)
            return
        apart = start != end
        self._pointed_at(Edge("start" if apart else "open", place), place)
        lined(self._ink, place.on_page)
        self._pointed_at(Edge("end" if apart else "close", place), place)
