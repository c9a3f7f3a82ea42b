"""What tests of parts of the window begin with: workers, a scan view and an editor, all shown."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from corrector.gui.background import Background
from corrector.gui.scan.view import ScanView
from corrector.gui.text.editor import TextEditor

REST_SECONDS = 30
"""Until every worker has to have come to rest; a scan of a hundred megapixels takes a while."""


@pytest.fixture
def background(qapp: QObject) -> Iterator[Background]:
    """Worker threads that come to rest when the test is over."""
    background = Background()
    yield background
    assert background.shut_down(REST_SECONDS)


@pytest.fixture
def view(background: Background, qtbot: QtBot) -> ScanView:
    """A scan view without a scan."""
    view = ScanView(background)
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    return view


@pytest.fixture
def editor(qtbot: QtBot) -> TextEditor:
    """An editor without a text; the keys go to it."""
    widget = TextEditor()
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    widget.show()
    qtbot.waitExposed(widget)
    widget.setFocus()
    return widget
