"""Reads the scan of a page that has a text already, only to know where its words stand."""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from corrector.errors import MissingProgramError
from corrector.ocr.engine import Engine
from corrector.ocr.languages import choose_languages
from corrector.ocr.preparations import AUTO
from corrector.ocr.words import EngineDescription, Reading
from corrector.record import readings
from corrector.record.entries import Page
from corrector.scans.fingerprint import sha256_of
from corrector.tasks.clock import now
from corrector.tasks.collection import Collection
from corrector.tasks.engines import engine_for
from corrector.tasks.languages import languages_for
from corrector.tasks.page_languages import language_wish

PURPOSE: Final = "purpose"
PLACES: Final = "places"


def read_places(
    collection: Collection,
    page: Page,
    text: str,
    *,
    languages: str | None = None,
    usual: str | None = None,
    time_limit: float,
    engine: Engine | None = None,
) -> Reading | None:
    """Read the scan of `page` and keep the reading; nobody is asked to look at it.

    Args:
        collection: opened for work.
        page: that has a text.
        text: from which the language is guessed where none is set.
        languages: as the person names them; None to go by what is set for the page.
        usual: languages where nothing is set.
        time_limit: in seconds.
        engine: another than the one that is installed.

    Returns:
        the reading, or None where the page has no scan.

    Raises:
        MissingProgramError: if the engine is not installed.
        InputError: if the scan cannot be read.
    """
    source = collection.scan_of(page)
    if source is None:
        return None
    wish = language_wish(collection, languages, usual).for_reading(page.id)
    wanted = wish or "+".join(languages_for(text, None))
    # A block that a poor reading lost has no places, however good the text is.
    engine = engine or engine_for(wanted, AUTO)
    digest = sha256_of(source.path)
    found = engine.recognise(source, _models(engine, wanted), time_limit=time_limit)
    reading = only_for_places(found)
    with collection.record.writing() as connection:
        readings.add_reading(connection, page.id, reading, digest, now=now(), adopted=False)
    return reading


def only_for_places(reading: Reading) -> Reading:
    """Return `reading` so described that nobody is asked to look at it."""
    parameters = MappingProxyType({**reading.engine.parameters, PURPOSE: PLACES})
    return replace(reading, engine=replace(reading.engine, parameters=parameters))


def is_only_for_places(engine: EngineDescription) -> bool:
    """Tell whether a reading was made without anybody asking for it."""
    return engine.parameters.get(PURPOSE) == PLACES


def _models(engine: Engine, languages: str) -> tuple[str, ...]:
    """Return the models for `languages`, or the usual ones where they are missing."""
    installed = engine.installed_languages()
    try:
        return choose_languages(languages, installed)
    except MissingProgramError:
        return choose_languages(None, installed)
