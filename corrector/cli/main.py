"""Runs one command and turns what happened into an exit code."""

import sys
from collections.abc import Callable, Sequence

from corrector.cli.arguments import parser_of_commands
from corrector.cli.output import forget_output, remark
from corrector.errors import CorrectorError, ExitCode
from corrector.logs import set_up_logs

StartWindow = Callable[..., int]
"""Opens the window on a path, with keyword arguments `page` and `picture`."""


def run(arguments: Sequence[str], start_window: StartWindow) -> int:
    """Run the command line and return its exit code; never shows a traceback for user errors.

    Args:
        arguments: without the program's name; no arguments open the window.
        start_window: opens the window; handed in, since this room knows no Qt.

    Raises:
        KeyboardInterrupt: if the person stopped it; what was finished is kept.
    """
    _use_utf8()
    parsed = parser_of_commands().parse_args(list(arguments) or ["open"])
    parsed.start_window = start_window
    set_up_logs(verbose=parsed.verbose)
    try:
        return int(parsed.run(parsed))
    except CorrectorError as error:
        remark(f"corrector: {error}")
        return int(error.exit_code)
    except BrokenPipeError:
        forget_output()
        return int(ExitCode.DONE)


def _use_utf8() -> None:
    """Texts are Unicode whatever the terminal claims; what it cannot show must not stop us."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if not reconfigure:
            continue
        try:
            reconfigure(encoding="utf-8", errors="backslashreplace")
        except KeyboardInterrupt:  # half-way the stream takes no more, not even the last sentence
            reconfigure(encoding="utf-8", errors="backslashreplace")
            raise
