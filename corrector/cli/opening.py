"""Opens the collection that a command was given: to look at, or to change it in a person's name."""

from typing import TYPE_CHECKING

from corrector.tasks.places import Place

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection


def opened(place: Place, command: str, *, to_change: bool) -> "Collection":
    """Return the collection at `place`; nobody is kept out where it is only looked at.

    Args:
        place: as the person named it.
        command: which asks, such as `describe`.
        to_change: whether anything is to be written.

    Raises:
        InputError: if the folder or its record cannot be read.
        OutputError: if the record cannot be written.
        LockedError: if somebody else has it open.
    """
    from corrector.settings import load_settings
    from corrector.tasks.opening import look_at, open_for_work

    if not to_change:
        return look_at(place)
    return open_for_work(place, owner_of(command, load_settings().person_name))


def owner_of(command: str, person: str) -> str:
    """Return in whose name `command` works, for others to read: the person's, or its own."""
    return person or f"corrector {command}"
