"""What the tests of the formats share: material to write, and the schema of TEI."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from tests.formats.hocr_checker import broken_rules
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


@pytest.fixture(scope="session")
def layout_schemas(shared: Path) -> Callable[[str, bytes], None]:
    """Fails where a file is not valid ALTO or PAGE, or breaks a rule of hOCR."""
    files = {
        "alto": shared / "schemas" / "alto" / "alto-4-4.offline.xsd",
        "page": shared / "schemas" / "page" / "pagecontent-2019-07-15.xsd",
    }
    missing = [str(path) for path in files.values() if not path.is_file()]
    if missing:
        pytest.skip(f"no schema at {missing[0]}")
    schemas = {name: etree.XMLSchema(etree.parse(path)) for name, path in files.items()}

    def check(name: str, content: bytes) -> None:
        root = etree.fromstring(content)
        if name == "hocr":
            assert not list(broken_rules(root))
        else:
            assert schemas[name].validate(root), str(schemas[name].error_log)

    return check
