"""The image of a page for formats that hold it: a JPEG as it is, or plain pixels."""

from dataclasses import dataclass

from corrector.scans.geometry import Orientation


@dataclass(frozen=True, slots=True)
class PageImage:
    """An image.

    Attributes:
        width: of the stored image in pixels.
        height: of the stored image in pixels.
        mode: of the pixels: 1, L or RGB.
        data: a JPEG file, or rows of pixels without gaps, in mode 1 eight a byte, 0 black.
        jpeg: whether `data` is a JPEG file.
        orientation: what must be done to the stored image to see it upright.
        resolution: in dots per inch, or None where it is not known.
    """

    width: int
    height: int
    mode: str
    data: bytes
    jpeg: bool
    orientation: Orientation = Orientation.UPRIGHT
    resolution: float | None = None
