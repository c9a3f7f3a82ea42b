"""What a collection is opened by: a folder, its record, or a database with a folder of scans."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.addresses import DatabaseAddress, is_address, parse_address

_SCANS: Final = "scans"


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """A collection of several people: its record on a server, its scans in a folder.

    Attributes:
        address: of the database.
        root: the folder of scans and texts, as this machine sees it.
    """

    address: DatabaseAddress
    root: Path

    def __str__(self) -> str:
        return self.address.name


Place = Path | SharedPlace


def place_of(text: str) -> Place:
    """Return what `text` means: postgresql://user@host/database?scans=/folder, or a path.

    Raises:
        UsageError: if an address names no folder, or holds a password.
    """
    if not is_address(text):
        return Path(text)
    address, scans = parse_address(text, _SCANS)
    if not scans:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{place}” does not say where the scans are. Add their folder to the address: "
                "“{place}?scans=/folder/of/scans”, in quotation marks.",
            ),
            place=address.name,
        )
    return SharedPlace(address, Path(scans))
