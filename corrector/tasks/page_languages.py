"""In which languages each page is read and checked: as set, as usual for the person, or guessed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corrector.errors import UsageError
from corrector.messages import QT_TRANSLATE_NOOP
from corrector.record.descriptions import describe, describe_collection
from corrector.record.entries import Document, Page
from corrector.record.set_languages import (
    NOTHING_SET,
    SetLanguages,
    set_languages,
    set_page_language,
)
from corrector.record.texts import newest_texts
from corrector.suspicion.named_languages import (
    has_word_list,
    language_codes,
    unknown_languages,
)
from corrector.tasks.collection import Collection
from corrector.tasks.languages import languages_for


class Source(StrEnum):
    """Who said in which languages a page is."""

    PAGE = "page"
    DOCUMENT = "document"
    COLLECTION = "collection"
    PERSON = "person"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class PageLanguages:
    """The languages of one page.

    Attributes:
        page: which.
        codes: ISO 639-1 codes with which it is checked, the main language first; empty where the
            page has no text to guess from.
        source: who said so.
        set_here: what is set for the page itself, as it was written; empty where nothing is.
        of_document: what is set for its document.
    """

    page: Page
    codes: tuple[str, ...]
    source: Source
    set_here: str
    of_document: str


@dataclass(frozen=True, slots=True)
class LanguageWish:
    """What decides the languages of pages, the strongest first.

    Attributes:
        languages: asked for just now, for all pages; None where nothing was.
        found: what is set in the record.
        usual: what the person has set for all collections; None where nothing is.
    """

    languages: str | None = None
    found: SetLanguages = NOTHING_SET
    usual: str | None = None

    def for_checking(self, page_id: int | None) -> str | None:
        """Return the languages to check a page in; None to guess them from its text."""
        return self.languages or self._set(page_id, lists=True)[0] or self.usual or None

    def for_reading(self, page_id: int | None) -> str | None:
        """Return the languages to read a scan in; None for the engine's usual ones."""
        return self.languages or self._set(page_id, lists=False)[0] or self.usual or None

    def source(self, page_id: int) -> Source:
        """Return who said in which languages a page is checked."""
        if self.languages:
            return Source.PERSON
        said, source = self._set(page_id, lists=True)
        if said:
            return source
        return Source.PERSON if self.usual else Source.GUESSED

    def _set(self, page_id: int | None, *, lists: bool) -> tuple[str, Source]:
        """Return what is set nearest to the page; words that name no language are passed over."""
        near = (
            ("" if page_id is None else self.found.pages.get(page_id, ""), Source.PAGE),
            ("" if page_id is None else self.found.of_document(page_id), Source.DOCUMENT),
            (self.found.collection, Source.COLLECTION),
        )
        for said, source in near:
            codes = language_codes(said)
            usable = [code for code in codes if not lists or has_word_list(code)]
            if usable:
                return "+".join(usable), source
        return "", Source.GUESSED


def language_wish(
    collection: Collection, languages: str | None = None, usual: str | None = None
) -> LanguageWish:
    """Return what decides the languages of the pages of a collection as it is now.

    Args:
        collection: whose record is asked.
        languages: asked for just now, for all pages; None to go by the record.
        usual: what the person has set for all collections; the record goes before it.
    """
    with collection.record.reading() as connection:
        return LanguageWish(languages, set_languages(connection), usual)


def languages_of_pages(
    collection: Collection, pages: Sequence[Page], usual: str | None = None
) -> tuple[PageLanguages, ...]:
    """Return in which languages each of `pages` is checked, and who said so."""
    wish = language_wish(collection, usual=usual)
    wanted = {page.id for page in pages}
    with collection.record.reading() as connection:
        texts = {key: text for key, text in newest_texts(connection) if key in wanted}
    return tuple(
        PageLanguages(
            page,
            languages_for(texts[page.id], wish.for_checking(page.id)) if page.id in texts else (),
            wish.source(page.id),
            wish.found.pages.get(page.id, ""),
            wish.found.of_document(page.id),
        )
        for page in pages
    )


def set_languages_of(
    collection: Collection, wishes: Sequence[tuple[Page | Document | None, str]]
) -> None:
    """Set the languages of pages, documents and the collection; all of them, or none.

    For documents and the collection this is the language of their description.

    Args:
        collection: opened for work.
        wishes: a page, a document, or None for the collection, each with languages such as ``en``
            or ``deu+en``; empty to take back what is set there.

    Raises:
        UsageError: if a wish names a language that is not known; nothing is changed.
        OutputError: if it cannot be written; nothing is changed.
    """
    codes = [(where, "+".join(_required(languages))) for where, languages in wishes]
    with collection.record.writing() as connection:
        for where, said in codes:
            if where is None:
                describe_collection(connection, {"language": said})
            elif isinstance(where, Document):
                describe(connection, where.key, {"language": said})
            else:
                set_page_language(connection, where.id, said)


def _required(languages: str) -> tuple[str, ...]:
    """Return the codes of languages, each of which has to be known."""
    unknown = unknown_languages(languages)
    if unknown:
        raise UsageError(
            QT_TRANSLATE_NOOP(
                "Errors",
                "There is no language “{language}”. Nothing was changed. Write codes such as en, "
                "de or fra, several joined by +, the most frequent first: de+en.",
            ),
            language=unknown[0],
        )
    return language_codes(languages)
