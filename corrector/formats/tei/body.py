"""The text of a page in TEI: breaks, lines, blocks, and elements around places and marks."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from corrector.formats.line_ends import LineEnd
from corrector.formats.tei.addresses import AddressLines
from corrector.formats.tei.forms import COLUMN
from corrector.formats.tei.identifiers import pointer
from corrector.formats.tei.ink import Ink, line_break
from corrector.formats.tei.marks import close_mark, drawing, open_mark, put_column, put_point, sign
from corrector.formats.tei.outline import Frame, Written
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.place_elements import PlaceElements
from corrector.formats.tei.places import Place
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.regions import Item, NumberedMark
from corrector.formats.tei.tables import TableCells
from corrector.formats.tei.tokens import Edge, ItemEdge, LineStart, Run
from corrector.formats.tei.vocabulary import XML_ID
from corrector.record.entries import Status


@dataclass(slots=True)
class WrittenPage:
    """What the stand-off part has to point at.

    Attributes:
        places: those with an entry in the apparatus, with the line in which they begin.
        emended: those where an error of the source was emended, with the id of the choice.
        marks: with the ids at which they begin and end.
    """

    places: list[tuple[Place, int]] = field(default_factory=list)
    emended: list[tuple[Place, str]] = field(default_factory=list)
    marks: list[tuple[NumberedMark, tuple[str, str]]] = field(default_factory=list)


def write_page(context: PageContext, ink: Ink, frames: Sequence[Frame]) -> WrittenPage:
    """Write the page at the end of what `ink` has open and return what was put where."""
    return _PageWriter(context, ink, frames).page()


class _PageWriter:
    """Turns the tokens of one page into elements."""

    def __init__(self, context: PageContext, ink: Ink, frames: Sequence[Frame]) -> None:
        self._context = context
        self._reading = context.profile is Profile.READING
        self._ink = ink
        self._frames = frames
        self._line = 0
        self._item = Item(context.whole)
        self._frame = Frame(Written.LOOSE)
        self._block_depth: int | None = None
        self._lines: AddressLines | TableCells | None = None
        self._position = 0
        self._line_started = -1
        self._page_begun = False
        self._written = WrittenPage()
        self._places = PlaceElements(context, ink, self._written.places, self._written.emended)

    def page(self) -> WrittenPage:
        for token in self._context.tokens():
            if isinstance(token, Run):
                self._run(token.text)
            elif isinstance(token, LineStart):
                self._line_start(token)
            elif isinstance(token, ItemEdge):
                (self._begin if token.begins else self._end)(token)
            else:
                self._edge(token)
        return self._written

    def _run(self, text: str) -> None:
        if self._lines is not None:
            self._lines.text(text, self._position)
        else:
            self._ink.text(text)
        self._position += len(text)

    def _edge(self, edge: Edge) -> None:
        if self._lines is not None and edge.border != "close":
            start, end = edge.region.span.start, edge.region.span.end
            self._lines.content(end if edge.border == "end" else start)
        if isinstance(edge.region, NumberedMark):
            self._mark(edge, edge.region)
        else:
            self._places.edge(edge, edge.region, self._line)

    def _begin(self, token: ItemEdge) -> None:
        """Begin an item: what opens before it, its block, and the page where it is the first."""
        self._item = self._context.arrangement.items[token.index]
        self._frame = self._frames[token.index]
        for name, attributes in self._frame.opens:
            self._ink.enter(name, attributes)
            self._ink.text("\n")
        mark = self._item.mark
        if mark is None and self._frame.written is not Written.LOOSE:
            self._ink.enter("ab")
            self._page_break()
        else:
            self._page_break()
            if mark is not None:
                self._begin_marked(mark)
        self._block_depth = None if self._frame.written is Written.LOOSE else self._ink.depth
        if not self._context.material.text and not self._context.marks:
            self._nothing()

    def _begin_marked(self, mark: NumberedMark) -> None:
        plain = self._frame.written is Written.PLAIN
        if mark.span.length:
            open_mark(self._context, self._ink, mark, plain=plain)
        else:
            sign(self._context, self._ink, mark, plain=plain)
        if mark.form.element == "address" and not plain:
            self._lines = AddressLines(self._ink, by_line=self._context.divides_by_line(mark))
        elif mark.form.element == "table":
            labels = bool(mark.mark.value("labels"))
            self._lines = TableCells(self._ink, self._context.grid(mark), labels=labels)
        self._written.marks.append((mark, self._mark_ends(mark)))

    def _end(self, token: ItemEdge) -> None:
        mark = self._item.mark
        if self._lines is not None:
            self._lines.end()
            self._lines = None
        if mark is not None and not mark.span.length:
            drawing(self._ink)
            self._ink.leave()
        elif mark is not None:
            plain = self._frame.written is Written.PLAIN
            close_mark(self._context, self._ink, mark, plain=plain)
        elif self._frame.written is not Written.LOOSE:
            self._ink.leave()
        self._block_depth = None
        self._ink.text("\n")
        for _ in range(self._frame.closes):
            self._ink.leave()
            self._ink.text("\n")

    def _page_break(self) -> None:
        if self._page_begun:
            return
        self._page_begun = True
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

    def _line_start(self, token: LineStart) -> None:
        self._line = token.index
        self._position = self._line_started = token.position
        if self._reading:
            if self._item.span.start < token.position <= self._item.span.end:
                if self._lines is not None:
                    self._lines.line_starts(token.position)
                self._ink.empty("lb")
            return
        index = token.index
        if (
            index
            and self._item.mark is None
            and self._ink.depth == self._block_depth
            and token.position > self._item.span.start
            and self._context.begins_block(index)
        ):
            self._ink.leave()
            self._ink.text("\n")
            self._ink.enter("ab")
        if self._context.text or self._context.marks:
            self._broken(index)

    def _broken(self, index: int) -> None:
        """Start a line as it starts on the page."""
        if self._lines is not None:
            self._lines.line_starts(self._position)
        end = self._context.line_end_before(index) if index else LineEnd.WORD_ENDS
        number, zone = self._context.line_numbers.get(index), self._context.zone_of(index)
        attributes = {"n": number, "facs": zone}
        if self._ink.at_beginning:
            # The line feed of the file stands between the two blocks already.
            self._ink.empty("lb", attributes | _break(end))
        else:
            line_break(self._ink, end, attributes)

    def _mark(self, edge: Edge, mark: NumberedMark) -> None:
        ends = self._mark_ends(mark)
        if edge.border == "open":
            open_mark(self._context, self._ink, mark)
        elif edge.border == "close":
            close_mark(self._context, self._ink, mark)
        elif edge.border == "point" and mark.form.point == COLUMN:
            self._column(mark)
        elif edge.border == "point":
            put_point(self._context, self._ink, mark)
        else:
            ends = (f"{ends[0]}s", f"{ends[0]}e")
            self._ink.empty("anchor", {XML_ID: ends[edge.border == "end"]})
        if edge.border in ("open", "point", "start"):
            self._written.marks.append((mark, ends))

    def _column(self, mark: NumberedMark) -> None:
        """Write a column break: before the start of the line that it begins with."""
        position, text = mark.span.start, self._context.text
        end: LineEnd | None = None
        if not self._reading and self._line_started < position:
            if not position:
                end = LineEnd.WORD_ENDS
            elif text[position - 1] == "\n":
                end = self._context.line_end_before(self._line + 1)
        number = self._context.columns[mark.ordinal]
        put_column(self._context, self._ink, mark, end, number)

    def _mark_ends(self, mark: NumberedMark) -> tuple[str, str]:
        identifier = self._context.ids.of("m", mark.ordinal)
        return identifier, identifier


def _break(end: LineEnd) -> dict[str, str | None]:
    return {} if end is LineEnd.WORD_ENDS else {"break": end.value}
