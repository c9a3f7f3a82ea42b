"""Tables, columns, substitutions and divisions that do not fit TEI's rules are still valid."""

from collections.abc import Callable
from typing import Any

import pytest

from corrector.formats.projection import View, pages_of, parsed
from corrector.formats.reading_text import reading_of
from corrector.formats.tei.grid import Grid
from corrector.formats.tei.profiles import Profile
from corrector.formats.tei.writer import write_tei
from corrector.text.marks import Mark
from corrector.text.tokens import Span
from tests.formats.material_makers import Makers

TEI = {"t": "http://www.tei-c.org/ns/1.0"}
Check = Callable[[bytes], None]
Found = Callable[..., Any]


def mark(kind: str, start: int, end: int, **fields: str) -> Mark:
    return Mark(kind, Span(start, end), "B", "2026-11-20", "", tuple(sorted(fields.items())))


@pytest.fixture
def written(make: Makers, schema: Check) -> Found:
    def write(text: str, *marks: Mark) -> Any:
        document = make.document(make.page(versions=make.versions(text, marks=marks)))
        for profile in Profile:
            schema(write_tei(document, profile).content)
        root = parsed(write_tei(document).content)
        (page,) = pages_of(root, View.CURRENT)
        assert (page.text, [one.span for one in page.marks]) == (text, [one.span for one in marks])
        return lambda path: root.xpath(path, namespaces=TEI)

    return write


def cells(text: str, *enclosed: tuple[int, int]) -> list[tuple[int, str]]:
    grid = Grid(text, Span(0, len(text)), [Span(*one) for one in enclosed], set())
    return [(cell.row, cell.span.of(text)) for cell in grid.cells]


def test_lines_are_rows_and_tabs_or_two_blanks_part_cells() -> None:
    assert cells("a b  c\n\nd\t\te ") == [(0, "a b"), (0, "c"), (1, "d"), (1, ""), (1, "e ")]
    assert cells("\ta\n  b") == [(0, ""), (0, "a"), (1, "  b")]


def test_what_is_said_of_the_blanks_between_cells_stands_in_the_cell_before() -> None:
    assert cells("a  b", (1, 3)) == [(0, "a  "), (0, "b")]


@pytest.mark.parametrize("reaching", [(0, 4), (3, 6)])
def test_a_table_is_one_cell_where_a_mark_reaches_over_its_borders(
    reaching: tuple[int, int],
) -> None:
    assert cells("a  b\nc  d", reaching) == [(0, "a  b\nc  d")]


def test_a_table_with_a_mark_over_its_cells_is_written_and_read_back(written: Found) -> None:
    found = written("a  b\nc  d", mark("table", 0, 9), mark("unclear", 3, 6))
    assert len(found("//t:table/t:row/t:cell//t:unclear")) == 1


def test_a_substitution_with_words_between_is_a_segment(written: Found) -> None:
    changes = (mark("deletion", 0, 2), mark("addition", 6, 10), mark("substitution", 0, 10))
    assert written("go or went", *changes)("//t:seg[@type='substitution']/t:del")
    assert not written("go or went", *changes)("//t:subst")


@pytest.mark.parametrize("at", range(8))
def test_a_column_may_begin_anywhere(written: Found, at: int) -> None:
    marks = (mark("column", at, at), mark("unclear", 3, 4))
    assert len(written("ab-\ncd\n", *marks)("//t:cb[@n='1']")) == 1


def test_divisions_within_a_block_or_a_line_are_only_places(written: Found) -> None:
    said = {"type": "article", "name": "x"}
    marks = (mark("paragraph", 0, 3), mark("division", 2, 2, **said), mark("division", 5, 5))
    assert written("a\nb\ncd", *marks)("//t:div[@type='article']") == []


def test_a_hand_between_blocks_has_a_block_of_its_own(written: Found) -> None:
    marks = (mark("paragraph", 0, 1), mark("hand-shift", 2, 2, hand="A"), mark("paragraph", 3, 4))
    assert written("a\n\nb", *marks)("//t:ab/t:handShift[@new]")


def test_the_reading_text_spells_abbreviations_out_and_keeps_the_lines_of_a_table() -> None:
    marks = [mark("abbreviation", 0, 4, expansion="Brother"), mark("table", 6, 15)]
    assert reading_of("Bror\n\na  b\nc  d", marks)[0] == "Brother\n\na  b\nc  d"
