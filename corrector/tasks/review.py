"""Reviews texts: which tokens are suspicious, with all evidence that the collection holds."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from corrector.record import versions
from corrector.record.entries import Page
from corrector.record.texts import newest_texts
from corrector.suspicion.checker import Checker
from corrector.suspicion.counting import word_counts
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.findings import DEFAULT_THRESHOLD, CheckResult
from corrector.tasks.collection import Collection
from corrector.tasks.languages import languages_for
from corrector.tasks.progress import NO_PROGRESS, Progress
from corrector.tasks.settled import settled_spans
from corrector.tasks.witness import NO_WITNESS, Witness
from corrector.text.tokens import Span


def check_text(
    text: str, languages: str | None, threshold: float | None, *, all_tokens: bool = False
) -> CheckResult:
    """Return the suspicions of a text of which nothing else is known."""
    evidence = Evidence(collection_words=word_counts(text))
    checker = _checker(languages_for(text, languages))
    return checker.check(text, evidence, threshold=_or_default(threshold), all_tokens=all_tokens)


class Reviewer:
    """Checks the pages of one collection; holds the words of all its texts as evidence."""

    def __init__(
        self, collection: Collection, languages: str | None = None, progress: Progress = NO_PROGRESS
    ) -> None:
        """Read the newest text of every page once.

        Args:
            collection: whose pages will be checked.
            languages: of its texts; None to guess them from each page.
            progress: hears of the pages read.
        """
        self._languages = languages
        self._words: Counter[str] = Counter()
        self._of_page: dict[int, Counter[str]] = {}
        with collection.record.reading() as connection:
            for page_id, text in newest_texts(connection):
                progress.raise_if_cancelled()
                self.remember(page_id, text)

    def remember(self, page_id: int, text: str) -> None:
        """Count the words of a page anew, after it was saved."""
        self._words.subtract(self._of_page.get(page_id, Counter()))
        self._of_page[page_id] = word_counts(text)
        self._words.update(self._of_page[page_id])

    def check(
        self,
        text: str,
        settled: Sequence[Span] = (),
        witness: Witness = NO_WITNESS,
        *,
        threshold: float | None = None,
        all_tokens: bool = False,
    ) -> CheckResult:
        """Return the suspicions of a page.

        Args:
            text: as it is now, saved or not.
            settled: spans that a person has confirmed or typed; they are not asked about again.
            witness: what a reading of the scan says.
            threshold: from which a suspicion is shown; None for the default.
            all_tokens: list the tokens below the threshold too.
        """
        evidence = Evidence(
            confidences=witness.confidences,
            readings=witness.disagreements,
            collection_words=self._words,
            confirmed=tuple(settled),
        )
        checker = _checker(languages_for(text, self._languages))
        return checker.check(
            text, evidence, threshold=_or_default(threshold), all_tokens=all_tokens
        )


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


def _or_default(threshold: float | None) -> float:
    return DEFAULT_THRESHOLD if threshold is None else threshold
