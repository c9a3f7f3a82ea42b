"""Makes of a read page the text that an export without lines has of it.

Many texts come as one long line per page; words cut at line ends have then a hyphen and a blank
inside, or the blank alone.
"""

import random

from suspicion_pairs import Gold, Pair

from corrector.text.tokens import Span

LOST = (0.0, 0.5, 1.0)
"""Shares of the hyphens at line ends that an export loses, in turn."""


def flat_page(pair: Pair, lost: float, seed: int) -> Pair:
    """Return `pair` without line ends; both halves of a word whose hyphen was lost are wrong."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    text, last, torn = "", 0, False
    gold: list[Gold] = []
    for at, entry in enumerate(pair.gold):
        text += pair.text[last : entry.span.start].replace("\n", " ")
        word, last, before = entry.span.of(pair.text), entry.span.end, torn
        torn = _is_cut(pair, at) and chance.random() < lost
        word = word[:-1] if torn else word
        span, wrong = Span(len(text), len(text) + len(word)), torn or before
        right = None if wrong else entry.right
        gold.append(Gold(span, wrong or entry.wrong, right, entry.counted))
        text += word
    return Pair(pair.name, pair.language, text, gold, pair.truth)


def _is_cut(pair: Pair, at: int) -> bool:
    """Tell whether the token at `at` is the first half of a word cut at a line end."""
    if at + 1 == len(pair.gold):
        return False
    own, following = pair.gold[at].span, pair.gold[at + 1].span
    word, rest = own.of(pair.text), following.of(pair.text)
    at_end = "\n" in pair.text[own.end : following.start]
    return at_end and word.endswith(("-", "¬")) and word[-2:-1].isalpha() and rest[:1].islower()
