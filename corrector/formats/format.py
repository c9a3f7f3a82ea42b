"""What a format is: its name, its files, its kinds, and what it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corrector.errors import UsageError
from corrector.formats.units import Unit
from corrector.formats.written import CannotHoldError
from corrector.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from corrector.formats.material import DocumentMaterial
    from corrector.formats.written import WrittenFile

Write = Callable[["DocumentMaterial"], "WrittenFile"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of a format.

    Attributes:
        title: what a person reads, to be translated.
        write: returns a document as one file; None in a package of many files.
    """

    title: str
    write: Write | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One format in which a document can be written.

    Attributes:
        name: as it is called on the command line.
        suffix: of its files, with the dot.
        title: what a person reads, to be translated.
        profiles: its kinds by name, the usual one first.
        unit: what usually goes into one file.
        only_unit: nothing else can go into one file.
        needs_hashes: whether it says which bytes every scan has.
        package: it is a folder of everything that belongs to a collection.
        readable: its files are texts that a person can look into.
    """

    name: str
    suffix: str
    title: str
    profiles: Mapping[str, Kind]
    unit: Unit = Unit.DOCUMENT
    only_unit: bool = False
    needs_hashes: bool = False
    package: bool = False
    readable: bool = True

    @property
    def usual_profile(self) -> str:
        """The profile that is meant where none is named."""
        return next(iter(self.profiles))

    def profile(self, name: str | None) -> str:
        """Return `name`, or the usual profile where none is named.

        Raises:
            UsageError: if there is no such profile.
        """
        wanted = self.usual_profile if name is None else name
        if wanted not in self.profiles:
            raise UsageError(
                QT_TRANSLATE_NOOP(
                    "Formats",
                    "The format “{format}” has no profile “{profile}”. It has: {profiles}. "
                    "Nothing was written.",
                ),
                format=self.name,
                profile=wanted,
                profiles=", ".join(self.profiles),
            )
        return wanted

    def write(self, material: "DocumentMaterial", profile: str | None = None) -> "WrittenFile":
        """Return the document as one file.

        Raises:
            UsageError: if there is no such profile.
            CannotHoldError: if the document cannot be one such file.
        """
        write = self.profiles[self.profile(profile)].write
        if write is None:
            raise CannotHoldError(
                QT_TRANSLATE_NOOP(
                    "Formats",
                    "“{format}” is a folder of many files and cannot be written as one. Name a "
                    "folder to write it to.",
                ),
                format=self.name,
            )
        return write(material)
