"""Reviews texts: which tokens are suspicious, with all evidence that the collection holds."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache, partial

from corrector.record import versions
from corrector.record.corrections import corrections_between
from corrector.record.entries import Correction, Origin, Page, Statement
from corrector.record.set_languages import set_languages
from corrector.record.texts import newest_texts
from corrector.suspicion.checker import Checker
from corrector.suspicion.counting import word_counts
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.findings import CheckResult
from corrector.suspicion.learning import Learned
from corrector.tasks.collection import Collection
from corrector.tasks.collection_lexicon import CollectionLexicon
from corrector.tasks.languages import languages_for
from corrector.tasks.lessons import learned_in, lessons_forgotten, lessons_in
from corrector.tasks.lexicons import known_words
from corrector.tasks.page_languages import LanguageWish
from corrector.tasks.personal_lexicon import PersonalLexicon
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.settled import settled_spans
from corrector.tasks.taught_words import TaughtWords
from corrector.tasks.witness import NO_WITNESS, Witness
from corrector.text.edits import smallest_edits
from corrector.text.marks import Mark
from corrector.text.tokens import Span


def check_text(
    text: str, languages: str | None, threshold: float | None, *, all_tokens: bool = False
) -> CheckResult:
    """Return the suspicions of a text of which nothing else is known."""
    checker = _checker(languages_for(text, languages))
    evidence = Evidence(
        collection_words=word_counts(text),
        known_words=known_words(checker.languages, PersonalLexicon()),
    )
    return checker.check(text, evidence, threshold=threshold, all_tokens=all_tokens)


class Reviewer:
    """Checks the pages of one collection; holds what all its pages say as evidence.

    That is: the words of all texts, what persons corrected and confirmed, and their lexicons.
    """

    def __init__(
        self,
        collection: Collection,
        languages: str | None = None,
        progress: Progress = NO_PROGRESS,
        *,
        usual: str | None = None,
    ) -> None:
        """Read the newest text of every page and all that persons taught once.

        Args:
            collection: whose pages will be checked.
            languages: of all its texts; None to go by what is set in the record, or to guess them
                from each page.
            progress: hears of the pages read.
            usual: languages where nothing is set; None to guess them.
        """
        self._collection = collection
        self._words: Counter[str] = Counter()
        self._of_page: dict[int, Counter[str]] = {}
        self.lexicons = (PersonalLexicon(), CollectionLexicon(collection))
        self._known: dict[tuple[str, ...], frozenset[str]] = {}
        self._latest: tuple[int, CheckResult] | None = None
        with collection.record.reading() as connection:
            for page_id, text in newest_texts(connection):
                progress.raise_if_cancelled()
                self.remember(page_id, text)
            self.lessons = lessons_in(connection)
            self.wish = LanguageWish(languages, set_languages(connection), usual)

    def remember(self, page_id: int, text: str, corrections: Iterable[Correction] = ()) -> None:
        """Count the words of a page anew and learn from `corrections`, after it was saved."""
        self._words.subtract(self._of_page.get(page_id, Counter()))
        self._of_page[page_id] = word_counts(text)
        self._words.update(self._of_page[page_id])
        corrected = tuple(corrections)
        if any(one.origin is Origin.RESTORED for one in corrected):
            with self._collection.record.reading() as connection:
                self.lessons.learn_anew(page_id, learned_in(connection))
        elif corrected:
            self.lessons.learn(page_id, text, corrected)

    @property
    def learned(self) -> Learned:
        """What corrections and confirmations taught until now."""
        return self.lessons.learned

    def taught_words(self) -> TaughtWords:
        """Return what was taught until now, to be asked about one text after another."""
        return TaughtWords(self.learned, self.lexicons)

    def read_lexicons_again(self) -> None:
        """Hear that words or lessons were added, or removed."""
        self._known = {}
        with self._collection.record.reading() as connection:
            self.lessons.forget(lessons_forgotten(connection))

    def read_languages_again(self) -> None:
        """Hear that languages were set for a page, a document or the collection."""
        with self._collection.record.reading() as connection:
            self.wish = replace(self.wish, found=set_languages(connection))

    def heed(
        self,
        page_id: int,
        text: str,
        marks: Iterable[Mark],
        saved: str | None = None,
        statements: Sequence[Statement] = (),
    ) -> None:
        """Learn at once what is confirmed and corrected on a page as it is now, saved or not.

        Args:
            page_id: which page.
            text: as it is now.
            marks: as they stand in it.
            saved: the text of its newest version; None where the difference is no person's doing.
            statements: what was said about places of `text` since.
        """
        differs = saved is not None and saved != text
        unsaved = corrections_between(saved or "", text, statements) if differs else ()
        self.lessons.heed(page_id, text, marks, unsaved)

    def check(
        self,
        text: str,
        settled: Sequence[Span] = (),
        witness: Witness = NO_WITNESS,
        *,
        threshold: float | None = None,
        all_tokens: bool = False,
        page_id: int | None = None,
        working: bool = False,
    ) -> CheckResult:
        """Return the suspicions of a page.

        Args:
            text: as it is now, saved or not.
            settled: spans that a person has confirmed or typed; they are not asked about again.
            witness: what a reading of the scan says.
            threshold: from which a suspicion is shown; None for the default.
            all_tokens: list the tokens below the threshold too.
            page_id: which page it is, for the languages that are set; None for any text.
            working: whether the page is being worked on; where it was checked last, only what
                changed since is looked at closely.
        """
        checker, evidence = self.prepared(text, settled, witness, page_id)
        check: Callable[..., CheckResult] = checker.check
        latest = self._latest
        if working and latest and latest[0] == page_id and latest[1].languages == checker.languages:
            edits = smallest_edits(latest[1].text, text)
            check = partial(checker.recheck, latest[1], edits=edits)
        found = check(text=text, evidence=evidence, threshold=threshold, all_tokens=all_tokens)
        if working and page_id is not None:
            self._latest = page_id, found
        return found

    def prepared(
        self, text: str, settled: Sequence[Span], witness: Witness, page_id: int | None
    ) -> tuple[Checker, Evidence]:
        """Return what checks a page, and all that is known beside its text."""
        checker = _checker(languages_for(text, self.wish.for_checking(page_id)))
        evidence = Evidence(
            confidences=witness.confidences if witness.own else {},
            readings=witness.readings,
            sureness=witness.sureness,
            collection_words=self._words,
            known_words=self._known_words(checker.languages),
            confirmed=tuple(settled),
            learned=self.lessons.learned,
        )
        return checker, evidence

    def _known_words(self, languages: tuple[str, ...]) -> frozenset[str]:
        if languages not in self._known:
            self._known[languages] = known_words(languages, *self.lexicons)
        return self._known[languages]


def settled_in(collection: Collection, page: Page) -> tuple[str, tuple[Span, ...]]:
    """Return the newest text of `page` and what a person has settled in it."""
    with collection.record.reading() as connection:
        latest = versions.latest(connection, page.id)
        if latest is None:
            return "", ()
        first = versions.version(connection, page.id, 0) or latest
    return latest.text, settled_spans(first.text, latest.text, latest.marks)


@lru_cache(maxsize=4)
def _checker(languages: tuple[str, ...]) -> Checker:
    return Checker(languages)
