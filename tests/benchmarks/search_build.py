"""Builds one search index of the corpus in a process of its own: `python -m tests.benchmarks.search_build KIND N DIR`.

It prints the seconds that the index alone took; the benchmark that started it watches its memory.
"""

from __future__ import annotations

import argparse
import html
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.archive.values import Archive
from generator.articles.article import Article
from generator.articles.stored import Body, Head, head_of, stored_article
from generator.execution.store import Store, packed, unpacked
from generator.inputs import digest_of
from generator.output_file import OutputFile
from tests.benchmarks.corpus import Corpus, MadeArticle

BLANK = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Blank</title>'
"""The page on which the clocks start."""


@dataclass(frozen=True, slots=True)
class Given:
    """What an index is made of: as in a build, texts are in a store until somebody reads them."""

    archive: Archive
    heads: dict[str, Head]
    """By slug."""
    store: Store


def made(count: int, store: Store) -> Given:
    """So many articles, put into the store."""
    corpus = Corpus()
    heads = {}
    bare = []
    for article in corpus.articles(count):
        path = f"content/articles/{article.slug}.md"
        heads[article.slug] = head_of(path, Article(article.slug, path, article.meta, "", article.text), (), digest_of)
        store.put("body", path, b"", packed(article.text))
        bare.append(replace(article, text=""))
    store.commit()

    def body(path: str) -> Body:
        return Body("", unpacked(store.value("body", path) or b""))

    articles = tuple(filter(None, (stored_article(head, body) for head in heads.values())))
    return Given(replace(corpus.archive(bare), articles=articles), heads, store)


def backfile(given: Given, processes: int) -> Iterator[OutputFile]:
    """Our index."""
    from generator.execution.executors import executor_for
    from generator.execution.spool_file import SpoolFile
    from generator.search.site_search import build_search

    def own(article: Article) -> bytes:
        return given.heads[article.slug].meta_digest + given.heads[article.slug].body_digest

    executor = executor_for(len(given.heads), processes)
    with SpoolFile(given.store.beside("search")) as spool:
        for file in build_search(given.archive, executor, own=own, spool=spool):
            assert isinstance(file, OutputFile), "there is nothing to keep"
            yield file


def lunr(given: Given, processes: int) -> Iterator[OutputFile]:
    """One file of the same terms by lunr.py, and the scripts that read it."""
    from generator.search.lunr_index import archive_languages, build_index
    from generator.search.scripts import lunr_js, pipeline_script

    yield OutputFile("search/lunr.js", lunr_js().encode())
    yield OutputFile("search/pipeline.js", pipeline_script(archive_languages(given.archive)).encode())
    # Not the bytes, but what makes them, is what takes long; json is quick enough.
    yield OutputFile("search/index.json", json.dumps(build_index(given.archive), separators=(",", ":")).encode())


KINDS: dict[str, Callable[[Given, int], Iterator[OutputFile]]] = {"backfile": backfile, "lunr": lunr}


def write_pages(folder: Path, count: int) -> None:
    """The least pages of the same articles, for a tool that reads a finished site."""
    for article in Corpus().articles(count):
        path = folder / "articles" / f"{article.slug}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_page(article), encoding="utf-8")


def _page(article: MadeArticle) -> str:
    meta = article.meta
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in (meta.summary, *article.text.split("\n")) if line)
    names = html.escape(" ".join((*meta.author, meta.publication, *meta.tags)))
    return (
        f'<!doctype html><html lang="{meta.language}"><meta charset="utf-8"><title>{html.escape(meta.title)}</title>'
        f"<body data-pagefind-body><h1>{html.escape(meta.title)}</h1><p>{names}</p>{paragraphs}</body></html>"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=[*KINDS, "pagefind"])
    parser.add_argument("articles", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pagefind", default="pagefind")
    parser.add_argument("--processes", type=int, default=1)
    wanted = parser.parse_args()
    folder: Path = wanted.folder
    if wanted.kind == "pagefind":
        # The pages are there already: making them is no part of the index.
        start = time.perf_counter()
        command = [wanted.pagefind, "--site", str(folder), "--force-language", "en"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        json.dump({"seconds": time.perf_counter() - start}, sys.stdout)
        return
    with TemporaryDirectory() as place, closing(Store(Path(place) / "store", "benchmark")) as store:
        given = made(wanted.articles, store)
        start = time.perf_counter()
        for file in KINDS[wanted.kind](given, wanted.processes):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        json.dump({"seconds": time.perf_counter() - start}, sys.stdout)


if __name__ == "__main__":
    main()
