"""The typing journal: what is written can be read again, whatever happens while it is written."""

import os
import platform
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrector.record.entries import Draft, Statement
from corrector.tasks import journal_reading, typing_journal
from corrector.tasks.journal_lines import Header, LineError, packed_header
from corrector.tasks.journal_reading import (
    drop_page,
    left_journals,
    read_journal,
    without_broken,
)
from corrector.tasks.typing_journal import TypingJournal, journals_folder
from corrector.text.edits import Edit, apply_edits
from corrector.text.marks import Mark
from corrector.text.tokens import Span

COLLECTION = "11111111-2222-3333-4444-555555555555"
AT = "2026-03-04T05:06:07+00:00"
MARK = Mark("doubtful", Span(0, 3), "Ada Example", AT, "smudged", (("reason", "torn"),))
BEFORE = Draft(0, "tne fox 𝔄", (MARK,), (Statement(Span(4, 7), note="why"),), 0, "Ada Example", AT)


def key(at: int, new: str) -> tuple[Edit]:
    return (Edit(Span(at, at), new),)


def begun(page_id: int = 1) -> TypingJournal:
    """A journal with one letter typed on a page."""
    journal = TypingJournal(COLLECTION)
    journal.state(page_id, BEFORE, replace(BEFORE, text=BEFORE.text + "a"))
    return journal


def last(path: Path, page_id: int = 1) -> Draft:
    return list(read_journal(path).runs[page_id].states())[-1]


def test_what_was_typed_comes_back_with_its_marks_its_remarks_and_its_caret() -> None:
    journal = begun()
    journal.edit(1, 10, key(0, "x"), 1)
    journal.edit(1, 11, (Edit(Span(1, 4), "The"), Edit(Span(5, 8), "𝔅\n")), 7)
    journal.close()
    assert last(journal.path) == Draft(
        base=0,
        text="xThe 𝔅\n 𝔄a",
        marks=(replace(MARK, span=Span(1, 4)),),
        statements=(Statement(Span(5, 7), note="why"),),
        caret=7,
        author="Ada Example",
        time=AT,
    )
    assert not read_journal(journal.path).broken


def test_nothing_lies_on_the_disk_before_the_first_key_and_after_the_record_has_the_last() -> None:
    journal = TypingJournal(COLLECTION)
    assert not journal.path.parent.exists()
    journal.state(1, BEFORE)
    journal.settle(1, journal.position(1) - 1)
    assert journal.holds(1), "a key came after what the record has"
    journal.settle(1, journal.position(1))
    assert not read_journal(journal.path).runs
    journal.close()
    assert not journal.path.exists()


def test_one_page_is_dropped_while_another_waits() -> None:
    journal = begun(1)
    journal.state(2, BEFORE)
    journal.settle(1, journal.position(1))
    assert set(read_journal(journal.path).runs) == {2}
    journal.state(1, BEFORE, replace(BEFORE, text="the again"))
    journal.close()
    assert set(read_journal(journal.path).runs) == {1, 2}
    assert last(journal.path).text == "the again"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=4), st.floats(0, 1), st.floats(0, 1)), max_size=20))
def test_any_row_of_edits_leads_to_the_same_text(rows: list[tuple[str, float, float]]) -> None:
    journal, text = begun(), BEFORE.text + "a"
    for new, one, other in rows:
        start, end = sorted((int(one * len(text)), int(other * len(text))))
        edits = (Edit(Span(start, end), new),)
        journal.edit(1, len(text), edits, start + len(new))
        text = apply_edits(text, edits)
    found = last(journal.path)
    journal.forget(1)
    journal.close()
    assert found.text == text


def failing(monkeypatch: pytest.MonkeyPatch, name: str, at: int) -> None:
    """Let the `at`-th call of a system function fail, and all after it."""
    real: Any = getattr(os, name)
    calls = []

    def fail(*given: object, **named: object) -> object:
        calls.append(given)
        if len(calls) >= at:
            raise OSError(28, "No space left on device")
        return real(*given, **named)

    monkeypatch.setattr(os, name, fail)


@pytest.mark.parametrize("name", ["open", "write", "ftruncate", "dup", "close", "mkdir"])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_disk_that_fails_at_any_step_disturbs_nothing(
    monkeypatch: pytest.MonkeyPatch, name: str, at: int
) -> None:
    monkeypatch.setattr(typing_journal, "RETRY_SECONDS", 0.0)
    with monkeypatch.context() as patch:
        if name == "mkdir":
            patch.setattr(Path, "mkdir", _fails)
        else:
            failing(patch, name, at)
        journal, text = begun(), BEFORE.text + "a"
        for letter in "bcd":
            if journal.follows(1):
                journal.edit(1, len(text), key(len(text), letter), 0)
            else:
                journal.state(1, replace(BEFORE, text=text + letter))
            text += letter
        handle = journal.duplicate()
    if handle is not None:
        os.close(handle)
    journal.state(1, replace(BEFORE, text=text + "!"))
    assert journal.failure is None
    assert last(journal.path).text == text + "!"
    journal.settle(1, journal.position(1))
    journal.close()
    assert not left_journals(journals_folder(), COLLECTION)


def _fails(*_given: object, **_named: object) -> None:
    raise OSError(30, "Read-only file system")


def test_a_line_that_got_through_in_part_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    journal, real = begun(), os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda file, data: real(file, data[:9]))
        journal.edit(1, 10, key(0, "lost"), 4)
    assert journal.failure is not None
    assert not journal.follows(1)
    found = read_journal(journal.path)
    assert not found.broken
    assert last(journal.path).text == BEFORE.text + "a"
    journal.forget(1)
    journal.close()


def test_a_part_that_cannot_be_taken_back_spoils_no_other_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journal, real = begun(), os.write
    monkeypatch.setattr(typing_journal, "RETRY_SECONDS", 0.0)
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda file, data: real(file, data[:9]))
        failing(patch, "ftruncate", 1)
        journal.edit(1, 10, key(0, "lost"), 4)
    journal.state(1, replace(BEFORE, text="whole again"))
    assert read_journal(journal.path).broken
    assert last(journal.path).text == "whole again"
    journal.forget(1)
    journal.close()


def test_after_a_failure_the_disk_is_not_asked_at_every_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []

    def fail(*given: object) -> int:
        asked.append(given)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "write", fail)
    journal = begun()
    for _ in range(50):
        journal.state(1, BEFORE)
    assert len(asked) == 1
    journal.close()


def test_the_journal_of_a_living_program_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    journal = begun()
    assert not left_journals(journals_folder(), COLLECTION)
    written = journal.path.read_bytes().partition(b"\n")[2]

    def by(header: Header) -> list[Path]:
        journal.path.write_bytes(packed_header(header)[0] + written)
        return left_journals(journals_folder(), COLLECTION)

    here = Header(COLLECTION, platform.node(), 1, "born then", "t")
    monkeypatch.setattr(journal_reading, "birth_of", lambda process: "born then")
    assert not by(here)
    assert by(replace(here, birth="born before")), "its number was given to another program"
    assert not by(replace(here, birth="")), "nobody can tell"
    monkeypatch.setattr(journal_reading, "birth_of", lambda process: None)
    assert by(here)
    assert not by(replace(here, host="another machine"))
    assert not left_journals(journals_folder(), "99999999-2222-3333-4444-555555555555")
    journal.close()


def test_a_journal_without_a_first_line_is_judged_by_the_number_in_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    journal = begun()
    journal.path.write_bytes(b"")
    assert not left_journals(journals_folder(), COLLECTION), "it is this very process"
    other = journal.path.with_name(f"{COLLECTION}-4194000-abcdefgh.journal")
    odd = journal.path.with_name(f"{COLLECTION}-x.journal")
    other.write_bytes(b"")
    odd.write_bytes(b"\xff" * 100_000)
    monkeypatch.setattr(journal_reading, "birth_of", lambda process: None)
    assert set(left_journals(journals_folder(), COLLECTION)) == {other, odd}
    assert not read_journal(other).broken, "it was killed before it wrote anything"
    assert read_journal(odd).broken
    journal.close()


@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_a_damaged_journal_yields_only_states_that_once_were(chance: random.Random) -> None:
    journal, states = begun(), [BEFORE.text, BEFORE.text + "a"]
    for letter in "bcdef":
        journal.edit(1, len(states[-1]), key(len(states[-1]), letter), 0)
        states.append(states[-1] + letter)
    data = bytearray(journal.path.read_bytes())
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(data))
        how = chance.randrange(4)
        if how == 0:
            data[at] = chance.randrange(256)
        elif how == 1:
            del data[at:]
        elif how == 2:
            del data[at : at + 40]
        else:
            data[at:at] = data[: chance.randrange(200)]
        data = data or bytearray(b"x")
    journal.path.write_bytes(data)
    found = read_journal(journal.path)
    journal.forget(1)
    journal.close()
    for run in found.runs.values():
        assert {one.text for one in run.states()} <= set(states)


HOSTILE = {
    "not a list": '{"state": 1}',
    "deep": "[" * 100_000,
    "an unknown kind": '["drop table",1]',
    "a page that is true": '["state",true]',
    "too few values": '["state",1]',
    "a base that is text": '["state",1,"0","t","[]","[]",0,"a","t"]',
    "a text that is a number": '["state",1,0,5,"[]","[]",0,"a","t"]',
    "a caret beyond the text": '["state",1,0,"t","[]","[]",9,"a","t"]',
    "a negative caret": '["state",1,0,"t","[]","[]",-1,"a","t"]',
    "a mark beyond the text": (
        '["state",1,0,"t","[[\\"x\\",0,9,\\"\\",\\"\\",\\"\\"]]","[]",0,"a","t"]'
    ),
    "a mark of numbers": '["state",1,0,"t","[[1,0,1,2,3,4]]","[]",0,"a","t"]',
    "marks that are no list": '["state",1,0,"t","7","[]",0,"a","t"]',
    "statements of another kind": '["state",1,0,"t","[]","[{}]",0,"a","t"]',
    "an edit without a text": '["edits",1,0,[],0]',
    "a huge number": '["state",1,0,"t","[]","[]",1e999,"a","t"]',
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_line_that_no_program_of_ours_wrote_is_never_applied(body: str) -> None:
    from corrector.tasks.journal_lines import chained

    journal = TypingJournal(COLLECTION)
    journal.state(1, BEFORE)
    begin = journal.path.read_bytes().split(b"\n")[0]
    digest = chained(begin.split(b" ")[0].decode(), body)
    journal.path.write_bytes(begin + b"\n" + f"{digest} {body}\n".encode())
    found = read_journal(journal.path)
    journal.forget(1)
    journal.close()
    if found.runs:
        with pytest.raises(LineError):
            list(found.runs[1].states())
    else:
        assert found.broken


@pytest.mark.parametrize(
    "changes", [[[5, 99, "x"]], [[3, 1, "x"]], [[4, 5, "x"], [0, 1, "y"]], [[0, 1, 7]], [0], 7]
)
def test_an_edit_that_does_not_fit_the_text_is_never_applied(changes: object) -> None:
    from corrector.tasks.journal_lines import Line, draft_after

    with pytest.raises(LineError):
        draft_after(BEFORE, Line("edits", 1, ("edits", 1, len(BEFORE.text), changes, 0)))
    with pytest.raises(LineError):
        draft_after(BEFORE, Line("edits", 1, ("edits", 1, 3, [], 0)))


def test_a_torn_journal_can_be_written_anew_without_what_is_broken() -> None:
    journal = begun()
    journal.edit(1, 10, key(10, "b"), 11)
    journal.close()
    journal.path.write_bytes(journal.path.read_bytes()[:-3])
    found = read_journal(journal.path)
    assert found.broken
    assert [one.text for one in found.runs[1].states()][-1] == BEFORE.text + "a"
    mended = without_broken(found)
    assert not mended.broken
    assert [one.text for one in mended.runs[1].states()][-1] == BEFORE.text + "a"
    drop_page(mended, 1)
    assert not journal.path.exists()


def test_a_file_that_is_far_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    journal = begun()
    journal.close()
    monkeypatch.setattr(journal_reading, "MOST_BYTES", 10)
    found = read_journal(journal.path)
    assert found.broken
    assert not found.runs


def test_only_the_person_can_read_what_was_typed() -> None:
    journal = begun()
    assert journal.path.stat().st_mode & 0o077 == 0 or os.name == "nt"
    journal.close()
