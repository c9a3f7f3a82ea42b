"""Shows other programs that this one is alive, by a lock that the server drops when it is gone."""

import contextlib
import random
import threading
from collections.abc import Callable
from typing import Any, Final

_SMALLEST: Final = 1000
_LARGEST: Final = 2**31 - 1


class Session:
    """A number that is locked on the server for as long as this program is connected.

    The lock lives on a connection of its own: no heartbeat needs to be written, a killed program
    is known to be gone at once, and one whose network is gone within half a minute.
    """

    def __init__(self, connect: Callable[[], Any], application: int) -> None:
        """Remember how to connect; nothing is locked yet."""
        self._connect = connect
        self._application = application
        self._number = random.SystemRandom().randint(_SMALLEST, _LARGEST)
        self._connection: Any = None
        self._closed = False
        self._turn = threading.Lock()

    def hold(self) -> int:
        """Lock the number, or lock it again after the connection was lost; return it.

        After `close` nothing is locked any more, whoever still asks on another thread.
        """
        with self._turn:
            if not self._closed and not self._is_held():
                self._drop()
                self._connection = self._connect()
                self._connection.autocommit = True
                self._lock()
            return self._number

    def close(self) -> None:
        """Give the number back."""
        with self._turn:
            self._closed = True
            self._drop()

    def _is_held(self) -> bool:
        if self._connection is None:
            return False
        try:
            self._connection.execute("SELECT 1")
        except Exception:
            return False
        return True

    def _lock(self) -> None:
        for setting in ("idle = 10", "interval = 5", "count = 3"):
            self._connection.execute(f"SET tcp_keepalives_{setting}")
        self._connection.execute(
            "SELECT pg_advisory_lock_shared(%s, %s)", (self._application, self._number)
        )

    def _drop(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(Exception):
                self._connection.close()
            self._connection = None
