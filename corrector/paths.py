"""Where Corrector keeps its own files: settings, caches, and the resources it ships with."""

import os
from pathlib import Path
from typing import Final

from platformdirs import PlatformDirs

HOME_VARIABLE: Final = "CORRECTOR_HOME"
"""Environment variable that moves settings and caches below one folder (tests, portable use)."""

_PACKAGE: Final = Path(__file__).resolve().parent


def resources() -> Path:
    """Return the folder of shipped resources, in an installed package or in a checkout."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def settings_folder() -> Path:
    """Return the folder of the person's settings; it may not exist yet."""
    return _below("settings", PlatformDirs("corrector", appauthor=False).user_config_path)


def cache_folder() -> Path:
    """Return the folder of rebuildable previews and thumbnails; it may not exist yet."""
    return _below("cache", PlatformDirs("corrector", appauthor=False).user_cache_path)


def data_folder() -> Path:
    """Return the folder of records whose own folder is read-only; it may not exist yet."""
    return _below("data", PlatformDirs("corrector", appauthor=False).user_data_path)


def _below(name: str, usual: Path) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home) / name if home else usual
