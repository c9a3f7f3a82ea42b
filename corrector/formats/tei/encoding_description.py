"""The header's account of the encoding: what was done to the text, the causes, the programs."""

import re
from collections import Counter
from typing import Final

from corrector.formats.material import DocumentMaterial
from corrector.formats.tei.characters import code_point_names, refused
from corrector.formats.tei.moments import when
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.vocabulary import XML_ID, Element, child
from corrector.ocr.words import EngineDescription
from corrector.record.entries import Cause, Status

_VERSION_NUMBER: Final = re.compile(r"\d+[a-z]*\d*(\.\d+[a-z]*\d*){0,3}")
_NOT_IN_NAME: Final = re.compile(r"[^a-z0-9]+")

_CORRECTED: Final = {
    Profile.DIPLOMATIC: (
        "markup",
        (
            "Misreadings of the first transcription are replaced in the text; each place is "
            "recorded as an app in the stand-off part: the reading that stands now, the readings "
            "before it, who changed it, when and why. A place corrected several times is one app "
            "whose readings are numbered in varSeq; what was changed and changed back is not "
            "recorded here."
        ),
    ),
    Profile.INLINE: (
        "markup",
        (
            "Misreadings of the first transcription are recorded where they were replaced, as an "
            "app with the reading that stands now and the readings before it."
        ),
    ),
    Profile.READING: ("silent", "Corrections were made silently; nothing else was changed."),
}
_SOURCE_ERRORS: Final = {
    True: " Errors of the source were emended and abbreviations spelt out silently.",
    False: " Errors of the source stand in sic, with their emendation in corr.",
}
_CAUSES: Final = {
    Cause.MISREAD_CHARACTER: "a character was misread",
    Cause.SPLIT: "a word was split",
    Cause.JOINED: "words were joined",
    Cause.INSERTED_NOISE: "noise was read as text",
    Cause.OMITTED: "text on the page was not read",
    Cause.CASE: "capital and small letters were confused",
    Cause.PUNCTUATION: "punctuation was misread",
    Cause.SPACING: "blanks or line ends were misread",
    Cause.SOURCE_ERROR: "the source itself is in error",
    Cause.EDITORIAL: "an editorial decision, not a misreading",
}
_MARKED: Final = (
    "What people said about places of the text stands as an element around the place or, where "
    "none fits, between two anchors; a note in the stand-off part says who set it, when and why."
)
_METHODS: Final = {
    Profile.DIPLOMATIC: ("double-end-point", "external"),
    Profile.INLINE: ("parallel-segmentation", "internal"),
}


def write_encoding(
    material: DocumentMaterial, contexts: list[PageContext], profile: Profile, header: Element
) -> None:
    """Append the description of the encoding to the header."""
    description = child(header, "encodingDesc")
    editorial = child(description, "editorialDecl")
    _correction(contexts, profile, editorial)
    _text(contexts, profile, editorial)
    if material.description.get("editorial-declaration"):
        child(editorial, "p", text=material.description["editorial-declaration"])
    if profile in _METHODS:
        method, location = _METHODS[profile]
        child(description, "variantEncoding", {"method": method, "location": location})
    _causes(description)
    _programs(material, contexts, description)


def _correction(contexts: list[PageContext], profile: Profile, editorial: Element) -> None:
    method, told = _CORRECTED[profile]
    correction = child(editorial, "correction", {"status": _checked(contexts), "method": method})
    child(correction, "p", text=told + _SOURCE_ERRORS[profile is Profile.READING])
    counts = Counter(context.material.page.status for context in contexts)
    pages = ", ".join(f"{status.value}: {counts[status]}" for status in Status if counts[status])
    child(correction, "p", text=f"State of the pages: {pages or 'none'}.")


def _checked(contexts: list[PageContext]) -> str:
    """Return how thoroughly the document was checked: as its least checked page."""
    statuses = {context.material.page.status for context in contexts} - {Status.BLANK}
    if statuses <= {Status.VALIDATED}:
        return "high" if contexts else "unknown"
    return "medium" if statuses <= {Status.VALIDATED, Status.PROOFREAD} else "low"


def _text(contexts: list[PageContext], profile: Profile, editorial: Element) -> None:
    normalization = child(editorial, "normalization")
    child(normalization, "p", text=_left_out(contexts))
    joined = profile is Profile.READING
    hyphenation = child(editorial, "hyphenation", {"eol": "some" if joined else "all"})
    child(hyphenation, "p", text=_hyphens(joined=joined))
    segmentation = child(editorial, "segmentation")
    child(segmentation, "p", text=_segments(joined=joined))
    interpretation = child(editorial, "interpretation")
    child(interpretation, "p", text=_MARKED)


def _left_out(contexts: list[PageContext]) -> str:
    parts: list[str] = []
    for context in contexts:
        found = refused_on(context)
        if found:
            names = code_point_names(found)
            parts.append(f"page “{context.material.page.label}”: {len(found)} ({names})")
    if not parts:
        return "None."
    return f"Control characters that XML cannot hold were left out: {'; '.join(parts)}."


def refused_on(context: PageContext) -> list[str]:
    """Return the characters of the page's first and current text that XML refuses."""
    versions = context.material.versions
    return refused(versions[0].text) + refused(versions[-1].text) if versions else []


def _hyphens(*, joined: bool) -> str:
    sure = (
        "A word counts as divided where a letter and a hyphen end a line and the next line goes on "
        "with a small letter, words such as “and” after a suspended hyphen excepted."
    )
    if joined:
        return f"{sure} It was joined; any other hyphen at a line end was kept."
    return (
        f"{sure} Such a line begins with lb break=no; break=maybe says that the next line does not "
        "tell. Hyphens are kept as they stand. Words divided between pages are not marked."
    )


def _segments(*, joined: bool) -> str:
    common = (
        "An ab is a stretch between blank lines or marked blocks; paragraphs and parts of a "
        "letter are only where a person marked them. "
    )
    if joined:
        return common + "Lines are not kept."
    return common + (
        "Every line of the text begins with lb, a blank line too (it has no number); an lb with "
        "nothing after it ends the last line. Line feeds in the file itself mean nothing. "
        "Coordinates are pixels of the scan's file as stored, before any rotation."
    )


def _causes(description: Element) -> None:
    taxonomy = child(child(description, "classDecl"), "taxonomy", {XML_ID: "cause"})
    for cause, told in _CAUSES.items():
        category = child(taxonomy, "category", {XML_ID: f"cause.{cause.value}"})
        child(category, "catDesc", text=told)


def _programs(
    material: DocumentMaterial, contexts: list[PageContext], description: Element
) -> None:
    programs = child(description, "appInfo")
    engines: dict[str, EngineDescription] = {}
    for context in contexts:
        reading = context.material.reading
        if reading is not None:
            engines.setdefault(_parameters(reading.engine), reading.engine)
    for told, engine in engines.items():
        _program(programs, engine.name, engine.version, told)
    own = _program(programs, "Corrector", material.program_version, "Wrote this file.")
    if when(material.exported):
        own.set("when", material.exported)


def _program(programs: Element, name: str, version: str, told: str) -> Element:
    number = _VERSION_NUMBER.match(version)
    ident = _NOT_IN_NAME.sub("-", name.lower()).strip("-")
    attributes = {
        "ident": ident if ident[:1].isalpha() else f"program-{ident}".strip("-"),
        "version": number[0] if number else "0",
    }
    program = child(programs, "application", attributes)
    child(program, "label", text=f"{name} {version}".strip())
    child(program, "desc", text=told)
    return program


def _parameters(engine: EngineDescription) -> str:
    parameters = ", ".join(f"{name}={value}" for name, value in sorted(engine.parameters.items()))
    languages = "+".join(engine.languages) or "not recorded"
    used = f"; {parameters}" if parameters else ""
    return f"{engine.name} {engine.version}: read the scans, languages {languages}{used}."
