"""The virtual environments of the peers, one for each, so that none of them is ever installed beside Backfile."""

from __future__ import annotations

import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.running import RunFailedError

ENVIRONMENTS = Path(__file__).resolve().parents[3] / ".cache" / "bench" / "environments"


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment of its own."""

    name: str
    requirements: tuple[str, ...]
    """What is to be installed, each with its version: all that its speed depends on."""

    @property
    def folder(self) -> Path:
        return ENVIRONMENTS / self.name

    @property
    def pins(self) -> str:
        """What is installed, in words."""
        return ", ".join(requirement.replace("==", " ") for requirement in self.requirements)

    def program(self, name: str) -> str:
        """The path of a program of it."""
        return str(self.folder / "bin" / name)

    def carried(self, path: str) -> str:
        """The path of a file that one of its packages carries, such as a program that is no Python.

        Raises RunFailedError if there is none.
        """
        found = sorted((self.folder / "lib").glob(f"python*/site-packages/{path}"))
        if not found:
            raise RunFailedError(f"{self.name} carries no {path} on this machine")
        return str(found[0])

    def install(self) -> None:
        """Makes it where it is not there as it should be. Raises RunFailedError if it cannot be had."""
        stamp = self.folder / "installed.txt"
        wanted = "\n".join((sys.version, *self.requirements))
        if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
            return
        venv.create(self.folder, clear=True, with_pip=True)
        command = [self.program("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        # Whatever has to be compiled first is no peer that can be installed.
        command += ["--only-binary", ":all:", *self.requirements]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RunFailedError(f"pip cannot install {', '.join(self.requirements)}: {_reason(done.stderr)}")
        stamp.write_text(wanted, encoding="utf-8")


def _reason(said: str) -> str:
    errors = [line.removeprefix("ERROR: ") for line in said.splitlines() if line.startswith("ERROR: ")]
    return errors[-1] if errors else "it does not say why"
