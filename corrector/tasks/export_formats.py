"""What can be exported, for those who offer it: the table of formats without its writers."""

from collections.abc import Mapping
from dataclasses import dataclass

from corrector.formats.options import OPTIONS, YES, Option
from corrector.formats.registry import FORMATS


@dataclass(frozen=True, slots=True)
class Offer:
    """A format as it is offered.

    Attributes:
        name: by which it is asked for.
        title: what a person reads, to be translated.
        profiles: name and title of each of its kinds, the usual one first.
        whole: it is always of the whole collection.
    """

    name: str
    title: str
    profiles: tuple[tuple[str, str], ...]
    whole: bool


def offers() -> tuple[Offer, ...]:
    """Return all formats, the usual one first."""
    return tuple(
        Offer(
            entry.name,
            entry.title,
            tuple((name, kind.title) for name, kind in entry.profiles.items()),
            entry.package,
        )
        for entry in FORMATS.values()
    )


def names() -> tuple[str, ...]:
    """Return the names of all formats, the usual one first."""
    return tuple(FORMATS)


def profiles() -> str:
    """Return all formats with several profiles and their names, in words."""
    several = (entry for entry in FORMATS.values() if len(entry.profiles) > 1)
    return "; ".join(f"{entry.name}: {', '.join(entry.profiles)}" for entry in several)


def usual_units() -> str:
    """Return what usually goes into one file of each format, in words."""
    units: dict[str, list[str]] = {}
    for entry in FORMATS.values():
        units.setdefault(entry.unit.value, []).append(entry.name)
    return "; ".join(f"{', '.join(formats)} {unit}" for unit, formats in units.items())


def options_of(name: str) -> tuple[Option, ...]:
    """Return what can be wished of the format called `name`."""
    return OPTIONS.get(name, ())


def wishes_among(values: Mapping[str, object]) -> dict[str, str]:
    """Return those of `values` that are options of some format and were wished."""
    known = {option.name for options in OPTIONS.values() for option in options}
    found = {name.replace("_", "-"): value for name, value in values.items() if value}
    return {
        name: YES if value is True else str(value) for name, value in found.items() if name in known
    }
