"""Every way in which the Tesseract program may fail: doubles on the search path."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from corrector.errors import ExitCode, InputError, MissingProgramError
from corrector.ocr.engine import RecognitionError
from corrector.ocr.tesseract import TesseractEngine
from corrector.scans.listing import ScanSource

Double = Callable[..., None]
EMPTY_PAGE = (
    "open(output, 'w').write(header + '\\n1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t60\\t40\\t-1\\t\\n')"
)


def read(scan: ScanSource, time_limit: float = 30) -> str:
    return TesseractEngine().recognise(scan, ("eng",), time_limit=time_limit).text


def test_a_missing_program_is_named_with_the_way_to_get_it(
    double: Double, scan: ScanSource
) -> None:
    with pytest.raises(MissingProgramError, match="apt install tesseract-ocr”") as raised:
        read(scan)
    assert raised.value.exit_code == ExitCode.MISSING
    assert "brew install tesseract" in str(raised.value)


def test_a_missing_language_is_named_with_its_package_and_what_there_is(
    double: Double, scan: ScanSource
) -> None:
    double(EMPTY_PAGE)
    with pytest.raises(MissingProgramError, match="tesseract-ocr-deu-latf") as raised:
        TesseractEngine().recognise(scan, ("deu_latf",), time_limit=30)
    assert "Installed: eng." in str(raised.value)


def test_a_language_installed_meanwhile_is_found_without_a_new_start(
    double: Double, scan: ScanSource
) -> None:
    engine = TesseractEngine()
    double(EMPTY_PAGE)
    engine.recognise(scan, ("eng",), time_limit=30)
    double(EMPTY_PAGE, languages="List of available languages (2):\ndeu\neng\n")
    assert engine.recognise(scan, ("deu",), time_limit=30).engine.languages == ("deu",)


@pytest.mark.parametrize(
    "languages",
    ["", "List of available languages (0):\n", "Segmentation fault\n\x00\ufffd", "eng\n"],
)
def test_a_program_that_reports_no_languages_has_none(
    double: Double, scan: ScanSource, languages: str
) -> None:
    double(EMPTY_PAGE, languages=languages)
    assert TesseractEngine().installed_languages() == ()
    with pytest.raises(MissingProgramError, match="Installed: —"):
        read(scan)


def test_orientation_detection_and_messages_are_not_counted_as_languages(double: Double) -> None:
    answer = 'a warning\nList of available languages in "/m/" (3):\nosd\nfrak2021\nchi_sim\n'
    double(languages=answer)
    assert TesseractEngine().installed_languages() == ("chi_sim", "frak2021")


def test_a_program_that_is_another_one_is_refused(double: Double, scan: ScanSource) -> None:
    double(version="hello")
    with pytest.raises(MissingProgramError, match="does not say its version"):
        read(scan)


def test_a_program_that_does_not_answer_is_given_up(
    double: Double, scan: ScanSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corrector.ocr.tesseract_program._ANSWER_LIMIT", 0.2)
    double(before="time.sleep(60)")
    with pytest.raises(MissingProgramError, match="does not answer"):
        read(scan)


def test_a_program_that_cannot_be_started_is_refused(
    double: Double, scan: ScanSource, tmp_path: Path
) -> None:
    program = tmp_path / "programs/tesseract"
    program.write_text("#!/no/such/interpreter\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    with pytest.raises(MissingProgramError, match="cannot be used"):
        read(scan)


def test_a_program_that_vanishes_between_two_pages_is_missing(
    double: Double, scan: ScanSource, tmp_path: Path
) -> None:
    double(EMPTY_PAGE)
    engine = TesseractEngine()
    engine.recognise(scan, ("eng",), time_limit=30)
    (tmp_path / "programs/tesseract").unlink()
    with pytest.raises(MissingProgramError, match="is not installed"):
        engine.recognise(scan, ("eng",), time_limit=30)


@pytest.mark.parametrize(
    "page",
    [
        "sys.stderr.write('Image too small to scale!'); sys.exit(1)",
        "sys.stderr.buffer.write(b'\\xff\\xfe bad'); sys.exit(1)",
        "import signal; os.kill(os.getpid(), signal.SIGKILL)",
        "os.abort()",
        "pass",
        "open(output, 'w').write('')",
        "open(output, 'w').write('nonsense')",
        "open(output, 'wb').write(header.encode() + b'\\n5\\t\\xff\\xfe')",
        "open(output, 'w').write(header + '\\n5\\t1\\t1\\t1')",
    ],
    ids=[
        "error",
        "error in bad UTF-8",
        "killed",
        "aborted",
        "no answer",
        "empty answer",
        "nonsense",
        "bad UTF-8",
        "cut off",
    ],
)
def test_a_page_on_which_the_program_fails_is_named_and_nothing_is_left_behind(
    double: Double, scan: ScanSource, temporary_files: Path, page: str
) -> None:
    double(page)
    with pytest.raises(RecognitionError, match=r"page\.png.*unchanged"):
        read(scan)
    assert list(temporary_files.iterdir()) == []


def test_what_the_program_says_is_passed_on(double: Double, scan: ScanSource) -> None:
    double("sys.stderr.write('Image too small to scale!'); sys.exit(1)")
    with pytest.raises(RecognitionError, match="Image too small to scale!"):
        read(scan)


def test_a_program_that_hangs_is_stopped_at_the_time_limit(
    double: Double, scan: ScanSource, temporary_files: Path
) -> None:
    double("time.sleep(60)")
    with pytest.raises(RecognitionError, match=r"time limit \(0\.3 s\)"):
        read(scan, time_limit=0.3)
    assert list(temporary_files.iterdir()) == []


def test_an_empty_page_has_an_empty_reading(double: Double, scan: ScanSource) -> None:
    double(EMPTY_PAGE)
    reading = TesseractEngine().recognise(scan, ("eng",), time_limit=30)
    assert (reading.text, reading.words, reading.width, reading.height) == ("", (), 60, 40)


def test_a_scan_that_tesseract_would_refuse_is_refused_before_it_is_decoded(
    double: Double, tmp_path: Path
) -> None:
    double("raise AssertionError")
    path = tmp_path / "long.png"
    Image.new("1", (33_000, 2)).save(path)
    with pytest.raises(RecognitionError, match="33000 × 2"):
        read(ScanSource(path))


def test_a_file_that_is_no_image_never_reaches_the_program(double: Double, tmp_path: Path) -> None:
    double("raise AssertionError")
    path = tmp_path / "list.png"
    path.write_text("/etc/hostname\n")
    with pytest.raises(InputError):
        read(ScanSource(path))


def test_one_thread_is_for_the_program_only(double: Double, scan: ScanSource) -> None:
    double(
        "limit = os.environ['OMP_THREAD_LIMIT']\n"
        "row = '\\n5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t1\\t1\\t90\\t'\n"
        "open(output, 'w').write(header + row + 'limit' + limit)"
    )
    assert read(scan) == "limit1"
    assert "OMP_THREAD_LIMIT" not in os.environ
