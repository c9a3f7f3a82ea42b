"""Names of exported files that every file system takes, made of what people call their pages."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

LONGEST_NAME: Final = 120
"""Bytes of UTF-8 for the stem; file systems take 255, encrypted ones 143, the rest is suffix."""

_REFUSED: Final = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\ud800-\udfff\u2028\u2029]+')
_DEVICES: Final = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$")


def safe_stem(label: str) -> str:
    """Return `label` as the stem of a file name that Windows, macOS and Linux accept."""
    stem = _REFUSED.sub("_", unicodedata.normalize("NFC", label)).lstrip(" .").rstrip(" .")
    stem = _shortened(stem) or "untitled"
    return f"_{stem}" if _DEVICES.match(stem) else stem


def distinct_stems(labels: Iterable[str]) -> list[str]:
    """Return a safe stem for each of `labels`, no two alike even where case does not count."""
    taken: set[str] = set()
    return [_distinct(safe_stem(label), taken) for label in labels]


def _distinct(stem: str, taken: set[str]) -> str:
    candidate, number = stem, 1
    while candidate.casefold() in taken:
        number += 1
        candidate = f"{stem}-{number}"
    taken.add(candidate.casefold())
    return candidate


def _shortened(stem: str) -> str:
    """Return as much of `stem` as fits, whole characters only."""
    short = stem.encode("utf-8")[:LONGEST_NAME].decode("utf-8", errors="ignore")
    return short.rstrip(" .")
