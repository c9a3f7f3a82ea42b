"""Measures what correcting the first half of a document teaches about its second half.

    PYTHONPATH=. python tests/evaluation/learning.py [--pair READ RIGHT ...] [--changes] [SET ...]

For each document of several pages (of ehri_en, if neither sets nor pairs are named) a collection is
made of the recognised texts, in a folder of its own. A person then corrects the first half of its
pages: wrong tokens are set right, also those that no suspicion showed; what was shown without need
is confirmed; each page is saved as a version. The record is opened anew, and the second half is
checked. `--pair` takes a text file as read and as it should be, whose lines make two pages.

Prints for the second half of each document, and for all of them: F1, precision, recall and how
often the first candidate is right, of the wrong tokens shown that have a right one; untaught, with
the corrected pages but without what was learned from them (`read on`), and taught. Then how often
right tokens were shown again whose word was confirmed, and whether a reviewer that learned while
the person worked says the same as one that opens the record (`at once`). The shipped weights may
have been trained on these pages, which is why only the differences count.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from suspicion import Judged
from suspicion_pairs import Gold, Pair, pair_of_files, pairs_of

from corrector.record.entries import Page, Person
from corrector.suspicion.anatomy import anatomy_of
from corrector.suspicion.learning import NOTHING_LEARNED
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.review import Reviewer, settled_in
from corrector.tasks.saving import Saving, save
from corrector.tasks.settled import CONFIRMED
from corrector.tasks.witness import NO_WITNESS
from corrector.text.edits import Edit, apply_edits
from corrector.text.marks import Mark, moved_marks
from corrector.text.tokens import Span

PERSON = Person("Ada Example")
WAYS = ("untaught", "read on", "taught")


@dataclass
class Outcome:
    """What was found in second halves."""

    tokens: dict[str, list[Judged]]
    confirmed: int = 0
    shown_again: int = 0
    at_once: bool = True

    def add(self, other: "Outcome") -> None:
        """Add what was found in another document."""
        for way, tokens in other.tokens.items():
            self.tokens[way] += tokens
        self.confirmed += other.confirmed
        self.shown_again += other.shown_again
        self.at_once &= other.at_once


def no_outcome() -> Outcome:
    """Return the outcome of no document."""
    return Outcome({way: [] for way in WAYS})


def halves_of_lines(pair: Pair) -> list[Pair]:
    """Return the two halves of a text as pages."""
    lines = pair.text.splitlines(keepends=True)
    cut = len("".join(lines[: len(lines) // 2]))
    return [
        replace(pair, name=f"{pair.document}_{number}", text=part.of(pair.text), gold=gold)
        for number, part in enumerate((Span(0, cut), Span(cut, len(pair.text))), 1)
        for gold in [_gold_in(pair, part)]
    ]


def _gold_in(pair: Pair, part: Span) -> list[Gold]:
    return [
        replace(gold, span=gold.span.shifted(-part.start))
        for gold in pair.gold
        if part.start <= gold.span.start < part.end
    ]


def learn(pages: Sequence[Pair], folder: Path) -> Outcome:
    """Correct the first half of `pages` in a collection; return what is found in the second."""
    folder.mkdir()
    for number, pair in enumerate(pages, 1):
        (folder / f"page_{number:03}.txt").write_text(pair.text, encoding="utf-8")
    half, language, outcome = len(pages) // 2, pages[0].language, no_outcome()
    confirmed: set[str] = set()
    with open_for_work(folder, PERSON.name) as collection:
        kept = collection.pages()
        rest = list(zip(pages[half:], kept[half:], strict=True))
        reviewer = Reviewer(collection, language)
        outcome.tokens["untaught"] = _judged(collection, reviewer, rest)
        for pair, page in zip(pages[:half], kept[:half], strict=True):
            confirmed |= correct(collection, reviewer, page, pair)
        at_once = _judged(collection, reviewer, rest)
    with look_at(folder) as collection:
        again = Reviewer(collection, language)
        outcome.tokens["taught"] = taught = _judged(collection, again, rest)
        outcome.tokens["read on"] = _judged(collection, again, rest, learned=False)
    outcome.at_once = [one.suspicion for one in at_once] == [one.suspicion for one in taught]
    outcome.confirmed = len(confirmed)
    outcome.shown_again = sum(
        one.suspicion.shown
        and not one.wrong
        and anatomy_of(one.suspicion.text).word in confirmed
        for one in taught
    )  # fmt: skip
    return outcome


def correct(collection: Collection, reviewer: Reviewer, page: Page, pair: Pair) -> set[str]:
    """Set a page right as a person would, save it, and return the words that were confirmed."""
    text, settled = settled_in(collection, page)
    shown = {one.span for one in reviewer.check(text, settled, page_id=page.id).suspicions}
    alarms = [one.span for one in pair.gold if one.counted and not one.wrong and one.span in shown]
    marks = tuple(Mark(CONFIRMED, span, PERSON.name, now().isoformat()) for span in alarms)
    edits = tuple(
        Edit(gold.span, gold.right)
        for gold in pair.gold
        if gold.counted and gold.wrong and gold.right is not None
    )
    right, moved = apply_edits(text, edits), moved_marks(marks, edits)
    reviewer.heed(page.id, right, moved, text)
    version = save(collection, page, Saving(right, PERSON, marks=moved))
    if version is not None:
        reviewer.remember(page.id, version.text, version.corrections)
        reviewer.heed(page.id, version.text, version.marks, version.text)
    return {anatomy_of(span.of(text)).word for span in alarms} & reviewer.learned.confirmed


def _judged(
    collection: Collection,
    reviewer: Reviewer,
    pages: Sequence[tuple[Pair, Page]],
    *,
    learned: bool = True,
) -> list[Judged]:
    """Return the scored tokens of pages as the program finds them."""
    found: list[Judged] = []
    for pair, page in pages:
        text, settled = settled_in(collection, page)
        checker, evidence = reviewer.prepared(text, settled, NO_WITNESS, page.id)
        if not learned:
            evidence = replace(evidence, learned=NOTHING_LEARNED)
        result = checker.check(text, evidence, all_tokens=True)
        entries = zip(result.suspicions, pair.gold, strict=True)
        found += [Judged(one, gold.wrong, gold.right) for one, gold in entries if gold.counted]
    return found


def row(way: str, tokens: Sequence[Judged]) -> str:
    """Return the figures of one way as a line."""
    wrong = sum(one.wrong for one in tokens)
    shown = [one for one in tokens if one.suspicion.shown]
    right = sum(one.wrong for one in shown)
    mendable = [one for one in shown if one.wrong and one.right is not None]
    first = sum(one.rank == 1 for one in mendable) / max(len(mendable), 1)
    return (
        f"    {way:9} F1 {2 * right / max(len(shown) + wrong, 1):.3f}  "
        f"P {right / max(len(shown), 1):.3f}  R {right / max(wrong, 1):.3f}  top1 {first:.3f}  "
        f"({len(tokens)} tokens, {wrong} wrong, {len(shown)} shown)"
    )


def tell(name: str, outcome: Outcome) -> None:
    """Print what was found."""
    print(f"{name}: {outcome.confirmed} words confirmed, {outcome.shown_again} shown again; "
          f"at once {'the same' if outcome.at_once else 'NOT THE SAME'}")  # fmt: skip
    for way in WAYS:
        print(row(way, outcome.tokens[way]), flush=True)


def tell_changes(outcome: Outcome) -> None:
    """Print each token about which something else is said because of what was learned."""
    for before, after in zip(outcome.tokens["read on"], outcome.tokens["taught"], strict=True):
        was, now_is = before.suspicion, after.suspicion
        first = [[one.text for one in found.suggestions[:1]] for found in (was, now_is)]
        if was.shown != now_is.shown or first[0] != first[1]:
            right = "" if not after.wrong else f", right: {after.right!r}"
            reasons = " ".join(str(one.message) for one in now_is.reasons)
            print(f"      {was.text!r} {was.score:.2f} {first[0]} -> {now_is.score:.2f} {first[1]}"
                  f" wrong: {after.wrong}{right}; {reasons}")  # fmt: skip


def documents(sets: Sequence[str], pairs: Sequence[Sequence[Path]]) -> Iterator[list[Pair]]:
    """Yield the pages of each document that has several."""
    for name in sets:
        for _, group in groupby(pairs_of(name), key=lambda pair: pair.document):
            pages = list(group)
            if len(pages) > 1:
                yield pages
    for read, right in pairs:
        yield halves_of_lines(pair_of_files(read, right, "en"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--pair", type=Path, nargs=2, action="append", default=[])
    parser.add_argument("--changes", action="store_true", help="print each token that changed")
    chosen = parser.parse_args()
    sets = chosen.sets or (() if chosen.pair else ("ehri_en",))
    total = no_outcome()
    with tempfile.TemporaryDirectory(prefix="corrector-learning-") as workshop:
        os.environ["CORRECTOR_HOME"] = str(Path(workshop, "home"))
        for number, pages in enumerate(documents(sets, chosen.pair)):
            outcome = learn(pages, Path(workshop, f"document_{number}"))
            tell(f"{pages[0].document} ({len(pages)} pages)", outcome)
            if chosen.changes:
                tell_changes(outcome)
            total.add(outcome)
    tell("all", total)


if __name__ == "__main__":
    main()
