"""What a collection learned is listed, exported, forgotten and learned again, whole or not."""

from pathlib import Path

import pytest

from corrector.cli.main import run
from corrector.errors import OutputError
from corrector.record.entries import Person
from corrector.record.forgotten import set_forgotten
from corrector.suspicion.forgetting import Lesson, What, lessons_of, without
from corrector.suspicion.learning import Taught, learned_from
from corrector.tasks import learned_list
from corrector.tasks.lessons import lessons_forgotten
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.review import Reviewer
from corrector.tasks.saving import Saving, save
from corrector.text.marks import Mark
from corrector.text.tokens import Span

_TEXT = "WE SAW THE WBARF AND TBE TOWER OF QWRTZOV FROM tbe OLD HARBOUR LAST YEAR.\n"
_RIGHT = _TEXT.replace("WBARF", "WHARF").replace("TBE", "THE").replace("tbe", "the")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection in which a person corrected three tokens and confirmed a name."""
    made = tmp_path / "scans"
    made.mkdir()
    (made / "page1.txt").write_text(_TEXT, encoding="utf-8")
    start = _TEXT.index("QWRTZOV")
    mark = Mark("confirmed", Span(start, start + 7), "Ada Example", "2026-03-04")
    with open_for_work(made, "Ada Example") as collection:
        save(
            collection, collection.pages()[0], Saving(_RIGHT, Person("Ada Example"), marks=(mark,))
        )
    return made


def command(folder: Path, *words: str) -> int:
    return run(["lexicon", str(folder), *words], lambda *_, **__: 0)


def listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    capsys.readouterr()
    assert command(folder, "learned") == 0
    return [line.split("\t") for line in capsys.readouterr().out.splitlines()]


def test_the_command_lists_all_that_was_learned(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert listed(folder, capsys) == [
        ["what", "read", "true", "times"],
        ["capitals", "b", "h", "2"],
        ["letters", "b", "h", "1"],
        ["reading", "tbe", "the", "2"],
        ["reading", "wbarf", "wharf", "1"],
        ["word", "", "qwrtzov", "1"],
        ["word", "", "the", "2"],
        ["word", "", "wharf", "1"],
    ]


def test_words_readings_and_letters_are_forgotten_for_everybody_until_recalled(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = listed(folder, capsys)
    assert command(folder, "forget", "Qwrtzov", "WBARF=WHARF", "B=H", "nobody", "x=y") == 0
    assert "3 lessons forgotten" in capsys.readouterr().err
    left = listed(folder, capsys)
    assert ["letters", "b", "h", "1"] in left
    assert [line[1:3] for line in left[1:]] == [["b", "h"], ["tbe", "the"], ["", "the"]]
    with look_at(folder) as collection:
        shown = Reviewer(collection, "en").check("THEY CAME TO QWRTZOV IN WINTER.", threshold=0.01)
        assert "QWRTZOV" in {one.text for one in shown.suspicions}
    assert command(folder, "recall", "qwrtzov", "wbarf=wharf", "B=H", "b=h") == 0
    assert "3 lessons recalled" in capsys.readouterr().err
    assert listed(folder, capsys) == whole


def test_marks_are_listed_forgotten_and_recalled_like_letters(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "‘The ship left the port, The crew was glad of all,\n\nNobody saw it leave.\n"
    right = text.replace("‘", "").replace(",", ".")
    (folder / "page2.txt").write_text(text, encoding="utf-8")
    with open_for_work(folder, "Ada Example") as collection:
        save(collection, collection.pages()[1], Saving(right, Person("Ada Example")))
    whole = listed(folder, capsys)
    marks = [
        ["marks-before-capital", ",", ".", "1"],
        ["marks-before-word", "‘", "", "1"],
        ["marks-line-end", ",", ".", "1"],
    ]
    assert [line for line in whole if line in marks] == marks
    assert command(folder, "forget", ",=.", "‘=") == 0
    assert "3 lessons forgotten" in capsys.readouterr().err
    assert [line for line in listed(folder, capsys) if line in marks] == []
    assert command(folder, "recall", ",=.", "‘=") == 0
    assert listed(folder, capsys) == whole


def test_what_is_taught_again_after_it_was_forgotten_is_learned_from_then_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(folder, "forget", "qwrtzov", "tbe=the", "the", "B=H") == 0
    again = "THEY SAW TBE OLD BARBOUR OF QWRTZOV LAST SUMMER.\n"
    right = again.replace("TBE", "THE").replace("BARBOUR", "HARBOUR")
    (folder / "page2.txt").write_text(again, encoding="utf-8")
    mark = Mark("confirmed", Span(28, 35), "Ada Example", "2026-03-05")
    assert mark.span.of(right) == "QWRTZOV"
    with open_for_work(folder, "Ada Example") as collection:
        reviewer, page = Reviewer(collection, "en"), collection.pages()[1]
        reviewer.heed(page.id, right, [mark], again)
        at_once = learned_list.learned_by(reviewer)
        assert at_once[Lesson(What.READING, "tbe", "the")] == 1
        assert at_once[Lesson(What.CAPITALS, "b", "h")] == 2
        assert {"qwrtzov", "the", "harbour"} <= reviewer.learned.words | reviewer.learned.confirmed
        save(collection, page, Saving(right, Person("Ada Example"), marks=(mark,)))
        assert learned_list.learned_list(collection) == at_once
        assert learned_list.forget(collection, list(at_once)) == len(at_once)
        assert learned_list.learned_list(collection) == {}
        assert learned_list.recall(collection, [Lesson(What.READING, "tbe", "the")]) == 1
        assert learned_list.learned_list(collection) == {Lesson(What.READING, "tbe", "the"): 3}


def test_what_is_typed_but_not_saved_is_forgotten_also_after_it_is_saved(folder: Path) -> None:
    (folder / "page2.txt").write_text(_TEXT, encoding="utf-8")
    word = Lesson(What.READING, "tbe", "the")
    with open_for_work(folder, "Ada Example") as collection:
        reviewer, page = Reviewer(collection, "en"), collection.pages()[1]
        reviewer.heed(page.id, _RIGHT, (), _TEXT)
        assert learned_list.learned_by(reviewer)[word] == 4
        assert learned_list.forget(collection, [word], reviewer) == 1
        reviewer.read_lexicons_again()
        assert word not in learned_list.learned_by(reviewer)
        version = save(collection, page, Saving(_RIGHT, Person("Ada Example")))
        assert version is not None
        reviewer.remember(page.id, version.text, version.corrections)
        assert word not in learned_list.learned_by(reviewer)
        assert word not in learned_list.learned_list(collection)


def test_what_an_earlier_program_forgot_stays_forgotten(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        with collection.record.writing() as connection:
            set_forgotten(connection, [("word", "", "the")])  # type: ignore[list-item]
        assert Lesson(What.WORD, "", "the") not in learned_list.learned_list(collection)


def test_nothing_is_written_where_nothing_is_forgotten(folder: Path) -> None:
    assert command(folder, "forget") == 2
    assert command(folder, "forget", "nobody") == 0
    with look_at(folder) as collection:
        assert learned_list.forgotten_list(collection) == ()


def test_a_reviewer_at_work_hears_of_what_was_forgotten(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        reviewer = Reviewer(collection, "en")
        word = Lesson(What.WORD, "", "qwrtzov")
        assert word in learned_list.learned_by(reviewer)
        learned_list.forget(collection, [word])
        reviewer.read_lexicons_again()
        assert word not in learned_list.learned_by(reviewer)


def test_forgetting_that_fails_half_way_forgets_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        set_forgotten(*arguments)  # type: ignore[arg-type]
        raise OutputError("The disk is full.")

    monkeypatch.setattr(learned_list, "set_forgotten", full)
    with open_for_work(folder, "Ada Example") as collection:
        with pytest.raises(OutputError):
            learned_list.forget(collection, learned_list.learned_list(collection))
        assert learned_list.forgotten_list(collection) == ()


def test_what_a_newer_program_forgot_is_passed_over(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        with collection.record.writing() as connection:
            set_forgotten(connection, [("melody", "la", "lo", 1), ("word", "", "the", 2)])
        with collection.record.reading() as connection:
            assert lessons_forgotten(connection) == {Lesson(What.WORD, "", "the"): 2}


def test_a_word_goes_with_the_only_reading_that_taught_it() -> None:
    learned = learned_from([Taught("wbat", "what", "typed"), Taught("vhat", "what", "typed")])
    once = without(learned, {Lesson(What.READING, "wbat", "what"): 1})
    assert once.words == {"what"}
    twice = without(once, {Lesson(What.READING, "vhat", "what"): 1})
    assert twice.words == frozenset()
    assert lessons_of(twice).keys() == lessons_of(learned).keys() - {
        Lesson(What.WORD, "", "what"),
        Lesson(What.READING, "wbat", "what"),
        Lesson(What.READING, "vhat", "what"),
    }


def test_a_text_file_given_for_a_collection_is_said_to_be_no_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(_TEXT, encoding="utf-8")
    for action in (("list",), ("learned",), ("add", "Qwrtzov")):
        assert command(letter, *action) == 3
        assert "is not a record of Corrector but another file" in capsys.readouterr().err
    assert letter.read_text(encoding="utf-8") == _TEXT
    assert list(tmp_path.iterdir()) == [letter]
