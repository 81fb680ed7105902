"""The index of an archive: made out of all its articles, or that of the last build amended where few have changed."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.search.amend import FormerIndex, amended_files, amended_index
from generator.search.gathered import MOST_ARTICLES, Entry, Gathered, entry_of, gather
from generator.search.index_files import IndexNames, index_files
from generator.search.postings import Postings
from generator.search.record import DIGEST, Former, Record, digest_of_own, unpacked_numbers32
from generator.search.shards import Shards
from generator.search.spool import Piece, Spool, put, taken
from generator.search.term_amends import Amends, Row, rows_by_term, without_same

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from generator.archive.values import Archive
    from generator.articles.article import Article
    from generator.execution.executors import Executor
    from generator.output_file import KeptFile, OutputFile
    from generator.search.texts import Texts

    Numbers = NDArray[np.int64]

BATCH = 500
"""Articles whose terms are gathered together; the index is the same whatever their number."""

_BATCHES = 64
"""Batches from which on there are not more, but larger ones, up to MOST_ARTICLES: each has most frequent terms anew."""

_LENGTH = 8_000_000
"""Characters of their texts; more only where one article has them. They take some 20 times as many bytes."""

_FEW = 20
_SHARE = 100
"""An index is amended where no more than so many articles have changed, or one in so many."""


@dataclass(frozen=True, slots=True)
class Source:
    """What an index is made of."""

    archive: Archive
    articles: Sequence[Article]
    """By their pages' paths."""
    texts: Texts
    spool: Spool


@dataclass(frozen=True, slots=True)
class Index:
    """An index, of which the shards are yet to be written."""

    shards: Shards
    counts: Numbers
    """Of each term how many postings it has."""
    lengths: Numbers
    """How many terms each field of each article has: articles × FIELDS."""
    files: Callable[[], Generator[OutputFile | KeptFile, None, IndexNames]]
    """Writes the shards; tells how they are called."""


def index_of(
    executor: Executor,
    source: Source,
    indexed: Sequence[bytes],
    former: Former | None,
    record: Record | None,
) -> Index:
    """The index of the articles, with digests of what their postings are made of, and what is known of the last one."""
    if former and record and record.terms:
        moved = _moved(record, [article.page for article in source.articles], indexed)
        changed = _changed(moved, len(indexed))
        if max(len(changed), int((moved < 0).sum())) <= max(_FEW, len(indexed) // _SHARE):
            gone = _studies_that_go(source, indexed, former, record, moved)
            return _amended(executor, source, _former_index(former, record), moved, changed, record, gone)
    wanted = [
        put(source.spool, f"{source.articles[batch.start].path} …", _entries(source, batch))
        for batch in _batches(source.articles)
    ]
    postings = Postings(executor.run(_gathered, (source.texts, source.spool), wanted), source.spool)
    shards = Shards.of(postings.terms, postings.counts, len(source.articles))
    return Index(shards, postings.counts, postings.lengths, lambda: index_files(executor, postings, shards))


def _batches(articles: Sequence[Article]) -> Iterator[slice]:
    """Where the articles are parted into batches."""
    most = max(BATCH, min(MOST_ARTICLES, len(articles) // _BATCHES))
    start = length = 0
    for number, article in enumerate(articles):
        length += article.length
        if number > start and (length > _LENGTH or number - start == most):
            yield slice(start, number)
            start, length = number, article.length
    if articles:
        yield slice(start, len(articles))


def _entries(source: Source, batch: slice) -> Iterator[Entry]:
    return (entry_of(source.archive, article) for article in source.articles[batch])


def _gathered(context: tuple[Texts, Spool], batch: Piece) -> Gathered:
    texts, spool = context
    return gather(taken(spool, batch, Entry), texts.study)


def _moved(record: Record, refs: Sequence[str], indexed: Sequence[bytes]) -> Numbers:
    """Of each article of the last build its number now; -1 of one that is gone or is to be indexed anew."""
    import numpy as np

    now = {ref: (number, digest) for number, (ref, digest) in enumerate(zip(refs, indexed, strict=True))}
    moved = []
    for ref, digest in zip(record.refs, record.indexed, strict=True):
        number, current = now.get(ref, (-1, b""))
        moved.append(number if current == digest else -1)
    return np.array(moved, np.int64)


def _changed(moved: Numbers, articles: int) -> list[int]:
    """The numbers of articles that are to be indexed."""
    import numpy as np

    is_changed = np.ones(articles, bool)
    is_changed[moved[moved >= 0]] = False
    return np.flatnonzero(is_changed).tolist()


def _former_index(former: Former, record: Record) -> FormerIndex:
    return FormerIndex(
        Shards(record.terms.split("\n"), record.ends, record.place_ends),
        unpacked_numbers32(record.counts),
        IndexNames(record.term_files, record.place_files),
        former.read,
    )


def _amended(
    executor: Executor,
    source: Source,
    former: FormerIndex,
    moved: Numbers,
    changed: Sequence[int],
    record: Record,
    gone: Mapping[str, bytes] | None,
) -> Index:
    import numpy as np

    rows, fresh = _rows(source, changed, source.texts.study)
    before = unpacked_numbers32(record.lengths).reshape(-1, fresh.shape[1])
    lengths = np.zeros((len(source.articles), fresh.shape[1]), np.int64)
    stays = moved >= 0
    lengths[moved[stays]] = before[stays]
    lengths[changed] = fresh
    lost = None
    if gone is not None:
        old, _ = _rows(source, np.flatnonzero(~stays).tolist(), gone.__getitem__)
        resized = set(zip(*(of.tolist() for of in np.nonzero(lengths != before)), strict=True))
        rows, lost = without_same(rows, old, resized)
    index = amended_index(executor, former, Amends(moved, rows, lengths, lost))
    return Index(index.shards, index.counts, lengths, lambda: amended_files(executor, index))


def _rows(
    source: Source, numbers: Sequence[int], study_of: Callable[[str], bytes]
) -> tuple[dict[str, list[Row]], Numbers]:
    """The postings of some articles by their terms, and how many terms each field of each article has."""
    import numpy as np

    of_these = replace(source, articles=[source.articles[number] for number in numbers])
    batches = (list(_entries(of_these, batch)) for batch in _batches(of_these.articles))
    postings = Postings((gather(entries, study_of) for entries in batches), source.spool)
    rows: dict[str, list[Row]] = {}
    for terms in postings.ranges([0, len(postings.terms)]):
        rows |= rows_by_term(postings.of(terms), np.array(numbers, np.int64))
    return rows, postings.lengths


def _studies_that_go(
    source: Source, indexed: Sequence[bytes], former: Former, record: Record, moved: Numbers
) -> Mapping[str, bytes] | None:
    """The former studies of the articles whose postings go, by the paths of their files; None where it is not known of
    each, where one has other names too, or where others are in the archive."""
    import numpy as np

    if record.refs != [article.page for article in source.articles]:
        return None
    studies = {}
    for number in np.flatnonzero(moved < 0).tolist():
        path, was = source.articles[number].path, record.indexed[number]
        own, study = former.study(path) or (b"", b"")
        if was != digest_of_own(own) + indexed[number][DIGEST:]:
            return None
        studies[path] = study
    return studies
