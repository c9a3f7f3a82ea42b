"""A real PostgreSQL server for tests, in a folder of its own, on a Unix socket only."""

import contextlib
import os
import shutil
import subprocess
import uuid
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psutil

PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda place: place.parent.name)
SETTINGS = {
    "listen_addresses": "''",
    "logging_collector": "off",
    # The machine keeps running, so that what a killed server wrote is there without waiting.
    "fsync": "off",
    "max_connections": "60",
    "shared_buffers": "16MB",
}


def programs() -> Path | None:
    """Return the folder of the server's programs, or None where it is not installed."""
    found = [place for place in PLACES if (place / "initdb").exists()]
    if found:
        return found[-1]
    initdb = shutil.which("initdb")
    return Path(initdb).parent if initdb else None


@dataclass(slots=True)
class Server:
    """A server that was set up in `folder`; `start` and `stop` it."""

    folder: Path
    programs: Path
    environment: dict[str, str] = field(default_factory=dict)

    @classmethod
    def set_up(cls, folder: Path, found: Path) -> "Server":
        """Make the cluster; a server must not run as root, so its folder is given away then."""
        server = cls(folder, found)
        if os.geteuid() == 0:
            folder.chmod(0o755)
            shutil.chown(folder, "postgres", "postgres")
        server._run("initdb", "-D", "data", "-U", "tester", "-A", "trust", "-E", "UTF8",
                    "--locale=C", "--no-sync")  # fmt: skip
        return server

    def start(self) -> None:
        said = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
        options = f"{said} -k {self.folder}"
        self._run("pg_ctl", "-D", "data", "-l", "log", "-w", "-t", "30", "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-D", "data", "-m", mode, "-w", "stop", check=False)

    def kill(self) -> None:
        """End the server and all its processes as a power cut would."""
        first = int((self.folder / "data" / "postmaster.pid").read_text().splitlines()[0])
        processes = [psutil.Process(first), *psutil.Process(first).children()]
        for process in processes:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        psutil.wait_procs(processes, timeout=5)
        # Where nobody buries dead orphans, the first process still seems to be there.
        (self.folder / "data" / "postmaster.pid").unlink(missing_ok=True)

    def new_database(self) -> str:
        """Make an empty database; return its address."""
        name = f"letters_{uuid.uuid4().hex}"
        self._run("createdb", "-h", str(self.folder), "-U", "tester", "-T", "template0", name)
        return f"postgresql://tester@/{name}?host={quote(str(self.folder), safe='')}"

    def _run(self, program: str, *arguments: str, check: bool = True) -> None:
        done = subprocess.run(
            [str(self.programs / program), *arguments],
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C"},
            **_as_postgres(),
        )
        assert done.returncode == 0 or not check, done.stderr


def _as_postgres() -> dict[str, object]:
    """Return what makes a process run as the server's own user where we are root."""
    if os.geteuid() != 0:
        return {}
    import pwd  # only where there are such users

    who = pwd.getpwnam("postgres")
    return {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
