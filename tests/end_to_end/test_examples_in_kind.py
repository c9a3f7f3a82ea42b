"""What stands on real pages can be marked by keys in the window and is found in the export.

Each example is a folder of its own kind: a letter with stamps, a newspaper with columns and a
table, a handwritten letter with the writer's changes, and a folder of which nothing is known but
its lines. It is marked in one window and exported once; each phenomenon is a test.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from corrector.formats.tei.reading_back import read_back
from corrector.gui.wording import word
from corrector.record.entries import Status
from corrector.settings import Settings, save_settings
from tests.end_to_end.conftest import Corrector, Person
from tests.end_to_end.marking_by_keys import CONTROL, SHIFT, save, set_mark
from tests.end_to_end.pages_in_kind import (
    EXAMPLES,
    Page,
)

SitDown = Callable[..., int]
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
pytestmark = pytest.mark.window
EXPORTED: dict[str, bytes] = {}


def mend(person: Person, old: str, new: str) -> None:
    """Type `new` over `old`."""
    editor = person.window.editor
    editor.setFocus()
    editor.go_to(editor.exact_text().index(old))
    for _ in old:
        person.press(Qt.Key.Key_Right, SHIFT)
    for number, line in enumerate(new.split("\n")):
        if number:
            person.press(Qt.Key.Key_Return)
        person.write(line)


def leave_blank(person: Person) -> None:
    """Say of the page that nothing stands on it."""
    changed: list[object] = []
    person.window.statuses.changed.connect(lambda *one: changed.append(one))
    person.window.actions_by_name["status"].trigger()
    person.dialog(QInputDialog)
    person.write(word(Status.BLANK))
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: changed)


def transcribe(person: Person, page: Page) -> None:
    number = 0
    for old, new in page.mended:
        mend(person, old, new)
        number += 1
        save(person, number)
    for one in page.marks:
        set_mark(person, one)
    if page.marks:
        save(person, number + 1)
    if page.blank:
        leave_blank(person)


@pytest.fixture
def exported(
    request: pytest.FixtureRequest,
    sit_down: SitDown,
    corrector: Corrector,
    tmp_path: Path,
    shared: Path,
) -> bytes:
    """The TEI of an example, marked in a window when it is first asked for."""
    name: str = request.param
    if name not in EXPORTED:
        EXPORTED[name] = b"<nothing/>"  # where the window fails, it is not opened for each test
        pages, data, _ = EXAMPLES[name]
        folder = folder_of(tmp_path / name, pages)
        save_settings(Settings(person_name="A. Reader"))

        def work(person: Person) -> None:
            for number, page in enumerate(pages, start=1):
                person.see_page(number)
                transcribe(person, page)
                if number < len(pages):
                    person.press(Qt.Key.Key_PageDown, CONTROL)

        assert sit_down(work, "open", folder) == 0
        for field, value in data.items():
            assert corrector("describe", folder, "--set", f"{field}={value}").code == 0
        schema = shared / "schemas" / "tei_profile_archival.rng"
        wished = ("--schema", schema) if schema.is_file() else ()
        out = tmp_path / "out"
        assert corrector("export", folder, "--to", "tei", "--out", out, *wished).code == 0
        (file,) = out.glob("*.xml")
        EXPORTED[name] = file.read_bytes()
    return EXPORTED[name]


def folder_of(folder: Path, pages: Sequence[Page]) -> Path:
    folder.mkdir()
    for number, page in enumerate(pages, start=1):
        Image.new("L", (400, 600), 255).save(folder / f"scan {number:03}.png")
        if page.text:
            (folder / f"scan {number:03}.txt").write_text(page.text, "utf-8")
    return folder


CASES = [
    pytest.param(name, path, id=f"{name}: {phenomenon}")
    for name, (_, _, paths) in EXAMPLES.items()
    for phenomenon, path in paths.items()
]


@pytest.mark.parametrize(("exported", "path"), CASES, indirect=["exported"])
def test_the_phenomenon_is_found_in_the_export(exported: bytes, path: str) -> None:
    assert etree.fromstring(exported).xpath(path, namespaces=TEI), path


@pytest.mark.parametrize("exported", EXAMPLES, indirect=True)
def test_the_example_can_be_opened_again_with_all_marks(
    exported: bytes, request: pytest.FixtureRequest
) -> None:
    pages, _, _ = EXAMPLES[request.node.callspec.params["exported"]]

    document = read_back(exported, "example")

    for page, found in zip(pages, document.pages, strict=True):
        kinds = sorted(one.kind for one in found.marks)
        assert kinds == sorted(one.kind for one in page.marks)
