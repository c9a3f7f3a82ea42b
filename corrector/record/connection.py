"""The type of what `Record.reading` and `Record.writing` give, for rooms that only pass it on."""

from sqlalchemy import Connection

__all__ = ["Connection"]
