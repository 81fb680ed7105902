"""What an archive's `content/articles/` holds: which article came from which source, and which names are taken."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from pathlib import Path

from generator.articles.edtf_date import EdtfDate, parse_edtf
from generator.articles.front_matter import parse_front_matter, split_article
from generator.articles.read import ARTICLES
from generator.folder import entries
from generator.problems import Problems
from generator.yaml_text import read_yaml


@dataclass
class Library:
    """The articles that are there; slugs are added while new ones are made."""

    by_source: dict[str, Path] = field(default_factory=dict)
    """The article of each source, wherever the editor moved it."""
    imported: dict[str, EdtfDate] = field(default_factory=dict)
    """The day of each source's first import, as its article tells it."""
    slugs: set[str] = field(default_factory=set)
    """In small letters."""


def read_library(root: Path, problems: Problems) -> Library:
    """The library of the archive `root`. An article that cannot be read is a problem, and its name is taken."""
    library = Library()
    # A folder of an article's name, or a link that leads nowhere, is in the way too.
    names = {root / name for name, _ in entries(root, ARTICLES)} | set((root / ARTICLES).glob("*"))
    for path in sorted(names):
        if path.suffix.lower() != ".md":
            continue
        library.slugs.add(path.stem.casefold())
        try:
            data = path.read_bytes()
        except OSError as error:
            place = path.relative_to(root).as_posix()
            problems.error(place, 0, f"cannot be read: {error.strerror}", "give yourself the right to read it")
            continue
        _add(library, path, data.decode(errors="replace").replace("\r\n", "\n"))
    return library


def _add(library: Library, path: Path, text: str) -> None:
    parts = split_article(text)
    if parts is None:
        return
    as_written = _AS_WRITTEN.search(parts.front_matter)
    if as_written:
        with contextlib.suppress(ValueError):
            library.imported.setdefault(as_written[1], parse_edtf(as_written[2]))
            library.by_source.setdefault(as_written[1], path)
            return
    parsed = parse_front_matter(parts.front_matter, "", Problems())
    if parsed and parsed[0].source:
        source = parsed[0].source
        library.by_source.setdefault(source.file, path)
        library.imported.setdefault(source.file, source.imported)
    elif parsed is None:
        # Front matter with a mistake in it still says where the article came from, mostly.
        file = _FILE.search(parts.front_matter)
        named = read_yaml(file[1], "", Problems()) if file else None
        if named is not None and isinstance(named.value, str):
            library.by_source.setdefault(named.value, path)


_AS_WRITTEN = re.compile(
    r"^source:\n  file: (\w[\w./-]*)\n  sha256: [0-9a-f]{64}\n  imported: (\d{4}-\d\d-\d\d)$", re.MULTILINE
)
"""What imports write, where the name is plain: of most articles nothing else need be read, which takes long."""
_FILE = re.compile(r"^source:[^\S\n]*\n(?:[^\S\n]+.*\n)*?[^\S\n]+file:[^\S\n]*(\S.*)$", re.MULTILINE)
