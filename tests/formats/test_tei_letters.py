"""What stands on real letters, newspapers and folders becomes the structure that TEI has for it."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from corrector.errors import InputError, OutputError
from corrector.formats.material import DocumentMaterial
from corrector.formats.projection import parsed
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.vocabulary import Element
from corrector.formats.tei.writer import write_tei
from corrector.record.entries import Cause, Statement, Status
from corrector.text.marks import Mark
from corrector.text.tokens import Span
from tests.formats.material_makers import Makers

Check = Callable[[bytes], None]
TEI = {"t": "http://www.tei-c.org/ns/1.0"}

FIRST = """SECRET
DECLASSIFIED 4/12/2018
THE WHITE HOUSE
March 14, 1994
Dear Mr. President:
I was pleased to recieve your letter on coopera-
tion in the field of security.

My staff spoke with Kozlov
"""
SECOND = """-2-
about this. Merci beaucoup.
Sincerely,
Anna Hale
His Excellency
Askar Temirov
see file 7
1 A footnote.
"""


def mark(text: str, kind: str, words: str, **fields: str) -> Mark:
    """A mark on the words of a text; on the place behind them where they end with a bar."""
    start = text.index(words.rstrip("|"))
    end = start + len(words.rstrip("|"))
    named = tuple(sorted((name.replace("_", "-"), value) for name, value in fields.items()))
    span = Span(end, end) if words.endswith("|") else Span(start, end)
    return Mark(kind, span, "Ben Example", "2026-11-20T10:00:00+00:00", "", named)


@pytest.fixture
def letter(make: Makers) -> DocumentMaterial:
    first = [
        mark(FIRST, "classification", "SECRET", struck="yes", place="top", hand="archive"),
        mark(FIRST, "stamp", "DECLASSIFIED 4/12/2018", type="declassification",
             date="2018-04-12", place="top", zone="700 20 250 90"),
        mark(FIRST, "letterhead", "THE WHITE HOUSE"),
        mark(FIRST, "dateline", "March 14, 1994", date="1994-03-14"),
        mark(FIRST, "salutation", "Dear Mr. President:"),
        mark(FIRST, "paragraph", FIRST[FIRST.index("I was"):FIRST.index("\n\n")]),
        mark(FIRST, "source-error", "recieve", correction="receive", certainty="high"),
        mark(FIRST, "redaction", "security.\n|", quantity="2", unit="lines", exemption="(b)(1)"),
        mark(FIRST, "paragraph", "My staff spoke with Kozlov"),
        mark(FIRST, "unclear", "Kozlov", reason="overtyped", certainty="medium"),
    ]  # fmt: skip
    second = [
        mark(SECOND, "page-number", "-2-"),
        mark(SECOND, "paragraph", "about this. Merci beaucoup."),
        mark(SECOND, "language", "Merci beaucoup", tag="fr"),
        mark(SECOND, "closing", "Sincerely,"),
        mark(SECOND, "signature", "Anna Hale", hand="author"),
        mark(SECOND, "address", "His Excellency\nAskar Temirov"),
        mark(SECOND, "handwriting", "see file 7", place="margin-left", hand="archive"),
        mark(SECOND, "footnote", "1 A footnote."),
    ]
    old = FIRST.replace("pleased", "p1eased")
    pages = (
        make.page(number=1, versions=make.versions(old, FIRST, marks=first)),
        make.page(number=2, versions=make.versions(SECOND, marks=second)),
    )
    said = {
        "title": "Letter to the President",
        "author": "The Sender",
        "recipient": "Askar Temirov",
        "date": "1994-03-14",
        "place": "Washington",
        "repository": "A Library",
        "collection": "Records",
        "shelfmark": "Box 12",
        "declassification-case": "2015-0000-M",
        "keywords": "Cabinet; visits",
        "language": "en, fr",
        "licence": "https://creativecommons.org/publicdomain/mark/1.0/",
        "editorial-declaration": "Read twice.",
    }
    return make.document(*pages, description=said)


def root_of(document: DocumentMaterial, profile: Profile = Profile.DIPLOMATIC) -> Element:
    return parsed(write_tei(document, profile).content)


def found(root: Element, path: str) -> Any:
    return root.xpath(path, namespaces=TEI)


@pytest.mark.parametrize("profile", Profile)
def test_a_whole_letter_is_valid(letter: DocumentMaterial, schema: Check, profile: Profile) -> None:
    schema(write_tei(letter, profile).content)


@pytest.mark.parametrize("profile", [Profile.DIPLOMATIC, Profile.INLINE])
@pytest.mark.parametrize(
    "path",
    [
        "//t:body/t:div[@type='letter']/t:pb[@facs]",
        "//t:div/t:fw[@type='classification'][@place='top']/t:del[@rend='strikethrough'][@hand]",
        "//t:div/t:note[@type='stamp'][@facs]/t:stamp[@type='declassification'][@when]",
        "//t:zone[@type='region'][@subtype='stamp'][@ulx='700'][@lry='110']",
        "//t:fw[@type='letterhead']",
        "//t:div/t:opener/t:dateline/t:date[@when='1994-03-14']",
        "//t:opener/t:salute[t:lb]",
        "//t:div/t:p[t:lb[@break='no']]",
        "//t:p/t:choice[t:sic='recieve']/t:corr[@cert='high'][.='receive']",
        "//t:gap[@reason='redacted'][@unit='line'][@quantity='2']/t:desc[.='(b)(1)']",
        "//t:p/t:unclear[@reason='overtyped'][@cert='medium'][.='Kozlov']",
        "//t:fw[@type='pageNum']",
        "//t:p/t:foreign[@xml:lang='fr']",
        "//t:div/t:closer/t:salute[normalize-space()='Sincerely,']",
        "//t:closer/t:signed[@hand]",
        "//t:closer/t:address/t:addrLine[.='His Excellency']",
        "//t:address/t:addrLine[.='Askar Temirov']",
        "//t:note[@place='margin-left'][@hand]",
        "//t:note[@type='footnote'][@place='bottom']",
        "//t:handNotes/t:handNote[.='archive']",
        "//t:app/t:rdg[@wit='#wOCR'][.='p1eased']",
        "//t:msIdentifier/t:idno[@type='shelfmark'][.='Box 12']",
        "//t:altIdentifier[@type='declassification-case']/t:idno",
        "//t:correspAction[@type='sent']/t:placeName[.='Washington']",
        "//t:correspAction[@type='received']/t:persName",
        "//t:availability/t:licence[@target]",
        "//t:titleStmt[t:title='Letter to the President']/t:author/t:persName",
        "//t:editorialDecl/t:p[.='Read twice.']",
        "//t:langUsage/t:language[@ident='fr']",
        "//t:textClass/t:keywords[t:term='Cabinet']/t:term[.='visits']",
    ],
)
def test_each_phenomenon_has_its_structure(
    letter: DocumentMaterial, profile: Profile, path: str
) -> None:
    assert found(root_of(letter, profile), path), path


def test_the_reading_text_has_the_letter_without_forme_work(letter: DocumentMaterial) -> None:
    root = root_of(letter, Profile.READING)

    assert (
        found(root, "//t:body//t:fw | //t:body//t:stamp | //t:body//t:lb[not(parent::t:address)]")
        == []
    )
    assert found(root, "//t:opener/t:salute/text()") == ["Dear Mr. President:"]
    words = "".join(found(root, "//t:body//t:p/text()"))
    assert "letter on cooperation in the field of security." in words
    assert found(root, "//t:gap[@reason='redacted']")
    assert found(root, "//t:closer/t:signed/text()") == ["Anna Hale"]
    assert len(found(root, "//t:closer/t:address/t:addrLine")) == 2


def test_what_closes_before_the_text_goes_on_is_a_plain_block(make: Makers, schema: Check) -> None:
    text = "Sincerely\nbut then more\nDear Sir\n"
    marks = [mark(text, "closing", "Sincerely"), mark(text, "salutation", "Dear Sir")]
    document = make.document(make.page(versions=make.versions(text, marks=marks)))

    for profile in Profile:
        schema(write_tei(document, profile).content)
    root = root_of(document)
    assert found(root, "//t:ab/@type") == ["closing", "salutation"]
    assert found(root, "//t:opener | //t:closer") == []


def test_each_heading_after_text_begins_a_division(make: Makers, schema: Check) -> None:
    text = "THE BRIDGE\nThe cost.\nTHE TEA\nPure.\n"
    marks = [mark(text, "heading", "THE BRIDGE"), mark(text, "heading", "THE TEA")]
    document = make.document(make.page(versions=make.versions(text, marks=marks)))

    schema(write_tei(document).content)
    heads = found(root_of(document), "//t:body/t:div/t:head")
    assert ["".join(head.itertext()).strip() for head in heads] == ["THE BRIDGE", "THE TEA"]


def test_a_folder_without_marks_has_no_structure_that_nobody_said(
    make: Makers, schema: Check
) -> None:
    said = Statement(Span(0, 0), cause=Cause.JOINED)
    pages = (
        make.page("Wm. Hnle paid\n", "Wm. Hall paid\n", "Wm. Hale paid\n", number=1),
        make.page("", number=2, status=Status.BLANK),
        make.page(
            number=3,
            versions=make.versions("repalr-\n1ng it\n", "repair-\ning it\n", statements=[said]),
        ),
    )
    document = make.document(*pages, label="scan_folder_17")
    root = root_of(document)

    schema(write_tei(document).content)
    names = {element.tag.rpartition("}")[2] for element in found(root, "//t:body/*")}
    assert names == {"ab"}
    assert found(root, "//t:lem/@varSeq") == ["3"]
    assert found(root, "//t:space[@dim='vertical'][@unit='page']")
    assert found(root, "//t:publicationStmt/t:p/text()") == ["Unpublished working transcription."]


def test_thousands_of_marks_take_their_time_in_proportion(make: Makers) -> None:
    import time

    def seconds(count: int) -> float:
        text = "word " * count
        marks = [
            Mark("confirmed", Span(5 * at, 5 * at + 4), "B", "2026-11-20") for at in range(count)
        ]
        document = make.document(make.page(versions=make.versions(text, marks=marks)))
        before = time.process_time()
        write_tei(document)
        return time.process_time() - before

    few, many = (min(seconds(words) for _ in range(3)) for words in (500, 4000))
    assert many < 16 * max(few, 0.02)


def test_names_become_initials_where_that_is_wished(letter: DocumentMaterial, make: Makers) -> None:
    document = make.document(*letter.pages, wishes={"initials": "yes"})
    content = write_tei(document).content

    assert b"Ada Example" not in content
    assert b"0000-0000" not in content
    assert b"<persName>A. E.</persName>" in content


def test_a_file_that_the_wished_schema_refuses_is_not_handed_out(
    make: Makers, tmp_path: Path, shared: Path
) -> None:
    strict = tmp_path / "strict.rng"
    strict.write_text(
        '<element name="p" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>'
    )

    def wished(schema: Path) -> bytes:
        document = make.document(make.page("a"), wishes={"schema": str(schema)})
        return write_tei(document).content

    with pytest.raises(OutputError, match=r"not valid .* Line \d+"):
        wished(strict)
    with pytest.raises(InputError, match="cannot be read"):
        wished(tmp_path / "missing.rng")
    (tmp_path / "broken.rng").write_text("<grammar")
    with pytest.raises(InputError, match="cannot be read"):
        wished(tmp_path / "broken.rng")
    assert wished(shared / "schemas" / "tei_profile_archival.rng")


def test_the_same_marks_in_any_nesting_keep_their_ids(letter: DocumentMaterial) -> None:
    first, again = write_tei(letter), write_tei(letter)
    assert first == again
    ids = found(parsed(first.content), "//t:body//@xml:id")
    assert all(one != other for one, other in pairwise(sorted(ids)))


def test_marks_in_marks_without_end_are_written_and_read_back(make: Makers, schema: Check) -> None:
    text = "x" * 1000
    kinds = ["underlined", "classification", "source-error", "stamp"]
    marks = [
        Mark(kinds[at % 4], Span(at, 1000 - at), "B", "2026-11-20", "", (("struck", "yes"),))
        for at in range(400)
    ]
    document = make.document(make.page(versions=make.versions(text, marks=marks)))

    for profile in Profile:
        schema(write_tei(document, profile).content)


def test_the_table_of_changes_has_initials_too(make: Makers) -> None:
    wishes = {"initials": "yes", "changes": "yes"}
    document = make.document(make.page("one tow", "one two"), wishes=wishes)

    ((_, table),) = write_tei(document).beside

    assert b"A. E." in table
    assert b"Ada" not in table
    assert b"orcid" not in table
