"""The tree of an imported file, and its bytes after it was changed."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lxml import etree

from corrector.errors import InputError
from corrector.formats.reading.parsing import parsed_html, parsed_xml


@dataclass(frozen=True, slots=True)
class Tree:
    """A file as a tree."""

    root: etree._Element
    html: bool

    def content(self) -> bytes:
        """Return the bytes of the file, in the encoding that it was in."""
        whole = self.root.getroottree()
        encoding = "UTF-8" if self.html else whole.docinfo.encoding or "UTF-8"
        method: Literal["html", "xml"] = "html" if self.html else "xml"
        content = etree.tostring(
            whole, encoding=encoding, method=method, xml_declaration=not self.html
        )
        assert isinstance(content, bytes)  # noqa: S101 - text only for the encoding "unicode"
        return content.rstrip(b"\n") + b"\n"


def trees_of(data: bytes) -> Iterator[Tree]:
    """Yield the file as XML and, where it may be HTML, as that."""
    nowhere = Path()
    with contextlib.suppress(InputError):
        yield Tree(parsed_xml(data, nowhere), html=False)
    with contextlib.suppress(InputError):
        yield Tree(parsed_html(data, nowhere), html=True)
