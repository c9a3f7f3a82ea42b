"""Which places of a series are found and ticked; knows no widget."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from corrector.tasks.series import SeriesPage, SeriesPlace


@dataclass(frozen=True, slots=True)
class Row:
    """One place as it is listed: which page, and which of its places."""

    found: "SeriesPage"
    at: int

    @property
    def place(self) -> "SeriesPlace":
        """What was found there."""
        return self.found.places[self.at]


class Ticking:
    """The places found until now, in order; those that nobody settled come ticked."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._ticked: list[bool] = []
        self.count = 0
        """How many are ticked."""

    def clear(self) -> None:
        """Forget all places, because another reading is looked for."""
        self.rows, self._ticked, self.count = [], [], 0

    def add(self, found: "Sequence[SeriesPage]") -> None:
        """Take more pages behind those that are there."""
        for one in found:
            self.rows += [Row(one, at) for at in range(len(one.places))]
            self._ticked += [place.settled is None for place in one.places]
        self.count = sum(self._ticked)

    def is_ticked(self, row: int) -> bool:
        """Tell whether a place is to be changed."""
        return self._ticked[row]

    def toggle(self, row: int) -> None:
        """Tick a place, or take its tick away."""
        self._ticked[row] = not self._ticked[row]
        self.count += 1 if self._ticked[row] else -1

    def tick_all(self, ticked: bool) -> None:
        """Tick all places, or none; those that a person settled are only ticked one by one."""
        self._ticked = [ticked and one.place.settled is None for one in self.rows]
        self.count = sum(self._ticked)

    def pages(self) -> int:
        """Return on how many pages places are ticked."""
        return sum(1 for _ in self._chosen())

    def chosen(self) -> "tuple[SeriesPage, ...]":
        """Return the pages with ticked places, and only these places."""
        return tuple(replace(page, places=tuple(places)) for page, places in self._chosen())

    def _chosen(self) -> "Iterator[tuple[SeriesPage, list[SeriesPlace]]]":
        page: SeriesPage | None = None
        places: list[SeriesPlace] = []
        for row, ticked in zip(self.rows, self._ticked, strict=True):
            if not ticked:
                continue
            if page is not None and row.found is not page:
                yield page, places
                places = []
            page = row.found
            places.append(row.place)
        if page is not None:
            yield page, places
