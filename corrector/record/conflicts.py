"""Typed errors of the record: somebody was faster, or the wrong person would validate."""

from typing import ClassVar

from corrector.errors import CorrectorError, ExitCode, UsageError
from corrector.messages import QT_TRANSLATE_NOOP


class ConflictError(CorrectorError):
    """Another version was saved since the one that the text was made from.

    Attributes:
        newer: number of the version that is the latest now; None where there is none.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.LOCKED

    def __init__(self, expected: int | None, newer: int | None) -> None:
        self.newer = newer
        super().__init__(
            QT_TRANSLATE_NOOP(
                "Record",
                "Version {newer} of this page was saved by somebody else meanwhile; your text was "
                "made from version {expected}. Both are safe: nothing was overwritten. "
                "Compare the two and join them, then save again.",
            ),
            expected="–" if expected is None else expected,
            newer="–" if newer is None else newer,
        )


class SamePersonError(UsageError):
    """A page would be validated by the person who proofread it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "Record",
                "“{name}” proofread this page; another person should validate it. The status was "
                "not changed. Ask a second person, or override the rule; that is recorded.",
            ),
            name=name,
        )
