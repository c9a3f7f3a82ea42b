"""The stand-off part: the apparatus, the notes on marks, and how sure the machine was."""

from collections.abc import Sequence

from corrector.formats.material import DocumentMaterial
from corrector.formats.tei.apparatus import remarks, standoff_app
from corrector.formats.tei.body import WrittenPage
from corrector.formats.tei.identifiers import pointer
from corrector.formats.tei.marks import mark_note, query_annotation
from corrector.formats.tei.page_context import PageContext
from corrector.formats.tei.vocabulary import Element, child


def write_standoff(
    material: DocumentMaterial,
    contexts: Sequence[PageContext],
    written: Sequence[WrittenPage],
    root: Element,
) -> None:
    """Append the stand-off part; nothing where there is nothing to say."""
    standoff = child(root, "standOff", {"type": "corrections"})
    pages = list(zip(contexts, written, strict=True))
    _apparatus(pages, standoff)
    if material.wishes.get("confidences"):
        for context in contexts:
            _confidences(context, standoff)
    _queries(pages, standoff)
    for context, page in pages:
        for place, identifier in page.emended:
            remarks(context, standoff, place.emended, pointer(identifier))
        for numbered, ends in page.marks:
            mark_note(context, standoff, numbered, ends=ends)
    if not len(standoff):
        root.remove(standoff)


def _queries(pages: Sequence[tuple[PageContext, WrittenPage]], standoff: Element) -> None:
    """Append the questions that people left open."""
    open_ones = [
        (context, numbered, ends)
        for context, page in pages
        for numbered, ends in page.marks
        if numbered.mark.kind == "query"
    ]
    if open_ones:
        questions = child(standoff, "listAnnotation", {"type": "open-queries"})
        for context, numbered, ends in open_ones:
            query_annotation(context, questions, numbered, ends=ends)


def _apparatus(pages: Sequence[tuple[PageContext, WrittenPage]], standoff: Element) -> None:
    if any(page.places for _, page in pages):
        entries = child(standoff, "listApp", {"type": "corrections"})
        for context, page in pages:
            for place, line in page.places:
                standoff_app(context, entries, place, line)


def _confidences(context: PageContext, standoff: Element) -> None:
    """Append how sure the machine was of the words that are still as it read them."""
    for word in context.words:
        if word.confidence is not None:
            attributes = {
                "locus": "value",
                "target": pointer(context.ids.word_zone(word.line, word.number)),
                "degree": f"{word.confidence:.2f}",
            }
            child(standoff, "certainty", attributes)
