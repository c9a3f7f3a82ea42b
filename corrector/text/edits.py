"""The smallest edits between two texts, spoken of as difflib does: opcodes and ratios.

The C++ engine of diff-match-patch finds the differences; the Python library of the same name makes
them readable (semantic clean-up) where a person will look at them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import fast_diff_match_patch
from diff_match_patch import diff_match_patch

from corrector.text.tokens import Span

Tag = Literal["equal", "replace", "delete", "insert"]
Opcode = tuple[Tag, int, int, int, int]
_Difference = tuple[int, str]

_DELETE: Final = -1
_EQUAL: Final = 0
_INSERT: Final = 1
_OF_ENGINE: Final = {"-": _DELETE, "=": _EQUAL, "+": _INSERT}
_FIRST_CODE: Final = 0xE000
"""Private-use code points, and beyond U+FFFF further planes, stand for whole items."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One replacement: `new` takes the place of `span` of the old text."""

    span: Span
    new: str

    @property
    def growth(self) -> int:
        """How many code points longer the text is after this edit."""
        return len(self.new) - self.span.length


def opcodes(old: str, new: str, *, readable: bool = False) -> list[Opcode]:
    """Return how to turn `old` into `new`, in the form of `difflib.SequenceMatcher.get_opcodes`.

    Args:
        old: the text before.
        new: the text after.
        readable: merge chance agreements inside larger changes, for showing to a person.
    """
    differences = _differences(old, new)
    if readable:
        diff_match_patch().diff_cleanupSemantic(differences)
    return list(_opcodes(differences))


def item_opcodes(old: Sequence[str], new: Sequence[str]) -> list[Opcode]:
    """Return opcodes between two sequences of strings (tokens, lines), compared as wholes."""
    codes: dict[str, str] = {}

    def coded(items: Sequence[str]) -> str:
        return "".join(codes.setdefault(item, chr(_FIRST_CODE + len(codes))) for item in items)

    return opcodes(coded(old), coded(new))


def smallest_edits(old: str, new: str) -> tuple[Edit, ...]:
    """Return the edits that turn `old` into `new`, in order, by code point."""
    return tuple(
        Edit(Span(start, end), new[new_start:new_end])
        for tag, start, end, new_start, new_end in opcodes(old, new)
        if tag != "equal"
    )


def ratio(old: str, new: str) -> float:
    """Return how alike two texts are, 0..1: twice the matching code points over all of them."""
    total = len(old) + len(new)
    matching = sum(len(part) for kind, part in _differences(old, new) if kind == _EQUAL)
    return 2 * matching / total if total else 1.0


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` after `edits`, whose spans are spans of `text`, in order, not overlapping."""
    parts: list[str] = []
    position = 0
    for edit in edits:
        parts += (text[position : edit.span.start], edit.new)
        position = edit.span.end
    parts.append(text[position:])
    return "".join(parts)


def new_spans(edits: Iterable[Edit]) -> tuple[Span, ...]:
    """Return where the new texts of `edits` stand once all of them were applied."""
    spans: list[Span] = []
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        spans.append(Span(start, start + len(edit.new)))
        shift += edit.growth
    return tuple(spans)


def _differences(old: str, new: str) -> list[_Difference]:
    """Return the raw differences as diff-match-patch writes them: (kind, text)."""
    result: list[_Difference] = []
    before = after = 0
    found = fast_diff_match_patch.diff(
        old, new, timelimit=1.0, checklines=True, cleanup="No", counts_only=True
    )
    for operation, length in found:
        kind = _OF_ENGINE[operation]
        part = new[after : after + length] if kind == _INSERT else old[before : before + length]
        before += length if kind != _INSERT else 0
        after += length if kind != _DELETE else 0
        result.append((kind, part))
    return result


def _opcodes(differences: Iterable[_Difference]) -> Iterator[Opcode]:
    before = after = 0
    removed = added = 0
    for kind, part in [*differences, (_EQUAL, "")]:
        removed += len(part) if kind == _DELETE else 0
        added += len(part) if kind == _INSERT else 0
        if kind != _EQUAL:
            continue
        if removed or added:
            tag: Tag = "replace" if removed and added else "delete" if removed else "insert"
            yield tag, before, before + removed, after, after + added
        before, after = before + removed, after + added
        removed = added = 0
        if part:
            yield "equal", before, before + len(part), after, after + len(part)
        before, after = before + len(part), after + len(part)
