"""TEI files: what an archivist finds in them."""

from collections.abc import Callable
from typing import Any

import pytest

from corrector.formats.material import DocumentMaterial
from corrector.formats.projection import View, parsed, texts_of_pages
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.vocabulary import Element
from corrector.formats.tei.writer import write_tei
from corrector.ocr.words import EngineDescription, Reading, Word
from corrector.record.entries import Cause, Correction, Origin, Statement, Status
from corrector.scans.geometry import Box
from corrector.text.decoding import TextForm
from corrector.text.marks import Mark
from corrector.text.tokens import Span
from tests.formats.material_makers import Makers

Check = Callable[[bytes], None]
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


def written(document: DocumentMaterial, profile: Profile = Profile.DIPLOMATIC) -> Element:
    return parsed(write_tei(document, profile).content)


def found(root: Element, path: str) -> Any:
    return root.xpath(path, namespaces=TEI)


def body_of(document: DocumentMaterial, profile: Profile = Profile.DIPLOMATIC) -> str:
    content = write_tei(document, profile).content.decode()
    return content.partition("<body>\n")[2].partition("</body>")[0]


def test_lines_blocks_and_divided_words_stand_as_on_the_page(make: Makers) -> None:
    text = "First coopera-\ntion, Anglo-\nAmerican\n\n\nNext"

    assert body_of(make.document(make.page(text, scan=None))) == (
        '<ab><pb n="[1]" xml:id="pb001"/>\n'
        '<lb n="1"/>First coopera-<lb n="2" break="no"/>tion, Anglo-'
        '<lb n="3" break="maybe"/>American\n<lb/>\n<lb/></ab>\n'
        '<ab><lb n="4"/>Next</ab>\n'
    )


def test_a_correction_is_an_entry_that_says_who_when_and_why(make: Makers, schema: Check) -> None:
    said = Statement(Span(2, 9), cause=Cause.MISREAD_CHARACTER, note="1 for l", evidence="scan")
    versions = make.versions("I p1eased\n", "I pleased\n", statements=[said])
    root = written(make.document(make.page(versions=versions)))

    (app,) = found(root, "//t:app")
    (seg,) = found(root, "//t:body//t:seg")
    lem, rdg, note = app
    assert app.get("from") == app.get("to") == "#" + seg.get(ID)
    assert (seg.text, lem.text, rdg.text) == ("pleased", "pleased", "p1eased")
    assert dict(lem.attrib) == {
        "wit": "#wIMG",
        "resp": "#resp.2",
        "change": "#rev.001.1",
        "cert": "unknown",
    }
    assert rdg.get("wit") == "#wOCR"
    assert rdg.get("cause") == "misread-character"
    assert note[0].get("when") == "2026-11-02T10:00:00+00:00"
    assert note[0].tail == "1 for l"
    assert found(note, "t:note[@type='evidence']/text()") == ["scan"]
    assert found(root, "//t:respStmt[@xml:id='resp.2']/t:persName/text()") == ["Ada Example"]
    assert found(root, "//t:respStmt[@xml:id='resp.1']/t:name/text()") == ["tesseract 5.3.0"]


def test_a_place_corrected_twice_is_one_entry_with_numbered_readings(make: Makers) -> None:
    root = written(make.document(make.page("Wm. Hnle\n", "Wm. Hall\n", "Wm. Hale\n")))

    (app,) = found(root, "//t:app")
    readings = [(one.text, one.get("varSeq"), one.get("change")) for one in app[:3]]
    assert readings == [
        ("Hale", "3", "#rev.001.2"),
        ("Hall", "2", "#rev.001.1"),
        ("Hnle", "1", "#rev.001.0"),
    ]
    assert app[1].get("wit") is None
    assert found(root, "//t:body//t:seg/@change") == ["#rev.001.1 #rev.001.2"]


def test_what_was_changed_and_changed_back_is_no_entry_but_stays_in_the_history(
    make: Makers,
) -> None:
    root = written(make.document(make.page("one two\n", "one tow\n", "one two\n")))

    assert found(root, "//t:app | //t:standOff | //t:body//t:seg") == []
    assert len(found(root, "//t:revisionDesc//t:change")) == 3


def test_an_error_of_the_source_is_sic_and_corr_and_no_entry(make: Makers, schema: Check) -> None:
    said = Statement(Span(3, 10), cause=Cause.SOURCE_ERROR, note="typist")
    versions = make.versions("to recieve it\n", "to receive it\n", statements=[said])
    document = make.document(make.page(versions=versions))
    root = written(document)

    assert found(root, "//t:app") == []
    assert found(root, "//t:choice/t:sic/text()") == ["recieve"]
    assert found(root, "//t:choice/t:corr[@resp and @change]/text()") == ["receive"]
    assert found(root, "//t:standOff/t:note/@target") == ["#e001_0001"]
    assert found(root, "//t:choice/@xml:id") == ["e001_0001"]
    assert texts_of_pages(root, View.DIPLOMATIC) == ["to recieve it\n"]
    assert texts_of_pages(root, View.CURRENT) == ["to receive it\n"]
    assert "<choice>" not in body_of(document, Profile.READING)


def test_a_misreading_of_an_error_of_the_source_has_both(make: Makers, schema: Check) -> None:
    said = Statement(Span(3, 10), cause=Cause.SOURCE_ERROR)
    texts = ("to rccieve it", "to recieve it", "to receive it")
    document = make.document(make.page(versions=make.versions(*texts, statements=[said])))

    for profile in (Profile.DIPLOMATIC, Profile.INLINE):
        root = written(document, profile)
        schema(write_tei(document, profile).content)
        assert found(root, "//t:app/t:lem/text()") == ["recieve"]
        assert found(root, "//t:app/t:rdg/text()") == ["rccieve"]
        assert [texts_of_pages(root, view)[0] for view in View] == [texts[2], texts[1], texts[0]]


def test_deleted_noise_is_an_anchor_and_missing_words_an_empty_reading(make: Makers) -> None:
    root = written(make.document(make.page("one ·; two three", "one two and three")))

    noise, missing = found(root, "//t:app")
    assert noise.find("t:lem", TEI).text is None
    assert "·;" in noise.find("t:rdg", TEI).text
    assert noise.get("from") == noise.get("to")
    assert missing.find("t:rdg", TEI).text is None
    assert "and" in missing.find("t:lem", TEI).text
    assert len(found(root, "//t:body//t:anchor")) == 1


def test_a_correction_over_a_line_end_stands_between_two_anchors(make: Makers) -> None:
    old, new = "for repalr1ng the", "for repair-\ning the"
    correction = Correction("repalr1ng", "repair-\ning", Span(4, 13), Span(4, 15), Cause.JOINED)
    versions = make.versions(old, new, corrections=[correction])
    root = written(make.document(make.page(versions=versions)))

    (app,) = found(root, "//t:app")
    assert (app.get("from"), app.get("to")) == ("#a001_0001s", "#a001_0001e")
    assert len(found(app, "t:lem/t:lb")) == 1
    assert texts_of_pages(root, View.MACHINE) == [old]


def test_an_editorial_change_is_told_from_a_misreading(make: Makers) -> None:
    said = Statement(Span(0, 3), cause=Cause.EDITORIAL)
    versions = make.versions("Hs. A", "MS. A", statements=[said])
    root = written(make.document(make.page(versions=versions)))

    assert found(root, "//t:app/@type") == ["editorial"]
    assert found(root, "//t:app/t:lem/@wit") == []


def test_lines_have_zones_inside_the_scan(make: Makers, schema: Check) -> None:
    boxes = (Box(-5, 10, 2000, 20), None, Box(0, 5000, 10, 10), Box(3, 4, 5, 6))
    document = make.document(make.page("a\n\nb\nc", scan="s c.jpg", line_boxes=boxes))
    root = written(document)

    assert [dict(zone.attrib) for zone in found(root, "//t:zone")] == [
        {ID: "f001_l001", "type": "line", "ulx": "0", "uly": "10", "lrx": "1000", "lry": "30"},
        {ID: "f001_l004", "type": "line", "ulx": "3", "uly": "4", "lrx": "8", "lry": "10"},
    ]
    assert found(root, "//t:lb/@facs") == ["#f001_l001", "#f001_l004"]
    assert found(root, "//t:graphic/@url") == ["s%20c.jpg"]


def test_boxes_of_an_untouched_reading_are_used_and_the_engine_is_named(
    make: Makers, schema: Check
) -> None:
    words = (
        Word("Dear", Span(0, 4), Box(10, 20, 30, 10), 0.9, 0, 0),
        Word("Sir", Span(5, 8), Box(50, 22, 30, 10), None, 0, 0),
        Word("we", Span(9, 11), Box(10, 40, 30, 10), 0.9, 0, 1),
    )
    engine = EngineDescription("Tesseract", "v5.3.0-2 beta", ("eng", "deu"), {"psm": "3"})
    reading = Reading("Dear Sir\nwe\n", words, 100, 200, engine)
    page = make.page(reading.text, reading=reading, scan_width=None, scan_height=None)
    document = make.document(page)
    root = written(document)

    schema(write_tei(document).content)
    assert [zone.get("lrx") for zone in found(root, "//t:zone")] == ["80", "40"]
    assert "languages eng+deu; psm=3" in found(root, "//t:application[1]/t:desc/text()")[0]


def test_transcripts_without_scans_are_documents_too(make: Makers, schema: Check) -> None:
    source = make.source(TextForm(), path="tränscript 1.txt")
    versions = make.versions("he said\n", "she said\n", origin=Origin.IMPORTED)
    page = make.page(versions=versions, scan=None, source=source)
    document = make.document(page, languages=("en",))
    root = written(document)

    schema(write_tei(document).content)
    assert found(root, "//t:facsimile | //t:witness[@xml:id='wIMG'] | //t:lem/@wit") == []
    assert found(root, "//t:listBibl[@type='imported-texts']//t:title/text()") == [
        "tränscript 1.txt"
    ]
    assert found(root, "//t:language/@ident") == ["en"]


def test_pages_without_text_are_blank_or_not_transcribed(make: Makers, schema: Check) -> None:
    document = make.document(
        make.page("", number=1, status=Status.BLANK),
        make.page(number=2),
        make.page(number=3, status=Status.BLANK),
        make.page("noise", "", number=4),
    )
    root = written(document)

    schema(write_tei(document).content)
    assert [element.tag.rpartition("}")[2] for element in found(root, "//t:space | //t:gap")] == [
        "space",
        "gap",
        "space",
        "space",
    ]
    assert texts_of_pages(root, View.MACHINE) == ["", "", "", "noise"]


@pytest.mark.parametrize("text", ["one\ntwo", "\ntwo", "one\n", "coopera-\n \ntion\n "])
def test_what_the_machine_read_on_a_page_that_was_emptied_comes_back(
    make: Makers, schema: Check, text: str
) -> None:
    content = write_tei(make.document(make.page(text, "")), Profile.DIPLOMATIC).content
    schema(content)
    assert texts_of_pages(parsed(content), View.MACHINE) == [text]


def test_a_document_without_pages_is_valid(make: Makers, schema: Check) -> None:
    for profile in Profile:
        schema(write_tei(make.document(), profile).content)


def test_control_characters_are_left_out_and_it_says_so(make: Makers, schema: Check) -> None:
    written_file = write_tei(make.document(make.page("a\x0cb\x00\n", "a\x0cb\n")))

    schema(written_file.content)
    assert "U+0000, U+000C" in str(written_file.notices[0])
    assert b"U+0000, U+000C" in written_file.content
    assert texts_of_pages(parsed(written_file.content), View.CURRENT) == ["ab\n"]


def test_marks_become_elements_or_anchors_with_a_note(make: Makers, schema: Check) -> None:
    def mark(kind: str, start: int, end: int) -> Mark:
        return Mark(kind, Span(start, end), "Ben Example", "2026-11-20T10:00:00Z", "so")

    text = "SECRET\nDear Mr. Kozlov\nend"
    kinds = [
        mark("classification", 0, 6),
        mark("unclear", 16, 22),
        mark("doubtful", 12, 18),
        mark("stamp", 5, 11),
        mark("signature", 23, 26),
        mark("redaction", 26, 26),
        mark("confirmed", 90, 99),
    ]
    document = make.document(make.page(versions=make.versions(text, marks=kinds)))
    root = written(document)

    for profile in Profile:
        schema(write_tei(document, profile).content)
    (classification,) = found(root, "//t:fw[@type='classification']")
    assert "".join(classification.itertext()) == "SECRET"
    assert len(found(root, "//t:body//t:unclear")) == 1
    assert len(found(root, "//t:body//t:anchor")) == 4
    assert [one.tag.rpartition("}")[2] for one in found(root, "//t:closer/*")] == ["signed"]
    assert found(root, "//t:body//t:gap/@reason") == ["redacted"]
    assert len(found(root, "//t:note[@type='mark'][@targetEnd]")) == 2
    assert len(found(root, "//t:note[@type='mark'][@resp='#resp.2']")) == 6


def test_history_is_newest_first_across_pages_and_says_how_far_the_work_is(make: Makers) -> None:
    pages = (
        make.page("a", "b", number=1, status=Status.VALIDATED),
        make.page("c", "d", "e", number=2, status=Status.PROOFREAD),
    )
    root = written(make.document(*pages))

    changes = found(root, "//t:change/@xml:id")
    assert changes == ["rev.002.2", "rev.002.1", "rev.001.1", "rev.002.0", "rev.001.0"]
    assert found(root, "//t:revisionDesc/@status") == ["candidate"]
    assert found(root, "//t:correction/@status") == ["medium"]
    assert found(root, "//t:change[1]/t:note/@type") == ["reason", "evidence"]


def test_each_cause_has_its_category(make: Makers) -> None:
    root = written(make.document())

    assert found(root, "//t:category/@xml:id") == [f"cause.{cause.value}" for cause in Cause]


def test_the_reading_profile_has_no_lines_and_joins_divided_words(make: Makers) -> None:
    body = body_of(
        make.document(make.page("coopera-\ntion w1th\n", "coopera-\ntion with\n")), Profile.READING
    )

    assert body == '<ab><pb n="[1]" facs="#f001" xml:id="pb001"/>cooperation with</ab>\n'
