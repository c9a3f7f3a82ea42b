"""Starts Corrector: the command line, which may open the window."""

import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_INTERRUPTED: Final = 130
"""What `errors.ExitCode` says; named here since that module may be what was interrupted."""


def main() -> int:
    """Run the command line with the arguments of this process."""
    return _run(sys.argv[1:])


def main_window() -> int:
    """Open the window on what is given, or on the sample."""
    return _run(["open", *sys.argv[1:]])


def _run(arguments: list[str]) -> int:
    """Run the command line; whoever stops it while it is still being loaded sees no traceback."""
    try:
        from corrector.cli.main import run

        return run(arguments, _start_window)
    except KeyboardInterrupt:
        sys.stderr.write("corrector: Stopped. What was finished is kept.\n")
        _forget_the_interrupt()
        return _INTERRUPTED


def _forget_the_interrupt() -> None:
    """Keep Python from killing itself by SIGINT instead of ending with the exit code.

    With `python -m`, CPython still remembers an interrupt that was met in code which a dataclass
    made (`run_eval_code_obj` in pythonrun.c), though it was caught; the next such code forgets it.
    """
    exec("")  # noqa: S102


def _start_window(path: "Path | None", *, page: str | None, picture: "Path | None") -> int:
    """Load Qt only now: commands without a window start faster and need no Qt libraries."""
    from corrector.gui.application import start

    return start(path, page=page, picture=picture)


if __name__ == "__main__":
    sys.exit(main())
