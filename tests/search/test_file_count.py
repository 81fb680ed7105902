"""How the index is parted in large archives, and that it is the same wherever its parts are made."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import pytest

from generator.execution.executors import Processes
from generator.search import index, index_files, site_search
from generator.search.article_files import text_files
from generator.search.cuts import cuts
from generator.search.shards import Shards
from tests.search.sites import news, render_search

if TYPE_CHECKING:
    from numpy.typing import NDArray

Context = TypeVar("Context")
Item = TypeVar("Item")
Result = TypeVar("Result")

BESIDE = 20
"""Files of search that are neither shards nor texts, and then some."""


def large(articles: int) -> tuple[list[str], NDArray[np.int64]]:
    """The terms of an archive with their numbers of postings: some 360 an article, spread by Zipf's law."""
    ranks = np.arange(1, articles * 12 if articles < 20_000 else 400_000)
    counts = np.minimum(articles, 1 + articles * 330 / (ranks + 40) / 8.5).astype(np.int64)
    terms = [f"{rank * 2654435761 % 2**32:08x}" for rank in ranks.tolist()]
    in_order = np.argsort(np.array(terms))
    return [terms[at] for at in in_order.tolist()], counts[in_order]


@pytest.mark.parametrize("articles", [10_000, 100_000])
def test_few_files(articles: int) -> None:
    terms, counts = large(articles)
    shards = Shards.of(terms, counts, articles)
    ends = cuts(terms, [1] * len(terms), index_files._VOCABULARY)
    shard_files = len(shards.ends) + len(shards.place_ends) + len(ends)
    steps = -(-max(0, shard_files - site_search._FREE_FILES) // site_search._SPARE_STEP)
    refs = [f"articles/{number:06}.html" for number in range(articles)]
    digests = [ref.encode() for ref in refs]
    spare = steps * site_search._SPARE_STEP
    texts = sum(1 for _ in text_files(refs, lambda files: map(repr, files), spare, digests, {}))
    lists = articles // 1_000 + 2
    assert texts + shard_files + lists + BESIDE <= articles + 300
    assert shard_files < articles / 10


class Elsewhere:
    """Sends all that is done there and back."""

    def run(self, work: Callable[[Context, Item], Result], context: Context, items: Iterable[Item]) -> Iterator[Result]:
        for item in items:
            sent_work, sent_context, sent_item = pickle.loads(pickle.dumps((work, context, item)))
            yield pickle.loads(pickle.dumps(sent_work(sent_context, sent_item)))

    as_done = run


@pytest.mark.parametrize("executor", [Elsewhere(), Processes(2)])
def test_parts_may_be_made_in_other_processes(monkeypatch: pytest.MonkeyPatch, executor: Elsewhere | Processes) -> None:
    wanted = {file.path: file.data for file in render_search(news())}
    monkeypatch.setattr(index, "BATCH", 3)
    monkeypatch.setattr(index_files, "_PORTION", 100)
    assert {file.path: file.data for file in render_search(news(), executor)} == wanted
