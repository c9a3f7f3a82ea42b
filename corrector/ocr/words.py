"""What an engine read on a scan: words with boxes and confidences, and who read them how."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from corrector.scans.geometry import Box
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One recognised word.

    Attributes:
        text: what the engine read; never blank.
        span: where it stands in `Reading.text`, in code points.
        box: where it stands on the scan, in pixels of the stored file.
        confidence: the engine's own, 0..1; None where the engine gives none.
        block: number of the layout block, from 0.
        line: number of the line on the page, from 0, in reading order.
    """

    text: str
    span: Span
    box: Box
    confidence: float | None
    block: int
    line: int


@dataclass(frozen=True, slots=True)
class EngineDescription:
    """Which program read a scan, and how: enough to repeat the reading."""

    name: str
    version: str
    languages: tuple[str, ...]
    parameters: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Reading:
    """What an engine read on one scan.

    Attributes:
        text: the words in reading order; a line a line, a blank line between blocks.
        words: the words of `text`, in order.
        width: of the stored scan in pixels.
        height: of the stored scan in pixels.
        engine: who read it and how.
    """

    text: str
    words: tuple[Word, ...]
    width: int
    height: int
    engine: EngineDescription
