"""Part of the signal `shape`: shelfmarks and numbered things in references to archives."""

import re
from typing import Final

from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.places import Place

_NUMBERED: Final = frozenset([
    "annex", "appendix", "app", "article", "box", "document", "doc", "encl", "enclosure", "f",
    "ff", "file", "fol", "fols", "folder", "folio", "frame", "item", "no", "nos", "p", "page",
    "para", "piece", "pp", "reel", "roll", "sec", "section", "series", "sub-series", "vol",
    "volume", "akte", "anlage", "band", "bd", "bl", "blatt", "mappe", "nr", "seite", "carton",
    "cote", "dossier", "feuillet", "liasse", "pièce",
])  # fmt: skip
"""What numbers with a letter (Folder 3-A, f. 12v) are given to, in English, German and French."""
_WITH_LETTER: Final = re.compile(r"\d{1,4}[-.]?[A-Za-z]")
_SHORTEST, _LONGEST = 2, 3
_GRAMMAR: Final = 5.0
"""Zipf; more frequent words in capitals are no marks of an archive."""
_MOSTLY: Final = 0.8
_NUMBERS: Final = frozenset({Kind.NUMBER, Kind.CODE})


def of_place(place: Place) -> Features:
    """Return whether the token is part of a reference, which no word list knows."""
    named = _names_holdings(place) or _is_numbered(place)
    return {"shape.reference": 1.0} if named else {}


def _names_holdings(place: Place) -> bool:
    """Tell whether capitals stand before a number: RG 59, FO 371/12345."""
    form, after = place.form, place.after
    if form.case is not Case.CAPITALS or not form.is_word or place.capitals >= _MOSTLY:
        return False
    if not _SHORTEST <= len(form.anatomy.core) <= _LONGEST or form.zipf > _GRAMMAR:
        return False
    return not place.last and not form.anatomy.trail and after is not None and _counts(after)


def _counts(form: Form) -> bool:
    return form.anatomy.kind in _NUMBERS and not form.anatomy.lead


def _is_numbered(place: Place) -> bool:
    before = place.before
    if before is None or before.anatomy.word not in _NUMBERED:
        return False
    return _WITH_LETTER.fullmatch(place.form.anatomy.core) is not None
