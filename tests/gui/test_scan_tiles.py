"""Which tiles are needed, and which are kept."""

import pytest
from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QPixmap

from corrector.gui.scan.tiles import Tile, TileStore, shrink_for, tiles_in
from corrector.scans.geometry import Box


@pytest.mark.parametrize(
    ("scale", "shrink"), [(3.0, 1), (1.0, 1), (0.51, 1), (0.5, 2), (0.3, 2), (0.25, 4), (0.1, 8)]
)
def test_tiles_are_never_coarser_than_the_screen(scale: float, shrink: int) -> None:
    assert shrink_for(scale) == shrink


def test_the_tiles_cover_the_part_that_is_seen_from_the_middle_outwards() -> None:
    tiles = tiles_in(QRectF(100, 100, 1400, 900), 1)
    assert sorted(tiles) == [Tile(1, column, row) for column in range(3) for row in range(2)]
    assert {tiles[0], tiles[1]} == {Tile(1, 1, 0), Tile(1, 1, 1)}
    assert Tile(2, 1, 1).box() == Box(1024, 1024, 1024, 1024)


def test_nothing_seen_needs_no_tile() -> None:
    assert tiles_in(QRectF(), 4) == []


def test_the_least_lately_used_tile_makes_room(qapp: QObject) -> None:
    store = TileStore(budget=2 * 64 * 64 * 4)
    first, second, third = (Tile(1, column, 0) for column in range(3))
    store.put(first, QPixmap(64, 64))
    store.put(second, QPixmap(64, 64))
    assert store.get(first) is not None
    store.put(third, QPixmap(64, 64))
    assert store.get(second) is None
    assert store.get(first) is not None
    assert store.size == 2 * 64 * 64 * 4
    store.put(third, QPixmap(64, 64))
    assert store.size == 2 * 64 * 64 * 4
    store.clear()
    assert store.size == 0
    assert store.get(first) is None


def test_coarser_tiles_fill_gaps_the_coarsest_first(qapp: QObject) -> None:
    store = TileStore()
    for shrink in (1, 2, 4):
        store.put(Tile(shrink, 0, 0), QPixmap(8, 8))
    assert [tile.shrink for tile, _ in store.coarser(1)] == [4, 2]
