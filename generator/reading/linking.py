"""Links what was read of an archive: here, or, where that takes much memory, in a process that ends with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from generator.config import Config
from generator.execution.executors import Executor, InProcess, Processes
from generator.execution.memory import making_values
from generator.execution.store import unpacked
from generator.problems import Problem, Problems

if TYPE_CHECKING:
    from generator.archive.authorities import Authorities
    from generator.archive.study import Wording
    from generator.archive.values import Archive
    from generator.articles.article import Page
    from generator.articles.source_text import SourceText
    from generator.reading.articles import Articles

APART = 20_000
"""Articles from which on a process of its own links them. It makes many small things, whose memory Python keeps for
later: every process that makes pages would begin with it."""


@dataclass(frozen=True, slots=True)
class Linking:
    """What is linked, as `archive.link` takes it."""

    config: Config
    read: Articles
    pages: Sequence[Page]
    sources: Mapping[str, SourceText]
    authorities: Authorities
    image_sizes: Mapping[str, tuple[int, int]]
    media: Collection[str]


def linked(linking: Linking, problems: Problems, executor: Executor) -> Archive:
    """The archive; what is wrong in it goes to `problems`."""
    from generator.archive.study import Wording

    read = linking.read
    paths = {article.slug: article.path for article in read.articles}
    wording = Wording(
        read.texts("contexts"),
        lambda slug: (read.store.value("forms", paths[slug]) or b"").decode(),
        lambda slug: read.heads[paths[slug]].body_digest,
    )
    if not isinstance(executor, Processes) or len(read.articles) < APART:
        archive, record = _link(linking, wording, InProcess(), problems)
    else:
        with executor.beside(_sent, (linking, wording, executor), None) as result:
            sent = result()
        problems.extend(sent.problems)
        archive, record = _with_what_stayed(sent, linking, wording), sent.record
    read.store.put(_RELATED, "", b"", record)
    read.store.commit()
    return archive


_RELATED = "related"
"""The stage of the store that remembers which articles are related."""


def _link(linking: Linking, wording: Wording, executor: Executor, problems: Problems) -> tuple[Archive, bytes]:
    """The archive, and what is to be remembered of related articles."""
    from generator.archive.link import link
    from generator.archive.related_record import RelatedMemory
    from generator.archive.study import unpacked_study

    memory = RelatedMemory(linking.read.store.value(_RELATED, "") or b"")
    archive = link(
        linking.config,
        linking.read.articles,
        linking.pages,
        linking.sources,
        linking.authorities,
        problems,
        linking.image_sizes,
        {slug: unpacked(data, unpacked_study) for slug, data in linking.read.made("study")},
        linking.media,
        wording,
        memory,
        executor,
    )
    return archive, memory.record


class _Sent(NamedTuple):
    """What another process has linked."""

    archive: Archive
    """Without what the first one has, or fetches, itself: articles, sources and sentences."""
    order: Sequence[str]
    """The slugs of its articles."""
    problems: Sequence[Problem]
    record: bytes


def _sent(context: tuple[Linking, Wording, Executor], _: None) -> _Sent:
    problems = Problems()
    context[0].read.heads.keep_all()
    with making_values():
        archive, record = _link(*context, problems)
    bare = replace(archive, articles=(), sources={}, contexts={})
    return _Sent(bare, [article.slug for article in archive.articles], problems.sorted(), record)


def _with_what_stayed(sent: _Sent, linking: Linking, wording: Wording) -> Archive:
    from generator.archive.study import as_published

    by_slug = {article.slug: article for article in linking.read.articles}
    articles = tuple(as_published(by_slug[slug]) for slug in sent.order)
    return replace(sent.archive, articles=articles, sources=linking.sources, contexts=wording.contexts)
