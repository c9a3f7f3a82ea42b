"""Gives every page and every document a label that is unique in the folder."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from corrector.scans.drafting import DocumentDraft, PageDraft
from corrector.scans.grouping import ROOT
from corrector.scans.listing import FoundDocument
from corrector.scans.nearness import stem_key


def labelled(
    documents: Sequence[DocumentDraft], root_name: str, base: PurePosixPath
) -> list[FoundDocument]:
    """Return the final documents, in the order given.

    Args:
        documents: with all their pages.
        root_name: of the folder itself, for pages that are only numbered.
        base: the folder that counts as the root and is not repeated in labels of documents.
    """
    page_labels = iter(_page_labels([page for draft in documents for page in draft.pages]))
    labels = _document_labels(documents, root_name, base)
    return [
        FoundDocument(
            draft.group.key,
            label,
            tuple(page.labelled(next(page_labels)) for page in draft.pages),
            draft.text,
        )
        for draft, label in zip(documents, labels, strict=True)
    ]


def _document_labels(
    documents: Sequence[DocumentDraft], root_name: str, base: PurePosixPath
) -> list[str]:
    """Return the labels; where two would be alike, both become their keys, which never are.

    A key may be the label of a third document: that one becomes its key as well.
    """
    labels = [_document_label(draft, root_name, base) for draft in documents]
    keys = [draft.group.key for draft in documents]
    while alike := _alike(labels):
        labels = [key if label in alike else label for key, label in zip(keys, labels, strict=True)]
    return labels


def _page_labels(pages: Sequence[PageDraft]) -> list[str]:
    """Return the labels; where two would be alike, both keep the suffix of their file."""
    labels = [_page_label(page.file.with_suffix(""), page.number) for page in pages]
    alike = _alike(labels)
    return [
        _page_label(page.file, page.number) if label in alike else label
        for page, label in zip(pages, labels, strict=True)
    ]


def _page_label(name: PurePosixPath, number: int | None) -> str:
    return str(name) if number is None else f"{name}:{number}"


def _alike(labels: Iterable[str]) -> set[str]:
    return {label for label, times in Counter(labels).items() if times > 1}


def _document_label(draft: DocumentDraft, root_name: str, base: PurePosixPath) -> str:
    name, folder = draft.group.name, draft.group.folder
    if draft.group.key.endswith("/"):
        return str(folder)
    # A file that stands alone was not proved to be one of a series: its number may be its name.
    if len({stem_key(page.file.stem) for page in draft.pages}) == 1:
        name = draft.pages[0].file.stem
    return str(folder / name) if folder not in {ROOT, base} else name or root_name
