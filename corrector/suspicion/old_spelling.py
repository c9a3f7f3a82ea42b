"""Tells English spelling of before about 1700, which is right where a whole text is written so."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from corrector.suspicion.forms import Form
from corrector.suspicion.lexicon import Lexicon

_SHORTEST: Final = 3
_SHORTEST_TWICE: Final = 6
_COMMON: Final = 1e-6
_COMMON_SHORT: Final = {3: 1e-4, 4: 1e-5}
"""By length; short words are abbreviations of all sorts without their last letter."""
_RARE: Final = 4.2
"""Zipf; more frequent words are in use as they are."""
_FEWEST: Final = 5
_LEAST_SHARE: Final = 0.24
"""Of the unusual words of a text; misread texts have hardly a tenth by chance."""
_UNMISTAKABLE: Final = frozenset([
    "hee", "shee", "mee", "wee", "yee", "doe", "goe", "selfe", "himselfe", "herselfe", "myselfe",
    "thyselfe", "themselues", "againe", "onely", "beene", "doore", "soone", "haue", "loue",
    "euer", "neuer", "ouer", "vpon", "vnto", "vnder", "iudge", "ioy", "maner", "owne", "keepe",
    "sayd", "sayde", "poore", "olde", "kinde", "theyr", "hym", "wyll", "shal", "wil",
])  # fmt: skip
"""Words that hardly any misreading makes."""
_FEWEST_UNMISTAKABLE: Final = 3
_MOST_TOKENS_FOR_ONE: Final = 200
_CHANGES: Final = (
    ("ioy", "joy"), ("vp", "up"), ("vn", "un"), ("oy", "oi"), ("ay", "ai"), ("y", "i"),
    ("ie", "y"), ("ou", "ov"), ("eu", "ev"), ("au", "av"), ("nn", "n"), ("mm", "m"),
    ("ai", "a"), ("ee", "ea"), ("ee", "e"), ("ow", "ou"), ("ew", "ow"), ("ck", "k"), ("eth", "s"),
    ("eth", ""), ("eth", "es"), ("esse", "ess"), ("tt", "t"), ("ll", "l"), ("pp", "p"), ("gg", "g"),
    ("aun", "an"), ("our", "or"), ("our", "er"), ("oo", "o"), ("ea", "e"), ("u", "v"),
    ("aw", "au"), ("oul", "ol"), ("ni", "nj"), ("kt", "cked"), ("pt", "pped"), ("st", "ssed"),
    ("cion", "tion"), ("que", "c"), ("dg", "g"), ("i", "y"),
)  # fmt: skip


@lru_cache(maxsize=10_000)
def is_old(word: str, lexicon: Lexicon) -> bool:
    """Tell whether `word` (small letters) is a common word in old spelling, such as `seene`."""
    if len(word) < _SHORTEST or not word.isalpha():
        return False
    common = _COMMON_SHORT.get(len(word), _COMMON)
    return any(lexicon.listed(new) > common for new in _modernised(word))


def old_words(forms: Sequence[Form], lexicon: Lexicon) -> frozenset[str]:
    """Return the words in old spelling, if the text that consists of `forms` is written so."""
    if lexicon.main != "en":
        return frozenset()
    unusual = {form.anatomy.word for form in forms if form.is_word and form.zipf < _RARE}
    found = frozenset(word for word in unusual if is_old(word, lexicon))
    enough = len(found) >= _FEWEST and len(found) >= _LEAST_SHARE * len(unusual)
    if not enough and not _is_unmistakable(forms):
        return frozenset()
    twice = (word for word in unusual - found if _is_old_twice(word, lexicon))
    return found.union(twice)


@lru_cache(maxsize=10_000)
def _is_old_twice(word: str, lexicon: Lexicon) -> bool:
    """Tell whether two changes make a common word of `word`: reioyced."""
    if len(word) < _SHORTEST_TWICE or not word.isalpha():
        return False
    return any(is_old(new, lexicon) for new in _modernised(word))


def _is_unmistakable(forms: Sequence[Form]) -> bool:
    """Tell whether many different words of a text can be nothing but old; a quotation is not."""
    found = len(_UNMISTAKABLE.intersection(form.anatomy.word for form in forms))
    return found >= _FEWEST_UNMISTAKABLE and found * _MOST_TOKENS_FOR_ONE >= len(forms)


def _modernised(word: str) -> Iterator[str]:
    """Yield what `word` may be in today's spelling."""
    if word.endswith("e"):
        yield from _without_ending(word)
    if word.endswith("es"):
        yield word[:-2] + "s"
    if word.endswith(("s", "l")):
        yield word + word[-1]
    if word[0] == "i":
        yield "j" + word[1:]
    for old, new in _CHANGES:
        if old in word:
            yield word.replace(old, new, 1)
            yield word.removesuffix("e").replace(old, new, 1)


def _without_ending(word: str) -> Iterator[str]:
    """Yield `word` without its silent e, and the letter doubled before it."""
    yield word[:-1]
    if word[-2] == word[-3]:
        yield word[:-2]
    if word[-2] == "i":
        yield word[:-2] + "y"
