"""What every sentence for people keeps to: numbers of any size, quotation marks, one meaning."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from corrector.messages import filled, message

PACKAGE = Path(__file__).resolve().parent.parent / "corrector"
TRANSLATED = {"tr", "translate", "QT_TRANSLATE_NOOP"}
COUNTED = re.compile(
    r"\{(?:count|counted|found|shown|left|total|done|times|own|pages|places|parts|lines|columns|"
    r"ticked|documents|seconds|hidden|number|minutes|wanted)\}(?: of \{\w+\})? (?:\w+ )?(\w+s)\b"
)
NO_NOUNS = {"begins", "is", "was", "has", "its", "this"}
ALWAYS_SEVERAL = {"minutes"}
"""What is counted by a constant of the program, which is more than one."""


def sentences() -> Iterator[tuple[str, str]]:
    """Yield each sentence that is translated, and where it stands."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            for one in node.args if name in TRANSLATED else ():
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", one.value


def test_no_sentence_sets_a_number_before_what_it_counts() -> None:
    """“Pages: 1” is right with every number and in every language, “1 pages” is not."""
    found = list(sentences())
    assert len(found) > 500
    wrong = [
        f"{place} {said}"
        for place, said in found
        if any(noun not in NO_NOUNS | ALWAYS_SEVERAL for noun in COUNTED.findall(said))
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Hello", "“Hello” is rare."),
        ("o'clock", "“o'clock” is rare."),
        ("“Hello", "‹“Hello› is rare."),
        ('Hello,"', '‹Hello,"› is rare.'),
        ("''Hello''", "‹''Hello''› is rare."),
        ("»", "‹»› is rare."),
        ("{0}", "“{0}” is rare."),
    ],
)
def test_a_word_with_quotation_marks_is_quoted_by_others(value: str, said: str) -> None:
    assert str(message("“{word}” is rare.", word=value)) == said


def test_a_translation_that_quotes_otherwise_is_kept_apart_too() -> None:
    assert filled("„{word}“ ist selten.", {"word": "„Gruß"}) == "‹„Gruß› ist selten."
    assert filled("« {word} » est rare.", {"word": "mot"}) == "« mot » est rare."
    assert filled("« {word} » est rare.", {"word": "« mot"}) == "‹« mot› est rare."
