"""Where the program's own remarks go: warnings to standard error, everything on request."""

import logging
import sys
from typing import Final

_FORMAT: Final = "%(levelname)s: %(message)s"
_VERBOSE_FORMAT: Final = "%(asctime)s %(name)s %(levelname)s: %(message)s"


def set_up_logs(*, verbose: bool) -> None:
    """Send the package's log to standard error.

    Args:
        verbose: show what the program does, not only what goes wrong.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(_VERBOSE_FORMAT if verbose else _FORMAT))
    package = logging.getLogger("corrector")
    package.handlers[:] = [handler]
    package.setLevel(logging.DEBUG if verbose else logging.WARNING)
    package.propagate = False
