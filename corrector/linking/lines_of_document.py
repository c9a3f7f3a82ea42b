"""The lines of the text of a document, and on which scans their letters were found."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from corrector.linking.anchors import plain
from corrector.linking.tying import tie
from corrector.ocr.words import Reading
from corrector.text.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not blank.

    Attributes:
        start: where it starts in the text.
        text: of the line, without blanks around.
        letters: how many letters and digits it has.
        found: how many of them were found on each scan.
    """

    start: int
    text: str
    letters: int
    found: list[int]

    def share(self, page: int) -> float:
        """Return which share of its letters was found on a scan."""
        return min(self.found[page] / self.letters, 1.0) if self.letters else 0.0


def lines_of(text: str, readings: Sequence[Reading]) -> list[Line]:
    """Return the lines of `text`, tied to what was read on all scans as if it were one."""
    tokens = tokenise(text)
    mine = [plain(token.text) for token in tokens]
    words = [plain(word.text) for reading in readings for word in reading.words]
    ends = list(accumulate(len(reading.words) for reading in readings))
    lines = _unread(text, tokens, mine, len(readings))
    starts = [line.start for line in lines]
    for index, tied in tie(mine, words).items():
        line = lines[bisect_right(starts, tokens[index].span.start) - 1]
        for word in tied:
            line.found[bisect_right(ends, word)] += min(len(mine[index]), len(words[word]))
    return lines


def _unread(
    text: str, tokens: Sequence[Token], plain_texts: Sequence[str], pages: int
) -> list[Line]:
    letters: dict[int, int] = {}
    for token, own in zip(tokens, plain_texts, strict=True):
        start = text.rfind("\n", 0, token.span.start) + 1
        letters[start] = letters.get(start, 0) + len(own)
    return [
        Line(start, _line_at(text, start), count, [0] * pages) for start, count in letters.items()
    ]


def _line_at(text: str, start: int) -> str:
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)].strip()
