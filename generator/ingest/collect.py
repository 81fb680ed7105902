"""Finds the source files that a user names, and refuses by name what cannot be one."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from generator.articles.ledger import LEDGER_SUFFIX, RECORD_SUFFIX
from generator.problems import Problems

SUFFIXES = (".txt", ".html", ".htm", ".md", ".markdown", ".csv")
_TAKE = "one of " + ", ".join(SUFFIXES)
_MADE = {
    "content/articles": "its articles are made of sources: import those, or edit the articles where they are",
    "output": "its site is made of its articles: import the sources that those were made of",
}
"""Folders of an archive in which its sources' texts stand once more, and what to do instead of importing these."""
_UNWRITABLE = re.compile(r'[\x00-\x1f\\:*?"<>|\ud800-\udfff]')
"""Also the bytes of a name that is not UTF-8, as Python has them."""
_RIGHT = "give yourself the right to read it"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A source to import: where its bytes are, and its name under `content/sources/`."""

    path: Path
    file: str
    parts: tuple[tuple[int, int], ...] = ()
    """The stretches of the file at `path`, in bytes, that make up the source; the whole file where there are none."""
    line: int = 0
    """Of the file, on which a source that is a part of it begins, from 1; else 0."""
    encoding: str = ""
    """The Python codec of its text, where that is known from the whole."""
    record: Incoming | None = None
    """The record in a table of metadata that tells of this source."""

    def read(self) -> bytes:
        """The source's bytes. Raises OSError."""
        if not self.parts:
            return self.path.read_bytes()
        with self.path.open("rb") as file:
            return b"".join(_stretch(file, start, end) for start, end in self.parts)

    def size(self) -> int:
        """In bytes. Raises OSError."""
        return sum(end - start for start, end in self.parts) if self.parts else self.path.stat().st_size


def _stretch(file: BinaryIO, start: int, end: int) -> bytes:
    file.seek(start)
    return file.read(end - start)


def is_record(file: str) -> bool:
    """Whether a file with this name is the record that lies beside a source."""
    name = file.lower()
    return name.endswith(RECORD_SUFFIX) and name.removesuffix(RECORD_SUFFIX).endswith(SUFFIXES)


def collect(paths: Sequence[Path], root: Path, sources: Path, problems: Problems) -> list[Incoming]:
    """The sources among files and folders, in the order of their names.

    A folder's own folders are kept, below `sources` (the archive's folder for them, in its folder `root`); what lies
    there already keeps its name. What cannot be taken is told: an error where the user named it or it should have
    been taken, a warning for other files that lie in a named folder.
    """
    collector = _Collector(root.resolve(), sources.resolve(), problems)
    found: dict[str, Incoming] = {}
    for path in paths:
        for incoming in collector.under(path):
            other = found.setdefault(same_name(incoming.file), incoming)
            if other.path.resolve() != incoming.path.resolve():
                hint = "rename one of them, or import their folders one after the other"
                collector.refuse(
                    incoming.path, f"would have the same name as {shown(other.path, root.resolve())}", hint
                )
    return sorted(found.values(), key=lambda incoming: incoming.file)


def collect_as(path: Path, file: str, root: Path, sources: Path, problems: Problems) -> Incoming | None:
    """The file at `path` as a source of the name `file`; None where it cannot be one, which is told."""
    collector = _Collector(root.resolve(), sources.resolve(), problems)
    return next(collector.named(path, file), None)


def same_name(file: str) -> str:
    """What is equal for two names that some file systems cannot tell apart: in case, or in how accents are coded."""
    return unicodedata.normalize("NFC", file).casefold()


def shown(path: Path, root: Path | None = None) -> str:
    """A path for a message: relative to `root` where it lies there, escaped where it is no Unicode text."""
    text = path.relative_to(root).as_posix() if root is not None and path.is_relative_to(root) else str(path)
    return text if _is_unicode(text) else ascii(text)


def _writable(file: str) -> str:
    """A name as every system can have it: what some do not allow is spelled as in addresses, `a?b` as `a%3Fb`."""
    return _UNWRITABLE.sub(lambda found: "".join(f"%{byte:02X}" for byte in os.fsencode(found[0])), file)


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class _Collector:
    """Walks what the user named."""

    def __init__(self, root: Path, sources: Path, problems: Problems) -> None:
        self._root = root
        self._sources = sources
        self._problems = problems

    def refuse(self, path: Path, text: str, hint: str = "") -> None:
        self._problems.error(shown(path, self._root), 0, text, hint)

    def _warn(self, path: Path, text: str, hint: str = "") -> None:
        self._problems.warning(shown(path, self._root), 0, text, hint)

    def under(self, path: Path) -> Iterator[Incoming]:
        """The sources in the file or folder `path`."""
        try:
            kind = path.stat().st_mode
        except FileNotFoundError:
            self.refuse(path, "a link that leads nowhere" if path.is_symlink() else "there is no such file or folder")
        except (OSError, ValueError) as error:
            self.refuse(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")
        else:
            made = next((name for name in _MADE if path.resolve().is_relative_to(self._root / name)), None)
            if made is not None:
                self.refuse(path, f"not imported: what lies in {made}/ is of this archive itself", _MADE[made])
            else:
                yield from self._folder(path) if stat.S_ISDIR(kind) else self._file(path)

    def _file(self, path: Path) -> Iterator[Incoming]:
        inside = path.resolve().is_relative_to(self._sources)
        file = path.resolve().relative_to(self._sources).as_posix() if inside else path.name
        if path.suffix.lower() not in SUFFIXES:
            self.refuse(path, f"not imported: {_ending(path)}, {_TAKE} is wanted")
        elif is_record(file):
            self.refuse(path, "the record of a source is imported with it", f"name {path.name[: -len(RECORD_SUFFIX)]}")
        else:
            yield from self.named(path, file)

    def named(self, path: Path, file: str) -> Iterator[Incoming]:
        """The source in the file `path`, where it can be read, under `file` as every system can have it."""
        name = _writable(file)
        if self._is_named_well(name, file, path) and self._is_readable(path):
            yield Incoming(path, name)

    def _folder(self, folder: Path) -> Iterator[Incoming]:
        def unreadable(error: OSError) -> None:
            self.refuse(Path(error.filename), f"this folder cannot be read: {error.strerror}", _RIGHT)

        base = folder.resolve()
        names_from = self._sources if base.is_relative_to(self._sources) else base
        for name, folders, files in os.walk(base, onerror=unreadable):
            here = Path(name)
            for sub in sorted(folders):
                if (here / sub).is_symlink():
                    self._warn(here / sub, "a link to a folder is not followed", "name the folder itself")
            folders[:] = sorted(sub for sub in folders if not self._is_own(here / sub, base))
            for file in sorted(files):
                if not file.startswith(".") and not file.endswith(LEDGER_SUFFIX) and not is_record(file):
                    yield from self._in_folder(here / file, names_from, base)

    def _is_own(self, folder: Path, base: Path) -> bool:
        """Whether a folder is hidden, or belongs to the archive and was met on the way through a folder around it."""
        own = [self._root / name for name in ("content", "themes", "content/sources", "content/pages", *_MADE)]
        return folder.name.startswith(".") or (folder in own and not base.is_relative_to(folder))

    def _in_folder(self, path: Path, names_from: Path, base: Path) -> Iterator[Incoming]:
        file = path.relative_to(names_from).as_posix()
        if path.suffix.lower() not in SUFFIXES:
            self._warn(path, f"not imported: {_ending(path)}, {_TAKE} is wanted")
        elif path.is_symlink() and not _leads_into(path, base):
            self.refuse(path, "a link that leads out of the folder is not followed", "copy the file instead")
        else:
            yield from self.named(path, file)

    def _is_named_well(self, name: str, file: str, path: Path) -> bool:
        """Whether the source in `file` can be kept under `name`, with its ledger."""
        if name != file and path.parent.resolve().is_relative_to(self._sources):
            hint = "import it from another folder, and it is kept under a name that all allow"
            self.refuse(path, "the file's name has a character that not every system allows", hint)
        elif any(len(part.encode()) > 255 - len(LEDGER_SUFFIX) for part in name.split("/")):
            self.refuse(path, "the file's name is too long for its ledger's", "shorten it to 240 bytes")
        else:
            return True
        return False

    def _is_readable(self, path: Path) -> bool:
        if not path.is_file():
            self.refuse(path, "a link that leads nowhere" if path.is_symlink() else "not a regular file")
        elif not os.access(path, os.R_OK):
            self.refuse(path, "this file cannot be read", _RIGHT)
        else:
            return True
        return False


def _ending(path: Path) -> str:
    return f"its ending is {path.suffix}" if path.suffix else "it has no ending"


def _leads_into(link: Path, folder: Path) -> bool:
    """Whether a link leads to something in the folder; one that leads to itself, or to nothing, does not lead out."""
    try:
        return link.resolve(strict=True).is_relative_to(folder)
    except (OSError, RuntimeError):
        return True
