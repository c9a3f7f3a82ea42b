"""Links live through edits: each token keeps its words, new ones take their place between."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from corrector.linking.align import align
from corrector.linking.living import LivingLinks
from corrector.linking.repair import repair
from corrector.ocr.layout import FoundWord, lay_out
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.text.edits import Edit, apply_edits, new_spans
from corrector.text.tokens import Span, tokenise

if TYPE_CHECKING:
    from corrector.linking.links import Link

PROJECT = Path(__file__).parents[2]
TEXT = "the harbour was closed at noon\nno ships came into port\nhis wife waited for news"


def read(text: str) -> Reading:
    """Word n of line m has the box (100 n, 50 m, 90, 40)."""
    found = [
        FoundWord(word, Box(100 * place, 50 * row, 90, 40), 0.9, 1, 1, row)
        for row, line in enumerate(text.split("\n"))
        for place, word in enumerate(line.split())
    ]
    laid_out, words = lay_out(found)
    return Reading(laid_out, words, 2000, 3000, EngineDescription("double", "1", ("eng",)))


READING = read(TEXT)
LINKS = align(TEXT, READING)


def changed(*edits: tuple[str, str]) -> tuple[str, tuple[Edit, ...]]:
    """Return the text after each of some strings was replaced once, and the edits."""
    made = sorted(
        (Edit(Span(at, at + len(old)), new) for old, new in edits for at in [TEXT.index(old)]),
        key=lambda edit: edit.span,
    )
    return apply_edits(TEXT, made), tuple(made)


def linked(*edits: tuple[str, str]) -> list[tuple[str, list[str]]]:
    text, made = changed(*edits)
    return [
        (link.span.of(text), [READING.words[word].text for word in link.words])
        for link in repair(LINKS, made, text, READING)
    ]


def difference(found: Sequence[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    return [one for one in found if one[1] != [one[0]]]


def test_a_corrected_word_keeps_its_place() -> None:
    assert difference(linked(("harbour", "arbor"))) == [("arbor", ["harbour"])]


def test_a_word_written_over_altogether_keeps_its_place() -> None:
    assert difference(linked(("harbour", "XY"))) == [("XY", ["harbour"])]


def test_joined_words_have_the_words_of_both() -> None:
    assert difference(linked(("was closed", "wasclosed"))) == [("wasclosed", ["was", "closed"])]


def test_a_word_split_in_two_shares_its_word() -> None:
    found = difference(linked(("harbour", "har bour")))
    assert found == [("har", ["harbour"]), ("bour", ["harbour"])]


def test_a_joined_word_split_again_gives_each_its_own() -> None:
    text, joining = changed(("was closed", "wasclosed"))
    links = repair(LINKS, joining, text, READING)
    at = text.index("closed")
    assert repair(links, [Edit(Span(at, at), " ")], TEXT, READING) == LINKS


def test_an_inserted_word_has_its_place_between_its_neighbours() -> None:
    text, edits = changed(("harbour was", "harbour, it seems, was"))
    links = repair(LINKS, edits, text, READING)
    new = [link for link in links if link.interpolated]
    assert [link.span.of(text) for link in new] == ["it", "seems,"]
    assert all(link.words == () and link.confidence == 0 for link in new)
    assert [link.box and link.box.x for link in new] == [190, 192]
    assert all(link.box and (link.box.y, link.box.height) == (0, 40) for link in new)


def test_a_word_at_a_line_end_has_its_place_behind_the_last_one() -> None:
    text, edits = changed(("noon\n", "noon exactly\n"))
    new = repair(LINKS, edits, text, READING)[6]
    assert (new.span.of(text), new.interpolated) == ("exactly", True)
    assert new.box is not None
    assert new.box.x == 590
    assert new.box.y == 0


def test_a_new_line_alone_has_no_place() -> None:
    text, edits = changed(("noon\n", "noon\nexactly\n"))
    new = repair(LINKS, edits, text, READING)[6]
    assert (new.box, new.interpolated, new.words) == (None, False, ())


def test_a_word_that_the_text_lacked_is_tied_when_it_is_typed() -> None:
    text = TEXT.replace("closed ", "")
    links = align(text, READING)
    at = text.index("at noon")
    typed = repair(links, [Edit(Span(at, at), "closed ")], TEXT, READING)
    assert [link.words for link in typed] == [link.words for link in LINKS]


def test_a_moved_line_takes_its_links_along() -> None:
    first, second, third = TEXT.split("\n")
    text = "\n".join([second, third, first])
    start = len(first) + 1
    edits = [Edit(Span(0, start), ""), Edit(Span(len(TEXT), len(TEXT)), f"\n{first}")]
    found = repair(LINKS, edits, text, READING)
    assert [READING.words[link.words[0]].text for link in found] == text.split()


def test_a_line_cut_and_pasted_elsewhere_finds_its_words_again() -> None:
    second = TEXT.split("\n")[1]
    without = TEXT.replace(f"{second}\n", "")
    at = TEXT.index(second)
    links = repair(LINKS, [Edit(Span(at, at + len(second) + 1), "")], without, READING)
    text = f"{second}\n{without}"
    found = repair(links, [Edit(Span(0, 0), f"{second}\n")], text, READING)
    assert [READING.words[link.words[0]].text for link in found] == text.split()


def test_replacing_everywhere_moves_all_links() -> None:
    places = [found.span() for found in re.finditer("w", TEXT)]
    edits = [Edit(Span(*place), "vv") for place in places]
    text = apply_edits(TEXT, edits)
    found = repair(LINKS, edits, text, READING)
    assert [link.span for link in found] == [token.span for token in tokenise(text)]
    assert [link.words for link in found] == [link.words for link in LINKS]


def test_no_edit_changes_nothing() -> None:
    assert repair(LINKS, [], TEXT, READING) == LINKS


def test_undoing_everything_at_once_brings_back_the_first_links() -> None:
    live = LivingLinks(LINKS, TEXT, READING)
    text = TEXT
    for letter in "gone ":
        text = letter + text
        live.edit([Edit(Span(0, 0), letter)], text)
    live.edit([Edit(Span(0, 5), "")], TEXT)
    assert live.links == LINKS


def test_what_was_forgotten_is_repaired_all_the_same() -> None:
    live = LivingLinks(LINKS, TEXT, READING, remembered=1)
    live.edit([Edit(Span(0, 4), "")], TEXT[4:])
    live.edit([Edit(Span(0, 1), "H")], f"H{TEXT[5:]}")
    live.edit([Edit(Span(0, 1), "h")], TEXT[4:])
    assert [link.words for link in live.links] == [link.words for link in LINKS[1:]]


edit_lists = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.text("ab \n𝔄\u00a0", max_size=8)), max_size=12
)


@settings(max_examples=80, deadline=None)
@given(edit_lists)
def test_after_any_edits_each_token_has_a_link_and_after_undoing_them_the_first(
    wanted: list[tuple[float, int, str]],
) -> None:
    live, text = LivingLinks(LINKS, TEXT, READING), TEXT
    back: list[tuple[list[Edit], str, tuple[Link, ...]]] = []
    for share, length, new in wanted:
        start = int(share * len(text))
        edits = [Edit(Span(start, min(start + length, len(text))), new)]
        inverse = [Edit(new_spans(edits)[0], edits[0].span.of(text))]
        back.append((inverse, text, live.links))
        text = apply_edits(text, edits)
        live.edit(edits, text)
        links = live.links
        assert [link.span for link in links] == [token.span for token in tokenise(text)]
        assert all(link.interpolated == (link.box is not None) for link in links if not link.words)
    for inverse, text, links in reversed(back):
        live.edit(inverse, text)
        assert live.links == links
    assert live.links == LINKS


def test_links_live_through_random_edits_of_every_kind() -> None:
    script = PROJECT / "tests/evaluation/links_through_edits.py"
    done = subprocess.run(
        [sys.executable, str(script), "--made", "--edits", "200"],
        cwd=PROJECT,
        env={"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
