"""Reads and parses a file of OCR so that no file, however hostile, does more than fail."""

import codecs
import re
from pathlib import Path
from typing import Any, Final

from lxml import etree

from corrector.errors import InputError, unreadable
from corrector.messages import QT_TRANSLATE_NOOP

MAX_BYTES: Final = 64 * 1024 * 1024
"""Larger files are refused: a dense newspaper page with every letter's place has about ten."""

_ENTITY: Final = re.compile(rb"<!ENTITY", re.IGNORECASE)
_XML_ENCODING: Final = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.\-]+)""")
_HTML_CHARSET: Final = re.compile(rb"""<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.\-]+)""", re.I)
_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_HEAD: Final = 4096
"""Bytes in which HTML has to say its encoding; the standard asks for the first 1024."""


def bytes_of(path: Path) -> bytes:
    """Return the bytes of the file.

    Raises:
        InputError: if it cannot be read, is empty or is larger than `MAX_BYTES`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise unreadable(path, error) from error
    if len(data) > MAX_BYTES:
        raise InputError(
            QT_TRANSLATE_NOOP(
                "Reading",
                "“{path}” is larger than {limit} megabytes and was not read; nothing was changed. "
                "Let the OCR program write a file for each page.",
            ),
            path=str(path),
            limit=MAX_BYTES // (1024 * 1024),
        )
    if not data.strip():
        raise broken(path, "the file is empty")
    return data


def parsed_xml(data: bytes, path: Path) -> etree._Element:
    """Return the root of an XML file; nothing outside it is fetched and no entity is resolved.

    Raises:
        InputError: if it is not well-formed, not in the encoding that it declares, nested too
            deep, or defines entities of its own, which no OCR program does.
    """
    if _ENTITY.search(data):
        raise _own_entities(path)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise broken(path, str(error)) from error
    declared: Any = root.getroottree().docinfo.internalDTD
    # In UTF-16 the search above finds nothing.
    if declared is not None and declared.entities():
        raise _own_entities(path)
    return root


def parsed_html(data: bytes, path: Path) -> etree._Element:
    """Return the root of an HTML or XHTML file, well-formed or not.

    Raises:
        InputError: if it is not in the encoding that it declares, nested too deep or no HTML.
    """
    if _ENTITY.search(data):
        raise _own_entities(path)
    text = _decoded(data, path)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken(path, str(error)) from error
    fatal = [entry for entry in parser.error_log if entry.level >= etree.ErrorLevels.FATAL]
    if root is None or fatal:
        raise broken(path, fatal[0].message if fatal else "it holds no HTML")
    return root


def broken(path: Path, reason: str) -> InputError:
    """Return the error that says that a file of OCR cannot be used, and why."""
    return InputError(
        QT_TRANSLATE_NOOP(
            "Reading",
            "“{path}” cannot be used as OCR: {reason}. Nothing was changed. Let the OCR program "
            "write it again.",
        ),
        path=str(path),
        reason=reason,
    )


def _decoded(data: bytes, path: Path) -> str:
    """Return the text in the encoding that a mark or the file itself declares, else UTF-8."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    if encoding is None:
        head = data[:_HEAD]
        declared = _XML_ENCODING.search(head) or _HTML_CHARSET.search(head)
        encoding = declared[1].decode("ascii", "replace") if declared else "utf-8"
    try:
        return data.decode(encoding).replace("\0", "\ufffd")
    except (UnicodeError, LookupError) as error:
        raise broken(path, f"it is not in the encoding {encoding}") from error


def _own_entities(path: Path) -> InputError:
    return broken(path, "it defines entities of its own, which may be an attack")
