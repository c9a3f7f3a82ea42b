"""What the suspicion engine says: suspicions with reasons and ranked suggestions."""

from dataclasses import dataclass
from typing import Final

from corrector.messages import Message
from corrector.text.tokens import Span

MIDDLE_THRESHOLD: Final = 0.3
"""Between those that are shipped, for what has no text yet."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a token is suspected: the signal that spoke and its sentence for the person."""

    signal: str
    message: Message
    weight: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reading that the suspected span may really have.

    Attributes:
        text: what is put there; an empty one means: delete it.
        score: 0..1, how probable it is.
        before: the text right before the span that is replaced, too, where tokens are joined.
        behind: the same right behind the span.
    """

    text: str
    score: float
    before: str = ""
    behind: str = ""

    @property
    def joined(self) -> str:
        """The token beside the suspected one that is taken in; mostly empty."""
        return (self.before + self.behind).strip()

    def replaced(self, suspected: Span) -> Span:
        """Return the span that is replaced where `suspected` is the suspicion's."""
        return Span(suspected.start - len(self.before), suspected.end + len(self.behind))

    def fits(self, text: str, suspected: Span) -> bool:
        """Tell whether `text` still has around the span `suspected` what is to be replaced."""
        before = text.endswith(self.before, 0, suspected.start)
        return before and text.startswith(self.behind, suspected.end)


@dataclass(frozen=True, slots=True)
class Suspicion:
    """How probably a span is wrong, why, and what it probably is.

    Attributes:
        span: what is suspected, in code points of the text.
        text: the text of the span.
        score: 0..1, how probably it is wrong.
        shown: whether the score reaches the threshold that was asked for.
        reasons: what weighed, heaviest first; empty for an unsuspected token.
        suggestions: readings to take instead, best first, at most nine.
    """

    span: Span
    text: str
    score: float
    shown: bool
    reasons: tuple[Reason, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """All that was found in one text.

    Attributes:
        text: the text that was checked; results for another text are stale.
        languages: ISO 639-1 codes of the languages it was checked in.
        tokens: how many tokens the text has.
        suspicions: in order of the text; only the shown ones unless all tokens were asked for.
        threshold: score from which tokens are shown.
    """

    text: str
    languages: tuple[str, ...]
    tokens: int
    suspicions: tuple[Suspicion, ...]
    threshold: float = MIDDLE_THRESHOLD
