"""What the command line prints: results on standard output, everything else on standard error."""

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping

from corrector.errors import OutputError, reason_of
from corrector.messages import QT_TRANSLATE_NOOP


def print_json(value: Mapping[str, object]) -> None:
    """Print one JSON object as one line of standard output."""
    print_line(json.dumps(value, ensure_ascii=False))


def print_line(text: str = "") -> None:
    """Print a line of the result for a person.

    Raises:
        OutputError: if standard output takes no more.
    """
    with _written_out():
        print(text, flush=True)


def remark(text: object) -> None:
    """Say something that is not the result: progress, notices, errors."""
    print(text, file=sys.stderr, flush=True)


def write_bytes(data: bytes) -> None:
    """Write `data` to standard output exactly as it is.

    Raises:
        OutputError: if standard output takes no more.
    """
    with _written_out():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def forget_output() -> None:
    """Keep the interpreter from complaining at exit of what could not be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@contextlib.contextmanager
def _written_out() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise  # the reader has seen enough, which is no failure
    except OSError as error:
        forget_output()
        raise OutputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "The result cannot be written to standard output: {reason}. The collection is as "
                "it is; make room and run the command again.",
            ),
            reason=reason_of(error),
        ) from error
