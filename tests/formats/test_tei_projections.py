"""The texts of all formats are one: what TEI says and what plain text says is the same."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corrector.formats.material import PageMaterial
from corrector.formats.plain_text import page_text
from corrector.formats.projection import PageText, View, pages_of, parsed, texts_of_pages
from corrector.formats.reading_text import reading_of
from corrector.formats.rewriting import Rewriting
from corrector.formats.shown_marks import as_text, bracketed
from corrector.formats.tei.characters import permitted
from corrector.formats.tei.places import places_of
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.vocabulary import Element, tei
from corrector.formats.tei.writer import write_tei
from corrector.text.marks import Mark
from tests.formats.marked_texts import cases, documents
from tests.formats.material_makers import Makers

Check = Callable[[bytes], None]


def said(marks: Sequence[Mark]) -> list[tuple[object, ...]]:
    """What of marks must survive, as XML can hold it."""
    return [
        (
            mark.kind,
            permitted(mark.author) or "not recorded",
            mark.time if mark.time[:1] == "2" else "",
            permitted(mark.note),
            tuple((name, permitted(value)) for name, value in mark.fields),
        )
        for mark in marks
    ]


def as_held(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """A text and its marks without the characters that XML cannot hold.

    A mark on nothing but such characters stands between two characters then.
    """
    held = Rewriting(text)
    for position, character in enumerate(text):
        if not permitted(character):
            held.take(position)
            held.drop(position + 1)
    cleaned, spans = held.exact_result([("", mark.span) for mark in marks])
    return cleaned, tuple(
        replace(mark, span=span) for mark, (_, span) in zip(marks, spans, strict=True)
    )


def marks_of(page: PageMaterial) -> Sequence[Mark]:
    return page.versions[-1].marks if page.versions else ()


def shown(page: PageText) -> str:
    return permitted(as_text(page.text, page.marks))


def entries(root: Element, pages: Sequence[PageMaterial]) -> tuple[int, int]:
    """How many entries the file has, and how many changed places the record has."""
    places = [place for page in pages for place in places_of(page.versions)]
    return len(list(root.iter(tei("app")))), sum(1 for place in places if place.misread)


@cases(200)
@given(data=st.data())
def test_all_profiles_are_valid_and_say_what_plain_text_says(
    make: Makers, schema: Check, data: st.DataObject
) -> None:
    document = data.draw(documents(make))
    roots = {}
    for profile in Profile:
        written = write_tei(document, profile)
        schema(written.content)
        assert write_tei(document, profile) == written
        roots[profile] = parsed(written.content)

    diplomatic, inline = roots[Profile.DIPLOMATIC], roots[Profile.INLINE]
    on_page = [permitted(as_text(*as_held(page.text, marks_of(page)))) for page in document.pages]
    for root in (diplomatic, inline):
        assert [shown(page) for page in pages_of(root, View.CURRENT)] == on_page
        assert entries(root, document.pages)[0] == entries(root, document.pages)[1]
    assert texts_of_pages(diplomatic, View.DIPLOMATIC) == texts_of_pages(inline, View.DIPLOMATIC)
    reading = pages_of(roots[Profile.READING], View.CURRENT, running=True)
    expected = [as_held(*reading_of(page.text, marks_of(page))) for page in document.pages]
    assert [permitted(as_text(page.text, page.marks, brackets=bracketed)) for page in reading] == [
        permitted(as_text(text, marks, brackets=bracketed)) for text, marks in expected
    ]
    for page, text in zip(document.pages, on_page, strict=True):
        if page.text == permitted(page.text):
            assert permitted(page_text(page)) == text


@cases(60)
@given(data=st.data())
def test_marks_and_all_that_was_said_of_them_can_be_read_back(
    make: Makers, data: st.DataObject
) -> None:
    document = data.draw(documents(make))

    for profile in (Profile.DIPLOMATIC, Profile.INLINE):
        root = parsed(write_tei(document, profile).content)
        for page, found in zip(document.pages, pages_of(root, View.CURRENT), strict=True):
            assert said(found.marks) == said(marks_of(page))
