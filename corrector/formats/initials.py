"""Initials instead of names, for files that do not say who a person is."""

from collections.abc import Mapping

from corrector.record.entries import Person


def initials(name: str) -> str:
    """Return the first letters of the words of a name: “A. E.” for “Ada Example”."""
    letters = (next((one for one in word if one.isalnum()), "") for word in name.split())
    return " ".join(f"{letter.upper()}." for letter in letters if letter) or "not recorded"


def as_wished(person: Person, wishes: Mapping[str, str]) -> Person:
    """Return `person`, or only initials where those are wished."""
    return Person(initials(person.name)) if wishes.get("initials") else person
