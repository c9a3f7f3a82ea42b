"""Words for all the ways in which Tesseract fails on a page."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from corrector.errors import reason_of
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.ocr.engine import RecognitionError
from corrector.ocr.tesseract_program import not_installed
from corrector.scans.listing import ScanSource

LONGEST_SIDE: Final = 32_767
"""Pixels; Tesseract refuses longer sides."""


@contextmanager
def failures_of(source: ScanSource, time_limit: float) -> Iterator[None]:
    """Turn what pytesseract raises, and an answer that is no table, into our errors."""
    # Imported late, as in `corrector.ocr.tesseract`.
    from pytesseract import TesseractError, TesseractNotFoundError

    try:
        yield
    except TesseractNotFoundError as error:
        raise not_installed() from error
    except TesseractError as error:
        raise crashed(source, error.message or f"exit code {error.status}") from error
    except ValueError as error:
        raise crashed(source, "its answer is no table of words") from error
    except OSError as error:
        raise crashed(source, f"it left no answer ({reason_of(error)})") from error
    except RuntimeError as error:
        # pytesseract has no type of its own for a program that took too long.
        raise too_slow(source, time_limit) from error


def too_large(source: ScanSource, width: int, height: int) -> RecognitionError:
    """Return the error that says that a scan has a side longer than `LONGEST_SIDE`."""
    return _failed(
        source,
        QT_TRANSLATE_NOOP(
            "Recognition",
            "“{path}” is too large for Tesseract: {width} × {height} pixels, at most {limit} "
            "a side. Nothing was changed. Make a smaller copy of the scan and read that.",
        ),
        width=width,
        height=height,
        limit=LONGEST_SIDE,
    )


def crashed(source: ScanSource, reason: str) -> RecognitionError:
    """Return the error that says that Tesseract broke off on a scan, and why."""
    return _failed(
        source,
        QT_TRANSLATE_NOOP(
            "Recognition",
            "Tesseract could not read “{path}”: {reason}. Its text is unchanged; the other pages "
            "are not touched by this. Try once more, or type the page.",
        ),
        reason=reason,
    )


def too_slow(source: ScanSource, time_limit: float) -> RecognitionError:
    """Return the error that says that Tesseract took longer than `time_limit` seconds."""
    return _failed(
        source,
        QT_TRANSLATE_NOOP(
            "Recognition",
            "Tesseract was stopped: it had not read “{path}” within its time limit ({seconds} s). "
            "Its text is unchanged. Raise the limit in the settings, or type the page.",
        ),
        seconds=f"{time_limit:g}",
    )


def _failed(source: ScanSource, template: str, **values: str | int) -> RecognitionError:
    return RecognitionError(template, path=str(source.path), **values)
