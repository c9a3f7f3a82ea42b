"""Texts of whole documents: found by the document's name, divided among its pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.scans.drafting import DocumentDraft, text_pages
from corrector.scans.listing import FolderProblem, FoundText
from corrector.scans.nearness import Nearness, shorter_stems, stem_key


@dataclass(slots=True)
class WholeTexts:
    """Texts that bear no page's name.

    Attributes:
        of_documents: those that bear a document's name, by its key, the exact name first.
        alone: those that bear no document's name either.
    """

    of_documents: dict[str, list[PurePosixPath]] = field(default_factory=dict)
    alone: list[PurePosixPath] = field(default_factory=list)


def find_whole_texts(
    documents: Iterable[DocumentDraft], texts: Iterable[PurePosixPath], root_name: str
) -> WholeTexts:
    """Return which of `texts` are texts of whole documents.

    Args:
        documents: those with scans.
        texts: which were paired with no scan, in natural order.
        root_name: of the folder itself, the name of a document whose pages are only numbered.
    """
    near = Nearness(
        (document.group.folder, stem_key(document.group.name or root_name), document.group.key)
        for document in documents
    )
    found = WholeTexts()
    ranked: list[tuple[int, PurePosixPath, str]] = []
    for text in texts:
        for rank, stem in enumerate(shorter_stems(text.stem)):
            keys = near.nearest(text.parent, stem)
            if len(keys) == 1:
                ranked.append((rank, text, keys[0]))
                break
        else:
            found.alone.append(text)
    for _, text, key in sorted(ranked, key=lambda entry: entry[0]):
        found.of_documents.setdefault(key, []).append(text)
    return found


def divide_first(
    document: DocumentDraft, texts: Sequence[PurePosixPath], parts: Mapping[PurePosixPath, int]
) -> list[FolderProblem]:
    """Divide the first of `texts` that is among `parts` among the pages of `document`.

    If a page has a text of its own already, none is used.

    Args:
        document: whose pages are in order.
        texts: of the whole document, the one to prefer first.
        parts: how many parts each text has that could be read.

    Returns:
        Which texts were not used, and what a person should check.
    """
    readable = [text for text in texts if text in parts]
    if any(page.text for page in document.pages):
        return [_not_used(text) for text in readable]
    if not readable:
        return []
    first, *others = readable
    return [*_divide(document, first, parts[first]), *map(_not_used, others)]


def _divide(document: DocumentDraft, text: PurePosixPath, parts: int) -> list[FolderProblem]:
    """Give the parts to the pages in order; parts left over become pages without scan.

    A text without form feeds stays one: which page has which lines is not to be seen from here.
    """
    pages = len(document.pages)
    if parts == 1 < pages:
        document.text = text
        return []
    for part, page in zip(range(parts), document.pages, strict=False):
        page.text = FoundText(text, part if parts > 1 else None)
    if parts > pages:
        document.pages += text_pages(text, parts)[pages:]
    return [] if parts == pages else [_uneven(text, parts, pages)]


def _uneven(text: PurePosixPath, parts: int, pages: int) -> FolderProblem:
    template = QT_TRANSLATE_NOOP(
        "Opening",
        "This text of a whole document is divided by form feeds, but not into as many parts as "
        "there are scanned pages (parts: {parts}, pages: {pages}). The parts were given to the "
        "pages in order; check them.",
    )
    return FolderProblem(text, message(template, parts=parts, pages=pages))


def _not_used(text: PurePosixPath) -> FolderProblem:
    template = QT_TRANSLATE_NOOP(
        "Opening",
        "This text bears the name of a whole document, whose pages have other texts. It was not "
        "used. Rename it if it should be a page of its own.",
    )
    return FolderProblem(text, message(template))
