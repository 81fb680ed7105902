"""Rules for when the article was published and updated: never a guess."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from tests.ingest.sources import PARAGRAPHS, TITLE, article, article_around, clean_blocks, clean_lines


@pytest.mark.parametrize(
    ("line", "date", "updated"),
    [
        ("3 May 2011", "2011-05-03", ""),
        ("Tuesday, 3 May 2011", "2011-05-03", ""),
        ("May 3, 2011 10:05 am EST", "2011-05-03", ""),
        ("Published: May 3, 2011", "2011-05-03", ""),
        ("May 2011", "2011-05", ""),
        ("2011-05-03T10:22:00Z", "2011-05-03", ""),
        ("29 января 2017, 14:05", "2017-01-29", ""),
        ("7. April 2009", "2009-04-07", ""),
        ("This is an archive article published on April 23, 2007", "2007-04-23", ""),
        ("Last Updated: 07/27/2016", "", "2016-07-27"),
        (". Last Updated: 07/27/2016", "", "2016-07-27"),
        ("Updated 14.11.2016", "", "2016-11-14"),
        ("Published 3 May 2011, updated 5 May 2011", "2011-05-03", "2011-05-05"),
        ("Posted on May 3, 2011 | Last modified May 5, 2011", "2011-05-03", "2011-05-05"),
        ("Published: 03/04/2007", "2007", ""),
        ("17.04.2024, 12:24 Lesezeit: 5 Min.", "2024-04-17", ""),
        ("06. 01. 2026, 14:59 Uhr Lesedauer: 4 Minuten", "2026-01-06", ""),
        ("25/04/2026 Actualizado a las 15:10h.", "2026-04-25", ""),
        ("Aktualizacja: 03.02.2025 23:49 Publikacja: 02.02.2025 21:52", "2025-02-02", "2025-02-03"),
        ("5 gennaio 2025 ( modifica il 6 gennaio 2025 | 15:24)", "2025-01-05", "2025-01-06"),
        ("Retrieved 3 May 2011", "", ""),
        ("© 2011", "", ""),
    ],
)
def test_a_line_about_a_date_under_the_title(line: str, date: str, updated: str) -> None:
    meta = article(line).meta
    assert (str(meta.date or ""), str(meta.updated or "")) == (date, updated)


@pytest.mark.parametrize(("order", "date"), [("day-first", "2007-04-03"), ("month-first", "2007-03-04")])
def test_how_a_numeric_date_is_meant_can_be_said(order: str, date: str) -> None:
    assert str(article("Published: 03/04/2007", numeric_dates=order).meta.date) == date


def test_a_byline_in_the_same_line() -> None:
    line = "October 23rd, 2007 Posted By The Bashman."
    result = article(line)
    assert (result.meta.author, str(result.meta.date)) == (("The Bashman",), "2007-10-23")
    assert [(line[span.start : span.end], span.role, span.keys) for span in result.spans(line)] == [
        ("October 23rd, 2007 ", Role.DATE, ("date",)),
        ("Posted By The Bashman.", Role.BYLINE, ("author",)),
    ]


def test_two_persons_in_the_same_line() -> None:
    assert article("May 3, 2011 by Ada Example and Ben Muster").meta.author == ("Ada Example", "Ben Muster")


@pytest.mark.parametrize(
    ("line", "publication"),
    [
        ("Altbacher Bote, 12. Oktober 2013", "Altbacher Bote"),
        ("Новая Газета, 12 октября 2013 года", "Новая Газета"),
        ("El Heraldo – 12 de octubre de 2013", "El Heraldo"),
    ],
)
def test_a_paper_is_no_author(line: str, publication: str) -> None:
    meta = article(line).meta
    assert (meta.author, str(meta.date), meta.publication) == ((), "2013-10-12", publication)


@pytest.mark.parametrize("line", ["By Ada Example, 21 September 2009", "by Ada Example September 21, 2009"])
def test_who_wrote_it_did_not_publish_it(line: str) -> None:
    meta = article(line).meta
    assert (meta.author, str(meta.date), meta.publication) == (("Ada Example",), "2009-09-21", "")


def test_the_publication_in_the_same_line() -> None:
    result = article("Ostrava Review, 21 September 2009")
    assert (result.meta.publication, str(result.meta.date)) == ("Ostrava Review", "2009-09-21")


@pytest.mark.parametrize(
    "line",
    [
        "On 4 June 2014 it closed.",
        "It closed on 4 June 2014.",
        "Monday, 3 May 1999 was a wet day.",
        "It was signed and released on 3 May 1999.",
        "Updated figures of 3 May 1999 show it.",
    ],
)
def test_a_sentence_with_a_date_is_kept_wherever_it_stands(line: str) -> None:
    for result in (article("By Ada Example", line), article_around(line), article(below=(line,))):
        assert (result.fate(line), result.meta.date) == (Fate.KEPT, None)


def test_a_bare_date_in_the_middle_is_the_texts() -> None:
    result = article_around("3 May 2011")
    assert (result.fate("3 May 2011"), result.meta.date) == (Fate.KEPT, None)


def test_a_bare_date_below_the_text_is_not_the_articles() -> None:
    assert article(below=("3 May 2011",)).meta.date is None


def test_a_labelled_date_below_the_text_is() -> None:
    assert str(article(below=("Published: 3 May 2011",)).meta.date) == "2011-05-03"


def test_the_first_of_two_dates_of_publication_stands_and_the_other_is_set_aside() -> None:
    result = article("Published: 3 May 2011", below=("Published: 4 May 2011",))
    assert str(result.meta.date) == "2011-05-03"
    assert result.fate("Published: 4 May 2011") is Fate.SET_ASIDE


def test_an_update_without_a_date_is_set_aside() -> None:
    assert article("Last updated").span("Last updated").role is Role.UPDATED
    assert article(below=("It was updated twice.",)).fate("It was updated twice.") is Fate.KEPT


def test_a_masthead_with_the_only_date() -> None:
    result = clean_blocks("Fennick Gazette | Saturday 25 May 2002", TITLE, *PARAGRAPHS)
    assert (str(result.meta.date), result.meta.publication) == ("2002-05-25", "Fennick Gazette")


@pytest.mark.parametrize(
    "above",
    [
        ("Saturday 25 May 2002",),
        ("Notes from the mole", "25. Mai 2002, 14:05 Uhr"),
        ("25 May 2002", "Ref: HL/2002/14"),
        ("For immediate release", "25 May 2002"),
        ("25.05.2002 | Ben Muster",),
        (f"News: {TITLE}", "25 May 2002", "Share on Facebook"),
    ],
)
def test_a_day_right_above_the_title(above: tuple[str, ...]) -> None:
    assert str(clean_blocks(*above, TITLE, *PARAGRAPHS).meta.date) == "2002-05-25"


@pytest.mark.parametrize(
    "above",
    [
        ("Fennick Gazette Saturday 25 May 2002",),
        ("May 2002 | Fennick Gazette",),
        ("Saturday 25 May 2002", "Harbour", "Lamps", "Ships", "Weather"),
        ("25 May 2002", "Share on Facebook", "Tweet"),
        ("The lamp was lit on 25 May 2002.",),
        ("Last updated 25 May 2002",),
    ],
)
def test_another_date_above_the_title_is_the_pages(above: tuple[str, ...]) -> None:
    assert clean_blocks(*above, TITLE, *PARAGRAPHS).meta.date is None


def test_a_day_above_the_title_gives_way_to_one_below() -> None:
    assert str(clean_blocks("25 May 2002", TITLE, "3 May 2001", *PARAGRAPHS).meta.date) == "2001-05-03"


@pytest.mark.parametrize(
    ("line", "author", "date"),
    [
        ("Ben Muster | April 21, 2017", ("Ben Muster",), "2017-04-21"),
        ("Ben Muster, 21 April 2017, 14.05 Uhr", ("Ben Muster",), "2017-04-21"),
        ("Posted by timothy on Tuesday July 24, @10:46AM", ("timothy",), ""),
        ("Submitted by Ben Muster on Sun, 04/23/2017 - 14:20", ("Ben Muster",), "2017-04-23"),
        ("October 18, 2018 By Ada Example 6 Comments", ("Ada Example",), "2018-10-18"),
        ("22 February 2015 From the section Harbour", (), "2015-02-22"),
        ("by Ada Example on Nov 9th 2012 10:45AM in Lamps", ("Ada Example",), "2012-11-09"),
        ("Par Ada Exemple | Publié le 16 septembre 2013 à 11h42", (), "2013-09-16"),
        ("29. Juni 2017, 23:39 · by Tobi", ("Tobi",), "2017-06-29"),
        ("21. Januar 202221. Januar 2022", (), "2022-01-21"),
        ("10/31/2012 @ 9:14AM | 3,207 views", (), "2012-10-31"),
        ("Associated Press - January 8, 2008 4:33 PM ET", (), "2008-01-08"),
        ("Last modified by Ben Muster on 3 May 2011", ("Ben Muster",), ""),
    ],
)
def test_what_stands_around_a_date(line: str, author: tuple[str, ...], date: str) -> None:
    meta = article(line).meta
    assert (meta.author, str(meta.date or "")) == (author, date)


@pytest.mark.parametrize(
    "line", ["Harbour Town, 3 May 2011", "Middle East, 3 May 2011", "Weather Forecast | 3 May 2011"]
)
def test_a_place_or_section_beside_a_date_is_no_author(line: str) -> None:
    assert (article(line).meta.author, str(article(line).meta.date)) == ((), "2011-05-03")


@pytest.mark.parametrize("where", ["head", "middle", "foot"])
def test_a_date_of_first_publication_wherever_it_stands(where: str) -> None:
    line = "First published on Tuesday 2 February 2016 18.22 GMT"
    head = ("Last updated: 11 September 2018",)
    result = article(*head, line) if where == "head" else article(*head, below=(line,))
    if where == "middle":
        result = article_around(line)
    assert str(result.meta.date) == "2016-02-02"


def test_where_else_it_was_first_published_is_no_date() -> None:
    line = "First published in the Harbour Almanac on 2 February 2016"
    assert (article(below=(line,)).meta.date, article(below=(line,)).fate(line)) == (None, Fate.SET_ASIDE)


def test_the_only_signature_below_the_text_names_author_and_date() -> None:
    line = "Posted by Silas Wray on June 18, 2007 10:14 PM | Permalink | Comments (0)"
    meta = article(below=(line,)).meta
    assert (meta.author, str(meta.date)) == (("Silas Wray",), "2007-06-18")


def test_several_signatures_are_those_of_comments() -> None:
    lines = ("Mine is darker.", "Posted by Ann on May 4, 2011 10:14 PM", "So is mine.", "Posted by Ben on May 5, 2011")
    assert (article(below=lines).meta.author, article(below=lines).meta.date) == ((), None)


def test_a_mastheads_date_gives_way_to_the_articles_own() -> None:
    result = clean_blocks("Fennick Gazette | Saturday 25 May 2002", TITLE, "3 May 2001", *PARAGRAPHS)
    assert str(result.meta.date) == "2001-05-03"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Published: 2007", "2007"),
        ("Published in 2007", "2007"),
        ("Date: about 2007", "2007~"),
        ("Date: c. 1907", "1907~"),
        ("Published: April 2007", "2007-04"),
        ("Date: around April 2007", "2007-04~"),
        ("Date: 2007?", "2007?"),
        ("Date: c. 2007 (?)", "2007%"),
        ("Erschienen: um 1931", "1931~"),
        ("Дата: около 2007 г.", "2007~"),
    ],
)
def test_a_date_of_which_little_is_known(line: str, date: str) -> None:
    result = article(line)
    assert str(result.meta.date) == date
    assert result.span(line).keys == ("date",)


@pytest.mark.parametrize("line", ["2007", "Copyright: 2007", "Since 2007", "Model year 2007", "Published: soon 2007"])
def test_a_year_that_is_not_said_to_be_the_date_is_none(line: str) -> None:
    assert article(line).meta.date is None


def test_a_date_right_below_the_papers_name() -> None:
    result = clean_blocks("The Harbour Gazette", "Tuesday, May 3, 2011 | Weather: fog, 6C", TITLE, *PARAGRAPHS)
    assert (result.meta.title, str(result.meta.date)) == (TITLE, "2011-05-03")


PORTUGUESE = (
    "A ponte sobre o rio foi aberta ao trânsito no domingo, e os moradores dizem que não foi por causa do governo.",
    "Foram quarenta anos de obras, mas a prefeitura diz que o custo não foi mais do que o previsto para uma ponte.",
)


def test_the_texts_language_tells_whether_the_day_or_the_month_comes_first() -> None:
    told = clean_blocks("A ponte que levou quarenta anos", "05/08/2019 09h12", *PORTUGUESE).meta.date
    assert str(told) == "2019-08-05"
    assert str(article("05/08/2019").meta.date) == "2019"


def test_a_day_that_is_read_month_first_makes_the_others_doubtful() -> None:
    blocks = (*PORTUGUESE, "A primeira pedra foi lançada em 07/28/1984, e não foi a última que o governo lançou.")
    assert str(clean_blocks("A ponte que levou quarenta anos", "05/08/2019 09h12", *blocks).meta.date) == "2019"


def test_author_and_date_below_the_headlines_second_copy_are_near_it() -> None:
    buttons = ("Guardar", "Compartir", "Comentar", "Imprimir", "Enviar")
    result = clean_lines(TITLE, *buttons, TITLE, "Ana Ejemplo", "The Harbour 12 May 2013 07:05", *PARAGRAPHS)
    assert (result.meta.author, str(result.meta.date)) == (("Ana Ejemplo",), "2013-05-12")


@pytest.mark.parametrize("line", ["Since May 2007 Keeper", "Seit Mai 2007 Leuchtturmwart", "Depuis mai 2007 gardien"])
def test_what_has_gone_on_since_a_month_is_no_date_of_publication(line: str) -> None:
    result = clean_blocks(TITLE, PARAGRAPHS[0], line, *PARAGRAPHS[1:])
    assert result.meta.date is None
    assert result.fate(line) is Fate.KEPT
