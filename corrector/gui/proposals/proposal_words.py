"""What is said of a proposal: where it comes from, and why a place of it is locked."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from corrector.messages import QT_TRANSLATE_NOOP
from corrector.ocr.words import Reading
from corrector.scans.geometry import Box
from corrector.tasks.proposed import ProposedChange
from corrector.tasks.settled import CONFIRMED, DOUBTFUL
from corrector.text.marks import Mark
from corrector.text.tokens import Span

_CONTEXT = "Proposals"


def about(reading: Reading, region: Box | None) -> str:
    """Return who read what, in a sentence; `region` is None where the whole page was read."""
    said = QT_TRANSLATE_NOOP("Proposals", "Page read anew by {engine}.")
    if region is not None:
        said = QT_TRANSLATE_NOOP("Proposals", "Region read anew by {engine}.")
    engine = reading.engine
    name = f"{engine.name} {engine.version}"
    return QCoreApplication.translate(_CONTEXT, said).format(engine=name)


def details(reading: Reading, region: Box | None) -> dict[str, str]:
    """Return what the record keeps of a correction that was taken from `reading`."""
    engine = reading.engine
    said = {
        "engine": engine.name,
        "engine-version": engine.version,
        "languages": "+".join(engine.languages),
        **engine.parameters,
    }
    if region is not None:
        said["region"] = f"{region.x},{region.y},{region.width},{region.height}"
    return said


def reason_locked(change: ProposedChange, marks: Sequence[Mark]) -> str:
    """Return why the place of `change` is locked, in a few words."""
    around = Span(max(0, change.span.start - 1), change.span.end + 1)
    kinds = {mark.kind for mark in marks if mark.span.overlaps(around)}
    said = QT_TRANSLATE_NOOP("Proposals", "it was corrected by hand")
    if CONFIRMED in kinds:
        said = QT_TRANSLATE_NOOP("Proposals", "it was confirmed as it stands")
    elif DOUBTFUL in kinds:
        said = QT_TRANSLATE_NOOP("Proposals", "it was marked doubtful")
    return QCoreApplication.translate(_CONTEXT, said)
