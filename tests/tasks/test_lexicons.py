"""Lexicons are kept, changed, imported, and heeded; a write that fails changes nothing."""

from pathlib import Path

import pytest

from corrector.cli.main import run
from corrector.errors import InputError, MissingProgramError, OutputError, UsageError
from corrector.suspicion.lexicon_files import looked_up, text_of, words_in, words_in_hunspell
from corrector.tasks import lexicons
from corrector.tasks.lexicons import (
    LexiconPlace,
    add_words,
    changeable_lexicons_of,
    import_words,
    known_words,
    personal_lexicons,
    remove_words,
    words_of,
)
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.review import Reviewer, check_text

_TEXT = "Yesterday the committee met Qwrtzxsky and qxzvkw in the old town hall of the harbour.\n"


@pytest.fixture
def place(tmp_path: Path) -> LexiconPlace:
    return LexiconPlace(tmp_path / "lexicons")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "scans"
    made.mkdir()
    (made / "page1.txt").write_text(_TEXT, encoding="utf-8")
    return made


def test_words_are_added_removed_and_listed(place: LexiconPlace) -> None:
    assert words_of(place) == ()
    assert add_words(place, ["Vrodilsky", "Ahlbeck Vrodilsky", "..."]) == 2
    assert words_of(place) == ("Ahlbeck", "Vrodilsky")
    assert add_words(place, ["Ahlbeck"]) == 0
    assert remove_words(place, ["AHLBECK", "Nobody"]) == 1
    assert words_of(place) == ("Vrodilsky",)


def test_each_language_has_its_own_words_and_those_of_all_count_everywhere(
    place: LexiconPlace,
) -> None:
    add_words(place, ["Everywhere"])
    add_words(place, ["Kolloquium"], "deu")
    assert known_words(("de",), place) == {"everywhere", "kolloquium"}
    assert known_words(("en",), place) == {"everywhere"}


@pytest.mark.parametrize(
    ("language", "error"), [("en+de", UsageError), ("xx", MissingProgramError)]
)
def test_a_lexicon_needs_one_known_language(
    place: LexiconPlace, language: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        add_words(place, ["word"], language)


def test_plain_lists_and_hunspell_dictionaries_are_read(
    tmp_path: Path, place: LexiconPlace
) -> None:
    plain, hunspell = tmp_path / "names.txt", tmp_path / "de.dic"
    plain.write_bytes("\ufeff# places\r\nAhlbeck\r\nBansin\r\n".encode())
    hunspell.write_bytes("3\nHafen/Sp\nTür\tpo:noun\nund\\/oder/x\n".encode("cp1252"))
    assert import_words(place, plain) == 2
    assert import_words(place, hunspell, "de") == 3
    assert words_of(place) == ("Ahlbeck", "Bansin")
    assert set(words_of(place, "de")) == {"Hafen", "Tür", "und/oder"}


def test_what_is_exported_can_be_imported_again(place: LexiconPlace) -> None:
    words = ("Zürich", "ahlbeck", "d'Abo")
    assert set(words_in(text_of(words))) == set(words)
    assert looked_up(["(D’Abo)", "..."]) == {"d'abo"}
    assert words_in_hunspell("") == words_in("") == ()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x00" * 20, b"....\n---\n"])
def test_a_file_without_a_word_is_refused(
    tmp_path: Path, place: LexiconPlace, content: bytes
) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes(content)
    with pytest.raises(InputError):
        import_words(place, path)
    assert words_of(place) == ()


def test_a_write_that_fails_leaves_the_lexicon_as_it_was(
    place: LexiconPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_words(place, ["Ahlbeck"])

    def full_disk(path: Path, parts: object) -> None:
        raise OutputError("no space on {path}", path=str(path))

    monkeypatch.setattr(lexicons, "write_whole", full_disk)
    with pytest.raises(OutputError):
        add_words(place, ["Bansin"])
    with pytest.raises(OutputError):
        remove_words(place, ["Ahlbeck"])
    assert words_of(place) == ("Ahlbeck",)


def test_words_of_lexicons_are_never_suspected(folder: Path) -> None:
    def shown() -> set[str]:
        with look_at(folder) as collection:
            found = Reviewer(collection, "en").check(_TEXT, threshold=0.01)
        return {one.text for one in found.suspicions}

    with open_for_work(folder, "A. Reader") as collection:
        place = changeable_lexicons_of(collection)
    assert {"Qwrtzxsky", "qxzvkw"} <= shown()
    add_words(place, ["Qwrtzxsky"])
    add_words(personal_lexicons(), ["qxzvkw"], "en")
    assert not {"Qwrtzxsky", "qxzvkw"} & shown()
    alone = check_text(_TEXT, "en", 0.01)
    assert "Qwrtzxsky" in {one.text for one in alone.suspicions}
    assert "qxzvkw" not in {one.text for one in alone.suspicions}


def test_a_folder_that_was_never_opened_has_no_lexicon_to_change(folder: Path) -> None:
    with look_at(folder) as collection, pytest.raises(UsageError):
        changeable_lexicons_of(collection)


def test_the_command_adds_lists_imports_and_removes(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def command(*words: str) -> int:
        return run(["lexicon", str(folder), *words], lambda *_, **__: 0)

    assert command("add", "Ahlbeck") == 2
    assert command("add", "Bansin", "--personal") == 0
    with open_for_work(folder, "A. Reader"):
        pass
    assert command("add", "Ahlbeck", "Vitte") == 0
    (tmp_path / "more.txt").write_text("Zinnowitz\n", encoding="utf-8")
    assert command("import", str(tmp_path / "more.txt")) == 0
    assert command("remove", "vitte") == 0
    capsys.readouterr()
    assert command("list") == 0
    assert capsys.readouterr().out.split() == ["Ahlbeck", "Zinnowitz"]
    assert command("list", "--personal") == 0
    assert capsys.readouterr().out.split() == ["Bansin"]
    assert command("remove") == 2
    assert command("import", str(tmp_path / "nowhere.txt")) == 3
