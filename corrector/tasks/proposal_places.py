"""Where words of a new reading belong that the text does not have."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corrector.linking.links import Link, united
from corrector.ocr.words import Word
from corrector.scans.geometry import Box
from corrector.tasks.proposal_scope import Scope, holds_middle
from corrector.text.tokens import Token

_Indexed = tuple[int, Word]


@dataclass(frozen=True, slots=True)
class Added:
    """Words that the text does not have.

    Attributes:
        position: where they would be put, in code points.
        text: of the words, parted by blanks.
        box: around them, in pixels of the stored scan.
        confidence: the engine's lowest in them, 0..1, or None.
        own_line: whether they are a line of their own.
    """

    position: int
    text: str
    box: Box | None
    confidence: float | None
    own_line: bool


def places_of_added(scope: Scope) -> list[Added]:
    """Return runs of words that no token of the text stands for, in reading order.

    Words cut off by the border of a region, which stand on tokens outside it, are left out.
    """
    known = scope.token_of_word()
    return [_placed(scope, known, run) for run in _runs(scope, known)]


def _runs(scope: Scope, known: dict[int, Token]) -> Iterator[list[_Indexed]]:
    """Yield neighbouring words of one line that are new."""

    def kind(one: _Indexed) -> tuple[int, bool]:
        return one[1].line, _is_new(one, scope, known)

    for (_, is_new), run in groupby(enumerate(scope.words), key=kind):
        if is_new:
            yield list(run)


def _is_new(one: _Indexed, scope: Scope, known: dict[int, Token]) -> bool:
    index, word = one
    return index not in known and not any(holds_middle(box, word.box) for box in scope.outside)


def _placed(scope: Scope, known: dict[int, Token], run: Sequence[_Indexed]) -> Added:
    words = [word for _, word in run]
    inside = _in_line(scope, known, run)
    confidences = [word.confidence for word in words if word.confidence is not None]
    return Added(
        position=inside if inside is not None else _of_own_line(scope, known, run),
        text=" ".join(word.text for word in words),
        box=united(word.box for word in words),
        confidence=min(confidences, default=None),
        own_line=inside is None,
    )


def _in_line(scope: Scope, known: dict[int, Token], run: Sequence[_Indexed]) -> int | None:
    """Return the place beside the token of a neighbouring word of the line, or None."""
    line = run[0][1].line
    for index in range(run[0][0] - 1, -1, -1):
        if scope.words[index].line != line:
            break
        if index in known:
            return known[index].span.end
    for index in range(run[-1][0] + 1, len(scope.words)):
        if scope.words[index].line != line:
            break
        if index in known:
            return known[index].span.start
    return None


def _of_own_line(scope: Scope, known: dict[int, Token], run: Sequence[_Indexed]) -> int:
    """Return the end of the line after which a new one belongs; 0 before the first."""
    before = [index for index in known if index < run[0][0]]
    if before:
        return _line_end(scope.text, known[max(before)].span.end)
    after = [index for index in known if index > run[-1][0]]
    if after:
        start = scope.text.rfind("\n", 0, known[min(after)].span.start)
        return len(scope.text[: max(start, 0)].rstrip())
    return _below(scope, united(word.box for _, word in run))


def _below(scope: Scope, box: Box | None) -> int:
    """Return the end of the line of the text that stands next above `box` on the scan."""
    above = [link for link in scope.links if _is_above(link, box)]
    if not above:
        return 0
    lowest = max(above, key=lambda link: (link.box.bottom if link.box else 0, link.span))
    return _line_end(scope.text, lowest.span.end)


def _is_above(link: Link, box: Box | None) -> bool:
    """Tell whether a token stands above `box`, in the same column where one can tell."""
    if link.box is None or box is None:
        return False
    overlap = link.box.x < box.right and box.x < link.box.right
    return overlap and link.box.y + link.box.height / 2 < box.y + box.height / 2


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)
