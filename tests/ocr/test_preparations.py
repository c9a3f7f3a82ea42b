"""The table of preparations, what they draw, and the way of boxes back to the stored scan."""

import math
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from corrector.errors import InputError, UsageError
from corrector.ocr.drawing import drawn
from corrector.ocr.layout import FoundWord
from corrector.ocr.pictures import Way, picture_of
from corrector.ocr.preparations import AS_IT_IS, PREPARATIONS, Preparation, names, preparation_named
from corrector.scans.geometry import Box, Orientation
from corrector.scans.image import scan_info
from corrector.scans.listing import ScanSource

INK = Box(300, 100, 120, 40)
"""A black bar on the stored scan of 800 by 600."""


def scan_with_ink(path: Path, orientation: Orientation = Orientation.UPRIGHT) -> ScanSource:
    image = Image.new("L", (800, 600), 230)
    ImageDraw.Draw(image).rectangle((INK.x, INK.y, INK.right - 1, INK.bottom - 1), fill=20)
    exif = Image.Exif()
    exif[274] = int(orientation)
    image.save(path, exif=exif)
    return ScanSource(path)


def found_ink(image: Image.Image) -> Box:
    """Return the box of what is black in a picture, as an engine would."""
    left, top, right, bottom = (
        image.convert("L").point([255] * 100 + [0] * 156).getbbox() or (0,) * 4
    )
    return Box(left, top, right - left, bottom - top)


def where_it_comes_back(
    source: ScanSource, one: Preparation, region: Box | None = None, slope: float = 0.0
) -> Box:
    picture, way = picture_of(source, scan_info(source), one, region, slope)
    image = picture.image or Image.open(picture.source.path)
    word = FoundWord("ink", found_ink(image), 1.0, 1, 1, 1)
    image.close()
    return way.back([word])[0].box


def near(box: Box, other: Box, pixels: int = 4) -> bool:
    sides = zip(
        (box.x, box.y, box.right, box.bottom),
        (other.x, other.y, other.right, other.bottom),
        strict=True,
    )
    return all(abs(one - two) <= pixels for one, two in sides)


@pytest.mark.parametrize("one", PREPARATIONS, ids=lambda one: one.name)
def test_boxes_come_back_in_pixels_of_the_stored_scan_whatever_was_drawn(
    one: Preparation, tmp_path: Path
) -> None:
    assert near(where_it_comes_back(scan_with_ink(tmp_path / "a.png"), one), INK)


@pytest.mark.parametrize("orientation", list(Orientation)[1:])
@pytest.mark.parametrize("region", [None, Box(250, 50, 400, 300), Box(280, 90, 900, 900)])
def test_boxes_come_back_however_the_scan_lies(
    orientation: Orientation, region: Box | None, tmp_path: Path
) -> None:
    source = scan_with_ink(tmp_path / "a.jpg", orientation)
    half = next(one for one in PREPARATIONS if one.scale < 1 and one.even_paper)
    assert near(where_it_comes_back(source, half, region), INK, pixels=6)


@pytest.mark.parametrize("slope", [-5.0, -0.4, 1.3, 6.0])
@pytest.mark.parametrize("scale", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("orientation", [Orientation.UPRIGHT, Orientation.QUARTER_TURN_RIGHT])
def test_boxes_on_level_lines_come_back_around_what_was_read(
    slope: float, scale: float, orientation: Orientation, tmp_path: Path
) -> None:
    source = scan_with_ink(tmp_path / "a.png", orientation)
    level = Preparation("x", "", scale=scale, even_paper=True, straight=True)
    for region in (None, Box(250, 50, 400, 300)):
        box = where_it_comes_back(source, level, region, slope)
        grown = 2 * INK.width * abs(math.sin(math.radians(slope)))  # turned there and back
        assert near(box, INK, pixels=round(grown) + 4)
        assert box.x <= INK.x + 3
        assert box.right >= INK.right - 3


def test_a_picture_is_turned_so_that_its_lines_are_level_and_nothing_is_cut_off() -> None:
    image = Image.new("L", (600, 400), 230)
    ImageDraw.Draw(image).line((0, 190, 599, 211), fill=20, width=3)
    picture = drawn(image, Preparation("x", "", straight=True), slope=2.0)
    assert found_ink(picture).height < 10
    assert found_ink(picture).width >= 598
    assert picture.getpixel((0, 0)) == 230


def test_a_region_shows_nothing_of_the_rest_of_the_page(tmp_path: Path) -> None:
    source = scan_with_ink(tmp_path / "a.png")
    picture, _ = picture_of(source, scan_info(source), AS_IT_IS, Box(0, 0, 200, 200))
    assert picture.image is not None
    assert found_ink(picture.image) == Box(0, 0, 0, 0)


@pytest.mark.parametrize("region", [Box(900, 10, 50, 50), Box(0, 0, 3, 300), Box(-50, 0, 55, 90)])
def test_a_region_beside_the_scan_or_too_small_is_refused(region: Box, tmp_path: Path) -> None:
    source = scan_with_ink(tmp_path / "a.png")
    with pytest.raises(InputError, match="nothing to read in this region"):
        picture_of(source, scan_info(source), AS_IT_IS, region)


def test_even_paper_takes_a_shadow_out_and_leaves_the_letters(tmp_path: Path) -> None:
    image = Image.linear_gradient("L").resize((800, 600)).point(lambda grey: 120 + grey // 2)
    ImageDraw.Draw(image).rectangle((300, 300, 306, 340), fill=20)
    even = drawn(image, Preparation("x", "", even_paper=True))
    assert even.getpixel((303, 320)) == 0
    paper = even.crop((10, 10, 200, 590)).getextrema()
    assert isinstance(paper[0], int)
    assert paper[0] > 240


def test_a_picture_of_one_pixel_can_be_prepared() -> None:
    for one in PREPARATIONS:
        assert min(drawn(Image.new("1", (1, 1)), one).size) >= 1


def test_an_unknown_preparation_is_refused_and_the_known_ones_are_listed() -> None:
    with pytest.raises(UsageError) as caught:
        preparation_named("blurred")
    assert all(name in str(caught.value) for name in (*names(), "blurred"))
    assert len(set(names())) == len(names())
    assert preparation_named("auto") is None
    assert preparation_named("none") == AS_IT_IS


def test_boxes_of_a_region_are_moved_by_where_it_lies(tmp_path: Path) -> None:
    info = scan_info(scan_with_ink(tmp_path / "a.png"))
    word = FoundWord("a", Box(20, 30, 40, 10), None, 1, 1, 1)
    assert Way(info, 2.0, -100, -50).back([word])[0].box == Box(110, 65, 20, 5)
