"""From what a person names to installed models."""

import pytest

from corrector.errors import MissingProgramError, UsageError
from corrector.ocr.languages import choose_languages

INSTALLED = ("chi_sim", "deu", "deu_latf", "eng", "fra", "frak2021", "nor", "osd", "srp_latn")


@pytest.mark.parametrize(
    ("requested", "chosen"),
    [
        ("en", ("eng",)),
        ("eng", ("eng",)),
        ("EN", ("eng",)),
        ("en-GB", ("eng",)),
        ("de+fr", ("deu", "fra")),
        ("ger, fre", ("deu", "fra")),
        ("eng+deu+en", ("eng", "deu")),
        ("de-Latf", ("deu_latf",)),
        ("sr-Latn", ("srp_latn",)),
        ("zh", ("chi_sim",)),
        ("zh-Hans", ("chi_sim",)),
        ("nb", ("nor",)),
        ("Frak2021", ("frak2021",)),
    ],
)
def test_codes_of_two_or_three_letters_find_the_installed_model(
    requested: str, chosen: tuple[str, ...]
) -> None:
    assert choose_languages(requested, INSTALLED) == chosen


@pytest.mark.parametrize("nothing", [None, "", " + "])
def test_without_a_request_english_is_chosen(nothing: str | None) -> None:
    assert choose_languages(nothing, INSTALLED) == ("eng",)


def test_without_a_request_and_without_english_the_first_model_that_reads_is_chosen() -> None:
    assert choose_languages(None, ("osd", "pol")) == ("pol",)


def test_a_language_that_is_not_installed_is_named_with_its_package() -> None:
    with pytest.raises(MissingProgramError, match="tesseract-ocr-pol”") as raised:
        choose_languages("en+pl", ("eng", "fra", "osd"))
    assert "eng, fra" in str(raised.value)


def test_a_script_that_is_not_installed_is_named_as_its_package_is() -> None:
    with pytest.raises(MissingProgramError, match="tesseract-ocr-aze-cyrl”"):
        choose_languages("az-Cyrl", ())


def test_orientation_detection_is_no_language() -> None:
    with pytest.raises(MissingProgramError):
        choose_languages(None, ("osd",))
    with pytest.raises(UsageError):
        choose_languages("osd", INSTALLED)


@pytest.mark.parametrize("nonsense", ["q", "zq1", "english!", "-l", "deu;$HOME", "../deu"])
def test_what_is_no_language_is_refused_with_an_example(nonsense: str) -> None:
    with pytest.raises(UsageError, match=r"deu\+eng"):
        choose_languages(nonsense, ("deu", "fra"))
