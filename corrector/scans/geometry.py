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
