"""Connections that are used again, none of which stays open once the record is closed."""

from sqlalchemy.pool import ConnectionPoolEntry, QueuePool


class ClosingPool(QueuePool):
    """A pool that after `close` keeps nothing of what other threads still give back.

    SQLAlchemy only empties a pool of what lies in it at that moment. A connection on its way back
    would lie there, open on the server, until Python happens to collect it.
    """

    _closed = False

    def close(self) -> None:
        """Close what lies here now, and from now on all that is given back."""
        self._closed = True
        self.dispose()

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        super()._do_return_conn(record)
        if self._closed:
            self.dispose()
