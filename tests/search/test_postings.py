"""The postings are those of the terms of the texts, however they are gathered."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive.values import Archive, Kind
from generator.search import lexicon
from generator.search.fields import FIELDS
from generator.search.gathered import entry_of, gather
from generator.search.lunr_index import article_language, field_texts
from generator.search.postings import Postings
from generator.search.studies import decode, study
from generator.search.terms import occurrences
from tests.search.sites import InMemory, OfArchive, archive, article, news

Standing = list[tuple[str, str, int, str, int]]
"""Of each term its form, article, field and place."""


def gathered(of: Archive, batch: int) -> Postings:
    articles = sorted(of.articles, key=lambda article: article.page)
    starts = range(0, len(articles), batch)
    entries = [entry_of(of, article) for article in articles]
    return Postings((gather(entries[start : start + batch], OfArchive.of(of).study) for start in starts), InMemory())


def standing(postings: Postings, ends: list[int]) -> Standing:
    """What the postings say, asked for in ranges of terms."""
    found: Standing = []
    for here in postings.ranges([0, *ends, len(postings.terms)]):
        part = postings.of(here)
        assert part.terms == postings.terms[here.start : here.end]
        assert part.postings.tolist() == postings.counts[here.start : here.end].tolist()
        terms = [term for term, count in zip(part.terms, part.postings.tolist(), strict=True) for _ in range(count)]
        forms = [
            forms for forms, count in zip(part.forms_of, part.postings.tolist(), strict=True) for _ in range(count)
        ]
        at = 0
        for row, times in enumerate(part.times.tolist()):
            number, field = int(part.numbers[row]), int(part.fields[row])
            assert part.field_lengths[row] == postings.lengths[number, field]
            for place, form in zip(
                part.places[at : at + times].tolist(), part.forms[at : at + times].tolist(), strict=True
            ):
                found.append((terms[row], forms[row][form], number, FIELDS[field], place))
            at += times
    return found


def wanted(of: Archive) -> Standing:
    """The same by the pipeline itself."""
    articles = sorted(of.articles, key=lambda article: article.page)
    return [
        (each.term, each.form, number, field, each.place)
        for number, one in enumerate(articles)
        for field, text in field_texts(of, one).items()
        for each in occurrences(text, article_language(of, one))
    ]


def in_order(rows: Standing) -> Standing:
    return sorted(rows, key=lambda row: (row[0].encode("utf-16-be"), FIELDS.index(row[3]), row[2], row[4], row[1]))


@pytest.mark.parametrize("batch", [1, 3, 100])
def test_the_postings_of_an_archive(batch: int) -> None:
    postings = gathered(news(), batch)
    assert postings.terms == sorted(set(postings.terms), key=lambda term: term.encode("utf-16-be"))
    found = standing(postings, [10, 11, 150])
    assert in_order(found) == in_order(wanted(news()))
    assert [row[:1] + row[2:4] for row in found] == [row[:1] + row[2:4] for row in in_order(found)]


SIGNS = (
    st.sampled_from("aAbsS1230ßïИийσ.,;:'’-‐—_ \n\t\u00ad\u0301\u0306“”()")
    | st.sampled_from("中国年ーがทีำ\u3099")
    | st.characters(exclude_categories=["Cs"])
)
TEXTS = st.text(SIGNS, max_size=60)


@settings(max_examples=150, deadline=None)
@given(
    parts=st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(["", "de", "ru", "zh"]), st.booleans()), max_size=6),
    names=st.lists(TEXTS, min_size=1, max_size=3),
    batch=st.integers(1, 4),
)
def test_the_postings_of_any_texts(parts: list[tuple[str, str, str, bool]], names: list[str], batch: int) -> None:
    articles = [
        article(f"a-{number}", text, title=title, summary=title[::2], language=language, withdrawn="x" if gone else "")
        for number, (title, text, language, gone) in enumerate(parts)
    ]
    terms = {each.slug: {Kind.PEOPLE: {f"p-{at}": name for at, name in enumerate(names)}} for each in articles[::2]}
    of = archive(*articles, terms=terms)
    postings = gathered(of, batch)
    assert in_order(standing(postings, [len(postings.terms) // 2])) == in_order(wanted(of))


def test_a_study_does_not_depend_on_what_was_met_before() -> None:
    lexicon._latest.clear()
    fresh = [study(one, "en") for one in news().articles]
    again = [study(one, "en") for one in reversed(news().articles)]
    assert fresh == again[::-1]
    lexicon._latest.clear()
    assert [study(one, "en") for one in reversed(news().articles)] == again


def test_a_lexicon_that_has_grown_too_large_is_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = standing(gathered(news(), 2), [])
    monkeypatch.setattr(lexicon, "_MOST_KNOWN", 50)
    before = lexicon.lexicon()
    assert standing(gathered(news(), 2), []) == whole
    assert lexicon.lexicon() is not before


def test_an_article_of_very_many_words() -> None:
    text = " ".join(f"w{number}" for number in range(70_000))
    held = decode(study(article("long", text), "en"))
    assert len(held.which) == 4 * sum(held.sizes)
    postings = gathered(archive(article("long", text)), 1)
    assert int(postings.counts.sum()) == 70_001
