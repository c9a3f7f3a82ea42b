"""Kills the window at random moments while somebody types in it, and looks what is left.

    python tests/faults/killed_while_typing.py FOLDER [MOMENTS]

FOLDER is changed: give a copy of some pages. No version that was told as saved may be missing, and
of the typing at most the last second.
"""

import hashlib
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from corrector.gui.page_work import PageWork
from corrector.record.integrity import verify
from corrector.tasks.desk import lay_out
from corrector.tasks.opening import open_for_work

PROJECT = Path(__file__).resolve().parents[2]
WINDOW = Path(__file__).with_name("typing_window.py")
LONGEST_SECONDS = 6.0
PROMISED_SECONDS = 1.0


def said_until_killed(folder: Path, home: Path) -> tuple[list[str], float]:
    """Run the window, kill it at a random moment after its first key; return what it said."""
    process = subprocess.Popen(
        [sys.executable, str(WINDOW), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(PROJECT), "CORRECTOR_HOME": str(home)},
    )
    assert process.stdout
    killed: list[float] = []

    def kill() -> None:
        killed.append(time.monotonic())
        process.kill()

    first = process.stdout.readline()
    killer = threading.Timer(random.uniform(0, LONGEST_SECONDS), kill)  # noqa: S311 - no secret
    killer.start()
    rest = process.stdout.readlines()
    process.wait()
    killer.join()
    process.stdout.close()
    assert first, "the window did not come up"
    return [line for line in [first, *rest] if line.endswith("\n")], killed[0]


def look(folder: Path, said: list[str], killed: float) -> float:
    """Check what is there; return how many seconds of typing are lost."""
    with open_for_work(folder, "A. Tester") as collection:
        content = lay_out(collection, collection.pages()[0].id)
    draft, newest = content.draft, content.newest
    if draft is not None and newest is not None:
        assert draft.base == newest.number, "the draft speaks of an older version"
    kept = {one.number: digest(one.text) for one in content.versions}
    for number, _length, sha256 in (line.split()[1:] for line in said if line[0] == "s"):
        assert kept[int(number)] == sha256, f"version {number} is lost"
    here = digest(PageWork.begin(content).text)
    typed = [line.split()[1:] for line in said if line[0] == "t"]
    times = [float(moment) for moment, _length, _ in typed]
    found = [at for at, (_, _, sha256) in enumerate(typed) if sha256 == here]
    if found and found[-1] == len(typed) - 1:
        return 0.0
    # Everything from the first key that is missing until the kill is lost; where no told state is
    # there, it is the one before the first key, or one after the last that was told.
    first_missing = found[-1] + 1 if found else 0
    return killed - times[first_missing] if times else 0.0


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def run(folder: Path, moments: int) -> tuple[int, float, float]:
    """Kill so often; return versions kept, the most seconds lost, the slowest opening."""
    lost = slowest = 0.0
    with tempfile.TemporaryDirectory() as home:
        for _ in range(moments):
            said, killed = said_until_killed(folder, Path(home))
            start = time.perf_counter()
            lost = max(lost, look(folder, said, killed))
            slowest = max(slowest, time.perf_counter() - start)
            assert lost <= PROMISED_SECONDS, f"{lost:.2f} s of typing are lost"
    with open_for_work(folder, "A. Tester") as collection:
        assert verify(collection.record, folder) == ()
        count = len(lay_out(collection, collection.pages()[0].id).versions)
    return count, lost, slowest


if __name__ == "__main__":
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    figures = run(Path(sys.argv[1]), wanted)
    print(
        f"{wanted} kills, {figures[0]} versions kept, at most {figures[1]:.2f} s of typing lost, "
        f"slowest opening {figures[2]:.2f} s"
    )
