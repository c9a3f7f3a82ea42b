"""Typed errors of the user's world: what happened, what is safe, what to do, and an exit code."""

from enum import IntEnum
from pathlib import Path
from typing import ClassVar

from corrector.messages import QT_TRANSLATE_NOOP, Message, Value, message


class ExitCode(IntEnum):
    """Exit codes of the command line; they stay as they are."""

    DONE = 0
    PARTLY = 1
    USAGE = 2
    INPUT = 3
    OUTPUT = 4
    MISSING = 5
    LOCKED = 6
    INTERRUPTED = 130


class CorrectorError(Exception):
    """Something in the user's world went wrong; a broken invariant of ours is never one of these.

    Attributes:
        exit_code: what the command line ends with when nothing handles the error.
        message: the whole sentence for the person, translatable.
    """

    exit_code: ClassVar[ExitCode] = ExitCode.PARTLY

    def __init__(self, template: str, **values: Value) -> None:
        self.message: Message = message(template, **values)
        super().__init__(str(self.message))


class UsageError(CorrectorError):
    """The request itself cannot be meant: an unknown page, a malformed page range."""

    exit_code = ExitCode.USAGE


class InputError(CorrectorError):
    """A file or folder cannot be read."""

    exit_code = ExitCode.INPUT


class OutputError(CorrectorError):
    """A file or record cannot be written; what stood there before is still there."""

    exit_code = ExitCode.OUTPUT


class MissingProgramError(CorrectorError):
    """A program or language that the task needs is not installed."""

    exit_code = ExitCode.MISSING


class LockedError(CorrectorError):
    """Somebody else has the collection open for writing."""

    exit_code = ExitCode.LOCKED


class CancelledError(CorrectorError):
    """The person stopped the task; what was finished before is kept."""

    exit_code = ExitCode.INTERRUPTED

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("Errors", "Stopped. What was finished is kept; start again to go on.")
        )


def reason_of(error: OSError) -> str:
    """Return the operating system's words for `error`, without number and path."""
    return error.strerror or type(error).__name__


def unreadable(path: Path, error: OSError) -> InputError:
    """Return the error that says that `path` cannot be read and why."""
    return InputError(
        QT_TRANSLATE_NOOP("Errors", "“{path}” cannot be read: {reason}. Nothing was changed."),
        path=str(path),
        reason=reason_of(error),
    )


def unwritable(path: Path, error: OSError) -> OutputError:
    """Return the error that says that `path` cannot be written and why."""
    return OutputError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "“{path}” cannot be written: {reason}. What stood there before is unchanged. "
            "Make room or choose another place, then try again.",
        ),
        path=str(path),
        reason=reason_of(error),
    )
