"""The hash that makes the history of a page tamper-evident.

Form 1: SHA-256 over the canonical JSON (sorted keys, no blanks, ASCII) of an object with

- `form`: 1; `page`: the page's key; `number`, `parent`; `predecessor`: the chain of the version
  with the number before, null for version 0;
- `author`: [name, identifier]; `time`, `origin`, `details`, `note`, `evidence`;
- `text`: the SHA-256 of the text in UTF-8;
- `corrections`: lists [old, new, old start, old end, start, end, cause, certainty, evidence, note,
  origin, details] in order of the text;
- `marks`: lists [kind, start, end, author, time, note] in stored order; a mark with fields has
  them as a seventh entry, a list of [name, value].

A later form gets a number of its own; each version row says by which form it was hashed.
"""

from hashlib import sha256
from typing import Final

from corrector.record.entries import Correction, Version
from corrector.record.packing import canonical, plain_mark

FORM: Final = 1


def text_hash(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, in hexadecimal digits."""
    return sha256(text.encode()).hexdigest()


def chain_hash(page_key: str, version: Version, predecessor: str | None) -> str:
    """Return the chain hash of `version`, whose own field `chain` is not looked at."""
    value = {
        "form": FORM,
        "page": page_key,
        "number": version.number,
        "parent": version.parent,
        "predecessor": predecessor,
        "author": [version.author.name, version.author.identifier],
        "time": version.time,
        "origin": version.origin,
        "details": dict(version.details),
        "note": version.note,
        "evidence": version.evidence,
        "text": version.sha256,
        "corrections": [_plain(correction) for correction in version.corrections],
        "marks": [plain_mark(mark) for mark in version.marks],
    }
    return sha256(canonical(value).encode("ascii")).hexdigest()


def _plain(correction: Correction) -> list[object]:
    old_span, span = correction.old_span, correction.span
    return [
        *(correction.old, correction.new),
        *(old_span.start, old_span.end, span.start, span.end),
        *(correction.cause, correction.certainty, correction.evidence, correction.note),
        *(correction.origin, dict(correction.details)),
    ]
