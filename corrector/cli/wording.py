"""Versions, corrections and counts as words for a person."""

from corrector.cli.output import print_line
from corrector.record.entries import Correction, Version

_VISIBLE = str.maketrans({"\n": "⏎", "\t": "⇥"})


def counted(count: int, thing: str) -> str:
    """Return a count and what is counted: 1 page, 2 pages. What the command line says is English.

    Args:
        count: how many there are.
        thing: one of them, as a noun whose plural ends in -s.
    """
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def print_version(label: str, version: Version) -> None:
    """Print one version and its corrections."""
    author = version.author.name
    if version.author.identifier:
        author += f" ({version.author.identifier})"
    print_line(
        f"{label}: version {version.number}, {version.origin}, {author}, {version.time}"
        + (f": {version.note}" if version.note else "")
        + (f" [evidence: {version.evidence}]" if version.evidence else "")
    )
    for correction in version.corrections:
        print_line(f"  {correction_line(correction)}")


def correction_line(correction: Correction) -> str:
    """Return one correction as a line, with line breaks made visible."""
    old = correction.old.translate(_VISIBLE) or "(nothing)"
    new = correction.new.translate(_VISIBLE) or "(nothing)"
    said = f": {correction.note}" if correction.note else ""
    return (
        f"{correction.span.start}-{correction.span.end}  {old} -> {new}  {correction.cause}{said}"
    )
