"""Brings the many kinds of pixels to three: black and white (1), grey (L) and colour (RGB)."""

import io
from typing import Final

from PIL import ExifTags, Image, ImageCms, ImageOps

_PLAIN: Final = frozenset({"1", "L", "RGB"})
_GREY: Final = frozenset({"L", "LA", "La"})
_PROFILE_SPACES: Final = {"RGB": "RGB", "CMYK": "CMYK"}
_BITS: Final = 8
_WHITE_IS_ZERO: Final = 0


def plain(image: Image.Image) -> Image.Image:
    """Return `image` in mode 1, L or RGB: transparent on white, colours in sRGB.

    An image in mode 1 or L stays as it is. The pixels of `image` may be changed in place.

    Raises:
        ValueError: if Pillow cannot convert the mode.
    """
    profile = image.info.get("icc_profile")
    image = _opaque(_eight_bits(image))
    if image.mode == "P":
        image = _without_palette(image)
    if profile and image.mode in _PROFILE_SPACES:
        image = _in_srgb(image, profile)
    return image if image.mode in _PLAIN else image.convert("RGB")


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return grey of more than eight bits as L; how many bits are in use shows in the values."""
    if image.mode == "F":
        _, brightest = image.getextrema()
        factor = 255.0 if brightest <= 1 else min(1.0, 255 / brightest)  # type: ignore[operator]
        return image.point(lambda value: value * factor).convert("L")
    if not image.mode.startswith("I"):
        return image
    whole = image.convert("I")
    _, brightest = whole.getextrema()
    factor = 0.5 ** max(0, int(brightest).bit_length() - _BITS)  # type: ignore[arg-type]
    grey = whole.point(lambda value: value * factor).convert("L")
    return ImageOps.invert(grey) if _white_is_zero(image) else grey


def _white_is_zero(image: Image.Image) -> bool:
    """Tell whether a TIFF says so; of sixteen bits, unlike of eight, Pillow leaves it at that."""
    tags = getattr(image, "tag_v2", {})
    return bool(tags.get(ExifTags.Base.PhotometricInterpretation) == _WHITE_IS_ZERO)


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode == "1" or not image.has_transparency_data:
        return image
    grey = image.mode in _GREY
    layered = image.convert("LA" if grey else "RGBA")
    paper = Image.new("L" if grey else "RGB", image.size, "white")
    paper.paste(layered.convert(paper.mode), mask=layered.getchannel("A"))
    return paper


def _without_palette(image: Image.Image) -> Image.Image:
    palette = image.getpalette("RGB") or []
    grey = palette[::3] == palette[1::3] == palette[2::3]
    return image.convert("L" if grey else "RGB")


def _in_srgb(image: Image.Image, data: bytes) -> Image.Image:
    """Return `image` in sRGB; a profile that is broken or made for other pixels is left aside."""
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(data))
        space = str(profile.profile.xcolor_space).strip()
        if space != _PROFILE_SPACES[image.mode] or _is_srgb(profile):
            return image
        converted = ImageCms.profileToProfile(
            image, profile, ImageCms.createProfile("sRGB"), outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    return ImageCms.getProfileDescription(profile).strip().lower().startswith("srgb")
