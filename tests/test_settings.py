import logging
from pathlib import Path

import pytest

from corrector.settings import Settings, load_settings, save_settings


def test_settings_that_were_saved_come_back(home: Path) -> None:
    settings = Settings(person_name="Ü. Reader", threshold=0.4, shortcuts={"save": "F2"})
    save_settings(settings)
    assert load_settings() == settings


def test_only_what_differs_is_written(home: Path) -> None:
    save_settings(Settings(text_size=14))
    assert (home / "settings" / "settings.toml").read_text() == "text_size = 14\n"


def test_without_a_file_the_defaults_hold() -> None:
    assert load_settings() == Settings()


def test_a_broken_file_is_kept_aside_and_the_defaults_hold(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (home / "settings").mkdir()
    (home / "settings" / "settings.toml").write_bytes(b"person_name = \xff")
    with caplog.at_level(logging.WARNING):
        assert load_settings() == Settings()
    assert "defaults are used" in caplog.text
    assert (home / "settings" / "settings.broken.toml").read_bytes() == b"person_name = \xff"


def test_a_value_of_the_wrong_type_does_not_spoil_the_others(
    home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (home / "settings").mkdir()
    (home / "settings" / "settings.toml").write_text(
        'text_size = "big"\nthreshold = 1\nshortcuts = 3\nunknown = 4\n'
    )
    with caplog.at_level(logging.WARNING):
        assert load_settings() == Settings(threshold=1.0)
    assert "text_size" in caplog.text
