"""Finds the files of a name that lie nearest to a folder."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import Generic, TypeVar

Item = TypeVar("Item")
_Key = tuple[PurePosixPath, str, str | None]


def stem_key(stem: str) -> str:
    """Return `stem` as it is compared: without regard to case or to how accents are encoded."""
    return unicodedata.normalize("NFC", stem).casefold()


def shorter_stems(stem: str) -> Iterator[str]:
    """Yield `stem` and what is left when its dotted suffixes are taken off, as compared.

    >>> list(shorter_stems("0001.gt.v2"))
    ['0001.gt.v2', '0001.gt', '0001']
    """
    while stem:
        yield stem_key(stem)
        stem = stem.rpartition(".")[0]


class Nearness(Generic[Item]):
    """Items by name and folder, asked for by name and the folder from which one looks."""

    def __init__(self, items: Iterable[tuple[PurePosixPath, str, Item]]) -> None:
        """Index `items`, each given as its folder, its name as compared, and itself."""
        self._shallowest: dict[_Key, tuple[int, list[Item]]] = {}
        for folder, name, item in items:
            for depth, above in enumerate(_upwards(folder)):
                self._add((above, name, None), depth, item)
                self._add((above, name, folder.name), depth, item)

    def nearest(self, folder: PurePosixPath, name: str) -> tuple[Item, ...]:
        """Return the items called `name` that are equally near to `folder`, in their order.

        Nearest is what shares the deepest folder; then what lies in a folder of the same name as
        `folder` (`texts/letter` for `scans/letter`); then what lies fewest folders further down.
        """
        for above in _upwards(folder):
            for key in ((above, name, folder.name), (above, name, None)):
                if key in self._shallowest:
                    return tuple(self._shallowest[key][1])
        return ()

    def _add(self, key: _Key, depth: int, item: Item) -> None:
        shallowest, items = self._shallowest.setdefault(key, (depth, []))
        if depth == shallowest:
            items.append(item)
        elif depth < shallowest:
            self._shallowest[key] = (depth, [item])


@cache
def _upwards(folder: PurePosixPath) -> tuple[PurePosixPath, ...]:
    return (folder, *folder.parents)
