"""The stages of a build in their order: the only file that knows it."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator import folder
from generator.articles.article import Article, Page
from generator.articles.read import ARTICLES, PAGES, read_article, read_page
from generator.articles.source_text import SourceText
from generator.articles.sources import SOURCES, read_source
from generator.config import SITE_YAML, Config, parse_config
from generator.errors import BackfileError, ProblemsError
from generator.output_file import OutputFile
from generator.problems import Problem, Problems, Severity

if TYPE_CHECKING:
    from generator.archive.authorities import Authorities
    from generator.archive.values import Archive
    from generator.articles.ledger import Fate
    from generator.ingest.report import ImportReport
    from generator.publish.publish import Published

OUTPUT = "output"
MEDIA = "content/media"
AUTHORITIES = "content/authorities"
PACKAGE = Path(__file__).resolve().parent


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


def build(root: Path) -> Built:
    """Makes the site of the archive `root` and publishes it into `root/output`.

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
        archive = read_archive(root, problems)
        try:
            published = publish(_counted(site_files(root, archive), pages), root / OUTPUT)
        except ProblemsError as error:
            problems.extend(at_their_origin(error.problems, root, archive))
            raise ProblemsError(problems.sorted()) from error
    return Built(len(archive.articles), next(pages), published, root / OUTPUT / "index.html", problems.sorted())


def check(root: Path) -> tuple[Problem, ...]:
    """Every problem of the archive `root`; writes nothing.

    Besides what stops a build: sources and ledgers that no longer fit together, articles that were edited, names that
    could mean several, and names in authority files that are common words.
    """
    from generator.archive.ambiguity import tell_unclear_names
    from generator.origins import at_their_origin
    from generator.publish.publish import check as check_site

    problems = Problems()
    try:
        archive = read_archive(root, problems, thorough=True)
    except ProblemsError as error:
        return error.problems
    for slug, source in archive.sources.items():
        if source.edited:
            problems.notice(archive.by_slug[slug].path, 0, "changed by the editor since its import")
    paths = [archive.by_slug[slug].path for slug in archive.unclear]
    texts = {path: (folder.read_bytes(root / path) or b"").decode().replace("\r\n", "\n") for path in paths}
    tell_unclear_names(archive, texts, problems)
    try:
        problems.extend(at_their_origin(check_site(site_files(root, archive)), root, archive))
    except ProblemsError as error:
        problems.extend(error.problems)
    return problems.sorted()


@dataclass(frozen=True, slots=True)
class Suggested:
    """Entries that the authority files may get."""

    yaml: str
    objects: tuple[dict[str, object], ...]
    """The same for tools."""


def suggest(root: Path, least: int, kind: str | None = None) -> Suggested:
    """The names that recur in at least `least` articles without an entry, all or those of one kind.

    Raises ProblemsError where settings, authorities or articles have errors.
    """
    from generator.archive.gazetteer import country_names
    from generator.archive.suggest.as_yaml import as_objects, as_yaml
    from generator.archive.suggest.suggest import suggest_names

    problems = Problems()
    config = read_config(root, problems)
    authorities = read_authorities(root, config, problems)
    articles, texts = read_articles(root, problems)
    if config is None or problems.has_errors:
        raise ProblemsError(problems.sorted())
    countries = country_names(_countries(), config.language)
    found = suggest_names(articles, texts, authorities, countries, config.language, least)
    chosen = [suggestion for suggestion in found if kind in (None, suggestion.kind)]
    return Suggested(as_yaml(chosen), tuple(as_objects(chosen)))


def read_archive(root: Path, problems: Problems, *, thorough: bool = False) -> Archive:
    """Reads and links the archive `root`. Raises ProblemsError, with all of them, where there are errors.

    `thorough`: that a source does not fit its ledger is an error, and the names in authority files are looked at.
    """
    from generator.archive.common_names import tell_common_names
    from generator.archive.link import link

    config = read_config(root, problems)
    authorities = read_authorities(root, config, problems)
    articles, texts = read_articles(root, problems)
    if thorough:
        tell_common_names(articles, authorities, problems)
    fixity = Severity.ERROR if thorough else Severity.WARNING
    pages = read_pages(root, problems)
    if config is not None and folder.theme_folder(root, config.theme) is None:
        problems.error(SITE_YAML, 0, f"there is no theme called {config.theme}", "see its key `theme`")
    sources = read_sources(root, articles, texts, problems, fixity)
    # The archive is linked even where files are broken, so that dead links are told in the same breath. Without
    # settings there is no archive; the ones used instead are never seen.
    settings = config or Config(title="?")
    archive = link(settings, articles, pages, sources, authorities, problems, read_image_sizes(root))
    if config is None or problems.has_errors:
        raise ProblemsError(problems.sorted())
    return archive


def read_config(root: Path, problems: Problems) -> Config | None:
    """The settings of the archive `root`; None where `problems` says what is wrong with them."""
    data = folder.read_bytes(root / SITE_YAML)
    if data is None:
        raise BackfileError(f"no archive here: {root}", f"an archive has a file {SITE_YAML}; `init DIR` makes one")
    text = _text(SITE_YAML, data, problems)
    return parse_config(text, problems) if text is not None else None


def read_authorities(root: Path, config: Config | None, problems: Problems) -> Authorities:
    """The archive's authorities, with the packaged countries where its settings ask for them."""
    from generator.archive.authorities import parse_authorities
    from generator.archive.gazetteer import with_countries
    from generator.archive.values import AUTHORITY_KINDS

    texts = {}
    for kind in AUTHORITY_KINDS:
        path = f"{AUTHORITIES}/{kind}.yaml"
        data = folder.read_bytes(root / path)
        text = _text(path, data, problems) if data is not None else None
        if text is not None:
            texts[kind] = text
    authorities = parse_authorities(texts, problems)
    if config is None or not config.authorities.countries:
        return authorities
    return with_countries(authorities, _countries(), config.language)


def _countries() -> str:
    """The packaged list of countries and capitals."""
    from generator.archive.gazetteer import COUNTRIES

    return (PACKAGE / "archive" / COUNTRIES).read_text(encoding="utf-8")


def read_articles(root: Path, problems: Problems) -> tuple[list[Article], dict[str, str]]:
    """The articles, and each one's file as text by its path."""
    articles, texts = [], {}
    for file in folder.read_files(root, ARTICLES, ".md"):
        article = read_article(file.path, file.data, problems)
        if article is not None:
            articles.append(article)
            texts[file.path] = file.data.decode().replace("\r\n", "\n")
    return articles, texts


def read_pages(root: Path, problems: Problems) -> list[Page]:
    pages = (read_page(file.path, file.data, problems) for file in folder.read_files(root, PAGES, ".md"))
    return [page for page in pages if page is not None]


def read_image_sizes(root: Path) -> dict[str, tuple[int, int]]:
    """The sizes of the archive's pictures, by their paths in the site."""
    from generator.archive.image_sizes import HEAD, image_size

    sizes = ((file.path, image_size(file.data)) for file in folder.read_files(root, MEDIA, most=HEAD))
    return {path.removeprefix("content/"): size for path, size in sizes if size is not None}


def read_sources(
    root: Path, articles: Sequence[Article], texts: Mapping[str, str], problems: Problems, fixity: Severity
) -> dict[str, SourceText]:
    """The sources of imported articles, by the article's slug."""
    from generator.articles.ledger import LEDGER_SUFFIX, RECORD_SUFFIX

    sources = {}
    for article in articles:
        if article.meta.source is None:
            continue
        file = article.meta.source.file
        place = root / SOURCES / file
        if not place.resolve().is_relative_to((root / SOURCES).resolve()):
            problems.error(article.path, article.line("source"), f"not below {SOURCES}: {file}")
            continue
        ledger = place.with_name(place.name + LEDGER_SUFFIX)
        data, ledger_data = folder.read_bytes(place), folder.read_bytes(ledger)
        record = folder.read_bytes(place.with_name(place.name + RECORD_SUFFIX))
        source = read_source(file, data, ledger_data, texts[article.path], fixity, record)
        if isinstance(source, Problem):
            problems.extend([source])
        else:
            sources[article.slug] = source
    return sources


def site_files(root: Path, archive: Archive) -> Iterator[OutputFile]:
    """Every file of the site, one by one."""
    from generator.render.site import render_site
    from generator.render.theme import load_theme
    from generator.search.scripts import notices
    from generator.search.site_search import render_search

    theme = load_theme(archive.config.theme, partial(_theme_files, root))
    # A theme that runs no scripts has no use for what they would search.
    searched = archive.config.search.enabled and theme.scripts
    yield from render_site(archive, theme, notices() if searched else ())
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


def _text(path: str, data: bytes, problems: Problems) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.error(path, line, "not UTF-8", "save the file as UTF-8 in your editor")
        return None


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
