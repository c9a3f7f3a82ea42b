"""What all benchmarks share: a home of their own, a display, and how figures are told."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.append(str(PROJECT))  # what is installed is measured; else the checkout


def arguments(description: str | None, **defaults: int) -> argparse.Namespace:
    """Return what the command line says: `--NAME NUMBER` for each default."""
    parser = argparse.ArgumentParser(description=(description or "").partition("\n")[0])
    for name, default in defaults.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which `share` of `values` lies; the largest of few."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def told(name: str, seconds: Sequence[float]) -> float:
    """Print median, 95th percentile and maximum of `seconds`; return the median."""
    middle, high = median(seconds), percentile(seconds, 0.95)
    print(
        f"{name}: median {middle * 1000:.1f} ms, p95 {high * 1000:.1f} ms, "
        f"longest {max(seconds) * 1000:.1f} ms"
    )
    return middle


def told_ratio(name: str, ours: float, floor: float) -> None:
    """Print how many times the floor something takes."""
    print(f"{name}: ratio {ours / floor:.2f}")


@contextmanager
def workshop() -> Iterator[Path]:
    """A temporary folder, with settings and caches of its own inside.

    Processes started meanwhile find their modules compiled, as an installed program does.
    """
    with tempfile.TemporaryDirectory(prefix="corrector-benchmark-") as name:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(name) / "compiled")
        before = os.environ.get("CORRECTOR_HOME")
        os.environ["CORRECTOR_HOME"] = str(Path(name) / "home")
        try:
            yield Path(name)
        finally:
            if before is None:
                del os.environ["CORRECTOR_HOME"]
            else:
                os.environ["CORRECTOR_HOME"] = before


@contextmanager
def display() -> Iterator[str]:
    """A screen to paint on: one of Xvfb where that is installed, else Qt's offscreen one.

    Must be entered before Qt is loaded. QT_QPA_PLATFORM, where set, is kept.
    """
    program = shutil.which("Xvfb")
    if os.environ.get("QT_QPA_PLATFORM") or program is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        yield os.environ["QT_QPA_PLATFORM"]
        return
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", "1280x800x24"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told_by_server:
            os.environ["DISPLAY"] = f":{told_by_server.readline().strip()}"
        os.environ["QT_QPA_PLATFORM"] = "xcb"
        yield "Xvfb"
    finally:
        server.terminate()
        server.wait()
        del os.environ["QT_QPA_PLATFORM"], os.environ["DISPLAY"]
