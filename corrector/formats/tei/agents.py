"""Who answers for what in a document: one statement of responsibility for each role and agent."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corrector.formats.material import PageMaterial
from corrector.formats.tei.hands import Hands
from corrector.formats.tei.moments import order
from corrector.record.entries import Origin, Person, Version


class Role(StrEnum):
    """What an agent did, in the words of the statement of responsibility."""

    RECOGNITION = "machine transcription of the scans"
    IMPORT = "import of an existing transcription whose maker is not recorded"
    TRANSCRIPTION = "transcription"
    CORRECTION = "correction of the transcription"
    MARKING = "marks on the text"
    ENCODING = "encoding in TEI from the record of corrections"


_SOFTWARE = frozenset({Role.RECOGNITION, Role.ENCODING})


@dataclass(frozen=True, slots=True)
class Agent:
    """One agent in one role.

    Attributes:
        identifier: the xml:id of the statement.
        role: what it did.
        person: its name and, where known, identifier; for software its name and version.
    """

    identifier: str
    role: Role
    person: Person

    @property
    def software(self) -> bool:
        """Whether the agent is a program."""
        return self.role in _SOFTWARE


def role_of(version: Version) -> Role:
    """Return what the author of `version` did."""
    if version.origin is Origin.RECOGNISED:
        return Role.RECOGNITION
    if version.number > 0:
        return Role.CORRECTION
    return Role.IMPORT if version.origin is Origin.IMPORTED else Role.TRANSCRIPTION


class Agents:
    """All agents of a document, numbered by when they first did something, and hands that wrote.

    Attributes:
        hands: that the marks of the document name.
        program: that writes the file.
    """

    def __init__(self, pages: Sequence[PageMaterial], program: Person) -> None:
        """Collect the agents of `pages`; `program` is the one that writes the file."""
        deeds: list[tuple[str, int, Role, Person]] = []
        for material in pages:
            number = material.page.number
            deeds += (
                (version.time, number, role_of(version), version.author)
                for version in material.versions
            )
            deeds += (
                (mark.time, number, Role.MARKING, Person(mark.author))
                for mark in (material.versions[-1].marks if material.versions else ())
            )
        self.hands = Hands(pages)
        self._agents: dict[tuple[Role, Person], Agent] = {}
        for _, _, role, person in sorted(deeds, key=lambda deed: (order(deed[0]), deed[1])):
            self._add(f"resp.{len(self._agents) + 1}", role, person)
        self.program = self._add("resp.program", Role.ENCODING, program)

    def all(self) -> tuple[Agent, ...]:
        """Return the agents in order; our program is the last."""
        return tuple(self._agents.values())

    def of_version(self, version: Version) -> Agent:
        """Return who made `version`."""
        return self._agents[role_of(version), version.author]

    def of_mark(self, author: str) -> Agent:
        """Return who set a mark."""
        return self._agents[Role.MARKING, Person(author)]

    def _add(self, identifier: str, role: Role, person: Person) -> Agent:
        return self._agents.setdefault((role, person), Agent(identifier, role, person))
