"""Writes a document as TEI and checks the file before anybody gets it."""

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from lxml import etree

from corrector.formats.changes_table import changes_beside
from corrector.formats.file_names import safe_stem
from corrector.formats.material import DocumentMaterial
from corrector.formats.tei.agents import Agents
from corrector.formats.tei.body import WrittenPage, write_page
from corrector.formats.tei.characters import code_point_names
from corrector.formats.tei.divisions import linked_divisions
from corrector.formats.tei.encoding_description import refused_on
from corrector.formats.tei.facsimile import write_facsimile
from corrector.formats.tei.header import write_header
from corrector.formats.tei.ink import Ink
from corrector.formats.tei.invariants import check_invariants
from corrector.formats.tei.layout import set_apart
from corrector.formats.tei.outline import Frame, outline
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.standoff import write_standoff
from corrector.formats.tei.validation import require_valid
from corrector.formats.tei.vocabulary import Element, child, root_element
from corrector.formats.written import WrittenFile
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.record.entries import Person

SUFFIX = ".xml"


def write_tei(material: DocumentMaterial, profile: Profile = Profile.DIPLOMATIC) -> WrittenFile:
    """Return the document as one TEI file.

    Raises:
        InvariantError: if the file does not say what the record says; this is a fault of ours.
        InputError: if the schema that was wished cannot be read.
        OutputError: if that schema finds the file invalid.
    """
    agents = Agents(material.pages, Person(f"Corrector {material.program_version}".strip()))
    wished = material.wishes.get("word-zones") or material.wishes.get("confidences")
    with_words = bool(wished) and profile is not Profile.READING
    contexts = [
        PageContext(page, position, agents, profile, with_words)
        for position, page in enumerate(material.pages, start=1)
    ]
    content = _content(material, contexts, agents, profile)
    check_invariants(content, material, profile)
    if material.wishes.get("schema"):
        require_valid(content, Path(material.wishes["schema"]))
    stem = safe_stem(material.document.label or material.document.key)
    notices = tuple(_notices(contexts))
    return WrittenFile(f"{stem}{SUFFIX}", content, notices, changes_beside(material))


def _content(
    material: DocumentMaterial,
    contexts: list[PageContext],
    agents: Agents,
    profile: Profile,
) -> bytes:
    """Return the bytes of the file; its tree is gone before the check builds one of its own."""
    root = root_element()
    write_header(material, contexts, agents, profile, root)
    write_facsimile(contexts, root)
    written = _text(contexts, root)
    write_standoff(material, contexts, written, root)
    set_apart(root)
    return _serialised(root)


def _text(contexts: Sequence[PageContext], root: Element) -> list[WrittenPage]:
    body = child(child(root, "text"), "body")
    body.text = "\n"
    if not contexts:
        child(body, "ab")
        return []
    ink = Ink(body)
    frames = _frames(contexts)
    return [write_page(context, ink, own) for context, own in zip(contexts, frames, strict=True)]


def _frames(contexts: Sequence[PageContext]) -> list[list[Frame]]:
    """Return what is written around the blocks of all pages, the pieces of divisions linked."""
    items = [context.arrangement.items for context in contexts]
    frames = outline(items)
    ids = [context.ids for context in contexts]
    linked = linked_divisions(list(zip(ids, items, strict=True)))
    for item, frame in zip(chain(*items), chain(*frames), strict=True):
        if item.division is not None and frame.opens:
            frame.opens[0][1].update(linked.get(id(item.division), {}))
    return frames


def _serialised(root: Element) -> bytes:
    content: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return content + b"\n"


def _notices(contexts: Iterable[PageContext]) -> Iterable[Message]:
    for context in contexts:
        found = refused_on(context)
        if found:
            yield message(
                QT_TRANSLATE_NOOP(
                    "Formats",
                    "Page “{page}”: XML cannot hold {characters}. They were left out of the TEI "
                    "file, whose header says so; the text in the record is unchanged.",
                ),
                page=context.material.page.label,
                characters=code_point_names(found),
            )
