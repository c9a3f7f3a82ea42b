"""The lines of an address: TEI wants each in an element of its own."""

from corrector.formats.tei.ink import Ink


class AddressLines:
    """Opens and closes the lines of the address that is being written."""

    def __init__(self, ink: Ink, *, by_line: bool) -> None:
        """Begin inside of an address.

        Args:
            ink: to write with.
            by_line: end a line of the address where a line of the page ends; otherwise something
                reaches over a line end, and all of them are one.
        """
        self._ink = ink
        self._by_line = by_line
        self._open = False
        self._depth = ink.depth + 1
        if not by_line:
            self.content(0)

    def content(self, _position: int) -> None:
        """Open a line of the address if none is open."""
        if not self._open:
            self._ink.enter("addrLine")
            self._open = True

    def text(self, text: str, position: int) -> None:
        """Write the text of one line."""
        self.content(position)
        self._ink.text(text)

    def line_starts(self, _position: int) -> None:
        """Close the line of the address where lines of the page count.

        Something that begins with the line of the page stands around its start already.
        """
        if self._by_line and self._ink.depth == self._depth:
            self.end()

    def end(self) -> None:
        """Close the line of the address that is open."""
        if self._open:
            self._ink.leave()
            self._open = False
