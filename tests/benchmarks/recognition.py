"""Measures recognition: pages a minute of `corrector ocr --jobs 2`, against plain Tesseract.

python tests/benchmarks/recognition.py [--pages 6] [--runs 3]

The pages are those of the bundled sample. Plain Tesseract means two processes at a time with one
thread each, which is as quick as the program can be on two cores. Nothing is prepared, so that
all read the same pictures. Where tesserocr is installed (`corrector[fast]`), the command is
measured with it, too. Processor time is told beside the time: other work on the machine does not
count in it.
"""

import importlib.util
import os
import resource
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


def ours(folder: Path, form: str) -> float:
    """Return the seconds of the command, start of the program and record included.

    Args:
        folder: of scans.
        form: `program`, or `library` for tesserocr.
    """
    command = [sys.executable, "-m", "corrector", "ocr", str(folder), "--preparation", "none"]
    start = time.perf_counter()
    subprocess.run(
        [*command, "--language", "eng", "--jobs", str(JOBS)],
        cwd=PROJECT,
        env={**os.environ, "CORRECTOR_TESSERACT": form},
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - start


def processor_seconds() -> float:
    """Return the processor time of all programs that were started and ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    wanted = arguments(__doc__, pages=6, runs=3)
    forms = {"corrector ocr": "program"}
    if importlib.util.find_spec("tesserocr") is not None:
        forms["corrector ocr with tesserocr"] = "library"
    seconds: dict[str, list[float]] = {"plain tesseract": []} | {name: [] for name in forms}
    busy = dict.fromkeys(seconds, 0.0)
    with workshop() as place:
        for run in range(wanted.runs):
            scans = sample_scans(place / f"plain_{run}", wanted.pages)
            before = processor_seconds()
            seconds["plain tesseract"].append(plain(scans))
            busy["plain tesseract"] += processor_seconds() - before
            for name, form in forms.items():
                folder = place / f"{form}_{run}"
                sample_scans(folder, wanted.pages)
                before = processor_seconds()
                seconds[name].append(ours(folder, form))
                busy[name] += processor_seconds() - before
    middles = {name: told(name, times) for name, times in seconds.items()}
    for name, middle in middles.items():
        ratio = busy["plain tesseract"] / busy[name]
        print(
            f"{name}: {60 * wanted.pages / middle:.1f} pages a minute, "
            f"{ratio:.2f} times the pages of plain tesseract by processor time"
        )
    for name in forms:
        told_ratio(name, middles[name], middles["plain tesseract"])


if __name__ == "__main__":
    main()
