"""Tells addresses on the web from other words."""

import re
from typing import Final

_WEB: Final = re.compile(r"https?://[!-~]+")


def web_address(text: str) -> str | None:
    """Return `text` if it is an address on the web, else None."""
    return text if _WEB.fullmatch(text) else None
