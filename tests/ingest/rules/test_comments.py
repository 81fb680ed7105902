"""Rules for readers' comments."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from generator.ingest.blocks import make_blocks
from generator.ingest.findings import Reading, Settings
from generator.ingest.rules.comments import comment_section
from tests.ingest.sources import PARAGRAPHS, TITLE, Result, article, article_around, clean_blocks

COMMENT = "I was there myself that winter, and I can tell you that the lamp was lit on every single night of it."


def read(*texts: str) -> Reading:
    return Reading(make_blocks([line for text in texts for line in (text, "")]), Settings())


def roles(result: Result, *lines: str) -> set[str]:
    return {result.span(line).role for line in lines}


@pytest.mark.parametrize("heading", ["2 Responses", "2 Responses to “The keeper”", "Comments (2)", "12 Kommentare"])
@pytest.mark.parametrize(
    "head",
    ["1. tin_lid", "tin_lid says:", "tin_lid wrote on 3 May 2011 at 10:05", "Reply"],
    ids=["no", "says", "on", "reply"],
)
def test_a_heading_with_comments_below_it_ends_the_text(heading: str, head: str) -> None:
    below = (heading, head, COMMENT, "2. Old Harbourmaster", "Thirty years I have waited for somebody to say so.")
    result = article(below=below)
    assert roles(result, *below) == {Role.COMMENT}
    assert result.text.split("\n") == list(PARAGRAPHS)


def test_names_with_a_time_begin_comments_even_without_a_heading() -> None:
    below = ("geigerwife says:", "July 18, 2006 at 9:41 pm", COMMENT)
    assert roles(article(below=below), *below) == {Role.COMMENT}


def test_names_without_a_time_are_speakers() -> None:
    talk = ("The keeper says:", COMMENT)
    assert [article(below=talk).fate(line) for line in talk] == [Fate.KEPT] * 2


def test_a_heading_at_the_end_with_nothing_below_it() -> None:
    below = ("Latest Comment", "Post Comment", "Read Comments")
    assert roles(article(below=below), *below) == {Role.COMMENT}


@pytest.mark.parametrize("line", ["Comments", "3 comments", "Leave a comment", "Комментарии (0)"])
def test_a_link_to_the_comments_in_the_middle(line: str) -> None:
    result = article_around(line)
    assert (result.rule(line), result.text.split("\n")) == ("comment-link", list(PARAGRAPHS))


@pytest.mark.parametrize("heading", ["Discussion", "Reactions", "Responses:"])
def test_a_word_that_can_head_a_section_needs_comments_with_a_time_below_it(heading: str) -> None:
    stamped = (heading, "tin_lid says:", "3 May 2011 at 10:05", COMMENT)
    assert roles(article(below=stamped), *stamped) == {Role.COMMENT}
    section = (heading, COMMENT)
    assert [article(below=section).fate(line) for line in section] == [Fate.KEPT] * 2


@pytest.mark.parametrize(
    "line",
    ["3 comments followed.", "Comment on dit en France.", "12 responses arrived, all unkind", "Reply came by post"],
)
def test_a_line_that_begins_alike_is_no_heading(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


def test_comments_cannot_stand_before_the_text() -> None:
    result = clean_blocks("The keeper", "2 comments", *PARAGRAPHS)
    assert result.rule("2 comments") == "comment-link"
    assert result.text.split("\n") == list(PARAGRAPHS)


def test_a_heading_in_the_middle_is_only_a_link_where_the_text_goes_on() -> None:
    below = ("Comments", "Nobody spoke.", *PARAGRAPHS)
    result = clean_blocks("The keeper", *(text + " So it was." for text in PARAGRAPHS[:2]), *below)
    assert result.rule("Comments") == "comment-link"
    assert result.fate(PARAGRAPHS[4]) is Fate.KEPT


def test_what_counts_the_comments_of_several_teasers_heads_none() -> None:
    teasers = [
        line
        for number, headline in enumerate(("Ferry fares rise", "The bell is back", "A keeper looks back"))
        for line in (headline, f"Comments: , recommended: {number}" if number else "Comments:")
    ]
    lines = [line for text in (*PARAGRAPHS[:4], *teasers, PARAGRAPHS[4]) for line in (text, "")]
    assert not list(comment_section(Reading(make_blocks(lines), Settings())))


ATTRIBUTIONS = [
    ("tin_lid | May 3, 2011 10:05 am", "Harbourmaster | May 3, 2011 11:40 am", "gull | May 4, 2011 8:02 am"),
    ("Posted by tin_lid on 3 May 2011", "Posted by Harbourmaster on 3 May 2011", "Posted by gull on 4 May 2011"),
    ("Posted by: tin_lid on 8:21pm Tue", "Posted by: gull on 9:06pm Tue", "Posted by: tin_lid on 11:21pm Tue"),
    ("- tin_lid, 03.05.2011 10:05", "- gull, 03.05.2011 11:40", "- tin_lid, 04.05.2011 08:02"),
]


@pytest.mark.parametrize("heads", ATTRIBUTIONS)
def test_lines_that_name_who_wrote_when_recur_between_comments(heads: tuple[str, str, str]) -> None:
    below = (heads[0], COMMENT, heads[1], COMMENT + " Twice.", heads[2], "I rowed past it and saw nothing at all.")
    result = article("By Edda Quill", "Posted by Edda Quill on 2 May 2011", below=below)
    assert roles(result, *below[2:]) == {Role.COMMENT}
    assert result.text.split("\n")[: len(PARAGRAPHS)] == list(PARAGRAPHS)


def test_a_table_of_times_is_no_row_of_comments() -> None:
    table = [f"2011-05-0{day} 18:00 │ {day}" for day in range(1, 9)]
    result = article_around("The keeper wrote down when he lit the lamp:", *table)
    assert {result.fate(row) for row in table} == {Fate.KEPT}
    assert result.text.endswith(PARAGRAPHS[-1])


def test_the_posts_of_a_blog_are_no_comments() -> None:
    post = " ".join(PARAGRAPHS) * 3
    heads = [f"Posted by Edda Quill on {day} May 2011" for day in range(3, 7)]
    below = [block for number, head in enumerate(heads) for block in (f"Post {number}. {post}", head)]
    result = article(below=tuple(below))
    assert result.fate(below[-2]) is Fate.KEPT


def test_where_comments_are_closed_above_the_text_it_is_the_text_that_follows() -> None:
    result = clean_blocks(TITLE, PARAGRAPHS[0], "Comments are closed.", *PARAGRAPHS[1:])
    assert {result.fate(paragraph) for paragraph in PARAGRAPHS} == {Fate.KEPT}
    assert result.fate("Comments are closed.") is Fate.SET_ASIDE


@pytest.mark.parametrize("line", ["Comments are now closed for this story", "Комментарии закрыты"])
def test_where_comments_are_closed_nothing_more_of_the_article_comes(line: str) -> None:
    below = (line, "Stephen B", " ".join(PARAGRAPHS), "Puddin", COMMENT)
    result = article(below=below)
    assert result.text.split("\n") == list(PARAGRAPHS)
    assert roles(result, line, "Stephen B", COMMENT) == {Role.COMMENT}


def test_attributions_below_their_comments_take_the_first_comment_with_them() -> None:
    names = ("Sandra Keele", "R. Townsend", "one bin wonder", "Jeremy Pool")
    blocks = [
        f"{COMMENT} {name}.\nPosted by {name} on May 3, 2011 4:5{n} PM\nReport it" for n, name in enumerate(names)
    ]
    result = article(below=tuple(blocks))
    assert result.text.split("\n") == list(PARAGRAPHS)
    assert result.meta.author == ()


def test_the_articles_own_line_below_it_does_not_take_the_last_paragraph() -> None:
    own = "Posted by Silas Wray on June 18, 2007 10:14 PM"
    heads = [f"tin_lid{n} | June 19, 2007 9:1{n} AM" for n in range(3)]
    below = (own, "Comments", *(block for n, head in enumerate(heads) for block in (head, f"{COMMENT} {n}")))
    assert article(below=below).text.split("\n") == list(PARAGRAPHS)


def test_what_leads_to_the_post_itself_does_not_take_the_last_paragraph() -> None:
    own = "Posted by Silas Wray on June 18, 2007 10:14 PM | Permalink"
    replies = tuple(f"{COMMENT} {n}\nPosted by tin_lid{n} on June 19, 2007 9:1{n} AM" for n in range(4))
    assert article(below=(own, *replies)).text.split("\n") == list(PARAGRAPHS)


def test_comments_signed_with_name_and_town() -> None:
    towns = ("- Louise, Lancroft, UK", "- Frank McAllan, Port Hallow, New South Shire", "- T. Rudd, Caldmouth")
    below = [block for n, town in enumerate(towns) for block in (f"{COMMENT} {n}\n{town}",)]
    result = article(below=tuple(below))
    assert roles(result, *towns) == {Role.COMMENT}
    assert result.text.split("\n") == list(PARAGRAPHS)


TALK = (
    "I live beside it and nobody ever asked me.",
    "Write to the board directly, they do answer you.",
    "Will do, thanks.",
)


def test_names_alone_that_come_back_between_comments() -> None:
    names = ("Chris Barrow", "Gert Feldman", "Chris Barrow", "Lottie P")
    below = [block for name, text in zip(names, (*TALK, COMMENT), strict=True) for block in (name, text)]
    result = article(below=tuple(below))
    assert roles(result, *names) == {Role.COMMENT}
    assert result.text.split("\n") == list(PARAGRAPHS)


def test_handles_alone_between_comments() -> None:
    below = [block for name, text in zip(("tin_lid", "gull", "bob77", "skerry"), (*TALK, COMMENT), strict=True)
             for block in (name, text)]  # fmt: skip
    assert article(below=tuple(below)).text.split("\n") == list(PARAGRAPHS)


def test_speakers_whom_the_text_introduces_are_no_commenters() -> None:
    intro = "On the stage sat Chris Barrow of the board, Gert Feldman of the fleet and Lottie Prew, who keeps the lamp."
    names = ("Chris Barrow", "Gert Feldman", "Chris Barrow", "Lottie Prew")
    below = [block for name, text in zip(names, (*TALK, COMMENT), strict=True) for block in (name, text)]
    result = article(below=(intro, *below))
    assert {result.fate(line) for line in below} == {Fate.KEPT}


def test_the_headings_of_an_article_are_no_commenters() -> None:
    heads = ("Old Mole", "Gull Point", "Ebb End", "Old Mole")
    below = [
        block for head, text in zip(heads, PARAGRAPHS, strict=False) for block in (head, text.replace("the", "its"))
    ]
    result = article(below=tuple(below))
    assert {result.fate(line) for line in below} == {Fate.KEPT}


@pytest.mark.parametrize(
    "line",
    [
        "Here's a sample of the latest views published.",
        "No comments have been posted yet",
        "Listed below are links to weblogs that reference The keeper:",
        "3 Responses to Harbour town argues over a lighthouse keeper",
        "Reacties",
        "2 comentários:",
        "Yorum yaz",
        "评论 (3)",
    ],
)
def test_what_announces_comments_in_many_words_and_languages(line: str) -> None:
    result = article(below=(line, "Nobody has written."))
    assert roles(result, line, "Nobody has written.") == {Role.COMMENT}


@pytest.mark.parametrize(
    "line",
    [
        "A sample of the latest paint was sent to the board.",
        "Three responses to the question of who pays the keeper and his dog came in",
        "Views below the lamp are the best in the county.",
        "Lancroft, Caldmouth and Port Hallow sent boats.",
    ],
)
def test_a_sentence_that_only_sounds_so_is_kept(line: str) -> None:
    result = article_around(line, "Nobody has written.")
    assert {result.fate(text) for text in (line, "Nobody has written.", *PARAGRAPHS)} == {Fate.KEPT}


def test_what_a_blogs_template_says_of_a_commenter() -> None:
    below = (
        "Lurdes disse...",
        "Que saudades da minha.",
        "21 de junho de 2011",
        "Zé do Poço disse...",
        "No meu não há.",
    )
    assert roles(article(below=below), *below) == {Role.COMMENT}


def test_a_list_of_people_with_their_towns_is_no_row_of_comments() -> None:
    people = tuple(
        f"{name}, {town}" for name, town in (("Ada Fenn", "Old Mole"), ("Ben Moss", "Ebb End"), ("Cy Hale", "Orrin"))
    )
    result = article_around("The winners are these, and nobody was surprised by any of them:", *people)
    assert {result.fate(line) for line in people} == {Fate.KEPT}


PRAISE = (
    "I love this! I have been trying to get my brother to climb up there for years.",
    "Thanks for sharing this, Ulla. My sister still lives beside it and I must send her the link.",
    "Great post. I always look forward to your Sunday pieces.",
)


def test_readers_who_thank_and_praise_the_author() -> None:
    assert article(below=PRAISE).text.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "lines",
    [
        PRAISE[:2],
        tuple(f"“{line}”" for line in PRAISE),
        ("Great work was done on the roof.", "Good stories are told of it.", "I loved the lamp, she said, and left."),
        ("Great idea is what they called it.", "Thanks for the lamp went to the board.", "Good work has its price."),
    ],
)
def test_thanks_and_praise_in_an_article_stay(lines: tuple[str, ...]) -> None:
    result = article(below=lines)
    assert [result.fate(line) for line in lines] == [Fate.KEPT] * len(lines)


def test_dates_above_other_articles_in_the_midst_of_a_text_are_no_commenters() -> None:
    teasers = [
        (f"Analyse {day}.04.2022", "Der Turm am Hafen", "Was der Rat im Winter beschloss und was er davon hielt.")
        for day in (11, 12, 24)
    ]
    result = clean_blocks(
        TITLE, *PARAGRAPHS[:2], *teasers[0], PARAGRAPHS[2], *teasers[1], PARAGRAPHS[3], *teasers[2], PARAGRAPHS[4]
    )
    assert {result.fate(text) for text in PARAGRAPHS} == {Fate.KEPT}


@pytest.mark.parametrize(
    "teaser", ["Harbour Is Said to Be Close to a Deal JULY 22, 2011", "What does Keele say? (May 3, 2011)"]
)
def test_a_headline_in_which_somebody_says_something_and_a_day_heads_no_comment(teaser: str) -> None:
    assert not list(comment_section(read(*PARAGRAPHS[:3], teaser, *PARAGRAPHS[3:])))


@pytest.mark.parametrize(
    "head", ["tin_lid says: on Monday, May 3, 2011 at 10:05", "tin_lid schrieb am 3.5.2011 um 10:05"]
)
def test_few_words_stand_between_who_speaks_and_the_day(head: str) -> None:
    assert roles(article(below=(head, COMMENT)), head) == {Role.COMMENT}


HOUSE = "The cottage has four rooms, a slate roof and a yard in which the last owner kept his nets dry and his boat."


@pytest.mark.parametrize(
    "heads",
    [
        ("Port Hallow, NS", "Lancroft, NS", "Caldmouth, WA"),
        ("Harbour hall 3 May 2011 19:00", "Sail loft 4 May 2011 18:00", "Chapel 5 May 2011 18:00"),
    ],
    ids=["towns", "times"],
)
def test_towns_and_times_above_texts_in_which_nobody_speaks_are_the_articles(heads: tuple[str, ...]) -> None:
    parts = [line for n, head in enumerate(heads) for line in (head, f"{HOUSE} It is number {n}.")]
    assert not list(comment_section(read(*PARAGRAPHS, *parts)))
    spoken = [line for n, head in enumerate(heads) for line in (head, f"{COMMENT} {n}")]
    assert list(comment_section(read(*PARAGRAPHS, *spoken)))


def test_the_same_time_above_each_text_is_no_readers() -> None:
    news = [line for n in range(4) for line in ("Mon 18 July 2011 06:00:00", f"{COMMENT} {n}")]
    assert not list(comment_section(read(*PARAGRAPHS, *news)))


LONG_TEXT = tuple(f"{text} That was in the year {1900 + n}." for n in range(3) for text in PARAGRAPHS)


def test_comments_that_stand_above_the_article_end_where_it_begins() -> None:
    above = (
        "4 replies",
        "Reply",
        "tin_lid",
        "about 2 months ago",
        "It was lit in my time, and I can prove it.",
        "Reply",
    )
    lead = (
        COMMENT,
        "Who remembers it now that the boats are gone and the bell is sold, I should like to know, friends.",
    )
    reading = read(*lead, *above, "The keeper", *LONG_TEXT, "Comments", "1. gull", COMMENT)
    found = [reading.blocks[finding.block].text for finding in comment_section(reading)]
    assert found == [*above, "Comments", "gull", COMMENT]


def test_a_link_to_comments_above_the_article_takes_nothing_of_it() -> None:
    lead = (COMMENT, "All prices are told with the tax that the county takes of whatever is landed in its harbours.")
    reading = read(*lead, "Comments", "Related", "Published: 2011-06-04 02:37:08", *LONG_TEXT)
    assert not list(comment_section(reading))


def test_two_lines_that_a_blogs_template_wrote_begin_comments_though_the_first_is_long() -> None:
    long = " ".join([COMMENT, *PARAGRAPHS])
    assert len(long.split()) > 130
    below = ("A. N. Oldtimer Esq. said...", long, "Ada Example said...", "The council sets the hours.")
    assert roles(article(below=below), *below) == {Role.COMMENT}


def test_a_line_of_marks_behind_somebody_who_says_is_read_in_bounded_time() -> None:
    line = "x says " + "a.,(" * 170 + "?"
    assert article_around(line).rule(line) != "comment-section"
