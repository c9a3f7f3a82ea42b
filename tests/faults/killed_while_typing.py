"""Kills the window at random moments while somebody types in it, and looks what is left.

    python tests/faults/killed_while_typing.py FOLDER [MOMENTS]

FOLDER is changed: give a copy of some pages. No version that was told as saved may be missing, and
of the typing not one key that the window had handled. Every failure is told, and the run goes on;
the exit code is 1 if there was any.
"""

import hashlib
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from corrector.errors import CorrectorError
from corrector.gui import desk_tasks
from corrector.gui.page_work import PageWork
from corrector.record.integrity import verify
from corrector.tasks.desk import PageContent
from corrector.tasks.progress import NO_PROGRESS

PROJECT = Path(__file__).resolve().parents[2]
WINDOW = Path(__file__).with_name("typing_window.py")
LONGEST_SECONDS = 3.0
MOMENTS_BETWEEN_LINES = 10


@dataclass(slots=True)
class Figures:
    """What was found over all kills.

    Attributes:
        kills: how often the window was killed.
        versions: that are kept at the end.
        keys: the most handled keys that one kill lost.
        seconds: the most typing that one kill lost.
        opening: the slowest opening of the collection and its page, in seconds.
        failures: what was lost or damaged, in words.
    """

    kills: int = 0
    versions: int = 0
    keys: int = 0
    seconds: float = 0.0
    opening: float = 0.0
    failures: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.versions} versions kept, at most {self.keys} keys or "
            f"{self.seconds:.2f} s of typing lost, slowest opening {self.opening:.2f} s, "
            f"{len(self.failures)} failures"
        )


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


def opened(folder: Path) -> PageContent:
    """Open the collection and its first page as the window does."""
    found = desk_tasks.open_collection(
        folder, "A. Tester", NO_PROGRESS, look=False, take_over=False
    )
    with found.collection:
        assert not found.asides, str(found.asides[0])
        assert verify(found.collection.record, folder) == ()
        return desk_tasks.lay_out_anew(found.collection, found.pages[0].id)


def lost_of(content: PageContent, said: list[str], killed: float) -> tuple[int, float]:
    """Check what is there; return how many handled keys and seconds of typing are lost."""
    draft, newest = content.draft, content.newest
    if draft is not None and newest is not None:
        assert draft.base == newest.number, "the draft speaks of an older version"
    kept = {one.number: digest(one.text) for one in content.versions}
    for number, _length, sha256 in (line.split()[1:] for line in said if line[0] == "s"):
        assert kept.get(int(number)) == sha256, f"version {number} is lost"
    here = PageWork.begin(content).text
    typed = [line.split()[1:] for line in said if line[0] == "t"]
    found = [at for at, (_, _, sha256) in enumerate(typed) if sha256 == digest(here)]
    if found and found[-1] == len(typed) - 1:
        return 0, 0.0
    if is_one_key_after(here, typed[-1][2]):
        return 0, 0.0  # the window was killed between handling a key and telling so
    # Everything from the first key that is missing until the kill is lost.
    first_missing = found[-1] + 1 if found else 0
    return len(typed) - first_missing, killed - float(typed[first_missing][0])


def is_one_key_after(here: str, told: str) -> bool:
    """Tell whether `here` has one letter more than the text that was told last."""
    return any(digest(here[:at] + here[at + 1 :]) == told for at in range(len(here)))


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def kill_once(folder: Path, home: Path, figures: Figures) -> None:
    """Kill the window once and add what was found to `figures`."""
    said, killed = said_until_killed(folder, home)
    figures.kills += 1
    start = time.perf_counter()
    try:
        content = opened(folder)
        figures.opening = max(figures.opening, time.perf_counter() - start)
        figures.versions = len(content.versions)
        keys, seconds = lost_of(content, said, killed)
        figures.keys, figures.seconds = max(figures.keys, keys), max(figures.seconds, seconds)
        assert not keys, f"{keys} keys, {seconds:.2f} s of typing are lost"
    except (AssertionError, CorrectorError) as error:
        figures.failures.append(f"kill {figures.kills}: {error}")
        print(figures.failures[-1], flush=True)


def run(folder: Path, moments: int) -> Figures:
    """Kill so often; return what was found."""
    figures = Figures()
    with tempfile.TemporaryDirectory() as home:
        os.environ["CORRECTOR_HOME"] = home
        for _ in range(moments):
            kill_once(folder, Path(home), figures)
            if figures.kills % MOMENTS_BETWEEN_LINES == 0:
                print(figures, flush=True)
    return figures


if __name__ == "__main__":
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    result = run(Path(sys.argv[1]), wanted)
    print(result)
    sys.exit(1 if result.failures else 0)
