"""The table of formats: a new format is a new file and one entry here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from corrector.errors import UsageError
from corrector.formats import plain_text
from corrector.formats.material import DocumentMaterial
from corrector.formats.plain_text import write_plain_text, write_reading_text
from corrector.formats.provenance import writer as provenance
from corrector.formats.tei import writer
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.writer import write_tei
from corrector.formats.written import WrittenFile
from corrector.messages import QT_TRANSLATE_NOOP

Write = Callable[[DocumentMaterial], WrittenFile]


@dataclass(frozen=True, slots=True)
class Format:
    """One format in which a document can be written.

    Attributes:
        name: as it is called on the command line.
        suffix: of its files, with the dot.
        profiles: its kinds by name, the usual one first, each with the function that writes it.
        needs_hashes: whether it says which bytes every scan has.
    """

    name: str
    suffix: str
    profiles: Mapping[str, Write]
    needs_hashes: bool = False

    @property
    def usual_profile(self) -> str:
        """The profile that is meant where none is named."""
        return next(iter(self.profiles))

    def write(self, material: DocumentMaterial, profile: str | None = None) -> WrittenFile:
        """Return the document as one file.

        Raises:
            UsageError: if there is no such profile.
        """
        wanted = self.usual_profile if profile is None else profile
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
        return self.profiles[wanted](material)


def _tei(profile: Profile) -> Write:
    return lambda material: write_tei(material, profile)


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        entry.name: entry
        for entry in (
            Format(
                "txt",
                plain_text.SUFFIX,
                {
                    "page": write_plain_text,
                    "original": lambda material: write_plain_text(material, keep_encoding=True),
                    "reading": write_reading_text,
                },
            ),
            Format("tei", writer.SUFFIX, {profile.value: _tei(profile) for profile in Profile}),
            Format(
                "prov",
                provenance.SUFFIX,
                {"history": provenance.write_provenance},
                needs_hashes=True,
            ),
        )
    }
)
"""All formats by name, the usual one first."""


def format_named(name: str) -> Format:
    """Return the format called `name`.

    Raises:
        UsageError: if there is none.
    """
    if name not in FORMATS:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Formats",
                "There is no format “{format}”. There are: {formats}. Nothing was written.",
            ),
            format=name,
            formats=", ".join(FORMATS),
        )
    return FORMATS[name]
