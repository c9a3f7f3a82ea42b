"""The divisions that people marked: their types, and the links between pieces of one."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from corrector.formats.tei.forms import kind_token
from corrector.formats.tei.identifiers import PageIdentifiers, pointer
from corrector.formats.tei.regions import Item
from corrector.formats.tei.vocabulary import XML_ID

_CONTINUATION = "continuation"


def division_type(item: Item) -> dict[str, str]:
    """Return the type of the division that begins with `item`; nothing where none is said."""
    said = item.division.mark.value("type") if item.division is not None else ""
    if said == _CONTINUATION:
        return {"type": "article", "subtype": _CONTINUATION}
    return {"type": kind_token(said)} if said else {}


def linked_divisions(
    pages: Sequence[tuple[PageIdentifiers, Sequence[Item]]],
) -> Mapping[int, Mapping[str, str]]:
    """Return id and links of each division that has pieces of the same name, by id of its mark."""
    pieces: dict[str, list[tuple[int, str]]] = {}
    for ids, items in pages:
        for item in items:
            if item.division is not None and item.division.mark.value("name").strip():
                name = " ".join(item.division.mark.value("name").split())
                piece = (id(item.division), ids.of("d", item.division.ordinal))
                pieces.setdefault(name, []).append(piece)
    linked: dict[int, dict[str, str]] = {}
    for chain in pieces.values():
        for (before, first), (after, second) in pairwise(chain):
            linked.setdefault(before, {XML_ID: first})["next"] = pointer(second)
            linked.setdefault(after, {XML_ID: second})["prev"] = pointer(first)
    return linked
