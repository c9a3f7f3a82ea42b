"""A scan that was renamed inside the collection stays the scan of its page."""

from pathlib import Path

from PIL import Image

from corrector.tasks.opening import look_at, open_for_work
from corrector.tasks.verifying import hash_scans, verify_collection


def collection_of_two(folder: Path) -> None:
    for number, grey in ((1, 200), (2, 90)):
        Image.new("L", (40, 60), grey).save(folder / f"letter_{number}.png")
        (folder / f"letter_{number}.txt").write_text(f"page {number}\n")
    with open_for_work(folder, "A. Reader") as collection:
        hash_scans(collection)


def test_a_renamed_scan_is_known_by_its_bytes_and_makes_no_second_page(tmp_path: Path) -> None:
    collection_of_two(tmp_path)
    (tmp_path / "letter_2.png").rename(tmp_path / "letter_9.png")
    with open_for_work(tmp_path, "A. Reader") as collection:
        scans = [(page.label, page.scan, page.versions) for page in collection.pages()]
    assert scans == [("letter_1", "letter_1.png", 1), ("letter_2", "letter_9.png", 1)]
    assert verify_collection(tmp_path) == ()


def test_another_scan_under_a_new_name_is_a_page_of_its_own(tmp_path: Path) -> None:
    collection_of_two(tmp_path)
    (tmp_path / "letter_2.png").unlink()
    Image.new("L", (40, 60), 10).save(tmp_path / "letter_3.png")
    with open_for_work(tmp_path, "A. Reader") as collection:
        labels = [page.label for page in collection.pages()]
    assert labels == ["letter_1", "letter_2", "letter_3"]
    (problem,) = verify_collection(tmp_path)
    assert (problem.page, problem.kind) == ("letter_2", "scan-missing")


def test_verifying_takes_no_new_files_in(tmp_path: Path) -> None:
    collection_of_two(tmp_path)
    Image.new("L", (40, 60), 10).save(tmp_path / "letter_3.png")
    verify_collection(tmp_path)
    with look_at(tmp_path) as collection:
        assert len(collection.pages()) == 2
