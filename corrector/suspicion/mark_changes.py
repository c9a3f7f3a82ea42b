"""Tells which marks around a word a person changed, and in what sort of place they stood."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from corrector.suspicion.anatomy import Anatomy, anatomy_of
from corrector.suspicion.forms import Case, case_of
from corrector.text.tokens import tokenise


class Where(StrEnum):
    """Where marks stand: before a word, or behind it, told by what follows."""

    BEFORE_WORD = "marks-before-word"
    BEFORE_CAPITAL = "marks-before-capital"
    BEFORE_SMALL = "marks-before-small"
    LINE_END = "marks-line-end"


MarkChange = tuple[str, str, Where]
"""What was read, what really stood there (empty for nothing), and where."""


def where_behind(own: str, following: str, *, ends_line: bool) -> Where:
    """Return in what sort of place the marks behind a word stand.

    Args:
        own: the word without marks.
        following: the next word without marks, also over a line end; empty if there is none.
        ends_line: whether the word ends its line. A line that goes on in small letters, or with a
            figure, is none that ends; in a stretch of capitals no capital tells anything.
    """
    runs_on = following[:1] and not following[0].isupper()
    if runs_on or (len(following) > 1 and following.isupper() and own.isupper()):
        return Where.BEFORE_SMALL
    return Where.LINE_END if ends_line or not following else Where.BEFORE_CAPITAL


def where_in_text(own: str, after: str) -> Where:
    """Return in what sort of place marks stand behind which the text `after` begins."""
    ends_line = "\n" in after[: len(after) - len(after.lstrip())] or not after.strip()
    cores = (anatomy_of(token).core for token in after.split())
    return where_behind(own, next(filter(None, cores), ""), ends_line=ends_line)


def may_list_names(own: str, following: str, where: Where) -> bool:
    """Tell whether a capital follows `own` by right: `Paris, London`, or the word I."""
    if where not in {Where.BEFORE_CAPITAL, Where.LINE_END}:
        return False
    return case_of(own) not in {Case.SMALL, Case.NONE} or following == "I"


def standing_marks(text: str) -> Counter[tuple[str, Where]]:
    """Return how often which marks stand where in `text`, names in lists left out."""
    found: Counter[tuple[str, Where]] = Counter()
    following, start = "", len(text)
    for token in reversed(tokenise(text)):
        anatomy, span = anatomy_of(token.text), token.span
        if anatomy.core and anatomy.lead:
            found[anatomy.lead, Where.BEFORE_WORD] += 1
        if anatomy.core and anatomy.trail:
            ends_line = start == len(text) or "\n" in text[span.end : start]
            where = where_behind(anatomy.core, following, ends_line=ends_line)
            if not may_list_names(anatomy.core, following, where):
                found[anatomy.trail, where] += 1
        following, start = anatomy.core or following, span.start
    return found


def mark_changes(old: Anatomy, new: Anatomy, after: str) -> Iterator[MarkChange]:
    """Yield what changed around the word between `old` and `new`, behind which stands `after`."""
    if old.core and new.core and old.lead != new.lead:
        yield (*without_shared_end(old.lead, new.lead), Where.BEFORE_WORD)
    if old.core and new.core and old.trail != new.trail:
        yield (*without_shared_end(old.trail, new.trail), where_in_text(new.core, after))


def without_shared_end(read: str, true: str) -> tuple[str, str]:
    """Return two runs of marks without those that both end with: only the others changed."""
    while read and true and read[-1] == true[-1]:
        read, true = read[:-1], true[:-1]
    return read, true
