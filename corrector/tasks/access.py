"""Whether the page on the desk may be edited just now, and if not, who or what is in the way."""

from dataclasses import dataclass
from typing import Final

from corrector.errors import CorrectorError
from corrector.record.claims import Claim


@dataclass(frozen=True, slots=True)
class Access:
    """How a page of a shared collection stands to this program; a file's pages are always open.

    Attributes:
        open: whether it may be edited: it is claimed for this program, or needs no claim.
        claimed: whether it is claimed for this program, in a shared collection.
        holder: who else edits it.
        failure: why it could not be claimed although nobody else edits it.
    """

    open: bool = True
    claimed: bool = False
    holder: Claim | None = None
    failure: CorrectorError | None = None

    @property
    def given_back(self) -> bool:
        """Whether it is open to everybody because nobody worked on it here."""
        return not self.open and self.holder is None and self.failure is None


OPEN: Final = Access()
GIVEN_BACK: Final = Access(open=False)
