"""Tokens where they stand: line, neighbours, hyphenation, how often, and what surrounds them."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from statistics import median

from corrector.suspicion.anatomy import Kind
from corrector.suspicion.counting import WordCounts
from corrector.suspicion.evidence.given import Evidence
from corrector.suspicion.forms import Case, Form
from corrector.suspicion.lessons import Hint
from corrector.suspicion.taught_marks import MarkHint
from corrector.text.tokens import Span, Token, tokenise

_HYPHENS = "-¬=–~_"
SINGLE_OPENERS = frozenset("'‘")
SINGLE_CLOSERS = frozenset("'’")
_LONGEST_QUOTATION = 25
"""Tokens between single quotation marks that belong together."""
_WINDOW = 5
_SMALL_NUMBER = re.compile(r"([0-9]{1,4})[/).]?")
"""As pages have them, and notes at the foot of a page (2/)."""
_GAIN_OF_A_MISREADING = 2.0
FormOf = Callable[[str], Form]


@dataclass(slots=True)
class Place:
    """A token in its surroundings; built once for a text, then only read.

    Attributes:
        token: with its span.
        form: what is known of the token alone.
        word: what is known of its word; of the whole word where a line end cuts it.
        before: the token before, also over a line end.
        after: the token after, also over a line end.
        first: whether it begins its line.
        last: whether it ends its line.
        blank_before: whether it stands one blank behind the token before, in the same line.
        blank_behind: whether the token after stands one blank behind it, in the same line.
        line_tokens: how many tokens its line has.
        ends_paragraph: whether it ends its line and an empty line, or the end, follows.
        cut: whether a line end cuts its word.
        capitals: share of capitals among the other letters of its line.
        oddity_near: share of odd tokens among those around it.
        oddity_page: share of odd tokens in the text.
        numbers_near: share of numbers among the tokens around it.
        count: how often its word stands in text and collection.
        counts: how often other words stand there.
        unclosed: whether it opens or closes a quotation that has no other end.
        paired: whether it opens or closes a quotation in single marks that has both ends.
        confidence: the engine's; None if unknown.
        usual_confidence: the middle one of the text; None if none is known.
        reading: what another recognition read here; None if there is none.
        sureness: how sure that recognition was; None if unknown.
        hints: what the word may be, going by what persons corrected before.
        mark_hints: what the marks around it may be, going by the same.
        old: whether it is in old spelling, as the whole text is.
        old_text: whether the text is in old spelling.
        foreign: whether it stands in a line of another language, or in a foreign phrase.
        usual_mark: whether it is a mark alone behind a word, as the typist sets all of them.
        before_stray: whether a mark stands alone behind it that belongs to it.
        page_number: whether it is a number alone in its line, one of a row of such numbers.
    """

    token: Token
    form: Form
    word: Form
    before: Form | None = None
    after: Form | None = None
    first: bool = False
    last: bool = False
    blank_before: bool = False
    blank_behind: bool = False
    line_tokens: int = 1
    ends_paragraph: bool = False
    cut: bool = False
    capitals: float = 0.0
    oddity_near: float = 0.0
    oddity_page: float = 0.0
    numbers_near: float = 0.0
    count: int = 1
    counts: WordCounts | None = None
    unclosed: bool = False
    paired: bool = False
    confidence: float | None = None
    usual_confidence: float | None = None
    reading: str | None = None
    sureness: float | None = None
    hints: tuple[Hint, ...] = ()
    mark_hints: tuple[MarkHint, ...] = ()
    old: bool = False
    old_text: bool = False
    foreign: bool = False
    usual_mark: bool = False
    before_stray: bool = False
    page_number: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """The places of whole lines of a text that are known from before, and where others are.

    Attributes:
        head: the places before those that are not known.
        unknown: the whole lines of which no places are known.
        tail: the places behind.
    """

    head: Sequence[Place]
    unknown: Span
    tail: Sequence[Place]


def places_of(
    text: str, evidence: Evidence, form_of: FormOf, standing: Standing | None = None
) -> list[Place]:
    """Return the tokens of `text` in their surroundings, in order.

    Args:
        text: where they stand.
        evidence: what is known beside it.
        form_of: tells what is known of a token.
        standing: places that are known from before, which are used again.
    """
    known = standing or Standing((), Span(0, len(text)), ())
    read = [
        Place(token, form, form)
        for token in tokenise(text, known.unknown)
        for form in [form_of(token.text)]
    ]
    _set_lines(text, read)
    for place in chain(known.head, known.tail):
        _forget_surroundings(place)
    places = [*known.head, *read, *known.tail]
    for before, after in pairwise(places):
        before.after, after.before = after.form, before.form
    if places:
        places[0].before = places[-1].after = None
    _join_cut_words(places, form_of)
    _set_oddity(places)
    _set_counts(places, evidence)
    _set_quotes(places)
    _set_page_numbers(places)
    _set_engine_evidence(places, evidence)
    return places


def _forget_surroundings(place: Place) -> None:
    """Forget what more than its line decides of a place from before, if it is not always set."""
    place.word, place.cut = place.form, False
    place.unclosed = place.paired = place.page_number = False
    place.old = place.old_text = place.foreign = place.usual_mark = False
    place.before_stray = False
    place.confidence = place.usual_confidence = place.reading = place.sureness = None
    place.hints = place.mark_hints = ()


def _set_lines(text: str, places: Sequence[Place]) -> None:
    lines: list[list[Place]] = []
    next_line = -1
    for place in places:
        start = place.token.span.start
        if start > next_line:
            lines.append([])
            next_line = text.find("\n", start)
            next_line = next_line if next_line >= 0 else len(text)
        lines[-1].append(place)
    for line in lines:
        line[0].first = line[-1].last = True
        behind = line[-1].token.span.end
        line[-1].ends_paragraph = not text[behind : behind + 2].strip()
        letters = [
            0 if place.form.case is Case.NONE else len(place.form.anatomy.core) for place in line
        ]
        upper, both = sum(place.form.capitals for place in line), sum(letters)
        for one, other in pairwise(line):
            between = text[one.token.span.end : other.token.span.start]
            one.blank_behind = other.blank_before = between == " "
        for place, own in zip(line, letters, strict=True):
            place.line_tokens = len(line)
            others = both - own if len(line) < _WINDOW * 20 else 0
            place.capitals = (upper - place.form.capitals) / others if others else 0.0


def _join_cut_words(places: Sequence[Place], form_of: FormOf) -> None:
    for first, second in _over_line_ends(places):
        trail = first.form.anatomy.trail
        if not (trail[:1] and trail[0] in _HYPHENS and first.form.anatomy.core):
            continue
        start, rest = first.form.anatomy.core, second.form.anatomy.core
        if not rest[:1].isalpha() or second.form.case is Case.CAPITALS is not first.form.case:
            continue
        joined = form_of(start + rest)
        if joined.share > 0 or (first.form.is_unknown and second.form.is_unknown):
            first.word = second.word = joined
        elif first.form.share > 0 and second.form.share > 0:
            continue
        first.cut = second.cut = True


def _over_line_ends(places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Yield the last word of each line with the first word of the next, debris passed over."""
    end: Place | None = None
    at_end = False
    for place in places:
        if place.first:
            at_end = True
        if place.form.anatomy.core:
            if at_end and end is not None:
                yield end, place
            end, at_end = place, False


def is_odd(form: Form) -> bool:
    """Tell whether `form` alone looks like a misreading, roughly."""
    if form.is_word:
        return form.share <= 0.0 or form.gain > _GAIN_OF_A_MISREADING
    return not form.anatomy.core and form.text not in {"-", "--", "—", "–", "&", "..."}


def _set_oddity(places: Sequence[Place]) -> None:
    odd = [is_odd(place.word) for place in places]
    sums = [0, *accumulate(odd)]
    number = [place.form.anatomy.kind is Kind.NUMBER for place in places]
    numbers = [0, *accumulate(number)]
    total, all_odd = len(places), sums[-1]
    page = tuple((all_odd - own + 1) / (total + 10) for own in (False, True))
    for at, (place, own) in enumerate(zip(places, odd, strict=True)):
        low = at - _WINDOW if at > _WINDOW else 0
        high = at + _WINDOW + 1 if at + _WINDOW < total else total
        place.oddity_near = (sums[high] - sums[low] - own) / ((high - low - 1) or 1)
        place.oddity_page = page[own]
        near = numbers[high] - numbers[low] - number[at]
        place.numbers_near = near / ((high - low - 1) or 1)


def _set_page_numbers(places: Sequence[Place]) -> None:
    """Find numbers alone in their lines that count pages or notes: each one more than the last."""
    lone = [
        (int(found[1]), place)
        for place in places
        if place.line_tokens == 1 and (found := _SMALL_NUMBER.fullmatch(place.token.text))
    ]
    rows: dict[int, list[Place]] = {}
    for number, place in lone:
        before = rows.get(number - 1, [])
        if number not in rows or len(rows[number]) <= len(before):
            rows[number] = [*before, place]
    longest = max(rows.values(), key=len, default=[])
    for place in longest if len(longest) > 1 else ():
        place.page_number = True


def _set_counts(places: Sequence[Place], evidence: Evidence) -> None:
    page = Counter(place.form.anatomy.word for place in places)
    known = evidence.known_words | evidence.learned.words | evidence.learned.confirmed
    counts = WordCounts(page, evidence.collection_words, known)
    for place in places:
        place.counts = counts
        place.count = counts.of(place.form.anatomy.word)


def _set_quotes(places: Sequence[Place]) -> None:
    """Find double quotation marks without an other end, and single ones that are in pairs."""
    opened: Place | None = None
    for place, mark, leads in _outer_marks(places):
        if mark in "“„«" or (mark == '"' and leads):
            if opened:
                opened.unclosed = True
            opened = place
        elif mark in '”»"':
            place.unclosed |= opened is None
            opened = None
    if opened:
        opened.unclosed = True
    _pair_single_quotes(places)


def _outer_marks(places: Sequence[Place]) -> Iterator[tuple[Place, str, bool]]:
    """Yield all marks before and after words, and whether they stand before."""
    for place in places:
        anatomy = place.form.anatomy
        for mark in anatomy.lead:
            yield place, mark, True
        for mark in anatomy.trail:
            yield place, mark, False


def _pair_single_quotes(places: Sequence[Place]) -> None:
    """Find words that a single quotation mark opens and, not far behind, those where it ends."""
    opened, since = None, 0
    for at, place in enumerate(places):
        anatomy = place.form.anatomy
        if anatomy.lead and anatomy.lead[-1] in SINGLE_OPENERS:
            opened, since = place, at
        closes = opened and anatomy.trail and not SINGLE_CLOSERS.isdisjoint(anatomy.trail)
        if opened and closes and at - since <= _LONGEST_QUOTATION:
            opened.paired = place.paired = True
            opened = None


def _set_engine_evidence(places: Sequence[Place], evidence: Evidence) -> None:
    known: Mapping[Span, float] = evidence.confidences
    if not known and not evidence.readings:
        return
    usual = median(known.values()) if known else None
    for place in places:
        place.confidence = known.get(place.token.span)
        place.usual_confidence = usual
        place.reading = evidence.readings.get(place.token.span)
        place.sureness = evidence.sureness.get(place.token.span)
