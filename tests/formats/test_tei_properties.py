"""Whatever was written and corrected, every TEI file is valid and gives the texts back."""

from hypothesis import given
from hypothesis import strategies as st

from corrector.formats.net_corrections import pieces_of
from corrector.formats.projection import View, parsed, texts_of_pages
from corrector.formats.tei.characters import permitted
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.writer import write_tei
from corrector.record.entries import Cause, Certainty, Correction, Statement
from corrector.text.edits import smallest_edits
from corrector.text.tokens import Span
from tests.formats.marked_texts import TEXT, cases, documents, histories
from tests.formats.material_makers import Makers


@cases(20)
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


@cases(100)
@given(data=st.data())
def test_pieces_know_the_text_of_every_version(make: Makers, data: st.DataObject) -> None:
    versions = data.draw(histories(make))

    pieces = pieces_of(versions)

    for version in versions:
        assert "".join(piece.text_at(version.number) for piece in pieces) == version.text


@cases(40)
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
