"""The command line is interrupted, met by others, or runs out of room: told, and nothing lost."""

import errno
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corrector.__main__ import main
from corrector.errors import ExitCode
from tests.end_to_end.conftest import Corrector, Outcome
from tests.end_to_end.failing_program import check_sentence, make_letters, needs_tesseract, scan


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return make_letters(tmp_path)


PROJECT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from pathlib import Path
from corrector.tasks.opening import open_for_work
with open_for_work(Path(sys.argv[1]), "B. Colleague"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def heard_interrupts() -> Iterator[None]:
    """Let children hear SIGINT, also where the tests were started in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def run_apart(*arguments: object) -> "subprocess.Popen[str]":
    """Start the program in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "corrector", *map(str, arguments)],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_a_full_disk_leaves_the_former_export(
    corrector: Corrector, letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "letter_01.txt").write_text("former")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    told = corrector("export", letters, "--to", "txt", "--out", out)
    check_sentence(told, 4)
    assert os.strerror(errno.ENOSPC) in told.error
    assert [(path.name, path.read_text()) for path in out.iterdir()] == [
        ("letter_01.txt", "former")
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [("info", "--json"), ("show", "1")])
def test_standard_output_on_a_full_disk_is_said(letters: Path, arguments: tuple[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "corrector", arguments[0], str(letters), arguments[1]],
            cwd=PROJECT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    check_sentence(Outcome(done.returncode, "", done.stderr), 4)


def test_a_reader_that_has_seen_enough_is_no_failure(letters: Path) -> None:
    process = run_apart("info", letters)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() == 0


@pytest.fixture
def colleague() -> Iterator[Callable[[Path], None]]:
    """Somebody else who opens a collection for work and stays."""
    processes: list[subprocess.Popen[str]] = []

    def open_it(folder: Path) -> None:
        process = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(folder)],
            cwd=PROJECT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        processes.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"

    yield open_it
    for process in processes:
        process.communicate()


def test_a_collection_that_a_colleague_works_on_can_be_read_but_not_changed(
    corrector: Corrector, letters: Path, colleague: Callable[[Path], None]
) -> None:
    colleague(letters)
    new = letters / "letter_02.txt"
    for arguments in (
        ("save", letters, 1, "--text", new, "--by", "A"),
        ("restore", letters, 1, 0, "--by", "A"),
        ("ocr", letters),
    ):
        told = corrector(*arguments)
        check_sentence(told, 6)
        assert "B. Colleague" in told.error
    for command, *rest in (("info",), ("show", "1"), ("verify",)):
        assert corrector(command, letters, *rest).code == 0


@pytest.mark.usefixtures("heard_interrupts")
@pytest.mark.parametrize(
    "loaded",
    [
        "argparse",
        "corrector.errors",
        "corrector.cli.output",
        "corrector.cli.arguments",
        "corrector.cli.main",
        "corrector.tasks.opening",
        "sqlalchemy",
    ],
)
def test_an_interrupt_while_the_program_is_still_loaded_is_no_traceback(
    letters: Path, loaded: str
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "corrector", "info", str(letters)],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.rpartition("|")[2].strip() == loaded:
            break
    process.send_signal(signal.SIGINT)
    told = [line for line in process.communicate(timeout=60)[1].splitlines() if line]
    said = [line for line in told if not line.startswith("import time:")]
    assert (process.returncode, said) == (
        int(ExitCode.INTERRUPTED),
        ["corrector: Stopped. What was finished is kept."],
    )


def test_an_interrupt_in_code_that_is_made_while_loading_has_the_exit_code_too(
    letters: Path, tmp_path: Path
) -> None:
    (tmp_path / "argparse.py").write_text('exec("raise KeyboardInterrupt")')
    done = subprocess.run(
        [sys.executable, "-m", "corrector", "info", str(letters)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (
        int(ExitCode.INTERRUPTED),
        "corrector: Stopped. What was finished is kept.\n",
    )


class InterruptedStream(io.TextIOWrapper):
    """Standard error that is interrupted while it is made ready for the first time."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="ascii")
        self.times = 0

    def reconfigure(self, **options: object) -> None:
        self.times += 1
        if self.times == 1:
            raise KeyboardInterrupt
        super().reconfigure(**options)  # type: ignore[arg-type]


def test_an_interrupt_while_the_streams_are_made_ready_is_said_in_a_sentence(
    letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = InterruptedStream()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(sys, "argv", ["corrector", "info", str(letters)])
    assert main() == int(ExitCode.INTERRUPTED)
    stream.flush()
    assert stream.encoding == "utf-8"
    assert stream.buffer.getvalue().decode() == "corrector: Stopped. What was finished is kept.\n"  # type: ignore[attr-defined]


@pytest.mark.usefixtures("heard_interrupts")
@needs_tesseract
@pytest.mark.tesseract
def test_an_interrupted_recognition_keeps_what_is_read_and_goes_on_later(
    corrector: Corrector, tmp_path: Path
) -> None:
    for number in range(1, 9):
        scan(tmp_path / f"p_{number}.png", f"Page number {number}")
    process = run_apart("ocr", tmp_path, "--jobs", "1")
    assert process.stdout is not None
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=60)
    assert (process.returncode, "Traceback" in error) == (130, False), error
    assert "Stopped" in error
    read = [first, *out.splitlines()]
    (found,) = map(json.loads, corrector("info", tmp_path, "--json").out.splitlines())
    kept = [page["label"] for page in found["pages"] if page["versions"]]
    assert 0 < len(kept) < 8
    assert {line.partition(":")[0] for line in read} <= set(kept)
    again = corrector("ocr", tmp_path)
    assert again.code == 0
    assert len(again.out.splitlines()) == 8 - len(kept)
    assert "number 8" in corrector("show", tmp_path, "p_8").out
