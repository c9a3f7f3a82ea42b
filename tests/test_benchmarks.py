"""That every benchmark runs and tells its figures; what they are is no test's business."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "benchmarks"
TINY = {
    "startup": (["--runs", "1", "--pages", "2"], "corrector open painted: ratio"),
    "opening": (["--runs", "1", "--pages", "3"], "opening with a record: ratio"),
    "switching": (["--pages", "2"], "page switch: ratio"),
    "key_presses": (["--words", "40", "--misread", "4", "--marks", "1", "--keys", "3"], "stall"),
    "recognition": (["--pages", "1", "--runs", "1"], "corrector ocr: ratio"),
    "draft_delay": (["--words", "40", "--keys", "4"], "delay at the 95th percentile"),
    "scan_view": (["--width", "2400", "--frames", "5"], "first paint, cached: ratio"),
    "exporting": (["--pages", "2", "--corrections", "2"], "exporting: ratio"),
    "suspicion": (["--pages", "1", "--words", "40", "--edits", "2"], "warm:"),
    "saving": (["--words", "30", "--saves", "2", "--pages", "3"], "opening to work and listing"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", TINY)
def test_a_benchmark_runs_and_tells_its_figures(name: str, tmp_path: Path) -> None:
    if name == "recognition" and shutil.which("tesseract") is None:
        pytest.skip("Tesseract is not installed")
    arguments, expected = TINY[name]
    done = subprocess.run(
        [sys.executable, str(FOLDER / f"{name}.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    assert expected in done.stdout


@pytest.mark.slow
def test_the_benchmark_of_suspicions_says_first_whether_what_it_measures_is_compiled(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, str(FOLDER / "suspicion.py"), *TINY["suspicion"][0]],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(FOLDER.parents[1])},
    )
    assert done.stdout.startswith(f"suspicion modules: pure Python, in {FOLDER.parents[1]}\n")
