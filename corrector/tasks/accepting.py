"""Makes the parts of a divided text the first versions of its pages, all of them or none."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from corrector import VERSION
from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record import pages as page_rows
from corrector.record import versions
from corrector.record.claims import require_unclaimed
from corrector.record.connection import Connection
from corrector.record.entries import Origin, Page, Person, TextSource, WholeText
from corrector.record.whole_texts import keep_whole_text
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.whole_documents import WholeDocument, text_of
from corrector.text.tokens import Span

DIVISION: Final = "division"
PROPOSED: Final = "proposed"
MOVED: Final = "moved by hand"
_BY: Final = "divided-by"
"""How the borders of a page's part came to be, among the details of its first version."""


def accept_division(
    collection: Collection,
    whole: WholeDocument,
    starts: Sequence[int],
    *,
    proposed: Sequence[int] | None = None,
    by: str = "",
) -> tuple[Page, ...]:
    """Give each page of `whole` its part as version 0; return the pages as they are then.

    Args:
        collection: opened for work.
        whole: the document, none of whose pages has a text.
        starts: where in the text the parts of the second and later pages start, in code points.
        proposed: what the program had proposed; None where nobody asked it.
        by: who accepted it.

    Raises:
        UsageError: if the starts do not fit, or a page has a text meanwhile; nothing was saved.
        InputError: if the file of the text changed or cannot be read.
        ClaimedError: if somebody else edits one of the pages in a shared collection.
        OutputError: if the record cannot be written; nothing was saved.
    """
    text = text_of(collection, whole)
    spans = spans_between(text, starts, len(whole.pages))
    hints = None if proposed is None else spans_between(text, proposed, len(whole.pages))
    sources = [replace(whole.source, part=part, span=span) for part, span in enumerate(spans)]
    new = [
        _version_zero(text, source, _how(source.part, span, hints, by))
        for source, span in zip(sources, spans, strict=True)
    ]
    with collection.record.writing() as connection:
        for page in whole.pages:
            require_unclaimed(collection.record, connection, page.id)
        _require_untouched(connection, whole)
        for page, source in zip(whole.pages, sources, strict=True):
            page_rows.set_text_source(connection, page.id, source)
        ids = (page.id for page in whole.pages)
        versions.add_first_versions(connection, list(zip(ids, new, strict=True)), now=now())
        keep_whole_text(connection, whole.document.key, None)
        return page_rows.pages_of_document(connection, whole.document.key)


def leave_aside(collection: Collection, whole: WholeDocument, *, aside: bool = True) -> None:
    """Remember that the text is not to be divided, so that its pages can be recognised.

    It can be divided all the same as long as no page has a text.

    Raises:
        OutputError: if the record cannot be written.
    """
    with collection.record.writing() as connection:
        keep_whole_text(connection, whole.document.key, WholeText(whole.source, aside))


def spans_between(text: str, starts: Sequence[int], pages: int) -> tuple[Span, ...]:
    """Return the parts of `text` that begin at its start and at `starts`.

    Raises:
        UsageError: if there are not as many as pages, or they do not go forward line by line.
    """
    edges = [0, *starts, len(text)]
    forward = all(first <= second for first, second in pairwise(edges))
    at_lines = all(edge in {0, len(text)} or text[edge - 1] == "\n" for edge in edges if forward)
    if len(starts) != pages - 1 or not forward or not at_lines:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Every page but the first needs a border, in order and at the beginning of a line. "
                "Borders needed: {count}. Nothing was saved.",
            ),
            count=pages - 1,
        )
    return tuple(Span(first, second) for first, second in pairwise(edges))


def _how(part: int, span: Span, hints: Sequence[Span] | None, by: str) -> dict[str, str]:
    """Return, as details of a version, how the borders of a part came to be."""
    how = PROPOSED if hints is not None and hints[part] == span else MOVED
    return {DIVISION: how} | ({_BY: by} if by else {})


def _version_zero(text: str, source: TextSource, how: dict[str, str]) -> versions.NewVersion:
    span = source.span or Span(0, len(text))
    details = {
        "file": source.path,
        "part": str(source.part),
        "file-sha256": source.sha256,
        "span": f"{span.start}-{span.end}",
    }
    author = Person(f"Corrector {VERSION}")
    return versions.NewVersion(span.of(text), author, Origin.IMPORTED, details=details | how)


def _require_untouched(connection: Connection, whole: WholeDocument) -> None:
    """Make sure that the document is as it was shown: human text is never overwritten."""
    here = page_rows.pages_of_document(connection, whole.document.key)
    begun = next((page for page in here if page.versions), None)
    if begun is not None or [page.id for page in here] != [page.id for page in whole.pages]:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "Page {page} has a text by now, or pages came or went. Texts are never "
                "overwritten, so the text of “{document}” was not divided and nothing was saved.",
            ),
            page=(begun or whole.pages[0]).label,
            document=whole.document.label,
        )
