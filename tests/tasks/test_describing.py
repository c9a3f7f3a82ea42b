"""What is said of documents: fields, defaults of the collection, tables in CSV."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corrector.errors import InputError, UsageError
from corrector.record import descriptions
from corrector.tasks.collection import Collection
from corrector.tasks.describing import (
    changes_in_table,
    describe_all,
    described,
    document_named,
    import_descriptions,
    set_description,
)
from corrector.tasks.material import material_of
from corrector.tasks.opening import look_at, open_for_work


@pytest.fixture
def letters(tmp_path: Path) -> Iterator[Collection]:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("a_01", "a_02", "b_01"):
        (folder / f"{name}.txt").write_text("Dear Sir\n")
    with open_for_work(folder, "A. Reader") as collection:
        yield collection


def table(folder: Path, text: str) -> Path:
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8")
    return path


def whole(collection: Collection) -> dict[str | None, dict[str, str]]:
    return {
        None if one.document is None else one.document.key: dict(one.whole)
        for one in described(collection)
    }


def test_a_document_has_the_values_of_the_collection_unless_it_has_its_own(
    letters: Collection,
) -> None:
    first, second = letters.documents()[:2]
    set_description(letters, None, {"repository": "A Library", "language": "en"})
    set_description(letters, first, {"language": "de", "title": " A letter "})

    found = whole(letters)

    assert found[first.key] == {"repository": "A Library", "language": "de", "title": "A letter"}
    assert found[second.key] == {"repository": "A Library", "language": "en"}
    set_description(letters, first, {"language": "", "title": ""})
    assert whole(letters)[first.key] == found[second.key]


def test_the_description_comes_with_the_material_of_an_export(letters: Collection) -> None:
    first = letters.documents()[0]
    set_description(letters, None, {"repository": "A Library"})
    set_description(letters, first, {"title": "A letter"})
    pages = letters.pages()
    own = [page for page in pages if page.document == first.key]

    assert material_of(letters, "x", own).description == {
        "repository": "A Library",
        "title": "A letter",
    }
    assert material_of(letters, "x", pages).description == {"repository": "A Library"}


def test_what_else_the_record_keeps_of_a_document_stays(letters: Collection) -> None:
    first = letters.documents()[0]
    with letters.record.writing() as connection:
        connection.exec_driver_sql('update document set details = \'{"other": "kept"}\'')
    set_description(letters, first, {"title": "A letter"})

    with letters.record.reading() as connection:
        (details,) = connection.exec_driver_sql("select details from document limit 1").one()
    assert '"other"' in details
    assert "kept" in details


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_describes_many_documents_by_key_or_label(
    letters: Collection, tmp_path: Path, delimiter: str
) -> None:
    first, second = letters.documents()[:2]
    rows = [
        ["document", "Title", "date"],
        [first.key, '"One, two; ""three"""', "1994-03-14"],
        [second.label, "", "1994"],
        ["", "", ""],
    ]
    path = table(tmp_path, "\r\n".join(delimiter.join(row) for row in rows))

    assert import_descriptions(letters, path) == 2

    found = whole(letters)
    assert found[first.key] == {"title": 'One, two; "three"', "date": "1994-03-14"}
    assert found[second.key] == {"date": "1994"}


@pytest.mark.parametrize(
    ("text", "error", "said"),
    [
        ("document,colour\nx,red\n", UsageError, "colour"),
        ("title\nA\n", InputError, "document"),
        ("document,title,title\n", InputError, "once"),
        ("document,title\nKEY,ok\nnobody,A\n", UsageError, "nobody"),
        ("document,title\nKEY,ok\nKEY,A,B,C\n", InputError, "Line 3"),
        ('document,title\nKEY,"open\n', InputError, "line"),
        ("", InputError, "document"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused_and_nothing_of_it_is_taken(
    letters: Collection, tmp_path: Path, text: str, error: type[Exception], said: str
) -> None:
    key = letters.documents()[0].key
    with pytest.raises(error, match=said):
        import_descriptions(letters, table(tmp_path, text.replace("KEY", key)))
    assert not any(whole(letters).values())


def test_a_table_is_taken_whole_or_not_at_all(
    letters: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = letters.documents()[:2]
    path = table(tmp_path, f"document,title\n{first.key},A\n{second.key},B\n")
    real, done = descriptions.describe, []

    def fails_at_the_second(*arguments: object) -> None:
        done.append(arguments)
        if len(done) > 1:
            raise OSError("the disk is gone")
        real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(descriptions, "describe", fails_at_the_second)
    with pytest.raises(OSError, match="gone"):
        import_descriptions(letters, path)
    assert not any(whole(letters).values())


def test_unknown_fields_and_documents_are_named(letters: Collection) -> None:
    with pytest.raises(UsageError, match="colour"):
        set_description(letters, None, {"colour": "red"})
    with pytest.raises(UsageError, match="nobody"):
        document_named(letters, "nobody")
    with pytest.raises(InputError):
        set_description(letters, None, {"title": "\0"})


def test_looking_does_not_need_a_record(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x\n")
    with look_at(tmp_path) as collection:
        assert [dict(one.whole) for one in described(collection)] == [{}, {}]


def test_a_table_says_what_it_would_change_and_changes_nothing(
    letters: Collection, tmp_path: Path
) -> None:
    first, second = letters.documents()[:2]
    set_description(letters, first, {"title": "A letter", "place": "Here"})
    path = table(tmp_path, f"document,title,place\n{first.key},New,Here\n{second.key},,There\n")
    before = whole(letters)

    changes = changes_in_table(letters, path)

    assert [(one.document, one.field, one.old, one.new) for one in changes] == [
        (first, "title", "A letter", "New"),
        (second, "place", "", "There"),
    ]
    assert whole(letters) == before
    describe_all(letters, [(one.document, {one.field: one.new}) for one in changes])
    assert changes_in_table(letters, path) == ()
    assert whole(letters)[first.key]["title"] == "New"


def test_several_documents_are_described_or_none(letters: Collection) -> None:
    first, second = letters.documents()[:2]
    before = whole(letters)

    with pytest.raises(UsageError):
        describe_all(letters, [(first, {"title": "A"}), (second, {"colour": "red"})])

    assert whole(letters) == before


def test_every_field_of_the_form_has_a_key_of_its_own() -> None:
    keys = [field.label[field.label.index("&") + 1].lower() for field in descriptions.FIELDS]
    assert len(keys) == len(set(keys))
