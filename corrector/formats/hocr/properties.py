"""The properties in hOCR that are ours, and how a box is said."""

from typing import Final

from corrector.scans.geometry import Box

FORMER: Final = "data-former"
"""The attribute with what a word read before it was corrected; HTML leaves such names free."""
CORRECTED: Final = "x_corrected 1"
INTERPOLATED: Final = "x_interpolated 1"


def box_property(box: Box) -> str:
    """Return where something stands; never below zero."""
    return f"bbox {max(box.x, 0)} {max(box.y, 0)} {max(box.right, 0)} {max(box.bottom, 0)}"
