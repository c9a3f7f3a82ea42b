"""The three ways in which a document can be written as TEI."""

from enum import StrEnum


class Profile(StrEnum):
    """How much of the page and of its correction the running text shows."""

    DIPLOMATIC = "diplomatic"
    """Lines as on the page; every correction recorded in a stand-off apparatus."""
    INLINE = "inline"
    """Lines as on the page; every correction recorded where it was made."""
    READING = "reading"
    """Lines joined to running text; corrections made silently."""
