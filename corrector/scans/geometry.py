"""Boxes on a scan in pixels, and how they turn with the orientation that a file declares."""

from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels: left, top, width, height; the origin is the top left corner."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column to the right of the box."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row below the box."""
        return self.y + self.height

    def widened(self, margin: int) -> "Box":
        """Return the box with `margin` pixels more on each side."""
        return Box(
            self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin
        )

    def united(self, other: "Box") -> "Box":
        """Return the smallest box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        right, bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        return Box(x, y, right - x, bottom - y)


class Orientation(IntEnum):
    """The EXIF and TIFF orientation (tag 274): what must be done to a stored image to see it."""

    UPRIGHT = 1
    MIRRORED = 2
    HALF_TURN = 3
    FLIPPED = 4
    TRANSPOSED = 5
    QUARTER_TURN_RIGHT = 6
    TRANSVERSED = 7
    QUARTER_TURN_LEFT = 8

    @property
    def turns_sides(self) -> bool:
        """Whether width and height change places."""
        return self >= Orientation.TRANSPOSED


def upright_size(width: int, height: int, orientation: Orientation) -> tuple[int, int]:
    """Return width and height of the upright image of a stored one of `width` and `height`."""
    return (height, width) if orientation.turns_sides else (width, height)


def to_upright(box: Box, width: int, height: int, orientation: Orientation) -> Box:
    """Return where `box` of the stored image stands on the upright one.

    Args:
        box: in pixels of the stored image.
        width: of the stored image, in pixels.
        height: of the stored image, in pixels.
        orientation: what the stored image declares.
    """
    flipped_x = width - box.right
    flipped_y = height - box.bottom
    x, y = {
        Orientation.UPRIGHT: (box.x, box.y),
        Orientation.MIRRORED: (flipped_x, box.y),
        Orientation.HALF_TURN: (flipped_x, flipped_y),
        Orientation.FLIPPED: (box.x, flipped_y),
        Orientation.TRANSPOSED: (box.y, box.x),
        Orientation.QUARTER_TURN_RIGHT: (flipped_y, box.x),
        Orientation.TRANSVERSED: (flipped_y, flipped_x),
        Orientation.QUARTER_TURN_LEFT: (box.y, flipped_x),
    }[orientation]
    return Box(x, y, *upright_size(box.width, box.height, orientation))


def to_stored(box: Box, width: int, height: int, orientation: Orientation) -> Box:
    """Return where `box` of the upright image stands on the stored one.

    Args:
        box: in pixels of the upright image.
        width: of the stored image, in pixels.
        height: of the stored image, in pixels.
        orientation: what the stored image declares.
    """
    return to_upright(box, *upright_size(width, height, orientation), _INVERSE[orientation])


_INVERSE = {
    **{orientation: orientation for orientation in Orientation},
    Orientation.QUARTER_TURN_RIGHT: Orientation.QUARTER_TURN_LEFT,
    Orientation.QUARTER_TURN_LEFT: Orientation.QUARTER_TURN_RIGHT,
}
"""What undoes a turn; all mirrorings undo themselves."""
