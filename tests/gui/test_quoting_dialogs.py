"""Windows that name a word with quotation marks of its own tell them from theirs."""

import pytest
from pytestqt.qtbot import QtBot

from corrector.gui.dialogs.explanation_dialog import ExplanationDialog
from corrector.gui.dialogs.word_history_dialog import WordHistoryDialog
from corrector.messages import message
from corrector.tasks.explaining import Explained
from corrector.text.tokens import Span


@pytest.mark.parametrize(
    ("word", "quoted"), [("harbour", "“harbour”"), ("“harbour", "‹“harbour›"), ('"', '‹"›')]
)
@pytest.mark.parametrize(
    ("flagged", "settled", "said"),
    [
        (True, (), "is flagged."),
        (False, (message("Somebody."),), "is not flagged, because a person settled it."),
        (False, (), "is not flagged: its score is below the threshold."),
    ],
)
def test_an_explanation_names_its_word(
    qtbot: QtBot, word: str, quoted: str, *, flagged: bool, settled: tuple[object, ...], said: str
) -> None:
    found = Explained(word, Span(0, 7), 0.9, 0.5, flagged, ("en",), settled, (), ())  # type: ignore[arg-type]
    dialog = ExplanationDialog(None, found)
    qtbot.addWidget(dialog)
    assert f"{quoted} {said}" in dialog.text()
    assert dialog.windowTitle() == f"Why {quoted}"


def test_the_history_of_a_word_names_it(qtbot: QtBot) -> None:
    dialog = WordHistoryDialog(None, word="“harbour", rows=(), marks=())
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "History of ‹“harbour›"
