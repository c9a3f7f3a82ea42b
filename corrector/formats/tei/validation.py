"""Validates a file with the schema that a person named; a file that it refuses is not written."""

from functools import lru_cache
from pathlib import Path
from typing import Final

from lxml import etree

from corrector.errors import InputError, OutputError
from corrector.formats.projection import parsed
from corrector.messages import QT_TRANSLATE_NOOP

_SCHEMAS_KEPT: Final = 2
"""A whole TEI schema takes ten seconds to load; many documents are written with the same one."""


def require_valid(content: bytes, schema: Path) -> None:
    """Refuse a file that `schema`, RELAX NG in XML, finds invalid.

    Raises:
        InputError: if the schema cannot be read.
        OutputError: if the file is invalid; it names the line and what is wrong there.
    """
    grammar = _loaded(schema.resolve(), _stamp(schema))
    if grammar.validate(parsed(content)):
        return
    fault = grammar.error_log.last_error
    raise OutputError(
        QT_TRANSLATE_NOOP(
            "Formats",
            "The file is not valid by “{schema}” and was not written. Line {line}: {fault}. The "
            "record is unchanged. Export without the schema to look at the file.",
        ),
        schema=str(schema),
        line=fault.line if fault is not None else 0,
        fault=fault.message if fault is not None else "",
    )


def _stamp(schema: Path) -> int:
    try:
        return schema.stat().st_mtime_ns
    except OSError as error:
        raise _unreadable(schema, error.strerror or "") from error


@lru_cache(maxsize=_SCHEMAS_KEPT)
def _loaded(schema: Path, _stamp: int) -> etree.RelaxNG:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.RelaxNG(etree.parse(schema, parser))
    except (etree.LxmlError, OSError) as error:
        raise _unreadable(schema, str(error)) from error


def _unreadable(schema: Path, reason: str) -> InputError:
    return InputError(
        QT_TRANSLATE_NOOP(
            "Formats",
            "“{schema}” cannot be read as a RELAX NG schema in XML: {reason}. Nothing was written.",
        ),
        schema=str(schema),
        reason=reason,
    )
