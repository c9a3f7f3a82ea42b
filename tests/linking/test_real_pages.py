"""Human transcriptions of real typescripts against what Tesseract read on them."""

import csv
from pathlib import Path
from time import process_time

import pytest

from corrector.linking.align import align
from corrector.linking.links import Link, line_box
from corrector.ocr.layout import lay_out
from corrector.ocr.tesseract_table import found_words
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.text.tokens import tokenise

Page = tuple[str, Reading, tuple[Link, ...]]


def reading_from(table: Path) -> Reading:
    text, words = lay_out(found_words(table.read_text(encoding="utf-8")))
    return Reading(text, words, 0, 0, EngineDescription("Tesseract", "5.3.0", ("eng",)))


@pytest.fixture(scope="module")
def pages(shared: Path) -> dict[str, Page]:
    found = {}
    for file in sorted((shared / "samples/ehri_en").glob("*.gtc.txt")):
        name = file.name.removesuffix(".gtc.txt")
        text = file.read_text(encoding="utf-8")
        reading = reading_from(file.parent / "ocr" / f"{name}.tsv")
        found[name] = (text, reading, align(text, reading))
    return found


def test_nearly_all_tokens_of_real_pages_are_linked(pages: dict[str, Page]) -> None:
    links = [link for _, _, page in pages.values() for link in page]
    assert len(links) > 9000
    assert sum(link.box is not None for link in links) / len(links) > 0.98


def test_linked_tokens_stand_where_a_person_saw_their_line(
    pages: dict[str, Page], shared: Path
) -> None:
    right = all_of_them = 0
    for name, (text, _, links) in pages.items():
        lines = shared / "samples/ehri_en" / f"{name}.gt.lines.tsv"
        for seen, box in _boxes_of_equal_lines(text, links, lines):
            middle = box.y + box.height / 2
            right += seen.y - seen.height / 2 <= middle <= seen.bottom + seen.height / 2
            all_of_them += 1
    assert all_of_them > 700
    assert right / all_of_them > 0.97


def _boxes_of_equal_lines(text: str, links: tuple[Link, ...], table: Path) -> list[tuple[Box, Box]]:
    """Return the box a person drew and ours for each line whose words occur once on the page."""
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = []
    for row in rows:
        found = line_box(links, text, text.find(row["text"]))
        if len(row["text"]) > 20 and text.count(row["text"]) == 1 and found is not None:
            pairs.append((Box(*(int(float(row[side])) for side in "xywh")), found))
    return pairs


def test_a_page_of_500_words_is_aligned_within_60_milliseconds(pages: dict[str, Page]) -> None:
    text, reading, _ = max(pages.values(), key=lambda page: len(tokenise(page[0])))
    assert len(tokenise(text)) > 450
    took = []
    for _ in range(5):
        start = process_time()
        align(text, reading)
        took.append(process_time() - start)
    assert min(took) < 0.060
