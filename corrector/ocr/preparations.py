"""The table of preparations: what is done to a scan before it is read, and how it is read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP

NONE: Final = "none"
AUTO: Final = "auto"
"""Names that a person can choose besides those of the table: read as it is; find the best."""
_AUTOMATIC_SEGMENTATION: Final = 3
"""Fully automatic: the best mode for letters among 3, 6 and 11 (packaging/decisions/0004)."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """One way to prepare and read a scan.

    Attributes:
        name: as a person writes it.
        title: what it does, in a few words, to be translated (context Preparations).
        scale: how much larger the picture gets; boxes come back divided by it.
        even_paper: shadows, folds and stains of the paper are taken out.
        straight: the picture is turned so that its lines are level; boxes come back as the
            smallest upright ones around those that were read.
        thresholding: Tesseract's number of the way it tells ink from paper: 0 Otsu, 2 Sauvola.
        segmentation: Tesseract's number of the way it looks for lines (psm).
    """

    name: str
    title: str
    scale: float = 1.0
    even_paper: bool = False
    straight: bool = False
    thresholding: int = 0
    segmentation: int = _AUTOMATIC_SEGMENTATION

    @property
    def draws_nothing(self) -> bool:
        """Whether the engine is shown the scan as it is."""
        return self.scale == 1 and not self.even_paper and not self.straight

    @property
    def parameters(self) -> Mapping[str, str]:
        """What is to be known to do it again; nothing for a scan that is read as it is."""
        if self.name == NONE:
            return {}
        return {
            "preparation": self.name,
            "scale": f"{self.scale:g}",
            "even-paper": "yes" if self.even_paper else "no",
            "thresholding": str(self.thresholding),
            "psm": str(self.segmentation),
        }


AS_IT_IS: Final = Preparation(NONE, QT_TRANSLATE_NOOP("Preparations", "the scan as it is"))
PREPARATIONS: Final = (
    AS_IT_IS,
    Preparation("even", QT_TRANSLATE_NOOP("Preparations", "even paper"), even_paper=True),
    Preparation(
        "smaller-even",
        QT_TRANSLATE_NOOP("Preparations", "smaller by a third, even paper"),
        scale=0.7,
        even_paper=True,
    ),
    Preparation(
        "half-even",
        QT_TRANSLATE_NOOP("Preparations", "half size, even paper"),
        scale=0.5,
        even_paper=True,
    ),
    Preparation(
        "double-even",
        QT_TRANSLATE_NOOP("Preparations", "double size, even paper"),
        scale=2.0,
        even_paper=True,
    ),
    Preparation(
        "straight-even",
        QT_TRANSLATE_NOOP("Preparations", "lines made level, even paper"),
        even_paper=True,
        straight=True,
    ),
    Preparation(
        "sauvola",
        QT_TRANSLATE_NOOP("Preparations", "ink told from paper by Sauvola"),
        thresholding=2,
    ),
    Preparation(
        "half-sauvola",
        QT_TRANSLATE_NOOP("Preparations", "half size, ink told from paper by Sauvola"),
        scale=0.5,
        thresholding=2,
    ),
    Preparation("column", QT_TRANSLATE_NOOP("Preparations", "read as one column"), segmentation=4),
    Preparation("block", QT_TRANSLATE_NOOP("Preparations", "read as one block"), segmentation=6),
)
_BY_NAME: Final = {one.name: one for one in PREPARATIONS}


AUTO_TITLE: Final = QT_TRANSLATE_NOOP("Preparations", "the best of several ways where one is poor")
"""What the search does, as the titles of the table say it."""


def names() -> tuple[str, ...]:
    """Return all names that a person can choose."""
    return (AUTO, *_BY_NAME)


def preparation_named(name: str) -> Preparation | None:
    """Return the preparation called `name`; None for the search of the best one.

    Raises:
        UsageError: there is none of that name.
    """
    if name == AUTO:
        return None
    if name not in _BY_NAME:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Recognition",
                "There is no preparation “{name}”. Nothing was read. Known ones: {known}.",
            ),
            name=name,
            known=", ".join(names()),
        )
    return _BY_NAME[name]
