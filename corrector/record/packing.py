"""Data types into JSON text and back, exactly; the database stores nothing richer than text."""

import json
import zlib
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from corrector.ocr.words import Word
from corrector.record.entries import Cause, Certainty, Origin, Statement, TextSource
from corrector.scans.geometry import Box
from corrector.text.decoding import TextForm
from corrector.text.marks import Mark
from corrector.text.tokens import Span


def canonical(value: object) -> str:
    """Return the one JSON form of `value`: sorted keys, no blanks, ASCII only."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)


def unpacked_mapping(text: str) -> Mapping[str, str]:
    """Return the read-only mapping of a JSON text."""
    return MappingProxyType(json.loads(text))


def unpacked_names(text: str) -> tuple[str, ...]:
    """Return the strings of a JSON list."""
    return tuple(json.loads(text))


def packed_source(source: TextSource | None) -> str | None:
    """Return JSON for where a page's text came from."""
    if source is None:
        return None
    form = source.form
    packed: dict[str, object] = {
        "path": source.path,
        "part": source.part,
        "after": source.after,
        "sha256": source.sha256,
        "encoding": form.encoding,
        "mark": form.mark,
        "newline": form.newline,
    }
    if source.span is not None:
        packed["span"] = [source.span.start, source.span.end]
    return canonical(packed)


def unpacked_source(text: str | None) -> TextSource | None:
    """Return what `packed_source` packed."""
    if text is None:
        return None
    found = json.loads(text)
    form = TextForm(found["encoding"], found["mark"], found["newline"])
    span = Span(*found["span"]) if "span" in found else None
    return TextSource(found["path"], found["part"], found["after"], form, found["sha256"], span)


def plain_mark(mark: Mark) -> list[object]:
    """Return a mark as a list of plain values; the last, its fields, only where it has any."""
    plain = [mark.kind, mark.span.start, mark.span.end, mark.author, mark.time, mark.note]
    return [*plain, mark.fields] if mark.fields else plain


def unpacked_fields(text: str) -> tuple[tuple[str, str], ...]:
    """Return the fields of a mark from a JSON list of names and values."""
    return tuple((name, value) for name, value in json.loads(text))


def packed_marks(marks: Sequence[Mark]) -> str:
    """Return JSON for marks."""
    return canonical([plain_mark(mark) for mark in marks])


def unpacked_marks(text: str) -> tuple[Mark, ...]:
    """Return what `packed_marks` packed."""
    return tuple(_mark(plain) for plain in json.loads(text))


def _mark(plain: Sequence[Any]) -> Mark:
    kind, start, end, author, time, note, *fields = plain
    pairs = tuple((name, value) for name, value in (fields[0] if fields else ()))
    return Mark(kind, Span(start, end), author, time, note, pairs)


def packed_statements(statements: Sequence[Statement]) -> str:
    """Return JSON for what was said about places."""
    return canonical(
        [
            {
                "span": [said.span.start, said.span.end],
                "origin": said.origin,
                "cause": said.cause,
                "certainty": said.certainty,
                "evidence": said.evidence,
                "note": said.note,
                "details": dict(said.details),
            }
            for said in statements
        ]
    )


def unpacked_statements(text: str) -> tuple[Statement, ...]:
    """Return what `packed_statements` packed."""
    return tuple(
        Statement(
            span=Span(*said["span"]),
            origin=None if said["origin"] is None else Origin(said["origin"]),
            cause=None if said["cause"] is None else Cause(said["cause"]),
            certainty=Certainty(said["certainty"]),
            evidence=said["evidence"],
            note=said["note"],
            details=MappingProxyType(said["details"]),
        )
        for said in json.loads(text)
    )


def packed_words(words: Sequence[Word]) -> bytes:
    """Return compressed JSON for the words of a reading; a page of 450 words takes about 8 KB."""
    rows = [_plain_word(word) for word in words]
    return zlib.compress(canonical(rows).encode("ascii"))


def _plain_word(word: Word) -> list[object]:
    span, box = word.span, word.box
    place = [span.start, span.end, box.x, box.y, box.width, box.height]
    return [word.text, *place, word.confidence, word.block, word.line]


def unpacked_words(data: bytes) -> tuple[Word, ...]:
    """Return what `packed_words` packed."""
    return tuple(
        Word(text, Span(start, end), Box(x, y, width, height), confidence, block, line)
        for text, start, end, x, y, width, height, confidence, block, line in json.loads(
            zlib.decompress(data)
        )
    )
