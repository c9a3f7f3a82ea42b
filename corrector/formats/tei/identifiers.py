"""Deterministic xml:ids of pages and what stands on them: the same record gives the same ids."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageIdentifiers:
    """All ids that belong to one page; built from its number in the collection, so they last."""

    number: int

    @property
    def key(self) -> str:
        """The number in at least three digits."""
        return f"{self.number:03d}"

    @property
    def surface(self) -> str:
        """Of the surface in the facsimile."""
        return f"f{self.key}"

    @property
    def image(self) -> str:
        """Of the description of the scan's file."""
        return f"img.{self.key}"

    @property
    def beginning(self) -> str:
        """Of the page break in the text."""
        return f"pb{self.key}"

    def line_zone(self, index: int) -> str:
        """Of the zone of the line `index`, from 0, of the current text."""
        return f"{self.surface}_l{index + 1:03d}"

    def word_zone(self, line: int, word: int) -> str:
        """Of the zone of the word `word`, from 0, of the line `line`."""
        return f"{self.line_zone(line)}_w{word + 1:02d}"

    def mark_zone(self, ordinal: int) -> str:
        """Of the zone that was drawn for the mark `ordinal`, from 1."""
        return f"{self.surface}_m{ordinal:04d}"

    def change(self, version: int) -> str:
        """Of the entry of a saved version in the revision description."""
        return f"rev.{self.key}.{version}"

    def of(self, kind: str, ordinal: int) -> str:
        """Of the thing `ordinal`, from 1, of a kind: s, a, c, d, e, m or q and further letters."""
        return f"{kind}{self.key}_{ordinal:04d}"


def pointer(identifier: str) -> str:
    """Return a pointer to `identifier` in the same file."""
    return f"#{identifier}"
