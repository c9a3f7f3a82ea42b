"""Lexicons are kept, changed, imported, and heeded; a write that fails changes nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corrector.cli.main import run
from corrector.errors import InputError, MissingProgramError, OutputError, UsageError
from corrector.suspicion.lexicon_files import looked_up, text_of, words_in, words_in_hunspell
from corrector.tasks import personal_lexicon
from corrector.tasks.collection_lexicon import CollectionLexicon
from corrector.tasks.lexicons import KeptLexicon, known_words, lexicon_language, words_of_file
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.personal_lexicon import PersonalLexicon
from corrector.tasks.review import Reviewer, check_text

_TEXT = "Yesterday the committee met Qwrtzxsky and qxzvkw in the old town hall of the harbour.\n"


@pytest.fixture(params=["personal", "collection"])
def lexicon(request: pytest.FixtureRequest, folder: Path, tmp_path: Path) -> Iterator[KeptLexicon]:
    if request.param == "personal":
        yield PersonalLexicon(tmp_path / "lexicons")
        return
    with open_for_work(folder, "A. Reader") as collection:
        yield CollectionLexicon(collection)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "scans"
    made.mkdir()
    (made / "page1.txt").write_text(_TEXT, encoding="utf-8")
    return made


def test_words_are_added_removed_and_listed(lexicon: KeptLexicon) -> None:
    assert lexicon.words() == ()
    assert lexicon.add(["Vrodilsky", "Ahlbeck"]) == 2
    assert lexicon.words() == ("Ahlbeck", "Vrodilsky")
    assert lexicon.add(["Ahlbeck"]) == 0
    assert lexicon.remove(["AHLBECK", "Nobody"]) == 1
    assert lexicon.words() == ("Vrodilsky",)


def test_each_language_has_its_own_words_and_those_of_all_count_everywhere(
    lexicon: KeptLexicon,
) -> None:
    lexicon.add(["Everywhere"])
    lexicon.add(["Kolloquium"], lexicon_language("deu"))
    assert known_words(("de",), lexicon) == {"everywhere", "kolloquium"}
    assert known_words(("en",), lexicon) == {"everywhere"}


@pytest.mark.parametrize(
    ("language", "error"), [("en+de", UsageError), ("xx", MissingProgramError)]
)
def test_a_lexicon_needs_one_known_language(language: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        lexicon_language(language)


def test_plain_lists_and_hunspell_dictionaries_are_read(tmp_path: Path) -> None:
    plain, hunspell = tmp_path / "names.txt", tmp_path / "de.dic"
    plain.write_bytes("\ufeff# places\r\nAhlbeck\r\nBansin\r\n".encode())
    hunspell.write_bytes("3\nHafen/Sp\nTür\tpo:noun\nund\\/oder/x\n".encode("cp1252"))
    assert words_of_file(plain) == ("Ahlbeck", "Bansin")
    assert set(words_of_file(hunspell)) == {"Hafen", "Tür", "und/oder"}


@pytest.mark.parametrize(
    ("rules", "encoding"),
    [("# rules\nSET ISO8859-2\nTRY abc\n", "iso8859-2"), ("SET microsoft-cp1251\n", "cp1251")],
)
def test_a_dictionary_is_read_in_the_encoding_that_its_rules_name(
    tmp_path: Path, rules: str, encoding: str
) -> None:
    word = "Łódź" if encoding == "iso8859-2" else "Волга"
    path = tmp_path / "pl.dic"
    path.write_bytes(f"2\n{word}/A\nport/B\n".encode(encoding))
    path.with_suffix(".aff").write_text(rules, encoding="ascii")
    assert words_of_file(path) == (word, "port")


@pytest.mark.parametrize("rules", [None, "SET no-such-code\n", "nothing said\n"])
def test_rules_that_say_nothing_useful_do_not_hinder(tmp_path: Path, rules: str | None) -> None:
    path = tmp_path / "de.dic"
    path.write_bytes("1\nTür/S\n".encode("cp1252"))
    if rules is not None:
        path.with_suffix(".aff").write_text(rules, encoding="ascii")
    assert words_of_file(path) == ("Tür",)


def test_broken_lines_cost_only_their_own_words(tmp_path: Path) -> None:
    path = tmp_path / "broken.dic"
    lines = ["4 # words", "# a licence", "Größe/NA", "Öl po:noun", "", "/", "x" * 5000, "Tür\tst:a"]
    good = "\n".join(lines).encode()
    path.write_bytes(good + b"\nB\xe4r/S\nM\xf6we\nH\xc3\xa4fen/Pmijd\n-1\n")
    assert words_of_file(path) == ("Größe", "Öl", "Tür", "Häfen", "-1")
    assert words_in_hunspell("12 Apostel/S\n3\n") == ("12", "Apostel", "3")


def test_what_is_exported_can_be_imported_again() -> None:
    words = ("Zürich", "ahlbeck", "d'Abo")
    assert set(words_in(text_of(words))) == set(words)
    assert looked_up(["(D’Abo)", "..."]) == {"d'abo"}
    assert words_in_hunspell("") == words_in("") == ()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x00" * 20, b"....\n---\n"])
def test_a_file_without_a_word_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"broken\.txt"):
        words_of_file(path)


def test_a_write_that_fails_leaves_the_personal_lexicon_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lexicon = PersonalLexicon(tmp_path / "lexicons")
    lexicon.add(["Ahlbeck"])

    def full_disk(path: Path, parts: object) -> None:
        raise OutputError("no space on {path}", path=str(path))

    monkeypatch.setattr(personal_lexicon, "write_whole", full_disk)
    with pytest.raises(OutputError):
        lexicon.add(["Bansin"])
    with pytest.raises(OutputError):
        lexicon.remove(["Ahlbeck"])
    assert lexicon.words() == ("Ahlbeck",)


def test_a_word_that_no_database_can_hold_changes_nothing(folder: Path) -> None:
    with open_for_work(folder, "A. Reader") as collection:
        lexicon = CollectionLexicon(collection)
        with pytest.raises(InputError):
            lexicon.add(["Ahlbeck", "half\ud800"])
        assert lexicon.words() == ()


def test_the_lexicon_of_a_collection_goes_where_its_record_goes(
    folder: Path, tmp_path: Path
) -> None:
    with open_for_work(folder, "A. Reader") as collection:
        CollectionLexicon(collection).add(["Ahlbeck"])
    moved = tmp_path / "elsewhere"
    folder.rename(moved)
    with look_at(moved) as collection:
        assert CollectionLexicon(collection).words() == ("Ahlbeck",)


def test_words_of_lexicons_are_never_suspected(folder: Path) -> None:
    def shown() -> set[str]:
        with look_at(folder) as collection:
            found = Reviewer(collection, "en").check(_TEXT, threshold=0.01)
        return {one.text for one in found.suspicions}

    assert {"Qwrtzxsky", "qxzvkw"} <= shown()
    with open_for_work(folder, "A. Reader") as collection:
        CollectionLexicon(collection).add(["Qwrtzxsky"])
    PersonalLexicon().add(["qxzvkw"], "en")
    assert not {"Qwrtzxsky", "qxzvkw"} & shown()
    alone = check_text(_TEXT, "en", 0.01)
    assert "Qwrtzxsky" in {one.text for one in alone.suspicions}
    assert "qxzvkw" not in {one.text for one in alone.suspicions}


def test_the_command_adds_lists_imports_and_removes(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def command(*words: str) -> int:
        return run(["lexicon", str(folder), *words], lambda *_, **__: 0)

    assert command("add", "Bansin", "--personal") == 0
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
