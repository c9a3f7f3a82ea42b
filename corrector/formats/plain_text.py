"""Writes texts as they are: the pages of a document one after the other, in a form of bytes."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from corrector.formats.changes_table import changes_beside
from corrector.formats.file_names import safe_stem
from corrector.formats.material import DocumentMaterial, PageMaterial
from corrector.formats.options import SEPARATORS
from corrector.formats.reading_text import BLOCK_END, left_out, reading_of
from corrector.formats.shown_marks import as_text, is_formework
from corrector.formats.shown_marks import bracketed as has_brackets
from corrector.formats.text_form import UTF8, holds, wished_form
from corrector.formats.text_header import text_header
from corrector.formats.written import WrittenFile
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.text.decoding import TextForm, encode
from corrector.text.marks import Mark

SUFFIX: Final = ".txt"
PAGE_SEPARATOR: Final = "\f"
"""A form feed: what scanners' and recognisers' own text files have between pages."""


def write_plain_text(
    material: DocumentMaterial,
    *,
    keep_encoding: bool = False,
    separator: str = PAGE_SEPARATOR,
) -> WrittenFile:
    """Return the current text of all pages, line by line as on the page.

    A text that was imported and not corrected, written with `keep_encoding`, equals the file from
    which it was imported byte for byte. Otherwise marks without text are shown: gaps, redactions,
    stamps and signatures that nothing in the text stands for.

    Args:
        material: the document; of one page to write a page alone.
        keep_encoding: write in the encoding of the imported files where it can hold the text;
            otherwise UTF-8. Line ends are those of the imported files unless others are wished.
        separator: between two pages where the imported file does not say what stood there.
    """
    wished = SEPARATORS.get(material.wishes.get("separator", ""))
    text = document_text(material.pages, separator, marked=not keep_encoding, always=wished)
    text = text_header(material, "as on the page, line by line") + text
    forms = _forms(material.pages)
    form = forms[0] if len(forms) == 1 else TextForm(newline=_newline(forms))
    notices: list[Message] = []
    if keep_encoding and len(forms) > 1:
        notices.append(_several_encodings())
    elif not keep_encoding and form.encoding != UTF8:
        form = replace(form, encoding=UTF8, mark=False)
    if not holds(form, text):
        notices.append(_not_in(form, text))
        form = replace(form, encoding=UTF8, mark=False)
    return _written(material, text, form, notices)


def write_reading_text(material: DocumentMaterial) -> WrittenFile:
    """Return the running text of all pages, blocks and pages apart by an empty line.

    Stamps and forme work are left out, or stand in brackets where that is wished; what was
    deleted is left out always, gaps and redactions never.
    """
    bracketed = material.wishes.get("formework") == "bracketed"
    pages = (reading_page(page, formework=bracketed) for page in material.pages)
    separator = SEPARATORS.get(material.wishes.get("separator", ""), BLOCK_END)
    text = separator.join(page for page in pages if page)
    text = f"{text}\n" if text else ""
    return _written(material, text_header(material, "running text") + text, TextForm(), [])


def reading_page(page: PageMaterial, *, formework: bool = False) -> str:
    """Return the running text of a page with what stands in for its gaps.

    Args:
        page: with its marks.
        formework: keep stamps, page headers and the like, in brackets.
    """
    marks = page.versions[-1].marks if page.versions else ()

    def gone(mark: Mark) -> bool:
        return left_out(mark) and not (formework and is_formework(mark))

    def in_brackets(mark: Mark) -> bool:
        return has_brackets(mark) or is_formework(mark)

    text, kept = reading_of(page.text, marks, gone)
    return as_text(text, kept, brackets=in_brackets)


def page_text(page: PageMaterial) -> str:
    """Return the text of a page as it stands, with what stands in for its gaps."""
    return as_text(page.text, page.versions[-1].marks) if page.versions else ""


def _written(
    material: DocumentMaterial, text: str, form: TextForm, notices: list[Message]
) -> WrittenFile:
    """Return the file in the form that was wished, where it can hold the text."""
    wished, refused = wished_form(form, text, material.wishes)
    told = (*notices, *refused)
    return WrittenFile(_name(material), encode(text, wished), told, changes_beside(material))


def document_text(
    pages: Sequence[PageMaterial],
    separator: str = PAGE_SEPARATOR,
    *,
    marked: bool = False,
    always: str | None = None,
) -> str:
    """Return the texts of `pages` with what stood between them in their files, or `separator`.

    Args:
        pages: in order.
        separator: where the imported files say nothing.
        marked: show marks without text.
        always: between all pages, whatever the imported files say.
    """
    parts: list[str] = []
    texts = [page_text(page) if marked else page.text for page in pages]
    for text, (page, following) in zip(texts, pairwise(pages), strict=False):
        parts += (text, _between(page, following, separator) if always is None else always)
    if pages:
        parts += (texts[-1], _after(pages[-1]) if always is None else "")
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
    character = next(one for one in text if not holds(form, one))
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
