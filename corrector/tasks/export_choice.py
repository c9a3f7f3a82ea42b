"""What a person chose when exporting a collection, kept among her settings for the next time."""

import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from corrector.atomic import write_whole
from corrector.paths import settings_folder

log = logging.getLogger(__name__)


class Scope(StrEnum):
    """How much is exported."""

    PAGE = "page"
    DOCUMENT = "document"
    COLLECTION = "collection"


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """How one format is written.

    Attributes:
        profile: its kind; empty for the usual one.
        unit: what goes into one file; empty for what is usual.
        wishes: values of its options.
    """

    profile: str = ""
    unit: str = ""
    wishes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen in a collection.

    Attributes:
        format: by name; empty where nothing was chosen yet.
        scope: how much.
        folder: where to; empty where nothing was chosen yet.
        formats: how each format was written the last time.
    """

    format: str = ""
    scope: Scope | None = None
    folder: str = ""
    formats: Mapping[str, FormatChoice] = field(default_factory=dict)


def remembered_choice(identifier: str) -> ExportChoice:
    """Return what was chosen in the collection called `identifier`.

    What cannot be read counts as not chosen, with a warning in the log.
    """
    path = _place(identifier)
    try:
        return _choice(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return ExportChoice()
    except (OSError, ValueError, TypeError, AttributeError) as error:
        log.warning("What was exported last, in %s, cannot be read: %s", path, error)
        return ExportChoice()


def remember_choice(identifier: str, choice: ExportChoice) -> None:
    """Keep `choice` for the next time; the file is written whole or not at all.

    Raises:
        OutputError: if it cannot be written; what was kept before is unchanged.
    """
    said = json.dumps(asdict(choice), ensure_ascii=False, indent=2)
    write_whole(_place(identifier), [said.encode(), b"\n"])


def _place(identifier: str) -> Path:
    return settings_folder() / "exports" / f"{identifier}.json"


def _choice(stored: Mapping[str, Any]) -> ExportChoice:
    """Return what is stored, as far as every part is of its kind."""
    scope = stored.get("scope")
    return ExportChoice(
        format=str(stored.get("format", "")),
        scope=Scope(scope) if scope else None,
        folder=str(stored.get("folder", "")),
        formats={
            str(name): FormatChoice(
                str(one.get("profile", "")),
                str(one.get("unit", "")),
                {str(wish): str(value) for wish, value in one.get("wishes", {}).items()},
            )
            for name, one in stored.get("formats", {}).items()
        },
    )
