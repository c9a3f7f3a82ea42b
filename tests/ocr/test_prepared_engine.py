"""Other preparations are tried only where a reading looks poor; the best is kept and told."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from corrector.ocr.engine import RecognitionError
from corrector.ocr.layout import FoundWord
from corrector.ocr.pictures import Picture
from corrector.ocr.preparations import Preparation
from corrector.ocr.prepared import PreparedEngine
from corrector.ocr.quality import confidence_of, score_of
from corrector.ocr.words import EngineDescription, Reading
from corrector.scans.geometry import Box
from corrector.scans.listing import ScanSource

KNOWN = {"the", "harbour", "was", "closed"}


def words(text: str, confidence: float, height: int = 40) -> tuple[FoundWord, ...]:
    return tuple(
        FoundWord(word, Box(10 + 100 * at, 10, 80, height), confidence, 1, 1, 1)
        for at, word in enumerate(text.split())
    )


def larger(box: Box, scale: float) -> Box:
    return Box(*(round(side * scale) for side in (box.x, box.y, box.width, box.height)))


@dataclass
class Reader:
    """A double that reads what it is told to, by name of the preparation.

    Its words stand on the scan where they are said to; it sees them on the picture.
    """

    answers: dict[str, tuple[FoundWord, ...] | Exception]
    asked: list[str] = field(default_factory=list)
    limits: list[float] = field(default_factory=list)

    def read(
        self,
        picture: Picture,
        languages: tuple[str, ...],
        preparation: Preparation,
        *,
        time_limit: float,
    ) -> tuple[FoundWord, ...]:
        self.asked.append(preparation.name)
        self.limits.append(time_limit)
        answer = self.answers.get(preparation.name, ())
        if isinstance(answer, Exception):
            raise answer
        return tuple(replace(one, box=larger(one.box, preparation.scale)) for one in answer)

    def installed_languages(self) -> tuple[str, ...]:
        return ("eng",)

    def describe(self, languages: tuple[str, ...]) -> EngineDescription:
        return EngineDescription("Double", "1", languages, {"psm": "3"})


def read(reader: Reader, scan: ScanSource, preparation: str = "auto") -> Reading:
    engine = PreparedEngine(reader, KNOWN.__contains__, preparation)
    return engine.recognise(scan, ("eng",), time_limit=30)


def test_a_good_reading_is_taken_as_it_is_and_costs_nothing_more(scan: ScanSource) -> None:
    reader = Reader({"none": words("the harbour was closed", 0.95)})
    reading = read(reader, scan)
    assert (reader.asked, reading.text) == (["none"], "the harbour was closed")
    assert dict(reading.engine.parameters) == {"psm": "3"}


def test_nothing_is_tried_on_a_blank_page(scan: ScanSource) -> None:
    reader = Reader({})
    assert (read(reader, scan).text, reader.asked) == ("", ["none"])


def test_a_page_with_ink_on_which_nothing_was_read_is_tried_again(tmp_path: Path) -> None:
    image = Image.new("L", (800, 600), 230)
    for row in range(100, 500, 40):
        image.paste(60, (100, row, 700, row + 3))
    image.save(tmp_path / "a.png")
    reader = Reader({"half-even": words("the harbour", 0.95)})
    assert read(reader, ScanSource(tmp_path / "a.png")).text == "the harbour"


def test_a_poor_reading_is_bettered_and_the_reading_says_how(scan: ScanSource) -> None:
    reader = Reader(
        {
            "none": words("tbe barbonr", 0.5),
            "half-even": words("the harbour was closed", 0.95),
        }
    )
    reading = read(reader, scan)
    assert reading.text == "the harbour was closed"
    told = reading.engine.parameters
    assert (told["preparation"], told["scale"], told["even-paper"]) == ("half-even", "0.5", "yes")
    assert told["tried"].startswith("none -2; half-even 18")


def test_a_try_that_reads_worse_is_not_kept_but_told(scan: ScanSource) -> None:
    reader = Reader(
        {"none": words("the harbour was closed", 0.8), "half-even": words("tbe hxrbour", 0.85)}
    )
    reading = read(reader, scan)
    assert reading.text == "the harbour was closed"
    assert reading.engine.parameters["preparation"] == "none"
    assert "half-even" in reading.engine.parameters["tried"]


def test_small_letters_are_enlarged_and_large_ones_made_smaller(scan: ScanSource) -> None:
    for height, first in ((11, "double"), (45, "half")):
        reader = Reader({"none": words("tbe barbonr", 0.5, height)})
        read(reader, scan)
        assert reader.asked[1].startswith(first)


def test_of_two_readings_as_good_the_surer_one_is_taken(scan: ScanSource) -> None:
    many = " ".join(["the harbour was closed"] * 10)
    reader = Reader(
        {"none": words(many, 0.85), "half-even": words(f"{many} vvwq", 0.89)},
    )
    assert read(reader, scan).text.endswith("vvwq")
    unsure = Reader({"none": words(many, 0.85), "half-even": words(many[:-7], 0.84)})
    assert read(unsure, scan).text == many


def test_a_third_way_is_tried_only_where_the_second_was_bad(scan: ScanSource) -> None:
    bad = Reader({"none": words("tbe", 0.5), "half-even": words("tbe", 0.6)})
    read(bad, scan)
    assert bad.asked == ["none", "half-even", "half-sauvola"]
    bettered = Reader({"none": words("tbe", 0.5), "half-even": words("tbe", 0.8)})
    read(bettered, scan)
    assert bettered.asked == ["none", "half-even"]


def test_a_try_that_fails_leaves_what_was_read_before(scan: ScanSource) -> None:
    failure = RecognitionError("no {path}", path="x")
    reader = Reader({"none": words("the harbour", 0.5), "half-even": failure})
    assert read(reader, scan).text == "the harbour"
    with pytest.raises(RecognitionError):
        read(Reader({"none": failure}), scan)


def test_all_tries_share_one_time_limit(scan: ScanSource) -> None:
    reader = Reader({"none": words("tbe", 0.5)})
    read(reader, scan)
    assert len(reader.limits) > 1
    assert all(limit <= 30 for limit in reader.limits)
    hurried = Reader({"none": words("tbe", 0.5)})
    PreparedEngine(hurried, KNOWN.__contains__).recognise(scan, ("eng",), time_limit=0.5)
    assert hurried.asked == ["none"]


def page_with_lines(path: Path, count: int = 12) -> ScanSource:
    image = Image.new("L", (800, 900), 230)
    pen = ImageDraw.Draw(image)
    for row in range(count):
        for column in range(60, 740, 8):
            pen.rectangle((column, 60 + 60 * row, column + 2, 80 + 60 * row), fill=40)
    image.save(path)
    return ScanSource(path)


def rows(first: int, last: int, sink: float = 0.0, sure: float = 0.95) -> tuple[FoundWord, ...]:
    """Return the words of some lines of the page with lines, sunk by pixels from word to word."""
    return tuple(
        FoundWord(
            word, Box(60 + 170 * at, 60 + 60 * row + round(sink * at), 165, 21), sure, 1, 1, row
        )
        for row in range(first, last)
        for at, word in enumerate(("the", "harbour", "was", "closed"))
    )


def test_a_lost_block_is_looked_for_though_the_rest_was_read_surely(tmp_path: Path) -> None:
    scan = page_with_lines(tmp_path / "a.png")
    reader = Reader({"none": rows(0, 8), "smaller-even": rows(6, 12)})
    reading = read(reader, scan)
    assert reader.asked == ["none", "smaller-even"]
    assert reading.text.count("harbour") == 12
    assert reading.engine.parameters["combined"] == "none 32; smaller-even 16"
    assert [word.box.y for word in reading.words] == sorted(word.box.y for word in reading.words)
    whole = Reader({"none": rows(0, 12)})
    read(whole, scan)
    assert whole.asked == ["none"]


def test_a_file_that_only_the_engine_can_open_keeps_what_was_read(tmp_path: Path) -> None:
    scan = page_with_lines(tmp_path / "a.jpg")
    content = scan.path.read_bytes()
    scan.path.write_bytes(content[: len(content) // 2])
    for sure in (0.95, 0.5):
        reader = Reader({"none": words("the harbour", sure)})
        assert read(reader, scan).text == "the harbour"
        assert reader.asked == ["none"]


def test_lines_that_no_try_has_read_are_looked_for_as_one_block(tmp_path: Path) -> None:
    scan = page_with_lines(tmp_path / "a.png")
    reader = Reader({"none": rows(0, 8), "smaller-even": rows(0, 8), "block": rows(0, 12)})
    reading = read(reader, scan)
    assert reader.asked == ["none", "smaller-even", "block"]
    assert reading.text.count("harbour") == 12
    assert reading.engine.parameters["preparation"] == "none"  # it lends its words only


def test_a_poor_page_whose_lines_slope_is_read_once_more_on_level_lines(tmp_path: Path) -> None:
    scan = page_with_lines(tmp_path / "a.png")
    crooked = Reader({"none": rows(0, 12, 4, 0.8), "straight-smaller-even": rows(0, 12, 0, 0.9)})
    told = read(crooked, scan).engine.parameters
    assert crooked.asked[-1] == "straight-smaller-even"
    assert told["preparation"] == "straight-smaller-even"
    assert told["slope"] == "1.3"
    level = Reader({"none": rows(0, 12, 0, 0.8), "smaller-even": rows(0, 12, 0, 0.8)})
    read(level, scan)
    assert level.asked == ["none", "smaller-even"]


def test_the_better_word_of_each_try_is_kept(scan: ScanSource) -> None:
    reader = Reader(
        {"none": words("the barbonr was closed", 0.8), "half-even": words("tbe harbour wos", 0.8)}
    )
    reading = read(reader, scan)
    assert reading.text == "the harbour was closed"
    assert reading.engine.parameters["combined"] == "none 3; half-even 1"


def test_level_lines_can_be_chosen_by_name(tmp_path: Path) -> None:
    source = page_with_lines(tmp_path / "a.png")
    with Image.open(source.path) as image:
        image.rotate(-2, fillcolor=230).save(tmp_path / "b.png")
    reader = Reader({"straight-even": ()})
    reading = read(reader, ScanSource(tmp_path / "b.png"), "straight-even")
    assert abs(float(reading.engine.parameters["slope"]) - 2) < 0.3


def test_a_chosen_preparation_is_the_only_one(scan: ScanSource) -> None:
    reader = Reader({"sauvola": words("tbe", 0.3)})
    reading = read(reader, scan, "sauvola")
    assert reader.asked == ["sauvola"]
    assert reading.engine.parameters["thresholding"] == "2"


def test_a_region_is_read_alone_and_its_boxes_are_on_the_stored_scan(tmp_path: Path) -> None:
    Image.new("L", (800, 600), 240).save(tmp_path / "a.png")
    reader = Reader({"none": words("the", 0.95)})
    engine = PreparedEngine(reader, KNOWN.__contains__, "none")
    reading = engine.recognise_region(
        ScanSource(tmp_path / "a.png"), Box(200, 100, 300, 200), ("eng",), time_limit=30
    )
    assert reading.words[0].box == Box(200, 100, 80, 40)  # ten pixels of paper were put around
    assert (reading.width, reading.height) == (800, 600)


def test_lost_words_and_noise_both_speak_against_a_reading() -> None:
    score = {
        text: score_of(words(text, 0.9), KNOWN.__contains__)
        for text in ("the harbour was closed", "the harbour", "the harbour xqz vvw", "12 |")
    }
    assert list(score) == sorted(score, key=score.__getitem__, reverse=True)[:2] + list(score)[2:]
    assert score["the harbour"] > score["the harbour xqz vvw"]
    assert score["12 |"] == 0


def test_confidence_is_weighed_by_letters() -> None:
    assert confidence_of(()) == 0.0
    mixed = words("harbour", 1.0) + words("x", 0.2)
    assert confidence_of(mixed) == pytest.approx(0.9)
