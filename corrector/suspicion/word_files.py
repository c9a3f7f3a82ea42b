"""Reads the frequency lists that the wordfreq package brings along, without loading the package.

The package itself takes a quarter of a second to import, for breaking texts into words, which is
not needed here. The lists' format is documented in `wordfreq.read_cBpack`; a list in any other
form is left to the package.
"""

import gzip
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import msgpack  # type: ignore[import-untyped]

_HEADER: Final = {"format": "cB", "version": 1}


def frequencies_of(language: str) -> dict[str, float]:
    """Return the words of `language` with their shares, most frequent first; empty if unknown."""
    for size in ("large", "small"):
        path = _folder() / f"{size}_{language}.msgpack.gz"
        if language.isalpha() and path.is_file():
            return _read(path) or _by_package(language)
    return _by_package(language)


def _folder() -> Path:
    found = find_spec("wordfreq")
    places = list(found.submodule_search_locations or []) if found else []
    return Path(*places[:1], "data")


def _read(path: Path) -> dict[str, float]:
    """Return the list, or nothing if it is in another form: buckets, each rarer by 10 ** -0.01."""
    header, *buckets = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    if header != _HEADER:
        return {}
    shares = [10 ** (-centibels / 100) for centibels in range(len(buckets))]
    return {word: share for share, words in zip(shares, buckets, strict=True) for word in words}


def _by_package(language: str) -> dict[str, float]:
    from wordfreq import get_frequency_dict

    try:
        return dict(get_frequency_dict(language, "best"))
    except LookupError:
        return {}
