"""The person's settings: a typed dataclass in a small text file that holds what differs."""

import dataclasses
import logging
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from corrector.atomic import write_whole
from corrector.paths import settings_folder

FILE_NAME: Final = "settings.toml"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can set; every field has a default that works.

    Attributes:
        person_name: who makes versions; asked once.
        person_identifier: an ORCID or the like; may stay empty.
        languages: of the texts, as in ``en+de``; empty means: guess.
        threshold: score from which a suspicion is shown; 0 means: the engine's own default.
        hidden_kinds: of suspicions that are not shown, as in ``digits+scan``.
        time_limit: seconds that the recognition of one page may take.
        preparation: what is done to a scan before it is read: ``auto``, ``none``, or the name of
            one way (``corrector ocr --preparation``).
        colour_scheme: ``system``, ``light`` or ``dark``.
        text_size: of the editor in points.
        compare_beside: whether compared texts stand side by side.
        compare_unit: what is compared as a whole: ``character`` or ``word``.
        line_view: whether each line of the scan stands above its text.
        scan_beside_lines: whether the whole scan is shown beside the line view, too.
        mark_keys: phenomena that Alt and a digit mark, by digit, where they differ from the table.
        shortcuts: keys that differ from the table of actions, by the action's name.
    """

    person_name: str = ""
    person_identifier: str = ""
    languages: str = ""
    threshold: float = 0.0
    hidden_kinds: str = ""
    time_limit: float = 180.0
    preparation: str = "auto"
    colour_scheme: str = "system"
    text_size: int = 10
    compare_beside: bool = False
    compare_unit: str = "character"
    line_view: bool = False
    scan_beside_lines: bool = False
    mark_keys: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    shortcuts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def load_settings() -> Settings:
    """Return the person's settings; what cannot be understood counts as not set, with a warning."""
    path = settings_folder() / FILE_NAME
    try:
        stored = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        log.warning("The settings in %s cannot be read (%s); defaults are used.", path, error)
        _keep_aside(path)
        return Settings()
    return _decoded(stored)


def save_settings(settings: Settings) -> None:
    """Write what differs from the defaults.

    Raises:
        OutputError: if the file cannot be written; the old one is unchanged.
    """
    import tomli_w  # only for writing: the window reads its settings before it shows

    defaults = Settings()
    sparse = {
        name.name: _plain(getattr(settings, name.name))
        for name in dataclasses.fields(settings)
        if getattr(settings, name.name) != getattr(defaults, name.name)
    }
    write_whole(settings_folder() / FILE_NAME, [tomli_w.dumps(sparse).encode()])


def _plain(value: object) -> object:
    return dict(value) if isinstance(value, Mapping) else value


def _decoded(stored: Mapping[str, object]) -> Settings:
    defaults = Settings()
    values: dict[str, object] = {}
    for name in dataclasses.fields(defaults):
        if name.name not in stored:
            continue
        value = _fitting(stored[name.name], getattr(defaults, name.name))
        if value is None:
            log.warning("The setting %s has an unusable value; its default is used.", name.name)
        else:
            values[name.name] = value
    return dataclasses.replace(defaults, **values)  # type: ignore[arg-type]


def _fitting(value: object, default: object) -> object:
    """Return `value` in the type of `default`, or None when it does not fit."""
    if isinstance(default, Mapping):
        if not isinstance(value, dict):
            return None
        return MappingProxyType({str(key): str(item) for key, item in value.items()})
    if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value if type(value) is type(default) else None


def _keep_aside(path: Path) -> None:
    """Keep a broken settings file under another name, so that the next save does not destroy it."""
    try:
        path.replace(path.with_suffix(".broken.toml"))
    except OSError as error:
        log.warning("%s could not be kept aside: %s", path, error)
