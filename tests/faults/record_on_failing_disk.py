"""Runs a change of a record with its n-th file operation failing, for every n; prints a summary.

Started by `test_record_faults` in a process of its own, into which `failing_disk.c` is preloaded:

    LD_PRELOAD=failing_disk.so python tests/faults/record_on_failing_disk.py CHANGE FOLDER
"""

import ctypes
import errno
import os
import shutil
import sys
from collections import Counter
from pathlib import Path

import record_changes

from corrector.errors import CorrectorError

MOST = 400


def run(change: record_changes.Change, folder: Path, *, lasting: bool, why: int) -> Counter[str]:
    """Fail at every n until the change meets no fault any more; count the outcomes."""
    disk = ctypes.CDLL(None)
    template = folder / f"{change.name}-{why}"
    template.mkdir()
    change.prepare(template)
    outcomes: Counter[str] = Counter()
    for at in range(1, MOST):
        place = folder / f"{change.name}-{why}-{lasting}-{at}"
        shutil.copytree(template, place)
        os.environ["CORRECTOR_HOME"] = str(place / "home")
        before = change.state(place)
        disk.fault_arm(os.fsencode(place), ctypes.c_long(at), int(lasting), why)
        failed = attempt(change, place)
        fired = disk.fault_disarm()
        after = change.state(place)
        outcomes[judged(change, before, after, failed=failed)] += 1
        shutil.rmtree(place)
        if not fired:
            return outcomes
    raise AssertionError("the change never ends")


def attempt(change: record_changes.Change, place: Path) -> bool:
    """Tell whether the change failed as the user's world fails; other errors go through."""
    try:
        change.make(place)
    except CorrectorError:
        return True
    return False


def judged(
    change: record_changes.Change,
    before: record_changes.State,
    after: record_changes.State,
    *,
    failed: bool,
) -> str:
    """Name the outcome; raise where the state is neither the one before nor the one after."""
    if after == before and failed:
        return "failed and as before"
    if change.is_done(after):
        return "failed but done" if failed else "done"
    raise AssertionError(f"{change.name}: between: failed={failed}\n{before}\n{after}")


def main() -> None:
    change, folder = record_changes.CHANGES[sys.argv[1]], Path(sys.argv[2])
    total: Counter[str] = Counter()
    for why, lasting in ((errno.EIO, False), (errno.ENOSPC, True)):
        total += run(change, folder, lasting=lasting, why=why)
    print(dict(total))


if __name__ == "__main__":
    main()
