"""Editorial marks as a person sets them: by keys, in the real window, read back from the record."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from corrector.gui.marking.form import MarkForm
from corrector.gui.marking.palette import MarkPalette
from corrector.gui.text.mark_words import kind_word
from corrector.record import pages, versions
from corrector.settings import Settings, load_settings, save_settings
from corrector.tasks.opening import look_at
from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENA
from corrector.text.phenomenon import Entry, Extent, Phenomenon
from tests.end_to_end.conftest import Person

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SitDown = Callable[..., int]

pytestmark = pytest.mark.window

LINES = [f"Line {number} of the letter" for number in range(len(PHENOMENA))]
TEXT = "\n\n".join(LINES)
WORDS = {Entry.WORDS: "in pencil", Entry.NUMBER: "3", Entry.DATE: "1939-05-19", Entry.SWITCH: "yes"}


@pytest.fixture
def folder(tmp_path: Path, home: Path) -> Path:
    assert home.is_dir()
    save_settings(Settings(person_name="A. Reader"))
    made = tmp_path / "letter"
    made.mkdir()
    (made / "page1.txt").write_text(TEXT, "utf-8")
    return made


def go_to(person: Person, words: str, behind: int = 0, after: str = "") -> None:
    editor = person.window.editor
    text = editor.exact_text()
    editor.setFocus()
    editor.go_to(text.index(words, text.index(after)) + behind)


def select(person: Person, words: str, after: str = "") -> None:
    go_to(person, words, after=after)
    for _ in words:
        person.press(Qt.Key.Key_Right, SHIFT)


def choose(person: Person, phenomenon: Phenomenon) -> None:
    person.press(Qt.Key.Key_M, CONTROL)
    person.dialog(MarkPalette)
    person.write(kind_word(phenomenon.name))
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: not person.window.findChildren(MarkPalette))


def fill(person: Person, phenomenon: Phenomenon) -> dict[str, str]:
    """Fill every field of the open form by keys; return what was said."""
    person.dialog(MarkForm)
    said = {}
    for field in phenomenon.fields:
        if field.entry is Entry.CHOICE:
            person.press(Qt.Key.Key_Down)
            said[field.name] = field.choices[1]
        elif field.entry is Entry.SWITCH:
            person.press(Qt.Key.Key_Space)
            said[field.name] = WORDS[field.entry]
        elif field.entry is not Entry.ZONE:
            person.fill(WORDS[field.entry])
            said[field.name] = WORDS[field.entry]
        person.press(Qt.Key.Key_Tab)
    return said


def finish(person: Person) -> None:
    person.press(Qt.Key.Key_Return)
    person.wait(lambda: not person.window.findChildren(MarkForm))


def marks(person: Person) -> list[Mark]:
    found: list[Mark] = sorted(person.window.desk.work.marks, key=lambda one: one.span)
    return found


def save(person: Person, number: int) -> None:
    person.press(Qt.Key.Key_S, CONTROL)
    person.wait(lambda: f"Saved as version {number}" in person.window.status_line.currentMessage())


def stored(folder: Path) -> list[Mark]:
    """Return the marks of the newest version of the first page, read from the record."""
    with look_at(folder) as collection, collection.record.reading() as connection:
        newest = versions.latest(connection, pages.list_pages(connection)[0].id)
    assert newest is not None
    return sorted(newest.marks, key=lambda one: one.span)


def test_every_phenomenon_is_marked_by_keys_saved_and_read_back_with_its_fields(
    sit_down: SitDown, folder: Path
) -> None:
    expected: list[tuple[str, str, dict[str, str], str]] = []

    def work(person: Person) -> None:
        person.see_page(1)
        for line, phenomenon in zip(LINES, PHENOMENA, strict=True):
            go_to(person, line, 6)
            choose(person, phenomenon)
            note, said = "", {}
            if phenomenon.fields or phenomenon.name == "note":
                said = fill(person, phenomenon)
                if phenomenon.name == "note":
                    note = "see the other copy"
                    person.write(note)
                person.wait(lambda: person.dialog(MarkForm).isVisible())
                finish(person)
            expected.append((phenomenon.name, about(phenomenon, line), said, note))
            assert len(marks(person)) == len(expected), phenomenon.name
        save(person, 1)

    assert sit_down(work, "open", folder) == 0
    found = [(one.kind, one.span.of(TEXT), dict(one.fields), one.note) for one in stored(folder)]
    assert found == expected
    assert {one.author for one in stored(folder)} == {"A. Reader"}
    assert all(one.time for one in stored(folder))


def about(phenomenon: Phenomenon, line: str) -> str:
    """Return the words that are marked where the caret stands in the number of the line."""
    if phenomenon.extent in (Extent.POINT, Extent.LINE_START):
        return ""
    return line.split()[1] if phenomenon.extent is Extent.TOKEN else line


def test_the_digits_mark_what_the_table_says_and_a_second_press_changes_the_mark(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        go_to(person, "Line 3", 2)
        person.press(Qt.Key.Key_1, ALT)
        person.dialog(MarkForm)
        finish(person)
        first = marks(person)
        person.press(Qt.Key.Key_1, ALT)
        person.dialog(MarkForm)
        person.press(Qt.Key.Key_Down)
        finish(person)
        second = marks(person)
        assert [one.kind for one in first + second] == ["unclear", "unclear"]
        assert (first[0].value("reason"), second[0].value("reason")) == ("illegible", "faded")
        person.press(Qt.Key.Key_Z, CONTROL)
        assert marks(person) == first
        person.press(Qt.Key.Key_Z, CONTROL)
        assert marks(person) == []
        person.press(Qt.Key.Key_Y, CONTROL)
        person.press(Qt.Key.Key_Y, CONTROL)
        assert marks(person) == second
        person.press(Qt.Key.Key_Delete, ALT)
        assert marks(person) == []

    assert sit_down(work, "open", folder) == 0


def test_escape_leaves_no_mark_and_the_next_form_offers_what_was_said_last(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        go_to(person, "Line 3", 2)
        person.press(Qt.Key.Key_6, ALT)
        person.dialog(MarkForm)
        person.press(Qt.Key.Key_Down)
        person.press(Qt.Key.Key_Escape)
        person.wait(lambda: not person.window.findChildren(MarkForm))
        assert marks(person) == []
        person.press(Qt.Key.Key_6, ALT)
        person.dialog(MarkForm)
        person.press(Qt.Key.Key_Down)
        finish(person)
        go_to(person, "Line 4", 2)
        person.press(Qt.Key.Key_6, ALT)
        person.dialog(MarkForm)
        finish(person)
        assert [one.value("type") for one in marks(person)] == ["overtyped", "overtyped"]

    assert sit_down(work, "open", folder) == 0


def test_marks_nest_and_cross_move_with_the_text_and_are_there_again(
    sit_down: SitDown, folder: Path
) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        for words, key in (
            ("Line 5 of the letter", Qt.Key.Key_5),
            ("of the", Qt.Key.Key_1),
            ("the letter\n\nLine 6", Qt.Key.Key_6),
        ):
            select(person, words, after="Line 5")
            person.press(key, ALT)
            person.dialog(MarkForm)
            finish(person)
        person.press(Qt.Key.Key_Home, CONTROL)
        person.write("Above")
        person.press(Qt.Key.Key_Return)
        go_to(person, "5 of", 4)
        person.write("X")
        save(person, 1)

    def look(person: Person) -> None:
        person.see_page(1)
        text = person.window.editor.exact_text()
        assert text.startswith("Above\nLine 0")
        words = {one.kind: one.span.of(text) for one in marks(person)}
        assert words == {
            "addition": "Line 5 ofX the letter",
            "unclear": "ofX the",
            "deletion": "the letter\n\nLine 6",
        }
        person.window.grab()  # painted nested and crossing

    assert sit_down(work, "open", folder) == 0
    assert [one.kind for one in stored(folder)] == ["addition", "unclear", "deletion"]
    assert sit_down(look, "open", folder) == 0


def test_a_mark_without_text_has_its_place_on_the_scan(sit_down: SitDown, folder: Path) -> None:
    Image.new("L", (400, 600), 255).save(folder / "page1.png")

    def work(person: Person) -> None:
        person.see_page(1)
        person.wait(lambda: not person.window.scan.state)
        go_to(person, "Line 1", 4)
        person.press(Qt.Key.Key_3, ALT)
        form = person.dialog(MarkForm)
        person.write("b1")
        for _ in range(3):
            person.press(Qt.Key.Key_Tab)
        person.press(Qt.Key.Key_Space)
        person.wait(lambda: person.window.scan.region_wanted)
        assert not form.isVisible()
        person.press(Qt.Key.Key_Right)
        person.press(Qt.Key.Key_Return)
        person.dialog(MarkForm)
        finish(person)
        save(person, 1)

    assert sit_down(work, "open", folder) == 0
    (mark,) = stored(folder)
    assert (mark.kind, mark.span.length, mark.value("exemption")) == ("redaction", 0, "b1")
    left, top, width, height = map(int, mark.value("zone").split())
    assert 0 <= left < left + width <= 400
    assert 0 <= top < top + height <= 600


def test_the_palette_gives_a_digit_to_another_mark_for_good(
    sit_down: SitDown, folder: Path
) -> None:
    def give(person: Person) -> None:
        person.see_page(1)
        go_to(person, "Line 2")
        person.press(Qt.Key.Key_M, CONTROL)
        palette = person.dialog(MarkPalette)
        person.write("signat")
        person.press(Qt.Key.Key_2, ALT)
        person.press(Qt.Key.Key_Escape)
        person.see_closed(palette)
        assert "Signature" in person.window.actions_by_name["mark-2"].text()

    def use(person: Person) -> None:
        person.see_page(1)
        go_to(person, "Line 2", 2)
        person.press(Qt.Key.Key_2, ALT)
        person.dialog(MarkForm)
        finish(person)
        assert [one.kind for one in marks(person)] == ["signature"]

    assert sit_down(give, "open", folder) == 0
    assert load_settings().mark_keys == {"2": "signature"}
    assert sit_down(use, "open", folder) == 0


def test_the_list_goes_to_a_mark_changes_and_removes_it(sit_down: SitDown, folder: Path) -> None:
    def work(person: Person) -> None:
        person.see_page(1)
        for line in ("Line 2", "Line 7"):
            go_to(person, line, 2)
            person.press(Qt.Key.Key_1, ALT)
            person.dialog(MarkForm)
            finish(person)
        person.press(Qt.Key.Key_M, CONTROL, SHIFT)
        person.press(Qt.Key.Key_End)
        person.press(Qt.Key.Key_Return)
        seventh = TEXT.index("Line 7")
        assert person.window.editor.selection().start == seventh
        person.press(Qt.Key.Key_M, CONTROL, SHIFT)
        person.press(Qt.Key.Key_F2)
        person.dialog(MarkForm)
        person.press(Qt.Key.Key_Down)
        finish(person)
        assert [one.value("reason") for one in marks(person)] == ["illegible", "faded"]
        person.press(Qt.Key.Key_M, CONTROL, SHIFT)
        person.press(Qt.Key.Key_Home)
        person.press(Qt.Key.Key_Delete)
        assert [one.span.start for one in marks(person)] == [seventh]

    assert sit_down(work, "open", folder) == 0


def test_suggestions_are_only_set_when_accepted_and_declined_ones_stay_away(
    sit_down: SitDown, folder: Path
) -> None:
    text = "SECRET\n\nDear Sir,\n\nThis is the letter.\n\nYours faithfully,\n\nA. Reader\n\n- 2 -\n"
    (folder / "page1.txt").write_text(text, "utf-8")

    def work(person: Person) -> None:
        person.see_page(1)
        (marking,) = [one for one in person.window.features if hasattr(one, "suggesting")]
        person.press(Qt.Key.Key_M, CONTROL, SHIFT)
        tables = marking.panel.findChildren(type(marking.panel.focusProxy()))
        suggested = tables[1].model()
        person.wait(lambda: suggested.rowCount() == 5)
        assert marks(person) == []
        tables[1].setFocus()
        person.press(Qt.Key.Key_Home)
        person.press(Qt.Key.Key_Delete)
        assert suggested.rowCount() == 4
        person.press(Qt.Key.Key_Return)
        person.press(Qt.Key.Key_Return, SHIFT)
        assert [one.kind for one in marks(person)] == ["salutation", "closing"]
        person.press(Qt.Key.Key_Z, CONTROL)
        person.wait(lambda: suggested.rowCount() == 3)

    assert sit_down(work, "open", folder) == 0
