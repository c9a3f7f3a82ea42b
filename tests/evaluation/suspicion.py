"""Measures the suspicion engine on pairs of recognised and right text.

    PYTHONPATH=. python tests/evaluation/suspicion.py [--evidence text|confidence|reading|both]
                                         [--folds FILE] [--readings FOLDER]
                                         [--pair READ RIGHT ...]
                                         [--kinds | --without | --learning] [SET ...]

Sets are those of `$CORRECTOR_SHARED/samples`: ehri_en stanford1905_en ehri_de tapuscorpus_fr
text_overproof text_icdar2017 text_icdar2017_en (its English part). `--pair` measures two English
text files, as read and as they should be. FOLDER holds second readings of the scans, made by
`second_readings.py`; `reading` and `both` need it. Sets that the weights were trained on are
scored by the weights in FILE, written by `train_suspicion.py --folds FILE`, that never saw the
page's document; without FILE by the shipped weights, which flatters them.

Prints by set: tokens and how many are wrong; precision, recall and F1 at the default threshold;
the best F1 of any threshold; average precision; recall in the 5 % and 10 % most suspicious tokens;
false alarms per 100 tokens; how often the first and one of five suggestions is the right whole
token, of the wrong tokens shown that have a right one; calibration error of the scores, and of the
probabilities of the first five candidates; tokens a second (of processor time, caches warm from the
pages before).

`--kinds` adds recall and candidates by kind of error (of torn words: candidates that take in the
other piece and make the right whole), `--without` the figures with each signal left
out, `--learning` those of the second half of each document with and without what correcting its
first half teaches (shipped weights, which is why only the difference counts; `learning.py` does the
same through the record).
"""

import argparse
import json
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from folds import fold_of, model_of
from suspicion_pairs import SETS, Pair, Torn, give_readings, pair_of_files, pairs_of, plain

from corrector.suspicion.anatomy import anatomy_of
from corrector.suspicion.checker import Checker
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.findings import Suggestion, Suspicion
from corrector.suspicion.learning import Taught, learned_from
from corrector.suspicion.lexicon import Lexicon
from corrector.suspicion.scoring import Model, Weights, shipped_model
from corrector.suspicion.signals import signal_of

_BINS = 10
REAL = 1e-6
"""Share of running text from which a listed word counts as a real one."""


@dataclass
class Judged:
    """One token with its score and its truth."""

    suspicion: Suspicion
    wrong: bool
    right: str | None
    language: str = "en"
    torn: Torn | None = None

    @property
    def is_torn(self) -> bool:
        """Whether it is a piece of something, so that no candidate for it alone can be right."""
        return self.wrong and self.right is None

    @property
    def rank(self) -> int:
        """Where the right reading, or whole, stands among the suggestions, from 1; 0 if nowhere."""
        right = map(self.is_right, self.suspicion.suggestions)
        return next((at for at, is_right in enumerate(right, 1) if is_right), 0)

    def is_right(self, candidate: Suggestion) -> bool:
        """Tell whether `candidate` puts what is right in the place of what it replaces."""
        replaced = candidate.before + self.suspicion.text + candidate.behind
        pieces, whole = self.torn or (self.suspicion.text, self.right)
        return (replaced, plain(candidate.text)) == (pieces, whole and plain(whole))


@lru_cache(maxsize=1)
def fold_models(folds: Path) -> list[dict[str, Model]]:
    """Return for each fold the models trained on the other folds, by `models_for`."""
    content = json.loads(folds.read_text(encoding="utf-8"))
    return [
        {
            name: Model({kind: model_of(table) for kind, table in models.items()})
            for name, models in fold.items()
        }
        for fold in content
    ]


@lru_cache(maxsize=16)
def checker_of(language: str, fold: int | None, folds: Path | None = None) -> Checker:
    """Return a checker with the shipped weights, or those that never saw `fold`."""
    model = shipped_model(language)
    if fold is not None and folds is not None:
        model = fold_models(folds)[fold]["models" if language == "en" else "other_languages"]
    checker = Checker((language,), model=model)
    checker.prepare()
    return checker


def judged(pair: Pair, evidence: str, folds: Path | None = None) -> tuple[list[Judged], float]:
    """Return the scored tokens of `pair` and how many seconds the check took."""
    fold = fold_of(pair.document) if pair.confidences and folds else None
    checker = checker_of(pair.language, fold, folds)
    given = evidence_of(pair, evidence)
    start = time.process_time()
    result = checker.check(pair.text, given, all_tokens=True)
    seconds = time.process_time() - start
    entries = zip(result.suspicions, pair.gold, strict=True)
    return [
        Judged(found, gold.wrong, gold.right, pair.language, gold.torn)
        for found, gold in entries
        if gold.counted
    ], seconds


def evidence_of(pair: Pair, kind: str) -> Evidence:
    """Return the evidence of `kind` that there is for `pair`."""
    own, other = kind in {"confidence", "both"}, kind in {"reading", "both"}
    return Evidence(
        confidences=pair.confidences if own else {},
        readings=pair.readings if other else {},
        sureness=pair.sureness if other else {},
    )


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
    return _distance([(token.suspicion.score, token.wrong) for token in tokens])


def candidates_error(mendable: Sequence[Judged]) -> float:
    """Return the same of the first five candidates: how often they are right when they say so."""
    return _distance(
        [
            (candidate.score, token.wrong and token.is_right(candidate))
            for token in mendable
            for candidate in token.suspicion.suggestions[:5]
        ]
    )


def _distance(said: Sequence[tuple[float, bool]]) -> float:
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for score, is_so in said:
        bins[min(int(score * _BINS), _BINS - 1)].append((score, is_so))
    distances = (abs(sum(score - is_so for score, is_so in found)) for found in bins)
    return sum(distances) / max(len(said), 1)


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
        f"of candidates {candidates_error([one for one in shown if not one.is_torn]):.3f}  "
        f"{len(tokens) / max(seconds, 1e-9):,.0f} tokens/s"
    )


@lru_cache(maxsize=8)
def lexicon_of(language: str) -> Lexicon:
    """Return the word list of `language`."""
    return Lexicon((language,))


def kind_of(token: Judged) -> str:
    """Return what sort of error a wrong token is."""
    read, right = token.suspicion.text, token.right
    if not right:
        return "torn or shared" if right is None else "noise"
    if " " in right:
        return "joined words"
    if read.casefold() == right.casefold():
        return "case"
    old, new = anatomy_of(plain(read)), anatomy_of(plain(right))
    if old.word == new.word:
        return "marks"
    if any(sign.isdigit() for sign in read + right):
        return "digits"
    return "real word" if lexicon_of(token.language).listed(old.word) > REAL else "no word"


def print_kinds(tokens: Sequence[Judged]) -> None:
    """Print by kind of error: how many, recall, and how often the candidates are right."""
    kinds: dict[str, list[Judged]] = {}
    for token in tokens:
        if token.wrong:
            kinds.setdefault(kind_of(token), []).append(token)
    for kind, found in sorted(kinds.items(), key=lambda entry: -len(entry[1])):
        shown = [token for token in found if token.suspicion.shown]
        count = max(len(shown), 1)
        print(
            f"    {kind:16} {len(found):6}  R {len(shown) / len(found):.2f}  "
            f"top1 {sum(token.rank == 1 for token in shown) / count:.2f}  "
            f"top5 {sum(1 <= token.rank <= 5 for token in shown) / count:.2f}"
        )


def print_ablation(name: str) -> None:
    """Print the figures of a set with the shipped weights, and with each signal left out."""
    pairs = list(pairs_of(name))
    shipped = shipped_model(pairs[0].language)
    signals = {signal_of(feature) for one in shipped.weights.values() for feature in one.by_feature}
    for left_out in ("", *sorted(signals)):
        weights = {
            kind: Weights(
                one.bias,
                {key: value for key, value in one.by_feature.items() if signal_of(key) != left_out},
                one.threshold,
            )
            for kind, one in shipped.weights.items()
        }
        checkers: dict[str, Checker] = {}
        tokens: list[Judged] = []
        for pair in pairs:
            checker = checkers.setdefault(
                pair.language, Checker((pair.language,), model=Model(weights))
            )
            found = checker.check(
                pair.text, Evidence(confidences=pair.confidences), all_tokens=True
            )
            entries = zip(found.suspicions, pair.gold, strict=True)
            tokens += [Judged(one, gold.wrong, gold.right) for one, gold in entries if gold.counted]
        label = f"without {left_out}" if left_out else "all signals"
        print(f"{name:16} {label:20} F1 {f1(tokens):.3f}  AP {average_precision(tokens):.3f}")


def print_learning(name: str) -> None:
    """Print F1 on second halves of documents, without and with what first halves teach."""
    before: list[Judged] = []
    after: list[Judged] = []
    for _, group in groupby(pairs_of(name), key=lambda pair: pair.document):
        pages = list(group)
        checker = checker_of(pages[0].language, None)
        taught: list[Taught] = []
        confirmed: list[str] = []
        first, second = pages[: len(pages) // 2], pages[len(pages) // 2 :]
        for page in first:
            result = checker.check(page.text, all_tokens=True)
            for found, gold in zip(result.suspicions, page.gold, strict=True):
                if gold.counted and gold.wrong and gold.right:
                    taught.append(Taught(found.text, gold.right, "typed"))
                elif gold.counted and not gold.wrong and found.shown:
                    confirmed.append(found.text)
        learned = learned_from(taught, confirmed)
        for page in second if first else ():
            for evidence, tokens in ((Evidence(), before), (Evidence(learned=learned), after)):
                result = checker.check(page.text, evidence, all_tokens=True)
                entries = zip(result.suspicions, page.gold, strict=True)
                tokens += [Judged(one, gold.wrong, gold.right) for one, gold in entries
                           if gold.counted]  # fmt: skip
    print(report(f"{name} alone", before, 1.0).rsplit("  ", 1)[0])
    print(report(f"{name} taught", after, 1.0).rsplit("  ", 1)[0], flush=True)


def f1(tokens: Sequence[Judged]) -> float:
    """Return F1 at the default threshold."""
    shown = [token for token in tokens if token.suspicion.shown]
    right = sum(token.wrong for token in shown)
    return 2 * right / max(len(shown) + sum(token.wrong for token in tokens), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument(
        "--evidence", choices=("text", "confidence", "reading", "both"), default="text"
    )
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--readings", type=Path)
    parser.add_argument("--pair", type=Path, nargs=2, action="append", default=[])
    for way in ("kinds", "without", "learning"):
        parser.add_argument(f"--{way}", action="store_true")
    chosen = parser.parse_args()
    for name in chosen.sets or (() if chosen.pair else SETS):
        if chosen.without:
            print_ablation(name)
        elif chosen.learning:
            print_learning(name)
        else:
            print_figures(name, pairs_of(name), chosen)
    for read, right in chosen.pair:
        print_figures(read.stem, [pair_of_files(read, right, "en")], chosen)


def print_figures(name: str, pairs: Iterable[Pair], chosen: argparse.Namespace) -> None:
    """Print the figures of one set, by kinds of error if that was asked for."""
    tokens: list[Judged] = []
    seconds = 0.0
    for pair in pairs:
        if chosen.readings:
            give_readings(pair, chosen.readings / name / f"{pair.name}.tsv")
        found, taken = judged(pair, chosen.evidence, chosen.folds)
        tokens += found
        seconds += taken
    print(report(name, tokens, seconds), flush=True)
    if chosen.kinds:
        print_kinds(tokens)


if __name__ == "__main__":
    main()
