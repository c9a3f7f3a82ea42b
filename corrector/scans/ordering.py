"""Natural order of file names: page 2 before page 10, whatever the case of the letters."""

from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import PurePosixPath
from typing import Any

from natsort import natsort_keygen, ns

_key_of: Callable[[str], Any] = natsort_keygen(alg=ns.IGNORECASE)


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> tuple[Any, str]:
    """Return what to sort `name` by; names that differ only in case have an order too."""
    return _key_of(name), name


def path_key(path: PurePosixPath) -> tuple[Any, ...]:
    """Return what to sort `path` by: folder for folder, then by the name without suffix."""
    return (*folder_key(path.parent), name_key(path.stem), name_key(path.suffix))


@cache
def folder_key(folder: PurePosixPath) -> tuple[Any, ...]:
    """Return what to sort the files of `folder` by before their own names."""
    return tuple(name_key(part) for part in folder.parts)
