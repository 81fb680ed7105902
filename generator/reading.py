"""Reads the files of an archive's folder into the values that the stages work on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator import folder
from generator.articles.article import Article, Page
from generator.articles.read import ARTICLES, PAGES, read_article, read_page
from generator.articles.source_text import SourceText
from generator.articles.sources import SOURCES, read_source
from generator.config import SITE_YAML, Config, parse_config
from generator.errors import BackfileError
from generator.execution.executors import batches, executor_for
from generator.problems import Problem, Problems, Severity

if TYPE_CHECKING:
    from generator.archive.authorities import Authorities

MEDIA = "content/media"
AUTHORITIES = "content/authorities"
PACKAGE = Path(__file__).resolve().parent


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
    return with_countries(authorities, packaged_countries(), config.language)


def packaged_countries() -> str:
    """The packaged list of countries and capitals."""
    from generator.archive.gazetteer import COUNTRIES

    return (PACKAGE / "archive" / COUNTRIES).read_text(encoding="utf-8")


_BATCH = 50
"""Articles that a process reads at a time: some 50 ms of work."""


def read_articles(root: Path, problems: Problems, workers: int | None = None) -> tuple[list[Article], dict[str, str]]:
    """The articles, and each one's file as text by its path."""
    names = folder.file_names(root, ARTICLES, ".md")
    articles, texts = [], {}
    for read, told in executor_for(len(names), workers).run(_read_batch, root, batches(names, _BATCH)):
        problems.extend(told)
        for article, text in read:
            articles.append(article)
            texts[article.path] = text
    return articles, texts


def _read_batch(root: Path, names: Sequence[str]) -> tuple[list[tuple[Article, str]], tuple[Problem, ...]]:
    """The articles in some files with their texts, and what is wrong with them."""
    problems = Problems()
    read = []
    for name in names:
        data = folder.read_bytes(root / name) or b""
        article = read_article(name, data, problems)
        if article is not None:
            read.append((article, data.decode().replace("\r\n", "\n")))
    return read, tuple(problems)


def read_pages(root: Path, problems: Problems) -> list[Page]:
    """The free pages."""
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


def _text(path: str, data: bytes, problems: Problems) -> str | None:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.error(path, line, "not UTF-8", "save the file as UTF-8 in your editor")
        return None
