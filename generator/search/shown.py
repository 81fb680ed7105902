"""What results show of each article: its page, title, date, publication and language, and the text for excerpts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from generator.execution.executors import InProcess
from generator.search.handing_over import in_script, to_json
from generator.search.lunr_index import article_language, publication_name
from generator.search.record import Record, digest_of
from generator.search.text_code import TextCode, common_words, sampled

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.articles.article import Article
    from generator.execution.executors import Executor

_PORTION = 250
"""Files whose values are written together."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The articles that results show, and how their texts are written."""

    archive: Archive
    articles: Sequence[Article]
    code: TextCode


def write_shown(executor: Executor, shown: Shown, files: Sequence[Sequence[int]]) -> Iterator[str]:
    """The values of files, of each of which the numbers of its articles are given: a list for each article."""
    portions = [files[start : start + _PORTION] for start in range(0, len(files), _PORTION)]
    run = executor if len(portions) > 1 else InProcess()
    return chain.from_iterable(run.run(_written, shown, portions))


def _written(shown: Shown, files: Sequence[Sequence[int]]) -> list[str]:
    return [in_script(to_json([_shown(shown, shown.articles[number]) for number in numbers])) for numbers in files]


def _shown(shown: Shown, article: Article) -> tuple[str, ...]:
    """Its page, title, date, publication, language and text, in this order; empty where there is none."""
    archive, meta = shown.archive, article.meta
    date = str(meta.date or "")
    publication, language = publication_name(archive, article), article_language(archive, article)
    return article.page, meta.title, date, publication, language, shown.code.write(_text(article))


def _text(article: Article) -> str:
    parts = () if article.meta.withdrawn else (article.meta.summary, article.text)
    return "\n".join(part for part in parts if part.strip())


def common_in(articles: Sequence[Article], digests: Sequence[bytes], record: Record | None) -> tuple[list[str], bytes]:
    """The words that are common in the articles' texts, and the digest of what tells which these are.

    `digests` has that of what is shown of each, and `record` what is known of the last build.
    """
    sample = sampled([article.page for article in articles])
    digest = digest_of(*(digests[number].hex() for number in sample))
    if record and record.sample == digest:
        return record.common, digest
    return common_words(_text(articles[number]) for number in sample), digest
