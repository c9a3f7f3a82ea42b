"""Writes the corrected text into a copy of the imported file; all the rest of it stays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from lxml import etree

from corrector.formats.layout.former_words import word_pairs
from corrector.formats.layout.line_text import line_text
from corrector.formats.layout.steps import Step, steps_of
from corrector.formats.material import PageMaterial
from corrector.formats.originals.new_lines import NewLine, NewWord, new_lines
from corrector.formats.originals.old_lines import OldLine, OldPage, old_page
from corrector.formats.originals.original import Original
from corrector.formats.originals.tree import trees_of
from corrector.formats.reading.coordinates import united
from corrector.formats.reading.interpolation import interpolated
from corrector.formats.reading.raw_page import RawPage
from corrector.messages import QT_TRANSLATE_NOOP, Message, message
from corrector.scans.geometry import Box


class Rewrite(Protocol):
    """How the elements of one format are changed; `former` is what the first version read."""

    format: str

    def pages(self, root: etree._Element) -> Iterator[tuple[etree._Element, RawPage]]:
        """Yield the pages of a file with their elements."""
        ...

    def set_word(self, word: etree._Element, text: str, former: str) -> None:
        """Give an element another text."""
        ...

    def place_word(self, word: etree._Element, box: Box) -> None:
        """Say that an element stands elsewhere now, as far as anybody knows."""
        ...

    def add_word(
        self, line: etree._Element, after: etree._Element | None, text: str, box: Box | None
    ) -> etree._Element:
        """Put a new element behind another one, or at the beginning of the line."""
        ...

    def remove_word(self, word: etree._Element) -> None:
        """Take an element away whose words are no more."""
        ...

    def finish_line(self, line: etree._Element, text: str, former: str) -> None:
        """Bring what the line says of its whole text into line with its words."""
        ...

    def add_line(self, after: etree._Element, box: Box | None) -> etree._Element:
        """Put a new line without words behind another one."""
        ...

    def number_lines(self, lines: Sequence[etree._Element]) -> None:
        """Say in which order the lines of a block are read, after some were added."""
        ...

    def finish_block(self, block: etree._Element, text: str, former: str) -> None:
        """Bring what a block says of its whole text into line with its lines."""
        ...

    def add_steps(self, root: etree._Element, steps: Sequence[Step]) -> None:
        """Say who corrected the text."""
        ...


def corrected_original(
    material: PageMaterial, original: Original, rewrite: Rewrite, program_version: str
) -> bytes | Message | None:
    """Return the imported file with the current text; just as it was where nothing changed.

    Returns:
        the file, a sentence that says why it could not be used, or None where the page was
        imported from another format.
    """
    if original.format != rewrite.format:
        return None
    data = original.load()
    if isinstance(data, Message):
        return data
    unusable = _not_understood(original)
    for tree in trees_of(data):
        pages = list(rewrite.pages(tree.root))
        for index in sorted(range(len(pages)), key=lambda one: one != original.part):
            page = old_page(pages[index][1])
            if page is not None and page.text == material.versions[0].text:
                others = [element for at, (element, _) in enumerate(pages) if at != index]
                steps = steps_of(material, program_version)
                changed = _changed(page, material, tree.root, rewrite, steps)
                for other in others:
                    remove(other)
                content = tree.content() if changed or others else data
                return content if _says(content, material.text, rewrite) else unusable
    return unusable


def _says(content: bytes, text: str, rewrite: Rewrite) -> bool:
    """Tell whether a file, read again, has just the lines of `text`: if not, it is not written."""
    wanted = [line.split() for line in map(line_text, text.split("\n")) if line.strip()]
    for tree in trees_of(content):
        pages = [page for _, page in rewrite.pages(tree.root)]
        read = old_page(pages[0]) if len(pages) == 1 else None
        if read is not None and [line.text.split() for line in read.lines] == wanted:
            return True
    return False


def _changed(
    page: OldPage,
    material: PageMaterial,
    root: etree._Element,
    rewrite: Rewrite,
    steps: Sequence[Step],
) -> bool:
    """Write the current text into the tree; return whether it says anything else."""
    lines = new_lines(material.text, word_pairs(material.versions), page)
    if len(lines) == len(page.lines) and all(line.untouched for line in lines):
        return False
    _rewrite_lines(page, lines, rewrite)
    rewrite.add_steps(root, [step for step in steps if not step.generation])
    return True


def _rewrite_lines(page: OldPage, lines: Sequence[NewLine], rewrite: Rewrite) -> None:
    written = list(_written(page, lines, rewrite))
    kept = {id(line.old) for line in lines}
    for old in page.lines:
        if id(old) not in kept:
            _remove_line(old, rewrite)
    formers = _by_block((old.block, old.text) for old in page.lines)
    now = _by_block((one.block, one.text) for one in written)
    for block, texts in formers.items():
        if now.get(block, []) != texts:
            rewrite.finish_block(block, "\n".join(now.get(block, [])), "\n".join(texts))
    for block in {one.block for one in written if one.added and one.block is not None}:
        elements = [one.element for one in written if one.block is block]
        rewrite.number_lines([element for element in elements if element is not None])


@dataclass(frozen=True, slots=True)
class _Written:
    """A line as it is in the file now."""

    block: etree._Element | None
    element: etree._Element | None
    text: str
    added: bool = False


def _written(page: OldPage, lines: Sequence[NewLine], rewrite: Rewrite) -> Iterator[_Written]:
    """Write the lines one by one; what the file does not have goes behind the line above."""
    above = page.lines[0] if page.lines else None
    last: etree._Element | None = None
    begun = False
    for line in lines:
        if line.old is not None:
            above, last, begun = line.old, None, True
            if not line.untouched:
                _rewrite_line(line, line.old, rewrite)
            yield _Written(above.block, above.element, line.text)
        elif above is not None:
            last = _add_line(line, above, last, rewrite)
            if last is not None and above.element is not None and not begun:
                above.element.addprevious(last)
                begun = True
            yield _Written(above.block, last, line.text, added=True)


def _by_block(
    lines: Iterable[tuple[etree._Element | None, str]],
) -> dict[etree._Element, list[str]]:
    texts: dict[etree._Element, list[str]] = {}
    for block, text in lines:
        if block is not None:
            texts.setdefault(block, []).append(" ".join(text.split()))
    return texts


def _rewrite_line(line: NewLine, old: OldLine, rewrite: Rewrite) -> None:
    former = old.text
    kept = {id(word.owner) for word in line.words if word.owner is not None}
    after: etree._Element | None = None
    for index, word in enumerate(line.words):
        if word.untouched and word.owner is not None:
            after = word.owner.element
        elif word.owner is not None:
            after = _rewrite_word(word, old, rewrite)
        elif old.element is not None:
            box = _gap(line.words, index)
            after = rewrite.add_word(old.element, after, word.texts[0], box)
    for gone in old.words:
        if id(gone) not in kept:
            rewrite.remove_word(gone.element)
    if old.element is not None:
        rewrite.finish_line(old.element, line.text, former)


def _rewrite_word(word: NewWord, old: OldLine, rewrite: Rewrite) -> etree._Element:
    """Change an element; where one word became several, put the others behind it."""
    assert word.owner is not None  # noqa: S101 - asked by the caller
    owner = word.owner
    whole = len(owner.tokens) > 1 or old.element is None or owner.element is old.element
    if whole or len(word.texts) == 1:
        rewrite.set_word(owner.element, " ".join(word.texts), word.former)
        return owner.element
    boxes = (
        interpolated(word.texts, owner.box) if owner.box is not None else [None] * len(word.texts)
    )
    rewrite.set_word(owner.element, word.texts[0], word.former)
    if boxes[0] is not None:
        rewrite.place_word(owner.element, boxes[0])
    after = owner.element
    assert old.element is not None  # noqa: S101 - else the element is taken whole
    for text, box in zip(word.texts[1:], boxes[1:], strict=True):
        after = rewrite.add_word(old.element, after, text, box)
    return after


def _gap(words: Sequence[NewWord], index: int) -> Box | None:
    """Return a place for a new word between its neighbours, or beside the one that it has."""
    before = next((w.owner.box for w in words[index::-1] if w.owner and w.owner.box), None)
    after = next((w.owner.box for w in words[index:] if w.owner and w.owner.box), None)
    if before and after:
        left, right = min(before.right, after.x), max(before.right, after.x)
        top, bottom = min(before.y, after.y), max(before.bottom, after.bottom)
        return Box(left, top, max(right - left, 1), bottom - top)
    if before:
        return Box(before.right, before.y, max(before.height // 2, 1), before.height)
    if after:
        return Box(max(after.x - after.height, 0), after.y, max(after.height, 1), after.height)
    return None


def _add_line(
    line: NewLine, above: OldLine, last: etree._Element | None, rewrite: Rewrite
) -> etree._Element | None:
    """Put a line that the file does not have behind another one; return its element."""
    if above.element is None:
        return None
    around = above.box or united(word.box for word in above.words)
    made = rewrite.add_line(above.element if last is None else last, around)
    texts = [text for word in line.words for text in word.texts]
    boxes = interpolated(texts, around) if around is not None else [None] * len(texts)
    after: etree._Element | None = None
    for text, box in zip(texts, boxes, strict=True):
        after = rewrite.add_word(made, after, text, box)
    rewrite.finish_line(made, line.text, "")
    return made


def _remove_line(old: OldLine, rewrite: Rewrite) -> None:
    if old.element is not None:
        remove(old.element)
        return
    for word in old.words:
        rewrite.remove_word(word.element)


def remove(element: etree._Element) -> None:
    """Take an element away; what stands behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _not_understood(original: Original) -> Message:
    return message(
        QT_TRANSLATE_NOOP(
            "Formats",
            "The text cannot be put back into “{file}”, from which it was imported; a new file was "
            "written. What else that file says stands only in it; it is unchanged.",
        ),
        file=original.path,
    )
