"""Outlines in PAGE, and what says of one that it is computed."""

from typing import Final

from corrector.scans.geometry import Box

INTERPOLATED: Final = "place {interpolated:true;}"
"""What `custom` says of an element whose outline is computed."""


def points(box: Box) -> str:
    """Return the outline of a box, clockwise from its left upper corner; never below zero."""
    left, top = max(box.x, 0), max(box.y, 0)
    corners = ((left, top), (box.right, top), (box.right, box.bottom), (left, box.bottom))
    return " ".join(f"{x},{y}" for x, y in corners)
