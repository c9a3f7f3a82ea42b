"""Measures recognition: pages a minute of `corrector ocr --jobs 2`, against plain Tesseract.

python tests/benchmarks/recognition.py [--pages 6] [--runs 3]

The pages are those of the bundled sample. Plain Tesseract means two processes at a time with one
thread each, which is as quick as two cores can be.
"""

import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from measuring import PROJECT, arguments, told, told_ratio, workshop

JOBS = 2


def sample_scans(folder: Path, count: int) -> list[Path]:
    """Copy pages of the sample until there are `count`, without their texts."""
    kinds = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"}
    scans = sorted(
        path for path in (PROJECT / "resources" / "sample").iterdir() if path.suffix in kinds
    )
    folder.mkdir()
    return [
        Path(
            shutil.copy(
                scans[at % len(scans)], folder / f"page_{at}{scans[at % len(scans)].suffix}"
            )
        )
        for at in range(count)
    ]


def plain(scans: list[Path]) -> float:
    """Return the seconds of Tesseract alone."""

    def read(scan: Path) -> None:
        command = ["tesseract", str(scan), "stdout", "-l", "eng"]
        subprocess.run(
            command, env={**os.environ, "OMP_THREAD_LIMIT": "1"}, capture_output=True, check=True
        )

    start = time.perf_counter()
    with ThreadPoolExecutor(JOBS) as two:
        list(two.map(read, scans))
    return time.perf_counter() - start


def ours(folder: Path) -> float:
    """Return the seconds of the command, start of the program and record included."""
    command = [sys.executable, "-m", "corrector", "ocr", str(folder)]
    start = time.perf_counter()
    subprocess.run(
        [*command, "--language", "eng", "--jobs", str(JOBS)],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - start


def main() -> None:
    wanted = arguments(__doc__, pages=6, runs=3)
    floors, seconds = [], []
    with workshop() as place:
        for run in range(wanted.runs):
            folder = place / f"letters_{run}"
            scans = sample_scans(folder, wanted.pages)
            floors.append(plain(scans))
            seconds.append(ours(folder))
    floor, middle = told("plain tesseract", floors), told("corrector ocr", seconds)
    print(f"plain tesseract: {60 * wanted.pages / floor:.1f} pages a minute")
    print(f"corrector ocr: {60 * wanted.pages / middle:.1f} pages a minute")
    told_ratio("corrector ocr", middle, floor)


if __name__ == "__main__":
    main()
