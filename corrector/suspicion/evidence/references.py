"""Part of the signal `shape`: shelfmarks, numbered things in references, and postal districts."""

import re
from typing import Final

from corrector.suspicion.anatomy import Kind
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.evidence.names import is_street
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.places import Place

_NUMBERED: Final = frozenset([
    "annex", "appendix", "app", "article", "box", "document", "doc", "encl", "enclosure", "f",
    "ff", "file", "fol", "fols", "folder", "folio", "frame", "item", "no", "nos", "p", "page",
    "para", "piece", "pp", "reel", "roll", "sec", "section", "series", "sub-series", "vol",
    "volume", "akte", "anlage", "band", "bd", "bl", "blatt", "mappe", "nr", "seite", "carton",
    "cote", "dossier", "feuillet", "liasse", "pièce",
])  # fmt: skip
"""What numbers with a letter (Folder 3-A, f. 12v) are given to, beside streets; in English, German
and French."""
_WITH_LETTER: Final = re.compile(r"\d{1,4}[-.]?[A-Za-z]")
_DISTRICT: Final = re.compile(r"([NSEW]|[NS]\.?[EW]|[EW]\.?C)\.\d{1,2}")
"""Of London: N.W.3, W.C.1."""
_OF_FILE: Final = re.compile(r"\d+(/\d+)+")
_SHORTEST, _LONGEST = 2, 3
_GRAMMAR: Final = 5.0
"""Zipf; more frequent words in capitals are no marks of an archive."""
_MOSTLY: Final = 0.8
_NUMBERS: Final = frozenset({Kind.NUMBER, Kind.CODE})


def of_place(place: Place) -> Features:
    """Return whether the token is part of a reference, which no word list knows."""
    if _DISTRICT.fullmatch(place.form.anatomy.core):
        return {"shape.district": 1.0}
    named = _names_holdings(place) or _is_numbered(place) or _names_files(place)
    return {"shape.reference": 1.0} if named else {}


def _names_holdings(place: Place) -> bool:
    """Tell whether capitals stand before a number: RG 59, FO 371/12345."""
    form, after = place.form, place.after
    if form.case is not Case.CAPITALS or not form.is_word or place.capitals >= _MOSTLY:
        return False
    if not _SHORTEST <= len(form.anatomy.core) <= _LONGEST or form.zipf > _GRAMMAR:
        return False
    return not place.last and not form.anatomy.trail and after is not None and _counts(after)


def _names_files(place: Place) -> bool:
    """Tell whether a capital stands before the number of a paper: (E 4567/12/34)."""
    core, after = place.form.anatomy.core, place.after
    if len(core) != 1 or not core.isupper() or place.form.anatomy.trail or after is None:
        return False
    return not place.last and _OF_FILE.fullmatch(after.anatomy.core) is not None


def _counts(form: Form) -> bool:
    return form.anatomy.kind in _NUMBERS and not form.anatomy.lead


def _is_numbered(place: Place) -> bool:
    before = place.before
    if before is None or not (before.anatomy.word in _NUMBERED or is_street(before)):
        return False
    return _WITH_LETTER.fullmatch(place.form.anatomy.core) is not None
