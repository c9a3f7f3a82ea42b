"""The rule of a series: which reading is wrong, what is right, and where a text has it."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.suspicion.anatomy import anatomy_of
from corrector.suspicion.forms import Case, case_of
from corrector.text.tokens import Span

_BLANKS: Final = r"[^\S\n]+"
"""Between the words of a reading; a reading never goes over the end of a line."""
_JOINERS: Final = frozenset("\u200c\u200d")
_NO_READING: Final = re.compile("[\0-\x1f\x7f\ud800-\udfff\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class SeriesRule:
    """What a series changes.

    Attributes:
        wrong: the reading as it stands in the texts, as whole words; marks around it are kept.
        right: what is put in its place.
        any_case: also where other letters of it are capitals; `right` is then written like that.
    """

    wrong: str
    right: str
    any_case: bool = False

    def new_for(self, old: str) -> str:
        """Return what takes the place of `old`, which is the wrong reading in some case."""
        return self.right if old == self.wrong else _in_case_of(old, self.right)

    def places_in(self, text: str) -> Iterator[Span]:
        """Yield where `text` has the wrong reading and it would become another one."""
        words = self.wrong.split()
        if not words:
            return
        flags = re.IGNORECASE if self.any_case else re.NOFLAG
        wanted = re.compile(_BLANKS.join(map(re.escape, words)), flags)
        position = 0
        while found := wanted.search(text, position):
            whole = _is_whole(text, found.start(), found.end())
            if whole and self.new_for(found[0]) != found[0]:
                yield Span(*found.span())
            position = found.end() if whole else found.start() + 1


def rule_of(wrong: str, right: str, *, any_case: bool = False) -> SeriesRule:
    """Return the rule that a person means, blanks around the readings left out.

    Raises:
        UsageError: if a reading is empty or holds what is no part of a line, or both are the same.
    """
    rule = SeriesRule(wrong.strip(), right.strip(), any_case)
    if not rule.wrong or not rule.right:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors", "A series needs the wrong reading and the right one. Nothing was changed."
            )
        )
    if _NO_READING.search(rule.wrong + rule.right):
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "A reading of a series is part of one line, without line ends and signs that "
                "cannot be printed. Nothing was changed.",
            )
        )
    if rule.wrong == rule.right:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors", "“{reading}” is both the wrong and the right reading. Nothing to change."
            ),
            reading=rule.wrong,
        )
    return rule


def readings_of(token: str, suggested: str = "") -> tuple[str, str]:
    """Return the wrong and the right reading that a series is begun with.

    Marks around the word are left out of both, unless it is a mark that is wrong.

    Args:
        token: as it stands in the text.
        suggested: what may really stand there; empty where nobody knows.
    """
    was, new = anatomy_of(token), anatomy_of(suggested)
    if not was.core:
        return token, suggested
    if not suggested:
        return was.core, ""
    same = (was.lead, was.trail) == (new.lead, new.trail)
    return (was.core, new.core) if same else (token, suggested)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether only marks stand beside a stretch in its tokens; beside bare marks nothing."""
    first, last = start, end
    while first > 0 and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and not text[last].isspace():
        last += 1
    around = text[first:start] + text[end:last]
    if not any(map(str.isalnum, text[start:end])):
        return not around
    goes_on = text[end : end + 1]
    return not any(map(str.isalnum, around)) and not (
        goes_on in _JOINERS or (goes_on and unicodedata.category(goes_on).startswith("M"))
    )


def _in_case_of(old: str, right: str) -> str:
    """Return `right` in small letters, with a capital first, or in capitals, as `old` stands."""
    case = case_of(old)
    if case is Case.CAPITALS:
        return right.upper()
    if case is Case.SMALL:
        return right.lower()
    if case is Case.TITLE:
        rest = right[1:].lower() if case_of(right) is Case.CAPITALS else right[1:]
        return right[:1].upper() + rest
    return right
