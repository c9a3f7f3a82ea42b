"""Random documents with marks nested and crossing, for the tests of all that is written of them."""

import os
from collections.abc import Iterator

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from corrector.formats.material import DocumentMaterial
from corrector.record.entries import Cause, Certainty, Correction, Version
from corrector.scans.geometry import Box
from corrector.text.edits import Edit, apply_edits
from corrector.text.marks import Mark
from corrector.text.phenomena import PHENOMENA
from corrector.text.phenomenon import Entry, Field
from corrector.text.tokens import Span
from tests.formats.material_makers import Makers

CHARACTER = st.one_of(
    st.sampled_from("aaabcx  \n\n\n-- <&>\"'[]"),
    st.sampled_from("\t\r\f\x0b\x1c\u0085\u00a0\u2028\ufffe\u0301\u05d0\u0639\u200f\U0001d504ſ;"),
    st.characters(exclude_categories=["Cs"]),
)
TEXT = st.text(CHARACTER, max_size=40)
LINES = st.lists(
    st.sampled_from(
        ["Dear Sir,", "coopera-", "tion", "", " ", "SECRET", "x", "a\tb  c", "\t1\t\t2"]
    ),
    max_size=9,
)
KINDS = st.sampled_from(
    [*(one.name for one in PHENOMENA), "confirmed", "doubtful", "postscript", "odd <kind>"]
)
WORDS = st.sampled_from(["", "b(1) & <c>", "2", "1994-03-14", "margin-left", "de", "x\f y", "\n"])


def cases(usual: int) -> settings:
    """As many cases as CORRECTOR_CASES says, or `usual` ones."""
    number = int(os.environ.get("CORRECTOR_CASES", usual))
    checks = list(HealthCheck)
    return settings(max_examples=number, suppress_health_check=checks, deadline=None)


def _values(field: Field) -> st.SearchStrategy[str]:
    if field.entry is Entry.CHOICE:
        return st.sampled_from(field.choices) | WORDS
    if field.entry is Entry.ZONE:
        return st.sampled_from(["10 20 300 40", "-5 5 9999 9999", "1 2", "9999 9999 1 1"])
    return WORDS


@st.composite
def marks_in(draw: st.DrawFn, text: str, most: int = 8) -> list[Mark]:
    """Marks of all kinds at random spans, borders of lines more often than others."""
    ends = [
        at for at in range(len(text) + 1) if at in (0, len(text)) or "\n" in text[at - 1 : at + 1]
    ]
    position = st.sampled_from(ends) | st.integers(0, len(text))
    marks = [
        draw(mark_at(tuple(sorted((draw(position), draw(position))))))
        for _ in range(draw(st.integers(0, most)))
    ]
    if draw(st.integers(0, 3)) == 0:
        start, middle, end = sorted(draw(position) for _ in range(3))
        changes = (("deletion", start, middle), ("addition", middle, end))
        marks += [Mark(*said(one)) for one in (*changes, ("substitution", start, end))]
    return marks


def said(one: tuple[str, int, int]) -> tuple[str, Span, str, str]:
    return one[0], Span(*one[1:]), "Ben Example", "2026-11-20"


@st.composite
def mark_at(draw: st.DrawFn, span: tuple[int, int]) -> Mark:
    kind = draw(KINDS)
    known = {one.name: one for one in PHENOMENA}.get(kind)
    fields = {field.name: draw(_values(field)) for field in (known.fields if known else ())}
    said = tuple(sorted((name, value) for name, value in fields.items() if value))
    time = draw(st.sampled_from(["2026-11-20T10:00:00+00:00", "2026-11-20", "some day"]))
    author = draw(st.sampled_from(["Ben Example", "Ada Example", ""]))
    return Mark(kind, Span(*span), author, time, draw(st.sampled_from(["", "said \x00so"])), said)


@st.composite
def edited(draw: st.DrawFn, text: str) -> tuple[str, tuple[Correction, ...]]:
    """The text after a few edits at random places, and the corrections that say so."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    edits: list[Edit] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        new = draw(st.text(CHARACTER, max_size=6))
        if new != text[start:end] and (not edits or edits[-1].span.end < start):
            edits.append(Edit(Span(start, end), new))
    return apply_edits(text, edits), tuple(_corrections(draw, text, edits))


def _corrections(draw: st.DrawFn, text: str, edits: list[Edit]) -> Iterator[Correction]:
    growth = 0
    for edit in edits:
        begin = edit.span.start + growth
        yield Correction(
            edit.span.of(text),
            edit.new,
            edit.span,
            Span(begin, begin + len(edit.new)),
            draw(st.sampled_from(Cause)),
            draw(st.sampled_from(Certainty)),
            note=draw(st.sampled_from(["", "a <note>\f"])),
            details=draw(st.sampled_from([{}, {"rule": "rn & m"}])),
        )
        growth += edit.growth


@st.composite
def histories(draw: st.DrawFn, make: Makers) -> tuple[Version, ...]:
    """Versions of a page: edits as the record would find them, or at random places."""
    versions = list(make.versions(draw(TEXT | LINES.map("\n".join))))
    for number in range(1, draw(st.integers(1, 5))):
        text, corrections = draw(edited(versions[-1].text))
        texts = [*(version.text for version in versions), text]
        given = corrections if draw(st.booleans()) else None
        versions.append(make.versions(*texts, corrections=given)[number])
    marks = draw(marks_in(versions[-1].text))
    texts = [version.text for version in versions]
    last = make.versions(*texts, corrections=versions[-1].corrections or None, marks=marks)[-1]
    return (*versions[:-1], last)


@st.composite
def documents(draw: st.DrawFn, make: Makers) -> DocumentMaterial:
    """Documents of one to three pages with scans of odd names and boxes outside of them."""
    pages = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        versions = draw(histories(make)) if draw(st.integers(0, 9)) else ()
        scan = draw(st.sampled_from([None, "s/ö #%?.jpg", "a:b <c>.tif", "d.pdf", "\udce4.png"]))
        boxes = st.none() | st.builds(
            Box, st.integers(-50, 1100), st.integers(-50, 2100), st.integers(0, 900), st.just(40)
        )
        line_boxes = tuple(draw(st.lists(boxes, max_size=4)))
        pages.append(make.page(number=number, versions=versions, scan=scan, line_boxes=line_boxes))
    return make.document(*pages, label=draw(TEXT), languages=("en", "not a tag", "de-DE"))
