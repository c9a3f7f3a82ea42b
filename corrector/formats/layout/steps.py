"""Who made the text of a page, step by step, as formats with a list of steps want it."""

from dataclasses import dataclass

from corrector.formats.material import PageMaterial
from corrector.formats.tei.moments import when
from corrector.record.entries import Origin, Version

CORRECTOR = "Corrector"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the reading of the machine, or the making of a version.

    Attributes:
        generation: whether it made the text; if not, it changed it.
        agency: the person behind it; empty for a machine.
        software: name of the program.
        software_version: of the program; empty where unknown.
        time: ISO 8601 where known, else None.
        description: what was done and why, in words.
    """

    generation: bool
    agency: str
    software: str
    software_version: str
    time: str | None
    description: str


def steps_of(material: PageMaterial, program_version: str) -> tuple[Step, ...]:
    """Return how the text came to be, oldest first; nothing of it depends on the export's time."""
    return tuple(_step(version, program_version) for version in material.versions)


def last_time(material: PageMaterial) -> str | None:
    """Return when the text was last changed, or None where that is not known."""
    times = [when(version.time) for version in material.versions]
    return next((time for time in reversed(times) if time is not None), None)


def first_time(material: PageMaterial) -> str | None:
    """Return when the text was made, or None where that is not known."""
    times = (when(version.time) for version in material.versions)
    return next((time for time in times if time is not None), None)


def _step(version: Version, program_version: str) -> Step:
    engine = version.details.get("engine", "")
    machine = version.number == 0 and (version.origin is Origin.RECOGNISED or bool(engine))
    said = _said(version)
    if machine:
        name = engine or version.author.name
        number = version.details.get("engine-version", "")
        return Step(True, "", name, number, when(version.time), said)
    return Step(
        version.number == 0,
        version.author.name,
        CORRECTOR,
        program_version,
        when(version.time),
        said,
    )


def _said(version: Version) -> str:
    parts = (
        f"version {version.number}: {version.origin.value}",
        version.note,
        version.evidence,
    )
    return "; ".join(" ".join(part.split()) for part in parts if part.strip())
