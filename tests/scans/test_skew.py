"""How crooked a scan is, from its pixels."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from corrector.scans.skew import skew_of

WORDS = "of the and to in a is that for it as was with be by on not he"


def page(mode: str = "L", size: tuple[int, int] = (700, 900)) -> Image.Image:
    image = Image.new("L", size, 235)
    draw, font = ImageDraw.Draw(image), ImageFont.load_default(15)
    for top in range(120, size[1] - 120, 24):
        draw.text((90, top), WORDS, font=font, fill=40)
    return image.convert(mode)


def turned(image: Image.Image, sinks: float) -> Image.Image:
    return image.rotate(-sinks, Image.Resampling.BICUBIC, fillcolor=235)


@pytest.mark.parametrize("sinks", [-4.0, -1.3, 0.8, 2.5, 5.0])
def test_lines_are_found_to_sink_as_they_do(sinks: float) -> None:
    found = skew_of(turned(page(), sinks))
    assert found is not None
    assert abs(found - sinks) <= 0.25


def test_a_straight_page_needs_no_turn() -> None:
    assert skew_of(page()) == 0.0


@pytest.mark.parametrize("mode", ["1", "RGB"])
def test_bilevel_and_colour_are_looked_at_too(mode: str) -> None:
    found = skew_of(turned(page(), 2.0).convert(mode))
    assert found is not None
    assert abs(found - 2.0) <= 0.25


@pytest.mark.parametrize("shade", [0, 128, 255])
def test_on_an_empty_page_no_lines_are_seen(shade: int) -> None:
    assert skew_of(Image.new("L", (500, 700), shade)) in {None, 0.0}


def test_a_picture_of_a_few_pixels_tells_nothing() -> None:
    assert skew_of(Image.new("L", (20, 1), 255)) is None
    assert skew_of(Image.new("L", (1, 1), 255)) is None
