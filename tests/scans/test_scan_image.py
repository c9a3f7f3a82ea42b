"""Scans of every kind open upright and in plain colours; broken ones are refused plainly."""

import gc
import io
import zlib
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms, ImageFile

from corrector.errors import InputError
from corrector.scans import limits
from corrector.scans.geometry import Orientation
from corrector.scans.image import open_preview, open_scan, scan_info
from corrector.scans.listing import ScanSource
from tests.scans.made_files import tiff

RED, WHITE = (255, 0, 0), (255, 255, 255)


def saved(path: Path, image: Image.Image, **options: object) -> ScanSource:
    image.save(path, **options)
    return ScanSource(path)


def marked(size: tuple[int, int] = (48, 32)) -> Image.Image:
    """White with a black top left quarter, so that every turn shows."""
    image = Image.new("L", size, 255)
    image.paste(0, (0, 0, size[0] // 2, size[1] // 2))
    return image


@pytest.mark.parametrize("suffix", ["tif", "jpg", "png", "webp", "bmp", "jp2"])
def test_every_kind_of_file_opens(tmp_path: Path, suffix: str) -> None:
    source = saved(tmp_path / f"a.{suffix}", Image.new("RGB", (30, 20), RED))
    info, scan = scan_info(source), open_scan(source)
    assert (info.width, info.height, info.mode) == (30, 20, "RGB")
    assert (scan.mode, scan.size) == ("RGB", (30, 20))
    red, green, blue = scan.getpixel((15, 10))
    assert red > 250
    assert green + blue < 10


@pytest.mark.parametrize("orientation", Orientation)
@pytest.mark.parametrize(
    ("suffix", "options"),
    [
        ("jpg", {"quality": 100}),
        ("png", {}),
        ("tif", {}),
        ("tif", {"compression": "tiff_lzw"}),
        ("webp", {"lossless": True}),
    ],
)
def test_a_scan_is_turned_upright_once(
    tmp_path: Path, suffix: str, options: dict[str, object], orientation: Orientation
) -> None:
    upright = marked((64, 48))
    turns = {
        1: None, 2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    turn = turns[orientation]
    stored = upright if turn is None else upright.transpose(turn)
    exif = Image.Exif()
    exif[0x0112] = int(orientation)
    source = saved(tmp_path / f"a.{suffix}", stored, exif=exif, **options)
    info, scan, preview = scan_info(source), open_scan(source), open_preview(source, 32)
    assert (info.width, info.height, info.orientation) == (*stored.size, orientation)
    assert scan.size == (64, 48)
    assert preview.size == (32, 24)
    for image in (scan.convert("L"), preview.convert("L")):
        corners = [
            image.getpixel((x, y)) > 128
            for x in (3, image.width - 3)
            for y in (3, image.height - 3)
        ]
        assert corners == [False, True, True, True]
    assert scan.getexif().get(0x0112, 1) == 1


def test_an_orientation_that_makes_no_sense_counts_as_none(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 42
    source = saved(tmp_path / "a.jpg", marked(), exif=exif)
    assert scan_info(source).orientation is Orientation.UPRIGHT
    assert open_scan(source).size == (48, 32)


def turned_png(path: Path, kind: bytes, body: bytes, *, behind: bool) -> ScanSource:
    """A PNG that says before or behind its pixels how it is to be turned."""
    marked((64, 48)).save(path)
    data = path.read_bytes()
    at = data.index(b"IEND" if behind else b"IDAT") - 4
    chunk = len(body).to_bytes(4, "big") + kind + body
    chunk += zlib.crc32(kind + body).to_bytes(4, "big")
    path.write_bytes(data[:at] + chunk + data[at:])
    return ScanSource(path)


def turning_exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = int(Orientation.QUARTER_TURN_RIGHT)
    return exif.tobytes().removeprefix(b"Exif\0\0")


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (b"eXIf", turning_exif()),
        (b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(
            b"\nexif\n" + str(len(turning_exif())).encode() + b"\n" + turning_exif().hex().encode()
        )),
        (b"iTXt", b'XML:com.adobe.xmp\0\0\0\0\0<x tiff:Orientation="6"/>'),
    ],
    ids=["eXIf", "old EXIF", "XMP"],
)  # fmt: skip
def test_a_png_tells_its_orientation_before_and_behind_its_pixels(
    tmp_path: Path, kind: bytes, body: bytes, behind: bool
) -> None:
    source = turned_png(tmp_path / "a.png", kind, body, behind=behind)
    assert scan_info(source).orientation is Orientation.QUARTER_TURN_RIGHT
    assert open_scan(source).size == (48, 64)
    assert open_preview(source, 32).size == (24, 32)


def test_a_png_that_is_cut_in_its_pixels_or_behind_them_counts_as_upright(tmp_path: Path) -> None:
    source = turned_png(tmp_path / "a.png", b"eXIf", turning_exif(), behind=True)
    data = source.path.read_bytes()
    for end in (data.index(b"IDAT") + 8, data.index(b"eXIf") + 9):
        source.path.write_bytes(data[:end])
        assert scan_info(source).orientation is Orientation.UPRIGHT


@pytest.mark.parametrize("suffix", ["tif", "jpg", "png", "webp", "bmp", "jp2"])
def test_the_header_is_read_without_a_pixel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    source = saved(tmp_path / f"a.{suffix}", marked().convert("RGB"))

    def decoded(_: object) -> None:
        raise AssertionError("pixels were decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", decoded)
    assert (scan_info(source).width, scan_info(source).height) == (48, 32)


@pytest.mark.parametrize(
    ("image", "suffix", "mode", "pixel"),
    [
        (Image.new("1", (9, 9), 1), "tif", "1", 255),
        (Image.new("L", (9, 9), 77), "png", "L", 77),
        (Image.new("CMYK", (9, 9), (0, 255, 255, 0)), "tif", "RGB", RED),
        (Image.new("I;16", (9, 9), 0xC0FF), "png", "L", 0xC0),
        (Image.new("I;16", (9, 9), 0xC0FF), "tif", "L", 0xC0),
        (Image.new("I", (9, 9), 0xC00), "tif", "L", 0xC0),
        (Image.new("F", (9, 9), 0.5), "tif", "L", 127),
        (Image.new("F", (9, 9), 0.0), "tif", "L", 0),
        (Image.new("RGBA", (9, 9), (255, 0, 0, 0)), "png", "RGB", WHITE),
        (Image.new("RGBA", (9, 9), (255, 0, 0, 255)), "tif", "RGB", RED),
        (Image.new("LA", (9, 9), (0, 0)), "png", "L", 255),
        (Image.new("RGB", (9, 9), RED).quantize(4), "png", "RGB", RED),
        (Image.new("L", (9, 9), 77).convert("P"), "png", "L", 77),
    ],
)
def test_all_pixels_become_plain(
    tmp_path: Path, image: Image.Image, suffix: str, mode: str, pixel: object
) -> None:
    source = saved(tmp_path / f"a.{suffix}", image)
    scan, preview = open_scan(source), open_preview(source, 5)
    assert (scan.mode, scan.getpixel((4, 4))) == (mode, pixel)
    assert preview.mode == ("L" if mode == "1" else mode)
    assert preview.getpixel((2, 2)) == pixel


def test_a_transparent_colour_of_a_palette_is_white(tmp_path: Path) -> None:
    image = Image.new("RGB", (9, 9), RED).quantize(4)
    source = saved(tmp_path / "a.png", image, transparency=image.getpixel((0, 0)))
    assert open_scan(source).getpixel((4, 4)) == WHITE


def profile(space: str) -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()


@pytest.mark.parametrize("data", [b"no profile at all", profile("LAB"), profile("sRGB")[:300]])
def test_a_profile_that_is_broken_or_does_not_fit_is_left_aside(
    tmp_path: Path, data: bytes
) -> None:
    source = saved(tmp_path / "a.png", Image.new("RGB", (9, 9), RED), icc_profile=data)
    scan = open_scan(source)
    assert scan.getpixel((4, 4)) == RED
    assert "icc_profile" not in scan.info


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P"])
def test_an_embedded_profile_is_brought_to_srgb_once(tmp_path: Path, mode: str) -> None:
    srgb = profile("sRGB").replace("sRGB".encode("utf-16-be"), "test".encode("utf-16-be"))
    red_is_blue = srgb.replace(b"rXYZ", b"----").replace(b"bXYZ", b"rXYZ").replace(b"----", b"bXYZ")
    image = Image.new("RGB", (9, 9), RED).convert(mode)
    source = saved(tmp_path / "a.png", image, icc_profile=red_is_blue)
    for found in (open_scan(source), open_preview(source, 5)):
        red, green, blue = found.getpixel((2, 2))
        assert (red < 5, green < 5, blue > 250) == (True, True, True)


def test_an_srgb_profile_changes_nothing(tmp_path: Path) -> None:
    image = Image.new("RGB", (9, 9), (12, 34, 56))
    source = saved(tmp_path / "a.png", image, icc_profile=profile("sRGB"))
    assert open_scan(source).getpixel((4, 4)) == (12, 34, 56)


@pytest.mark.parametrize(
    ("dpi", "expected"), [((300, 300), 300), ((1, 1), None), ((0, 0), None), (None, None)]
)
def test_a_resolution_is_told_where_it_is_plausible(
    tmp_path: Path, dpi: object, expected: float | None
) -> None:
    source = saved(tmp_path / "a.jpg", marked(), **({"dpi": dpi} if dpi else {}))
    assert scan_info(source).resolution == expected
    assert open_scan(source).info == ({"dpi": (expected, expected)} if expected else {})


@pytest.mark.parametrize(
    ("header", "tags", "expected"),
    [
        (None, {}, None),
        (None, {ExifTags.Base.XResolution: 72.0, ExifTags.Base.ResolutionUnit: 2}, 72),
        (None, {ExifTags.Base.XResolution: 400.0, ExifTags.Base.ResolutionUnit: 2}, 400),
        ((72, 72), {}, 72),
    ],
)
def test_beside_exif_without_a_resolution_none_is_made_up(
    tmp_path: Path, header: tuple[int, int] | None, tags: dict[int, object], expected: float | None
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif.update(tags)
    more = {"dpi": header} if header else {}
    source = saved(tmp_path / "a.jpg", marked(), exif=exif, **more)
    assert scan_info(source).resolution == expected


def test_each_frame_of_a_tiff_is_a_scan(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(tiff(3))
    for frame in range(3):
        source = ScanSource(path, frame)
        assert scan_info(source).width == 30 + frame
        assert open_scan(source).getpixel((5, 5)) == frame * 20
    with pytest.raises(InputError, match="no page 4"):
        open_scan(ScanSource(path, 3))


def test_a_preview_is_never_larger_than_the_scan(tmp_path: Path) -> None:
    source = saved(tmp_path / "a.jpg", marked((300, 200)))
    assert open_preview(source, 1000).size == (300, 200)
    assert open_preview(source, 30).size == (30, 20)
    assert open_preview(source, 1).size == (1, 1)
    assert open_preview(saved(tmp_path / "b.jpg", marked((3000, 4))), 30).size == (30, 1)


@pytest.mark.parametrize("suffix", ["tif", "jpg", "png", "webp", "bmp", "jp2"])
def test_a_cut_file_is_refused(tmp_path: Path, suffix: str) -> None:
    noise = Image.effect_noise((200, 200), 90)
    source = saved(tmp_path / f"a.{suffix}", noise)
    data = source.path.read_bytes()
    source.path.write_bytes(data[: len(data) // 2])
    with pytest.raises(InputError, match=rf"a\.{suffix}.*Nothing was changed"):
        open_scan(source)
    with pytest.raises(InputError):
        open_preview(source, 50)


@pytest.mark.parametrize("data", [b"", b"not an image", b"\xff\xd8\xff\xe0" + bytes(40), b"GIF89a"])
def test_what_is_no_image_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(data)
    for attempt in (scan_info, open_scan):
        with pytest.raises(InputError, match="cannot be read"):
            attempt(ScanSource(path))


def test_a_scan_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        open_scan(ScanSource(tmp_path / "gone.jpg"))


@pytest.mark.parametrize("limit", [800, 1500])
def test_a_scan_above_the_limit_is_refused_with_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int
) -> None:
    source = saved(tmp_path / "a.png", Image.new("L", (2000, 1)))
    monkeypatch.setattr(limits, "MAX_SCAN_PIXELS", limit)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", limit)
    with pytest.raises(InputError, match="million pixels"):
        scan_info(source)


def test_the_limit_is_pillows_limit() -> None:
    assert Image.MAX_IMAGE_PIXELS == limits.MAX_SCAN_PIXELS == 1_000_000_000


def test_a_small_file_that_claims_to_be_huge_is_refused(tmp_path: Path) -> None:
    data = io.BytesIO()
    Image.new("1", (40, 40)).save(data, "BMP")
    changed = bytearray(data.getvalue())
    changed[18:26] = (60_000).to_bytes(4, "little") * 2
    (tmp_path / "a.bmp").write_bytes(changed)
    with pytest.raises(InputError, match="3600 million pixels; up to 1000 million"):
        open_scan(ScanSource(tmp_path / "a.bmp"))


def test_no_file_stays_open(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(tiff(2))
    scans = [open_scan(ScanSource(path, frame)) for frame in (0, 1)]
    previews = [open_preview(ScanSource(path, frame), 10) for frame in (0, 1)]
    path.write_bytes(b"")
    gc.collect()
    assert [image.copy().size for image in scans + previews] == [
        (30, 40),
        (31, 40),
        (7, 10),
        (8, 10),
    ]


@pytest.mark.slow
def test_every_sample_opens(shared: Path) -> None:
    paths = [
        path
        for path in (shared / "samples").rglob("*")
        if path.suffix in {".jpg", ".jpeg", ".png", ".tif"}
    ]
    assert len(paths) > 50
    for path in paths:
        info = scan_info(ScanSource(path))
        preview = open_preview(ScanSource(path), 400)
        assert max(preview.size) == 400
        assert (preview.width > preview.height) == (info.width > info.height)
