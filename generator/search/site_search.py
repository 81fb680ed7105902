"""The files under `search/`: the standard index for other people's tools, and the shards that the search page loads."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from generator.output_file import OutputFile
from generator.search.article_files import article_lists, ref_list, text_files
from generator.search.columns import FACETS, article_column, term_column
from generator.search.cuts import cuts
from generator.search.fields import BODY, BOOSTS, FIELDS
from generator.search.handing_over import in_script, shard, to_json
from generator.search.lunr_index import archive_languages, article_language, build_index, field_texts, publication_name
from generator.search.merge import Collected, Postings, collected
from generator.search.names import frequent_names
from generator.search.packed import packed, packed_words
from generator.search.postings import IndexedText
from generator.search.scripts import engine_file, joined_scripts, pipeline_script
from generator.search.shards import Shards, write_shards
from generator.urls import hashed_name

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.articles.article import Article

Run = Callable[[Callable[[Sequence[IndexedText]], Collected], Iterable[Sequence[IndexedText]]], Iterable[Collected]]
"""What runs a function over batches and gives its results in their order: `map` is one."""

BATCH = 1_000
"""Articles that are indexed together; the index is the same whatever their number."""

_PAGE = (
    "dates.js",
    "hits.js",
    "excerpt.js",
    "entries.js",
    "choice.js",
    "facets.js",
    "corrections.js",
    "searching.js",
    "furniture.js",
    "page.js",
)
"""The scripts of the search page, in the order in which they build upon each other."""
_BOX = ("hits.js", "suggest.js", "highlight.js")
"""Those that a page's header asks for: what its box proposes, and the marks in an article that was found."""
_LOADER = ("words.js", "loader.js")
"""Those that the page has from the beginning."""

_LARGEST_STANDARD = 1_000_000
"""Bytes, compressed: up to this size the index is also written as one file in Lunr's own form."""
_POSTING = 5
"""Bytes that a posting takes there at least: what is surely too large is not even made."""

_FREE_FILES = 280
"""Files that may stand beside one for each article, less some that are always there."""
_SPARE_STEP = 64
"""Spare files are reckoned in steps, so that one shard more does not give other files to the texts."""

_VOCABULARY = 16_000
"""Terms of a part of the vocabulary, about 50 kB compressed."""


def render_search(archive: Archive, run: Run = map) -> Iterator[OutputFile]:
    """Everything under `search/`; nothing where site.yaml turns search off.

    `search/manifest.js`, `search/index.json` and `search/pipeline.js` keep their names. All else has the hash of its
    content in its name, and is loaded by script elements that the manifest makes, so that it works from `file://`.
    `run` does what `map` does, in other processes where it likes: most of the work is done by it.
    """
    if not archive.config.search.enabled:
        return
    articles = sorted(archive.articles, key=lambda article: article.page)
    postings = Postings(run(collected, _batches(archive, articles)))
    yield from _standard(archive, postings)
    manifest: dict[str, object] = {
        "documents": len(articles),
        "boosts": BOOSTS,
        "languages": archive_languages(archive),
        "lengths": postings.lengths.sum(axis=0).tolist() if articles else [0] * len(FIELDS),
    }
    files = 0
    for file in _index_files(postings, manifest):
        files += 1
        yield file
    yield from _article_files(archive, articles, postings, files, manifest)
    yield from _column_files(archive, articles, manifest)
    page = _hashed("page", joined_scripts(_PAGE).encode())
    box = _hashed("box", joined_scripts(_BOX).encode())
    engine = engine_file(tuple(archive_languages(archive)))
    yield page
    yield box
    yield engine
    names, file = shard("names", frequent_names(archive))
    yield file
    manifest |= {"engine": _name(engine), "page": _name(page), "box": _name(box), "names": names}
    loader = joined_scripts(_LOADER)
    yield OutputFile("search/manifest.js", f"{loader}backfile.begin({in_script(to_json(manifest))});\n".encode())


def _batches(archive: Archive, articles: Sequence[Article]) -> Iterator[Sequence[IndexedText]]:
    texts = (_indexed(archive, article) for article in articles)
    while batch := list(islice(texts, BATCH)):
        yield batch


def _indexed(archive: Archive, article: Article) -> IndexedText:
    texts = field_texts(archive, article)
    return IndexedText(article_language(archive, article), tuple(texts[field] for field in FIELDS))


def _standard(archive: Archive, postings: Postings) -> Iterator[OutputFile]:
    """The index in Lunr's own form, where it is small enough, and what makes it readable."""
    yield OutputFile("search/pipeline.js", pipeline_script(archive_languages(archive)).encode())
    if int(postings.counts.sum()) * _POSTING > _LARGEST_STANDARD:
        return
    index = msgspec.json.encode(build_index(archive))
    if len(gzip.compress(index, 6, mtime=0)) <= _LARGEST_STANDARD:
        yield OutputFile("search/index.json", index)


def _index_files(postings: Postings, manifest: dict[str, object]) -> Iterator[OutputFile]:
    """The shards of the index and its vocabulary; tells `manifest` how they are called."""
    shards = Shards.of(postings)
    terms, places = [], []
    for group, of_group in write_shards(postings, shards):
        for of_range in group:
            name, file = shard("terms", of_range.value())
            terms.append(name)
            yield file
        name, file = shard("places", of_group.shards)
        places.append(name)
        yield file
    vocabulary, firsts = [], []
    start = 0
    for end in cuts(postings.terms, [1] * len(postings.terms), _VOCABULARY):
        words = [packed_words(postings.terms[start:end]), packed(postings.counts[start:end].tolist())]
        name, file = shard("words", words)
        vocabulary.append(name)
        firsts.append(postings.terms[start])
        start = end
        yield file
    manifest |= {
        "terms": [packed_words(shards.firsts), "".join(terms)],
        "places": [packed(shards.groups), "".join(places)],
        "words": [packed_words(firsts), "".join(vocabulary)],
    }


def _article_files(
    archive: Archive, articles: Sequence[Article], postings: Postings, files: int, manifest: dict[str, object]
) -> Iterator[OutputFile]:
    """The texts and the lists of articles; tells `manifest` how they are called."""
    steps = -(-max(0, files - _FREE_FILES) // _SPARE_STEP)
    refs = [article.page for article in articles]
    texts = yield from text_files(refs, lambda number: _shown(archive, articles[number]), steps * _SPARE_STEP)
    lengths = postings.lengths[:, BODY].tolist() if articles else []
    lists = []
    for part in article_lists(texts, lengths):
        name, file = shard("articles", part)
        lists.append(name)
        yield file
    name, file = shard("articles", ref_list(refs))
    yield file
    letters = len(texts.names[0]) if texts.names else 0
    manifest |= {"articles": lists, "letters": letters, "refs": name}


def _column_files(archive: Archive, articles: Sequence[Article], manifest: dict[str, object]) -> Iterator[OutputFile]:
    """The columns that results are narrowed down and ordered by; tells `manifest` how they are called."""
    columns: dict[str, list[object]] = {"articles": article_column(archive, articles)}
    columns |= {kind.value: term_column(archive, articles, kind) for kind in FACETS if archive.terms[kind]}
    names = {}
    for kind, column in columns.items():
        names[kind], file = shard("columns", column)
        yield file
    manifest["columns"] = names


def _shown(archive: Archive, article: Article) -> dict[str, str]:
    """What a result shows of an article; keys without a value are left out."""
    meta = article.meta
    parts = () if meta.withdrawn else (meta.summary, article.text)
    shown = {
        "ref": article.page,
        "title": meta.title,
        "date": str(meta.date or ""),
        "publication": publication_name(archive, article),
        "language": article_language(archive, article),
        "text": "\n".join(part for part in parts if part.strip()),
    }
    return {key: value for key, value in shown.items() if value}


def _hashed(name: str, data: bytes) -> OutputFile:
    return OutputFile(hashed_name(f"search/{name}.js", data), data)


def _name(file: OutputFile) -> str:
    return file.path.removeprefix("search/")
