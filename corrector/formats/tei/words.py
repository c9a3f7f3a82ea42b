"""The words of a page that still have their own place on the scan, by line and number."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corrector.formats.material import PageMaterial
from corrector.linking.links import Link
from corrector.scans.geometry import Box
from corrector.text.tokens import Span, tokenise


@dataclass(frozen=True, slots=True)
class WordZone:
    """One word with its place.

    Attributes:
        line: index of its line, from 0.
        number: of the word in the line, from 0.
        span: in the current text.
        box: on the scan, inside of it.
        confidence: of the machine that read it, 0..1; None where it is no longer what was read,
            or the machine did not say.
    """

    line: int
    number: int
    span: Span
    box: Box
    confidence: float | None


def words_on(material: PageMaterial, inside: Callable[[Box], Box | None]) -> Iterator[WordZone]:
    """Yield the words that are one word of the reading each; places are never guessed.

    Args:
        material: the page.
        inside: returns the part of a box that is on the scan, or None.
    """
    links = {link.span: link for link in material.links if len(link.words) == 1}
    line = number = last = 0
    for token in tokenise(material.text):
        feeds = material.text.count("\n", last, token.span.start)
        line, number, last = line + feeds, 0 if feeds else number, token.span.start
        link = links.get(token.span)
        box = inside(link.box) if link is not None and link.box is not None else None
        if link is not None and box is not None and not link.interpolated:
            yield WordZone(line, number, token.span, box, _confidence(material, link, token.text))
        number += 1


def _confidence(material: PageMaterial, link: Link, text: str) -> float | None:
    if material.reading is None:
        return None
    word = material.reading.words[link.words[0]]
    return word.confidence if word.text == text else None
