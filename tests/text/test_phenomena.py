"""The table of editorial phenomena is sound."""

import re
from collections import Counter

from corrector.text.phenomena import PHENOMENA, PHENOMENON_BY_NAME
from corrector.text.phenomenon import Entry


def test_names_are_unique_single_words_and_keys_are_the_nine_of_the_row() -> None:
    assert len(PHENOMENON_BY_NAME) == len(PHENOMENA)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", one.name) for one in PHENOMENA)
    keys = [one.key for one in PHENOMENA if one.key]
    assert keys == [f"Alt+{number}" for number in range(1, 10)]


def test_fields_of_a_phenomenon_differ_in_name_and_mnemonic() -> None:
    for one in PHENOMENA:
        names = Counter(field.name for field in one.fields)
        letters = Counter(
            found.group(1).lower()
            for field in one.fields
            if (found := re.search(r"&(\w)", field.label))
        )
        assert not names or max(names.values()) == 1
        assert not letters or max(letters.values()) == 1, one.name
        assert letters.total() == len(one.fields)


def test_choices_are_offered_where_something_is_chosen_and_only_there() -> None:
    for one in PHENOMENA:
        for field in one.fields:
            assert bool(field.choices) == (field.entry is Entry.CHOICE)


def test_what_stands_in_for_missing_text_names_fields_that_exist() -> None:
    for one in PHENOMENA:
        named = set(re.findall(r"{(\w+)}", one.stand_in))
        assert named <= {field.name for field in one.fields}, one.name
        assert not (one.needs_text and one.stand_in)
