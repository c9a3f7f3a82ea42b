"""Words of English, German and French that join others, so that marks hardly follow them."""

from typing import Final

LINK_WORDS: Final = frozenset([
    "a", "an", "the", "of", "to", "in", "for", "with", "from", "by", "at", "and", "or", "but",
    "that", "which", "are", "is", "was", "were", "be", "been", "have", "has", "had", "our",
    "your", "their", "my", "his", "its", "who", "this", "these", "when", "than", "as", "if",
    "since", "because", "into", "upon", "un", "der", "die", "das", "den", "dem", "des", "ein",
    "eine", "einen", "einem", "einer", "und", "oder", "aber", "von", "zu", "mit", "für", "im",
    "am", "zum", "zur", "ist", "sind", "war", "waren", "wird", "dass", "daß", "als", "wenn",
    "nicht", "sich", "auf", "bei", "nach", "le", "la", "les", "du", "de", "au", "aux", "et",
    "ou", "mais", "dans", "pour", "par", "sur", "avec", "que", "qui", "est", "sont", "était",
    "ce", "cette", "ces", "son", "sa", "ses", "leur", "leurs", "une",
])  # fmt: skip
"""They hardly ever end a sentence or a clause."""
CLAUSE_WORDS: Final = LINK_WORDS.union([
    "he", "she", "it", "we", "they", "there", "you", "es", "er", "sie", "wir", "il", "ils",
    "elle",
])  # fmt: skip
"""Sentences and clauses begin with them; inside these they have no capital."""
