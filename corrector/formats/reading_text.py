"""A page as running text: lines joined, divided words made whole, blank lines between blocks."""

from itertools import groupby, pairwise

from corrector.formats.line_ends import LineEnd, line_end_between


def reading_text(text: str) -> str:
    """Return `text` with the lines of each block joined and an empty line between blocks."""
    groups = groupby(text.split("\n"), key=lambda line: bool(line.strip()))
    return "\n\n".join(_joined(list(lines)) for written, lines in groups if written)


def _joined(lines: list[str]) -> str:
    parts = [lines[0]]
    for line, following in pairwise(lines):
        end = line_end_between(line, following)
        if end is LineEnd.WORD_GOES_ON:
            parts[-1] = parts[-1][:-1]
        elif end is LineEnd.WORD_ENDS:
            parts.append(" ")
        parts.append(following)
    return "".join(parts)
