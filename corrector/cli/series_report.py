"""What a series found and what became of it, for a person or a program."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from corrector.cli.output import print_json, print_line, remark
from corrector.cli.wording import counted
from corrector.errors import ExitCode

if TYPE_CHECKING:
    from corrector.tasks.changing_series import Series
    from corrector.tasks.series import SeriesPage, SeriesPlace
    from corrector.tasks.series_outcomes import PageOutcome
    from corrector.tasks.series_rule import SeriesRule


def print_found(
    rule: "SeriesRule", found: Sequence["SeriesPage"], ticked: Sequence["SeriesPage"]
) -> None:
    """Print each place in its line, and why some are left."""
    chosen = {one.page.id: one.places for one in ticked}
    for one in found:
        for place in one.places:
            left = "" if place in chosen.get(one.page.id, ()) else f"  (left: {place.settled})"
            print_line(
                f"{one.page.label}: {place.span.start}-{place.span.end}  "
                f"{_in_its_line(one, place)}  -> {rule.new_for(place.old)}{left}"
            )


def print_series(
    ticked: Sequence["SeriesPage"], series: "Series | None", outcomes: Sequence["PageOutcome"]
) -> None:
    """Print how many places were changed; without a series none was to be."""
    count = sum(len(one.places) for one in ticked)
    if series is None or not outcomes:
        print_line(
            f"{counted(count, 'place')} on {counted(len(ticked), 'page')}; nothing was changed"
        )
        return
    done = [one for one in outcomes if one.version is not None]
    print_line(
        f"{sum(one.places for one in done)} of {counted(count, 'place')} changed on "
        f"{counted(len(done), 'page')}, series {series.identifier}"
    )


def print_taken_back(identifier: str, outcomes: Sequence["PageOutcome"], *, json: bool) -> None:
    """Print on which pages the text before a series was restored."""
    done = [one for one in outcomes if one.version is not None]
    if not json:
        print_line(
            f"series {identifier}: restored on {len(done)} of {counted(len(outcomes), 'page')}"
        )
        return
    pages = [
        {
            "page": one.page.number,
            "label": one.page.label,
            "restored": one.version is not None,
            "version": one.version.number if one.version is not None else None,
            "state": one.fate.value,
        }
        for one in outcomes
    ]
    print_json({"series": identifier, "pages": pages})


def tell_left(outcomes: Sequence["PageOutcome"]) -> None:
    """Say which pages were left as they are, and why."""
    for one in outcomes:
        if one.version is None:
            remark(f"{one.page.label}: left as it is, {one.error or one.fate}")
        elif one.error is not None:
            remark(f"{one.page.label}: changed, but then: {one.error}")


def exit_code_of(outcomes: Sequence["PageOutcome"]) -> ExitCode:
    """Return how it went.

    Raises:
        CorrectorError: if nothing could be saved at all.
    """
    failed = next((one.error for one in outcomes if one.failed), None)
    if failed is not None and not any(one.version for one in outcomes):
        raise failed
    whole = all(one.version is not None and one.error is None for one in outcomes)
    return ExitCode.DONE if whole else ExitCode.PARTLY


def _in_its_line(found: "SeriesPage", place: "SeriesPlace") -> str:
    line, at = place.line_span, place.span.start - place.line_span.start
    shown = line.of(found.text)
    return f"{shown[:at]}[{place.old}]{shown[at + len(place.old) :]}"
