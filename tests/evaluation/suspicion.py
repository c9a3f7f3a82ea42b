"""Measures the suspicion engine on pairs of recognised and right text.

    python tests/evaluation/suspicion.py [--evidence text|confidence] [--shipped] [SET ...]

Sets are those of `$CORRECTOR_SHARED/samples`: ehri_en stanford1905_en ehri_de tapuscorpus_fr
text_overproof text_icdar2017. Sets that the weights were trained on are scored by weights that
never saw the page's document (needs numpy); `--shipped` scores them with the shipped weights.
Prints by set: tokens and how many are wrong; precision, recall and F1 at the default threshold;
the best F1 of any threshold; average precision; recall in the 5 % and 10 % most suspicious tokens;
false alarms per 100 tokens; how often the first and one of five suggestions is the right whole
token, of the wrong tokens shown that have a right one; calibration error; tokens a second.
"""

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from suspicion_pairs import SETS, Pair, pairs_of, plain

from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.findings import Suspicion
from corrector.suspicion.scoring import Model, shipped_model

_BINS = 10


@dataclass
class Judged:
    """One token with its score and its truth."""

    suspicion: Suspicion
    wrong: bool
    right: str | None

    @property
    def rank(self) -> int:
        """Where the right reading stands among the suggestions, from 1; 0 if nowhere."""
        texts = [plain(suggestion.text) for suggestion in self.suspicion.suggestions]
        right = plain(self.right or "")
        return texts.index(right) + 1 if right in texts else 0


@lru_cache(maxsize=1)
def fold_models() -> tuple[Model, ...]:
    """Return for each fold a model that was trained on the other folds."""
    from train_suspicion import FOLDS, KINDS, fitted, fold_of, rows_for

    rows = {kind: rows_for(kind, None) for kind in KINDS[:2]}
    return tuple(
        Model(
            {
                kind: fitted([row for row in found if fold_of(row.document) != fold])
                for kind, found in rows.items()
            },
        )
        for fold in range(FOLDS)
    )


@lru_cache(maxsize=16)
def checker_of(language: str, fold: int | None) -> Checker:
    """Return a checker with the shipped weights, or those that never saw `fold`."""
    model = shipped_model() if fold is None else fold_models()[fold]
    checker = Checker((language,), model=model)
    checker.prepare()
    return checker


def judged(pair: Pair, evidence: str, *, shipped: bool) -> tuple[list[Judged], float]:
    """Return the scored tokens of `pair` and how many seconds the check took."""
    fold = None
    if pair.confidences and not shipped:
        from train_suspicion import fold_of

        fold = fold_of(pair.document)
    checker = checker_of(pair.language, fold)
    given = Evidence(confidences=pair.confidences if evidence == "confidence" else {})
    start = time.perf_counter()
    result = checker.check(pair.text, given, all_tokens=True)
    seconds = time.perf_counter() - start
    entries = zip(result.suspicions, pair.gold, strict=True)
    return [
        Judged(found, gold.wrong, gold.right) for found, gold in entries if gold.counted
    ], seconds


def average_precision(tokens: Sequence[Judged]) -> float:
    """Return the mean precision at each wrong token, most suspicious first."""
    ranked = sorted(tokens, key=lambda token: -token.suspicion.score)
    found, total = 0, 0.0
    for position, token in enumerate(ranked, 1):
        if token.wrong:
            found += 1
            total += found / position
    return total / max(found, 1)


def recall_in_first(tokens: Sequence[Judged], share: float) -> float:
    """Return the share of wrong tokens among the `share` most suspicious tokens."""
    ranked = sorted(tokens, key=lambda token: -token.suspicion.score)
    first = ranked[: round(share * len(ranked))]
    return sum(token.wrong for token in first) / max(sum(token.wrong for token in tokens), 1)


def calibration_error(tokens: Sequence[Judged]) -> float:
    """Return the mean distance between score and share of wrong tokens, over ten bins."""
    bins: list[list[Judged]] = [[] for _ in range(_BINS)]
    for token in tokens:
        bins[min(int(token.suspicion.score * _BINS), _BINS - 1)].append(token)
    distances = (
        abs(sum(token.suspicion.score for token in found) - sum(token.wrong for token in found))
        for found in bins
    )
    return sum(distances) / max(len(tokens), 1)


def best_f1(tokens: Sequence[Judged]) -> float:
    """Return the best F1 that any threshold reaches."""
    ranked = sorted(tokens, key=lambda token: -token.suspicion.score)
    wrong = sum(token.wrong for token in tokens)
    best, found = 0.0, 0
    for position, token in enumerate(ranked, 1):
        found += token.wrong
        best = max(best, 2 * found / (position + wrong))
    return best


def report(name: str, tokens: Sequence[Judged], seconds: float) -> str:
    """Return the figures of one set as a line."""
    wrong = sum(token.wrong for token in tokens)
    shown = [token for token in tokens if token.suspicion.shown]
    right = sum(token.wrong for token in shown)
    mendable = [token for token in shown if token.wrong and token.right is not None]
    first = sum(token.rank == 1 for token in mendable) / max(len(mendable), 1)
    five = sum(1 <= token.rank <= 5 for token in mendable) / max(len(mendable), 1)
    precision, recall = right / max(len(shown), 1), right / max(wrong, 1)
    return (
        f"{name:16} {len(tokens):6} {wrong / max(len(tokens), 1):6.1%}  "
        f"P {precision:.3f}  R {recall:.3f}  F1 {2 * right / max(len(shown) + wrong, 1):.3f}  "
        f"best {best_f1(tokens):.3f}  AP {average_precision(tokens):.3f}  "
        f"R5% {recall_in_first(tokens, 0.05):.2f}  R10% {recall_in_first(tokens, 0.1):.2f}  "
        f"FA/100 {100 * (len(shown) - right) / max(len(tokens), 1):.1f}  "
        f"top1 {first:.2f}  top5 {five:.2f}  ECE {calibration_error(tokens):.3f}  "
        f"{len(tokens) / max(seconds, 1e-9):,.0f} tokens/s"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="*", default=list(SETS), metavar="SET")
    parser.add_argument("--evidence", choices=("text", "confidence"), default="text")
    parser.add_argument("--shipped", action="store_true")
    chosen = parser.parse_args()
    for name in chosen.sets:
        tokens: list[Judged] = []
        seconds = 0.0
        for pair in pairs_of(name):
            found, taken = judged(pair, chosen.evidence, shipped=chosen.shipped)
            tokens += found
            seconds += taken
        print(report(name, tokens, seconds), flush=True)


if __name__ == "__main__":
    main()
