"""The one place that speaks to tesserocr, which has no types: Tesseract inside this process."""

from collections.abc import Mapping
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from PIL.Image import Image

_MILLISECONDS: Final = 1000
_VERSION_WORD: Final = 1


def library() -> ModuleType | None:
    """Return tesserocr, or None where it is not installed or cannot be loaded here."""
    try:
        import tesserocr
    except ImportError:
        return None
    return tesserocr  # type: ignore[no-any-return]


def library_version() -> str:
    """Return the version of the Tesseract that tesserocr brings, such as 5.5.1."""
    import tesserocr

    words: list[str] = tesserocr.tesseract_version().split()
    return words[_VERSION_WORD]


def library_languages(models: str) -> list[str]:
    """Return the names of the models in a folder."""
    import tesserocr

    return list(tesserocr.get_languages(models)[1])


class LoadedModels:
    """Models of some languages, loaded once and used for many pictures; for one thread only."""

    def __init__(self, models: str, languages: str, engine_mode: int) -> None:
        """Load the models.

        Raises:
            RuntimeError: they cannot be loaded.
        """
        import tesserocr

        self._api: Any = tesserocr.PyTessBaseAPI(path=models, lang=languages, oem=engine_mode)

    def table(
        self,
        image: "Image",
        segmentation: int,
        variables: Mapping[str, str],
        time_limit: float,
    ) -> str | None:
        """Return the table of the words on a picture, without its header; None when too slow.

        Args:
            image: in mode 1, L or RGB.
            segmentation: number of the page segmentation mode.
            variables: of Tesseract; they stay set for the next picture.
            time_limit: in seconds; looked at by Tesseract between its steps.

        Raises:
            RuntimeError: Tesseract cannot read the picture.
        """
        self._api.SetPageSegMode(segmentation)
        for name, value in variables.items():
            self._api.SetVariable(name, value)
        pixels = image.convert("L") if image.mode == "1" else image
        depth = len(pixels.getbands())
        self._api.SetImageBytes(pixels.tobytes(), *pixels.size, depth, depth * pixels.width)
        try:
            done = self._api.Recognize(int(time_limit * _MILLISECONDS))
            return str(self._api.GetTSVText(0)) if done else None
        finally:
            self._api.Clear()
