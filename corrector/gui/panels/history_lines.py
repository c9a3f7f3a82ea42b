"""The history of a page as lines: versions and statuses by time, corrections and notes below."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from corrector.gui.wording import local_time, visible, word
from corrector.record.entries import Certainty, Correction, Origin, Version
from corrector.record.remarks import Note, StatusChange
from corrector.tasks.insights import Insight, insights

Place = tuple[int, int]
"""Number of a version, and which of its corrections."""


@dataclass(frozen=True, slots=True)
class Line:
    """What stands below a version: a correction, or a note.

    Attributes:
        text: in one line.
        tip: what is said of it at length.
        correction: which correction of the version, or that the note speaks of; None for others.
    """

    text: str
    tip: str
    correction: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A version, or a change of the page's status.

    Attributes:
        version: None for a status.
        cells: what the columns show.
        tip: what is said of it at length.
        lines: what stands below it.
    """

    version: Version | None
    cells: tuple[str, ...]
    tip: str
    lines: tuple[Line, ...]


def history_entries(
    versions: Sequence[Version], notes: Sequence[Note], statuses: Sequence[StatusChange]
) -> tuple[Entry, ...]:
    """Return the history of a page, the latest first; a status stands after what it speaks of."""
    later = insights(notes)
    numbered = sorted(versions, key=lambda one: one.number)
    timed = [(_moment(one.time), 0, _of_version(one, notes, later)) for one in numbered]
    timed += [(_moment(one.time), 1, _of_status(one)) for one in statuses]
    latest = ""
    for at, (time, kind, entry) in enumerate(timed):
        # Clocks differ between machines; versions keep the order of their numbers.
        if kind == 0:
            latest = max(latest, time)
            timed[at] = (latest, kind, entry)
    ordered = sorted(enumerate(timed), key=lambda item: (item[1][0], item[1][1], item[0]))
    return tuple(entry for _, (_, _, entry) in reversed(ordered))


def correction_line(correction: Correction, insight: Insight | None = None) -> str:
    """Return a correction in one line: old → new, cause, certainty where it was said.

    What was said later stands behind what was said then, with an arrow.
    """
    old, new = visible(correction.old) or "∅", visible(correction.new) or "∅"
    cause = word(correction.cause)
    if insight is not None and insight.cause not in {None, correction.cause}:
        cause = f"{cause} ⇒ {word(insight.cause or correction.cause)}"
    return f"{old} → {new}   {', '.join([cause, *_certainty(correction, insight)])}"


def about(note: Note, versions: Mapping[int, Version]) -> str:
    """Return what a note is about, for a person; empty for the page as a whole."""
    subject = note.subject
    version = versions.get(subject.version) if subject.version is not None else None
    if version is None:
        return ""
    number = QCoreApplication.translate("Words", "version {number}").format(number=version.number)
    if subject.correction is not None and subject.correction < len(version.corrections):
        one = version.corrections[subject.correction]
        return f"{visible(one.old) or '∅'} → {visible(one.new) or '∅'}, {number}"
    if subject.span is not None:
        return f"“{visible(subject.span.of(version.text))}”, {number}"
    return number


def said_in(note: Note) -> str:
    """Return the words of a note, or what it says of a correction anew."""
    insight = next(iter(insights([note]).values()), None)
    said = [note.text] if note.text else []
    if insight is not None and insight.cause is not None:
        template = QCoreApplication.translate("Words", "cause: {cause}")
        said.append(template.format(cause=word(insight.cause)))
    if insight is not None and insight.certainty is not None:
        said.append(_certainty_words(insight.certainty))
    return ", ".join(said)


def _certainty(correction: Correction, insight: Insight | None) -> list[str]:
    later = insight.certainty if insight is not None else None
    if later not in {None, correction.certainty}:
        said = _certainty_words(correction.certainty)
        return [f"{said} ⇒ {word(later or correction.certainty)}"]
    if correction.certainty is Certainty.UNKNOWN:
        return []
    return [_certainty_words(correction.certainty)]


def _certainty_words(certainty: Certainty) -> str:
    template = QCoreApplication.translate("Words", "certainty: {certainty}")
    return template.format(certainty=word(certainty))


def _of_version(version: Version, notes: Sequence[Note], later: Mapping[Place, Insight]) -> Entry:
    cells = (
        str(version.number),
        word(version.origin),
        str(len(version.corrections)),
        local_time(version.time),
        version.author.name,
        version.note or version.evidence or _rule_of(version),
    )
    mine = [one for one in notes if one.subject.version == version.number]
    lines: list[Line] = []
    for at, correction in enumerate(version.corrections):
        insight = later.get((version.number, at))
        tips = [correction.note, correction.evidence]
        if insight is not None:
            tips.append(f"{insight.author}, {local_time(insight.time)}")
        lines.append(Line(correction_line(correction, insight), _joined(tips), at))
        lines += _notes(one for one in mine if one.subject.correction == at and one.text)
    lines += _notes(one for one in mine if one.subject.correction is None)
    tips = [version.note, version.evidence, _rule_of(version)]
    return Entry(version, cells, _joined(tips), tuple(lines))


def _rule_of(version: Version) -> str:
    """Return what the series changed that a version is of; empty for others."""
    wrong, right = version.details.get("wrong"), version.details.get("right")
    if version.origin is not Origin.SERIES or wrong is None or right is None:
        return ""
    return f"{visible(wrong)} → {visible(right)}"


def _notes(notes: Iterable[Note]) -> list[Line]:
    return [
        Line(
            f"✎ {one.author.name}: {said_in(one)}".replace("\n", " "),
            _joined([said_in(one), f"{one.author.name}, {local_time(one.time)}"]),
            one.subject.correction,
        )
        for one in notes
    ]


def _of_status(change: StatusChange) -> Entry:
    note = change.note
    if change.overrides:
        overridden = QCoreApplication.translate("Words", "by the same person, overridden")
        note = ", ".join(part for part in (note, overridden) if part)
    status = word(change.status)
    cells = ("•", status, "", local_time(change.time), change.author.name, note)
    return Entry(None, cells, note, ())


def _moment(time: str) -> str:
    """Return a time so that text order is order in time; what is no time comes first."""
    try:
        return datetime.fromisoformat(time).astimezone(UTC).isoformat()
    except ValueError:
        return ""


def _joined(parts: Iterable[str]) -> str:
    return "\n".join(part for part in parts if part)
