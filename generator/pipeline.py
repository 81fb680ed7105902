"""The stages of a build in their order: the only file that knows it."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator import folder
from generator.articles.read import ARTICLES
from generator.articles.sources import SOURCES
from generator.config import SITE_YAML, Config
from generator.errors import ProblemsError
from generator.execution.executors import executor_for
from generator.output_file import OutputFile
from generator.problems import Problem, Problems, Severity
from generator.reading import (
    MEDIA,
    packaged_countries,
    read_articles,
    read_authorities,
    read_config,
    read_image_sizes,
    read_pages,
    read_sources,
)

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.articles.ledger import Fate
    from generator.ingest.report import ImportReport
    from generator.publish.publish import Published

OUTPUT = "output"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    articles: int
    pages: int
    """HTML pages."""
    published: Published
    index: Path
    """The page to open first."""
    problems: tuple[Problem, ...]
    """Warnings and notices: errors would have stopped the build."""


def build(root: Path, workers: int | None = None) -> Built:
    """Makes the site of the archive `root` and publishes it into `root/output`.

    `workers` is in how many processes, as `execution.executors.executor_for` has it; the site is the same.

    Raises ProblemsError, with all problems found so far, where the input or the made site has errors; the site that
    stood before still stands then.
    """
    from generator.origins import at_their_origin
    from generator.publish.lock import publish_lock
    from generator.publish.publish import publish
    from generator.publish.swap import repair

    problems = Problems()
    pages = itertools.count()
    with publish_lock(root):
        # First, since the input may have errors: a site that a killed build left aside is put back all the same.
        repair(root / OUTPUT)
        archive = read_archive(root, problems, workers)
        try:
            published = publish(_counted(site_files(root, archive, workers), pages), root / OUTPUT)
        except ProblemsError as error:
            problems.extend(at_their_origin(error.problems, root, archive))
            raise ProblemsError(problems.sorted()) from error
    return Built(len(archive.articles), next(pages), published, root / OUTPUT / "index.html", problems.sorted())


def check(root: Path, workers: int | None = None) -> tuple[Problem, ...]:
    """Every problem of the archive `root`; writes nothing.

    Besides what stops a build: sources and ledgers that no longer fit together, articles that were edited, names that
    could mean several, and names in authority files that are common words.
    """
    from generator.archive.ambiguity import tell_unclear_names
    from generator.origins import at_their_origin
    from generator.publish.publish import check as check_site

    problems = Problems()
    try:
        archive = read_archive(root, problems, workers, thorough=True)
    except ProblemsError as error:
        return error.problems
    _tell_edits(archive, problems)
    paths = [archive.by_slug[slug].path for slug in archive.unclear]
    texts = {path: (folder.read_bytes(root / path) or b"").decode().replace("\r\n", "\n") for path in paths}
    tell_unclear_names(archive, texts, problems)
    try:
        problems.extend(at_their_origin(check_site(site_files(root, archive, workers)), root, archive))
    except ProblemsError as error:
        problems.extend(error.problems)
    return problems.sorted()


_EDITS_TOLD = 3
"""Articles that are named one by one; of more the number is told, so that they do not bury what matters."""


def _tell_edits(archive: Archive, problems: Problems) -> None:
    edited = [archive.by_slug[slug].path for slug, source in archive.sources.items() if source.edited]
    for path in edited if len(edited) <= _EDITS_TOLD else ():
        problems.notice(path, 0, "changed by the editor since its import")
    if len(edited) > _EDITS_TOLD:
        text = f"{len(edited)} articles were changed by the editor since their import"
        problems.notice(ARTICLES, 0, text, "their source pages tell where")


@dataclass(frozen=True, slots=True)
class Suggested:
    """Entries that the authority files may get."""

    yaml: str
    objects: tuple[dict[str, object], ...]
    """The same for tools."""


def suggest(root: Path, least: int, kind: str | None = None, workers: int | None = None) -> Suggested:
    """The names that recur in at least `least` articles without an entry, all or those of one kind.

    Raises ProblemsError where settings, authorities or articles have errors.
    """
    from generator.archive.gazetteer import country_names
    from generator.archive.suggest.as_yaml import as_objects, as_yaml
    from generator.archive.suggest.suggest import suggest_names

    problems = Problems()
    config = read_config(root, problems)
    authorities = read_authorities(root, config, problems)
    articles, texts = read_articles(root, problems, workers)
    if config is None or problems.has_errors:
        raise ProblemsError(problems.sorted())
    countries = country_names(packaged_countries(), config.language)
    found = suggest_names(articles, texts, authorities, countries, config.language, least)
    chosen = [suggestion for suggestion in found if kind in (None, suggestion.kind)]
    return Suggested(as_yaml(chosen), tuple(as_objects(chosen)))


def read_archive(root: Path, problems: Problems, workers: int | None = None, *, thorough: bool = False) -> Archive:
    """Reads and links the archive `root`. Raises ProblemsError, with all of them, where there are errors.

    `thorough`: that a source does not fit its ledger is an error, and the names in authority files are looked at.
    """
    from generator.archive.common_names import tell_common_names
    from generator.archive.link import link

    config = read_config(root, problems)
    authorities = read_authorities(root, config, problems)
    articles, texts = read_articles(root, problems, workers)
    if thorough:
        tell_common_names(articles, authorities, problems)
    fixity = Severity.ERROR if thorough else Severity.WARNING
    pages = read_pages(root, problems)
    if config is not None and folder.theme_folder(root, config.theme) is None:
        hint = "`theme` names a folder in themes/ with a theme.yaml, or one of the program's: reader, broadsheet, plain"
        problems.error(SITE_YAML, 0, f"there is no theme called {config.theme}", hint)
    sources = read_sources(root, articles, texts, problems, fixity)
    # The archive is linked even where files are broken, so that dead links are told in the same breath. Without
    # settings there is no archive; the ones used instead are never seen.
    settings = config or Config(title="?")
    archive = link(settings, articles, pages, sources, authorities, problems, read_image_sizes(root))
    if config is None or problems.has_errors:
        raise ProblemsError(problems.sorted())
    return archive


def site_files(root: Path, archive: Archive, workers: int | None = None) -> Iterator[OutputFile]:
    """Every file of the site, one by one."""
    from generator.render.site import render_site
    from generator.render.theme import load_theme
    from generator.search.lunr_index import archive_languages
    from generator.search.scripts import notices
    from generator.search.site_search import render_search

    theme = load_theme(archive.config.theme, partial(_theme_files, root))
    # A theme that runs no scripts has no use for what they would search.
    searched = archive.config.search.enabled and theme.scripts
    executor = executor_for(len(archive.articles), workers)
    yield from render_site(archive, theme, notices(tuple(archive_languages(archive))) if searched else (), executor)
    if searched:
        yield from render_search(archive)
    for file in folder.read_files(root, MEDIA):
        yield OutputFile(file.path.removeprefix("content/"), file.data)


def _theme_files(root: Path, name: str) -> dict[str, bytes] | None:
    place = folder.theme_folder(root, name)
    return None if place is None else {file.path: file.data for file in folder.read_files(place, ".")}


def _counted(files: Iterator[OutputFile], pages: Iterator[int]) -> Iterator[OutputFile]:
    """Passes files on and steps `pages` once for each HTML page."""
    for file in files:
        if file.path.endswith(".html"):
            next(pages)
        yield file


def decide_lines(root: Path, places: Sequence[str], fate: Fate, *, dry_run: bool) -> ImportReport:
    """Brings the lines at `places` of sources back, or takes them out, as the editor's decision."""
    from generator.ingest.importer import import_decided

    return import_decided(root, _config_for_import(root), _today(), places, fate, dry_run=dry_run)


def _config_for_import(root: Path) -> Config:
    problems = Problems()
    config = read_config(root, problems)
    if config is None:
        raise ProblemsError(problems.sorted())
    return config


def import_into(
    root: Path,
    paths: Sequence[Path],
    *,
    again: bool,
    replace: bool,
    dry_run: bool,
    progress: Callable[[int, int], None],
) -> ImportReport:
    """Imports `paths` into the archive `root`, or with `again` cleans the sources named by `paths` (or all) anew.

    `progress` is told how many of how many sources are done.
    """
    from generator.ingest.importer import import_again, import_sources

    config = _config_for_import(root)
    if again:
        names = [_source_name(root, path) for path in paths]
        return import_again(root, config, _today(), names, dry_run=dry_run, progress=progress)
    return import_sources(root, config, _today(), paths, replace=replace, dry_run=dry_run, progress=progress)


def _source_name(root: Path, path: Path) -> str:
    """A source's name relative to `content/sources/`, however the user wrote it."""
    sources = (root / SOURCES).resolve()
    resolved = path.resolve()
    return resolved.relative_to(sources).as_posix() if resolved.is_relative_to(sources) else path.as_posix()


def _today() -> date:
    """The day of an import: the clock's, or the one that SOURCE_DATE_EPOCH sets (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), tz=UTC) if epoch.isdigit() else datetime.now(tz=UTC).astimezone()
    return moment.date()


def watched_folders(root: Path) -> list[Path]:
    """The folders whose files a site is made of, where they are there."""
    folders = [root / folder.CONTENT, root / "themes"]
    return [place for place in folders if place.is_dir()]
