"""Boxes turn exactly as the pixels of the scan turn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from corrector.scans.geometry import Box, Orientation, to_stored, to_upright, upright_size

WIDTH, HEIGHT = 13, 7
BOX = Box(2, 1, 5, 3)


def turned_by_pillow(image: Image.Image, orientation: Orientation) -> Image.Image:
    image.getexif()[0x0112] = int(orientation)
    return ImageOps.exif_transpose(image)


@pytest.mark.parametrize("orientation", Orientation)
def test_a_box_turns_as_the_pixels_do(orientation: Orientation) -> None:
    stored = Image.new("L", (WIDTH, HEIGHT))
    stored.paste(255, (BOX.x, BOX.y, BOX.right, BOX.bottom))
    upright = turned_by_pillow(stored, orientation)
    box = to_upright(BOX, WIDTH, HEIGHT, orientation)
    assert upright.size == upright_size(WIDTH, HEIGHT, orientation)
    assert upright.getbbox() == (box.x, box.y, box.right, box.bottom)


@given(
    x=st.integers(0, 50),
    y=st.integers(0, 50),
    width=st.integers(0, 50),
    height=st.integers(0, 50),
    orientation=st.sampled_from(Orientation),
)
def test_there_and_back_is_where_it_was(
    x: int, y: int, width: int, height: int, orientation: Orientation
) -> None:
    box = Box(x, y, width, height)
    upright = to_upright(box, 100, 130, orientation)
    assert to_stored(upright, 100, 130, orientation) == box
