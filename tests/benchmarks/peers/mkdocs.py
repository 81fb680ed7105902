"""MkDocs: the articles, a page that lists them, and the texts that its search indexes in the browser; no lists by tag.

Its theme leaves out the menu of all pages that the themes it comes with have on each page, which would make ten
thousand articles a hundred million links.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.benchmarks.corpus import Corpus, MadeArticle
from tests.benchmarks.peers.environment import Environment
from tests.benchmarks.peers.tool import THEMES, Tool, quoted

_ENVIRONMENT = Environment("mkdocs", ("mkdocs==1.6.1", "markdown==3.11.3", "jinja2==3.1.6"))


def _write(corpus: Corpus, count: int, folder: Path) -> None:
    shutil.copytree(THEMES / "mkdocs", folder, dirs_exist_ok=True)
    articles = folder / "docs" / "articles"
    articles.mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("---\ntitle: A corpus\n---\n", encoding="utf-8")
    for article in corpus.articles(count):
        (articles / f"{article.slug}.md").write_text(mkdocs_article(article), encoding="utf-8")


def mkdocs_article(article: MadeArticle) -> str:
    """The file of an article."""
    meta = article.meta
    lines = [f"title: {quoted(meta.title)}", f"language: {meta.language}", f"publication: {quoted(meta.publication)}"]
    lines += [f"date: {quoted(str(meta.date))}"] if meta.date else []
    lines += [f"summary: {quoted(meta.summary)}"] if meta.summary else []
    lines += [f"authors: [{', '.join(map(quoted, meta.author))}]", f"tags: [{', '.join(map(quoted, meta.tags))}]"]
    body = article.text.replace("\n", "\n\n")
    return "\n".join(("---", *lines, "---", body, ""))


MKDOCS = Tool(
    name="MkDocs",
    environment=_ENVIRONMENT,
    version=lambda: _ENVIRONMENT.pins,
    project="mkdocs",
    write=_write,
    command=lambda folder: (
        *(_ENVIRONMENT.program("mkdocs"), "build", "--quiet"),
        *("--config-file", str(folder / "mkdocs.yml")),
    ),
    article="docs/articles/*.md",
    page="site/articles/*.html",
    made=("site",),
)
