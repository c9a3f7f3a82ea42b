"""The table of formats, and file names that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrector.errors import UsageError
from corrector.formats.file_names import distinct_stems, safe_stem
from corrector.formats.registry import FORMATS, format_named
from corrector.formats.written import CannotHoldError
from tests.formats.material_makers import Makers
from tests.formats.placed_makers import placed_page


def test_every_profile_of_every_format_writes_a_file(make: Makers) -> None:
    page = placed_page(make, "wrnng\n", "wrong\n")
    document = make.document(page, label="Letter 1: a/b")

    for entry in FORMATS.values():
        for profile in () if entry.package else entry.profiles:
            written = entry.write(document, profile)
            assert written.name == f"Letter 1_ a_b{entry.suffix}"
            assert written.content


def test_every_format_and_profile_has_a_title_of_its_own() -> None:
    titles = [entry.title for entry in FORMATS.values()]

    assert len(set(titles)) == len(titles)
    for entry in FORMATS.values():
        assert all(kind.title for kind in entry.profiles.values())


def test_a_package_is_not_one_file(make: Makers) -> None:
    with pytest.raises(CannotHoldError, match="folder"):
        FORMATS["bag"].write(make.document())


def test_the_usual_profiles_are_as_on_the_page_and_diplomatic() -> None:
    assert FORMATS["txt"].usual_profile == "page"
    assert FORMATS["tei"].usual_profile == "diplomatic"


def test_unknown_formats_and_profiles_are_refused_with_what_there_is(make: Makers) -> None:
    with pytest.raises(UsageError, match="tei"):
        format_named("docx")
    with pytest.raises(UsageError, match="diplomatic"):
        format_named("tei").write(make.document(), "pretty")


@pytest.mark.parametrize(
    ("label", "stem"),
    [
        ("Brief Nr. 3", "Brief Nr. 3"),
        ("a/b\\c:d", "a_b_c_d"),
        ("Müller", "Müller"),
        ("  .. ", "untitled"),
        ("", "untitled"),
        ("CON", "_CON"),
        ("nul.2", "_nul.2"),
        ("trailing. ", "trailing"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("bad\udcff\x00name", "bad_name"),
    ],
)
def test_labels_become_names_that_every_system_takes(label: str, stem: str) -> None:
    assert safe_stem(label) == stem


@given(st.text(max_size=300))
def test_stems_are_short_and_stay_what_they_are(label: str) -> None:
    stem = safe_stem(label)

    assert 0 < len(stem.encode()) <= 121
    assert safe_stem(stem) == stem
    assert not set(stem) & set('/\\:*?"<>|\0\n')


def test_equal_labels_get_different_names() -> None:
    assert distinct_stems(["Letter", "letter", "a/b", "a:b"]) == [
        "Letter",
        "letter-2",
        "a_b",
        "a_b-2",
    ]
