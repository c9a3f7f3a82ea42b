"""A sitting as the archivist has it, from the first key to the exported edition."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import Qt

from corrector.gui.dialogs.save_dialog import SaveDialog
from corrector.gui.exports.dialog import ExportDialog
from corrector.tasks.export_choice import Scope
from tests.end_to_end.conftest import Corrector, Person

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

pytestmark = [pytest.mark.window, pytest.mark.slow]


def test_a_despatch_is_corrected_saved_and_exported_by_keys_alone(
    sit_down: Callable[..., int],
    corrector: Corrector,
    despatch: Path,
    tmp_path: Path,
    shared: Path,
    unchanged: Callable[[Path], None],
) -> None:
    unchanged(despatch)
    out = tmp_path / "edition"
    taken: dict[str, str] = {}

    def work(person: Person) -> None:
        person.see_page(1)
        person.press(Qt.Key.Key_F3)
        person.wait(person.window.verify_bar.is_asking)
        suspicion = next(
            one
            for one in person.window.editor.findings()
            if one.suggestions and one.suggestions[0].text
        )
        while person.window.verifying.current.span != suspicion.span:
            person.press(Qt.Key.Key_F3)
        taken["old"], taken["new"] = suspicion.text, suspicion.suggestions[0].text
        person.press(Qt.Key.Key_1)
        person.press(Qt.Key.Key_Escape)
        person.press(Qt.Key.Key_End, CONTROL)
        person.write(" typed by hand")
        person.press(Qt.Key.Key_S, CONTROL, SHIFT)
        person.dialog(SaveDialog)
        for words in ("A. Reader", "first reading", "scan at 200 %"):
            person.fill(words)
            person.press(Qt.Key.Key_Tab)
        person.press(Qt.Key.Key_Return)
        person.wait(lambda: "Saved as version 1" in person.window.status_line.currentMessage())
        person.press(Qt.Key.Key_PageDown, CONTROL)
        person.see_page(2)
        export(person, out, steps_down=0)
        export(person, out, steps_down=1)

    assert sit_down(work, "open", despatch) == 0
    check_record(corrector, despatch, taken)
    check_exports(out, shared)
    assert corrector("verify", despatch).code == 0


def export(person: Person, out: Path, steps_down: int) -> None:
    """Export what the dialog proposes, in the format so many steps below the first."""
    before = set(out.glob("*"))
    person.press(Qt.Key.Key_E, CONTROL)
    dialog = person.dialog(ExportDialog)
    person.press(Qt.Key.Key_F, ALT)
    for _ in range(steps_down):
        person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_C, ALT)
    person.wait(lambda: dialog.answer().scope is Scope.COLLECTION)
    person.press(Qt.Key.Key_T, ALT)
    person.fill(str(out))
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: set(out.glob("*")) - before)
    person.wait(lambda: "Files written" in person.window.status_line.currentMessage())


def check_record(corrector: Corrector, folder: Path, taken: dict[str, str]) -> None:
    history = json.loads(corrector("history", folder, "1", "--json").out)
    first, second = history["versions"]
    assert (first["origin"], first["corrections"]) == ("imported", [])
    assert (second["author"], second["note"]) == ("A. Reader", "first reading")
    assert second["evidence"] == "scan at 200 %"
    chosen = [one for one in second["corrections"] if one["origin"] == "candidate"]
    assert [(one["old"], one["new"]) for one in chosen] == [(taken["old"], taken["new"])]
    text = corrector("show", folder, "1").out
    assert text.endswith(" typed by hand")
    for correction in second["corrections"]:
        assert text[correction["start"] : correction["end"]] == correction["new"]


def check_exports(out: Path, shared: Path) -> None:
    names = sorted(path.name for path in out.iterdir())
    assert names == [
        "EHRI-DR-19390519-US.xml",
        "EHRI-DR-19390519-US_02.txt",
        "EHRI-DR-19390519-US_03.txt",
    ]
    assert (out / "EHRI-DR-19390519-US_02.txt").read_bytes().endswith(b" typed by hand")
    schema = etree.RelaxNG(etree.parse(shared / "schemas" / "tei_profile_archival.rng"))
    document = etree.parse(out / "EHRI-DR-19390519-US.xml")
    assert schema.validate(document), schema.error_log
