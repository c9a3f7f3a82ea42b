"""What may be asked of the command line: arguments, their examples, and what is refused."""

import re
import shlex
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from corrector.cli.arguments import COMMANDS
from tests.end_to_end.conftest import Corrector
from tests.end_to_end.told_lines import lines

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "letter_01.txt").write_text("The quick brovvn fox.\nAnd the 1azy dog.\n")
    (folder / "letter_02.txt").write_text("Yours sincerely\n")
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "7"),
        ("show", "0"),
        ("show", "9" * 5000),
        ("show", "nobody"),
        ("show", "1", "--version", "5"),
        ("show", "1", "--version", "-1"),
        ("show", "1", "--version", "9" * 30),
        ("restore", "1", "9" * 30, "--by", "A"),
        ("history", "3"),
        ("links", "3"),
        ("divide", "nobody"),
        ("check", "--pages", "3-"),
        ("check", "--pages", "2-1"),
        ("check", "--pages", ""),
        ("check", "--pages", "1,,x"),
        ("export", "--to", "docx", "--out", "edition"),
        ("export", "--to", "txt", "--profile", "splendid", "--out", "edition"),
    ],
)
def test_a_request_that_cannot_be_meant_is_said_in_a_sentence(
    corrector: Corrector, letters: Path, arguments: tuple[str, ...]
) -> None:
    command, *rest = arguments
    told = corrector(command, letters, *rest)
    assert (told.code, told.out) == (2, "")
    assert told.error.startswith("corrector: ")
    assert told.error.rstrip().endswith(".")
    assert "Traceback" not in told.error


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--bogus",),
        ("--threshold", "1.5"),
        ("--threshold", "nan"),
        ("--threshold", "much"),
    ],
)
def test_wrong_options_of_check_are_usage_errors(
    corrector: Corrector, letters: Path, arguments: tuple[str, ...]
) -> None:
    paths = [letters] if arguments else []
    with pytest.raises(SystemExit) as left:
        corrector("check", *paths, *arguments)
    assert left.value.code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("frobnicate",),
        ("ocr", "FOLDER", "--jobs", "-1"),
        ("ocr", "FOLDER", "--jobs", "many"),
        ("save", "FOLDER", "1", "--by", "A"),
        ("save", "FOLDER", "1", "--text", "-"),
        ("save", "FOLDER", "1", "--text", "-", "--by", "  "),
        ("save", "FOLDER", "1", "--text", "-", "--by", "A\udcff"),
        ("save", "FOLDER", "1", "--text", "-", "--by", "A", "--note", "\udcff"),
        ("save", "FOLDER", "1", "--text", "-", "--by", "A", "--cause", "whim"),
        ("restore", "FOLDER", "1", "first", "--by", "A"),
        ("export", "FOLDER", "--to", "txt", "--out", "x", "--unit", "shelf"),
        ("divide", "FOLDER", "--borders", "1,x"),
    ],
)
def test_wrong_arguments_are_usage_errors_and_leave_no_record(
    corrector: Corrector,
    letters: Path,
    arguments: tuple[str, ...],
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    with pytest.raises(SystemExit) as left:
        corrector(*(str(letters) if one == "FOLDER" else one for one in arguments))
    said = capfdbinary.readouterr()
    assert left.value.code == 2
    assert said.out == b""
    assert said.err.startswith(b"usage: corrector")
    assert b"invalid _" not in said.err
    assert not (letters / "corrections.corrector").exists()


def test_a_number_that_is_also_a_label_has_to_be_said_exactly(
    corrector: Corrector, tmp_path: Path
) -> None:
    for name in ("1-2", "3", "a,b"):
        (tmp_path / f"{name}.txt").write_text(f"{name}\n")
    (found,) = lines(corrector("info", tmp_path, "--json").out)
    at = [page["label"] for page in found["pages"]].index("3") + 1
    assert at != 3
    told = corrector("show", tmp_path, "3")
    assert (told.code, "label:3" in told.error) == (2, True)
    assert corrector("show", tmp_path, "label:3").out == "3\n"
    assert corrector("show", tmp_path, f"number:{at}").out == "3\n"
    for spec in ("1-2", "a,b"):
        chosen = corrector("export", tmp_path, "--to", "txt", "--out", "-", "--pages", spec)
        assert chosen.out == f"{spec}\n"


@pytest.mark.parametrize("command", [one.name for one in COMMANDS if one.name not in {"open"}])
def test_the_example_in_the_help_of_each_command_works(
    corrector: Corrector,
    letters: Path,
    command: str,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(SystemExit) as left:
        corrector(command, "--help")
    assert left.value.code == 0
    words = " ".join(capfdbinary.readouterr().out.decode().split())
    example = re.search(r"Example: corrector (.*)", words)
    assert example
    scans = letters.parent / "scans"
    shutil.copytree(letters, scans)
    (scans / "letter_03.txt").write_text("Third\n")
    for number in range(4, 11):
        (scans / f"letter_{number:02}.txt").write_text("More\n")
    shutil.copy(scans / "letter_02.txt", letters.parent / "letter.txt")
    shutil.copy(scans / "letter_01.txt", letters.parent / "page3.txt")
    monkeypatch.chdir(letters.parent)
    assert corrector("save", "scans", 1, "--text", "letter.txt", "--by", "A").code == 0
    if command == "ocr" and shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed")
    if command == "reopen":
        assert corrector("export", "scans", "--to", "tei", "--out", "edition").code == 0
    assert corrector(*shlex.split(example[1])).code == 0


def test_help_says_what_the_exit_codes_mean(
    corrector: Corrector, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit):
        corrector("--help")
    said = capfdbinary.readouterr().out.decode()
    assert all(code in said for code in ("0 done", "6 the", "130 interrupted"))


def test_the_version_of_the_program_is_told(
    corrector: Corrector, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit):
        corrector("--version")
    assert capfdbinary.readouterr().out.startswith(b"corrector ")


def test_the_window_is_opened_on_the_path_and_page_given(
    monkeypatch: pytest.MonkeyPatch, letters: Path
) -> None:
    from corrector.cli.main import run

    asked: list[tuple[Any, ...]] = []

    def start(path: Path | None, *, page: str | None, picture: Path | None) -> int:
        asked.append((path, page, picture))
        return 0

    starter: Callable[..., int] = start
    assert run([], starter) == 0
    assert run(["open", str(letters), "--page", "2", "--picture", "w.png"], starter) == 0
    assert asked == [(None, None, None), (letters, "2", Path("w.png"))]
