"""Sentences for people: an English template and its values, translated where they are shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

Value = str | int | float

NO_VALUES: Mapping[str, Value] = MappingProxyType({})

_QUOTED: Final = re.compile(r"[“„«]\s?\{(\w+)\}\s?[”“»]")
"""A value between quotation marks, as templates and their translations set them."""
_HAS_QUOTES: Final = re.compile("[\"“”„‟«»]|''|``|‘‘|’’|,,")


def QT_TRANSLATE_NOOP(context: str, template: str) -> str:
    """Return `template` unchanged; the name lets the translators' tool find it.

    Args:
        context: the translation context under which the template is collected.
        template: an English sentence with named placeholders, such as ``{page}``.
    """
    del context
    return template


@dataclass(frozen=True, slots=True)
class Message:
    """An English sentence with named placeholders and the values that fill them."""

    template: str
    values: Mapping[str, Value] = field(default_factory=lambda: NO_VALUES)

    def __str__(self) -> str:
        return filled(self.template, self.values)


def filled(template: str, values: Mapping[str, Value]) -> str:
    """Return `template` with `values` in the place of their names.

    A value that has quotation marks of its own stands between ‹ and › where the template quotes
    it: of “„Hello” nobody could tell which marks are its own.
    """

    def quoted(found: re.Match[str]) -> str:
        own = _HAS_QUOTES.search(str(values[found[1]]))
        return f"‹{{{found[1]}}}›" if own else found[0]

    return _QUOTED.sub(quoted, template).format(**values)


def message(template: str, **values: Value) -> Message:
    """Return the message of `template` filled with `values`."""
    return Message(template, MappingProxyType(values))
