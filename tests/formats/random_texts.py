"""Random texts with all that is awkward, and random corrections of them."""

from hypothesis import strategies as st

CHARACTER = st.one_of(
    st.sampled_from("aaabcx  \n\n\n-- <&>\"'"),
    st.sampled_from("\t\r\f\x0b\x1c\u0085\u00a0\u2028\ufffe\u0301\u05d0\u0639\u200f\U0001d504ſ;"),
    st.characters(exclude_categories=["Cs"]),
)
TEXT = st.text(CHARACTER, max_size=60)


@st.composite
def corrected(draw: st.DrawFn, text: str) -> str:
    """The text after a few edits at random places."""
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(len(text), start + 8)))
        text = text[:start] + draw(st.text(CHARACTER, max_size=6)) + text[end:]
    return text
