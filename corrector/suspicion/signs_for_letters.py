"""Offers usual words for tokens in which signs and digits stand for letters: wl'h°ut, 8ydnoy."""

from collections.abc import Iterator
from typing import Final

from corrector.suspicion.anatomy import RIGHT_BY_SHAPE
from corrector.suspicion.casing import styled
from corrector.suspicion.distant import distant_neighbours
from corrector.suspicion.evidence.context import Surroundings
from corrector.suspicion.evidence.symbols import odd_symbols
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.look_alikes import look_alikes
from corrector.suspicion.neighbours import Neighbour
from corrector.suspicion.places import Place

_OPENERS: Final = "\"'“‘("
_ENDS: Final = ".,;:!?)\"'”’"
_GUILLEMETS: Final = "«»"
"""Quotation marks outside English, where nobody types them."""
_FAMILIAR: Final = 3.0
"""Zipf; in a more frequent word signs are doubted only where hardly anybody types them."""
_ENGLISH: Final = "en"
_SHORT: Final = 3
"""Signs; for so few, short words are compared, which `distant` does not."""


def words_under_signs(
    place: Place, fit: Surroundings, lexicon: Lexicon
) -> Iterator[tuple[str, float]]:
    """Yield what the token of `place` may be if its signs are letters, with merits."""
    text = place.token.text
    marks = "" if lexicon.main == _ENGLISH else _GUILLEMETS
    bare = text.lstrip(_OPENERS + marks).rstrip(_ENDS + marks)
    if not _is_doubtful(place) or not _is_mostly_letters(bare):
        return
    lead, trail = text[: text.index(bare)], text[text.index(bare) + len(bare) :]
    nears = _usual_words(bare, lexicon)
    fits = fit.of_each([near.word for near in nears])
    for near, fitting in zip(nears, fits, strict=True):
        yield lead + styled(near.word, place) + trail, near.merit + fitting


def _usual_words(text: str, lexicon: Lexicon) -> tuple[Neighbour, ...]:
    search = look_alikes if len(text) <= _SHORT else distant_neighbours
    return search(text.lower(), lexicon, capitals=text.isupper())


def _is_doubtful(place: Place) -> bool:
    if place.cut or place.form.anatomy.kind in RIGHT_BY_SHAPE:
        return False
    familiar = place.word.is_word and place.word.zipf >= _FAMILIAR
    return not familiar or bool(odd_symbols(place.token.text))


def _is_mostly_letters(text: str) -> bool:
    letters = sum(map(str.isalpha, text))
    return len(text) / 2 <= letters < len(text)
