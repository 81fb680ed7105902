"""Pelican: articles, tags, authors, publications as its categories, archives by year, one feed; no search, no related.

Without its cache for a clean build. Built anew it uses the cache, as those who care for speed set it up; all pages are
written all the same.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.corpus import Corpus, MadeArticle
from tests.benchmarks.peers.environment import Environment
from tests.benchmarks.peers.tool import THEMES, Tool

_ENVIRONMENT = Environment("pelican", ("pelican[markdown]==4.12.0", "markdown==3.11.3", "jinja2==3.1.6"))


def _write(corpus: Corpus, count: int, folder: Path) -> None:
    shutil.copytree(THEMES / "pelican", folder, dirs_exist_ok=True)
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    for article in corpus.articles(count):
        (articles / f"{article.slug}.md").write_text(pelican_article(article), encoding="utf-8")


def pelican_article(article: MadeArticle) -> str:
    """The file of an article."""
    meta = article.meta
    lines = [f"Title: {meta.title}", f"Lang: {meta.language}", f"Category: {meta.publication}"]
    lines += [f"Date: {f'{meta.date}-01'[:10]}"] if meta.date else []
    lines += [f"Summary: {meta.summary}"] if meta.summary else []
    lines += [f"Authors: {'; '.join(meta.author)}", f"Tags: {', '.join(meta.tags)}"]
    body = article.text.replace("\n", "\n\n")
    return "\n".join((*lines, "", body, ""))


def _command(folder: Path, *options: str) -> tuple[str, ...]:
    # It looks for its content from the settings' folder on.
    call = (_ENVIRONMENT.program("pelican"), "--quiet", "--settings", str(folder / "pelicanconf.py"))
    return *call, *options


PELICAN = Tool(
    name="Pelican",
    environment=_ENVIRONMENT,
    version=lambda: _ENVIRONMENT.pins,
    project="pelican",
    write=_write,
    command=lambda folder: _command(folder),
    article="content/articles/*.md",
    page="output/articles/*.html",
    made=("output", "cache"),
)
PELICAN_CACHE = replace(
    PELICAN,
    name="Pelican, cache",
    project="pelican-cache",
    command=lambda folder: _command(folder, "--extra-settings", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true"),
)
