"""One checker for each language, shared by the tests of this room."""

import pytest

from corrector.suspicion.checker import Checker


@pytest.fixture(scope="session")
def english() -> Checker:
    """A checker of English."""
    return Checker(("en",))


@pytest.fixture(scope="session")
def german() -> Checker:
    """A checker of German."""
    return Checker(("de",))


@pytest.fixture(scope="session")
def french() -> Checker:
    """A checker of French."""
    return Checker(("fr",))
