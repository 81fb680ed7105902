"""Makes the search of a site: here, or after few edits in a process of its own while others make the pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import folder
from generator.building.units import Building, Made, SearchRecord
from generator.execution.executors import Executor, InProcess, Processes
from generator.execution.run import Run
from generator.execution.spool_file import SpoolFile
from generator.publish.publish import SiteFile
from generator.reading.inputs import digest_of

if TYPE_CHECKING:
    from generator.articles.article import Article
    from generator.reading.archive import ReadArchive
    from generator.search.record import Former, SearchMemory

_UNIT = ("search", "")


@dataclass(frozen=True, slots=True)
class _Work:
    """What search is made of."""

    given: ReadArchive
    spool: SpoolFile
    without_texts: bytes
    """The digest of all that it is made of but the articles' texts."""
    memory: SearchMemory

    def files(self, executor: Executor) -> Iterator[SiteFile]:
        from generator.search.site_search import build_search

        heads = self.given.articles.heads

        def own(article: Article) -> bytes:
            return heads[article.path].digest

        archive, texts = self.given.archive, self.given.texts()
        return build_search(archive, executor, texts, own, self.spool, self.without_texts, self.memory)


@contextmanager
def searching(given: ReadArchive, building: Building, run: Run) -> Iterator[Iterator[SiteFile]]:
    """Gives the files of the search, to be taken before the end of the `with`. Within it a process may make them."""
    from generator.search.record import SearchMemory

    archive = given.archive
    parts = ["order:", *(f"{kind}:{article.slug}" for article in archive.articles for kind in ("meta", "terms of"))]
    parts += [f"terms:{kind}" for kind in archive.terms]
    parts += [f"term:{term.kind}/{term.id}" for terms in archive.terms.values() for term in terms]
    without_texts = digest_of(given.settings, *map(building.mark, parts))
    key = digest_of(without_texts, *(building.mark(f"body:{article.slug}") for article in archive.articles))

    def taken(files: Callable[[], Iterator[SiteFile]]) -> Iterator[SiteFile]:
        with run.stage("making search"):
            yield from files()
        building.search = SearchRecord(given.settings, work.memory.record)

    def unit(files: Callable[[], Iterator[SiteFile]]) -> Iterator[SiteFile]:
        of = "a text, a name, the settings or the theme"
        return building.files([_UNIT], key, lambda _: [Made(_UNIT, taken(files), ())], of)

    def awaited(result: Callable[[], tuple[list[SiteFile], bytes]]) -> Iterator[SiteFile]:
        files, work.memory.record = result()
        yield from files

    executor = run.executor(len(archive.articles))
    with SpoolFile(given.articles.store.beside("search")) as spool:
        work = _Work(given, spool, without_texts, SearchMemory(_former(given, building)))
        if work.memory.former and isinstance(executor, Processes) and building.why_stale(_UNIT, key):
            with executor.beside(_made_search, work, None) as result:
                yield unit(lambda: awaited(result))
        else:
            yield unit(lambda: work.files(executor))


def _former(given: ReadArchive, building: Building) -> Former | None:
    """The search of the last build, where it was made with the same settings and stands as it was made."""
    from generator.search.record import Former

    last = building.last.search
    if last.settings != given.settings or not building.stands(_UNIT):
        return None
    place = given.inputs.root / folder.OUTPUT
    return Former(last.record, lambda path: folder.read_bytes(place / path), given.texts().former_study)


def _made_search(work: _Work, _: None) -> tuple[list[SiteFile], bytes]:
    """The files, and what is remembered of them, to be sent to another process."""
    return list(work.files(InProcess())), work.memory.record
