"""The save contract: committed, then read back and compared, before anyone says "saved"."""

from datetime import datetime

from corrector.errors import OutputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.claims import require_unclaimed
from corrector.record.drafts import drop_draft
from corrector.record.entries import Version
from corrector.record.record import Record
from corrector.record.versions import NewVersion, add_version, version


def save_version(
    record: Record, page_id: int, new: NewVersion, *, now: datetime, keep_draft: bool = False
) -> Version | None:
    """Save a version and drop the page's draft, in one transaction; then read it back.

    Args:
        record: opened for writing.
        page_id: of the page.
        new: what is to be saved.
        now: the moment.
        keep_draft: leave the draft alone, because it is not what is being saved.

    Returns:
        the version as it was read back, or None where there was nothing to save.

    Raises:
        ConflictError: if somebody saved another version meanwhile.
        ClaimedError: if somebody else edits the page in a shared record.
        InputError: if the text holds what is no character.
        OutputError: if the record cannot be written; version and draft are as before.
        LockedError: if another process is writing and does not finish within seconds.
    """
    with record.writing() as connection:
        require_unclaimed(record, connection, page_id)
        saved = add_version(connection, page_id, new, now=now)
        if not keep_draft:
            drop_draft(connection, page_id)
    if saved is None:
        return None
    with record.reading() as connection:
        found = version(connection, page_id, saved.number)
    if found != saved:
        raise OutputError(
            QT_TRANSLATE_NOOP(
                "Record",
                "The record did not give back what was saved as version {number}. The text is "
                "still as you see it. Save it to another place, then check the disk.",
            ),
            number=saved.number,
        )
    return found
