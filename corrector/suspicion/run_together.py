"""Offers two words for one token, each as what it may be by itself: Market'Square, tho_bridge."""

import re
from collections.abc import Iterator
from typing import Final

from corrector.suspicion.compounds import likeliest
from corrector.suspicion.forms import Case, case_of
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.places import FormOf, Place

_BETWEEN: Final = re.compile(r"(?<=[^\W\d_]{2})(['’\"“”.,;:^*_~]|[-–—])(?=[^\W\d_]{2})")
"""A mark where a blank was, or marks made of a speck in it."""
_SENTENCES: Final = re.compile(r"(?<=[^\W\d_]{2})([.,;:?!])([-–—])(?=[^\W\d_]{2})")
"""Print sets a dash between sentences without blanks."""
_PART_OF_WORD: Final = frozenset({"ll", "ve", "re"})
"""What stands behind apostrophes: we'll."""
_COST: Final = 0.7
"""Of a blank read as a mark ..."""
_LOST_BLANK: Final = 2.4
"""... and of one overlooked."""
_UNKNOWN: Final = -11.5
"""Merit of a part that no word is near to; two words for one token need both."""
_SHORTEST_REST: Final = 3
"""Letters behind a link word, which other words begin with, too."""
_ENGLISH: Final = "en"
_FRENCH: Final = "fr"
_APOSTROPHES: Final = "'’"
_LINKS: Final = {
    **{word: word for word in ("of", "to", "in", "on", "at", "by", "for", "the", "and", "that")},
    **dict.fromkeys(("tho", "tlie", "tlio", "thc"), "the"),
}
"""English words that others are run together with; what the most frequent one is read as."""
_COST_OF_HYPHEN: Final = 2.0
"""Of a blank read as a hyphen."""
_COST_OF_DASH: Final = 1.5
"""Of the blanks around a dash being lost."""


def two_words(place: Place, form_of: FormOf, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    """Yield two words in place of the core of `place`, with a blank between them, with merits."""
    core = place.form.anatomy.core
    if place.cut:
        return
    found = _SENTENCES.search(core)
    if found:
        yield from _of_sentences(core, found, form_of, lexicon)
        return
    marks = list(_BETWEEN.finditer(core))
    if len(marks) == 1:
        yield from _at_mark(core, marks[0], form_of, lexicon)
    elif lexicon.main == _ENGLISH and core.isalpha() and place.word.is_unknown:
        yield from _behind_link(core, form_of, lexicon)


def _at_mark(
    core: str, mark: re.Match[str], form_of: FormOf, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    start, end = core[: mark.start()], core[mark.end() :]
    if end.lower() in _PART_OF_WORD:
        return
    (merit, first), (other, second) = (_mended(part, form_of, lexicon) for part in (start, end))
    if lexicon.main == _FRENCH and mark[0] in _APOSTROPHES:
        yield f"{first}{mark[0]}{second}", min(merit, other) - _COST
        return
    is_dash = mark[0] in "-–—"
    yield f"{first} {second}", min(merit, other) - (_COST_OF_HYPHEN if is_dash else _COST)
    if is_dash:
        yield f"{first} {mark[0]} {second}", min(merit, other) - _COST_OF_DASH


def _behind_link(core: str, form_of: FormOf, lexicon: Lexicon) -> Iterator[tuple[str, float]]:
    for start, link in _LINKS.items():
        rest = core[len(start) :]
        if core.lower().startswith(start) and len(rest) >= _SHORTEST_REST:
            merit, second = _mended(rest, form_of, lexicon)
            first = link.capitalize() if core[0].isupper() else link
            yield f"{first} {second}", merit - _LOST_BLANK


def _of_sentences(
    core: str, found: re.Match[str], form_of: FormOf, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    parts = (core[: found.start()], core[found.end() :])
    (merit, first), (other, second) = (_mended(part, form_of, lexicon) for part in parts)
    yield f"{first}{found[1]} {found[2]} {second}", min(merit, other) - _COST_OF_DASH


def _mended(part: str, form_of: FormOf, lexicon: Lexicon) -> tuple[float, str]:
    """Return the likeliest word for `part` in its case, with its merit."""
    merit, word = likeliest(form_of(part), lexicon, _UNKNOWN)
    if word == part.lower():
        return merit, part
    case = case_of(part)
    if case is Case.CAPITALS:
        return merit, word.upper()
    return merit, word.capitalize() if part[:1].isupper() else word
