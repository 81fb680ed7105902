"""The files under `search/`: the standard index for other people's tools, and the shards that the search page loads."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from generator.output_file import KeptFile, OutputFile
from generator.search.article_files import PART, TextNames, article_lists, text_files
from generator.search.columns import columns
from generator.search.fields import BODY, BOOSTS
from generator.search.handing_over import in_script, shard, to_json
from generator.search.index import Source, index_of
from generator.search.index_files import vocabulary_files
from generator.search.lunr_index import archive_languages, build_index
from generator.search.names import frequent_names
from generator.search.packed import packed, packed_words
from generator.search.record import (
    DIGEST,
    Record,
    SearchMemory,
    WithoutTexts,
    digest_of_own,
    digests,
    packed_numbers32,
    read_record,
)
from generator.search.scripts import engine_file, joined_scripts, pipeline_script
from generator.search.shards import carried
from generator.search.shown import Shown, common_in, write_shown
from generator.search.spool import Spool
from generator.search.text_code import TextCode
from generator.search.texts import Texts
from generator.urls import hashed_name

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.articles.article import Article
    from generator.execution.executors import Executor


_LATER = ("corrections.js", "lunr_query.js", "facets.js")
"""What the search page can do without until its first results stand."""
_BOX = ("suggest.js", "highlight.js")
"""What a page's header and an article ask for: what its box proposes, and the marks of what was found."""
_LOADER = ("words.js", "loader.js")
"""Those that the page has from the beginning."""

_LARGEST_STANDARD = 1_000_000
"""Bytes, compressed: up to this size the index is also written as one file in Lunr's own form."""
_POSTING = 7
"""Bytes that a posting takes there at least (8.7 near that size): what is surely too large is not even made."""

_FREE_FILES = 280
"""Files that may stand beside one for each article, less some that are always there."""
_SPARE_STEP = 64
"""Spare files are reckoned in steps, so that one shard more does not give other files to the texts."""


def build_search(
    archive: Archive,
    executor: Executor,
    texts: Texts,
    own: Callable[[Article], bytes],
    spool: Spool,
    without_texts: bytes,
    memory: SearchMemory,
) -> Iterator[OutputFile | KeptFile]:
    """Everything under `search/`.

    `search/manifest.js`, `search/index.json` and `search/pipeline.js` keep their names. All else has the hash of its
    content in its name, and is loaded by script elements that the manifest makes, so that it works from `file://`.

    The files are made of the archive and `texts`. All else is about how long that takes:

    - `executor` does most of the work.
    - `own` gives the digest of all that an article's own file says; the archive's language is no part of it.
    - `spool` is where lies meanwhile what would take much memory, some 7 kB for an article.
    - `without_texts` is a digest of all that is in the archive but the articles' texts; empty where it is not known.
    - What `memory` has of the last build is kept.
    """
    former = memory.former
    articles = sorted(archive.articles, key=lambda article: article.page)
    record = read_record(former)
    known = record if record and without_texts and record.without_texts.digest == without_texts else None
    both = list(_digests(archive, articles, own, known))
    indexed, shown = [one for one, _ in both], [other for _, other in both]
    source = Source(archive, articles, texts, spool)
    index = index_of(executor, source, indexed, former, record)
    rest = yield from _without_texts(archive, articles, without_texts, known)
    yield OutputFile("search/pipeline.js", pipeline_script(rest.languages).encode())
    yield from _standard(archive, int(index.counts.sum()))
    shards = yield from index.files()
    known_words = record.vocabulary if record else {}
    firsts, vocabulary = yield from vocabulary_files(index.shards.terms, index.counts, known_words)
    common, sample = common_in(source, shown, record)
    files = yield from text_files(
        [article.page for article in articles],
        partial(write_shown, executor, Shown(source, TextCode(common))),
        _spare(len(shards.terms) + len(shards.places) + len(vocabulary)),
        shown,
        record.text_files if record and record.common == common else {},
    )
    lists = yield from _article_lists(files, index.lengths[:, BODY].tolist())
    scripts = yield from _scripts(rest.languages)
    manifest = {
        "documents": len(articles),
        "boosts": BOOSTS,
        "languages": rest.languages,
        "lengths": index.lengths.sum(axis=0).tolist(),
        "words": [packed_words(firsts), "".join(vocabulary.values())],
        "terms": [packed_words(index.shards.firsts), "".join(shards.terms)],
        "carried": carried(len(articles)),
        "places": [packed(len(group.ends) for group in index.shards.groups), "".join(shards.places)],
        "common": packed_words(common),
        **lists,
        "refs": rest.refs,
        "columns": rest.columns,
        **scripts,
        "names": rest.names,
    }
    loader = joined_scripts(_LOADER)
    yield OutputFile("search/manifest.js", f"{loader}backfile.begin({in_script(to_json(manifest))});\n".encode())
    memory.record = msgspec.msgpack.encode(
        Record(
            refs=[article.page for article in articles],
            indexed=indexed,
            shown=shown,
            lengths=packed_numbers32(index.lengths),
            terms="\n".join(index.shards.terms),
            counts=packed_numbers32(index.counts),
            ends=list(index.shards.ends),
            place_ends=list(index.shards.place_ends),
            term_files=shards.terms,
            place_files=shards.places,
            text_files=files.known,
            common=common,
            sample=sample,
            vocabulary=vocabulary,
            without_texts=rest,
        )
    )


def _standard(archive: Archive, postings: int) -> Iterator[OutputFile]:
    """The index in Lunr's own form, where it is small enough."""
    if postings * _POSTING > _LARGEST_STANDARD:
        return
    index = msgspec.json.encode(build_index(archive))
    if len(gzip.compress(index, 6, mtime=0)) <= _LARGEST_STANDARD:
        yield OutputFile("search/index.json", index)


def _spare(files: int) -> int:
    """How many files less than articles the texts are to have, beside that many others."""
    return -(-max(0, files - _FREE_FILES) // _SPARE_STEP) * _SPARE_STEP


def _article_lists(texts: TextNames, lengths: Sequence[int]) -> Generator[OutputFile, None, dict[str, object]]:
    """The lists of articles but for that of their pages; tells what the manifest has of them."""
    lists = []
    for part in article_lists(texts, lengths):
        name, file = shard("articles", part)
        lists.append(name)
        yield file
    return {"articles": lists, "part": PART, "letters": len(texts.names[0]) if texts.names else 0}


def _scripts(languages: Sequence[str]) -> Generator[OutputFile, None, dict[str, object]]:
    """The scripts that the search page loads; tells how they are called."""
    later = _hashed("later", joined_scripts(_LATER).encode())
    box = _hashed("box", joined_scripts(_BOX).encode())
    engine = engine_file(tuple(languages))
    yield from (later, box, engine)
    return {"engine": _name(engine), "later": _name(later), "box": _name(box)}


def _digests(
    archive: Archive, articles: Sequence[Article], own: Callable[[Article], bytes], known: Record | None
) -> Iterator[tuple[bytes, bytes]]:
    """`digests` of each article; of those whose texts are as they were, as `known` has them."""
    for number, article in enumerate(articles):
        said = own(article)
        if known and known.indexed[number][:DIGEST] == digest_of_own(said):
            yield known.indexed[number], known.shown[number]
        else:
            yield digests(archive, article, said)


def _without_texts(
    archive: Archive, articles: Sequence[Article], digest: bytes, known: Record | None
) -> Generator[OutputFile | KeptFile, None, WithoutTexts]:
    """The list of the articles' pages, the columns that results are narrowed down and ordered by, and the names that
    the box proposes: all that is made of no text. Where nothing else has changed all is `known`."""
    if known:
        rest = known.without_texts
        kept = dict.fromkeys(rest.columns.values())
        files = [f"articles/{rest.refs}", *(f"columns/{name}" for name in kept), f"names/{rest.names}"]
        yield from (KeptFile(f"search/{file}.js") for file in files)
        return rest
    refs, file = shard("articles", packed_words(article.page for article in articles))
    yield file
    names: dict[str, str] = {}
    for name, column in columns(archive, articles).items():
        called, file = shard("columns", column)
        # Two are the same file where a publication's articles are all by an author of its name.
        if called not in names.values():
            yield file
        names[name] = called
    proposed, file = shard("names", frequent_names(archive))
    yield file
    return WithoutTexts(digest, archive_languages(archive), names, refs, proposed)


def _hashed(name: str, data: bytes) -> OutputFile:
    return OutputFile(hashed_name(f"search/{name}.js", data), data)


def _name(file: OutputFile) -> str:
    return file.path.removeprefix("search/")
