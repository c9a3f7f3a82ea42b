"""Which files make one document: a sub-folder, a file of several pages, or a numbered series."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from corrector.scans.nearness import stem_key

ROOT: Final = PurePosixPath()

_LAST_NUMBER: Final = re.compile(r"(.*?)(\d+)(\D*)", re.DOTALL)
_SEPARATORS: Final = " _-.,:;+#([{"
_CLOSING: Final = " )]}"


@dataclass(frozen=True, slots=True)
class Group:
    """What the files of one document have in common.

    Attributes:
        key: unique in the folder, and the same whenever the folder is opened.
        folder: where its files lie.
        name: what a person would call the document; empty for files that are only numbered.
    """

    key: str
    folder: PurePosixPath
    name: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """The rule for one collection.

    Attributes:
        base: the folder whose files are grouped by their names; every other is one document.
        known: the groups of the scans in `base`, by key, which texts elsewhere may join.
    """

    base: PurePosixPath
    known: frozenset[str] = frozenset()

    def group_of(self, file: PurePosixPath, *, several: bool) -> Group:
        """Return the group of a file, which has `several` pages of its own or not."""
        if several:
            return Group(str(file), file.parent, file.stem)
        if file.parent in {ROOT, self.base}:
            return series_of(file, file.parent)
        joined = series_of(file, self.base)
        if joined.key in self.known:
            return joined
        return Group(f"{file.parent}/", file.parent, file.parent.name)


def base_of(files: Iterable[PurePosixPath]) -> PurePosixPath:
    """Return the one folder in which all `files` lie, or the root if they lie in several."""
    folders = {file.parent for file in files}
    return folders.pop() if len(folders) == 1 else ROOT


def series_of(file: PurePosixPath, folder: PurePosixPath) -> Group:
    """Return the group of the files in `folder` that differ from `file` only in the last number.

    Neither the case of letters nor the suffix makes a difference.
    """
    found = _LAST_NUMBER.fullmatch(file.stem)
    if found is None:
        return Group(str(folder / stem_key(file.stem)), folder, file.stem)
    before, _, after = found.groups()
    name = (before.rstrip(_SEPARATORS) + after.rstrip(_CLOSING)).strip()
    return Group(str(folder / stem_key(f"{before}#{after}")), folder, name)
