"""Finds the source files that a user names, and refuses by name what cannot be one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.articles.ledger import LEDGER_SUFFIX
from generator.problems import Problems

SUFFIXES = (".txt",)
_TAKE = "a text file (.txt)"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file to import: where it is, and its name under `content/sources/`."""

    path: Path
    file: str


def collect(paths: Sequence[Path], problems: Problems) -> list[Incoming]:
    """The sources among files and folders, in the order of their names.

    A folder's own folders are kept, below `content/sources/`. What cannot be taken is told: an error where the user
    named it or it should have been taken, a warning for other files that lie in a named folder.
    """
    found: dict[str, Incoming] = {}
    for path in paths:
        for incoming in _folder(path, problems) if path.is_dir() else _file(path, problems):
            other = found.get(incoming.file.casefold())
            if other is None:
                found[incoming.file.casefold()] = incoming
            elif other.path.resolve() != incoming.path.resolve():
                hint = "rename one of them, or import their folders one after the other"
                problems.error(str(incoming.path), 0, f"would have the same name as {other.path}", hint)
    return sorted(found.values(), key=lambda incoming: incoming.file)


def _file(path: Path, problems: Problems) -> Iterator[Incoming]:
    if not path.exists():
        problems.error(str(path), 0, "there is no such file or folder")
    elif path.suffix.lower() not in SUFFIXES:
        problems.error(str(path), 0, f"not imported: {path.suffix or 'no'} ending, {_TAKE} is wanted")
    elif _is_named_well(path.name, path, problems) and _is_readable(path, problems):
        yield Incoming(path, path.name)


def _folder(folder: Path, problems: Problems) -> Iterator[Incoming]:
    def unreadable(error: OSError) -> None:
        hint = "give yourself the right to read it"
        problems.error(str(error.filename), 0, f"this folder cannot be read: {error.strerror}", hint)

    base = folder.resolve()
    for name, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(name)
        for sub in sorted(folders):
            if (here / sub).is_symlink():
                problems.warning(str(here / sub), 0, "a link to a folder is not followed", "name the folder itself")
        folders[:] = sorted(sub for sub in folders if not sub.startswith("."))
        for file in sorted(files):
            if file.startswith(".") or file.endswith(LEDGER_SUFFIX):
                continue
            yield from _in_folder(here / file, folder, base, problems)


def _in_folder(path: Path, folder: Path, base: Path, problems: Problems) -> Iterator[Incoming]:
    if path.suffix.lower() not in SUFFIXES:
        problems.warning(str(path), 0, f"not imported: {path.suffix or 'no'} ending, {_TAKE} is wanted")
    elif path.is_symlink() and not path.resolve().is_relative_to(base):
        problems.error(str(path), 0, "a link that leads out of the folder is not followed", "copy the file instead")
    elif _is_named_well(path.relative_to(folder).as_posix(), path, problems) and _is_readable(path, problems):
        yield Incoming(path, path.relative_to(folder).as_posix())


def _is_named_well(file: str, path: Path, problems: Problems) -> bool:
    """Whether a name can be written into a ledger and read back on every system."""
    try:
        file.encode()
    except UnicodeEncodeError:
        problems.error(ascii(str(path)), 0, "the file's name is not UTF-8", "rename it")
        return False
    if any(character < " " or character in '\\:*?"<>|' for character in file):
        problems.error(str(path), 0, "the file's name has a character that not every system allows", "rename it")
        return False
    if any(len(part.encode()) > 255 - len(LEDGER_SUFFIX) for part in file.split("/")):
        problems.error(str(path), 0, "the file's name is too long for its ledger's", "shorten it to 240 bytes")
        return False
    return True


def _is_readable(path: Path, problems: Problems) -> bool:
    if not path.is_file():
        problems.error(str(path), 0, "not a regular file" if path.exists() else "a link that leads nowhere")
        return False
    if not os.access(path, os.R_OK):
        problems.error(str(path), 0, "this file cannot be read", "give yourself the right to read it")
        return False
    return True
