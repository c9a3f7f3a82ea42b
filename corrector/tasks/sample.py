"""The sample collection: shipped read-only, worked on as the person's own copy."""

import shutil
from pathlib import Path

from corrector.errors import unwritable
from corrector.paths import data_folder, resources


def sample_folder() -> Path:
    """Return the folder of the person's copy of the sample, made where it is missing.

    Raises:
        OutputError: if it cannot be made.
    """
    target = data_folder() / "sample"
    try:
        target.mkdir(parents=True, exist_ok=True)
        for file in sorted((resources() / "sample").iterdir()):
            if file.is_file() and not (target / file.name).exists():
                shutil.copyfile(file, target / file.name)
    except OSError as error:
        raise unwritable(target, error) from error
    return target
