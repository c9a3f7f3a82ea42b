"""Which phenomenon each of Alt+1 to Alt+9 marks: the table's own, unless the person gave others."""

from collections.abc import Mapping
from typing import Final

from corrector.text.phenomena import PHENOMENA, PHENOMENON_BY_NAME
from corrector.text.phenomenon import Phenomenon

NUMBERS: Final = tuple(str(number) for number in range(1, 10))
_PREFIX: Final = "Alt+"


def phenomena_by_number(given: Mapping[str, str]) -> dict[str, Phenomenon]:
    """Return what the keys of the row of digits mark, by digit.

    Args:
        given: names of phenomena by digit, where they differ from the table; a name that is not
            in the table counts as not given.
    """
    by_key = {one.key: one for one in PHENOMENA if one.key}
    keys = {number: by_key[_PREFIX + number] for number in NUMBERS}
    keys |= {
        number: PHENOMENON_BY_NAME[name]
        for number, name in given.items()
        if number in keys and name in PHENOMENON_BY_NAME
    }
    return keys


def with_key(given: Mapping[str, str], number: str, name: str) -> dict[str, str]:
    """Return `given` with the phenomenon `name` on the key `number`; what was there changes place.

    A phenomenon that had another key leaves it to the one that had this key.
    """
    keys = {digit: one.name for digit, one in phenomena_by_number(given).items()}
    before = next((digit for digit, held in keys.items() if held == name), None)
    if before is not None:
        keys[before] = keys[number]
    keys[number] = name
    table = {digit: one.name for digit, one in phenomena_by_number({}).items()}
    return {digit: held for digit, held in keys.items() if held != table[digit]}
