"""The rows and cells of the table that is being written."""

from corrector.formats.tei.grid import Cell, Grid
from corrector.formats.tei.ink import Ink


class TableCells:
    """Opens and closes rows and cells as the text reaches them."""

    def __init__(self, ink: Ink, grid: Grid, *, labels: bool) -> None:
        """Begin inside of a table.

        Args:
            ink: to write with.
            grid: the cells.
            labels: whether the first row says what stands in the columns.
        """
        self._ink = ink
        self._cells = grid.cells
        self._labels = labels
        self._divided = grid.divided
        self._next = 0
        self._row: int | None = None
        self._cell: Cell | None = None
        ink.current.set("rows", str(grid.rows))
        ink.current.set("cols", str(grid.columns))
        if not grid.divided:
            self.content(grid.cells[0].span.start)

    def content(self, position: int) -> None:
        """Open the cell that holds `position`, and those before it that have no content."""
        while self._next < len(self._cells) and self._cells[self._next].span.start <= position:
            self._open(self._cells[self._next])
            self._next += 1

    def text(self, text: str, position: int) -> None:
        """Write the text of one line that begins at `position`; what parts cells is in none."""
        end = position + len(text)
        at = position
        while at < end:
            self.content(at)
            until = self._cell.span.end if self._cell is not None else at
            following = self._cells[self._next].span.start if self._next < len(self._cells) else end
            stop = min(until if at < until else max(following, at + 1), end)
            if at >= until:
                self._leave_cell()
            self._ink.text(text[at - position : stop - position])
            at = stop

    def line_starts(self, position: int) -> None:
        """Go on to the row that begins at `position`; where none does, the line is in none."""
        self.content(position)
        begun = self._cell is not None and self._cell.span.start == position
        if self._divided and not begun:
            self._leave_row()

    def end(self) -> None:
        """Write the cells that are left and close the last row."""
        self.content(self._cells[-1].span.start)
        self._leave_row()

    def _open(self, cell: Cell) -> None:
        self._leave_cell()
        if cell.row != self._row:
            self._leave_row()
            self._row = cell.row
            label = self._labels and not cell.row
            self._ink.enter("row", {"role": "label" if label else None})
        self._ink.enter("cell")
        self._cell = cell

    def _leave_cell(self) -> None:
        if self._cell is not None:
            self._ink.leave()
            self._cell = None

    def _leave_row(self) -> None:
        self._leave_cell()
        if self._row is not None:
            self._ink.leave()
            self._ink.text("\n")
            self._row = None
