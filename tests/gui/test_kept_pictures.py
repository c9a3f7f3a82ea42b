"""Pictures are kept within a bound of memory, the ones used last the longest."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from corrector.gui.kept_pictures import KeptPictures

ONE = 10 * 10 * 4


def test_a_picture_put_again_counts_once(qapp: QObject) -> None:
    kept = KeptPictures[str](3 * ONE)
    for _ in range(5):
        kept.put("again", QPixmap(10, 10))
    assert kept.size == ONE
    kept.put("again", QPixmap(10, 5))
    assert kept.size == ONE // 2
    assert [key for key, _ in kept.items()] == ["again"]


def test_a_picture_larger_than_the_bound_is_kept_alone(qapp: QObject) -> None:
    kept = KeptPictures[str](ONE)
    kept.put("small", QPixmap(5, 5))
    kept.put("large", QPixmap(100, 100))
    assert kept.get("small") is None
    assert kept.get("large") is not None
    kept.put("small", QPixmap(5, 5))
    assert kept.get("large") is None
    assert kept.size == ONE // 4
