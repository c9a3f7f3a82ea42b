"""Makes a folder of files a bag: its declaration, its description and the hashes of all files.

The library's own function changes the working folder of the whole process while it works, which
threads beside it would feel; so the few files are written here, and the library judges them.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from corrector.errors import OutputError
from corrector.messages import QT_TRANSLATE_NOOP

PAYLOAD: Final = "data"
"""The folder in a bag with what the bag is about."""

_HASH: Final = "sha256"
_DECLARATION: Final = "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"
_CHUNK: Final = 1 << 20


def seal(bag: Path, information: Mapping[str, str]) -> None:
    """Write what makes `bag`, with its payload in place, a bag.

    Args:
        bag: a folder with nothing in it but the folder `PAYLOAD`.
        information: for bag-info.txt; sizes are added.

    Raises:
        OSError: if something cannot be read or written.
    """
    files = sorted(path for path in (bag / PAYLOAD).rglob("*") if path.is_file())
    size = sum(path.stat().st_size for path in files)
    described = {**information, "Payload-Oxum": f"{size}.{len(files)}"}
    _write(bag / "bagit.txt", _DECLARATION)
    _write(bag / "bag-info.txt", "".join(_described(described)))
    _write(bag / f"manifest-{_HASH}.txt", "".join(_hashed(bag, files)))
    tags = sorted(path for path in bag.iterdir() if path.is_file())
    _write(bag / f"tagmanifest-{_HASH}.txt", "".join(_hashed(bag, tags)))


def check(bag: Path) -> None:
    """Have the bag judged by the library of those who keep the standard.

    Raises:
        OutputError: if it is no valid bag.
    """
    import bagit

    try:
        bagit.Bag(str(bag)).validate()
    except bagit.BagError as error:
        raise OutputError(
            QT_TRANSLATE_NOOP(
                "Formats",
                "The package did not pass its own check: {reason}. Nothing was left behind. Try "
                "again; if it happens again, the disk may be failing.",
            ),
            reason=str(error),
        ) from error


def _hashed(bag: Path, files: Iterable[Path]) -> Iterator[str]:
    for path in files:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
        yield f"{digest.hexdigest()}  {path.relative_to(bag).as_posix()}\n"


def _described(information: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of bag-info.txt; a value is one line, whatever it holds."""
    for name, value in information.items():
        yield f"{name}: {' '.join(value.split())}\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
