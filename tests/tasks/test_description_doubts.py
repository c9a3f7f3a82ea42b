"""Which dates and languages programs understand."""

import pytest

from corrector.tasks.description_doubts import doubts_about


@pytest.mark.parametrize("said", ["", "1939", "1939-05", "1939-05-19", " 1940-02-29 "])
def test_a_date_as_iso_writes_it_raises_no_doubt(said: str) -> None:
    assert not doubts_about({"date": said, "date-received": said})


@pytest.mark.parametrize(
    "said", ["May 1939", "1939-13", "1939-02-30", "19.5.1939", "0000", "1939-5-9", "\u0661939"]
)
def test_other_dates_are_told_and_named(said: str) -> None:
    doubts = doubts_about({"date": said})

    assert list(doubts) == ["date"]
    assert f"“{said}”" in str(doubts["date"])


@pytest.mark.parametrize("said", ["en", "en, de", "fr-CA+de", "grc"])
def test_language_codes_raise_no_doubt(said: str) -> None:
    assert not doubts_about({"language": said})


@pytest.mark.parametrize("said", ["english", "en, Deutsch", "EN"])
def test_other_languages_are_told(said: str) -> None:
    assert list(doubts_about({"language": said})) == ["language"]
