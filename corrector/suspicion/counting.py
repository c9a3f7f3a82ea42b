"""Counts the words of a text, for telling names that recur from misreadings that do not."""

from collections import Counter

from corrector.suspicion.anatomy import anatomy_of
from corrector.text.tokens import tokenise


def word_counts(text: str) -> Counter[str]:
    """Return how often each word stands in `text`, in small letters without outer marks.

    Add the counts of pages to get those of a document or a collection.
    """
    words = (anatomy_of(token.text).word for token in tokenise(text))
    return Counter(word for word in words if word)
