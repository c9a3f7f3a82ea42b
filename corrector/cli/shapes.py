"""The JSON shapes of the command line; they stay as they are, a change only adds."""

from typing import TYPE_CHECKING

from corrector.linking.links import Link
from corrector.record.entries import Correction, Version
from corrector.record.remarks import Note, StatusChange
from corrector.scans.geometry import Box
from corrector.scans.listing import FolderProblem
from corrector.suspicion.findings import CheckResult, Suggestion, Suspicion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corrector.tasks.borders import Cut
    from corrector.tasks.changing_series import Series
    from corrector.tasks.linked import LinkedPage
    from corrector.tasks.overview import DocumentEntry, PageEntry
    from corrector.tasks.series import OnScan, SeriesPage, SeriesPlace
    from corrector.tasks.series_outcomes import PageOutcome
    from corrector.tasks.series_rule import SeriesRule
    from corrector.tasks.whole_documents import WholeDocument

Shape = dict[str, object]


def version_shape(version: Version) -> Shape:
    """Return a version without its text."""
    return {
        "number": version.number,
        "parent": version.parent,
        "author": version.author.name,
        "identifier": version.author.identifier,
        "time": version.time,
        "origin": version.origin.value,
        "details": dict(version.details),
        "note": version.note,
        "evidence": version.evidence,
        "sha256": version.sha256,
        "chain": version.chain,
        "corrections": [correction_shape(one) for one in version.corrections],
    }


def correction_shape(correction: Correction) -> Shape:
    """Return a correction; its span stands in the text of its version."""
    return {
        "old": correction.old,
        "new": correction.new,
        "start": correction.span.start,
        "end": correction.span.end,
        "old_start": correction.old_span.start,
        "old_end": correction.old_span.end,
        "cause": correction.cause.value,
        "certainty": correction.certainty.value,
        "evidence": correction.evidence,
        "note": correction.note,
        "origin": correction.origin.value,
        "details": dict(correction.details),
    }


def note_shape(note: Note) -> Shape:
    """Return a note; what it is about is null where it speaks of the whole page."""
    about = note.subject
    return {
        "version": about.version,
        "correction": about.correction,
        "start": about.span.start if about.span else None,
        "end": about.span.end if about.span else None,
        "author": note.author.name,
        "identifier": note.author.identifier,
        "time": note.time,
        "text": note.text,
        "details": dict(note.details),
    }


def status_shape(change: StatusChange) -> Shape:
    """Return a change of a page's status."""
    return {
        "status": change.status.value,
        "author": change.author.name,
        "identifier": change.author.identifier,
        "time": change.time,
        "note": change.note,
        "overrides": change.overrides,
    }


def page_shape(entry: "PageEntry") -> Shape:
    """Return a page as `info` lists it."""
    page = entry.page
    return {
        "number": page.number,
        "label": page.label,
        "document": page.document,
        "scan": page.scan,
        "frame": page.frame,
        "text": page.text_source.path if page.text_source else None,
        "status": page.status.value,
        "versions": page.versions,
        "suspicions": entry.suspicions,
        "problems": [str(one) for one in entry.problems],
    }


def check_shape(path: str, page: str | None, number: int | None, result: CheckResult) -> Shape:
    """Return what `check` found in one text."""
    return {
        "path": path,
        "page": page,
        "number": number,
        "language": "+".join(result.languages),
        "tokens": result.tokens,
        "suspicions": [_suspicion(one) for one in result.suspicions],
    }


def _suspicion(suspicion: Suspicion) -> Shape:
    return {
        "start": suspicion.span.start,
        "end": suspicion.span.end,
        "text": suspicion.text,
        "score": round(suspicion.score, 4),
        "shown": suspicion.shown,
        "reasons": [
            {"signal": reason.signal, "message": str(reason.message)}
            for reason in suspicion.reasons
        ],
        "suggestions": [_suggestion(one, suspicion) for one in suspicion.suggestions],
    }


def _suggestion(suggestion: Suggestion, suspicion: Suspicion) -> Shape:
    """Return a suggestion; one that joins tokens says which span it replaces."""
    shape: Shape = {"text": suggestion.text, "score": round(suggestion.score, 4)}
    if suggestion.joined:
        span = suggestion.replaced(suspicion.span)
        shape |= {"start": span.start, "end": span.end}
    return shape


def document_shape(entry: "DocumentEntry") -> Shape:
    """Return a document as `info` lists it."""
    return {
        "key": entry.document.key,
        "label": entry.document.label,
        "pages": entry.pages,
        "first": entry.first,
    }


def problem_shape(problem: FolderProblem) -> Shape:
    """Return what is wrong with a file of the folder."""
    return {"path": str(problem.path), "message": str(problem.message)}


def links_shape(linked: "LinkedPage") -> Shape:
    """Return where each token of a page stands; each is linked, interpolated or unlinked."""
    states = [state_of_link(link) for link in linked.links]
    return {
        "page": linked.page.number,
        "label": linked.page.label,
        "tokens": [_link(link, linked.text) for link in linked.links],
        "linked": states.count("linked"),
        "interpolated": states.count("interpolated"),
        "unlinked": states.count("unlinked"),
    }


def state_of_link(link: Link) -> str:
    """Return whether a token is tied to words of the scan, only placed between, or neither."""
    if link.words:
        return "linked"
    return "interpolated" if link.interpolated else "unlinked"


def _link(link: Link, text: str) -> Shape:
    box = link.box
    return {
        "start": link.span.start,
        "end": link.span.end,
        "text": link.span.of(text),
        "box": _box(box),
        "confidence": round(link.confidence, 4),
        "state": state_of_link(link),
    }


def division_shape(whole: "WholeDocument", cuts: "Sequence[Cut]", *, accepted: bool) -> Shape:
    """Return which part of its text each page of a document has, or would have."""
    return {
        "document": whole.document.key,
        "label": whole.document.label,
        "text": whole.source.path,
        "accepted": accepted,
        "pages": [
            {
                "page": cut.page.number,
                "label": cut.page.label,
                "line": cut.line,
                "start": cut.span.start,
                "end": cut.span.end,
                "confidence": None if cut.confidence is None else round(cut.confidence, 4),
            }
            for cut in cuts
        ],
    }


def series_shape(
    rule: "SeriesRule",
    found: "Sequence[SeriesPage]",
    ticked: "Sequence[SeriesPage]",
    boxes: "Mapping[int, Sequence[OnScan]]",
    *,
    series: "Series | None",
    outcomes: "Sequence[PageOutcome]",
) -> Shape:
    """Return what `series` found and what became of it; spans stand in the text before."""
    chosen = {one.page.id: () for one in found} | {one.page.id: one.places for one in ticked}
    states = {one.page.id: one for one in outcomes}
    return {
        "series": series.identifier if series is not None and outcomes else None,
        "wrong": rule.wrong,
        "right": rule.right,
        "any_case": rule.any_case,
        "pages": [
            {
                **_series_page(one, states.get(one.page.id)),
                "places": [
                    _series_place(rule, one.text, place, on_scan.word, place in chosen[one.page.id])
                    for place, on_scan in zip(one.places, boxes[one.page.id], strict=True)
                ],
            }
            for one in found
        ],
    }


def _series_page(found: "SeriesPage", outcome: "PageOutcome | None") -> Shape:
    version = outcome.version if outcome is not None else None
    return {
        "page": found.page.number,
        "label": found.page.label,
        "changed": version is not None,
        "version": None if version is None else version.number,
        "state": None if outcome is None else outcome.fate.value,
    }


def _series_place(
    rule: "SeriesRule", text: str, place: "SeriesPlace", box: Box | None, ticked: bool
) -> Shape:
    return {
        "start": place.span.start,
        "end": place.span.end,
        "old": place.old,
        "new": rule.new_for(place.old),
        "line": place.line + 1,
        "context": place.line_span.of(text),
        "box": _box(box),
        "settled": None if place.settled is None else place.settled.value,
        "ticked": ticked,
    }


def _box(box: Box | None) -> Shape | None:
    if box is None:
        return None
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
