"""Rules for who wrote the article, and for tags."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks


def test_a_byline_under_the_title() -> None:
    result = article("By Ada Example")
    assert (result.rule("By Ada Example"), result.meta.author) == ("byline", ("Ada Example",))


def test_a_byline_below_the_text() -> None:
    result = article(below=("By Ada Example",))
    assert (result.rule("By Ada Example"), result.meta.author) == ("byline", ("Ada Example",))


def test_a_byline_in_the_middle_is_somebody_elses() -> None:
    result = article_around("By Ada Example")
    assert (result.fate("By Ada Example"), result.meta.author) == (Fate.KEPT, ())


def test_a_byline_without_a_person_names_no_author() -> None:
    result = article("By Staff Reporter")
    assert (result.rule("By Staff Reporter"), result.fate("By Staff Reporter")) == ("byline", Fate.SET_ASIDE)
    assert result.meta.author == ()


def test_two_bylines_one_below_the_other_are_two_authors() -> None:
    assert article("By Ada Example\nBy Ben Muster").meta.author == ("Ada Example", "Ben Muster")


def test_a_byline_in_a_source_without_a_title() -> None:
    result = clean_blocks("By Ada Example", *PARAGRAPHS)
    assert result.meta.author == ("Ada Example",)
    assert result.text.split("\n") == list(PARAGRAPHS)


@pytest.mark.parametrize("below", [True, False])
def test_a_name_in_capitals_signs_the_article(below: bool) -> None:
    result = article(below=("THOM EXAMPLE",)) if below else article("THOM EXAMPLE")
    assert (result.rule("THOM EXAMPLE"), result.meta.author) == ("capital-name", ("Thom Example",))


def test_a_name_in_capitals_is_no_author_where_a_byline_stands() -> None:
    assert article("By Ada Example", below=("THOM EXAMPLE",)).meta.author == ("Ada Example",)


@pytest.mark.parametrize("line", ["THE END", "BREAKING NEWS"])
def test_other_words_in_capitals_name_nobody(line: str) -> None:
    assert article(below=(line,)).meta.author == ()
    assert article(line).meta.author == ()


def test_a_line_parted_by_bars() -> None:
    line = "By Ada Example | 4 June 2014 | 7.45am | 3 comments"
    result = article(line)
    spans = result.spans(line)
    assert {span.rule for span in spans} == {"parted-line"}
    assert [(line[span.start : span.end], span.role, span.keys) for span in spans] == [
        ("By Ada Example | ", Role.BYLINE, ("author",)),
        ("4 June 2014 | ", Role.DATE, ("date",)),
        ("7.45am | ", Role.RESIDUE, ()),
        ("3 comments", Role.RESIDUE, ()),
    ]
    assert (result.meta.author, str(result.meta.date)) == (("Ada Example",), "2014-06-04")


def test_a_line_parted_by_bars_below_the_text() -> None:
    line = "Posted by: Ada Example | 22:14 | Labels: lamps, harbours"
    result = article(below=(line,))
    assert (result.meta.author, result.meta.tags) == (("Ada Example",), ("lamps", "harbours"))


def test_a_line_parted_by_bars_that_says_nothing_of_the_kind() -> None:
    line = "One lamp | two keepers | no dog and so on, for years."
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("Tags: lamps, harbours", ("lamps", "harbours")),
        ("Tags: lamps  harbours", ("lamps", "harbours")),
        ("Tags: lamps\u00a0 harbours", ("lamps", "harbours")),
        ("Tagged with: lamps; harbours", ("lamps", "harbours")),
        ("Filed under: missile defence, lamps", ("missile defence", "lamps")),
        ("Topics: lamps • harbours", ("lamps", "harbours")),
        ("Теги: маяк, гавань", ("маяк", "гавань")),
        ("Schlagwörter: Lampe, Hafen", ("Lampe", "Hafen")),
        ("Tags: lamps, lamps", ("lamps",)),
    ],
)
def test_tags(line: str, tags: tuple[str, ...]) -> None:
    assert article(below=(line,)).meta.tags == tags
    assert article(line).meta.tags == tags


def test_a_label_without_tags_is_set_aside() -> None:
    assert (article(below=("Tags:",)).span("Tags:").role, article(below=("Tags:",)).meta.tags) == (Role.TAGS, ())


def test_tags_of_two_lines_are_put_together() -> None:
    assert article("Filed under: lamps", below=("Tags: harbours, Lamps",)).meta.tags == ("lamps", "harbours")


@pytest.mark.parametrize(
    "line",
    [
        "Tags: the prisoners wore them round their necks, and the guards knew no other names.",
        "Subject: a man of forty, in good health.",
        "Topics are many.",
    ],
)
def test_a_sentence_that_begins_like_tags_is_kept(line: str) -> None:
    assert article_around(line).fate(line) is Fate.KEPT


@pytest.mark.parametrize(
    "line",
    [
        "Ada Example is a writer and keeps a lamp.",
        "Ada Example, a former keeper, teaches at the harbour school.",
        "The writer is a former keeper.",
        "About the author: she keeps a lamp.",
    ],
)
def test_a_note_about_the_author(line: str) -> None:
    result = article("By Ada Example", below=(line,))
    assert (result.rule(line), result.fate(line)) == ("about-author", Fate.SET_ASIDE)


@pytest.mark.parametrize(
    "line",
    [
        "Ada Example and her dog were not at home.",
        "The writer was not at home.",
        "The author is dead.",
        "Ben Muster is a writer and keeps a lamp.",
    ],
)
def test_a_last_sentence_about_somebody_is_kept(line: str) -> None:
    assert article("By Ada Example", below=(line,)).fate(line) is Fate.KEPT


def test_a_note_names_the_author_where_no_byline_does() -> None:
    line = "Ada Example writes about lamps. She lives on a narrowboat."
    result = article(below=(line,))
    assert (result.rule(line), result.meta.author) == ("about-author", ("Ada Example",))


@pytest.mark.parametrize("line", ["Ben Muster is a journalist in Kazan.", "Ben Muster is the only editor left."])
def test_a_last_sentence_about_a_journalist_names_no_author(line: str) -> None:
    result = article(below=(line,))
    assert (result.fate(line), result.meta.author) == (Fate.KEPT, ())


def test_a_person_of_the_article_is_not_its_author() -> None:
    line = "Ada Example writes about lamps."
    result = clean_blocks(TITLE, *PARAGRAPHS[:2], "It was Ada Example who found the log.", *PARAGRAPHS[2:], line)
    assert (result.fate(line), result.meta.author) == (Fate.KEPT, ())


@pytest.mark.parametrize(
    "below_title",
    [
        ("Gwen Tolliver", "17 January 2009"),
        ("17 January 2009", "Gwen Tolliver"),
        ("Gwen Tolliver",),
        ("Share", "Gwen Tolliver", "17 January 2009"),
        ("What the lamp costs, and who pays", "Gwen Tolliver", "17 January 2009"),
    ],
)
def test_a_name_alone_under_the_title(below_title: tuple[str, ...]) -> None:
    result = article(*below_title)
    assert (result.rule("Gwen Tolliver"), result.meta.author) == ("author-name", ("Gwen Tolliver",))


def test_two_names_alone_below_a_title_that_goes_on() -> None:
    result = article("… and why it went out", "… and who pays", "Gwen Tolliver/Ida Pells")
    assert result.meta.author == ("Gwen Tolliver", "Ida Pells")


@pytest.mark.parametrize(
    "below_title",
    [
        ("Harbour Keeper", "17 January 2009"),
        ("Ada Example", "Ben Muster", "Cy Neill", "17 January 2009"),
        ("By Ada Example", "Gwen Tolliver"),
        ("HIDE CAPTION",),
        ("Getty Images",),
    ],
)
def test_another_line_under_the_title_names_no_author(below_title: tuple[str, ...]) -> None:
    assert article(*below_title).meta.author in ((), ("Ada Example",))


def test_who_the_article_is_about_is_not_its_author() -> None:
    blocks = (
        TITLE,
        "Gwen Tolliver",
        "17 January 2009",
        *PARAGRAPHS,
        "The keeper is called Gwen Tolliver, and she sings.",
    )
    assert clean_blocks(*blocks).meta.author == ()


def test_a_paragraph_about_the_author_does_not_count() -> None:
    about = "Gwen Tolliver is a writer who lives on a narrowboat with two dogs, a lamp and a good deal of string."
    assert article("Gwen Tolliver", "17 January 2009", below=(about,)).meta.author == ("Gwen Tolliver",)


def test_a_name_alone_between_paragraphs_is_the_texts() -> None:
    assert article_around("Gwen Tolliver").fate("Gwen Tolliver") is Fate.KEPT


def test_a_name_in_capitals_above_the_title_beside_its_date() -> None:
    result = clean_blocks("THOM EXAMPLE", "Villaluz", "11 May 2015", TITLE, *PARAGRAPHS)
    assert (result.meta.author, str(result.meta.date)) == (("Thom Example",), "2015-05-11")


def test_a_byline_that_tells_of_the_author() -> None:
    line = (
        "ByAnders Pell, a deputy editor who has covered the waterfront since 2002 and has written two books on clocks."
    )
    result = article(line, "May 6, 2013")
    assert (result.meta.author, result.fate(line)) == (("Anders Pell",), Fate.LIFTED)


def test_a_nickname_that_signs_below_the_text() -> None:
    assert article(below=("Posted by jem at 9:52 PM",)).meta.author == ("jem",)


def test_a_publication_between_bars() -> None:
    meta = article("Ostrava Review | 21 September 2009 | 3 comments").meta
    assert (meta.publication, str(meta.date), meta.author) == ("Ostrava Review", "2009-09-21", ())


@pytest.mark.parametrize(
    "line",
    [
        "By Ada Example For The Daily Lamp",
        "Text and photos by Ada Example",
        "Testo e foto di Ada Example",
        "Text und Fotos: Ada Example",
        "Texte et photos : Ada Example",
    ],
)
def test_for_whom_or_with_whose_pictures_somebody_writes(line: str) -> None:
    assert article(line, "3 May 2011").meta.author == ("Ada Example",)


def test_where_a_chinese_report_comes_from_stands_between_its_day_and_its_author() -> None:
    line = "2019年05月12日 09:30 来源：灯塔周刊 作者：李样"
    meta = article(line).meta
    assert (str(meta.date), meta.author) == ("2019-05-12", ("李样",))


@pytest.mark.parametrize("label", ["Tagi", "الكلمات المفتاحية", "Trefwoorden"])
def test_tags_in_other_languages(label: str) -> None:
    assert article(below=(f"{label}: lampa, port",)).meta.tags == ("lampa", "port")


def test_the_heads_of_columns_are_no_authors() -> None:
    rows = ("Species\tBoxes\tLow\tHigh", "Cod\t112\t2.10\t3.40", "Haddock\t87\t1.60\t2.25", "Sole\t14\t9.20\t11.80")
    result = clean_blocks(TITLE, "\n".join(rows), *PARAGRAPHS)
    assert result.meta.author == ()
    assert [row for row in rows if result.fate(row) is not Fate.KEPT] == []


@pytest.mark.parametrize(
    "lines",
    [
        ("By", "Ada Example", "-", "May 4, 2022"),
        ("What the lamp costs us", "By", "Ada Example", "May 4, 2022"),
        ("Written by", "ADA EXAMPLE", "May 4, 2022"),
        ("Par", "Ada Example", "4 mai 2022"),
        ("Author:", "Ada Example"),
        ("* Von", "Ada Example"),
        ("By Ada Example - Lamps Writer | AP – 1 hr 4 mins ago",),
    ],
)
def test_the_label_of_a_byline_or_a_job_may_part_it_from_the_rest(lines: tuple[str, ...]) -> None:
    assert clean_blocks(TITLE, *lines, *PARAGRAPHS).meta.author == ("Ada Example",)


def test_a_label_alone_above_anything_but_a_name_is_none() -> None:
    result = clean_blocks(TITLE, "By", "Harbour and lamps", *PARAGRAPHS)
    assert result.meta.author == ()
