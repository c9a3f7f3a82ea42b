"""Explains a word of a page: whether it is flagged, and all that speaks for and against it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.suspicion.anatomy import anatomy_of
from corrector.suspicion.grounds import Grounds
from corrector.tasks.collection_lexicon import CollectionLexicon
from corrector.tasks.lexicons import KeptLexicon
from corrector.tasks.personal_lexicon import PersonalLexicon
from corrector.tasks.review import Reviewer
from corrector.tasks.settled import CONFIRMED, SETTLING, settled_spans, typed_spans
from corrector.tasks.witness import Witness
from corrector.text.marks import Mark
from corrector.text.tokens import Span

_POSSESSIVE: Final = "'s"


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a word is flagged, or why it is not.

    Attributes:
        text: the word.
        span: where it stands.
        score: 0..1, how probably it is wrong by its signals alone.
        threshold: from which score a word is flagged.
        flagged: whether it is.
        languages: in which it was checked.
        settled: what persons said, so that it is not flagged whatever its score; may be empty.
        wrong: what speaks for it being wrong, heaviest first.
        right: what speaks for it being right, heaviest first.
    """

    text: str
    span: Span
    score: float
    threshold: float
    flagged: bool
    languages: tuple[str, ...]
    settled: tuple[Message, ...]
    wrong: tuple[Message, ...]
    right: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """A page's text as it is now, and what is known of it.

    Attributes:
        page_id: of the page.
        text: as it is now, saved or not.
        first_text: what no person typed.
        marks: as they stand in `text`.
        witness: what a reading of the scan says.
    """

    page_id: int
    text: str
    first_text: str
    marks: tuple[Mark, ...]
    witness: Witness


def explain(
    reviewer: Reviewer, wording: Wording, span: Span, threshold: float | None = None
) -> Explained | None:
    """Return why the first token in `span` is flagged or not; None where there is no token."""
    settled = settled_spans(wording.first_text, wording.text, wording.marks)
    checker, evidence = reviewer.prepared(wording.text, settled, wording.witness, wording.page_id)
    grounds = checker.grounds(wording.text, span, evidence)
    if grounds is None:
        return None
    limit = checker.threshold(evidence) if threshold is None else threshold
    said = tuple(_said(wording, grounds, reviewer, checker.languages))
    return Explained(
        grounds.text,
        grounds.span,
        grounds.score,
        limit,
        not grounds.trusted and grounds.score >= limit,
        checker.languages,
        said if grounds.trusted else (),
        tuple(one.message for one in grounds.wrong),
        (*(() if grounds.trusted else said), *(one.message for one in grounds.right)),
    )


def _said(
    wording: Wording, grounds: Grounds, reviewer: Reviewer, languages: tuple[str, ...]
) -> Iterator[Message]:
    """Yield what persons said of the word, here or elsewhere."""
    yield from _said_here(wording, grounds)
    word = anatomy_of(grounds.text).word
    words = (word, word.removesuffix(_POSSESSIVE))
    yield from _in_lexicons(words, reviewer.lexicons, languages)
    learned = reviewer.learned
    if any(one in learned.confirmed for one in words):
        yield message(
            QT_TRANSLATE_NOOP("Reasons", "“{word}” was confirmed in this collection."), word=word
        )
    if any(one in learned.words for one in words):
        yield message(
            QT_TRANSLATE_NOOP(
                "Reasons", "A person corrected another reading to “{word}” in this collection."
            ),
            word=word,
        )


def _said_here(wording: Wording, grounds: Grounds) -> Iterator[Message]:
    for mark in wording.marks:
        if mark.kind in SETTLING and mark.span.overlaps(grounds.span):
            template = (
                QT_TRANSLATE_NOOP("Reasons", "{person} confirmed it here.")
                if mark.kind == CONFIRMED
                else QT_TRANSLATE_NOOP("Reasons", "{person} marked it doubtful here.")
            )
            somebody = QT_TRANSLATE_NOOP("Reasons", "Somebody")
            yield message(template, person=mark.author or somebody)
    typed = typed_spans(wording.first_text, wording.text)
    if any(span.overlaps(grounds.span) for span in typed):
        yield message(QT_TRANSLATE_NOOP("Reasons", "A person typed it here."))


def _in_lexicons(
    words: Sequence[str], lexicons: Sequence[KeptLexicon], languages: Sequence[str]
) -> Iterator[Message]:
    wanted = {word.casefold() for word in words if word}
    for lexicon in lexicons:
        for language in ("", *languages):
            found = next((one for one in lexicon.words(language) if one.casefold() in wanted), None)
            if found is not None:
                yield _of_lexicon(lexicon, found, language)
                break


def _of_lexicon(lexicon: KeptLexicon, word: str, language: str) -> Message:
    if isinstance(lexicon, PersonalLexicon):
        return message(QT_TRANSLATE_NOOP("Reasons", "“{word}” is in your lexicon."), word=word)
    author = lexicon.authors(language).get(word) if isinstance(lexicon, CollectionLexicon) else ""
    if not author:
        template = QT_TRANSLATE_NOOP("Reasons", "“{word}” is in the lexicon of the collection.")
        return message(template, word=word)
    template = QT_TRANSLATE_NOOP(
        "Reasons", "“{word}” is in the lexicon of the collection; {person} put it there."
    )
    return message(template, word=word, person=author)
