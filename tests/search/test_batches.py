"""A search is the same however its articles are parted, in whatever processes it is made, and wherever postings lie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.archive.values import Archive, Kind
from generator.errors import BackfileError
from generator.execution.executors import Executor, InProcess, Processes
from generator.execution.spool_file import SpoolFile
from generator.output_file import OutputFile
from generator.search import article_files, index, index_files, shards, shown, text_code
from generator.search.spool import Spool
from tests.search.sites import a_search, archive, article, news


def files(of: Archive, executor: Executor | None = None, spool: Spool | None = None) -> dict[str, bytes]:
    made = (file for file in a_search(of, executor, spool=spool) if isinstance(file, OutputFile))
    return {file.path: file.data for file in made}


WORDS = st.sampled_from("run runs running Putin's U.S. us don’t pre-emptive 1,000 bora-bora é 中国年 ﬁx the 𐐨𐐩".split())
ARTICLE = st.fixed_dictionaries(
    {
        "text": st.lists(WORDS, max_size=20).map(" ".join),
        "title": st.lists(WORDS, max_size=3).map(" ".join),
        "language": st.sampled_from(["", "de", "ru"]),
        "withdrawn": st.sampled_from(["", "", "", "x"]),
    }
)


@pytest.mark.parametrize(("executor", "examples"), [(InProcess(), 100), (Processes(2), 8)])
def test_any_archive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, executor: Executor, examples: int) -> None:
    monkeypatch.setattr(shards, "_SHARD", 12)
    monkeypatch.setattr(shards, "_PLACES", 3)
    monkeypatch.setattr(article_files, "_LEAST_LETTERS", 3)
    monkeypatch.setattr(text_code, "_LEAST", 3)

    @settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        articles=st.lists(ARTICLE, max_size=12),
        people=st.lists(WORDS, max_size=2, unique=True),
        parts=st.tuples(st.integers(1, 5), st.integers(1, 60), st.integers(1, 5)),
    )
    def compared(articles: list[dict[str, Any]], people: list[str], parts: tuple[int, int, int]) -> None:
        named = {f"a-{number}": {Kind.PEOPLE: {f"p-{name}": name for name in people}} for number in range(1, 12, 2)}
        slugs = [f"a-{number}" for number in range(len(articles))]
        of = archive(
            *(article(slug, **said) for slug, said in zip(slugs, articles, strict=True)),
            terms={slug: named[slug] for slug in slugs if slug in named},
        )
        wanted = files(of)
        with small_parts(*parts), SpoolFile(tmp_path / "spool") as spool:
            assert files(of, executor, spool) == wanted

    compared()


@contextmanager
def small_parts(batch: int, portion: int, shown_together: int) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "BATCH", batch)
        patch.setattr(index_files, "_PORTION", portion)
        patch.setattr(shown, "_PORTION", shown_together)
        yield


def test_batches_end_where_they_have_many_articles_or_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "BATCH", 3)
    monkeypatch.setattr(index, "_LENGTH", 10)

    def parted(*lengths: int) -> list[list[int]]:
        articles = [article(f"a-{number}", "x" * length) for number, length in enumerate(lengths)]
        return [[one.length for one in articles[batch]] for batch in index._batches(articles)]

    assert parted() == []
    assert parted(1) == [[1]]
    assert parted(1, 2, 3, 4, 5) == [[1, 2, 3], [4, 5]]
    assert parted(9, 1, 1, 99, 99, 0, 5) == [[9, 1], [1], [99], [99], [0, 5]]
    assert len(parted(*[1] * 64 * 4)) == 64
    monkeypatch.setattr(index, "MOST_ARTICLES", 4)
    assert len(parted(*[1] * 64 * 8)) == 128


def test_what_is_damaged_while_a_search_is_made_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(index, "BATCH", 3)
    place = tmp_path / "spool"
    with SpoolFile(place) as spool:
        making = a_search(news(), spool=spool)
        assert next(making)
        place.write_bytes(b"?" * place.stat().st_size)
        with pytest.raises(BackfileError, match="not what was written there"):
            list(making)
