"""Builds one search index of the corpus in a process of its own: `python -m tests.benchmarks.search_build KIND N DIR`.

It prints the seconds that the index alone took, those of processor time, and the kB that the articles took before; the
benchmark that started it watches its memory.
"""

from __future__ import annotations

import argparse
import gc
import html
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.archive.term_numbers import TermNumbers
from generator.archive.values import Archive
from generator.articles.article import Article
from generator.articles.stored import (
    Body,
    Head,
    head_of,
    packed_body,
    packed_head,
    stored_article,
    unpacked_body,
    unpacked_head,
)
from generator.column import Packed
from generator.execution.executors import Processes
from generator.execution.store import Store
from generator.output_file import OutputFile
from generator.reading.inputs import digest_of
from tests.benchmarks.corpus import Corpus, MadeArticle

LANGUAGE = "en"
"""The archive's."""

BLANK = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Blank</title>'
"""The page on which the clocks start."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The articles in a store, by the paths of their files."""

    store: Store

    def study(self, path: str) -> bytes:
        from generator.search.studies import study

        head = unpacked_head(self.store.value("article", path) or b"")
        return study(stored_article(head, {path: head}, self.body), LANGUAGE)

    def text(self, path: str) -> str:
        return self.body(path).text

    def body(self, path: str) -> Body:
        return unpacked_body(self.store.value("body", path) or b"")


@dataclass(frozen=True, slots=True)
class Given:
    """What an index is made of: as in a build, texts are in a store until somebody reads them."""

    archive: Archive
    heads: Packed[Head]
    """By the paths of the articles' files."""
    texts: Stored


def made(count: int, store: Store) -> Given:
    """So many articles, put into the store."""
    corpus = Corpus()
    texts = Stored(store)
    bare, heads = [], []
    for article in corpus.articles(count):
        path = f"content/articles/{article.slug}.md"
        head = head_of(path, Article(article.slug, path, article.meta, "", article.text), (), digest_of)
        store.put("article", path, b"", packed_head(head))
        store.put("body", path, b"", packed_body(Body("", article.text)))
        bare.append(replace(article, text=""))
        heads.append((path, packed_head(head)))
    store.commit()
    of_all = Packed(heads, unpacked_head)
    archive = corpus.archive(bare)
    articles = tuple(stored_article(of_all[one.path], of_all, texts.body) for one in archive.articles)
    of_all.let_go()
    return Given(replace(archive, articles=articles, terms_of=TermNumbers(archive.terms_of.items())), of_all, texts)


def _made(place: Path, count: int) -> Given:
    with closing(Store(place, "benchmark")) as store:
        return made(count, store)


def backfile(given: Given, processes: int) -> Iterator[OutputFile]:
    """Our index."""
    from generator.execution.executors import executor_for
    from generator.execution.spool_file import SpoolFile
    from generator.search.record import SearchMemory
    from generator.search.site_search import build_search

    def own(article: Article) -> bytes:
        return given.heads[article.path].meta_digest + given.heads[article.path].body_digest

    executor = executor_for(len(given.heads), processes)
    with SpoolFile(given.texts.store.beside("search")) as spool:
        for file in build_search(given.archive, executor, given.texts, own, spool, b"", SearchMemory()):
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
        before, start, processor = 0, time.perf_counter(), _processor()
        command = [wanted.pagefind, "--site", str(folder), "--force-language", "en"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        _tell(start, processor, before)
        return
    with TemporaryDirectory() as place:
        # As in a build: what it takes to make the archive is given back, and what is there will not become garbage.
        with Processes(1).beside(_made, Path(place) / "store", wanted.articles) as result:
            given = result()
        gc.freeze()
        gc.disable()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start, processor = time.perf_counter(), _processor()
        for file in KINDS[wanted.kind](given, wanted.processes):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
        _tell(start, processor, before)


def _processor() -> float:
    """Seconds of processor time, of this process and those that it started and that have ended."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _tell(start: float, processor: float, before: int) -> None:
    json.dump({"seconds": time.perf_counter() - start, "cpu": _processor() - processor, "before": before}, sys.stdout)


if __name__ == "__main__":
    main()
