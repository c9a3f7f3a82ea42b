"""Documents of several pages that have one text, not divided yet: which they are, and the text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from corrector.errors import InputError, UsageError
from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.record.entries import Document, Page, TextSource
from corrector.record.whole_texts import whole_texts
from corrector.scans.listing import FolderProblem
from corrector.scans.texts import read_text_file
from corrector.tasks.collection import Collection


@dataclass(frozen=True, slots=True)
class WholeDocument:
    """A document whose pages have no texts yet, since it has one text for all of them.

    Attributes:
        document: which document.
        pages: all of it, in order.
        source: where its text comes from.
        aside: whether a person said that the text is not to be divided.
    """

    document: Document
    pages: tuple[Page, ...]
    source: TextSource
    aside: bool


def whole_documents(collection: Collection) -> tuple[WholeDocument, ...]:
    """Return the documents that can be divided, in collection order."""
    with collection.record.reading() as connection:
        texts = whole_texts(connection)
    if not texts:
        return ()
    pages = collection.pages()
    found: list[WholeDocument] = []
    for document in collection.documents():
        own = tuple(page for page in pages if page.document == document.key)
        text = texts.get(document.key)
        if text is not None and own and not any(page.versions for page in own):
            found.append(WholeDocument(document, own, text.source, text.aside))
    return tuple(found)


def whole_document_of(collection: Collection, page: Page) -> WholeDocument | None:
    """Return the document of `page` if it has one text that can be divided, or None."""
    found = whole_documents(collection)
    return next((one for one in found if one.document.key == page.document), None)


def whole_document_named(documents: Sequence[WholeDocument], name: str) -> WholeDocument:
    """Return the document of this label or key.

    Raises:
        UsageError: if no text of such a document can be divided.
    """
    for one in documents:
        if name in {one.document.key, one.document.label}:
            return one
    raise UsageError(
        QT_TRANSLATE_NOOP(
            "Errors",
            "There is no document “{name}” with one text for all its pages, or pages of it have "
            "texts already, which are never overwritten. These can be divided: {names}.",
        ),
        name=name,
        names=", ".join(f"“{one.document.label}”" for one in documents) or "–",
    )


def text_of(collection: Collection, whole: WholeDocument) -> str:
    """Return the whole text, lines ended by a line feed.

    Raises:
        InputError: if its file cannot be read, or changed since it was found.
    """
    file = read_text_file(collection.root / whole.source.path)
    if file.sha256 != whole.source.sha256:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "“{path}” changed since the collection was opened, so it was not divided; nothing "
                "was saved. Open the collection again to take it as it is now.",
            ),
            path=whole.source.path,
        )
    return "".join(map("".join, zip(file.parts, file.after, strict=True)))


def waiting_texts(collection: Collection) -> tuple[FolderProblem, ...]:
    """Return what is to be done with texts that wait to be divided."""
    return tuple(
        FolderProblem(
            PurePosixPath(one.source.path),
            message(_WAITS, document=one.document.label, count=len(one.pages)),
        )
        for one in whole_documents(collection)
        if not one.aside
    )


_WAITS = QT_TRANSLATE_NOOP(
    "Opening",
    "It is one text for all pages of “{document}” ({count}) and waits to be divided among them: "
    "“corrector divide” proposes how.",
)
