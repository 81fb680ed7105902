"""Every file of a site, made of the linked archive, its theme and its media; what has not changed is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator import folder
from generator.archive.values import MENTION_KINDS, Kind
from generator.archive.watched import Watch, watched
from generator.building.exports import StandingPieces
from generator.building.searching import searching
from generator.building.units import Building, Made, UnitName, checked
from generator.execution.memory import give_back
from generator.execution.run import Run
from generator.output_file import OutputFile
from generator.publish.links import is_page
from generator.publish.publish import SiteFile
from generator.reading.articles import StoredTexts
from generator.reading.content import MEDIA
from generator.reading.inputs import digest_of
from generator.render.site import (
    EXPORTS,
    Site,
    Unit,
    is_large,
    last_units,
    units,
    units_beside_pages,
)

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.reading.archive import ReadArchive


_BATCH = 40
"""Units that a process makes at a time."""
_THEME = "checked theme"
"""The stage of the store that knows of which themes nothing was wrong, as they are in the settings' digest."""


def site_files(given: ReadArchive, building: Building, run: Run) -> Iterator[SiteFile]:
    """Every file of the site, one by one. Raises ThemeError where a template fails."""
    from generator.render.themes.theme import load_theme
    from generator.search.lunr_index import archive_languages
    from generator.search.scripts import notices

    archive, store = given.archive, given.articles.store
    is_checked = store.keys(_THEME).get(archive.config.theme) == given.settings
    theme = load_theme(archive.config.theme, partial(theme_files, given.inputs.root), is_checked=is_checked)
    if not is_checked:
        store.put(_THEME, archive.config.theme, given.settings, b"")
        store.commit()
    yield from theme.static
    # A theme that runs no scripts has no use for what they would search.
    searched = archive.config.search.enabled and theme.scripts
    site = Site.of(archive, theme, notices(tuple(archive_languages(archive))) if searched else ())
    none: Iterator[SiteFile] = iter(())
    making_search = searching(given, building, run) if searched else nullcontext(none)
    # Which parts of the archive have changed is looked for within, while another process makes the search.
    with making_search as search:
        yield from _pages(given, building, site, run)
        yield from search
    yield from _media(given, building)


def _pages(given: ReadArchive, building: Building, site: Site, run: Run) -> Iterator[SiteFile]:
    watch = Watch()
    work = _Work(replace(site, maker=replace(site.maker, archive=watched(given.archive, watch))), watch)
    about = (site.maker.site, site.notices, site.exports_texts)
    key = digest_of(given.settings, *(repr(one).encode() for one in about))
    own = list(units(given.archive))
    others = [unit for unit in (*own, *units_beside_pages()) if unit != EXPORTS]
    yield from building.files(others, key, partial(_made, given, work, run))
    articles = [Unit("article", article.slug) for article in given.archive.articles]
    of_pieces = digest_of(key, *map(building.piece, articles))
    making = partial(_made_exports, given, building, work, articles)
    yield from building.files([EXPORTS], of_pieces, making, "what is told of an article, or the settings or the theme,")
    building.pieces.clear()
    # Before processes are copied from this one to make the search.
    give_back()
    pages = [path for path in building.paths(own) if is_page(path)]
    for unit in last_units():
        of_pages = digest_of(key, "\n".join(pages).encode())
        yield from building.files([unit], of_pages, partial(_made_last, work, pages))
        pages += [path for path in building.paths([unit]) if is_page(path)]


@dataclass(frozen=True, slots=True)
class _Work:
    """What a process needs to make pages."""

    site: Site
    watch: Watch
    """Notes what the site's archive is asked for."""

    def make(self, unit: Unit, pages: Sequence[str] = ()) -> Made:
        """What becomes of a unit but the exports."""
        self.watch.begin()
        files = tuple(map(checked, self.site.make(unit, pages)))
        piece = self.site.piece(unit)
        return Made(unit, files, tuple(self.watch.read), piece)

    def exports(self, pieces: Iterable[Sequence[bytes]]) -> Made:
        """What becomes of the exports."""
        self.watch.begin()
        return Made(EXPORTS, map(checked, self.site.exports(pieces)), self.watch.read)


def _made_exports(
    given: ReadArchive, building: Building, work: _Work, articles: Sequence[Unit], _: object
) -> Iterator[Made]:
    made = building.pieces
    # What nothing has changed of is made anew only where no file has it: it was read when its page was made.
    if len(made) == len(articles):
        yield work.exports(made[unit] for unit in articles)
    elif building.stands(EXPORTS):
        before = [Unit("article", slug) for slug in building.last.articles.names]
        standing = StandingPieces(given.inputs.root / folder.OUTPUT, given.archive.config, building, before)
        yield work.exports(made.get(unit) or standing[unit] for unit in articles)
    else:
        yield work.exports([made.get(unit) or work.site.piece(unit) for unit in articles])


def _made(given: ReadArchive, work: _Work, run: Run, stale: Sequence[Unit]) -> Iterator[Made]:
    with _sentences(given.archive, stale):
        yield from run.over("making pages", _make_batch, work, _as_stored(given.archive, stale), _BATCH, is_large)


@contextmanager
def _sentences(archive: Archive, stale: Sequence[Unit]) -> Iterator[None]:
    """Fetches the sentences that name somebody, all at once where the pages of terms ask for more than there are."""
    stale_terms = [unit.name.partition("/") for unit in stale if unit.of == "term"]
    terms = [archive.term_by_id[Kind(kind), id_] for kind, _, id_ in stale_terms if kind in MENTION_KINDS]
    stored = archive.contexts
    if isinstance(stored, StoredTexts) and sum(len(term.articles) for term in terms) > archive.count:
        stored.fetch_all()
        try:
            yield
        finally:
            stored.let_go()
    else:
        yield


def _as_stored(archive: Archive, units: Sequence[Unit]) -> list[Unit]:
    """Units in another order: those of articles as their texts lie in the store, where a disk gives them soonest."""

    def place(unit: Unit) -> tuple[int, str]:
        if unit.of in ("article", "source"):
            return 1, archive.by_slug[unit.name].path
        return 2 if unit.of == "term" else 0, ""

    return sorted(units, key=place)


def _make_batch(work: _Work, batch: Iterable[Unit]) -> list[Made]:
    return [work.make(unit) for unit in batch]


def _made_last(work: _Work, pages: Sequence[str], stale: Sequence[Unit]) -> Iterator[Made]:
    return (work.make(unit, pages) for unit in stale)


def _media(given: ReadArchive, building: Building) -> Iterator[SiteFile]:
    for file in given.inputs.below(MEDIA):
        yield from building.files([("media", file.path)], file.digest, partial(_medium, given.inputs.root), "the file")


def _medium(root: Path, stale: Iterable[UnitName]) -> Iterator[Made]:
    for unit in stale:
        data = folder.read_bytes(root / unit[1]) or b""
        yield Made(unit, (OutputFile(unit[1].removeprefix("content/"), data),), ())


def theme_files(root: Path, name: str) -> dict[str, bytes] | None:
    """The files of a theme that the archive `root` may use, by their paths in it; None where there is none."""
    place = folder.theme_folder(root, name)
    return None if place is None else {file.path: file.data for file in folder.read_files(place, ".")}
