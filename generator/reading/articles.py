"""Reads the articles of an archive: each file is worked on once, until it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator import folder
from generator.articles.article import Article
from generator.articles.read import ARTICLES, read_article
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
from generator.column import AT_HAND, Packed
from generator.execution.run import Run
from generator.execution.store import Store, unpacked
from generator.problems import Problems
from generator.reading.inputs import Input, Inputs, digest_of

_BATCH = 50
"""Articles that a process reads at a time: some 50 ms of work."""
_COMMITTED = 1000
"""Articles after which the store takes what was made of them, some 30 MB: so its log stays small too."""
_TERMS, FORMER_TERMS = "terms", "former terms"
"""What search needs of each article; and of a few that were edited, by their digests then, what the last site's was
made of."""
_EDITED = 100
"""How many these may be."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What is made of each article by itself, before it is linked with others."""

    parts: tuple[str, ...]
    """The names under which the values that it makes are kept; the first one is the stage's own."""
    key: bytes
    """Another one where anything is that they are made of besides the article."""
    make: Callable[[Article], tuple[bytes, ...]]
    """Gives the value of each part; is asked for no draft."""

    @property
    def name(self) -> str:
        return self.parts[0]


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of an archive as they were read."""

    articles: tuple[Article, ...]
    heads: Packed[Head]
    """By path."""
    store: Store

    def made(self, part: str) -> Iterator[tuple[str, bytes]]:
        """What a stage made of each article but drafts, with the article's slug."""
        slugs = {one.path: one.slug for one in self.articles if not one.meta.draft}
        return ((slugs[path], value) for path, value in self.store.values(part) if path in slugs)

    def texts(self, part: str) -> StoredTexts:
        """The same of a text."""
        return StoredTexts(self.store, part, {one.slug: one.path for one in self.articles if not one.meta.draft})


@dataclass(slots=True)
class StoredTexts(Mapping[str, str]):
    """What a stage wrote of each article, by slug: fetched when it is asked for; what was read last is at hand."""

    _store: Store
    _part: str
    _paths: Mapping[str, str]
    """By slug."""
    _at_hand: dict[str, str] = field(default_factory=dict)
    _all: Packed[str] | None = None

    def fetch_all(self) -> None:
        """Fetches all of them, before processes are copied from this one that ask for most, each several times."""
        slugs = {path: slug for slug, path in self._paths.items()}
        values = ((slugs[path], value) for path, value in self._store.values(self._part) if path in slugs)
        self._all = Packed(values, bytes.decode, at_hand=1)

    def let_go(self) -> None:
        """Keeps none of them any longer."""
        self._all = None

    def __getitem__(self, slug: str) -> str:
        if self._all is not None:
            return self._all[slug]
        text = self._at_hand.get(slug)
        if text is None:
            if len(self._at_hand) >= AT_HAND:
                self._at_hand.clear()
            text = self._at_hand[slug] = (self._store.value(self._part, self._paths[slug]) or b"").decode()
        return text

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


@dataclass(frozen=True, slots=True)
class _Work:
    """What a process needs to read articles."""

    root: Path
    store: Store
    stages: Sequence[Stage]


class _Todo(NamedTuple):
    """A file to be read, or only to go through some stages."""

    path: str
    digest: bytes
    is_known: bool
    stages: tuple[str, ...]

    def __str__(self) -> str:
        return self.path


class _Done(NamedTuple):
    path: str
    digest: bytes
    head: bytes
    body: bytes
    """Both packed; empty where they are known."""
    made: Mapping[str, bytes]
    """By part of a stage."""


def read_articles(inputs: Inputs, store: Store, stages: Sequence[Stage], problems: Problems, run: Run) -> Articles:
    """The articles of the archive; what is wrong with their files goes to `problems`.

    What is not known yet of them is made and put into the store.
    """
    files = inputs.below(ARTICLES, ".md")
    known = store.keys("article")
    keys = {part: stage.key for stage in stages for part in stage.parts}
    todo = list(_todo(files, known, stages, store))
    keeps_former = _TERMS in keys and len(todo) <= _EDITED
    work = _Work(inputs.root, store, stages)
    waiting: list[_Done] = []
    for done in run.over("reading articles", _read_batch, work, todo, _BATCH):
        if done.head and keeps_former:
            _keep_former(store, done.path)
        waiting.append(done)
        if len(waiting) == _COMMITTED:
            _put(store, waiting, keys)
            # What a build has read that is killed then, the next one need not.
            store.commit()
            waiting.clear()
    _put(store, waiting, keys)
    gone = known.keys() - {file.path for file in files}
    for stage in ("article", "body", *keys):
        store.forget(stage, gone)
    store.commit()
    return _loaded(files, store, problems)


def _put(store: Store, read: Sequence[_Done], keys: Mapping[str, bytes]) -> None:
    # What is read one after the other lies so on the disk too: a stage's values together, in the order of the files.
    read = sorted(read)
    for done in read:
        if done.head:
            store.put("article", done.path, done.digest, done.head)
    for done in read:
        if done.head:
            store.put("body", done.path, done.digest, done.body)
    for part in keys:
        for done in read:
            if part in done.made:
                store.put(part, done.path, done.digest + keys[part], done.made[part])


def _keep_former(store: Store, path: str) -> None:
    """Keeps the terms that an article has in the last site, unless it was edited already since that was published."""
    head, terms = store.value("article", path), store.value(_TERMS, path)
    if head and terms and store.value(FORMER_TERMS, path) is None:
        store.put(FORMER_TERMS, path, _head(head).digest, terms)


def forget_former(store: Store) -> None:
    """Forgets them, once another site stands."""
    store.forget(FORMER_TERMS, store.keys(FORMER_TERMS))


def _todo(files: Sequence[Input], known: Mapping[str, bytes], stages: Sequence[Stage], store: Store) -> Iterator[_Todo]:
    """The files of which something is not known: of those that changed, anything."""
    made = [(stage, store.keys(stage.name)) for stage in stages]
    for file in files:
        is_known = known.get(file.path) == file.digest
        missing = [stage.name for stage, keys in made if not is_known or keys.get(file.path) != file.digest + stage.key]
        if missing or not is_known:
            yield _Todo(file.path, file.digest, is_known, tuple(missing))


def _read_batch(work: _Work, batch: Sequence[_Todo]) -> list[_Done]:
    return [_again(work, todo) if todo.is_known else _read(work, todo) for todo in batch]


def _read(work: _Work, todo: _Todo) -> _Done:
    problems = Problems()
    # Not what was listed a moment ago counts, but the bytes that the article is made of.
    found = folder.read_bytes(work.root / todo.path)
    data = found or b""
    # One that was removed meanwhile is no empty one, of which an error would be told.
    article = None if found is None else read_article(todo.path, data, problems)
    head = head_of(todo.path, article, tuple(problems), digest_of)
    body = Body(article.html, article.text) if article else Body("", "")
    return _Done(todo.path, digest_of(data), packed_head(head), packed_body(body), _made(work, todo, article))


def _again(work: _Work, todo: _Todo) -> _Done:
    heads = Packed([(todo.path, work.store.value("article", todo.path) or b"")], _head)
    head = heads[todo.path]
    article = stored_article(head, heads, _Bodies(work.store)) if head.meta else None
    return _Done(todo.path, todo.digest, b"", b"", _made(work, todo, article))


def _made(work: _Work, todo: _Todo, article: Article | None) -> dict[str, bytes]:
    stages = [stage for stage in work.stages if stage.name in todo.stages]
    is_made = article is not None and not article.meta.draft
    made: dict[str, bytes] = {}
    for stage in stages:
        values = stage.make(article) if is_made and article else (b"",) * len(stage.parts)
        made.update(zip(stage.parts, values, strict=True))
    return made


def _head(data: bytes) -> Head:
    return unpacked(data, unpacked_head)


def stored_body(store: Store, path: str) -> Body:
    """The body of the article in a file."""
    return unpacked(store.value("body", path), unpacked_body)


class _Bodies:
    """Fetches bodies, the last of which is at hand: whoever reads an article's HTML reads its text too."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._last = "", Body("", "")

    def __reduce__(self) -> tuple[type[_Bodies], tuple[Store]]:
        return _Bodies, (self._store,)

    def __call__(self, path: str) -> Body:
        if self._last[0] != path:
            self._last = path, stored_body(self._store, path)
        return self._last[1]


def _loaded(files: Sequence[Input], store: Store, problems: Problems) -> Articles:
    wanted = {file.path for file in files}
    heads = Packed(((path, value) for path, value in store.values("article") if path in wanted), _head)
    bodies = _Bodies(store)
    articles = []
    for path in sorted(heads):
        head = heads[path]
        problems.extend(head.problems)
        if head.meta:
            articles.append(stored_article(head, heads, bodies))
    return Articles(tuple(articles), heads, store)
