"""Reads the files of an archive's folder into the values that the stages work on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator import folder
from generator.articles.article import Page
from generator.articles.read import ARTICLES, PAGES, PLACEHOLDER, read_page
from generator.config import NO_SETTINGS, SITE_YAML, Config, parse_config
from generator.errors import BackfileError
from generator.execution.store import Store, unpacked
from generator.problems import Problems
from generator.reading.inputs import Inputs

if TYPE_CHECKING:
    from generator.archive.authorities import Authorities

MEDIA = "content/media"
AUTHORITIES = "content/authorities"
PACKAGE = Path(__file__).resolve().parents[1]


def read_config(root: Path, problems: Problems) -> Config:
    """The settings of the archive `root`; what is wrong with them is an error in `problems`, see `parse_config`."""
    data = folder.read_bytes(root / SITE_YAML)
    if data is None:
        raise BackfileError(f"no archive here: {root}", f"an archive has a file {SITE_YAML}; `init DIR` makes one")
    text = _text(SITE_YAML, data, problems)
    return parse_config(text, problems) if text is not None else NO_SETTINGS


def read_authorities(root: Path, config: Config, problems: Problems) -> Authorities:
    """The archive's authorities, with the packaged countries where its settings ask for them."""
    from generator.archive.authorities import parse_authorities
    from generator.archive.gazetteer import with_countries
    from generator.archive.values import AUTHORITY_KINDS

    texts = {}
    paths = {kind: f"{AUTHORITIES}/{kind}.yaml" for kind in AUTHORITY_KINDS}
    for path in folder.file_names(root, AUTHORITIES):
        if path.endswith((".yaml", ".yml")) and path not in paths.values():
            names = ", ".join(path.rpartition("/")[2] for path in paths.values())
            problems.warning(path, 0, "this file is not read", f"these are: {names}")
    for kind, path in paths.items():
        data = folder.read_bytes(root / path)
        text = _text(path, data, problems) if data is not None else None
        if text is not None:
            texts[kind] = text
    authorities = parse_authorities(texts, problems)
    if not config.authorities.countries:
        return authorities
    return with_countries(authorities, packaged_countries(), config.language)


def packaged_countries() -> str:
    """The packaged list of countries and capitals."""
    from generator.archive.gazetteer import COUNTRIES

    return (PACKAGE / "archive" / COUNTRIES).read_text(encoding="utf-8")


def read_pages(root: Path, problems: Problems) -> list[Page]:
    """The free pages."""
    pages = (read_page(file.path, file.data, problems) for file in folder.read_files(root, PAGES, ".md"))
    return [page for page in pages if page is not None]


def tell_placeholders(pages: Iterable[Page], problems: Problems) -> None:
    """Tells of pages that still say what `init` wrote for the editor alone."""
    for page in pages:
        if PLACEHOLDER in page.text:
            problems.notice(page.path, 0, "still says what `init` wrote, and readers see it", "write it, or remove it")


_NAMED = 3
"""Files that are named one by one; of more the number is told, so that they do not bury what matters."""
_BACKUP = ("~", "#", ".bak", ".orig")
"""How names end that editors give to what they put aside."""


def tell_files_that_nothing_reads(inputs: Inputs, problems: Problems) -> None:
    """Tells of files among the articles, sources that wait to be imported mostly, and among the free pages.

    Links that lead nowhere, wherever they lie, stand for files that are not there.
    """
    for path in inputs.dead_links:
        hint = "remove it, or see that the disk is there on which its file lies"
        problems.warning(path, 0, "a link that leads nowhere", hint)
    _tell_unread(
        inputs,
        ARTICLES,
        "articles end in .md; `import {}` makes one of a source",
        "articles end in .md; move sources into a folder elsewhere, and `import FOLDER` makes articles of them",
        problems,
    )
    hint = f"pages end in .md; what they show or offer to download belongs into {MEDIA}/"
    _tell_unread(inputs, PAGES, hint, hint, problems)


def _tell_unread(inputs: Inputs, place: str, hint: str, of_many: str, problems: Problems) -> None:
    files = [file.path for file in inputs.below(place) if not file.path.endswith((".md", *_BACKUP))]
    for path in files if len(files) <= _NAMED else ():
        problems.warning(path, 0, "this file is not read", hint.format(path))
    if len(files) > _NAMED:
        names = ", ".join(path.rpartition("/")[2] for path in files[:_NAMED])
        problems.warning(place, 0, f"{len(files)} files here are not read: {names} …", of_many)


_read_size = msgspec.msgpack.Decoder(tuple[int, int] | None).decode


def read_image_sizes(inputs: Inputs, store: Store) -> dict[str, tuple[int, int]]:
    """The sizes of the archive's pictures, by their paths in the site; those that are not known go into the store."""
    from generator.archive.image_sizes import HEAD, image_size

    known, values = store.keys("picture"), dict(store.values("picture"))
    files = inputs.below(MEDIA)
    sizes: dict[str, tuple[int, int] | None] = {}
    for file in files:
        if known.get(file.path) == file.digest:
            sizes[file.path] = unpacked(values[file.path], _read_size)
        else:
            sizes[file.path] = image_size(folder.read_bytes(inputs.root / file.path, HEAD) or b"")
            store.put("picture", file.path, file.digest, msgspec.msgpack.encode(sizes[file.path]))
    store.forget("picture", known.keys() - sizes.keys())
    store.commit()
    return {path.removeprefix("content/"): size for path, size in sizes.items() if size is not None}


def _text(path: str, data: bytes, problems: Problems) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.error(path, line, "not UTF-8", "save the file as UTF-8 in your editor")
        return None
