"""Guesses the languages of a text by the share of its words that their lists know."""

from functools import lru_cache
from typing import Final

from corrector.suspicion.anatomy import Kind, anatomy_of
from corrector.text.tokens import tokenise

_PREFERRED: Final = ("en", "de", "fr")
_FEWEST_WORDS: Final = 5
_LEAST_SHARE: Final = 0.4
_SECOND_GAIN: Final = 0.08
"""A second language must know this share of the words that the first one does not."""
_LONGEST: Final = 20_000


@lru_cache(maxsize=1)
def installed_languages() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of all languages that have a word list, best supported first."""
    from wordfreq import available_languages

    others = sorted(set(available_languages("small")) - set(_PREFERRED))
    return (*_PREFERRED, *others)


def guess_languages(text: str, available: tuple[str, ...] = _PREFERRED) -> tuple[str, ...]:
    """Return the languages of `text`, the main one first; empty if it cannot be told.

    Args:
        text: any text; its first 20,000 code points are looked at.
        available: ISO 639-1 codes to choose from; the first wins where nothing decides.
    """
    words = [
        anatomy.word
        for anatomy in (anatomy_of(token.text) for token in tokenise(text[:_LONGEST]))
        if anatomy.kind is Kind.WORD and len(anatomy.word) > 1
    ]
    if len(words) < _FEWEST_WORDS:
        return ()
    shares = {language: _known_words(words, language) for language in available}
    first = max(available, key=lambda language: len(shares[language]), default="")
    if not first or len(shares[first]) < _LEAST_SHARE * len(words):
        return ()
    left = {
        language: len(shares[language] - shares[first])
        for language in available
        if language != first
    }
    second = [name for name, count in left.items() if count > _SECOND_GAIN * len(words)]
    return (first, *sorted(second, key=lambda name: -left[name])[:1])


def _known_words(words: list[str], language: str) -> set[int]:
    """Return which of `words`, by position, the short list of `language` knows."""
    frequencies = _short_list(language)
    return {at for at, word in enumerate(words) if word in frequencies}


@lru_cache(maxsize=8)
def _short_list(language: str) -> frozenset[str]:
    from wordfreq import top_n_list

    try:
        return frozenset(top_n_list(language, 8_000, "small"))
    except LookupError:
        return frozenset()
