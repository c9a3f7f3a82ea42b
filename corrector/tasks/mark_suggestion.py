"""A mark that might be set: what, where, and why; the person decides."""

from dataclasses import dataclass

from corrector.messages import Message
from corrector.text.tokens import Span


@dataclass(frozen=True, slots=True)
class MarkSuggestion:
    """A proposed mark.

    Attributes:
        kind: an editorial phenomenon.
        span: in the text that was looked at.
        fields: as those of a mark.
        reason: why it is proposed.
    """

    kind: str
    span: Span
    fields: tuple[tuple[str, str], ...]
    reason: Message
