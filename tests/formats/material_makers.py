"""Material for writers: pages with versions as the record would hold them."""

import hashlib
from collections.abc import Sequence
from typing import Any

from corrector.formats.material import DocumentMaterial, PageMaterial
from corrector.record.corrections import corrections_between
from corrector.record.entries import (
    Correction,
    Document,
    Origin,
    Page,
    Person,
    Statement,
    Status,
    TextSource,
    Version,
)
from corrector.text.decoding import TextForm
from corrector.text.marks import Mark
from corrector.text.tokens import Span

ADA = Person("Ada Example", "https://orcid.org/0000-0000-0000-0000")
ENGINE = Person("tesseract 5.3.0")


class Makers:
    """Builds pages and documents with as little said as possible."""

    def versions(
        self,
        *texts: str,
        origin: Origin = Origin.RECOGNISED,
        statements: Sequence[Statement] = (),
        corrections: Sequence[Correction] | None = None,
        marks: Sequence[Mark] = (),
    ) -> tuple[Version, ...]:
        """Versions of one page; what is said besides belongs to the last."""
        made: list[Version] = []
        for number, text in enumerate(texts):
            last = number == len(texts) - 1
            found: tuple[Correction, ...] = ()
            if made:
                found = corrections_between(made[-1].text, text, statements if last else ())
            if last and corrections is not None:
                found = tuple(corrections)
            made.append(
                Version(
                    number=number,
                    parent=number - 1 if number else None,
                    author=ADA if number else ENGINE,
                    time=f"2026-11-{number + 1:02d}T10:00:00+00:00",
                    origin=Origin.TYPED if number else origin,
                    details={},
                    note="first pass" if number else "",
                    evidence="the scan" if number else "",
                    text=text,
                    sha256=hashlib.sha256(text.encode()).hexdigest(),
                    chain="",
                    corrections=found,
                    marks=tuple(marks) if last else (),
                )
            )
        return tuple(made)

    def page(
        self,
        *texts: str,
        number: int = 1,
        scan: str | None = "scan.jpg",
        source: TextSource | None = None,
        status: Status = Status.IN_PROGRESS,
        versions: tuple[Version, ...] | None = None,
        **given: Any,
    ) -> PageMaterial:
        """A page with these texts as its versions."""
        made = self.versions(*texts) if versions is None else versions
        page = Page(
            number,
            number,
            f"page {number}",
            "letter",
            scan,
            0,
            "ab" * 32,
            source,
            status,
            len(made),
        )
        size = {"scan_width": 1000, "scan_height": 2000, "scan_mime": "image/jpeg"} if scan else {}
        return PageMaterial(page, made, **(size | given))

    def source(
        self,
        form: TextForm,
        part: int = 0,
        after: str = "",
        path: str = "letter.txt",
        span: tuple[int, int] | None = None,
    ) -> TextSource:
        """Where an imported text came from."""
        return TextSource(path, part, after, form, "cd" * 32, Span(*span) if span else None)

    def document(
        self, *pages: PageMaterial, label: str = "Letter", **given: Any
    ) -> DocumentMaterial:
        """A document of these pages."""
        return DocumentMaterial(
            Document(1, "letter", label),
            "A collection",
            pages,
            "2026-11-21T12:00:00+00:00",
            "0.1.0",
            **given,
        )
