"""Guesses from an edit why the old reading was wrong; a person may say otherwise."""

from corrector.record.entries import Cause


def guessed_cause(old: str, new: str) -> Cause:
    """Return the likeliest cause of the correction from `old` to `new`."""
    old_words, new_words = old.split(), new.split()
    if not old_words or not new_words:
        return _cause_of_one_side(bool(old_words), bool(new_words))
    if "".join(old_words) == "".join(new_words) or len(old_words) != len(new_words):
        return _cause_of_blanks(old_words, new_words)
    if old.casefold() == new.casefold():
        return Cause.CASE
    if _letters(old) == _letters(new):
        return Cause.PUNCTUATION
    return Cause.MISREAD_CHARACTER


def _cause_of_one_side(had_words: bool, has_words: bool) -> Cause:
    if had_words:
        return Cause.INSERTED_NOISE
    return Cause.OMITTED if has_words else Cause.SPACING


def _cause_of_blanks(old_words: list[str], new_words: list[str]) -> Cause:
    """Name what the machine did: it split what is one word, or joined what are several."""
    if old_words == new_words:
        return Cause.SPACING
    return Cause.JOINED if len(old_words) < len(new_words) else Cause.SPLIT


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())
