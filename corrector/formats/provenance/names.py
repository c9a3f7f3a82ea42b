"""Qualified names of the things in a provenance file: the same record gives the same names."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from corrector.record.entries import Person

VOCABULARY: Final = "urn:uuid:89fc3ab7-2ef3-401b-aa51-a0be1f3d1c4b#"
"""Namespace of the terms of this program. A UUID: nobody has to own a domain for it to last."""

DUBLIN_CORE: Final = "http://purl.org/dc/terms/"

UNNAMED: Final = "urn:uuid:00000000-0000-0000-0000-000000000000#"
"""Namespace of the things of a collection that has no identifier."""


def namespaces(collection: str) -> dict[str, str]:
    """Return the prefixes of a file; `collection` is the identifier of the collection's record."""
    own = f"urn:uuid:{quote(collection, safe='')}#" if collection else UNNAMED
    return {"c": own, "tc": VOCABULARY, "dcterms": DUBLIN_CORE}


def term(name: str) -> str:
    """Return the name of a term of this program."""
    return f"tc:{name}"


def file_name(path: str) -> str:
    """Return the name of a file, by its path relative to the collection's folder."""
    return f"c:file/{quote(path)}"


def person_name(person: Person) -> str:
    """Return the name of a person; people of one name are told apart by their identifiers."""
    apart = f"/{_whole(person.identifier)}" if person.identifier else ""
    return f"c:person/{_whole(person.name)}{apart}"


def program_name(program: str, model: str = "") -> str:
    """Return the name of a program in one version and, for an engine, with one model."""
    apart = f"/{_whole(model)}" if model else ""
    return f"c:program/{_whole(program)}{apart}"


def export_name(file: str) -> str:
    """Return the name of an exported file."""
    return f"c:export/{_whole(file)}"


@dataclass(frozen=True, slots=True)
class PageNames:
    """All names that belong to one page; built from the record's own key, which never changes."""

    key: int

    @property
    def page(self) -> str:
        """Of the transcription of the page, whatever its version."""
        return f"c:page-{self.key}"

    def version(self, number: int) -> str:
        """Of a version of the text."""
        return f"{self.page}.v{number}"

    def making(self, number: int) -> str:
        """Of the activity from which a version came."""
        return f"{self.version(number)}.making"

    def corrections(self, number: int) -> str:
        """Of all corrections that a version brought."""
        return f"{self.version(number)}.corrections"

    def correction(self, number: int, index: int) -> str:
        """Of the correction `index`, from 0, of a version."""
        return f"{self.version(number)}.c{index + 1}"

    def mark(self, ordinal: int) -> str:
        """Of the mark that was the `ordinal`th, from 1, to be set on the page."""
        return f"{self.page}.mark{ordinal}"

    def status(self, index: int) -> str:
        """Of the status change `index`, from 0."""
        return f"{self.page}.status{index + 1}"

    def note(self, index: int) -> str:
        """Of the note `index`, from 0."""
        return f"{self.page}.note{index + 1}"


def _whole(text: str) -> str:
    return quote(text, safe="")
