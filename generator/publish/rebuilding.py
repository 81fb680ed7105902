"""Watches the input of a site: shows at once what can be shown of a change, then has the site built anew."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from generator.output_file import OutputFile
from generator.publish.preview import Preview

if TYPE_CHECKING:
    from watchfiles import Change
    from watchfiles.main import FileChange

_QUIET = 50
"""Milliseconds without a further change after which the changes so far are built: an editor saves in several steps."""
# What editors write beside the file that they save: Vim (4913, .swp, ~), Emacs (#…#), JetBrains (___jb_…), Office.
_EDITORS_OWN = re.compile(r"4913$|#.*#$|~\$|.*~$|.*\.(?:sw[a-p]|tmp|temp|bak|crdownload|part)$|.*___jb_\w+___$")


class Workshop(Protocol):
    """Makes a site, and single pages of it before the whole; is called in threads."""

    def rebuild(self) -> Sequence[str]:
        """Builds the site, never twice at once. Tells its own errors, and gives a line for each: none, it succeeded."""

    def prepare(self) -> None:
        """Gets ready for `quick_pages`, at first and after each build; until that is done there are none."""

    def quick_pages(self, changed: Set[Path]) -> Mapping[Path, OutputFile]:
        """The pages of the files that changed since the last build that succeeded; of all these files or of none."""


async def rebuild_on_change(
    preview: Preview, workshop: Workshop, watch: Sequence[Path], say: Callable[[str], None], stop: asyncio.Event
) -> None:
    """Shows in `preview` what `workshop` makes of each change below `watch`, until `stop` is set.

    Raises what building the site raises.
    """
    watched = [path.resolve() for path in watch if path.exists()]
    rebuilding = _Rebuilding(preview, workshop, say)
    watching = _take_changes(rebuilding, watched, preview.output, stop) if watched else stop.wait()
    tasks = [asyncio.ensure_future(work) for work in (watching, rebuilding.build_always())]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
    for task in done:
        task.result()


async def _take_changes(rebuilding: _Rebuilding, watched: Sequence[Path], output: Path, stop: asyncio.Event) -> None:
    from watchfiles import awatch

    def watch() -> AsyncGenerator[set[FileChange], None]:
        return awatch(*watched, watch_filter=counts, step=_QUIET, stop_event=stop)

    counts = _what_counts(watched, output)
    watcher = watch()
    coming = asyncio.ensure_future(anext(watcher, None))
    while (changes := await coming) is not None:
        changed = {Path(path) for _, path in changes}
        old = watcher
        if any(path.is_symlink() and path.is_dir() for path in changed):
            # Links to folders are followed when a watcher begins, and not when they come.
            watcher = watch()
        coming = asyncio.ensure_future(anext(watcher, None))
        if old is not watcher:
            # It begins now, so that nothing is missed between the two.
            await asyncio.sleep(0)
            await old.aclose()
        await rebuilding.take(changed)


class _Rebuilding:
    """What changed, and what of it is shown."""

    def __init__(self, preview: Preview, workshop: Workshop, say: Callable[[str], None]) -> None:
        self._preview, self._workshop, self._say = preview, workshop, say
        self._unbuilt: set[Path] = set()
        """What changed since the last build that succeeded was begun."""
        self._fresh: set[Path] = set()
        """What of it no build has taken up."""
        self._quick: Mapping[Path, OutputFile] = {}
        """The quick pages that are shown, by their files."""
        self._has_changed = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()

    async def take(self, changed: set[Path]) -> None:
        """Shows at once what can be shown of a change, and has all be built."""
        self._unbuilt |= changed
        self._fresh |= changed
        await self._show_quickly()
        self._has_changed.set()

    async def build_always(self) -> None:
        """Builds after each change, until it is cancelled."""
        while True:
            await asyncio.to_thread(self._workshop.prepare)
            if self._fresh:
                # What changed meanwhile got no quick page.
                await self._show_quickly()
            while not self._fresh:
                self._has_changed.clear()
                await self._has_changed.wait()
            await self._build()

    async def _show_quickly(self) -> None:
        async with self._one_at_a_time:
            pages = await asyncio.to_thread(self._workshop.quick_pages, frozenset(self._unbuilt))
            if pages:
                # A build may have ended in between, and have made some of them for good.
                self._show({path: page for path, page in pages.items() if path in self._unbuilt})

    async def _build(self) -> None:
        names = sorted({path.name for path in self._fresh})
        self._say(f"{names[0]}{f' and {len(names) - 1} more' if len(names) > 1 else ''} changed: building.")
        taken = set(self._unbuilt)
        self._fresh = set()
        failure = await asyncio.to_thread(self._workshop.rebuild)
        is_new = not failure
        if is_new:
            self._unbuilt = set(self._fresh)
        # What is no quick page may be a picture, which pages show without being others themselves.
        is_other = is_new and not taken <= self._quick.keys()
        self._preview.tell(failure)
        # Of what was saved during the build the site does not have the last word yet.
        self._show({path: page for path, page in self._quick.items() if path in self._fresh}, is_other=is_other)

    def _show(self, pages: Mapping[Path, OutputFile], *, is_other: bool = False) -> None:
        self._quick = pages
        self._preview.show({page.path: page.data for page in pages.values()}, is_other=is_other)


def _what_counts(watched: Sequence[Path], output: Path) -> Callable[[Change, str], bool]:
    """Tells of the path of a change whether the site is to be built for it."""
    site = output.resolve()

    def counts(change: Change, path: str) -> bool:
        changed = Path(path)
        if changed.is_relative_to(site):
            return False
        root = next((folder for folder in watched if changed.is_relative_to(folder)), changed.parent)
        names = changed.relative_to(root).parts or (changed.name,)
        return not any(name.startswith(".") or _EDITORS_OWN.match(name) for name in names)

    return counts
