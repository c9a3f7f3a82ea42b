"""Whatever was written and corrected, every TEI file is valid and gives the texts back."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corrector.formats.material import DocumentMaterial
from corrector.formats.net_corrections import pieces_of
from corrector.formats.projection import View, parsed, texts_of_pages
from corrector.formats.tei.characters import permitted
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.writer import write_tei
from corrector.record.entries import Cause, Certainty, Correction, Statement, Version
from corrector.scans.geometry import Box
from corrector.text.edits import Edit, apply_edits, smallest_edits
from corrector.text.marks import Mark
from corrector.text.tokens import Span
from tests.formats.material_makers import Makers

Check = Callable[[bytes], None]

CHARACTER = st.one_of(
    st.sampled_from("aaabcx  \n\n\n-- <&>\"'"),
    st.sampled_from("\t\r\f\x0b\x1c\u0085\u00a0\u2028\ufffe\u0301\u05d0\u0639\u200f\U0001d504ſ;"),
    st.characters(exclude_categories=["Cs"]),
)
TEXT = st.text(CHARACTER, max_size=40)
KINDS = st.sampled_from(
    ["unclear", "source error", "stamp", "page number", "confirmed", "signature", "odd <kind>"]
)


@st.composite
def edited(draw: st.DrawFn, text: str) -> tuple[str, tuple[Correction, ...]]:
    """The text after a few edits at random places, and the corrections that say so."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    edits: list[Edit] = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        new = draw(st.text(CHARACTER, max_size=6))
        if new != text[start:end] and (not edits or edits[-1].span.end < start):
            edits.append(Edit(Span(start, end), new))
    corrections, growth = [], 0
    for edit in edits:
        begin = edit.span.start + growth
        corrections.append(
            Correction(
                edit.span.of(text),
                edit.new,
                edit.span,
                Span(begin, begin + len(edit.new)),
                draw(st.sampled_from(Cause)),
                draw(st.sampled_from(Certainty)),
                note=draw(st.sampled_from(["", "a <note>\f"])),
                details=draw(st.sampled_from([{}, {"rule": "rn & m"}])),
            )
        )
        growth += edit.growth
    return apply_edits(text, edits), tuple(corrections)


@st.composite
def histories(draw: st.DrawFn, make: Makers) -> tuple[Version, ...]:
    """Versions of a page: edits as the record would find them, or at random places."""
    versions = list(make.versions(draw(TEXT)))
    for number in range(1, draw(st.integers(1, 5))):
        text, corrections = draw(edited(versions[-1].text))
        history = make.versions(*(version.text for version in versions), text)
        made = history[number]
        if draw(st.booleans()):
            made = make.versions(
                *(version.text for version in versions), text, corrections=corrections
            )[number]
        versions.append(made)
    text = versions[-1].text
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    marks = [
        Mark(draw(KINDS), Span(*draw(spans)), "Ben Example", "2026-11-20", "said \x00so")
        for _ in range(draw(st.integers(0, 3)))
    ]
    last = make.versions(*(version.text for version in versions), marks=marks)[-1]
    replaced = make.versions(
        *(version.text for version in versions), corrections=versions[-1].corrections, marks=marks
    )[-1]
    return (*versions[:-1], replaced if versions[-1].corrections else last)


@st.composite
def documents(draw: st.DrawFn, make: Makers) -> DocumentMaterial:
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


@settings(max_examples=50, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_every_profile_is_valid_and_the_same_every_time(
    make: Makers, schema: Check, data: st.DataObject
) -> None:
    document = data.draw(documents(make))

    for profile in Profile:
        written = write_tei(document, profile)
        schema(written.content)
        assert write_tei(document, profile) == written


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_current_and_machine_text_can_be_read_back(make: Makers, data: st.DataObject) -> None:
    document = data.draw(documents(make))

    for profile in (Profile.DIPLOMATIC, Profile.INLINE):
        root = parsed(write_tei(document, profile).content)
        texts = [permitted(page.text) for page in document.pages]
        firsts = [
            permitted(page.versions[0].text) if page.versions else "" for page in document.pages
        ]
        assert texts_of_pages(root, View.CURRENT) == texts
        assert texts_of_pages(root, View.MACHINE) == firsts


@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_pieces_know_the_text_of_every_version(make: Makers, data: st.DataObject) -> None:
    versions = data.draw(histories(make))

    pieces = pieces_of(versions)

    for version in versions:
        assert "".join(piece.text_at(version.number) for piece in pieces) == version.text


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(old=TEXT, new=TEXT)
def test_corrections_that_do_not_explain_a_version_are_found_anew(
    make: Makers, old: str, new: str
) -> None:
    wrong = [Correction("nothing", "such", Span(0, 7), Span(0, 4), Cause.CASE)]
    versions = make.versions(old, new, corrections=wrong)

    pieces = pieces_of(versions)

    assert "".join(piece.text for piece in pieces) == new
    assert "".join(piece.first_text for piece in pieces) == old
    assert len([p for p in pieces if p.stages]) == len(smallest_edits(old, new))


def test_statements_reach_the_apparatus(make: Makers) -> None:
    said = Statement(Span(0, 4), cause=Cause.CASE, certainty=Certainty.HIGH, note="seen")
    page = make.page(versions=make.versions("sean\n", "Sean\n", statements=[said]))

    content = write_tei(make.document(page)).content.decode()

    assert 'cause="case"' in content
    assert 'cert="high"' in content
    assert "/>seen</note>" in content
