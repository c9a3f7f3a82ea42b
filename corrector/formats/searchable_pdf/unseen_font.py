"""A font without ink: every letter of a document gets a code, and a table says which letter it is.

A font of type 3 draws its letters itself, here nothing at all, and needs no font file; so every
script can be written, and copied out again, without a font that has it.
"""

from dataclasses import dataclass, field
from typing import Final

from pikepdf import Array, Dictionary, Name, Pdf, Stream

CODES: Final = 255
"""Letters in one font; code 0 stays free."""
ADVANCE: Final = 500
"""Width of every letter, in thousandths of the font's size."""
_ASCENT, _DESCENT = 800, -200
_LINES_A_BLOCK: Final = 100
"""What a table of letters may list in one go."""


@dataclass(slots=True)
class UnseenFonts:
    """The fonts of a document, growing with its letters."""

    _codes: dict[str, tuple[int, int]] = field(default_factory=dict)

    def code(self, letter: str) -> tuple[int, int]:
        """Return number of the font, and code in it, of a letter; it may be several code points."""
        known = self._codes.get(letter)
        if known is None:
            font, code = divmod(len(self._codes), CODES)
            known = self._codes[letter] = (font, code + 1)
        return known

    def written_to(self, pdf: Pdf) -> Dictionary:
        """Return the fonts as a dictionary of resources."""
        letters: dict[int, dict[int, str]] = {}
        for letter, (font, code) in self._codes.items():
            letters.setdefault(font, {})[code] = letter
        fonts = Dictionary()
        for font, table in letters.items():
            fonts[f"/{name_of(font)}"] = pdf.make_indirect(_font(pdf, table))
        return fonts


def name_of(font: int) -> str:
    """Return the name of a font among the resources of a page."""
    return f"F{font}"


def _font(pdf: Pdf, letters: dict[int, str]) -> Dictionary:
    last = max(letters)
    procedures, differences = Dictionary(), Array([1])
    nothing = pdf.make_indirect(
        Stream(pdf, f"{ADVANCE} 0 0 {_DESCENT} {ADVANCE} {_ASCENT} d1".encode())
    )
    for code in range(1, last + 1):
        procedures[f"/g{code}"] = nothing
        differences.append(Name(f"/g{code}"))
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=Array([0, _DESCENT, ADVANCE, _ASCENT]),
        FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        Resources=Dictionary(),
        FirstChar=1,
        LastChar=last,
        Widths=Array([ADVANCE] * last),
        Encoding=Dictionary(Type=Name.Encoding, Differences=differences),
        CharProcs=procedures,
        ToUnicode=pdf.make_indirect(Stream(pdf, _table(letters))),
    )


def _table(letters: dict[int, str]) -> bytes:
    """Return the table that says which letter each code is."""
    lines = [
        f"<{code:02X}> <{letter.encode('utf-16-be').hex().upper()}>"
        for code, letter in sorted(letters.items())
    ]
    blocks = [
        "\n".join(
            (
                f"{len(lines[at : at + _LINES_A_BLOCK])} beginbfchar",
                *lines[at : at + _LINES_A_BLOCK],
                "endbfchar",
            )
        )
        for at in range(0, len(lines), _LINES_A_BLOCK)
    ]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Unseen def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    ).encode("ascii")
