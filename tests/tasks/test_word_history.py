"""A word is followed back through joins, splits and other people's edits to where it came from."""

from corrector.record.corrections import corrections_between
from corrector.record.entries import NO_DETAILS, Cause, Origin, Person, Statement, Version
from corrector.tasks.word_history import word_history
from corrector.text.tokens import Span


def versions(*texts: str) -> tuple[Version, ...]:
    made = []
    for number, text in enumerate(texts):
        made.append(
            Version(
                number=number,
                parent=number - 1 if number else None,
                author=Person(f"Reader {number}" if number else "engine"),
                time=f"2024-05-0{number + 1}T00:00:00+00:00",
                origin=Origin.TYPED if number else Origin.RECOGNISED,
                details=NO_DETAILS,
                note="",
                evidence="",
                text=text,
                sha256="",
                chain="",
                corrections=corrections_between(texts[number - 1], text) if number else (),
                marks=(),
            )
        )
    return tuple(made)


def told(found: str, text: str, *before: str) -> list[tuple[int | None, str, str]]:
    at = text.index(found)
    history = word_history(versions(*before), text, Span(at, at + len(found)))
    return [(one.version, one.old, one.new) for one in history]


def test_a_word_is_followed_through_edits_before_it() -> None:
    assert told(
        "here", "Now THE cat is here", "tbe cat is hcre", "tbe cat is here", "THE cat is here"
    ) == [
        (1, "hcre", "here"),
        (0, "", "hcre"),
    ]


def test_what_is_not_saved_comes_first() -> None:
    history = word_history(
        versions("tbe cat"),
        "the cat",
        Span(0, 3),
        statements=(Statement(Span(0, 3), origin=Origin.CANDIDATE, note="see above"),),
    )
    assert [(one.version, one.old, one.new, one.origin, one.note) for one in history] == [
        (None, "tbe", "the", "candidate", "see above"),
        (0, "", "tbe", "recognised", ""),
    ]
    assert history[0].cause is Cause.MISREAD_CHARACTER


def test_a_joined_word_comes_from_both_its_parts() -> None:
    assert told("into", "go into it", "go in to it", "go into it") == [
        (1, "in to", "into"),
        (0, "", "in to"),
    ]


def test_a_split_word_comes_from_the_one_before() -> None:
    assert told("to", "in to", "into", "in to") == [(1, "into", "in to"), (0, "", "into")]


def test_a_word_that_was_added_has_no_earlier_history() -> None:
    assert told("very", "a very cat", "a cat", "a very cat")[0][0] == 1
    assert all(number != 0 for number, _, _ in told("very", "a very cat", "a cat", "a very cat"))


def test_what_was_taken_away_beside_a_word_is_not_its_history() -> None:
    assert told("cat", "cat sat", "~ cat sat", "cat sat") == [(0, "", "cat")]


def test_a_page_without_versions_has_only_what_is_typed() -> None:
    assert [one.version for one in word_history((), "word", Span(0, 4))] == [None]
