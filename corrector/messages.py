"""Sentences for people: an English template and its values, translated where they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Value = str | int | float

NO_VALUES: Mapping[str, Value] = MappingProxyType({})


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
        return self.template.format(**self.values)


def message(template: str, **values: Value) -> Message:
    """Return the message of `template` filled with `values`."""
    return Message(template, MappingProxyType(values))
