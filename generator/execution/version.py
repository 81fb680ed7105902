"""Says what the program is made of, so that what another version of it has made is not taken for its own."""

from __future__ import annotations

import platform
import sys
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_LEFT_OUT = {"__pycache__", "themes"}


def program_version() -> str:
    """Hexadecimal digits that are others after each change of the program, of Python or of a library that it uses.

    Themes are left out: they are input.
    """
    digest = blake2b(platform.python_version().encode(), digest_size=16)
    for path in sorted(_PACKAGE.rglob("*")):
        parts = path.relative_to(_PACKAGE).parts
        if not _LEFT_OUT.intersection(parts) and path.is_file():
            data = path.read_bytes()
            digest.update(f"\n{'/'.join(parts)} {len(data)}\n".encode() + data)
    # The folder's name has the library's version; importlib.metadata would read a file of each.
    installed = {found.name for place in sys.path for found in Path(place).glob("*.dist-info")}
    digest.update("\n".join(sorted(installed)).encode())
    return digest.hexdigest()
