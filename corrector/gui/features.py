"""Every feature that joins the window by itself: one entry a feature, in the order they begin."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final, Protocol

from corrector.gui.adjusting import Adjusting
from corrector.gui.choosing_regions import ChoosingRegions
from corrector.gui.descriptions.describing import DocumentData
from corrector.gui.dividing import Dividing
from corrector.gui.explaining import Explaining
from corrector.gui.exports.exporting import Exporting
from corrector.gui.kinds import Kinds
from corrector.gui.languages import Languages
from corrector.gui.lexicons import Lexicons
from corrector.gui.lines.line_view import LineView
from corrector.gui.magnifying import Magnifying
from corrector.gui.marking.marking import Marking
from corrector.gui.preparing import Preparing
from corrector.gui.proposals.proposing import Proposals
from corrector.gui.reopening import Reopening
from corrector.gui.returning import Returning
from corrector.gui.series.series_feature import SeriesFeature
from corrector.gui.sharing.feature import Sharing

if TYPE_CHECKING:
    from corrector.gui.main_window import MainWindow


class Feature(Protocol):
    """A part of the window that connects itself to the panes and flows it needs."""

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Return what is done for each of its commands, by name."""
        ...


FEATURES: Final[tuple[Callable[["MainWindow"], Feature], ...]] = (
    Adjusting,
    ChoosingRegions,
    Dividing,
    DocumentData,
    Exporting,
    Explaining,
    Kinds,
    Languages,
    Lexicons,
    LineView,
    Magnifying,
    Marking,
    Preparing,
    Proposals,
    Reopening,
    Returning,
    SeriesFeature,
    Sharing,
)


def begin_features(window: "MainWindow") -> tuple[Feature, ...]:
    """Return the features of `window`, each of them connected to it."""
    return tuple(begin(window) for begin in FEATURES)
