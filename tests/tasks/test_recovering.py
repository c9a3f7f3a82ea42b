"""Typing that a killed program left comes back as the draft, or is kept aside; none is lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from postgresql_server import Server

from corrector.errors import InputError, OutputError
from corrector.record.entries import Draft, Person, Statement
from corrector.record.record import Record
from corrector.tasks import recovering
from corrector.tasks.collection import Collection
from corrector.tasks.desk import PageContent, keep_draft, lay_out
from corrector.tasks.journal_reading import left_journals
from corrector.tasks.opening import open_for_work
from corrector.tasks.places import place_of
from corrector.tasks.recovering import recover_all, recovered
from corrector.tasks.remembering import history_of
from corrector.tasks.saving import Saving, save
from corrector.tasks.taking_up import take_up
from corrector.tasks.typing_journal import TypingJournal, journals_folder
from corrector.text.edits import Edit
from corrector.text.marks import Mark
from corrector.text.tokens import Span

ADA, BEN = "Ada Example", "Ben Example"
TEXT = "as it was read"
AT = "2026-03-04T05:06:07+00:00"


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(TEXT, "utf-8")
    with open_for_work(folder, ADA) as opened:
        yield opened


def typed(text: str, author: str = ADA, base: int = 0) -> Draft:
    return Draft(base, text, (), (), len(text), author, AT)


def page_id(collection: Collection, number: int = 1) -> int:
    return collection.pages()[number - 1].id


def leave(collection: Collection, *states: Draft, number: int = 1, page: int = 0) -> TypingJournal:
    """Leave a journal as a program does that is killed."""
    journal = TypingJournal(collection.record.identifier)
    journal.state(page or page_id(collection, number), *states)
    journal.close()
    return journal


def seen(collection: Collection, number: int = 1) -> PageContent:
    """Lay a page out as the window does."""
    return recovered(collection, lay_out(collection, page_id(collection, number)))


def text_aside(content: PageContent) -> str:
    (said,) = content.asides
    return Path(str(said.values["path"])).read_text("utf-8")


def nothing_left(collection: Collection) -> bool:
    return not left_journals(journals_folder(), collection.record.identifier)


def save_as(collection: Collection, text: str, author: str = ADA, *, keep: bool = False) -> None:
    page = collection.pages()[0]
    assert save(collection, page, Saving(text, Person(author)), keep_draft=keep)


def test_typing_after_a_version_is_the_draft_with_marks_and_caret(collection: Collection) -> None:
    mark = Mark("doubtful", Span(0, 2), ADA, AT)
    journal = TypingJournal(collection.record.identifier)
    journal.state(page_id(collection), typed(TEXT), replace(typed(TEXT), marks=(mark,)))
    journal.edit(page_id(collection), len(TEXT), (Edit(Span(0, 0), "x"),), 1)
    journal.close()
    found = seen(collection)
    expected = Draft(0, f"x{TEXT}", (replace(mark, span=Span(1, 3)),), (), 1, ADA, AT)
    assert (found.draft, found.asides) == (expected, ())
    assert lay_out(collection, page_id(collection)).draft == expected
    assert nothing_left(collection)


def test_typing_after_a_draft_goes_on_from_it(collection: Collection) -> None:
    keep_draft(collection, page_id(collection), typed(f"{TEXT} one"))
    leave(collection, typed(TEXT), typed(f"{TEXT} one"), typed(f"{TEXT} one two"))
    assert seen(collection).draft == typed(f"{TEXT} one two")


def test_typing_that_the_record_has_all_of_changes_nothing(collection: Collection) -> None:
    keep_draft(collection, page_id(collection), replace(typed(f"{TEXT} one"), caret=3))
    leave(collection, typed(TEXT), typed(f"{TEXT} one"))
    assert seen(collection).draft == replace(typed(f"{TEXT} one"), caret=3)
    save_as(collection, f"{TEXT} one")
    leave(collection, typed(TEXT), typed(f"{TEXT} one"))
    found = seen(collection)
    assert (found.draft, found.asides) == (None, ())
    assert nothing_left(collection)


def test_a_draft_that_was_typed_back_is_no_draft_any_more(collection: Collection) -> None:
    keep_draft(collection, page_id(collection), typed(f"{TEXT} one"))
    leave(collection, typed(TEXT), typed(f"{TEXT} one"), typed(TEXT))
    assert seen(collection).draft is None
    assert lay_out(collection, page_id(collection)).draft is None


def test_typing_that_went_on_while_its_version_was_saved_goes_on_from_that_version(
    collection: Collection,
) -> None:
    said = (Statement(Span(0, 2), note="old"), Statement(Span(len(TEXT) + 1, len(TEXT) + 4)))
    save_as(collection, f"{TEXT} o")
    last = replace(typed(f"{TEXT} one"), statements=said)
    leave(collection, typed(TEXT), typed(f"{TEXT} o"), last)
    assert seen(collection).draft == replace(last, base=1, statements=said[1:])


def test_typing_on_which_somebody_saved_another_version_is_offered_to_be_joined(
    collection: Collection,
) -> None:
    leave(collection, typed(TEXT), typed(f"{TEXT} one"))
    save_as(collection, f"other {TEXT}", BEN, keep=True)
    found = seen(collection)
    assert (found.draft, found.asides) == (typed(f"{TEXT} one"), ())


def test_remarks_alone_are_brought_back_to_a_draft(collection: Collection) -> None:
    said = replace(typed(f"{TEXT} one"), statements=(Statement(Span(0, 2), note="why"),))
    keep_draft(collection, page_id(collection), typed(f"{TEXT} one"))
    leave(collection, typed(TEXT), typed(f"{TEXT} one"), said)
    assert seen(collection).draft == said


@pytest.mark.parametrize("kept", ["another draft", ""])
def test_what_does_not_fit_is_kept_aside_and_told(collection: Collection, kept: str) -> None:
    if kept:
        keep_draft(collection, page_id(collection), typed(kept))
        leave(collection, typed(TEXT), typed(f"{TEXT} one"))
    else:
        leave(collection, typed("never here"), typed(f"{TEXT} one"))
    found = seen(collection)
    assert (found.draft.text if found.draft else "") == kept
    assert text_aside(found) == f"{TEXT} one"
    assert "is kept in “" in str(found.asides[0])
    assert nothing_left(collection)
    assert not seen(collection).asides, "told once"


def test_two_texts_that_were_left_on_one_page_are_both_there(collection: Collection) -> None:
    leave(collection, typed(TEXT), typed("first"))
    leave(collection, typed(TEXT), typed("second"))
    found = seen(collection)
    assert found.draft
    assert {found.draft.text, text_aside(found)} == {"first", "second"}


def test_a_torn_end_is_told_and_all_before_it_is_used(collection: Collection) -> None:
    journal = leave(collection, typed(TEXT), typed(f"{TEXT} one"), typed(f"{TEXT} one two"))
    torn = journal.path.read_bytes()[:-5]
    journal.path.write_bytes(torn)
    (said,) = recover_all(collection)
    assert Path(str(said.values["path"])).read_bytes() == torn
    assert lay_out(collection, page_id(collection)).draft == typed(f"{TEXT} one")
    assert nothing_left(collection)


@pytest.mark.parametrize("data", [b"\xff\x00" * 50, b"0123456789abcdef []\n", b"\n\n\n"])
def test_a_file_that_is_no_journal_is_kept_aside(collection: Collection, data: bytes) -> None:
    folder = journals_folder()
    folder.mkdir(parents=True)
    (folder / f"{collection.record.identifier}-x.journal").write_bytes(data)
    (said,) = recover_all(collection)
    assert Path(str(said.values["path"])).read_bytes() == data
    assert nothing_left(collection)
    assert not recover_all(collection)


def test_the_journal_of_another_collection_is_never_applied(collection: Collection) -> None:
    journal = TypingJournal("another")
    journal.state(page_id(collection), typed(TEXT), typed("theirs"))
    journal.close()
    journal.path.rename(journal.path.with_name(f"{collection.record.identifier}-x.journal"))
    assert len(recover_all(collection)) == 1
    assert lay_out(collection, page_id(collection)).draft is None


def test_typing_on_a_page_that_is_not_there_is_kept_aside(collection: Collection) -> None:
    leave(collection, typed(TEXT), typed("lost page"), page=4711)
    (said,) = recover_all(collection)
    assert Path(str(said.values["path"])).read_text("utf-8") == "lost page"


def test_a_text_that_no_record_can_hold_is_kept_aside(collection: Collection) -> None:
    leave(collection, typed(TEXT), typed("half \ud800 and \0"))
    (said,) = recover_all(collection)
    kept = Path(str(said.values["path"])).read_bytes()
    assert kept.decode("utf-8", "surrogatepass") == "half \ud800 and \0"


def test_all_pages_are_brought_back_when_the_collection_is_opened(collection: Collection) -> None:
    journal = TypingJournal(collection.record.identifier)
    for number in (1, 2):
        journal.state(page_id(collection, number), typed(TEXT), typed(f"{TEXT} {number}"))
    journal.close()
    assert not recover_all(collection)
    found = [lay_out(collection, page_id(collection, number)).draft for number in (1, 2)]
    assert found == [typed(f"{TEXT} 1"), typed(f"{TEXT} 2")]
    assert nothing_left(collection)


def test_typing_stays_in_the_journal_until_the_record_can_be_written(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(collection, typed(TEXT), typed(f"{TEXT} one"))

    def full(record: Record) -> Iterator[None]:
        raise OutputError("full")

    with monkeypatch.context() as patch:
        patch.setattr(Record, "writing", full)
        assert seen(collection).draft == typed(f"{TEXT} one"), "it is shown nevertheless"
        assert not nothing_left(collection)
    assert seen(collection).draft == typed(f"{TEXT} one")
    assert nothing_left(collection)


@pytest.mark.parametrize("step", ["write_whole", "drop_page", "without_broken", "read_journal"])
def test_a_failure_at_any_step_of_keeping_aside_loses_nothing(
    collection: Collection, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    journal = leave(collection, typed("never here"), typed("typed"), typed("typed!"))
    if step == "without_broken":
        journal.path.write_bytes(journal.path.read_bytes()[:-2])

    def fail(*_given: object) -> None:
        raise InputError("x") if step == "read_journal" else OutputError("x")

    with monkeypatch.context() as patch:
        patch.setattr(recovering, step, fail)
        recover_all(collection)
    assert journal.path.exists()
    recover_all(collection)
    texts = [one.read_text("utf-8") for one in (journals_folder() / "kept").glob("*.txt")]
    assert "typed" in texts or "typed!" in texts
    assert nothing_left(collection)


def test_a_program_that_is_killed_before_it_drops_the_page_does_no_harm(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(collection, typed(TEXT), typed(f"{TEXT} one"))

    def killed(*_given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(recovering, "drop_page", killed)
        with pytest.raises(KeyboardInterrupt):
            seen(collection)
    found = seen(collection)
    assert (found.draft, found.asides) == (typed(f"{TEXT} one"), ())
    assert nothing_left(collection)


@pytest.fixture
def shared_place(postgresql: Server, tmp_path: Path) -> str:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    return f"{postgresql.new_database()}&scans={tmp_path}"


def test_what_somebody_typed_upon_anothers_left_typing_stays_hers(shared_place: str) -> None:
    place = place_of(shared_place)
    with open_for_work(place, BEN) as ben:
        keep_draft(ben, page_id(ben), typed(f"{TEXT} ben", BEN))
    with open_for_work(place, BEN) as ben:
        leave(ben, typed(f"{TEXT} ben", BEN), typed(f"{TEXT} ben ada"))
        found = recovered(ben, take_up(ben, page_id(ben)))
        versions = history_of(ben, ben.pages()[0])
    assert [one.author.name for one in versions[1:]] == [BEN]
    assert versions[-1].text == f"{TEXT} ben"
    assert found.draft == replace(typed(f"{TEXT} ben ada"), base=1)
    assert found.access.claimed


def test_typing_waits_while_somebody_else_edits_its_page(shared_place: str) -> None:
    place = place_of(shared_place)
    with open_for_work(place, ADA) as ada, open_for_work(place, BEN) as ben:
        leave(ada, typed(TEXT), typed(f"{TEXT} ada"))
        take_up(ben, page_id(ben))
        content = lay_out(ada, page_id(ada))
        assert recovered(ada, content) == content
        assert not nothing_left(ada)
        take_up(ben, page_id(ben), take_over=True)
    with open_for_work(place, ADA) as ada:
        assert recovered(ada, take_up(ada, page_id(ada))).draft == typed(f"{TEXT} ada")
        assert nothing_left(ada)
