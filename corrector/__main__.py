"""Starts Corrector: the command line, which may open the window."""

import sys
from pathlib import Path

from corrector.cli.main import run


def main() -> int:
    """Run the command line with the arguments of this process."""
    return run(sys.argv[1:], _start_window)


def main_window() -> int:
    """Open the window on what is given, or on the sample."""
    return run(["open", *sys.argv[1:]], _start_window)


def _start_window(path: Path | None, *, page: str | None, picture: Path | None) -> int:
    """Load Qt only now: commands without a window start faster and need no Qt libraries."""
    from corrector.gui.application import start

    return start(path, page=page, picture=picture)


if __name__ == "__main__":
    sys.exit(main())
