"""Keeps what the last build read in a process that serves, and makes quick pages of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from generator import folder
from generator.execution.run import Run
from generator.output_file import OutputFile
from generator.pipeline import STORE
from generator.problems import Problems

if TYPE_CHECKING:
    from generator.pipeline import Built
    from generator.quick_page import QuickPage
    from generator.reading.archive import ReadArchive

_MOST = 20
"""Articles that are read at once: if more were saved, no author waits for one of them."""

_busy = RLock()
# A process that is copied in the middle of a quick page would keep whatever is locked then locked for ever.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_busy.acquire, after_in_parent=_busy.release, after_in_child=_busy.release)


class Serving:
    """Builds the archive `root` again and again. Quick pages are a courtesy: if anything goes wrong, there are none."""

    def __init__(self, root: Path, build: Callable[[Callable[[Built], None]], Sequence[str]]) -> None:
        """`build` hands what it built to whom it is given, and gives a line for each error: none, it succeeded."""
        self._root = root.resolve()
        self._build = build
        self._read: ReadArchive | None = None
        self._maker: QuickPage | None = None

    def keep(self, built: Built) -> None:
        """Takes over what a build read; of one that found nothing changed there is nothing to take."""
        if built.read is not None:
            self._read, self._maker = built.read, None

    def rebuild(self) -> Sequence[str]:
        """As `Workshop.rebuild`; likewise the next two."""
        return self._build(self.keep)

    def prepare(self) -> None:
        try:
            with _busy:
                self._read = self._read or _read_again(self._root)
                self._maker = self._maker or self._made_ready(self._read)
        except Exception:
            self._read = self._maker = None

    def quick_pages(self, changed: Set[Path]) -> Mapping[Path, OutputFile]:
        maker, read = self._maker, self._read
        if maker is None or read is None or not 0 < len(changed) <= _MOST:
            return {}
        try:
            with _busy, closing(read.articles.store):
                saved = {place.relative_to(self._root).as_posix(): place.read_bytes() for place in sorted(changed)}
                return {self._root / path: file for path, file in maker.pages(saved).items()}
        except Exception:
            return {}

    def _made_ready(self, read: ReadArchive) -> QuickPage:
        from generator.archive.mentions import MentionFinder
        from generator.building.site_files import theme_files
        from generator.quick_page import QuickPage
        from generator.reading.content import read_authorities
        from generator.render.page.maker import PageMaker
        from generator.render.themes.theme import load_theme

        archive = read.archive
        finder = MentionFinder(read_authorities(self._root, archive.config, Problems()))
        theme = load_theme(archive.config.theme, partial(theme_files, self._root))
        maker = QuickPage(PageMaker.of(archive, theme), finder)
        # The first page takes as long as a hundred later ones.
        with closing(read.articles.store):
            for article in archive.articles[:1]:
                maker.pages({article.path: folder.read_bytes(self._root / article.path) or b""})
        return maker


def _read_again(root: Path) -> ReadArchive:
    """The archive as it is; hardly anything of it is read that was read before."""
    from generator.building.last_build import last_build
    from generator.execution.store import Store
    from generator.execution.version import program_version
    from generator.reading.archive import read_archive
    from generator.reading.inputs import Inputs

    with closing(Store(root / STORE, program_version())) as store:
        return read_archive(Inputs(root, last_build(store).inputs), store, Problems(), Run(workers=1))
