"""The hands that people named in their marks: one description for each."""

from collections.abc import Iterable

from corrector.formats.material import PageMaterial
from corrector.formats.tei.vocabulary import XML_ID, Element, child


class Hands:
    """All hands of a document, numbered in the order in which they are met."""

    def __init__(self, pages: Iterable[PageMaterial]) -> None:
        """Collect the hands of the marks of `pages`."""
        self._known: dict[str, str] = {}
        for page in pages:
            for mark in page.versions[-1].marks if page.versions else ():
                name = " ".join(mark.value("hand").split())
                if name:
                    self._known.setdefault(name, f"hand.{len(self._known) + 1}")

    def of(self, name: str) -> str | None:
        """Return the id of the hand called `name`; None where none was named."""
        return self._known.get(" ".join(name.split()))

    def write(self, profile: Element) -> None:
        """Append the descriptions to the header's profile; nothing where nobody named a hand."""
        if self._known:
            notes = child(profile, "handNotes")
            for name, identifier in self._known.items():
                child(notes, "handNote", {XML_ID: identifier}, name)
