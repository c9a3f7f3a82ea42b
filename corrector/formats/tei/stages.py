"""Reads from a TEI file what each changed place of a page was in each version."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from corrector.formats.projection import PageText
from corrector.formats.tei.vocabulary import XML_ID, Element, local_name, tei
from corrector.record.entries import Cause, Certainty
from corrector.text.tokens import Span

_SILENT: Final = frozenset({"note", "space", "gap", "figure", "rdg", "corr"})


@dataclass(frozen=True, slots=True)
class ReadStage:
    """One reading of a place.

    Attributes:
        version: from which on it was valid.
        text: of the place.
        cause: why the reading before it was wrong; None for the first.
        certainty: of this reading.
        note: what was said of the correction.
        evidence: what was relied on.
        details: of the origin.
    """

    version: int
    text: str
    cause: Cause | None
    certainty: Certainty
    note: str
    evidence: str
    details: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """A changed place: where it stands in the current text, and its readings, oldest first."""

    span: Span
    stages: tuple[ReadStage, ...]

    def text_in(self, version: int) -> str:
        """Return what the place read in `version`."""
        known = [stage.text for stage in self.stages if stage.version <= version]
        return known[-1] if known else self.stages[0].text


class Places:
    """All changed places of a file."""

    def __init__(self, root: Element) -> None:
        """Take the entries of the apparatus and the notes that point at places."""
        self._entries: dict[str, Element] = {}
        for entry in root.iter(tei("app")):
            self._entries[(entry.get("from") or "#")[1:] or entry.get(XML_ID) or ""] = entry
        self._ends = {key: (entry.get("to") or "#")[1:] for key, entry in self._entries.items()}
        self._choices = {
            choice.get(XML_ID) or "": choice
            for choice in root.iter(tei("choice"))
            if (corr := choice.find(tei("corr"))) is not None and corr.get("change")
        }
        self._notes: dict[str, list[Element]] = {}
        for note in root.iterfind(f"{tei('standOff')}/{tei('note')}"):
            if note.get("type") == "provenance":
                self._notes.setdefault((note.get("target") or "")[1:], []).append(note)

    def on(self, page: PageText) -> list[ReadPlace]:
        """Return the places of a page in order."""
        found: list[ReadPlace] = []
        for identifier, start in page.spans.items():
            if identifier in self._choices:
                found.append(
                    ReadPlace(start, tuple(self._emended(identifier, start.of(page.text))))
                )
            elif identifier in self._entries:
                end = page.spans.get(self._ends[identifier], start)
                span = Span(start.start, end.end)
                entry = self._entries[identifier]
                found.append(ReadPlace(span, tuple(_stages(entry, span.of(page.text)))))
        return sorted(found, key=lambda place: (place.span.start, place.span.end))

    def _emended(self, identifier: str, text: str) -> Iterator[ReadStage]:
        """Yield the readings of a place whose error of the source was emended."""
        choice = self._choices[identifier]
        sic, corr = choice.find(tei("sic")), choice.find(tei("corr"))
        on_page = "" if sic is None else _spelt(sic)
        inner = None if sic is None else self._misread(sic)
        if inner is None:
            yield ReadStage(0, on_page, None, Certainty.UNKNOWN, "", "", {})
        else:
            yield from _stages(inner, on_page)
        notes = self._notes.get(identifier, [])
        if corr is not None:
            version = _version(corr)
            said = [note for note in notes if _version(note) == version]
            yield _stage(corr, version, text, Cause.SOURCE_ERROR, said)

    def _misread(self, sic: Element) -> Element | None:
        for element in sic.iter():
            entry = self._entries.get(element.get(XML_ID) or "")
            if entry is not None:
                return entry
        return None


def _stages(entry: Element, text: str) -> Iterator[ReadStage]:
    """Yield the readings of an entry, oldest first; `text` is the one that stands now."""
    lemma = entry.find(tei("lem"))
    readings = [*([] if lemma is None else [lemma]), *entry.findall(tei("rdg"))][::-1]
    notes = [note for note in entry.iterfind(tei("note")) if note.get("type") == "provenance"]
    cause: Cause | None = None
    for reading in readings:
        version = _version(reading)
        said = [note for note in notes if _version(note) == version]
        own = text if reading is lemma else _spelt(reading)
        yield _stage(reading, version, own, cause, said)
        named = reading.get("cause")
        cause = Cause(named) if named in set(Cause) else Cause.MISREAD_CHARACTER


def _stage(
    element: Element, version: int, text: str, cause: Cause | None, notes: list[Element]
) -> ReadStage:
    certainty = element.get("cert")
    details: dict[str, str] = {}
    for note in notes:
        for item in note.iterfind(f"{tei('list')}/{tei('item')}"):
            details[item.get("n") or ""] = item.text or ""
    return ReadStage(
        version,
        text,
        cause,
        Certainty(certainty) if certainty in set(Certainty) else Certainty.UNKNOWN,
        " | ".join(filter(None, (_said(note) for note in notes))),
        " | ".join(inner.text or "" for note in notes for inner in note.iterfind(tei("note"))),
        details,
    )


def _said(note: Element) -> str:
    """Return the words of a note without those of the elements in it."""
    date = note.find(tei("date"))
    return (note.text or "") + ("" if date is None else date.tail or "")


def _version(element: Element) -> int:
    """Return the number of the version that an element points at."""
    number = (element.get("change") or "").rpartition(".")[2]
    return int(number) if number.isdecimal() else 0


def _spelt(element: Element) -> str:
    """Return the text of a reading with a line feed for each line break."""
    parts = [(element.text or "").replace("\n", "")]
    for inner in element:
        name = local_name(inner)
        if name == "lb":
            parts.append("\n")
        elif name not in _SILENT:
            parts.append(_spelt(inner))
        parts.append((inner.tail or "").replace("\n", ""))
    return "".join(parts)
