"""Tells a process from every other one that had or will have its number, even when clocks are set.

Linux computes the moment a process began from the system's clock, so that the same process seems
to have begun at another moment after the clock was set. The ticks since the machine was started,
together with that start's own identifier, never change. Windows and macOS note the moment once.
"""

from pathlib import Path
from typing import Final

import psutil

_BOOT: Final = Path("/proc/sys/kernel/random/boot_id")
_START_TICKS: Final = 19
"""Which field of a process's line it is, counted behind the name in brackets (proc(5))."""


def birth_of(process: int) -> str | None:
    """Return what names a running process's start; None if it does not run; "" if unknown."""
    try:
        if _BOOT.exists():
            return _birth_on_linux(process)
        return f"{psutil.Process(process).create_time():.3f}"
    except (FileNotFoundError, ProcessLookupError, psutil.NoSuchProcess):
        return None
    except (OSError, IndexError, psutil.AccessDenied):
        return ""


def _birth_on_linux(process: int) -> str:
    if not psutil.pid_exists(process):
        raise ProcessLookupError
    line = Path(f"/proc/{process}/stat").read_text("utf-8", "replace")
    ticks = line.rpartition(")")[2].split()[_START_TICKS]
    return f"{_BOOT.read_text('ascii').strip()} {ticks}"
