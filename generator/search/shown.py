"""What results show of each article: its page, title, date, publication and language, and the text for excerpts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from generator.execution.executors import InProcess
from generator.search.handing_over import in_script, to_json
from generator.search.lunr_index import article_language, publication_name
from generator.search.record import Record, digest_of
from generator.search.spool import Piece, Spool, put, taken
from generator.search.text_code import TextCode, common_words, sampled

if TYPE_CHECKING:
    from generator.execution.executors import Executor
    from generator.search.index import Source
    from generator.search.texts import Texts

_PORTION = 250
"""Files whose values are written together."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The articles that results show, and how their texts are written."""

    source: Source
    code: TextCode


class _Article(msgspec.Struct, frozen=True, array_like=True):
    """An article whose text is not there yet."""

    head: tuple[str, ...]
    """Its page, title, date, publication and language, in this order; empty where there is none."""
    summary: str
    path: str
    """Its file's; empty where no text is shown."""


def write_shown(executor: Executor, shown: Shown, files: Sequence[Sequence[int]]) -> Iterator[str]:
    """The values of files, of each of which the numbers of its articles are given: a list for each article."""
    source = shown.source
    portions = [_put(source, files[start : start + _PORTION]) for start in range(0, len(files), _PORTION)]
    run = executor if len(portions) > 1 else InProcess()
    return chain.from_iterable(run.run(_written, (source.texts, source.spool, shown.code), portions))


def _put(source: Source, files: Sequence[Sequence[int]]) -> Piece:
    articles = ([_article(source, number) for number in numbers] for numbers in files)
    return put(source.spool, f"{source.articles[files[0][0]].path} …", articles)


def _article(source: Source, number: int) -> _Article:
    archive, article = source.archive, source.articles[number]
    meta = article.meta
    date = str(meta.date or "")
    publication, language = publication_name(archive, article), article_language(archive, article)
    head = article.page, meta.title, date, publication, language
    return _Article(head, "", "") if meta.withdrawn else _Article(head, meta.summary, article.path)


def _written(context: tuple[Texts, Spool, TextCode], portion: Piece) -> list[str]:
    texts, spool, code = context
    return [
        in_script(to_json([(*one.head, code.write(_text(texts, one.summary, one.path))) for one in articles]))
        for articles in taken(spool, portion, list[_Article])
    ]


def _text(texts: Texts, summary: str, path: str) -> str:
    """What is shown of an article's text, given its summary and its file's path, if any."""
    return "\n".join(part for part in (summary, texts.text(path) if path else "") if part.strip())


def common_in(source: Source, digests: Sequence[bytes], record: Record | None) -> tuple[list[str], bytes]:
    """The words that are common in the articles' texts, and the digest of what tells which these are.

    `digests` has that of what is shown of each, and `record` what is known of the last build.
    """
    sample = sampled([article.page for article in source.articles])
    digest = digest_of(*(digests[number].hex() for number in sample))
    if record and record.sample == digest:
        return record.common, digest
    articles = (_article(source, number) for number in sample)
    return common_words(_text(source.texts, one.summary, one.path) for one in articles), digest
