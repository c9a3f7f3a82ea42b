"""TEI that Corrector wrote becomes a collection again: texts, versions, corrections, marks."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corrector.errors import InputError, OutputError
from corrector.formats.material import DocumentMaterial
from corrector.formats.tei.characters import permitted
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.reading_back import read_back
from corrector.formats.tei.writer import write_tei
from corrector.linking.links import Link
from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.record.descriptions import description_of
from corrector.record.entries import Cause, Origin, Statement
from corrector.record.readings import latest_reading
from corrector.record.versions import history
from corrector.scans.geometry import Box
from corrector.tasks import reopening
from corrector.tasks.opening import open_for_work
from corrector.tasks.reopening import reopen
from corrector.text.marks import Mark
from corrector.text.tokens import Span
from tests.formats.marked_texts import documents
from tests.formats.material_makers import ADA, Makers


@pytest.fixture(scope="session")
def make() -> Makers:
    return Makers()


def written(tmp_path: Path, document: DocumentMaterial, profile: Profile) -> Path:
    path = tmp_path / "letter.tei.xml"
    path.write_bytes(write_tei(document, profile).content)
    return path


@pytest.mark.parametrize("profile", [Profile.DIPLOMATIC, Profile.INLINE])
def test_a_letter_comes_back_with_its_history_and_marks(
    make: Makers, tmp_path: Path, profile: Profile
) -> None:
    texts = ("Dear Slr,\np1ease recieve\n", "Dear Sir,\nplease recieve\n")
    said = Statement(Span(10, 16), cause=Cause.CASE, note="seen", evidence="the scan")
    first = make.versions(*texts, statements=[said])
    emended = Statement(Span(17, 24), cause=Cause.SOURCE_ERROR, note="typist")
    marks = [
        Mark("salutation", Span(0, 9), "Ben Example", "2026-11-20T10:00:00+00:00"),
        Mark("redaction", Span(25, 25), "Ada Example", "", "", (("exemption", "b(1)"),)),
    ]
    last = make.versions(*texts, "Dear Sir,\nplease receive\n", statements=[emended], marks=marks)
    page = make.page(versions=(*first, last[2]), scan="s c/ä #1.jpg")
    described = {"title": "A letter", "repository": "A Library", "date": "1994-03-14"}
    document = make.document(page, description=described)

    assert reopen([written(tmp_path, document, profile)], tmp_path / "again") == 1

    with open_for_work(tmp_path / "again", "A. Reader") as collection:
        (found,) = collection.pages()
        with collection.record.reading() as connection:
            versions = history(connection, found.id)
            described_again = description_of(connection, found.document)
    assert (found.scan, found.label, found.scan_sha256) == ("s c/ä #1.jpg", "page 1", "ab" * 32)
    assert dict(described_again) == described
    assert [one.text for one in versions] == [one.text for one in page.versions]
    assert [one.time[:19] for one in versions] == [one.time[:19] for one in page.versions]
    assert [one.author for one in versions[1:]] == [ADA, ADA]
    assert [one.origin for one in versions] == [Origin.RECOGNISED, Origin.TYPED, Origin.TYPED]
    assert versions[1].note == "first pass"
    assert [(one.old, one.new, one.cause) for one in versions[1].corrections] == [
        (one.old, one.new, one.cause) for one in first[1].corrections
    ]
    (seen,) = [one for one in versions[1].corrections if one.note]
    assert (seen.note, seen.evidence) == ("seen", "the scan")
    assert [one.cause for one in versions[2].corrections] == [Cause.SOURCE_ERROR]
    assert versions[2].marks == tuple(marks)


def test_places_of_words_come_back(make: Makers, tmp_path: Path) -> None:
    words = (
        Word("Dear", Span(0, 4), Box(10, 20, 30, 10), 0.9, 0, 0),
        Word("S1r", Span(5, 8), Box(50, 22, 30, 10), 0.4, 0, 0),
    )
    reading = Reading("Dear S1r", words, 1000, 2000, EngineDescription("Tesseract", "5", ("eng",)))
    links = (
        Link(Span(0, 4), (0,), 1.0, words[0].box),
        Link(Span(5, 8), (1,), 0.7, words[1].box),
    )
    page = make.page("Dear S1r", "Dear Sir", reading=reading, links=links)
    document = make.document(page, wishes={"word-zones": "yes", "confidences": "yes"})
    path = written(tmp_path, document, Profile.DIPLOMATIC)

    assert b'degree="0.90"' in path.read_bytes()
    assert b'degree="0.40"' not in path.read_bytes()
    reopen([path], tmp_path / "again")

    with open_for_work(tmp_path / "again", "A. Reader") as collection:
        (made,) = collection.pages()
        with collection.record.reading() as connection:
            found = latest_reading(connection, made.id)
    assert found is not None
    assert [(word.text, word.box) for word in found.words] == [
        ("Dear", words[0].box),
        ("Sir", words[1].box),
    ]


@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_every_version_of_any_document_can_be_read_back(make: Makers, data: st.DataObject) -> None:
    document = data.draw(documents(make))
    for profile in (Profile.DIPLOMATIC, Profile.INLINE):
        found = read_back(write_tei(document, profile).content, "x")
        for page, again in zip(document.pages, found.pages, strict=True):
            assert len(again.versions) == len(page.versions)
            if page.versions:
                assert again.versions[0].text == permitted(page.versions[0].text)
                assert again.versions[-1].text == permitted(page.text)
            for before, version in zip(again.versions, again.versions[1:], strict=False):
                text = before.text
                for one in version.corrections:
                    assert one.old_span.of(text) == one.old
                    assert one.span.of(version.text) == one.new


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "cannot be opened"),
        (b"<TEI/>", "did not write it"),
        (b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>", "cannot be opened"),
        (b"\xff\xfe\x00", "cannot be opened"),
    ],
)
def test_what_is_no_tei_of_ours_is_refused_and_nothing_is_made(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        reopen([path], tmp_path / "again")
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (b' n="1" type="typed"', b' n="one" type="typed"'),
        (b'width="1000px" height="2000px"', b'n="x"'),
        (b'<pb n="[1]"', b'<lb n="[1]"'),
        (b"</ab>", b"<seg>" * 240 + b"</seg>" * 240 + b"</ab>"),
    ],
)
def test_a_file_that_another_program_changed_is_refused_or_read(
    make: Makers, tmp_path: Path, true: bytes, false: bytes
) -> None:
    content = write_tei(make.document(make.page("a", "b"))).content
    broken = content.replace(true, false)
    assert broken != content
    path = tmp_path / "x.xml"
    path.write_bytes(broken)
    with pytest.raises(InputError, match="cannot be opened"):
        reopen([path], tmp_path / "again")


def test_a_reading_text_is_refused(make: Makers, tmp_path: Path) -> None:
    path = written(tmp_path, make.document(make.page("a")), Profile.READING)
    with pytest.raises(InputError, match="reading text"):
        reopen([path], tmp_path / "again")


def test_a_collection_is_never_overwritten(make: Makers, tmp_path: Path) -> None:
    path = written(tmp_path, make.document(make.page("a")), Profile.DIPLOMATIC)
    reopen([path], tmp_path / "again")
    with pytest.raises(OutputError, match="already"):
        reopen([path], tmp_path / "again")


def test_where_writing_fails_half_way_no_record_is_left(
    make: Makers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(
        tmp_path, make.document(make.page("a"), make.page("b", number=2)), Profile.INLINE
    )
    real, done = reopening._write_page, []

    def fails_at_the_second(*arguments: object) -> None:
        done.append(arguments)
        if len(done) > 1:
            raise OSError("the disk is gone")
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(reopening, "_write_page", fails_at_the_second)
    with pytest.raises(OSError, match="gone"):
        reopen([path], tmp_path / "again")
    assert list((tmp_path / "again").iterdir()) == []
