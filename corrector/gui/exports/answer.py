"""What a person wants exported, as the dialog says it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from corrector.tasks.export_choice import Scope


@dataclass(frozen=True, slots=True)
class ExportAnswer:
    """What is to be exported.

    Attributes:
        format: by name.
        profile: its kind; empty where the format has none.
        scope: how much of the collection.
        unit: what goes into one file, by the value of the unit.
        wishes: values of the format's options, those left out that are meant anyway.
        folder: where to.
    """

    format: str
    profile: str
    scope: Scope
    unit: str
    wishes: Mapping[str, str]
    folder: Path
