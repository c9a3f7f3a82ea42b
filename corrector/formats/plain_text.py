"""Writes texts as they are: the pages of a document one after the other, in a form of bytes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from corrector.formats.file_names import safe_stem
from corrector.formats.material import DocumentMaterial, PageMaterial
from corrector.formats.reading_text import reading_text
from corrector.formats.written import WrittenFile
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.text.decoding import TextForm, encode

SUFFIX: Final = ".txt"
PAGE_SEPARATOR: Final = "\f"
"""A form feed: what scanners' and recognisers' own text files have between pages."""

_UTF8: Final = "utf-8"


def write_plain_text(
    material: DocumentMaterial,
    *,
    keep_encoding: bool = False,
    separator: str = PAGE_SEPARATOR,
) -> WrittenFile:
    """Return the current text of all pages, line by line as on the page.

    A text that was imported and not corrected, written with `keep_encoding`, equals the file from
    which it was imported byte for byte.

    Args:
        material: the document; of one page to write a page alone.
        keep_encoding: write in the encoding of the imported files where it can hold the text;
            otherwise UTF-8. Line ends are always those of the imported files.
        separator: between two pages where the imported file does not say what stood there.
    """
    text = document_text(material.pages, separator)
    forms = _forms(material.pages)
    form = forms[0] if len(forms) == 1 else TextForm(newline=_newline(forms))
    notices: list[Message] = []
    if keep_encoding and len(forms) > 1:
        notices.append(_several_encodings())
    elif not keep_encoding and form.encoding != _UTF8:
        form = replace(form, encoding=_UTF8, mark=False)
    if not _holds(form, text):
        notices.append(_not_in(form, text))
        form = replace(form, encoding=_UTF8, mark=False)
    return WrittenFile(_name(material), encode(text, form), tuple(notices))


def write_reading_text(material: DocumentMaterial) -> WrittenFile:
    """Return the running text of all pages: UTF-8, blocks and pages apart by an empty line."""
    pages = (reading_text(page.text) for page in material.pages)
    text = "\n\n".join(page for page in pages if page)
    content = f"{text}\n".encode() if text else b""
    return WrittenFile(_name(material), content)


def document_text(pages: Sequence[PageMaterial], separator: str = PAGE_SEPARATOR) -> str:
    """Return the texts of `pages` with what stood between them in their files, or `separator`."""
    parts: list[str] = []
    for page, following in pairwise(pages):
        parts += (page.text, _between(page, following, separator))
    if pages:
        parts += (pages[-1].text, _after(pages[-1]))
    return "".join(parts)


def _between(page: PageMaterial, following: PageMaterial, separator: str) -> str:
    """Return what stands between two pages: nothing but a line end where one text was divided."""
    own, next_one = page.page.text_source, following.page.text_source
    if own is None or next_one is None or own.path != next_one.path or own.span is None:
        return _after(page) or separator
    return "" if not page.text or page.text.endswith("\n") else "\n"


def _after(page: PageMaterial) -> str:
    return page.page.text_source.after if page.page.text_source is not None else ""


def _forms(pages: Sequence[PageMaterial]) -> list[TextForm]:
    """Return the distinct forms of the imported files; that of UTF-8 where nothing was imported."""
    sources = (page.page.text_source for page in pages)
    found = dict.fromkeys(source.form for source in sources if source is not None)
    return list(found) or [TextForm()]


def _newline(forms: Sequence[TextForm]) -> str:
    """Return the line end that all forms have, or a line feed where they differ."""
    newlines = {form.newline for form in forms}
    return newlines.pop() if len(newlines) == 1 else "\n"


def _holds(form: TextForm, text: str) -> bool:
    try:
        text.encode(form.encoding)
    except UnicodeEncodeError:
        return False
    return True


def _name(material: DocumentMaterial) -> str:
    return f"{safe_stem(material.document.label or material.document.key)}{SUFFIX}"


def _several_encodings() -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "Formats",
            "The pages were imported from files in different encodings or with different line "
            "ends. One file cannot keep them all: it was written in UTF-8.",
        )
    )


def _not_in(form: TextForm, text: str) -> Message:
    """Return the sentence that names the first character that `form` cannot hold."""
    character = next(one for one in text if not _holds(form, one))
    return message(
        QT_TRANSLATE_NOOP(
            "Formats",
            "The imported file was in {encoding}, which has no “{character}” (U+{code}). The text "
            "was written in UTF-8, so that nothing is lost.",
        ),
        encoding=form.encoding,
        character=character,
        code=f"{ord(character):04X}",
    )
