"""The stages of a build in their order: the only file that knows it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator import folder
from generator.articles.read import ARTICLES
from generator.articles.sources import SOURCES
from generator.building.units import Building, SiteRecord
from generator.config import Config
from generator.errors import ProblemsError
from generator.execution.memory import forget_what_was_made, making_values
from generator.execution.run import Run
from generator.execution.store import Store, StoreDamagedError, discard
from generator.execution.version import program_version
from generator.folder import OUTPUT
from generator.problems import Problem, Problems
from generator.publish.lock import publish_lock
from generator.publish.refused import explained
from generator.publish.swap import place_of, repair
from generator.reading.archive import read_archive
from generator.reading.articles import forget_former, read_articles
from generator.reading.content import packaged_countries, read_authorities, read_config
from generator.reading.inputs import Inputs, digest_of, digest_of_all

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.articles.ledger import Fate
    from generator.building.last_build import LastBuild
    from generator.ingest.report import ImportReport
    from generator.publish.publish import Published
    from generator.reading.archive import ReadArchive

STORE = ".cache/build.sqlite"
"""What is kept from one build to the next; safe to delete."""
SPARE = ".cache/site"
"""The tree of the site before the last; likewise."""


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
    seconds: Mapping[str, float]
    """What each stage took, by its name."""
    reasons: Mapping[str, str]
    """Why files of the site were made anew: by the first page of each part of the site that was, in words."""
    read: ReadArchive | None = None
    """What the site was made of; None where nothing had changed, so that nothing was read."""


def build(root: Path, run: Run | None = None) -> Built:
    """Makes the site of the archive `root` and publishes it into `root/output`.

    What the last build made of the same things is kept; the site is the one that a build from nothing would make,
    whatever `run` says of the number of processes.

    Raises ProblemsError, with all problems found so far, where the input or the made site has errors; the site that
    stood before still stands then.
    """
    forget_what_was_made()
    with publish_lock(root):
        # First, since the input may have errors: a site that a killed build left aside is put back all the same.
        with explained(root / OUTPUT):
            repair(root / OUTPUT)
        try:
            return _build(root, run or Run())
        except StoreDamagedError:
            discard(root / STORE)
            return _build(root, run or Run())


def _build(root: Path, run: Run) -> Built:
    from generator.building.last_build import LastBuild, last_build, last_site, remember
    from generator.publish.staging import standing

    problems = Problems()
    with closing(Store(root / STORE, program_version())) as store:
        last = last_build(store)
        inputs = Inputs(root, last.inputs)
        site = standing(place_of(root / OUTPUT).site)
        contents = _contents(inputs)
        if last.is_of(contents, site):
            return _unchanged(root, last, run)
        # Only now: where nothing has changed, to load these would be a fifth of the time.
        from generator.building.origins import at_their_origin
        from generator.building.site_files import site_files
        from generator.publish.publish import publish

        with making_values():
            read = read_archive(inputs, store, problems, run)
            made, marker, articles = last_site(store), read.marker(), read.digests()
            marker.recall(made.parts, made.marks, articles.shared_with(made.articles))
            building = Building(made, last.stamps, site, marker.mark, articles)
        try:
            with run.stage("publishing"):
                files = site_files(read, building, run)
                published = publish(files, root / OUTPUT, site, building.links, root / SPARE)
        except ProblemsError as error:
            problems.extend(at_their_origin(error.problems, root, read.archive))
            raise ProblemsError(problems.sorted()) from error
        changed, record = inputs.changed(), building.record()
        if changed:
            contents = b""
        if any(not path.startswith(f"{ARTICLES}/") for path in changed):
            # Which bytes of such a file the site is made of cannot be told, as it can of an article.
            record = SiteRecord()
        build = LastBuild(
            contents, inputs.stamps, dict(published.stamps), len(read.archive.articles), problems.sorted()
        )
        forget_former(store)
        remember(store, build, record)
    return _built(root, build, published, run, building.reasons, read)


def _contents(inputs: Inputs) -> bytes:
    """The digest of everything that a site is made of."""
    files = digest_of_all([*inputs.below(folder.CONTENT), *inputs.outside(folder.theme_files(inputs.root))])
    return digest_of(files, *(path.encode() for path in inputs.dead_links))


def _unchanged(root: Path, last: LastBuild, run: Run) -> Built:
    from generator.publish.publish import Published

    size = sum(stamp.size for stamp in last.stamps.values())
    return _built(root, last, Published(len(last.stamps), 0, len(last.stamps), 0, size), run, {})


def _built(
    root: Path,
    build: LastBuild,
    published: Published,
    run: Run,
    reasons: Mapping[str, str],
    read: ReadArchive | None = None,
) -> Built:
    pages = sum(path.endswith(".html") for path in build.stamps)
    index = root / OUTPUT / "index.html"
    return Built(build.articles, pages, published, index, build.problems, run.seconds, reasons, read)


def check(root: Path, run: Run | None = None) -> tuple[Problem, ...]:
    """Every problem of the archive `root`; writes nothing.

    Besides what stops a build: sources and ledgers that no longer fit together, articles that were edited, names that
    could mean several, and names in authority files that are common words.
    """
    from generator.archive.ambiguity import tell_unclear_names
    from generator.building.origins import at_their_origin
    from generator.building.site_files import site_files
    from generator.publish.publish import check as check_site

    problems = Problems()
    with _passing_store() as store:
        try:
            read = read_archive(Inputs(root, {}), store, problems, run or Run(), thorough=True)
        except ProblemsError as error:
            return error.problems
        archive = read.archive
        _tell_edits(archive, problems)
        paths = [archive.by_slug[slug].path for slug in archive.unclear]
        texts = {path: _text_of(root, path) for path in paths}
        tell_unclear_names(archive, texts, problems)
        try:
            files = site_files(read, Building(SiteRecord(), {}, {}, read.marker().mark), run or Run())
            problems.extend(at_their_origin(check_site(files), root, archive))
        except ProblemsError as error:
            problems.extend(error.problems)
    return problems.sorted()


@contextmanager
def _passing_store() -> Iterator[Store]:
    """A store for a command that leaves nothing behind."""
    with TemporaryDirectory(prefix="backfile-") as place, closing(Store(Path(place) / "store", "passing")) as store:
        yield store


def _text_of(root: Path, path: str) -> str:
    return (folder.read_bytes(root / path) or b"").decode().replace("\r\n", "\n")


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


def suggest(root: Path, least: int, kind: str | None = None, run: Run | None = None) -> Suggested:
    """The names that recur in at least `least` articles without an entry, all or those of one kind.

    Raises ProblemsError where settings, authorities or articles have errors.
    """
    from generator.archive.gazetteer import country_names
    from generator.archive.suggest.as_yaml import as_objects, as_yaml
    from generator.archive.suggest.suggest import suggest_names

    problems = Problems()
    config = read_config(root, problems)
    authorities = read_authorities(root, config, problems)
    with _passing_store() as store:
        read = read_articles(Inputs(root, {}), store, (), problems, run or Run())
        if problems.has_errors:
            raise ProblemsError(problems.sorted())
        countries = country_names(packaged_countries(), config.language)
        texts = {article.path: _text_of(root, article.path) for article in read.articles}
        found = suggest_names(read.articles, texts, authorities, countries, config.language, least)
    chosen = [suggestion for suggestion in found if kind in (None, suggestion.kind)]
    return Suggested(as_yaml(chosen), tuple(as_objects(chosen)))


def decide_lines(root: Path, places: Sequence[str], fate: Fate, *, dry_run: bool) -> ImportReport:
    """Brings the lines at `places` of sources back, or takes them out, as the editor's decision."""
    from generator.ingest.importer import import_decided

    # Reports write `content/sources/FILE:LINE`, and what they write can be copied.
    parts = (place.rpartition(":") for place in places)
    named = [(_source_name(root, Path(file)) if file else file) + colon + lines for file, colon, lines in parts]
    with _import_lock(root, dry_run=dry_run):
        return import_decided(root, _config_for_import(root), _today(), named, fate, dry_run=dry_run)


def _config_for_import(root: Path) -> Config:
    problems = Problems()
    config = read_config(root, problems)
    if problems.has_errors:
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
    with _import_lock(root, dry_run=dry_run):
        if again:
            names = [_source_name(root, path) for path in paths]
            return import_again(root, config, _today(), names, dry_run=dry_run, progress=progress)
        return import_sources(root, config, _today(), paths, replace=replace, dry_run=dry_run, progress=progress)


def _import_lock(root: Path, *, dry_run: bool) -> AbstractContextManager[None]:
    """Keeps a second import from taking what the first one is about to write for articles that were deleted."""
    return nullcontext() if dry_run else publish_lock(root, work="import")


def _source_name(root: Path, path: Path) -> str:
    """A source's name relative to `content/sources/`, however the user wrote it: from here, or from the archive."""
    sources = (root / SOURCES).resolve()
    for resolved in (path.resolve(), (root / path).resolve()):
        if resolved.is_relative_to(sources):
            return resolved.relative_to(sources).as_posix()
    return path.as_posix()


def _today() -> date:
    """The day of an import: the clock's, or the one that SOURCE_DATE_EPOCH sets (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), tz=UTC) if epoch.isdigit() else datetime.now(tz=UTC).astimezone()
    return moment.date()


def watched_folders(root: Path) -> list[Path]:
    """The folders whose files a site is made of, where they are there."""
    folders = [root / folder.CONTENT, root / "themes"]
    return [place for place in folders if place.is_dir()]
