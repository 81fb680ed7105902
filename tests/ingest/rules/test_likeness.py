"""The rule that weighs many figures, where no word and no place gives a line away."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from msgspec.structs import replace

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import make_blocks
from generator.ingest.findings import Finding, Reading, Settings, lifted
from generator.ingest.rules import RULES, likeness
from generator.ingest.rules.likeness import lead_of, limit_of, unlike_text
from generator.ingest.rules.likeness_context import CONTEXT, contexts
from generator.ingest.rules.likeness_features import FIGURES, Figures, figures_of
from generator.ingest.rules.likeness_places import GUESSES
from generator.ingest.rules.likeness_trees import COLUMNS, LEAF, Trees, known_trees, with_context
from tests.ingest.fixture_floors import FIXTURES
from tests.ingest.sources import PARAGRAPHS, TITLE, article, clean_blocks

COMMENTS = (
    "Thanks for this great post! I love your blog and read it on the train every single morning, keep it up!",
    "I totally agree with you guys. My uncle had a place up there and he never got a penny for it!!",
    "Hi Ada, nice pictures! Do you still sell the calendar? I want one for my mom, please email me.",
    "lol I think you are all wrong, but hey, it is your blog and I only come here for the comments.",
    "Yes! I wish more people would post about this. Can you do one on my town next, please?",
)
LINKS = ("Share", "Print", "Email", "Facebook", "Twitter", "Home", "Contact us", "Privacy policy", "Sign in", "Log in")


def reading_of(*texts: str) -> Reading:
    return Reading(make_blocks([line for text in texts for line in (text, "")]), Settings())


def test_most_readers_comments_without_names_and_dates_are_no_text() -> None:
    text = (FIXTURES / "inscriptis-news.gold.txt").read_text(encoding="utf-8").splitlines()
    result = clean_blocks("Beavers close the by-pass again", *text, *LINKS, *COMMENTS)
    assert {result.fate(paragraph) for paragraph in text} == {Fate.KEPT}
    aside = [comment for comment in COMMENTS if result.fate(comment) is Fate.SET_ASIDE]
    assert len(aside) >= len(COMMENTS) - 1
    assert {result.rule(comment) for comment in aside} == {"unlike-text"}


def test_an_article_in_which_the_writer_speaks_is_kept_whole() -> None:
    told = (
        "I went up to the lamp room with my father when I was six, and I remember the smell of the oil better than "
        "I remember the light.",
        "You climbed a hundred and nine steps, he told me, and you will climb them again. I did not believe him.",
        "My father kept the log book in pencil. I have it here beside me, and I can still read every word of it.",
        "Thanks to him I know what a fog signal is for. You hear it once and you never forget it!",
        "I do not think that anybody who has lived with a light would say that a lamp needs nobody.",
    )
    result = clean_blocks("My father's light", *told)
    assert {result.fate(text) for text in told} == {Fate.KEPT}


@pytest.mark.parametrize("last", COMMENTS[:2])
def test_what_stands_between_paragraphs_of_a_text_stays(last: str) -> None:
    result = clean_blocks(TITLE, *PARAGRAPHS[:3], last, *PARAGRAPHS[3:])
    assert result.fate(last) is Fate.KEPT


def test_a_source_that_is_all_unlike_a_text_is_not_emptied() -> None:
    result = clean_blocks(*COMMENTS)
    assert len(result.text.split("\n")) >= len(COMMENTS) - 1


def test_facts_and_tables_at_the_end_are_the_articles() -> None:
    facts = ("• 1832: first lamp", "• 1921: the great storm", "• 2003: last keeper but one")
    result = article(below=("Key dates", *facts))
    assert {result.fate(line) for line in facts} == {Fate.KEPT}


def test_an_interview_at_the_end_is_the_articles() -> None:
    talk = ("Q: You live up there?", "A: I do!", "Q: And you like it?", "A: Yes, I love it.")
    result = article(below=talk)
    assert {result.fate(line) for line in talk} == {Fate.KEPT}


def figure(found: Figures, name: str) -> list[float]:
    column: list[float] = found.table[:, FIGURES.index(name)].tolist()
    return column


def test_the_guesses_are_rules_that_run_before_the_weighing() -> None:
    names = [rule.name for rule in RULES]
    assert set(GUESSES) <= set(names[: names.index("unlike-text")])


def test_each_figure_has_a_name_and_each_name_a_column() -> None:
    texts = (TITLE, *PARAGRAPHS, "1. “Who?”", "she wrote: see http://e.example - or not...", "READ MORE!", *COMMENTS)
    for reading in (reading_of(*texts), reading_of("Ein Satz, und das war es.", "Wer weiß?"), reading_of()):
        found = figures_of(reading)
        assert found.table.shape == (len(found.blocks), len(FIGURES))
        assert np.isfinite(found.table).all()
    assert len(set(FIGURES)) == len(FIGURES)
    assert len(set(COLUMNS)) == len(COLUMNS)
    assert set(known_trees().first.figures) <= set(FIGURES)
    assert set(known_trees().second.figures) <= set(COLUMNS)


def test_figures_tell_of_a_block_and_of_its_neighbours() -> None:
    found = figures_of(reading_of("Lantern words in all.", "The lamp, the LAMP!", " ".join(["lantern"] * 45) + "."))
    assert figure(found, "words") == [4, 4, 45]
    assert figure(found, "words at -1") == [-1, 4, 4]
    assert figure(found, "words at +1") == [4, 45, -1]
    assert figure(found, "exclamation marks") == [0, 1, 0]
    assert figure(found, "words in all above") == [-1, 4, 4]
    assert figure(found, "words above") == [0, 4, 8]
    assert figure(found, "words below") == [49, 45, 0]
    assert figure(found, "known words") == [0, 0, 1]


def test_what_was_set_aside_is_counted_above_and_below() -> None:
    reading = reading_of(*PARAGRAPHS)
    reading.found[1] = (Finding(1, Role.SHARING, Fate.SET_ASIDE), "promotion")
    reading.found[3] = (Finding(3, Role.NAVIGATION, Fate.SET_ASIDE), "link-list")
    found = figures_of(reading)
    assert [block.index for block in found.blocks] == [0, 2, 4]
    words = figure(found, "words")
    assert figure(found, "furniture above 3") == [0, 1, 1]
    assert figure(found, "furniture below 3") == [1, 0, 0]
    assert figure(found, "guesses below 3") == [1, 1, 0]
    assert figure(found, "part open") == pytest.approx([sum(words) / (sum(words) + PARAGRAPHS[3].count(" ") + 1)] * 3)


def test_words_are_looked_up_in_the_texts_own_language() -> None:
    # `i` is a reader's word in English; in Swedish it means `in`.
    swedish = figures_of(reading_of("Det var i den lilla staden i norr som han bodde."))
    english = figures_of(reading_of("It was in the little town in the north that i lived."))
    assert figure(english, "first_person") == [1]
    assert figure(swedish, "first_person") == [0]


def test_a_tree_is_walked_from_its_root_to_a_leaf() -> None:
    words, marks = FIGURES.index("words"), FIGURES.index("exclamation marks")
    trees = Trees(
        figures=["exclamation marks", "words"],
        # Up to ten words; of the longer ones, those with a mark.
        asked=[[1, LEAF, 0, LEAF, LEAF], [LEAF], [0, LEAF, LEAF]],
        values=[[10.0, -1.0, 0.0, 2.0, -3.0], [0.5], [0.0, 0.25, -0.25]],
        means=[[0.0, 0.0], [], [0.0]],
    )
    table = np.zeros((3, len(FIGURES)), np.float32)
    table[:, words] = (10, 11, 11)
    table[:, marks] = (0, 0, 1)
    scores = np.array([-1.0 + 0.5 + 0.25, 2.0 + 0.5 + 0.25, -3.0 + 0.5 - 0.25])
    assert trees.chances(table) == pytest.approx(1 / (1 + np.exp(-scores)))


def test_the_same_block_has_the_same_chance_whatever_stands_beside_it_in_the_table() -> None:
    trees = known_trees().first
    table = figures_of(reading_of(TITLE, *PARAGRAPHS, *COMMENTS)).table
    alone = [trees.chances(table[row : row + 1])[0] for row in range(len(table))]
    assert trees.chances(table).tolist() == alone


def context(name: str, chances: list[float], words: list[int]) -> list[float]:
    table = contexts(np.array(chances), np.array(words, np.float32))
    assert table.shape == (len(chances), len(CONTEXT))
    assert np.isfinite(table).all()
    column: list[float] = table[:, CONTEXT.index(name)].tolist()
    return column


def test_the_context_of_a_block_are_the_chances_of_those_around_it() -> None:
    chances, words = [0.9, 0.8, 0.5, 0.1], [10, 30, 20, 0]
    assert context("odds", chances, words) == pytest.approx([2.197, 1.386, 0, -2.197], abs=0.001)
    assert context("odds at +1", chances, words) == pytest.approx([1.386, 0, -2.197, -9], abs=0.001)
    assert context("odds at -2", chances, words) == pytest.approx([-9, -9, 2.197, 1.386], abs=0.001)
    assert context("chance above", chances, words) == pytest.approx([0, 0.9, 0.825, 43 / 60])
    assert context("chance below", chances, words) == pytest.approx([34.1 / 51, 10.1 / 21, 0.1, 0])
    assert context("chance within 1", chances, words) == pytest.approx([33 / 40, 43 / 60, 34.1 / 51, 10.1 / 21])
    assert context("best chance above", chances, words) == pytest.approx([0, 0.9, 0.9, 0.9])
    assert context("best chance below", chances, words) == pytest.approx([0.8, 0.5, 0.1, 0])
    assert context("worst chance near above", chances, words) == pytest.approx([1, 0.9, 0.8, 0.5])
    assert context("from last likely", chances, words) == [-2, -1, 0, 1]
    assert context("part below under 0.8", chances, words) == pytest.approx([21 / 61, 21 / 51, 1, 1])


def test_a_single_block_and_one_of_certain_chance_have_a_context_too() -> None:
    assert context("chance of all", [1.0], [0]) == pytest.approx([0.999])
    assert context("chance of all", [0.0, 0.0], [5, 5]) == pytest.approx([0.001, 0.001])


def test_a_block_in_doubt_goes_the_way_of_those_around_it() -> None:
    table = figures_of(reading_of(TITLE, *PARAGRAPHS, *COMMENTS)).table
    second = known_trees().second
    doubt = len(table) // 2
    among = []
    for around in (0.95, 0.05):
        chances = np.full(len(table), around)
        chances[doubt] = 0.5
        among.append(second.chances(with_context(table, chances))[doubt])
    assert among[0] > 0.6
    assert among[1] < 0.4


@pytest.mark.parametrize(
    ("chances", "limit", "in_a_page"),
    [
        ((0.9, 0.9, 0.9, 0.4), 0.45, 0.45),
        ((0.9, 0.9, 0.4, 0.4), 0.1, 0.1),
        ((0.9, 0.9, 0.26, 0.26), 0.45, 0.45),
        ((0.9, *[0.26] * 17), 0.1, 0.45),
        ((0.9, *[0.2] * 17), 0.45, 0.45),
        ((0.9, 0.9, 0.2, 0.2), 0.45, 0.45),
    ],
)
def test_where_much_would_go_in_doubt_only_what_is_hardly_text_goes(
    chances: tuple[float, ...], limit: float, in_a_page: float
) -> None:
    blocks = make_blocks(["The lamp is lit at dusk and put out at dawn.", ""] * (len(chances) + 2))
    assert limit_of(blocks, (0.9, 0.9, *chances), is_page=False) == limit
    assert limit_of(blocks, (0.9, 0.9, *chances), is_page=True) == in_a_page


@pytest.mark.parametrize(("first", "aside"), [(0.02, 0), (0.9, 7)])
def test_a_text_of_which_most_would_go_from_its_beginning_on_stays_whole(
    monkeypatch: pytest.MonkeyPatch, first: float, aside: int
) -> None:
    chances = [first, first, *[0.02] * 7, 0.9, 0.9]
    scorer = SimpleNamespace(weigh=lambda _: SimpleNamespace(chances=np.array(chances)))
    monkeypatch.setattr(likeness, "known_trees", lambda: scorer)
    monkeypatch.setattr(likeness, "signs_of", lambda _, rows: [()] * len(rows))
    reading = reading_of(*(f"{number} times the lamp was lit. " + PARAGRAPHS[1] for number in range(11)))
    assert len(list(unlike_text(reading))) == aside


@pytest.mark.parametrize(
    ("going", "times", "below", "rule", "aside"),
    [
        ((0.2,) * 4, 4, Role.SHARING, "sharing", 0),
        ((0.2,) * 4, 4, Role.COMMENT, "comment-section", 4),
        ((0.2,) * 4, 4, Role.COMMENT, "comment-link", 0),
        ((0.2,) * 4, 2, Role.SHARING, "sharing", 4),
        ((0.2,) * 2, 4, Role.SHARING, "sharing", 2),
        # What is hardly the article's in the mean goes, but for its best.
        ((0.02,) * 4, 4, Role.SHARING, "sharing", 4),
        ((0.35, *(0.02,) * 4), 4, Role.SHARING, "sharing", 4),
    ],
)
def test_a_long_text_stays_whole_where_much_of_it_would_go_and_nothing_tells_of_comments(
    monkeypatch: pytest.MonkeyPatch, going: tuple[float, ...], times: int, below: Role, rule: str, aside: int
) -> None:
    chances = [0.9] * (10 - len(going)) + [*going]
    scorer = SimpleNamespace(weigh=lambda _: SimpleNamespace(chances=np.array(chances)))
    monkeypatch.setattr(likeness, "known_trees", lambda: scorer)
    monkeypatch.setattr(likeness, "signs_of", lambda _, rows: [()] * len(rows))
    long = " ".join(PARAGRAPHS * times)
    reading = reading_of(*(f"{number} times the lamp was lit. " + long for number in range(10)), "Anna says:")
    reading.found[10] = (Finding(10, below, Fate.SET_ASIDE), rule)
    assert len(list(unlike_text(reading))) == aside


@pytest.mark.parametrize(("chance", "aside"), [(0.2, 0), (0.1, 3)])
def test_an_announced_list_goes_only_where_it_is_hardly_the_articles(
    monkeypatch: pytest.MonkeyPatch, chance: float, aside: int
) -> None:
    scorer = SimpleNamespace(weigh=lambda _: SimpleNamespace(chances=np.array([*[0.9] * 6, *[chance] * 3])))
    monkeypatch.setattr(likeness, "known_trees", lambda: scorer)
    monkeypatch.setattr(likeness, "signs_of", lambda _, rows: [()] * len(rows))
    items = ("• a lamp that burns all night", "• a keeper who never sleeps", "• a boat for both of them")
    reading = reading_of(*PARAGRAPHS, "The harbour wants three things:", *items)
    assert len(list(unlike_text(reading))) == aside


@pytest.mark.parametrize(("chance", "aside"), [(0.3, 0), (0.2, 2)])
def test_a_short_sentence_beside_a_paragraph_stays_in_doubt(
    monkeypatch: pytest.MonkeyPatch, chance: float, aside: int
) -> None:
    scorer = SimpleNamespace(weigh=lambda _: SimpleNamespace(chances=np.array([0.9, chance, 0.9, chance, 0.9, 0.9])))
    monkeypatch.setattr(likeness, "known_trees", lambda: scorer)
    monkeypatch.setattr(likeness, "signs_of", lambda _, rows: [()] * len(rows))
    reading = reading_of(PARAGRAPHS[0], "Nobody came.", PARAGRAPHS[1], "Nobody left.", *PARAGRAPHS[2:4])
    assert len(list(unlike_text(reading))) == aside


@pytest.mark.parametrize(("chance", "aside"), [(0.3, 0), (0.24, 1)])
def test_the_only_paragraph_of_which_anything_speaks_goes_where_it_is_hardly_the_articles(
    monkeypatch: pytest.MonkeyPatch, chance: float, aside: int
) -> None:
    scorer = SimpleNamespace(weigh=lambda _: SimpleNamespace(chances=np.array([0.9, 0.9, chance, 0.9, 0.9])))
    monkeypatch.setattr(likeness, "known_trees", lambda: scorer)
    monkeypatch.setattr(likeness, "signs_of", lambda _, rows: [()] * len(rows))
    assert len(list(unlike_text(reading_of(*PARAGRAPHS)))) == aside


@pytest.mark.parametrize(("going", "places", "aside"), [(5, 1, 0), (1, 1, 1), (5, 2, 5)])
def test_paragraphs_beside_the_articles_own_in_one_element_stay_unless_they_are_few(
    monkeypatch: pytest.MonkeyPatch, going: int, places: int, aside: int
) -> None:
    chances = [0.9] * (12 - going) + [0.02] * going
    scorer = SimpleNamespace(weigh=lambda _: SimpleNamespace(chances=np.array(chances)))
    monkeypatch.setattr(likeness, "known_trees", lambda: scorer)
    monkeypatch.setattr(likeness, "signs_of", lambda _, rows: [()] * len(rows))
    read = reading_of(*(f"{number} times the lamp was lit. " + PARAGRAPHS[1] for number in range(12)))
    # The last ones in the first element or, as readers' comments are, in another one.
    blocks = [replace(block, place=1 if block.index < 12 - going else places) for block in read.blocks]
    assert len(list(unlike_text(Reading(tuple(blocks), read.settings, frozenset({12}))))) == aside


@pytest.mark.parametrize(("number", "aside"), [("{}. ", 0), ("", 3)])
def test_an_item_of_a_numbered_list_stays_where_most_of_the_others_do(
    monkeypatch: pytest.MonkeyPatch, number: str, aside: int
) -> None:
    chances = [0.9] * 9 + [0.02] * 3
    scorer = SimpleNamespace(weigh=lambda _: SimpleNamespace(chances=np.array(chances)))
    monkeypatch.setattr(likeness, "known_trees", lambda: scorer)
    monkeypatch.setattr(likeness, "signs_of", lambda _, rows: [()] * len(rows))
    read = reading_of(*(f"{number.format(place + 1)}So the lamp was lit. " + PARAGRAPHS[1] for place in range(12)))
    assert len(list(unlike_text(read))) == aside


@pytest.mark.parametrize(("bullet", "going", "aside"), [("- ", 2, 0), ("- ", 3, 3), ("", 2, 2)])
def test_items_of_one_list_stay_where_half_of_them_do(
    monkeypatch: pytest.MonkeyPatch, bullet: str, going: int, aside: int
) -> None:
    chances = [0.9] * 6 + [0.9] * (4 - going) + [0.02] * going
    scorer = SimpleNamespace(weigh=lambda _: SimpleNamespace(chances=np.array(chances)))
    monkeypatch.setattr(likeness, "known_trees", lambda: scorer)
    monkeypatch.setattr(likeness, "signs_of", lambda _, rows: [()] * len(rows))
    items = (f"{bullet}Then the lamp of light {number} was lit by him." for number in range(4))
    assert len(list(unlike_text(reading_of(*PARAGRAPHS, PARAGRAPHS[0], *items)))) == aside


LEAD = (
    "You want a lighthouse, but your garden is too small? A lamp will do on a balcony, and we show you how it is built."
)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ((TITLE, "Share", LEAD), {2}),
        (("Harbour town saves its only baker", LEAD), set()),
        ((TITLE, f"- {LEAD}"), set()),
        ((TITLE, f"© {LEAD}"), set()),
        ((TITLE, f"Ada Example is a keeper. {LEAD}"), set()),
        ((TITLE, "Share", "Print", "Save", "Send", LEAD), set()),
    ],
)
def test_the_paragraph_right_below_the_title_that_has_its_words_is_never_weighed_away(
    lines: tuple[str, ...], found: set[int]
) -> None:
    reading = reading_of(*lines)
    reading.found[0] = (lifted(reading.blocks[0], Role.TITLE, title=lines[0]), "title")
    assert lead_of(reading) == found
