"""The rule for what stands far from the text."""

from __future__ import annotations

from generator.articles.ledger import Fate
from tests.ingest.sources import PARAGRAPHS, TITLE, article, clean_blocks

MENU = ("Follow us", "Print this page", "Subscribe to our newsletter today", "Share this article", "Advertisement")
HEADLINES = (
    "Ferry strike enters its second week as talks stall again!",
    "Bakery on the quay to close after ninety years?",
    "* Harbour dredging to begin before the spring tides, board says;",
    "Fishing quota cut for the third year in a row, says ministry;",
    "Bridge toll to rise in April for lorries and coaches alike;",
)
TEASER = "The mayor has asked for patience while the council looks for a new baker for the quay."


def test_teasers_in_a_pages_foot_do_not_count_as_text() -> None:
    below = (*MENU, *HEADLINES, "About us", TEASER, "Imprint", "Jobs", "Sitemap")
    result = article(below=below)
    assert result.text.split("\n") == list(PARAGRAPHS)
    assert result.rule(TEASER) == "far-from-text"


def test_a_long_paragraph_stays_wherever_it_stands() -> None:
    long = " ".join([TEASER] * 3)
    assert article(below=(*MENU, *HEADLINES, long)).fate(long) is Fate.KEPT


def test_a_list_of_the_articles_own_at_its_end_is_no_page() -> None:
    items = [
        f"* The {name} light, which was lit in 19{year} and has a keeper;" for year, name in enumerate("abcdefghij", 40)
    ]
    last = "All of them can be seen from the head on a clear night."
    result = article(below=(*items, last))
    assert {result.fate(line) for line in (*items, last)} == {Fate.KEPT}


def test_facts_at_the_end_are_the_texts_where_it_has_told_the_same_of_others() -> None:
    first, last = ("Keepers: two", "Built in: 1832"), ("Keepers: none at all", "Built in: 1921")
    foot = (*MENU, *HEADLINES, "Imprint", "Jobs", "Sitemap")
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], *first, *PARAGRAPHS[2:], *last, *foot)
    assert {result.fate(line) for line in (*first, *last)} == {Fate.KEPT}
    alone = clean_blocks(TITLE, *PARAGRAPHS, "Latest: ferry", "Opinion: bread", *foot)
    assert "Opinion: bread" not in alone.text


def test_where_the_text_is_scattered_over_the_page_nothing_is_guessed() -> None:
    scattered = [block for text in PARAGRAPHS for block in (*MENU, *HEADLINES[:2], text)]
    result = clean_blocks("The keeper of Marrow Head", *scattered)
    assert {result.fate(text) for text in PARAGRAPHS} == {Fate.KEPT}


def test_a_short_last_sentence_beside_a_paragraph_is_text() -> None:
    last = "Nobody has asked him since."
    result = article(below=(last, *MENU, *HEADLINES))
    assert result.fate(last) is Fate.KEPT


def test_a_dek_above_the_author_and_a_pages_buttons_is_the_articles() -> None:
    dek = "The council would keep the lighthouse and its keeper, and the port authority sees neither."
    head = (dek, *MENU, "Von Ada Beispiel, Redakteurin am Hafen", "Share via e-mail", "Copied", "autoplay")
    assert article(*head).fate(dek) is Fate.KEPT


def test_a_teaser_above_the_text_whose_words_it_does_not_know_is_none() -> None:
    teaser = "Bakers expect flour prices to climb before Easter, grocers report."
    assert article(*HEADLINES, *MENU, teaser, *MENU).fate(teaser) is Fate.SET_ASIDE


def test_a_recipe_below_the_text_is_the_articles() -> None:
    things = ("* 1/2 cup of oil", "* 6 cloves, peeled", "* 2 ripe pears", "* 250 g flour", "* salt", "* ¼ tsp pepper")
    steps = ("1. Heat the oil in a pot.", "2. Add cloves and pears.", "3. Stir in the flour, and serve.")
    result = article(below=(*MENU[:4], "Ingredients:", *things, "Directions:", *steps, *MENU, *HEADLINES))
    assert {result.fate(line) for line in (*things, *steps)} == {Fate.KEPT}


def test_a_paragraph_beyond_a_ticker_whose_words_the_text_knows_is_left_to_be_weighed() -> None:
    last = (
        "Whatever the council and the port authority say of the lighthouse, the keeper answers the radio at night, and "
        "the fishermen would like to keep the lamp."
    )
    assert article(below=(*MENU, *HEADLINES, last, *MENU, *HEADLINES)).rule(last) != "far-from-text"


def test_headings_with_numbers_that_have_a_sentence_below_them_are_no_menu() -> None:
    lines = [
        "1. It has a smell",
        "Salt, iron and a little bread, if the bakery is up. Nobody has found out why.",
        "2. It moves at walking pace",
        "Most fog on this coast comes in at four kilometres an hour. You can walk with it, and people do.",
        "3. It is heavier than it looks",
        "A cubic kilometre of it holds as much water as forty bathtubs.",
        "4. Gulls hate it",
        "They stand on the wall and wait. So should you.",
        "5. It is never the same twice",
        "6. It has a sound",
        "Listen at the horn: what comes back is not an echo.",
        "7. It ends",
        "It always has.",
    ]
    share = ["SEE ALSO: The woman who counts seals", "Pin It!", "Share", "Print"]
    below = [
        "Filed Under: Weather, Lists",
        "Reader Interactions",
        "Comments",
        "Bob says",
        "March 4, 2024 at 9:12 am",
        "Ha!",
    ]
    intro = "Fog is a cloud that came down to see what we were doing. Here are seven things that even keepers forget."
    result = clean_blocks("7 things you did not know about fog", intro, *lines[:4], *share, *lines[4:], *below)
    assert [line for line in lines if result.fate(line) is not Fate.KEPT] == []


VISITS = (
    "Where the keepers of the harbour can be heard",
    "3 May: the lighthouse above the harbour, Port Hallow",
    "10 May: the town hall of Port Hallow, with charts of the harbour",
    "17 May: the lamp room of the lighthouse, by the keeper",
    "24 May: those who fish at night, on the old pier",
)


def test_what_stands_right_below_the_text_is_weighed_and_not_judged_by_its_place() -> None:
    foot = (*MENU, *HEADLINES, "Imprint", "Jobs", "Sitemap")
    result = article(below=(*VISITS, *foot))
    assert result.text.split("\n") == [*PARAGRAPHS, *VISITS]
    behind_buttons = article(below=(*MENU, *VISITS, *HEADLINES, "Imprint", "Jobs", "Sitemap"))
    assert behind_buttons.text.split("\n") == list(PARAGRAPHS)


def test_a_few_words_right_below_the_text_are_not_weighed() -> None:
    scrap = "What is your feeling?"
    assert article(below=(scrap, *MENU, *HEADLINES, "Imprint", "Jobs")).rule(scrap) == "far-from-text"


def test_short_answers_of_an_interview_stay_below_a_link() -> None:
    asked = [
        ("Why on the ferry?", "“Nobody asked me anything there.”"),
        ("And in a storm?", "“I wrote wider.”"),
        ("What would you tell the young?", "“Take a slow boat.”"),
        ("Are you writing?", "“No. I look out.”"),
    ]
    lines = [line for pair in asked for line in pair]
    below = (
        "© 2019 The Lamp",
        "All rights reserved",
        "Share",
        "Print",
        "Read more: Ten books of the spring",
        "Contact",
    )
    result = clean_blocks(TITLE, *PARAGRAPHS, *lines[:4], "Read also: Ten books of the spring", *lines[4:], *below)
    assert [line for line in lines if result.fate(line) is not Fate.KEPT] == []


def test_the_points_of_a_summary_stay_far_above_the_text() -> None:
    points = ("Council would like to keep the lamp", "Harbour earns too little for the roof")
    buttons = ("By Ada Example", "3 May 2011", "E-mail", "12 shares", "View comments", "Share this article", "Print")
    result = clean_blocks("News", "Sport", TITLE, *points, *buttons, *PARAGRAPHS, "Share", TITLE)
    assert [line for line in points if result.fate(line) is not Fate.KEPT] == []


def test_an_interview_goes_on_below_links_where_the_text_is_of_questions_and_answers() -> None:
    asked = ("Why on the ferry?", "And in a storm?", "Are you writing?")
    said = ("Nobody asked me anything there.", *PARAGRAPHS[2:4])
    lines = [line for pair in zip(asked, said, strict=True) for line in pair]
    more = (
        "What would you tell the young?",
        "Let them take a slow boat in a good summer, till the keeper answers.",
    )
    links = ("The last ferry of the year", "Who owns the quay?")
    below = ("© 2019 The Lamp", "All rights reserved", "Share", "Print", "Contact", "Imprint")
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], *lines, "Read also", *links, *more, *below)
    assert [line for line in (*lines, *more) if result.fate(line) is not Fate.KEPT] == []
    assert {result.fate(line) for line in links} == {Fate.SET_ASIDE}


DETAILS = (
    "Newsroom",
    "E-mail",
    "12 shares",
    "View comments",
    "Share this article",
    "Print",
    "Lamps",
    "Fishing",
    "Piers",
)


def test_a_short_sentence_right_below_the_title_whose_words_the_text_has_stays_far_above_it() -> None:
    dek = "Those who fish want a keeper in the lighthouse."
    assert clean_blocks("News", TITLE, dek, *DETAILS, *PARAGRAPHS).fate(dek) is Fate.KEPT
    other = "Ferries run every hour until the autumn."
    assert clean_blocks("News", TITLE, other, *DETAILS, *PARAGRAPHS).rule(other) == "far-from-text"
    of_the_site = "Thoughts about the lamp and those who fish."
    assert clean_blocks("News", TITLE, of_the_site, *DETAILS, *PARAGRAPHS).rule(of_the_site) == "far-from-text"


def test_short_sentences_one_after_the_other_that_lead_to_the_text_stay() -> None:
    lead = ("The keeper went missing on a Tuesday evening.", "The harbour police have now begun a search.")
    result = clean_blocks("News", TITLE, *DETAILS, *lead, *PARAGRAPHS)
    assert [line for line in lead if result.fate(line) is not Fate.KEPT] == []
