"""Letters with one wrong reading in many places, and what a series left of them."""

from pathlib import Path

from corrector.record.entries import Person
from corrector.tasks.collection import Collection
from corrector.tasks.saving import version_of
from corrector.tasks.series import SeriesPage, find_series
from corrector.tasks.series_outcomes import Fate, PageOutcome
from corrector.tasks.series_rule import SeriesRule

ADA, BEN = Person("Ada Example"), Person("Ben Example")
BAVE = SeriesRule("BAVE", "HAVE")
TEXTS = (
    "WE BAVE SEEN (BAVE), TOO.\nBAVE!\n",
    "nothing here\n",
    "😀😀 \U00010400 BAVE bave BAVELOCK\n",
    "AND “BAVE” AGAIN\n",
)


def found_in(collection: Collection, rule: SeriesRule = BAVE) -> tuple[SeriesPage, ...]:
    return find_series(collection, collection.pages(), rule)


def text_of(collection: Collection, number: int) -> str:
    return version_of(collection, collection.pages()[number - 1], None).text


def numbers_of(collection: Collection) -> list[int]:
    return [version_of(collection, page, None).number for page in collection.pages()]


def fates(outcomes: tuple[PageOutcome, ...]) -> list[tuple[str, Fate]]:
    return [(one.page.label, one.fate) for one in outcomes]


def make_letters(at: Path) -> Path:
    """Write a page for each of TEXTS."""
    folder = at / "letters"
    folder.mkdir()
    for number, text in enumerate(TEXTS, 1):
        (folder / f"p{number}.txt").write_text(text, "utf-8")
    return folder
