"""Takes a page of a shared collection up for work: claims it, and gives back the one before."""

import logging
from dataclasses import replace

from corrector.errors import CorrectorError
from corrector.record import claims
from corrector.record.claims import ClaimedError
from corrector.tasks.access import GIVEN_BACK, Access
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.desk import PageContent, lay_out

log = logging.getLogger(__name__)


def take_up(collection: Collection, page_id: int, *, take_over: bool = False) -> PageContent:
    """Claim a page, give back all others, and return it as it is now.

    A page that cannot be claimed is returned to be read, without the typing of who edits it.

    Args:
        collection: shared, and opened for work.
        page_id: of the page.
        take_over: take it even from a living owner, whose next draft or save is refused.

    Raises:
        InputError: if the record cannot be read.
    """
    access = _claimed(collection, page_id, take_over=take_over)
    _give_back(collection, but=page_id)
    return _readable(lay_out(collection, page_id), access)


def put_down(collection: Collection, page_id: int) -> PageContent:
    """Give all pages back, so that others can edit them, and return one of them to be read.

    Raises:
        InputError: if the record cannot be read.
    """
    _give_back(collection, but=None)
    return _readable(lay_out(collection, page_id), GIVEN_BACK)


def _readable(content: PageContent, access: Access) -> PageContent:
    draft = content.draft if access.open else None
    return replace(content, draft=draft, access=access)


def _claimed(collection: Collection, page_id: int, *, take_over: bool) -> Access:
    record, owner = collection.record, collection.owner
    try:
        claims.claim(record, page_id, owner, now=now(), take_over=take_over)
    except ClaimedError as error:
        return Access(open=False, holder=error.claim)
    except CorrectorError as error:
        return Access(open=False, failure=error)
    return Access(claimed=True)


def _give_back(collection: Collection, *, but: int | None) -> None:
    """Give pages back; where that fails they are given back with the next page, or at the end."""
    try:
        claims.release_all(collection.record, but=but)
    except CorrectorError as error:
        log.info("A page was not given back: %s", error)
