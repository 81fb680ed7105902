from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive import related, word_vectors
from generator.archive.related import FLOOR, MOST, find_related
from generator.archive.subjects import Subjects
from generator.archive.values import Kind
from generator.articles.article import Article
from tests.archive.builders import article

RADAR = "Radar in Bohemia, watching missiles: the radar station needed its road."
RADAR_TOO = "Villagers asked about missiles and a radar station in Bohemia."
BASES = "Supply flights left Manas airfield, where crews waited to load fuel."
BASES_TOO = "Tankers at Manas airfield carried fuel; crews slept."
COUNCIL = "Ambassadors met over telephones with patience."


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slugs(articles: list[Article]) -> dict[str, list[str]]:
    return {slug: [other.slug for other in found] for slug, found in find_related(articles).items()}


def small_archive() -> list[Article]:
    texts = {"radar": RADAR, "radar-too": RADAR_TOO, "bases": BASES, "bases-too": BASES_TOO, "council": COUNCIL}
    return [article(slug, text) for slug, text in texts.items()]


def test_articles_about_the_same_matters_are_related_and_others_are_not() -> None:
    assert slugs(small_archive()) == {
        "radar": ["radar-too"],
        "radar-too": ["radar"],
        "bases": ["bases-too"],
        "bases-too": ["bases"],
        "council": [],
    }


def test_the_score_is_a_cosine() -> None:
    # Of four articles `x` and `y` stand in two each: idf ln 2 for both, so the vectors are (1, 1), (3, 0) and (0, 1).
    articles = [article("a", "x y"), article("b", "x x x"), article("c", "y"), article("d", "z")]
    found = find_related(articles)
    assert [(r.slug, r.score) for r in found["a"]] == [("b", 0.7071), ("c", 0.7071)]
    assert [(r.slug, r.score) for r in found["b"]] == [("a", 0.7071)]
    assert found["d"] == ()


def test_equal_texts_score_one_and_ties_are_in_the_order_of_slugs() -> None:
    articles = [article(slug, "radar station") for slug in ("c", "a", "b")] + [
        article(f"z{n}", LETTERS[n] * 3) for n in range(5)
    ]
    found = find_related(articles)
    assert [(r.slug, r.score) for r in found["b"]] == [("a", 1.0), ("c", 1.0)]


@pytest.mark.parametrize(("common", "related"), [(3, ["a1", "a2"]), (4, []), (6, [])])
def test_a_word_that_stands_in_more_than_half_of_the_articles_relates_nothing(common: int, related: list[str]) -> None:
    articles = [article(f"a{n}", LETTERS[n] * 3 + (" said" if n < common else "")) for n in range(6)]
    assert slugs(articles)["a0"] == related


def test_at_most_the_five_best_are_given_best_first() -> None:
    # Each `b` holds the common word as often as its number says, beside a word that it shares with a `c`.
    articles = [article("a", "common")]
    articles += [article(f"b{n}", "common " * n + f"{LETTERS[n] * 3} " * 3) for n in range(1, 9)]
    articles += [article(f"c{n}", LETTERS[n] * 3) for n in range(1, 11)]
    found = find_related(articles)["a"]
    assert [other.slug for other in found] == ["b8", "b7", "b6", "b5", "b4"]
    assert len(found) == MOST


@pytest.mark.parametrize(("times", "related"), [(8, ["a1", "b0", "b1"]), (20, ["a1"])])
def test_what_is_below_the_floor_is_left_out(times: int, related: list[str]) -> None:
    # Two pairs of twins and one word in common: the longer the texts, the less the one word is.
    articles = [article(f"a{n}", "radar " * times + "common " * 4) for n in range(2)]
    articles += [article(f"b{n}", "fuel " * times + "common " * 4) for n in range(2)]
    articles += [article(f"c{n}", LETTERS[n] * 3) for n in range(8)]
    assert slugs(articles)["a0"] == related


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Радар", "РАДАР"),
        ("רדאר בצ'כיה", "רדאר בצ'כיה"),
        ("Mu\u0308nchen", "MÜNCHEN"),
        ("捷克 雷达", "雷达 捷克"),
        ("\u0130stanbul", "\u0130STANBUL"),
    ],
)
def test_words_of_any_script_count_without_case(one: str, other: str) -> None:
    articles = [article("a", one), article("b", other), article("c", "x"), article("d", "y"), article("e", "z")]
    (found,) = find_related(articles)["a"]
    assert (found.slug, found.score) == ("b", 1.0)


def test_a_language_in_the_minority_does_not_relate_by_its_common_words() -> None:
    english = [article(f"en{n}", f"the of and {LETTERS[n] * 3}") for n in range(20)]
    german = [article(f"de{n}", f"und der die {LETTERS[n] * 4}", language="de") for n in range(4)]
    assert not any(slugs([*english, *german]).values())
    # Names go from one language to the other.
    english[0] = article("en0", "the of and Gabala")
    german[0] = article("de0", "und der die Gabala", language="de-AT")
    assert slugs([*english, *german])["de0"] == ["en0"]


def words_of(articles: list[Article], slug: str) -> list[tuple[str, ...]]:
    return [other.words for other in find_related(articles)[slug]]


def crowd() -> list[Article]:
    """Articles beside which a word that two others share is rare."""
    return [article(f"z{n}", LETTERS[n % 26] * 3 + LETTERS[n // 26] * 2) for n in range(40)]


def test_without_subjects_the_reason_is_in_words_as_the_article_writes_them() -> None:
    texts = ("RADAR Radar Radar gave Gabala", "radar radar radar and Gabala gabala")
    articles = [*(article(f"a{n}", text) for n, text in enumerate(texts)), *crowd()]
    assert words_of(articles, "a0") == [("Radar", "Gabala")]
    assert words_of(articles, "a1") == [("radar", "gabala")]


def test_in_a_few_articles_no_word_is_rare_enough_to_be_a_reason() -> None:
    articles = [article(slug, "whether radar matters") for slug in ("a", "b")] + crowd()[:12]
    assert slugs(articles)["a"] == ["b"]
    assert words_of(articles, "a") == [()]


def test_of_words_that_begin_alike_one_is_named_and_at_most_three() -> None:
    text = "missile missile missile missiles missiles radar radar fuel road"
    articles = [article("a", text), article("b", text), *crowd()]
    assert words_of(articles, "a") == [("missile", "radar", "fuel")]


def test_subjects_go_before_words() -> None:
    key = (Kind.PEOPLE, "gates")
    about = Subjects({slug: {key: 2} for slug in ("radar", "radar-too", "bases")}, {key: 1.0})
    found = find_related([*small_archive(), *crowd()], subjects=about)
    (related,) = found["radar"]
    assert (related.terms, related.words) == ((key,), ())
    (related,) = found["bases"]
    assert (related.terms, related.words) == ((), ("airfield", "crews", "fuel"))


def test_an_article_without_words_relates_to_nothing() -> None:
    articles = [*small_archive(), article("empty", ""), article("signs", "1917 — !"), article("empty-too", "")]
    found = slugs(articles)
    assert found["empty"] == found["signs"] == found["empty-too"] == []
    assert found["radar"] == ["radar-too"]


def test_no_articles_and_one_article() -> None:
    assert find_related([]) == {}
    assert find_related([article("a", "radar")]) == {"a": ()}


WORDS = st.lists(st.sampled_from("abcdefghij"), max_size=8).map(" ".join)


@settings(max_examples=50)
@given(st.lists(WORDS, min_size=2, max_size=9))
def test_the_result_is_symmetric_and_independent_of_the_order_of_articles(texts: list[str]) -> None:
    articles = [article(f"a{n}", text) for n, text in enumerate(texts)]
    found = find_related(articles)
    assert find_related(articles[::-1]) == found
    scores = {(slug, other.slug): other.score for slug, others in found.items() for other in others}
    for (one, other), score in scores.items():
        assert one != other
        assert FLOOR <= score <= 1
        if len(found[other]) < MOST:
            assert scores[other, one] == pytest.approx(score, abs=1e-4)


def test_a_word_finds_only_the_articles_in_which_it_weighs_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(related, "_HOLDERS", 2)
    articles = [article(f"a{n}", "common " * n + LETTERS[n] * 3) for n in range(1, 5)]
    articles += [article(f"b{n}", LETTERS[n] * 3) for n in range(1, 7)]
    assert [other.slug for other in find_related(articles)["a1"]] == ["b1", "a4", "a3"]


def test_only_the_most_telling_words_count(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [article("a", "radar " * 3 + "fuel"), article("b", "radar"), article("c", "fuel")]
    articles += [article(f"d{n}", LETTERS[n] * 3) for n in range(3)]
    assert slugs(articles)["a"] == ["b", "c"]
    monkeypatch.setattr(word_vectors, "_TELLING", 1)
    assert slugs(articles)["a"] == ["b"]
