"""Checks a file of hOCR by the rules of its specification, version 1.2; there is no schema."""

import re
from collections.abc import Iterator

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"
NESTING = {"ocr_page": None, "ocr_carea": "ocr_page", "ocr_par": "ocr_carea", "ocr_line": "ocr_par"}
NESTING["ocrx_word"] = "ocr_line"
CAPABILITIES = {"ocr_page", "ocr_carea", "ocr_par", "ocr_line", "ocrx_word"}
ALLOWED = {
    "ocr_page": {"bbox", "image", "ppageno"},
    "ocr_carea": {"bbox"},
    "ocr_par": {"bbox"},
    "ocr_line": {"bbox"},
    "ocrx_word": {"bbox", "x_wconf"},
}
BOX_NEEDED = {"ocr_page", "ocr_carea", "ocr_line"}
NAME = r"(?:[a-z0-9]+|x_[a-z0-9]+)"
VALUE = r"(?:\"[\x20\x21\x23-\x7e]*\"|[\x21\x23-\x3a\x3c-\x7e]+)"
PAIR = re.compile(rf"\s*({NAME})((?:\s+{VALUE})+)\s*(?:;|$)")


def broken_rules(root: etree._Element) -> Iterator[str]:
    """Yield every rule that the file breaks."""
    if root.tag != f"{XHTML}html":
        yield f"the root is {root.tag}"
    metas = {one.get("name"): one.get("content") or "" for one in root.iter(f"{XHTML}meta")}
    if not metas.get("ocr-system"):
        yield "no ocr-system"
    said = set(metas.get("ocr-capabilities", "").split())
    identifiers: set[str] = set()
    pages = 0
    for element in root.iter(etree.Element):
        kinds = [one for one in (element.get("class") or "").split() if one.startswith("ocr")]
        if not kinds:
            continue
        pages += kinds == ["ocr_page"]
        yield from _of_element(element, kinds, said)
        identifier = element.get("id") or ""
        if not identifier or identifier in identifiers:
            yield f"identifier “{identifier}” is missing or given twice"
        identifiers.add(identifier)
    if pages != 1:
        yield f"{pages} pages"


def _of_element(element: etree._Element, kinds: list[str], said: set[str]) -> Iterator[str]:
    if len(kinds) != 1 or kinds[0] not in NESTING:
        yield f"classes {kinds}"
        return
    kind = kinds[0]
    if kind not in said:
        yield f"{kind} is not among the capabilities"
    above = element.getparent()
    wanted = NESTING[kind]
    if wanted is not None and (above is None or above.get("class") != wanted):
        yield f"{kind} is not in {wanted}"
    properties = _properties(element.get("title") or "")
    if properties is None:
        yield f"title “{element.get('title')}”"
        return
    odd = {name for name in properties if not name.startswith("x_")} - ALLOWED[kind]
    if odd:
        yield f"{kind} may not have {odd}"
    if "x_wconf" in properties and "ocrp_wconf" not in said:
        yield "x_wconf is not among the capabilities"
    yield from _of_box(element, kind, properties)


def _of_box(element: etree._Element, kind: str, properties: dict[str, str]) -> Iterator[str]:
    edges = [int(edge) for edge in properties.get("bbox", "").split()]
    if not edges:
        if kind in BOX_NEEDED:
            yield f"{kind} has no box"
        return
    left, top, right, bottom = edges
    if not (0 <= left < right and 0 <= top < bottom):
        yield f"box {edges}"
    above = element.getparent()
    around = _properties(above.get("title") or "") if above is not None else None
    if around and "bbox" in around:
        a, b, c, d = (int(edge) for edge in around["bbox"].split())
        if not (a <= left and b <= top and right <= c and bottom <= d):
            yield f"{kind} {edges} is not within {around['bbox']}"


def _properties(title: str) -> dict[str, str] | None:
    found: dict[str, str] = {}
    position = 0
    while position < len(title):
        pair = PAIR.match(title, position)
        if pair is None or pair[1] in found:
            return None
        found[pair[1]] = pair[2].strip()
        position = pair.end()
    return found
