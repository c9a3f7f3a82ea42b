"""Where the tokens of a page stand on its scan, read silently where nobody read the scan yet."""

from dataclasses import dataclass

from corrector.errors import InputError
from corrector.linking.interpolation import placed
from corrector.linking.line_direction import direction_of
from corrector.linking.links import Link
from corrector.ocr.engine import Engine
from corrector.ocr.words import Reading
from corrector.record import versions
from corrector.record.entries import Page
from corrector.tasks.collection import Collection
from corrector.tasks.placing import read_places
from corrector.tasks.witness import latest_reading, witness_of
from corrector.text.tokens import tokenise


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """The newest text of a page and a link for each of its tokens.

    Attributes:
        page: which page.
        text: of its newest version; empty where it has none.
        links: in order of the text; without words and box where nothing is known.
        error: why its scan could not be read; None where it could, or was not asked for.
    """

    page: Page
    text: str
    links: tuple[Link, ...]
    error: InputError | None = None


def lacks_places(collection: Collection, page: Page) -> bool:
    """Tell whether the scan of a page with a text has to be read before its links are known."""
    known = page.scan is None or not page.versions
    return not known and latest_reading(collection, page) is None


def link_page(
    collection: Collection,
    page: Page,
    *,
    languages: str | None,
    usual: str | None = None,
    time_limit: float,
    engine: Engine | None = None,
) -> LinkedPage:
    """Return the links of the newest text of `page`; its scan is read where that is missing.

    Args:
        collection: opened for work, unless no page lacks its places.
        page: with or without text and scan.
        languages: asked for just now; None to go by what is set for the page.
        usual: languages where nothing is set; None to have them guessed from the text.
        time_limit: in seconds.
        engine: another engine than Tesseract.

    Raises:
        MissingProgramError: if the engine is not installed.
    """
    with collection.record.reading() as connection:
        text = versions.text_of(connection, page.id)
    reading, error = latest_reading(collection, page), None
    if lacks_places(collection, page):
        try:
            reading = read_places(
                collection,
                page,
                text,
                languages=languages,
                usual=usual,
                time_limit=time_limit,
                engine=engine,
            )
        except InputError as found:
            error = found
    return LinkedPage(page, text, _links(text, reading), error)


def _links(text: str, reading: Reading | None) -> tuple[Link, ...]:
    if reading is None:
        return tuple(Link(token.span, (), 0.0, None) for token in tokenise(text))
    return tuple(placed(witness_of(text, reading).links, text, direction_of(reading.words)))
