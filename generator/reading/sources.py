"""Reads the sources of imported articles with their accounts: each once, until one of its files changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from generator import folder
from generator.articles.article import Article
from generator.articles.source_text import SourceText
from generator.articles.sources import SOURCES, read_source
from generator.execution.run import Run
from generator.execution.store import Store, unpacked
from generator.problems import Problem, Problems, Severity
from generator.reading.inputs import Inputs, digest_of

_BATCH = 50
"""Sources that a process reads at a time."""


@dataclass(frozen=True, slots=True)
class Sources(Mapping[str, SourceText]):
    """The sources of imported articles by the article's slug, each fetched when it is asked for."""

    digests: Mapping[str, bytes]
    """Another one where the source, its account, or whether the article was edited is another."""
    _paths: Mapping[str, str]
    _store: Store

    def __getitem__(self, slug: str) -> SourceText:
        return unpacked(self._store.value("source", self._paths[slug]), _read_source)

    def __contains__(self, slug: object) -> bool:
        return slug in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class _Source(NamedTuple):
    """The files of an article's source, and the key of what they make."""

    path: str
    """The article's file."""
    file: str
    key: bytes


def read_sources(
    inputs: Inputs,
    store: Store,
    articles: Sequence[Article],
    problems: Problems,
    unfit: Problems,
    run: Run,
) -> Sources:
    """The sources of articles that are shown: of no draft, and of none that was withdrawn.

    Those that do not fit their ledgers are left out too, and told in `unfit`. What is not known yet is stored.
    """
    imported = [article for article in articles if article.meta.source]
    sources = [source for article in imported if (source := _wanted(inputs, article, problems))]
    _bring_up_to_date(inputs.root, store, sources, run)
    found = {path: unpacked(value, _read_fixity) for path, value in store.values("fixity")}
    unfit.extend(problem for source in sources if (problem := found[source.path].problem))
    sound = {source.path for source in sources if not found[source.path].problem}
    shown = [one for one in imported if one.path in sound and not (one.meta.draft or one.meta.withdrawn)]
    return Sources(
        {article.slug: found[article.path].digest for article in shown},
        {article.slug: article.path for article in shown},
        store,
    )


def _bring_up_to_date(root: Path, store: Store, sources: Sequence[_Source], run: Run) -> None:
    """Has the store know these sources, and no others."""
    known = store.keys("source")
    todo = [source for source in sources if known.get(source.path) != source.key]
    for path, key, told, value in run.over("reading sources", _read_sources, root, todo, _BATCH):
        store.put("source", path, key, value)
        store.put("fixity", path, key, told)
    gone = known.keys() - {source.path for source in sources}
    store.forget("source", gone)
    store.forget("fixity", gone)
    store.commit()


class _Fixity(NamedTuple):
    """Whether a source is as it was imported."""

    problem: Problem | None
    digest: bytes


_packed = msgspec.msgpack.Encoder().encode
_read_source = msgspec.msgpack.Decoder(SourceText).decode
_read_fixity = msgspec.msgpack.Decoder(_Fixity).decode


def _wanted(inputs: Inputs, article: Article, problems: Problems) -> _Source | None:
    """The source that an article names; None where it cannot be one."""
    from generator.articles.ledger import LEDGER_SUFFIX, RECORD_SUFFIX

    file = article.meta.source.file if article.meta.source else ""
    place = inputs.root / SOURCES / file
    is_plain = ".." not in file.split("/") and not file.startswith("/") and not place.is_symlink()
    if not is_plain and not place.resolve().is_relative_to((inputs.root / SOURCES).resolve()):
        problems.error(article.path, article.line("source"), f"not below {SOURCES}: {file}")
        return None
    found = [inputs.one(f"{SOURCES}/{file}{suffix}") for suffix in ("", LEDGER_SUFFIX, RECORD_SUFFIX)]
    edition = inputs.one(article.path)
    return _Source(article.path, file, digest_of(*(one.digest if one else b"" for one in (*found, edition))))


def _read_sources(root: Path, batch: Sequence[_Source]) -> list[tuple[str, bytes, bytes, bytes]]:
    return [_read_one_source(root, source) for source in batch]


def _read_one_source(root: Path, source: _Source) -> tuple[str, bytes, bytes, bytes]:
    """The article's file, the key, and, packed, what is told of the source and the source itself."""
    from generator.articles.ledger import LEDGER_SUFFIX, RECORD_SUFFIX

    place = root / SOURCES / source.file
    data = folder.read_bytes(place)
    ledger = folder.read_bytes(place.with_name(place.name + LEDGER_SUFFIX))
    record = folder.read_bytes(place.with_name(place.name + RECORD_SUFFIX))
    article = folder.read_bytes(root / source.path) or b""
    text = article.decode(errors="replace").replace("\r\n", "\n")
    read = read_source(source.file, data, ledger, text, Severity.WARNING, record)
    key = digest_of(*(digest_of(one) if one is not None else b"" for one in (data, ledger, record, article)))
    if isinstance(read, Problem):
        return source.path, key, _packed(_Fixity(read, b"")), _packed(None)
    edits = f"{read.edited} {read.body_edited}".encode()
    digest = digest_of(*(one or b"" for one in (data, ledger, record)), edits)
    return source.path, key, _packed(_Fixity(None, digest)), _packed(read)
