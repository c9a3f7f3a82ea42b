"""What every test gets: no screen, a home of its own, and the shared samples where present."""

import os
import shutil
import tempfile
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Most tests of recognition put a double in the place of the program, or take the program away.
os.environ.setdefault("CORRECTOR_TESSERACT", "program")

from pathlib import Path

import hypothesis
import pytest
from postgresql_server import Server, programs

# How long an example takes says how busy the machine is; speed is for tests/benchmarks to measure.
hypothesis.settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("any-machine")

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and caches of this test only."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CORRECTOR_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real samples and schemas, named by CORRECTOR_SHARED."""
    folder = Path(os.environ.get("CORRECTOR_SHARED", PROJECT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"no shared samples at {folder} (set CORRECTOR_SHARED)")
    return folder


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A running PostgreSQL server of this run's own; its socket needs a short path."""
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="corrector-"))
    server = Server.set_up(folder, found)
    try:
        server.start()
        yield server
    finally:
        server.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)
