from __future__ import annotations

import math
import os
import random
import signal
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive import related, shared_words, word_vectors
from generator.archive.related import FLOOR, MOST
from generator.archive.related_record import DIGITS, RelatedMemory, RelatedRecord
from generator.archive.subjects import Subjects
from generator.archive.values import Kind, Related
from generator.articles.article import Article
from generator.execution.executors import Processes, WorkerDiedError
from tests.archive.builders import NO_SUBJECTS, article, studies
from tests.archive.builders import find_related as find_related_of

RADAR = "Radar in Bohemia, watching missiles: the radar station needed its road."
RADAR_TOO = "Villagers asked about missiles and a radar station in Bohemia."
BASES = "Supply flights left Manas airfield, where crews waited to load fuel."
BASES_TOO = "Tankers at Manas airfield carried fuel; crews slept."
COUNCIL = "Ambassadors met over telephones with patience."


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def find_related(articles: Sequence[Article], subjects: Subjects = NO_SUBJECTS) -> Mapping[str, tuple[Related, ...]]:
    return find_related_of(articles, studies(articles), subjects=subjects)


class Scored(NamedTuple):
    """A related article, and how near it is."""

    slug: str
    score: float


def scored(articles: Sequence[Article]) -> dict[str, list[Scored]]:
    """The related articles of each with their scores, as they are remembered."""
    memory = RelatedMemory()
    found = find_related_of(articles, studies(articles), memory=memory)
    record = msgspec.msgpack.decode(memory.record, type=RelatedRecord)
    digits = iter(array("I", record.digits))
    return {slug: [Scored(one.slug, next(digits) / DIGITS) for one in found[slug]] for slug in record.slugs}


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
    found = scored(articles)
    assert [(r.slug, r.score) for r in found["a"]] == [("b", 0.7071), ("c", 0.7071)]
    assert [(r.slug, r.score) for r in found["b"]] == [("a", 0.7071)]
    assert found["d"] == []


def test_equal_texts_score_one_and_ties_are_in_the_order_of_slugs() -> None:
    articles = [article(slug, "radar station") for slug in ("c", "a", "b")] + [
        article(f"z{n}", LETTERS[n] * 3) for n in range(5)
    ]
    found = scored(articles)
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
    (found,) = scored(articles)["a"]
    assert found == ("b", 1.0)


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
    about = Subjects({"radar": 0, "radar-too": 1, "bases": 2}, [key], [1.0], [[0, 1, 2], [0, 0, 0], [2, 2, 2]])
    found = find_related([*small_archive(), *crowd()], subjects=about)
    (related,) = found["radar"]
    assert (related.terms, related.words) == ((key,), ())
    (related,) = found["bases"]
    assert (related.terms, related.words) == ((), ("airfield", "crews", "fuel"))


def test_where_no_word_is_rare_the_reason_is_what_both_name_in_passing() -> None:
    key = (Kind.PLACES, "gabala")
    places = {"bases": 0, "bases-too": 1, "radar": 2, "radar-too": 3}
    subjects = Subjects(places, [key], [1.0], [[0, 1, 2, 3], [0, 0, 0, 0], [2, 2, 1, 1]])
    found = find_related(small_archive(), subjects=subjects)
    assert [(one.terms, one.words, one.named) for one in found["radar"]] == [((), (), (key,))]
    assert [(one.terms, one.words, one.named) for one in found["bases"]] == [((key,), (), ())]
    # Words come first.
    found = find_related([*small_archive(), *crowd()], subjects=subjects)
    assert [(one.words != (), one.named) for one in found["radar"]] == [(True, ())]


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
    found = scored(articles)
    assert scored(articles[::-1]) == found
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


def test_of_a_word_that_many_hold_whole_steps_of_weight_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    # The common word weighs the same in two articles of each pair, and less than 0.7 times as much as in the next pair.
    texts = [("common " * 9 + LETTERS[n] * 3, "common " + f"{LETTERS[n] * 3} " * 2) for n in range(2)]
    heavy = [article(f"a{n}", of[0]) for n, of in enumerate(texts)]
    light = [article(f"b{n}", of[1]) for n, of in enumerate(texts)]
    others = [article(f"c{n}", LETTERS[n] * 3) for n in range(2, 9)]
    asked = article("asked", "common")
    articles = [asked, *heavy, *light, *others]
    monkeypatch.setattr(related, "_HOLDERS", 5)
    assert slugs(articles)["asked"] == ["a0", "a1", "b0", "b1"]
    for most in (4, 3):
        # The light ones would be more than are allowed, one or two of them.
        monkeypatch.setattr(related, "_HOLDERS", most)
        assert slugs(articles)["asked"] == ["a0", "a1"]


def test_only_the_most_telling_words_count(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [article("a", "radar " * 3 + "fuel"), article("b", "radar"), article("c", "fuel")]
    articles += [article(f"d{n}", LETTERS[n] * 3) for n in range(3)]
    assert slugs(articles)["a"] == ["b", "c"]
    monkeypatch.setattr(word_vectors, "_TELLING", 1)
    assert slugs(articles)["a"] == ["b"]


def plainly_related(articles: list[Article]) -> dict[str, list[tuple[str, float]]]:
    """What articles are related to by the definition, word by word and pair by pair."""
    times = {one.slug: Counter(one.text.split()) for one in articles}
    total = sum(bool(counted) for counted in times.values())
    df = Counter(word for counted in times.values() for word in counted)
    weight = {word: step(total) - step(n) for word, n in df.items() if 1 < n <= total / 2}
    vectors = {}
    for slug, counted in times.items():
        raw = {word: n * weight[word] for word, n in counted.items() if word in weight}
        kept = sorted(raw, key=lambda word: (-raw[word], word))[:60]
        vectors[slug] = {word: raw[word] / math.sqrt(sum(raw[word] ** 2 for word in kept)) for word in kept}
    found = {}
    for slug, own in vectors.items():
        scores = {
            other: sum(own[word] * theirs[word] for word in own.keys() & theirs.keys())
            for other, theirs in vectors.items()
            if other != slug
        }
        ranked = sorted((-round(min(score, 1.0), 4), other) for other, score in scores.items() if score >= FLOOR)
        found[slug] = [(other, -score) for score, other in ranked[:MOST]]
    return found


def step(number: int) -> int:
    return math.floor(4 * math.log2(number) + 1e-9)


def written_by_chance(seed: int, number: int, vocabulary: int = 150) -> list[Article]:
    """Articles whose words are as unevenly frequent as those of a language."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(LETTERS, k=6)) for _ in range(vocabulary)]
    weights = [1 / place for place in range(1, vocabulary + 1)]
    return [
        article(f"a{n:03}", " ".join(chance.choices(words, weights, k=chance.randint(0, 150)))) for n in range(number)
    ]


@pytest.mark.parametrize(("seed", "number", "vocabulary"), [(1, 40, 100), (2, 90, 400), (3, 7, 20), (4, 300, 2000)])
def test_the_best_by_definition_are_found(
    seed: int, number: int, vocabulary: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As many rows at a time as would not go evenly into the articles, and batches of several sizes.
    monkeypatch.setattr(related, "_SUMS", 11 * number)
    monkeypatch.setattr(word_vectors, "_BATCH", 13)
    articles = written_by_chance(seed, number, vocabulary)
    found = {slug: [(other.slug, other.score) for other in of] for slug, of in scored(articles).items()}
    assert found == plainly_related(articles)
    assert any(found.values())


def test_an_edit_leaves_the_scores_of_others_as_they_are() -> None:
    # `rare` stands in twelve articles, so that a thirteenth passes no step of the ladder; nor does a 97th article.
    before = [article(f"a{n:02}", f"w{LETTERS[n % 24]} w{LETTERS[n % 7]} {'rare ' * (n < 12)}") for n in range(96)]
    changed = [*before[:50], article("a50", before[50].text + " rare rare rare"), *before[51:]]
    longer = [*before, article("b", "rare rare")]
    found = scored(before)
    for after, news in ((scored(changed), "a50"), (scored(longer), "b")):
        entered = {slug for slug, of in after.items() if news in {other.slug for other in of}}
        left = {slug for slug, of in found.items() if news in {other.slug for other in of}}
        assert entered - left
        for slug, of in after.items():
            if slug not in (*entered, *left, news):
                assert of == found[slug]
            scores = {other.slug: other.score for other in found.get(slug, ())}
            assert all(
                scores.get(other.slug, other.score) == other.score for other in of if news not in (slug, other.slug)
            )


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 20),
    st.integers(0, 59),
    st.lists(st.integers(0, 199), max_size=3),
    st.lists(st.integers(0, 199), max_size=3),
)
def test_an_edit_changes_only_what_has_a_word_whose_weight_it_changes(
    seed: int, edited: int, dropped: list[int], added: list[int]
) -> None:
    before = written_by_chance(seed, 60, 200)
    vocabulary = sorted({word for one in before for word in one.text.split()})
    gone = {vocabulary[number % len(vocabulary)] for number in dropped}
    words = [word for word in before[edited].text.split() if word not in gone]
    words += [vocabulary[number % len(vocabulary)] for number in added]
    after = [*before[:edited], article(before[edited].slug, " ".join(words)), *before[edited + 1 :]]

    def weights(articles: list[Article]) -> dict[str, int | None]:
        texts = [set(one.text.split()) for one in articles]
        df = Counter(word for of in texts for word in of)
        total = sum(map(bool, texts))
        # Four articles of one language are enough to tell its words.
        return {w: step(total) - step(n) if n > 1 and 2 * n <= total else None for w, n in df.items()}

    old, new = weights(before), weights(after)
    moved = {word for word in old.keys() | new.keys() if old.get(word) != new.get(word)}
    touched = {one.slug for one in before if moved & set(one.text.split())} | {before[edited].slug}
    was, now = (
        {(slug, other.slug): other.score for slug, of in scored(articles).items() for other in of}
        for articles in (before, after)
    )
    for one, other in was.keys() & now.keys():
        if one not in touched and other not in touched:
            assert was[one, other] == now[one, other]


def test_several_processes_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = [*small_archive(), *crowd()]
    found = find_related(archive)
    assert any(other.words for of in found.values() for other in of)
    monkeypatch.setattr(related, "_BATCH", 2)
    monkeypatch.setattr(shared_words, "_BATCH", 2)
    assert find_related_of(archive, studies(archive), executor=Processes(2)) == found


def test_of_a_process_that_dies_it_is_told_which_articles_it_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    best, here = related._best, os.getpid()

    def dying(scores: Any, first: int) -> Any:
        if os.getpid() != here and first == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return best(scores, first)

    monkeypatch.setattr(related, "_BATCH", 2)
    monkeypatch.setattr(related, "_best", dying)
    archive = small_archive()
    with pytest.raises(WorkerDiedError, match="articles 3 to 4 in the order of their file names"):
        find_related_of(archive, studies(archive), executor=Processes(2))
