"""Pages that are not open are counted with what was taught, as the check of the page is."""

from pathlib import Path

import pytest

from corrector.record.entries import Person
from corrector.tasks import counting
from corrector.tasks.collection import Collection
from corrector.tasks.collection_lexicon import CollectionLexicon
from corrector.tasks.counting import count_suspicions, tally_pages
from corrector.tasks.kinds import Kind
from corrector.tasks.opening import open_for_work
from corrector.tasks.page_languages import set_languages_of
from corrector.tasks.personal_lexicon import PersonalLexicon
from corrector.tasks.review import Reviewer, settled_in
from corrector.tasks.saving import Saving, save
from corrector.text.marks import Mark
from corrector.text.tokens import Span

_FIRST = "We saw the old harbour of sbip and tbe tower in the morning of that day.\n"
_SECOND = "The people of sbip left tbe island and the ship left the harbour l8th May.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("page1.txt", _FIRST), ("page2.txt", _SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def counts(collection: Collection) -> list[int]:
    return list(count_suspicions(collection, collection.pages()).values())


def checked(collection: Collection) -> list[int]:
    reviewer, found = Reviewer(collection), []
    for page in collection.pages():
        text, settled = settled_in(collection, page)
        found.append(len(reviewer.check(text, settled, page_id=page.id).suspicions))
    return found


def test_a_word_confirmed_on_one_page_is_counted_on_no_other(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        before = counts(collection)
        assert before == checked(collection)
        start = _FIRST.index("sbip")
        mark = Mark("confirmed", Span(start, start + 4), "Ada Example", "2026-03-04")
        save(collection, collection.pages()[0], Saving(_FIRST, Person("Ada"), marks=(mark,)))
        assert counts(collection) == checked(collection)
        assert counts(collection)[1] < before[1]


@pytest.mark.parametrize("personal", [True, False])
def test_a_lexicon_changes_the_counts_at_once(folder: Path, personal: bool) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        before = counts(collection)
        lexicon = PersonalLexicon() if personal else CollectionLexicon(collection)
        lexicon.add(["sbip"])
        assert counts(collection) == checked(collection) != before


def test_languages_that_are_set_are_counted_in(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        before = counts(collection)
        set_languages_of(collection, [(None, "de")])
        assert counts(collection) == checked(collection) != before


def test_what_was_counted_is_not_counted_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        before = counts(collection)

        def never(*_: object) -> None:
            raise AssertionError("nothing changed, so that no reviewer is needed")

        monkeypatch.setattr(counting, "Reviewer", never)
        assert counts(collection) == before


def test_a_damaged_cache_costs_only_time(folder: Path, home: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        before = counts(collection)
        (kept,) = home.rglob("counts/*.json")
        for broken in (b"[]", b"{", b'{"1": 7, "2": {"key": 1, "kinds": {"x": "y"}}}'):
            kept.write_bytes(broken)
            assert counts(collection) == before


def test_kinds_are_told_apart(folder: Path) -> None:
    with open_for_work(folder, "Ada Example") as collection:
        reviewer = Reviewer(collection)
        found = tally_pages(collection, reviewer, collection.pages())
    second = list(found.values())[1]
    assert second[Kind.DIGITS] == 1
    assert second[Kind.WORD] >= 1
