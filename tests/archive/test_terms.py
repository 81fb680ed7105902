from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from generator.archive.authorities import Authorities
from generator.archive.terms import Terms, gather_terms, name_plainly
from generator.archive.values import MENTION_KINDS, Kind
from generator.articles.article import Article
from generator.problems import Problems
from generator.urls import is_slug
from tests.archive.builders import GATES, IGOR, article, authorities, authority, told

TIMES = authority("times", "The Daily Times", "Times", "The Times")
ALL = authorities(people=(GATES, IGOR), publications=(TIMES,))


def gather(
    articles: Sequence[Article],
    people: Mapping[str, tuple[str, ...]] | None = None,
    among: Authorities = ALL,
    problems: Problems | None = None,
) -> Terms:
    named = {
        a.slug: {**dict.fromkeys(MENTION_KINDS, ()), Kind.PEOPLE: (people or {}).get(a.slug, ())} for a in articles
    }
    return gather_terms(articles, named, among, Problems() if problems is None else problems)


def shown(terms: Terms, kind: Kind) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(term.id, term.name, term.articles) for term in terms.by_kind[kind]]


def test_every_kind_and_article_has_an_entry() -> None:
    terms = gather([article("a")])
    assert set(terms.by_kind) == set(Kind)
    assert terms.by_article == {"a": dict.fromkeys(Kind, ())}
    assert all(of_kind == () for of_kind in terms.by_kind.values())


def test_tags_and_authors_are_known_by_their_names() -> None:
    terms = gather([article("a", tags=("Radar", "Arms control"), author=("A. Writer",)), article("b", tags=("Radar",))])
    assert shown(terms, Kind.TAGS) == [("arms-control", "Arms control", ("a",)), ("radar", "Radar", ("a", "b"))]
    assert shown(terms, Kind.AUTHORS) == [("a-writer", "A. Writer", ("a",))]
    assert terms.by_article["a"][Kind.TAGS] == ("radar", "arms-control")
    assert terms.by_kind[Kind.TAGS][0].page == "tags/arms-control.html"
    assert terms.by_kind[Kind.TAGS][0].authority is None


def test_spellings_that_differ_in_case_or_space_are_one_and_count_once_an_article() -> None:
    terms = gather(
        [article("a", tags=("putin", "Putin")), article("b", tags=(" Putin ",)), article("c", tags=("PUTIN", ""))]
    )
    assert shown(terms, Kind.TAGS) == [("putin", "Putin", ("a", "b", "c"))]
    assert terms.by_article["a"][Kind.TAGS] == ("putin",)


def test_people_are_authorities_and_stand_by_name() -> None:
    terms = gather([article("a"), article("b")], {"a": ("robert-gates",), "b": ("robert-gates", "igor-ivanov")})
    assert shown(terms, Kind.PEOPLE) == [
        ("igor-ivanov", "Igor Ivanov", ("b",)),
        ("robert-gates", "Robert Gates", ("a", "b")),
    ]
    assert terms.by_kind[Kind.PEOPLE][1].authority is GATES
    assert terms.by_article["b"][Kind.PEOPLE] == ("robert-gates", "igor-ivanov")


def test_terms_stand_in_the_order_of_their_names_not_their_ids() -> None:
    among = authorities(people=(authority("a", "Zoya"), authority("z", "Ánna"), authority("b", "Anna")))
    terms = gather([article("one")], {"one": ("a", "z", "b")}, among)
    assert [term.id for term in terms.by_kind[Kind.PEOPLE]] == ["b", "z", "a"]


def test_a_publication_is_its_authority_by_name_or_variant_else_itself() -> None:
    terms = gather(
        [
            article("a", publication="the times"),
            article("b", publication="The Daily Times"),
            article("c", publication="Cold Ground"),
            article("d"),
        ]
    )
    assert shown(terms, Kind.PUBLICATIONS) == [
        ("cold-ground", "Cold Ground", ("c",)),
        ("times", "The Daily Times", ("a", "b")),
    ]
    assert terms.by_kind[Kind.PUBLICATIONS][1].authority is TIMES
    assert terms.by_article["d"][Kind.PUBLICATIONS] == ()


def test_a_plain_publication_never_takes_the_id_of_an_authority() -> None:
    terms = gather([article("a", publication="Times!")])
    assert shown(terms, Kind.PUBLICATIONS) == [("times-2", "Times!", ("a",))]


def test_a_publication_that_may_be_several_is_told_and_stays_itself() -> None:
    problems = Problems()
    among = authorities(publications=(TIMES, authority("london-times", "The Times of London", "The Times")))
    terms = gather([article("a", publication="The Times", lines={"publication": 4})], among=among, problems=problems)
    assert shown(terms, Kind.PUBLICATIONS) == [("the-times", "The Times", ("a",))]
    assert told(problems) == [
        "warning content/articles/a.md:4: `publication`: “The Times” may be several; it gets a page of its own"
        " (write the id: london-times or times)"
    ]


def test_names_with_one_slug_stay_apart_and_none_takes_the_slug_that_is_anothers_own() -> None:
    plain = name_plainly(["C!", "C", "C 2", "C?"])
    assert plain.ids == {"c": "c", "c 2": "c-2", "c!": "c-3", "c?": "c-4"}
    assert plain.names == {"c": "C", "c-2": "C 2", "c-3": "C!", "c-4": "C?"}


def test_the_most_frequent_spelling_is_shown_and_of_equals_the_first() -> None:
    assert name_plainly(["NATO", "Nato", "NATO"]).names == {"nato": "NATO"}
    assert name_plainly(["nato", "Nato", "NATO"]).names == {"nato": "NATO"}


def test_names_of_signs_alone_have_ids_too() -> None:
    assert all(is_slug(id_) for id_ in name_plainly(["!!!", "😀", "index", "page-2"]).names)


@given(st.lists(st.text(alphabet="aAbB !-é2", max_size=4), max_size=12))
def test_ids_are_slugs_of_their_own_whatever_the_order_of_the_names(names: list[str]) -> None:
    plain = name_plainly(names, taken=["a"])
    assert len(set(plain.ids.values())) == len(plain.ids)
    assert all(is_slug(id_) and id_ != "a" for id_ in plain.ids.values())
    assert name_plainly(sorted(names), taken=["a"]) == plain
