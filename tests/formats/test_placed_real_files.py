"""Real pages, read by Tesseract and corrected by people, and real transcripts, in every format.

CORRECTOR_PAGES sets how many pages of each set are written; 0 means all.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corrector.formats.material import PageMaterial
from corrector.formats.registry import FORMATS
from corrector.linking.align import align
from corrector.linking.interpolation import placed
from corrector.linking.line_direction import direction_of
from corrector.ocr.layout import lay_out
from corrector.ocr.tesseract_table import found_words
from corrector.ocr.words import Reading
from tests.formats.material_makers import Makers
from tests.formats.placed_makers import ENGINE, found, lines_in, lines_of, placed_page

Check = Callable[[str, bytes], None]
SETS = ("ehri_en", "stanford1905_en", "ehri_de", "tapuscorpus_fr", "ocrd_gt_de", "factful")
PAGES = int(os.environ.get("CORRECTOR_PAGES", "2")) or None


def read_page(make: Makers, table: Path) -> PageMaterial:
    """A page as Tesseract read it, corrected to what people read."""
    content = table.read_text("utf-8")
    text, words = lay_out(found_words(content))
    width, height = (int(cell) for cell in content.split("\n")[1].split("\t")[8:10])
    reading = Reading(text, words, width, height, ENGINE)
    verified = table.parent.parent / f"{table.stem}.gtc.txt"
    plain = table.parent.parent / f"{table.stem}.gt.txt"
    truth = (verified if verified.exists() else plain).read_text("utf-8")
    links = placed(align(truth, reading), truth, direction_of(words))
    return make.page(text, truth, reading=reading, links=links)


def in_all_formats(make: Makers, page: PageMaterial) -> Iterator[tuple[str, bytes]]:
    for name in ("hocr", "alto", "page"):
        yield name, FORMATS[name].write(make.document(page)).content


@pytest.mark.parametrize("folder", SETS)
def test_real_pages_are_valid_and_have_the_corrected_lines(
    make: Makers, layout_schemas: Check, shared: Path, folder: str
) -> None:
    for table in sorted((shared / "samples" / folder / "ocr").glob("*.tsv"))[:PAGES]:
        page = read_page(make, table)
        for name, content in in_all_formats(make, page):
            layout_schemas(name, content)
            assert lines_in(content) == lines_of(page.text)


def test_most_words_of_a_real_page_stand_where_they_were_seen(make: Makers, shared: Path) -> None:
    table = shared / "samples" / "ehri_en" / "ocr" / "EHRI-DR-19390125-US_02.tsv"

    content = FORMATS["alto"].write(make.document(read_page(make, table))).content

    strings = found(content, "String")
    computed = [one for one in strings if one.get("TAGREFS")]
    assert len(computed) < 0.05 * len(strings)


@pytest.mark.parametrize("name", ["bush-yeltsin-1992", "clinton-yeltsin-1994"])
def test_real_transcripts_are_valid_and_keep_their_lines(
    make: Makers, layout_schemas: Check, shared: Path, name: str
) -> None:
    text = (shared / "transcripts" / f"{name}.txt").read_text("utf-8")
    corrected = text.replace("SECRET", "S E C R E T").replace("\n\n", "\n").replace(" the ", " ")

    for to, content in in_all_formats(make, placed_page(make, text, corrected)):
        layout_schemas(to, content)
        assert lines_in(content) == lines_of(corrected)
