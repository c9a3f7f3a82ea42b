"""TEI files are checked before they are handed out, are valid, and are written in time."""

import shutil
import subprocess
import time
from pathlib import Path

import pytest
from lxml import etree

from corrector.formats.tei import writer
from corrector.formats.tei.invariants import InvariantError, check_invariants
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.writer import write_tei
from corrector.record.entries import Cause, Statement
from corrector.scans.geometry import Box
from corrector.text.marks import Mark
from corrector.text.tokens import Span
from tests.formats.material_makers import Makers


def test_a_file_that_says_something_else_is_never_handed_out(
    make: Makers, monkeypatch: pytest.MonkeyPatch
) -> None:
    serialised = writer._serialised
    monkeypatch.setattr(writer, "_serialised", lambda r: serialised(r).replace(b"word", b"ward"))
    with pytest.raises(InvariantError, match="current text"):
        write_tei(make.document(make.page("word")))


@pytest.mark.parametrize(
    ("true", "false", "fault"),
    [
        (b">pleased<", b">pleasd<", "current text"),
        (b"p1eased", b"p2eased", "machine text"),
        (b'from="#s001_0001"', b'from="#s9"', "points at nothing"),
        (b'lrx="900"', b'lrx="9000"', "not inside"),
        (b'<lem wit="#wIMG" resp="#resp.2"', b'<lem wit="#wIMG"', "does not say who"),
        (b'lb n="1" facs="#f001_l001"', b'lb n="1" facs="#f002_l001"', "not on the page"),
    ],
)  # fmt: skip
def test_each_fault_in_a_file_is_found(make: Makers, true: bytes, false: bytes, fault: str) -> None:
    page = make.page("p1eased", "pleased", line_boxes=(Box(0, 0, 900, 20),))
    document = make.document(page, make.page("b", number=2, line_boxes=(Box(0, 0, 9, 9),)))
    content = write_tei(document).content
    broken = content.replace(true, false)
    assert broken != content

    with pytest.raises(InvariantError, match=fault):
        check_invariants(broken, document, Profile.DIPLOMATIC)


def test_an_id_given_twice_makes_the_file_unreadable(make: Makers) -> None:
    document = make.document(make.page("a"))
    content = write_tei(document).content.replace(b'xml:id="pb001"', b'xml:id="f001"')

    with pytest.raises(etree.XMLSyntaxError, match="already defined"):
        check_invariants(content, document, Profile.DIPLOMATIC)


@pytest.mark.slow
def test_jing_finds_the_profiles_valid_in_the_whole_of_tei(
    make: Makers, shared: Path, tmp_path: Path
) -> None:
    jing = shutil.which("jing")
    if jing is None:
        pytest.skip("jing is not installed")
    said = Statement(Span(8, 15), cause=Cause.SOURCE_ERROR)
    marks = [Mark("stamp", Span(0, 7), "Ben Example", "2026-11-20", "x")]
    texts = ("P1ease, rccieve\n\nit", "Please, recieve\n\nit", "Please, receive\n\nit all")
    versions = make.versions(*texts, statements=[said], marks=marks)
    page = make.page(versions=versions, line_boxes=(Box(1, 2, 3, 4),))
    files = []
    for profile in Profile:
        file = tmp_path / f"{profile.value}.xml"
        file.write_bytes(write_tei(make.document(page, make.page(number=2)), profile).content)
        files.append(str(file))
    schema = str(shared / "schemas" / "tei_all.rng")

    result = subprocess.run([jing, schema, *files], capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("profile", Profile)
def test_eight_times_the_lines_take_about_eight_times_as_long(
    make: Makers, profile: Profile
) -> None:
    def seconds(lines: int) -> float:
        document = make.document(make.page("a line of text\n\n" * (lines // 2)))
        before = time.process_time()
        write_tei(document, profile)
        return time.process_time() - before

    # Where every line cost as much as all lines before it, eight times would be sixty-four. The
    # best of three, for now and then the garbage of all other tests is collected meanwhile.
    few, many = (min(seconds(lines) for _ in range(3)) for lines in (2_000, 16_000))
    assert many < 24 * max(few, 0.01)
