"""Brings typing back that a program left in its journal when it was killed.

What continues the draft of a page, or a version where there is no draft, becomes the draft. All
else is kept aside as a file, and said: nothing is applied to a text that it was not typed into.
"""

import logging
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from corrector.atomic import write_whole
from corrector.errors import CorrectorError, InputError
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.record.claims import ClaimedError
from corrector.record.entries import Draft, Version
from corrector.tasks import desk
from corrector.tasks.collection import Collection
from corrector.tasks.desk import PageContent
from corrector.tasks.joined_drafts import without_joined
from corrector.tasks.journal_lines import LineError
from corrector.tasks.journal_reading import (
    LeftJournal,
    LeftRun,
    drop_page,
    left_journals,
    read_journal,
    without_broken,
)
from corrector.tasks.left_typing import LeftTypingError, is_left_by_another, keep_left_typing
from corrector.tasks.settled import typed_spans
from corrector.tasks.typing_journal import journals_folder

KEPT: Final = "kept"
"""Folder, below that of the journals, of typing that could not be brought back by itself."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fit:
    """How left typing stands to what the record has of its page.

    Attributes:
        fits: whether it continues that.
        draft: what has to become the draft; None where the record has all of it.
        drops: whether the record's draft is to go, because its typing was taken back.
    """

    fits: bool
    draft: Draft | None = None
    drops: bool = False


def recover_all(collection: Collection) -> tuple[Message, ...]:
    """Bring back what was left on any page of a collection that nobody else can work on.

    Returns:
        what the person should know.
    """
    asides: list[Message] = []
    for path in _left(collection):
        journal = _believed(collection, path, asides)
        if journal is None:
            continue
        known = {page.id for page in collection.pages()}
        for page_id in list(journal.runs):
            if page_id in known:
                content = desk.lay_out(collection, page_id)
                asides += _taken_in(collection, content, journal).asides
            else:
                _set_aside(journal, page_id, f"page-{page_id}", asides)
    return tuple(asides)


def recovered(collection: Collection, content: PageContent) -> PageContent:
    """Return a page with what was left on it as its draft, which is in the record then.

    Args:
        collection: opened for work.
        content: of a page that may be edited, and on which nothing is being typed.
    """
    asides: list[Message] = []
    for path in _left(collection):
        journal = _believed(collection, path, asides)
        if journal is not None and content.page.id in journal.runs:
            content = _taken_in(collection, content, journal)
    return replace(content, asides=(*content.asides, *asides))


def _said_of(path: Path) -> Message:
    """Return what is said of typing that is kept in a file."""
    return message(
        QT_TRANSLATE_NOOP(
            "Notices",
            "Typing that was left when the program ended does not fit the text that is here now, "
            "or could not be read to its end. Nothing of it was lost: it is kept in “{path}”.",
        ),
        path=str(path),
    )


def fit(states: Iterable[Draft], draft: Draft | None, versions: Sequence[Version]) -> Fit:
    """Find out whether typing continues the draft of a page, or a version where there is none.

    Args:
        states: what stood on the page, in order; the first is what the record had of it.
        draft: what the record has of unsaved typing now.
        versions: all that the record has now.

    Raises:
        LineError: if a state does not follow from the one before.
    """
    drafted, met, last = False, set[int](), None
    for last in states:
        drafted = drafted or (draft is not None and _same(last, draft))
        met |= {one.number for one in versions if _same(last, one)}
    if last is None:
        return Fit(fits=False)
    if draft is not None:
        return _after_draft(last, draft, versions) if drafted else Fit(fits=False)
    if not versions:
        return Fit(fits=last.base is None, draft=last)
    first = 0 if last.base is None else last.base
    from_here = [one for one in versions if one.number >= first and one.number in met]
    return _after_version(last, from_here[-1]) if from_here else Fit(fits=False)


def _after_draft(last: Draft, draft: Draft, versions: Sequence[Version]) -> Fit:
    base = next((one for one in versions if one.number == last.base), None)
    if base is not None and _same(last, base):
        return Fit(fits=True, drops=True)
    unchanged = _same(last, draft) and last.statements == draft.statements
    return Fit(fits=True, draft=None if unchanged else last)


def _after_version(last: Draft, version: Version) -> Fit:
    if _same(last, version):
        return Fit(fits=True)
    if last.base == version.number:
        return Fit(fits=True, draft=last)
    # It was saved just before the end: only what was said of the typing since is still to be said.
    since = typed_spans(version.text, last.text)
    said, _joined = without_joined(last.statements)
    kept = tuple(one for one in said if any(one.span.overlaps(span) for span in since))
    return Fit(fits=True, draft=replace(last, base=version.number, statements=kept))


def _same(typed: Draft, there: Draft | Version) -> bool:
    return typed.text == there.text and set(typed.marks) == set(there.marks)


def _left(collection: Collection) -> list[Path]:
    try:
        return left_journals(journals_folder(), collection.record.identifier)
    except OSError as error:
        log.warning("Typing journals cannot be looked for: %s", error)
        return []


def _believed(collection: Collection, path: Path, asides: list[Message]) -> LeftJournal | None:
    """Read a journal; one with something broken is kept aside as it is, and gone on with."""
    try:
        journal = read_journal(path)
        foreign = journal.collection != collection.record.identifier
        if journal.broken or (foreign and journal.collection):
            asides.append(_said_of(_kept_copy(path)))
            journal = journal if foreign else without_broken(journal)
        if foreign or not journal.runs:
            path.unlink(missing_ok=True)
            return None
    except (CorrectorError, OSError) as error:
        log.warning("The typing journal %s stays as it is: %s", path, error)
        return None
    return journal


def _taken_in(collection: Collection, content: PageContent, journal: LeftJournal) -> PageContent:
    page_id, asides = content.page.id, list[Message]()
    try:
        found = fit(journal.runs[page_id].states(), content.draft, content.versions)
    except LineError as error:
        log.warning("The typing journal %s is not applied: %s", journal.path, error)
        found = Fit(fits=False)
    try:
        content = _applied(collection, content, found)
    except (ClaimedError, LeftTypingError):
        return content  # it is somebody else's page just now; the journal waits
    except InputError:
        found = Fit(fits=False)
    except CorrectorError as error:
        # The journal stays until the record can be written; the person goes on with the text.
        log.warning("Typing from %s is not in the record yet: %s", journal.path, error)
        return replace(content, draft=None if found.drops else found.draft or content.draft)
    if found.fits:
        _drop(journal, page_id)
    else:
        _set_aside(journal, page_id, f"page-{content.page.number}", asides)
    return replace(content, asides=(*content.asides, *asides))


def _applied(collection: Collection, content: PageContent, found: Fit) -> PageContent:
    """Put what was found into the record; return the page as it is then."""
    page_id, draft = content.page.id, found.draft
    if found.drops:
        desk.discard_draft(collection, page_id)
        return replace(content, draft=None)
    if draft is None:
        return content
    if collection.record.shared and is_left_by_another(content.draft, draft.author):
        version = keep_left_typing(collection, content.page, draft.author)
        draft = draft if version is None else replace(draft, base=version.number)
        desk.keep_draft(collection, page_id, draft)
        return replace(desk.lay_out(collection, page_id), access=content.access)
    desk.keep_draft(collection, page_id, draft)
    return replace(content, draft=draft)


def _drop(journal: LeftJournal, page_id: int) -> None:
    try:
        drop_page(journal, page_id)
    except CorrectorError as error:
        log.warning("%s", error)  # next time the record is found to have it


def _set_aside(journal: LeftJournal, page_id: int, name: str, asides: list[Message]) -> None:
    """Keep what was typed on a page as a text of its own, beside the lines that it came from."""
    run = journal.runs[page_id]
    place = _place(f"{name}-{journal.path.stem[-8:]}", ".txt")
    try:
        write_whole(place.with_suffix(".lines"), [b"%s\n" % line for line in run.raw])
        write_whole(place, [_last_text(run).encode("utf-8", "surrogatepass")])
        drop_page(journal, page_id)
    except CorrectorError as error:
        log.warning("The typing journal %s stays as it is: %s", journal.path, error)
        return
    asides.append(_said_of(place))


def _last_text(run: LeftRun) -> str:
    text = ""
    try:
        for state in run.states():
            text = state.text
    except LineError as error:
        log.info("The lines end with what does not fit: %s", error)
    return text


def _kept_copy(path: Path) -> Path:
    place = _place(path.stem, path.suffix)
    write_whole(place, [path.read_bytes()])
    return place


def _place(stem: str, suffix: str) -> Path:
    """Return a path among what is kept that nothing has yet."""
    folder = journals_folder() / KEPT
    place, number = folder / f"{stem}{suffix}", 1
    while os.path.lexists(place):
        number += 1
        place = folder / f"{stem}-{number}{suffix}"
    return place
