"""Reads an archive's folder from the disk, so that the stages need not know where their bytes come from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.config import SITE_YAML
from generator.errors import BackfileError

CONTENT = "content"
OUTPUT = "output"
"""Where an archive's site is published."""
_RIGHT = "give yourself the right to read it"


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of the archive: its path relative to the archive's folder, with `/`, and its bytes."""

    path: str
    data: bytes


def find_archive(start: Path) -> Path:
    """The nearest folder, `start` or one above it, that is an archive. Raises BackfileError where there is none."""
    for folder in (start, *start.parents):
        if (folder / SITE_YAML).is_file():
            return folder
    raise BackfileError(f"no archive here: {start}", f"an archive has a file {SITE_YAML}; `init DIR` makes one")


def read_files(root: Path, folder: str, ending: str = "", most: int = -1) -> Iterator[InputFile]:
    """The files below `folder` whose names end in `ending`, in the order of their paths. Hidden ones are left out.

    Of each only the first bytes are read where `most` says how many.

    Raises BackfileError where a folder or file cannot be read: a part of an archive is not to pass for the whole.
    """
    for name in file_names(root, folder, ending):
        data = read_bytes(root / name, most)
        # One that was removed meanwhile is none.
        if data is not None:
            yield InputFile(name, data)


def file_names(root: Path, folder: str, ending: str = "") -> list[str]:
    """The paths of the files that `read_files` reads, in their order."""
    return sorted(path for path, about in entries(root, folder) if about and path.endswith(ending))


def entries(root: Path, folder: str) -> Iterator[tuple[str, os.stat_result | None]]:
    """Every file below `folder`, with what the system says of it, or None for a link that leads nowhere.

    Hidden ones are left out. Links to folders are followed, since who keeps media on another disk has one; but not to
    a folder in which they lie, which adds nothing. Raises BackfileError where a folder cannot be read.
    """
    folders = ["" if folder == "." else f"{folder}/"]
    while folders:
        inside = folders.pop()
        try:
            with os.scandir(root / inside) as found:
                shown = [entry for entry in found if not entry.name.startswith(".")]
            for entry in shown:
                path = inside + entry.name
                if entry.is_dir():
                    if not entry.is_symlink() or not _is_around(root, path):
                        folders.append(f"{path}/")
                elif entry.is_file():
                    # One that an editor has removed meanwhile is none; those that follow it are.
                    with suppress(FileNotFoundError):
                        yield path, entry.stat()
                elif entry.is_symlink():
                    yield path, None
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise BackfileError(f"{error.filename} cannot be read: {error.strerror}", _RIGHT) from error


def _is_around(root: Path, link: str) -> bool:
    """Whether a link leads to a folder in which it lies, by whatever way."""
    return any((root / folder).samefile(root / link) for folder in Path(link).parents)


def read_bytes(path: Path, most: int = -1) -> bytes | None:
    """The file's bytes, or the first `most`; None where there is no such file. Raises BackfileError if unreadable."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BackfileError(f"{path} cannot be read: {error.strerror}", _RIGHT) from error


def theme_files(root: Path) -> dict[str, Path]:
    """Every file of every theme that the archive may use, by a path that tells it from all others."""
    files: dict[str, Path] = {}
    for number, themes in enumerate(_theme_places(root)):
        files |= {f"themes {number}/{name}": themes / name for name in file_names(themes, ".")}
    return files


def _theme_places(root: Path) -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    return root / "themes", package / "themes", package.parent / "themes"


def theme_folder(root: Path, name: str) -> Path | None:
    """Where the theme is: in the archive, else among those installed with the program; None where it is in neither."""
    for themes in _theme_places(root):
        if (themes / name / "theme.yaml").is_file():
            return themes / name
    return None
