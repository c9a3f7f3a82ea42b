"""Keeps a set of spans nested: tells whether one more would cross those that are there."""

from corrector.text.tokens import Span


class Nest:
    """Spans of a text of which no two cross; asking and adding cost the logarithm of its length."""

    def __init__(self, length: int) -> None:
        """Begin without spans in a text of `length` characters."""
        self._size = 1 << length.bit_length()
        self._far_ends = [-1] * (2 * self._size)
        self._far_starts = [-1] * (2 * self._size)
        self._length = length

    def add(self, span: Span) -> None:
        """Put `span` among the others."""
        _raise(self._far_ends, self._size + span.start, span.end)
        # The earliest start is kept as the largest distance from the end of the text.
        _raise(self._far_starts, self._size + span.end, self._length - span.start)

    def crosses(self, span: Span) -> bool:
        """Tell whether `span` overlaps one of the others without one holding the other."""
        inside = (self._size + span.start + 1, self._size + span.end)
        return (
            _largest(self._far_ends, *inside) > span.end
            or _largest(self._far_starts, *inside) > self._length - span.start
        )

    def holds(self, span: Span) -> bool:
        """Tell whether one of the others holds `span` and more; a point only if it lies inside."""
        before = _largest(self._far_ends, self._size, self._size + span.start)
        if not span.length:
            return before > span.end
        return before >= span.end or self._far_ends[self._size + span.start] > span.end

    def covers(self, span: Span) -> bool:
        """Tell whether one of the others holds `span` or is it; a point only if it lies inside."""
        if not span.length:
            return self.holds(span)
        return _largest(self._far_ends, self._size, self._size + span.start + 1) >= span.end


class Borders:
    """Positions of a text that no element may reach over."""

    def __init__(self, length: int) -> None:
        """Begin without borders in a text of `length` characters."""
        self._size = 1 << length.bit_length()
        self._set = [-1] * (2 * self._size)

    def add(self, position: int) -> None:
        """Put a border at `position`."""
        _raise(self._set, self._size + position, 1)

    def within(self, span: Span) -> bool:
        """Tell whether a border stands inside `span`, its ends excepted."""
        return _largest(self._set, self._size + span.start + 1, self._size + span.end) > 0


def _raise(tree: list[int], node: int, value: int) -> None:
    """Raise the leaf `node` of a tree of maxima to `value`."""
    while node and tree[node] < value:
        tree[node] = value
        node //= 2


def _largest(tree: list[int], start: int, end: int) -> int:
    """Return the largest of the leaves from `start` up to, not including, `end`."""
    largest = -1
    while start < end:
        if start & 1:
            largest = max(largest, tree[start])
            start += 1
        if end & 1:
            end -= 1
            largest = max(largest, tree[end])
        start //= 2
        end //= 2
    return largest
