"""Reads the scans of the samples a second time, another way, as evidence for training.

    python tests/evaluation/second_readings.py FOLDER

Writes FOLDER/SET/PAGE.tsv: Tesseract, psm 4, on the scan at another size with stretched contrast.
"""

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageOps
from suspicion_pairs import SHARED

LANGUAGES = {
    "ehri_en": "eng",
    "stanford1905_en": "eng",
    "ehri_de": "deu",
    "tapuscorpus_fr": "fra",
}
_SIZES = {"ehri_de": 1.5}
_USUAL_SIZE = 0.7
_SUFFIXES = (".jpg", ".jpeg", ".png", ".tif")


def read(scan: Path, target: Path, language: str, size: float) -> None:
    """Write what Tesseract reads on `scan`, enlarged by `size`, beside `target`."""
    with Image.open(scan) as opened:
        image = ImageOps.autocontrast(opened.convert("L"), cutoff=2)
    prepared = target.with_suffix(".png")
    image.resize((int(image.width * size), int(image.height * size))).save(prepared)
    command = ["tesseract", str(prepared), str(target.with_suffix("")), "-l", language]
    subprocess.run(
        [*command, "--psm", "4", "tsv"],
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        check=True,
        capture_output=True,
    )
    prepared.unlink()


def main() -> None:
    folder = Path(sys.argv[1])
    for name, language in LANGUAGES.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        for scan in sorted((SHARED / "samples" / name).iterdir()):
            target = folder / name / f"{scan.stem}.tsv"
            if scan.suffix in _SUFFIXES and not target.exists():
                read(scan, target, language, _SIZES.get(name, _USUAL_SIZE))


if __name__ == "__main__":
    main()
