"""Rules for the title and the summary under it."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, Result, article, clean_blocks

SUMMARY = "What the lamp costs, and why the fishermen would rather pay for a keeper who talks to them at night."


def lead(*above: str) -> Result:
    return clean_blocks(*above, *PARAGRAPHS)


def test_the_first_line_whose_words_the_text_takes_up() -> None:
    result = lead("The Example", "World", "Search this site", TITLE, "By Ada Example")
    assert result.meta.title == TITLE
    assert {result.rule(line) for line in ("The Example", "World", "Search this site")} <= {"above-title", "link-list"}


def test_a_line_that_stands_twice() -> None:
    result = lead("Breaking things", "A cold winter", "A cold winter", "By Ada Example")
    assert result.meta.title == "A cold winter"
    assert result.rule("Breaking things") == "above-title"


def test_a_masthead_that_stands_twice_gives_way_to_a_title_that_the_text_takes_up() -> None:
    assert lead("The Daily Example", "The Daily Example", TITLE).meta.title == TITLE


@pytest.mark.parametrize(
    ("line", "title", "publication"),
    [
        (TITLE + " | The Harbour Example", TITLE, "The Harbour Example"),
        (TITLE + " | Photos", TITLE, ""),
        (TITLE + " | Tags: harbour, lamps", TITLE, ""),
        (TITLE + " - The Harbour Example", TITLE + " - The Harbour Example", ""),
        ("Keeper of the lamp – and of the town", "Keeper of the lamp – and of the town", ""),
    ],
)
def test_the_publication_behind_a_bar(line: str, title: str, publication: str) -> None:
    meta = lead(line).meta
    assert (meta.title, meta.publication) == (title, publication)


def test_the_publication_behind_a_hyphen_where_the_page_names_it_too() -> None:
    result = clean_blocks(TITLE + " - Harbour Example", *PARAGRAPHS, "© 2011 Harbour Example")
    assert (result.meta.title, result.meta.publication) == (TITLE, "Harbour Example")


@pytest.mark.parametrize("other", ["{} | Harbour Example", "{} - Harbour Example", "Harbour Example: {}"])
def test_the_publication_beside_the_same_title(other: str) -> None:
    result = lead(other.format(TITLE), TITLE)
    assert (result.meta.title, result.meta.publication) == (TITLE, "Harbour Example")


def test_a_byline_a_date_and_a_menu_are_no_titles() -> None:
    result = lead("• Harbour lamp keeper", "3 May 2011", "By Ada Keeper", "Next lamp »", "Lamps")
    assert result.meta.title == "Lamps"


def test_a_title_above_a_byline_where_the_text_takes_up_no_words() -> None:
    assert lead("All we print is true", "Dark times", "By Ada Example").meta.title == "Dark times"


@pytest.mark.parametrize("details", [(), ("By Ada Example",)])
def test_a_short_first_sentence_is_not_taken_for_the_title(details: tuple[str, ...]) -> None:
    result = lead("Dark times", *details, "The keeper fears for the lamp.")
    assert result.meta.title == "Dark times"
    assert result.fate("The keeper fears for the lamp.") is Fate.KEPT


def test_a_source_without_a_title_is_named_by_its_first_words_and_that_is_told() -> None:
    result = clean_blocks(*PARAGRAPHS)
    assert result.meta.title == "The lighthouse above the harbour has had a keeper for…"
    assert [(told.line, told.text) for told in result.cleaned.warnings] == [
        (1, "no title was found: the text's first words stand for it")
    ]
    assert result.text.split("\n") == list(PARAGRAPHS)


def test_a_source_of_one_line_is_its_title_and_has_no_text() -> None:
    result = clean_blocks("The lamp is out")
    assert result.meta.title == "The lamp is out"
    assert [told.text for told in result.cleaned.warnings] == ["no text was found for the article's body"]


def test_a_source_of_one_sentence_of_prose_has_a_body() -> None:
    result = clean_blocks(PARAGRAPHS[0])
    assert result.text == PARAGRAPHS[0]


def test_a_summary_above_the_byline() -> None:
    result = article(SUMMARY, "By Ada Example")
    assert (result.rule(SUMMARY), result.meta.summary) == ("dek", SUMMARY)


def test_a_summary_without_a_full_stop_right_under_the_title() -> None:
    assert article("What the lamp costs, and who pays").meta.summary == "What the lamp costs, and who pays"


@pytest.mark.parametrize("end", [",", ";"])
def test_a_line_that_goes_on_below_is_no_title(end: str) -> None:
    line = f"Late in the spring of that year{end}"
    assert clean_blocks(line, TITLE, *PARAGRAPHS).meta.title == TITLE


def test_a_summary_below_buttons_that_was_cut_off() -> None:
    line = "What does the lamp cost, and who pays for it? Our guide to a quarrel that never..."
    assert article("3 May 2011", line).meta.summary == line


def test_the_first_paragraph_below_the_byline_is_no_summary() -> None:
    result = article("By Ada Example", SUMMARY)
    assert (result.fate(SUMMARY), result.meta.summary) == (Fate.KEPT, "")


def test_a_sentence_right_under_the_title_is_the_texts() -> None:
    assert article("It was a cold winter.").fate("It was a cold winter.") is Fate.KEPT


def test_a_first_sentence_that_trails_off_is_the_texts() -> None:
    line = "And then there was nothing to be heard on the mole but the sea..."
    assert article(line, "A gull cried.").span(line).role is Role.BODY


def test_a_text_without_a_title_keeps_its_first_sentence() -> None:
    first = "This winter the lamp of the lighthouse was lit on every night but three."
    result = clean_blocks(first, *PARAGRAPHS)
    assert result.fate(first) is Fate.KEPT
    assert result.meta.title.startswith("This winter the lamp")
    assert result.cleaned.warnings


@pytest.mark.parametrize("byline", ["By Ada Example", "3 May 2011", "Ada Example\n3 May 2011", "Von Ada Beispiel"])
@pytest.mark.parametrize("masthead", ["The Marrow Bay Argus", "Der Hafenbote von Nordend", "Office of the Mayor"])
def test_the_line_right_above_the_details_is_the_title_and_not_the_masthead(masthead: str, byline: str) -> None:
    assert lead(masthead, "World", TITLE, byline).meta.title == TITLE


def test_a_paper_named_after_the_town_that_the_text_is_about() -> None:
    result = lead("El Faro de Harbour", "Harbour town argues over its old keeper", "3 May 2011")
    assert result.meta.title == "Harbour town argues over its old keeper"


def test_a_headline_with_capitals_above_buttons_and_a_caption() -> None:
    caption = "The lighthouse above the harbour and its keeper in the storm of June 2001"
    result = clean_blocks("Harbour Keeper Stays", "• Share\n• Print", caption, *PARAGRAPHS)
    assert result.meta.title == "Harbour Keeper Stays"


@pytest.mark.parametrize("path", ["Home / Lamps / {}", "You are here: Home » {}", "Home Lamps {}"])
def test_the_path_to_the_page_is_no_title(path: str) -> None:
    result = lead(path.format(TITLE), TITLE, "By Ada Example")
    assert (result.meta.title, result.fate(path.format(TITLE))) == (TITLE, Fate.SET_ASIDE)


@pytest.mark.parametrize(
    "line",
    [
        "Posted on: 07-19-2012 With: 1 Comment Posted by: Ben Muster",
        "on October 31, 2012 at 5:03 PM, updated October 31, 2012 at 5:10 PM",
        "Written by Guest Contributor - 6 Comments",
    ],
)
def test_a_line_of_details_is_no_title(line: str) -> None:
    assert lead("Dark times", line).meta.title == "Dark times"


def test_a_name_between_title_and_date_is_no_title() -> None:
    result = lead("Dark times for all", "BASIL ORCHARD  at Gull Point", "24 June 1999")
    assert (result.meta.title, result.meta.author) == ("Dark times for all", ("Basil Orchard",))


def test_a_paragraph_of_several_sentences_is_no_title() -> None:
    paragraph = (
        "Wer wissen will, wie viele Lampen es gibt, der fragt Höft. Auf dem Amt heißt es: „Das prüfen wir. Bald.“"
    )
    assert clean_blocks(paragraph, *PARAGRAPHS).fate(paragraph) is Fate.KEPT


def test_two_short_sentences_can_be_a_title() -> None:
    assert lead("Lamp out. Keeper gone.", "By Ada Example").meta.title == "Lamp out. Keeper gone."


def test_a_sentence_below_other_sentences_is_no_title() -> None:
    above = "The lamp was lit again last night, and nobody saw it but a gull."
    result = clean_blocks(above, "The keeper slept.", *PARAGRAPHS)
    assert result.fate("The keeper slept.") is Fate.KEPT


def test_lines_of_a_broken_paragraph_are_no_titles() -> None:
    lines = (
        "It was not a bad winter on the mole, and the keeper had read four books",
        "when the first of the storms came",
    )
    assert all(clean_blocks("\n".join(lines), *PARAGRAPHS).fate(line) is Fate.KEPT for line in lines)


@pytest.mark.parametrize("details", ["3 May 2011", "Ada Example\n3 May 2011"])
def test_a_title_below_a_welcome_or_a_consent_of_whole_sentences(details: str) -> None:
    welcome = "We and our 412 partners store information on your device, such as cookies, and process what you tell us."
    result = clean_blocks("We value your privacy", welcome, TITLE, details, *PARAGRAPHS)
    assert (result.meta.title, str(result.meta.date)) == (TITLE, "2011-05-03")


def test_a_date_well_inside_the_text_makes_no_title_of_the_line_above() -> None:
    blocks = (TITLE, *PARAGRAPHS[:4], "A second lamp for the harbour", "3 May 2011", PARAGRAPHS[4])
    assert clean_blocks(*blocks).meta.title == TITLE


def test_an_address_behind_the_title_is_not_part_of_it() -> None:
    assert lead(TITLE + " http://harbour.example/lamp").meta.title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Print This Article | Single Page",
        "Article from: Agence Exemple",
        "Location: The Harbour Newsdesk",
        "DAILY NEWS TV EDITOR",
        "[ Harbour Lamps Ships Keepers ]",
        "Posted by timothy on Tuesday July 24, @10:46AM",
        "Guest post by Ben Muster of Lamps and Ships",
    ],
)
def test_a_line_of_the_page_is_no_summary(line: str) -> None:
    assert article(line).meta.summary == ""
    assert article(line, "3 May 2011").meta.summary == ""


def test_a_summary_stays_in_the_text() -> None:
    result = article("What the lamp costs, and who pays")
    assert (result.fate("What the lamp costs, and who pays"), result.text.split("\n")[0]) == (
        Fate.KEPT,
        "What the lamp costs, and who pays",
    )


@pytest.mark.parametrize(
    "line",
    [
        "A keeper and his brother, who counts ships, asked the council whether it had “any lamps left in the town?”",
        "The story so far: does a lamp help? There are ships at night, and nobody has asked them what they want of it",
        "The three things that the council heard most often about the lamp in the harbour last winter were:",
    ],
)
def test_a_first_sentence_of_the_text_stays_in_it(line: str) -> None:
    result = lead(line)
    assert result.rule(line) != "title"
    assert line.split("“")[0] in result.body


def test_a_short_question_or_one_above_a_byline_may_be_the_title() -> None:
    assert lead("“Who lit the lamp?”").meta.title == "“Who lit the lamp?”"
    long = "Harbour keeper asks the council at its first meeting of the winter: “Who lit the lamp?”"
    assert lead(long, "By Ada Example", "3 May 2011").meta.title == long


def test_a_line_between_title_and_byline_is_the_summary_though_the_text_has_other_words() -> None:
    line = "A watchman speaks of loneliness, shortwave and why his own dinghy rots ashore"
    result = clean_blocks(TITLE, line, "By Ada Example", *PARAGRAPHS)
    assert (result.rule(line), result.meta.summary) == ("dek", line)


def test_a_title_in_capitals_above_its_subtitle() -> None:
    capitals = TITLE.upper()
    result = lead("Newsroom", capitals, "The council would like to keep the lamp and its keeper", "3 May 2011")
    assert result.meta.title == capitals
    # Whom to ask may stand above, in words that the text takes up.
    asked = ("For immediate release", "The keeper of the lamp")
    subtitle = "The council would like to keep the lamp and its keeper"
    assert lead(*asked, capitals, subtitle).meta.title == capitals


def test_a_title_that_heads_the_buttons_below_the_text_too() -> None:
    points = ("Council would like to keep the lamp", "Fishermen who fish at night fear the silence")
    result = clean_blocks("News", TITLE, *points, "By Ada Example", "3 May 2011", *PARAGRAPHS, "Share", TITLE, "Print")
    assert result.meta.title == TITLE
    assert [line for line in points if result.fate(line) is not Fate.KEPT] == []


def test_the_author_between_title_and_date_is_no_title_with_her_place_or_twice() -> None:
    assert lead(TITLE, "A. Example | Harbour", "3 May 2011").meta.title == TITLE
    note = "Ada Example has been a columnist of this paper for as long as anybody remembers."
    result = clean_blocks(TITLE, "Ada Example", "Ada Example", "Columnist", "3 May 2011", *PARAGRAPHS, note)
    assert result.meta.title == TITLE
    assert clean_blocks("霧の港 第12回", "山田例子", "2018年6月3日", *PARAGRAPHS).meta.title == "霧の港 第12回"


def test_points_times_and_teams_are_no_titles() -> None:
    points = ("Key points", "Council wants to keep its keeper", "Fishermen fear the silence")
    assert lead("Fog over the coast: the latest", *points).meta.title == "Fog over the coast: the latest"
    assert lead(TITLE, "First told on 17 February, 18.20 h", "3 May 2011").meta.title == TITLE
    assert lead(TITLE, "A subtitle on the lamp", "Harbour FC", "2", "Lighthouse town", "1").meta.title == TITLE


def test_the_heading_of_a_tickers_first_entry_is_no_title() -> None:
    entries = [
        line for time, text in zip(("21:58", "20:15", "18:02"), PARAGRAPHS, strict=False) for line in (time, text)
    ]
    result = clean_blocks(
        "Fog over the harbour: the latest from the lighthouse", entries[0], "Keeper of the harbour lamp", *entries[1:]
    )
    assert result.meta.title == "Fog over the harbour: the latest from the lighthouse"


def test_a_part_of_the_paper_before_the_title_is_no_publication() -> None:
    assert lead("Letters to the Editor: " + TITLE, TITLE).meta.publication == ""


def test_where_a_chinese_report_comes_from_is_no_title() -> None:
    title, origin = "老码头变身图书馆", "来源：西滨日报"
    text = (
        "西滨市老码头的三号仓库日前改建完成，成为全市第一座建在水上的图书馆。馆内藏书四万册，其中三分之一与航海有关。"
    )
    more = "据介绍，仓库建于一九二一年，曾经存放茶叶和丝绸。改建时保留了原来的木梁和铁门，读者可以坐在窗边看船。"
    result = clean_blocks(title, origin, "2016年08月19日 09:30", text, "分享到：", "微博", "微信", more)
    assert result.meta.title == title
    assert result.text.split("\n") == [text, more]


def test_a_dek_right_below_the_headlines_second_copy() -> None:
    dek = "Das Hafenamt spart am Haus auf dem Kap, und die Fischer fragen, wer nachts antwortet"
    text = (
        "Vom ersten Oktober an wird der Leuchtturm auf dem Kap ohne Wärter arbeiten. So hat es das Amt entschieden, "
        "dem das Haus zu teuer geworden ist.",
        "Der Wärter lebt seit achtundzwanzig Jahren auf dem Kap, und die Fischer sagen, dass er noch nachts antwortet.",
    )
    headline = "Der Leuchtturm verliert seinen Wärter"
    result = clean_blocks(headline, "Teilen", "Merken", "Drucken", headline, dek, *text)
    assert result.rule(dek) == "dek"


PAGE = ("We use scripts to show you all of this page, so please switch them on before you read what is on it.",)
"""A paragraph of the page's own, above the article."""


def test_a_title_above_the_densest_text_and_not_above_the_pages_first_paragraph() -> None:
    menu = [f"Entry {sign}" for sign in "abcdefghijkl"]
    assert lead("Harbour pages", *PAGE, *menu, TITLE).meta.title == TITLE


def test_the_line_above_a_dek_is_the_title_though_the_dek_shares_more_words() -> None:
    title = "What nobody in town will ever forgive"
    dek = "The port authority would have a lamp that switches itself on, and the council a keeper who answers the radio"
    assert lead("World", title, dek, "By Ada Example, 3 May 2011").meta.title == title


def test_a_title_that_stands_again_below_the_text() -> None:
    title, teaser = "The long argument of the winter", "A summer in harbour"
    assert clean_blocks("Front page", teaser, title, *PARAGRAPHS, "Next", title).meta.title == title


@pytest.mark.parametrize("path", ["Home News {}", "HomeNews{}", "Home – Harbour {}"])
def test_a_title_behind_the_path_to_it(path: str) -> None:
    assert lead(path.format(TITLE), "News", TITLE).meta.title == TITLE


def test_a_dash_parts_no_title_whose_path_names_it_whole() -> None:
    title = "A keeper for the harbour – at last"
    assert lead(f"News {title}", title).meta.title == title


def test_names_between_guillemets_are_no_path() -> None:
    title = "Le gardien «assume» et «revendique» sa méthode"
    assert lead(title, "27 octobre 2012").meta.title == title


def test_an_item_of_a_menu_within_a_menu_is_no_title() -> None:
    assert lead("o Harbour", "o Lamps", "o Harbour", TITLE).meta.title == TITLE


def test_a_title_behind_a_path_needs_no_words_of_the_text_but_the_label_of_a_field_does() -> None:
    title = "The regatta that nobody won"
    assert lead(f"HomeSport{title}", "Sport", title, SUMMARY).meta.title == title
    assert lead("Forgotten your own password?", "your own password", TITLE).meta.title == TITLE
