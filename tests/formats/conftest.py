"""What the tests of the formats share: material to write, and the schema of TEI."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.formats.material_makers import Makers


@pytest.fixture(scope="session")
def make() -> Makers:
    return Makers()


@pytest.fixture(scope="session")
def schema(shared: Path) -> Callable[[bytes], None]:
    """Fails where a file is not valid TEI."""
    path = shared / "schemas" / "tei_profile_archival.rng"
    if not path.is_file():
        pytest.skip(f"no schema at {path}")
    grammar = etree.RelaxNG(etree.parse(path))

    def check(content: bytes) -> None:
        assert grammar.validate(etree.fromstring(content)), str(grammar.error_log)

    return check
