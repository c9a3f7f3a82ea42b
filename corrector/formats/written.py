"""What a writer of a format gives back: a file's name, its bytes and what has to be said of it."""

from dataclasses import dataclass

from corrector.errors import UsageError
from corrector.messages import Message


class CannotHoldError(UsageError):
    """A format cannot hold these pages; others may be written all the same."""


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file that is ready to be put on the disk.

    Attributes:
        name: safe on every system; without a folder.
        content: the whole file.
        notices: what is different from what one may expect, in sentences for the person.
        beside: files that belong to it, each as what follows its stem, and its bytes.
    """

    name: str
    content: bytes
    notices: tuple[Message, ...] = ()
    beside: tuple[tuple[str, bytes], ...] = ()
