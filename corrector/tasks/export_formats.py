"""What can be exported, for those who offer it: the table of formats without its writers."""

from collections.abc import Mapping
from dataclasses import dataclass

from corrector.formats.format import Format
from corrector.formats.options import OPTIONS, YES, Kind, Option
from corrector.formats.registry import FORMATS
from corrector.formats.units import Unit

__all__ = [
    "YES",
    "Kind",
    "Offer",
    "Option",
    "Unit",
    "names",
    "offers",
    "options_of",
    "profiles",
    "usual_units",
    "wishes_among",
]


@dataclass(frozen=True, slots=True)
class Offer:
    """A format as it is offered.

    Attributes:
        name: by which it is asked for.
        title: what a person reads, to be translated.
        profiles: name and title of each of its kinds, the usual one first.
        whole: it is always of the whole collection.
        units: what can go into one file, what is usual first.
        options: what can be wished of it.
    """

    name: str
    title: str
    profiles: tuple[tuple[str, str], ...]
    whole: bool
    units: tuple[Unit, ...] = ()
    options: tuple[Option, ...] = ()


def offers() -> tuple[Offer, ...]:
    """Return all formats, the usual one first."""
    return tuple(
        Offer(
            entry.name,
            entry.title,
            tuple((name, kind.title) for name, kind in entry.profiles.items()),
            entry.package,
            _units(entry),
            options_of(entry.name),
        )
        for entry in FORMATS.values()
    )


def _units(entry: Format) -> tuple[Unit, ...]:
    """Return what can go into one file; texts as they were imported are a matter of TXT alone."""
    others = (Unit.PAGE, Unit.DOCUMENT, Unit.COLLECTION)
    if entry.only_unit:
        return (entry.unit,)
    return (entry.unit, *(unit for unit in others if unit is not entry.unit))


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
