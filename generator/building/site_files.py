"""Every file of a site, made of the linked archive, its theme and its media; what has not changed is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator import folder
from generator.archive.marks import Part
from generator.archive.watched import Watch, watched
from generator.building.pieces import FormerFile, FormerPieces, Piece, Pieces, PiecesRecord
from generator.building.searching import searching
from generator.building.units import Building, Made, UnitName, checked
from generator.errors import BackfileError
from generator.execution.run import Run
from generator.output_file import OutputFile
from generator.publish.links import is_page
from generator.publish.publish import SiteFile
from generator.reading.content import MEDIA
from generator.reading.inputs import digest_of
from generator.render.exports.files import FORMS, export_piece
from generator.render.site import (
    BATCH,
    EXPORTS,
    Site,
    Unit,
    export_unit,
    is_large,
    last_units,
    units,
    units_beside_pages,
)

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.reading.archive import ReadArchive


_THEME = "checked theme"
"""The stage of the store that knows of which themes nothing was wrong, as they are in the settings' digest."""


def site_files(given: ReadArchive, building: Building, run: Run) -> Iterator[SiteFile]:
    """Every file of the site, one by one. Raises ThemeError where a template fails."""
    from generator.render.page.maker import PageMaker
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
    site = Site(PageMaker.of(archive, theme), tuple(notices(tuple(archive_languages(archive)))) if searched else ())
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
    key = digest_of(given.settings, repr(site.maker.site).encode(), repr(site.notices).encode())
    own = list(units(given.archive))
    former = building.former_pieces(EXPORTS, key)
    if former:
        # Quicker than to begin a process.
        yield from building.files([EXPORTS], key, partial(_exports_again, given, work, former))
    others = [unit for unit in (*own, *units_beside_pages()) if not former or unit != EXPORTS]
    yield from building.files(others, key, partial(_made, work, run))
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
        """What becomes of a unit."""
        if unit == EXPORTS:
            return self.exports()
        self.watch.begin()
        files = tuple(map(checked, self.site.make(unit, pages)))
        return Made(unit, files, tuple(self.watch.read))

    def exports(self, former: FormerPieces | None = None) -> Made:
        """What becomes of the unit that is written piece by piece."""
        self.watch.begin()
        pieces = Pieces(self.watch, former)

        def stretches(archive: Archive, with_texts: bool) -> Iterator[Piece]:
            return pieces.stretches(
                [article.slug for article in archive.articles],
                lambda slug: export_piece(archive, archive.by_slug[slug], with_texts),
                "with texts" if with_texts else "",
            )

        files = tuple(map(checked, export_unit(self.site, stretches)))
        parts = tuple(dict.fromkeys([*pieces.parts, *self.watch.read]))
        return Made(EXPORTS, files, parts, pieces.record())


def _exports_again(
    given: ReadArchive, work: _Work, former: tuple[PiecesRecord, Sequence[Part], Collection[int]], _: object
) -> Iterator[Made]:
    place, config = given.inputs.root / folder.OUTPUT, given.archive.config
    files = []
    for form in FORMS:
        data = folder.read_bytes(place / form.path)
        if data is None:
            raise BackfileError(f"{form.path} of the site was taken away while the site was built", "Build it again.")
        files.append(FormerFile(data, len(form.before(config).encode()), len(form.between.encode())))
    yield work.exports(FormerPieces(*former, files))


def _made(work: _Work, run: Run, stale: Sequence[Unit]) -> Iterator[Made]:
    return run.over("making pages", _make_batch, work, stale, BATCH, is_large)


def _make_batch(work: _Work, batch: Iterable[Unit]) -> list[Made]:
    return [work.make(unit) for unit in batch]


def _made_last(work: _Work, pages: Sequence[str], stale: Sequence[Unit]) -> Iterator[Made]:
    return (work.make(unit, pages) for unit in stale)


def _media(given: ReadArchive, building: Building) -> Iterator[SiteFile]:
    for file in given.inputs.below(MEDIA):
        yield from building.files([("media", file.path)], file.digest, partial(_medium, given.inputs.root))


def _medium(root: Path, stale: Iterable[UnitName]) -> Iterator[Made]:
    for unit in stale:
        data = folder.read_bytes(root / unit[1]) or b""
        yield Made(unit, (OutputFile(unit[1].removeprefix("content/"), data),), ())


def theme_files(root: Path, name: str) -> dict[str, bytes] | None:
    """The files of a theme that the archive `root` may use, by their paths in it; None where there is none."""
    place = folder.theme_folder(root, name)
    return None if place is None else {file.path: file.data for file in folder.read_files(place, ".")}
