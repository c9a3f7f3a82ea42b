"""Aligns a text with a reading of its scan: which words stand for each token.

Agreements that are rare on both sides are chained to blocks, whatever the order of the blocks; the
letters that text and reading share between them tie most of the rest; what is left is tied by the
place of its neighbours on the scan. Line breaks count for nothing.
"""

from corrector.linking.anchors import plain
from corrector.linking.by_place import ties_by_place
from corrector.linking.linking import linked
from corrector.linking.links import Link
from corrector.linking.places import Places
from corrector.linking.repeated import exchanged
from corrector.linking.rest import hanging_marks, tie_rest
from corrector.linking.tying import tie
from corrector.ocr.words import Reading
from corrector.text.tokens import tokenise


def align(text: str, reading: Reading) -> tuple[Link, ...]:
    """Return a link for every token of `text`, in order; unlinked ones have no box.

    Several tokens may share a word (the engine joined them), and a token may have several words
    (the engine split it).
    """
    tokens = tokenise(text)
    mine = [plain(token.text) for token in tokens]
    read = [plain(word.text) for word in reading.words]
    ties = exchanged(tie(mine, read), mine, read)
    places = Places(reading.words)
    ties |= ties_by_place(ties, mine, read, places)
    ties |= tie_rest(ties, mine, read)
    ties |= ties_by_place(ties, mine, read, places)
    ties |= hanging_marks(ties, [token.text for token in tokens], reading.words)
    return linked(tokens, ties, reading.words)
