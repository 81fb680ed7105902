"""What the tests of publishing read from and lay into folders."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.output_file import OutputFile

Site = Mapping[str, bytes]


def files_of(site: Site) -> list[OutputFile]:
    """A site's files in the order of their paths."""
    return [OutputFile(path, site[path]) for path in sorted(site)]


def lay(folder: Path, site: Site) -> None:
    """Writes a site into a folder, as a host or an editor would."""
    for path, data in site.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def everything(folder: Path) -> dict[str, bytes]:
    """The bytes of all files below a folder; a link counts as a file that holds where it leads."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_symlink():
            found[path.relative_to(folder).as_posix()] = str(path.readlink()).encode()
        elif path.is_file():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found


def published(folder: Path) -> dict[str, bytes]:
    """The same without the host's names."""
    return {path: data for path, data in everything(folder).items() if not path.startswith(".")}


def times(folder: Path) -> dict[str, int]:
    """When each file was written, in nanoseconds."""
    return {path: (folder / path).stat().st_mtime_ns for path in everything(folder)}


def names(folder: Path) -> list[str]:
    """What is in a folder, the names that begin with a dot among it."""
    return sorted(path.name for path in folder.iterdir())


def many_files(name: str) -> Site:
    """A site of a few hundred files, of which a third is the same under every name."""
    pages = {f"a/{n}.html": f"<p>{name if n % 3 else 'same'} {n} ".encode() * 200 for n in range(250)}
    return {**pages, f"only/{name}.html": b"<p>"}
