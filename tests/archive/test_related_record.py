from __future__ import annotations

import random
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive import related, related_record
from generator.archive.related_record import RelatedMemory
from generator.archive.study import Study, Wording
from generator.archive.values import Edition, Related
from generator.articles.article import Article
from tests.archive.builders import article, find_related, studies
from tests.archive.test_related import written_by_chance

if TYPE_CHECKING:
    from generator.archive.word_vectors import Floats

Found = Mapping[str, tuple[Related, ...]]
Editions = Mapping[str, tuple[Edition, ...]]


def found_again(articles: list[Article], memory: RelatedMemory, editions: Editions | None = None) -> Found:
    """With what `memory` has remembered last, the same as without."""
    memory.last = memory.record
    found = find_related(articles, studies(articles), editions or {}, memory=memory)
    assert found == find_related(articles, studies(articles), editions or {})
    return found


def edited(articles: list[Article], chance: random.Random) -> list[Article]:
    """One article is changed, comes or goes."""
    vocabulary = sorted({word for one in articles for word in one.text.split()}) or ["word"]
    place = chance.randrange(len(articles))
    words = articles[place].text.split()
    match chance.randrange(6):
        case 0:
            return [*articles[:place], *articles[place + 1 :]]
        case 1:
            text = " ".join(chance.choices(vocabulary, k=30))
            return [*articles, article(f"{chance.choice('abz')}{chance.randrange(10**6)}", text)]
        case 2:
            words = [word.upper() for word in words]
        case 3:
            words += chance.choices(vocabulary, k=chance.randint(1, 9))
        case 4:
            words = words[chance.randint(1, 9) :]
        case _:
            words.append(f"new{'abc'[chance.randrange(3)]}")
    return [*articles[:place], article(articles[place].slug, " ".join(words)), *articles[place + 1 :]]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([6, 40, 120]), st.sampled_from([60, 200, 1000]))
def test_what_is_kept_is_what_would_be_found(seed: int, number: int, vocabulary: int) -> None:
    chance = random.Random(seed)
    articles = written_by_chance(seed, number, vocabulary)
    memory = RelatedMemory()
    find_related(articles, studies(articles), memory=memory)
    with pytest.MonkeyPatch.context() as patch:
        # A word finds few, so that who is found changes; and all is kept that may be.
        patch.setattr(related, "_HOLDERS", 9)
        patch.setattr(related_record, "_FEW", 1)
        patch.setattr(related_record, "_BATCH", 13)
        for _ in range(8):
            articles = edited(articles, chance)
            found_again(articles, memory)


def looked_for(articles: list[Article], memory: RelatedMemory, patch: pytest.MonkeyPatch) -> set[str]:
    """The articles of which the related ones are looked for again."""
    rows: set[str] = set()
    slugs = sorted(one.slug for one in articles)
    best = related._best

    def counted(scores: Floats, first: int) -> related_record.Pairs:
        rows.update(slugs[first : first + len(scores)])
        return best(scores, first)

    patch.setattr(related, "_best", counted)
    find_related(articles, studies(articles), memory=RelatedMemory(memory.record))
    return rows


def test_after_an_edit_few_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    before = written_by_chance(3, 300, 4000)
    memory = RelatedMemory()
    found = find_related(before, studies(before), memory=memory)
    assert looked_for(before, memory, monkeypatch) == set()
    after = [*before[:50], article("a050", before[50].text + " unheard"), *before[51:]]
    rows = looked_for(after, memory, monkeypatch)
    having = {slug for slug, of in found.items() if "a050" in {other.slug for other in of}}
    assert {"a050", *having} <= rows
    assert len(rows) < 40


def test_an_article_enters_rows_that_have_room_and_those_where_it_is_first_of_equals() -> None:
    others = [article(f"z{n:02}", chr(97 + n % 26) * 3 + chr(97 + n // 26) * 2) for n in range(59)]
    alike = [article(f"b{n}", "radar station") for n in range(6)]
    memory = RelatedMemory()
    articles = [*others, *alike, article("few", "airfield"), article("z99", "alone")]
    assert found_again(articles, memory)["few"] == ()
    # As many articles as before, so that the words' weights stay.
    articles[-1] = article("z99", "airfield")
    assert [one.slug for one in found_again(articles, memory)["few"]] == ["z99"]
    articles[:1] = [article("a", "radar station")]
    assert [one.slug for one in found_again(articles, memory)["b0"]] == ["a", "b1", "b2", "b3", "b4"]


def test_words_are_looked_for_where_a_text_writes_them_otherwise() -> None:
    crowd = [article(f"z{n:02}", chr(97 + n % 26) * 3 + chr(97 + n // 26) * 2) for n in range(40)]
    articles = [article("a", "radar in Gabala"), article("b", "radar of Gabala"), *crowd]
    memory = RelatedMemory()
    find_related(articles, studies(articles), memory=memory)
    articles[0] = article("a", "RADAR in gabala")
    assert [one.words for one in found_again(articles, memory)["a"]] == [("gabala", "RADAR")]


def test_editions_that_are_told_no_more_are_related() -> None:
    articles = [*written_by_chance(1, 60, 300), article("b", "twin twin tale"), article("c", "twin twin tale")]
    memory = RelatedMemory()
    editions = {"b": (Edition("c", 1.0),), "c": (Edition("b", 1.0),)}
    assert find_related(articles, studies(articles), editions, memory=memory)["b"] == ()
    assert [one.slug for one in found_again(articles, memory)["b"]] == ["c"]
    assert found_again(articles, memory, editions)["b"] == ()


@pytest.mark.parametrize("data", [b"", b"no record", b"\x90"])
def test_without_a_record_that_can_be_read_all_is_looked_for(data: bytes) -> None:
    articles = written_by_chance(2, 30, 100)
    memory = RelatedMemory(data)
    assert find_related(articles, studies(articles), memory=memory) == find_related(articles, studies(articles))
    assert memory.record


def test_words_that_are_kept_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = written_by_chance(5, 200, 3000)
    of: Mapping[str, Study] = studies(articles)
    memory = RelatedMemory()
    find_related(articles, of, memory=memory)
    read: list[str] = []

    def forms(slug: str) -> str:
        read.append(slug)
        return of[slug].forms

    wording = Wording({}, forms, lambda slug: of[slug].forms.encode())
    find_related(articles, of, wording=wording, memory=RelatedMemory(memory.record))
    assert read == []
