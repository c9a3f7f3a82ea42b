"""What there is in a collection: its documents and pages, their state, and what is wrong."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corrector.messages import Message
from corrector.record.entries import Document, Page
from corrector.scans.listing import FolderProblem
from corrector.tasks.collection import Collection
from corrector.tasks.counting import count_suspicions
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.surroundings import problems_around
from corrector.tasks.whole_documents import waiting_texts


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page with the number of its shown suspicions (None without a text) and its problems."""

    page: Page
    suspicions: int | None
    problems: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document with the number of its pages and the number of its first page."""

    document: Document
    pages: int
    first: int


@dataclass(frozen=True, slots=True)
class Overview:
    """All documents and pages of a collection in order, and what could not be read."""

    pages: tuple[PageEntry, ...]
    documents: tuple[DocumentEntry, ...]
    problems: tuple[FolderProblem, ...]


def overview_of(
    collection: Collection, progress: Progress = NO_PROGRESS, *, usual: str | None = None
) -> Overview:
    """Return what there is, with suspicions counted for every page that has a text.

    Args:
        collection: that is looked at.
        progress: hears of the pages counted.
        usual: languages where nothing is set; None to guess them.
    """
    pages = collection.pages()
    counts = count_suspicions(collection, pages, progress, usual=usual)
    looked_at = not collection.writable and collection.record.path is not None
    problems = problems_around(collection, progress) if looked_at else collection.problems
    problems = (*problems, *waiting_texts(collection))
    return Overview(
        tuple(PageEntry(page, counts.get(page.id), _problems_of(page, problems)) for page in pages),
        tuple(_entries(collection.documents(), pages)),
        problems,
    )


def _problems_of(page: Page, problems: Sequence[FolderProblem]) -> tuple[Message, ...]:
    """Return what is wrong with the files of `page`."""
    files = {page.scan, page.text_source.path if page.text_source else None}
    return tuple(one.message for one in problems if str(one.path) in files)


def _entries(documents: Sequence[Document], pages: Sequence[Page]) -> Iterator[DocumentEntry]:
    numbers: dict[str, list[int]] = defaultdict(list)
    for page in pages:
        numbers[page.document].append(page.number)
    for document in documents:
        of_it = numbers[document.key]
        yield DocumentEntry(document, len(of_it), min(of_it, default=0))
