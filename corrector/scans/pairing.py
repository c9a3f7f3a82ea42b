"""Decides which text belongs to which scan, by their names and where they lie."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from corrector.messages import QT_TRANSLATE_NOOP, message
from corrector.scans.listing import FolderProblem
from corrector.scans.nearness import Nearness, shorter_stems, stem_key


@dataclass(slots=True)
class Pairing:
    """Which texts go with which scans.

    Attributes:
        chosen: the text of a scan.
        others: further texts of the same name, by scan.
        unpaired: texts that bear no scan's name.
        problems: where the names leave a doubt.
    """

    chosen: dict[PurePosixPath, PurePosixPath] = field(default_factory=dict)
    others: dict[PurePosixPath, list[PurePosixPath]] = field(
        default_factory=lambda: defaultdict(list)
    )
    unpaired: list[PurePosixPath] = field(default_factory=list)
    problems: list[FolderProblem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _NamedText:
    """A text that bears the name of a scan, exactly or with a dotted suffix behind it."""

    path: PurePosixPath
    name: str
    exact: bool


def pair_texts(scans: Sequence[PurePosixPath], texts: Iterable[PurePosixPath]) -> Pairing:
    """Return the pairing of `texts` with `scans`, both relative to one folder, in natural order.

    A text of a scan's own name in the same folder comes first, then the nearest one elsewhere,
    then one in the same folder whose name is longer by a dotted suffix (`0001.gt.txt`).
    """
    pairing = Pairing()
    named = _named(scans, texts, pairing)
    _pair_in_folder(scans, [text for text in named if text.exact], pairing)
    _pair_elsewhere(scans, [text for text in named if text.exact], pairing)
    _pair_in_folder(scans, [text for text in named if not text.exact], pairing)
    _hand_out_others(scans, named, pairing)
    return pairing


def _named(
    scans: Iterable[PurePosixPath], texts: Iterable[PurePosixPath], pairing: Pairing
) -> list[_NamedText]:
    names = {stem_key(scan.stem) for scan in scans}
    found = []
    for text in texts:
        stems = list(shorter_stems(text.stem))
        name = next((stem for stem in stems if stem in names), None)
        if name is None:
            pairing.unpaired.append(text)
        else:
            found.append(_NamedText(text, name, exact=name == stems[0]))
    return found


def _pair_in_folder(
    scans: Iterable[PurePosixPath], texts: Iterable[_NamedText], pairing: Pairing
) -> None:
    free: dict[tuple[PurePosixPath, str], PurePosixPath] = {}
    for text in texts:
        free.setdefault((text.path.parent, text.name), text.path)
    taken: dict[PurePosixPath, PurePosixPath] = {}
    for scan in _without_text(scans, pairing):
        found = free.get((scan.parent, stem_key(scan.stem)))
        if found is None:
            continue
        if found in taken:
            pairing.problems.append(_shared(found, taken[found], scan))
        else:
            pairing.chosen[scan] = found
            taken[found] = scan


def _pair_elsewhere(
    scans: Iterable[PurePosixPath], texts: Iterable[_NamedText], pairing: Pairing
) -> None:
    """Pair scans and texts that are nearest to each other and have no equally near rival."""
    taken = set(pairing.chosen.values())
    free_scans = list(_without_text(scans, pairing))
    free_texts = [text for text in texts if text.path not in taken]
    near_texts = Nearness((text.path.parent, text.name, text.path) for text in free_texts)
    near_scans = _nearness_of(free_scans)
    for scan in free_scans:
        name = stem_key(scan.stem)
        found = near_texts.nearest(scan.parent, name)
        if len(found) > 1:
            pairing.problems.append(_several_texts(scan, found))
        elif found:
            _pair_if_mutual(scan, found[0], near_scans.nearest(found[0].parent, name), pairing)


def _pair_if_mutual(
    scan: PurePosixPath, text: PurePosixPath, near: Sequence[PurePosixPath], pairing: Pairing
) -> None:
    if scan not in near:
        return
    if any(rival.parent != scan.parent for rival in near):
        if scan == near[0]:
            pairing.problems.append(_several_scans(text, near))
    elif scan == near[0]:
        pairing.chosen[scan] = text
    else:
        pairing.problems.append(_shared(text, near[0], scan))


def _hand_out_others(
    scans: Iterable[PurePosixPath], texts: Iterable[_NamedText], pairing: Pairing
) -> None:
    """Give each text that was not chosen to the nearest scan of its name, the first of several."""
    taken = set(pairing.chosen.values())
    near_scans = _nearness_of(scans)
    for text in texts:
        if text.path not in taken:
            nearest = near_scans.nearest(text.path.parent, text.name)
            pairing.others[nearest[0]].append(text.path)


def _nearness_of(scans: Iterable[PurePosixPath]) -> Nearness[PurePosixPath]:
    return Nearness((scan.parent, stem_key(scan.stem), scan) for scan in scans)


def _without_text(scans: Iterable[PurePosixPath], pairing: Pairing) -> Iterator[PurePosixPath]:
    return (scan for scan in scans if scan not in pairing.chosen)


def _shared(text: PurePosixPath, first: PurePosixPath, second: PurePosixPath) -> FolderProblem:
    template = QT_TRANSLATE_NOOP(
        "Opening",
        "This text bears the name of “{first}” and of “{second}”; it was taken for “{first}”. "
        "Rename one of the scans if that is wrong.",
    )
    return FolderProblem(text, message(template, first=str(first), second=str(second)))


def _several_texts(scan: PurePosixPath, texts: Sequence[PurePosixPath]) -> FolderProblem:
    template = QT_TRANSLATE_NOOP(
        "Opening",
        "Several texts ({number}) bear the name of this scan and lie equally near, “{first}” among "
        "them. None was taken. Put the right one beside the scan.",
    )
    return FolderProblem(scan, message(template, number=len(texts), first=str(texts[0])))


def _several_scans(text: PurePosixPath, scans: Sequence[PurePosixPath]) -> FolderProblem:
    template = QT_TRANSLATE_NOOP(
        "Opening",
        "Several scans ({number}) bear the name of this text and lie equally near, “{first}” among "
        "them. It was taken for none. Put it beside the right one.",
    )
    return FolderProblem(text, message(template, number=len(scans), first=str(scans[0])))
