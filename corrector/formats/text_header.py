"""What a plain text can begin with: which document it is, and how it came to be."""

from collections.abc import Iterator
from typing import Final

from corrector.formats.material import DocumentMaterial

_RULE: Final = "-" * 72
_SAID: Final = ("author", "recipient", "date", "place", "repository", "collection", "shelfmark")


def text_header(material: DocumentMaterial, kind: str) -> str:
    """Return the lines before the text, the last one a rule; empty where no header was wished.

    Args:
        material: the document.
        kind: how its text is written, in a few words.
    """
    if not material.wishes.get("header"):
        return ""
    lines = (f"{name}: {' '.join(value.split())}" for name, value in _lines(material, kind))
    return "".join(f"{line}\n" for line in (*lines, _RULE))


def _lines(material: DocumentMaterial, kind: str) -> Iterator[tuple[str, str]]:
    said = material.description
    yield "Document", said.get("title") or material.document.label or material.document.key
    for name in _SAID:
        if said.get(name):
            yield name.capitalize(), said[name]
    labels = [page.page.label for page in material.pages]
    if labels:
        yield "Pages", labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}"
    yield "Text", kind
    versions = [version for page in material.pages for version in page.versions]
    corrections = sum(len(version.corrections) for version in versions)
    people = dict.fromkeys(version.author.name for version in versions if version.number)
    by = f" by {', '.join(people)}" if people else ""
    yield "Corrections", f"{corrections}{by}"
    states = dict.fromkeys(page.page.status.value for page in material.pages)
    yield "State", ", ".join(states) or "-"
    if said.get("licence"):
        yield "Licence", said["licence"]
    yield "Exported", f"{material.exported}, Corrector {material.program_version}"
