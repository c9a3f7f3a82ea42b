"""Reads a page or a region of it again, for a person to compare; the record is not touched."""

from corrector.errors import InputError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.ocr.languages import choose_languages
from corrector.ocr.preparations import NONE
from corrector.ocr.prepared import PreparedEngine
from corrector.ocr.words import Reading
from corrector.record.entries import Page
from corrector.scans.geometry import Box
from corrector.tasks.collection import Collection
from corrector.tasks.engines import engine_for
from corrector.tasks.page_languages import language_wish


def read_again(
    collection: Collection,
    page: Page,
    region: Box | None = None,
    *,
    languages: str | None = None,
    usual: str | None = None,
    preparation: str = NONE,
    time_limit: float = 180.0,
    engine: PreparedEngine | None = None,
) -> Reading:
    """Return what stands on the scan of `page`, or in a region of it.

    Args:
        collection: that the page is in.
        page: with a scan.
        region: in pixels of the stored scan; None for all of it.
        languages: as the person names them; None to go by what is set for the page.
        usual: languages where nothing is set; None means the engine's.
        preparation: `none`, `auto`, or a name of `ocr.preparations.PREPARATIONS`.
        time_limit: in seconds.
        engine: another than the one that is installed.

    Raises:
        MissingProgramError: if the engine or a language is not installed.
        InputError: if there is no scan, it cannot be read, or the region holds nothing of it.
        UsageError: if there is no such preparation or language.
    """
    wanted = language_wish(collection, languages, usual).for_reading(page.id)
    engine = engine or engine_for(wanted, preparation)
    source = collection.scan_of(page)
    if source is None:
        raise InputError(
            QT_TRANSLATE_NOOP("Errors", "Page {page} has no scan to recognise."), page=page.label
        )
    chosen = choose_languages(wanted, engine.installed_languages())
    return engine.recognise_region(source, region, chosen, time_limit=time_limit)
