"""Ties what is left: words that come again and again, and marks that hang on a word."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from corrector.linking.anchors import find_anchors
from corrector.linking.chains import find_chains
from corrector.linking.ties import Ties
from corrector.ocr.words import Word

_LEAST_LETTERS: Final = 8
"""Letters in a row of words, alike on both sides, below which what is left agrees by chance."""
_LEAST_REPEATED: Final = 3
"""Letters of a word below which its repetitions are not counted off against one another."""


def tie_rest(ties: Ties, tokens: Sequence[str], words: Sequence[str]) -> Ties:
    """Return ties between tokens and words that have none, where they are rare among these."""
    used = {word for tied in ties.values() for word in tied}
    mine = [token for token in range(len(tokens)) if token not in ties]
    others = [word for word in range(len(words)) if word not in used]
    texts, read = [tokens[one] for one in mine], [words[one] for one in others]
    found: Ties = {}
    for chain in find_chains(find_anchors(texts, read)):
        if sum(len(texts[one.token]) for one in chain) >= _LEAST_LETTERS:
            found |= {mine[one.token]: [others[one.word]] for one in chain}
    taken = {word for tied in found.values() for word in tied}
    found |= _repeated(
        [one for one in mine if one not in found],
        [one for one in others if one not in taken],
        tokens,
        words,
    )
    return found


def _repeated(
    mine: Sequence[int], others: Sequence[int], tokens: Sequence[str], words: Sequence[str]
) -> Ties:
    """Tie words that are left equally often on both sides, such as the names of speakers."""
    of_text: dict[str, list[int]] = defaultdict(list)
    of_reading: dict[str, list[int]] = defaultdict(list)
    for token in mine:
        of_text[tokens[token]].append(token)
    for word in others:
        of_reading[words[word]].append(word)
    return {
        token: [word]
        for text, found in of_text.items()
        if len(text) >= _LEAST_REPEATED and len(found) == len(of_reading[text])
        for token, word in zip(found, of_reading[text], strict=True)
    }


def hanging_marks(ties: Ties, tokens: Sequence[str], words: Sequence[Word]) -> Ties:
    """Tie marks that stand alone in the text to the word beside them, where one hangs on it."""
    found: Ties = {}
    for token, text in enumerate(tokens):
        if token in ties or any(map(str.isalnum, text)):
            continue
        before, behind = ties.get(token - 1), ties.get(token + 1)
        if before and not words[before[-1]].text[-1].isalnum():
            found[token] = [before[-1]]
        elif behind and not words[behind[0]].text[0].isalnum():
            found[token] = [behind[0]]
    return found
