"""Starts Corrector: the command line, which may open the window."""

import sys

from corrector.cli.main import run


def main() -> int:
    """Run the command line with the arguments of this process."""
    return run(sys.argv[1:])


def main_window() -> int:
    """Open the window on what is given, or on the sample."""
    return run(["open", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
