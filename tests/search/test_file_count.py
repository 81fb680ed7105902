"""How the index is parted in large archives, and that it is the same wherever its batches are made."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from generator.search import site_search
from generator.search.article_files import text_files
from generator.search.cuts import cuts
from generator.search.merge import Collected, Postings
from generator.search.postings import IndexedText
from generator.search.shards import Shards
from tests.search.sites import news

BESIDE = 20
"""Files of search that are neither shards nor texts, and then some."""


def large(articles: int) -> Postings:
    """What is known of an archive's postings before shards are made: some 360 an article, spread by Zipf's law."""
    ranks = np.arange(1, articles * 12 if articles < 20_000 else 400_000)
    counts = np.minimum(articles, 1 + articles * 330 / (ranks + 40) / 8.5).astype(np.int64)
    terms = [f"{rank * 2654435761 % 2**32:08x}" for rank in ranks.tolist()]
    in_order = np.argsort(np.array(terms))
    made = SimpleNamespace(
        terms=[terms[at] for at in in_order.tolist()], counts=counts[in_order], lengths=np.zeros((articles, 9))
    )
    return cast(Postings, made)


@pytest.mark.parametrize("articles", [10_000, 100_000])
def test_few_files(articles: int) -> None:
    postings = large(articles)
    shards = Shards.of(postings)
    ends = cuts(postings.terms, [1] * len(postings.terms), site_search._VOCABULARY)
    index = len(shards.ends) + len(shards.place_ends) + len(ends)
    steps = -(-max(0, index - site_search._FREE_FILES) // site_search._SPARE_STEP)
    refs = [f"articles/{number:06}.html" for number in range(articles)]
    texts = sum(1 for _ in text_files(refs, lambda number: {"ref": refs[number]}, steps * site_search._SPARE_STEP))
    lists = articles // 1_000 + 2
    assert texts + index + lists + BESIDE <= articles + 300
    assert index < articles / 10


def test_batches_may_be_made_in_other_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(
        work: Callable[[Sequence[IndexedText]], Collected], batches: Iterable[Sequence[IndexedText]]
    ) -> Iterator[Collected]:
        for batch in batches:
            sent: Any = pickle.loads(pickle.dumps((work, batch)))
            yield pickle.loads(pickle.dumps(sent[0](sent[1])))

    wanted = {file.path: file.data for file in site_search.render_search(news())}
    monkeypatch.setattr(site_search, "BATCH", 3)
    assert {file.path: file.data for file in site_search.render_search(news(), elsewhere)} == wanted
