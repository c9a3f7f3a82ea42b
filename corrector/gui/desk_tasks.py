"""What the desk asks for, run by workers; the tasks are loaded there, after the first paint."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from corrector.messages import Message
from corrector.record.entries import Document, Draft, Page, Version
from corrector.tasks.places import Place
from corrector.tasks.progress import Progress

if TYPE_CHECKING:
    from corrector.tasks.collection import Collection
    from corrector.tasks.desk import PageContent
    from corrector.tasks.sharing import News


@dataclass(frozen=True, slots=True)
class Opened:
    """A collection that was just opened, and its pages in order.

    `asides` is what is to be said of left typing that fits none of them.
    """

    collection: "Collection"
    pages: tuple[Page, ...]
    documents: tuple[Document, ...]
    drafts: frozenset[int]
    asides: tuple[Message, ...] = ()


def opened(collection: "Collection") -> Opened:
    """Return what an open collection holds now."""
    from corrector.tasks.desk import pages_with_drafts

    pages, documents = collection.pages(), collection.documents()
    return Opened(collection, pages, documents, pages_with_drafts(collection))


def open_collection(
    path: Place, owner: str, progress: Progress, *, look: bool, take_over: bool
) -> Opened:
    """Open what is at `path`, and read its pages; for reading where `look`, or write-protected."""
    from corrector.tasks.opening import look_at, open_for_work
    from corrector.tasks.whereabouts import is_write_protected

    if look or is_write_protected(path):
        collection = look_at(path, progress)
    else:
        collection = open_for_work(path, owner, progress, take_over=take_over)
        return _recovered(collection)
    return opened(collection)


def _recovered(collection: "Collection") -> Opened:
    """Return what a collection holds once the typing that a killed program left is its drafts.

    Where others work, that waits for each page until it is claimed.
    """
    if collection.record.shared:
        return opened(collection)
    from corrector.tasks.recovering import recover_all

    try:
        asides = recover_all(collection)
    except BaseException:
        collection.close()
        raise
    return replace(opened(collection), asides=asides)


def pages_of(collection: "Collection") -> tuple[Page, ...]:
    """Return the pages as the record knows them now."""
    return collection.pages()


def lay_out(collection: "Collection", page_id: int) -> "PageContent":
    """Return a page and all that belongs to it; one of a shared collection is claimed."""
    if collection.record.shared and collection.writable:
        from corrector.tasks.taking_up import take_up

        return take_up(collection, page_id)
    from corrector.tasks import desk

    return desk.lay_out(collection, page_id)


def lay_out_anew(collection: "Collection", page_id: int) -> "PageContent":
    """Return a page on which nothing is being typed here, with what a killed program left on it."""
    content = lay_out(collection, page_id)
    if not collection.writable or not content.access.open:
        return content
    from corrector.tasks.recovering import recovered

    return recovered(collection, content)


def take_over(collection: "Collection", page_id: int) -> "PageContent":
    """Claim a page of a shared collection even from a living owner, and return it."""
    from corrector.tasks.taking_up import take_up

    return take_up(collection, page_id, take_over=True)


def put_down(collection: "Collection", page_id: int) -> "PageContent":
    """Give a page of a shared collection back and return it to be read."""
    from corrector.tasks import taking_up

    return taking_up.put_down(collection, page_id)


def keep_left_typing(collection: "Collection", page: Page, person: str) -> Version | None:
    """Keep what somebody else left unsaved on a page as a version of hers."""
    from corrector.tasks import left_typing

    return left_typing.keep_left_typing(collection, page, person)


def changed_pages(collection: "Collection", since: int | None) -> "News":
    """Return what changed in the collection since an earlier answer."""
    from corrector.tasks import sharing

    return sharing.changed_pages(collection, since)


def keep_draft(collection: "Collection", page_id: int, draft: Draft) -> None:
    """Put unsaved typing on the disk."""
    from corrector.tasks import desk

    desk.keep_draft(collection, page_id, draft)


def keep_newest_draft(
    collection: "Collection", page_id: int, draft: Draft | None, is_newest: Callable[[], bool]
) -> bool:
    """Put unsaved typing on the disk, or forget it, unless something newer has come since.

    Returns:
        whether it was this that was put there.
    """
    if not is_newest():
        return False
    if draft is None:
        discard_draft(collection, page_id)
    else:
        keep_draft(collection, page_id, draft)
    return True


def discard_draft(collection: "Collection", page_id: int) -> None:
    """Forget unsaved typing."""
    from corrector.tasks import desk

    desk.discard_draft(collection, page_id)


def save(collection: "Collection", page: Page, said: dict[str, Any]) -> Version | None:
    """Save a version of `page`; `said` are the attributes of a `Saving`."""
    from corrector.tasks import saving

    return saving.save(collection, page, saving.Saving(**said))
