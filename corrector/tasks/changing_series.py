"""Changes all chosen places of a series: one version a page, each of them wholly or not at all."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from corrector.record.entries import Origin, Person, Statement
from corrector.tasks.collection import Collection
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.saving import Saving
from corrector.tasks.series import SeriesPage, SeriesPlace
from corrector.tasks.series_outcomes import Fate, PageOutcome, page_by_page, saved, state_of
from corrector.tasks.series_rule import SeriesRule
from corrector.text.edits import Edit, apply_edits, new_spans

SERIES: Final = "series"
"""Detail of a version and of each correction in it: by which a series is known again."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series that is carried out.

    Attributes:
        rule: what it changes.
        author: who ticked the places.
        identifier: the same in all versions that it makes.
        scope: where was looked for places, in a word or the person's own.
        note: why, in the person's own words.
    """

    rule: SeriesRule
    author: Person
    identifier: str = field(default_factory=lambda: uuid.uuid4().hex)
    scope: str = ""
    note: str = ""

    def said_of_corrections(self) -> dict[str, str]:
        """Return what each correction says of the series, as details of its origin."""
        rule = self.rule
        case = {"case": "any"} if rule.any_case else {}
        return {SERIES: self.identifier, "wrong": rule.wrong, "right": rule.right, **case}

    def said_of_version(self, places: Sequence[SeriesPlace]) -> Mapping[str, str]:
        """Return what a version says of the series; places are spans of the text before."""
        spans = " ".join(f"{one.span.start}-{one.span.end}" for one in places)
        scope = {"scope": self.scope} if self.scope else {}
        return {**self.said_of_corrections(), **scope, "places": spans}

    def edits(self, places: Sequence[SeriesPlace]) -> tuple[Edit, ...]:
        """Return what is changed in a text at its chosen places."""
        return tuple(Edit(one.span, self.rule.new_for(one.old)) for one in places)

    def statements(self, edits: Sequence[Edit]) -> tuple[Statement, ...]:
        """Return how each new reading came to be, for the text that `edits` lead to."""
        said = self.said_of_corrections()
        return tuple(
            Statement(span, origin=Origin.SERIES, details=said) for span in new_spans(edits)
        )


def change_series(
    collection: Collection,
    found: Sequence[SeriesPage],
    series: Series,
    progress: Progress = NO_PROGRESS,
) -> tuple[PageOutcome, ...]:
    """Change the places of `found`, which a person chose, page by page.

    A page that has another text by now, unsaved typing, or somebody else at work on it is left as
    it is. Where saving fails, or the person stops it, the rest is left, too.

    Args:
        collection: opened for work.
        found: pages with the places that are to be changed, and no others.
        series: what is changed, and by whom.
        progress: hears of each page.
    """

    def change(one: SeriesPage) -> PageOutcome:
        return _changed(collection, one, series)

    return page_by_page(found, lambda one: one.page, change, progress)


def _changed(collection: Collection, found: SeriesPage, series: Series) -> PageOutcome:
    newest, unsaved = state_of(collection, found.page)
    places = len(found.places)
    if newest is None or newest.text != found.text:
        return PageOutcome(found.page, Fate.OTHER_TEXT, places)
    if unsaved:
        return PageOutcome(found.page, Fate.UNSAVED, places)
    edits = series.edits(found.places)
    saving = Saving(
        text=apply_edits(found.text, edits),
        author=series.author,
        parent=newest.number,
        note=series.note,
        origin=Origin.SERIES,
        details=series.said_of_version(found.places),
        statements=series.statements(edits),
    )
    return saved(collection, found.page, saving, places)
