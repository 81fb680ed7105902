"""When a page says that its article was published and updated."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from generator.ingest.findings import Settings
from tests.ingest.pages import TEXT, json_ld, meta, metadata, page, values


@pytest.mark.parametrize(
    "head",
    [
        json_ld({"@type": "NewsArticle", "datePublished": "2019-05-03T08:00:00+02:00"}),
        json_ld({"@graph": [{"@type": "WebPage"}, {"@type": "BlogPosting", "datePublished": "2019-05-03"}]}),
        "<meta property='article:published_time' content='2019-05-03T23:30:00-04:00'>",
        meta(DC__x="", citation_publication_date="2019/05/03"),
        "<meta name='x-published-date' content='2019-05-03T06:03:43Z'>",
        "<meta property='og:publish_date' content='2019-05-03'>",
        meta(displaydate="May 3, 2019"),
        meta(dcterms__issued="3. Mai 2019") + "<meta name='dcterms.issued' content='3. Mai 2019'>",
        meta(date="Fri, 03 May 2019 10:00:00 +0200"),
        meta(DISPLAYDATE="Fri May 3 15:28:56 CEST 2019"),
        meta(citation_publication_date="2019 May 3"),
        meta(created="Fri, 03 May 2019 22:00:00 +0200"),
        "<link rel='canonical' href='https://post.example/2019/05/03/ferry'>",
        "<link rel='canonical' href='https://post.example/news/20190503-ferry'>",
    ],
)
def test_metadata_tells_the_day_of_publication(head: str) -> None:
    assert values(page(head))["date"] == "2019-05-03"


@pytest.mark.parametrize(
    "line",
    [
        "<p class='entry-meta'><time class='entry-date' datetime='2019-05-03T08:00'>3 May 2019</time></p>",
        "<p>Published on 3 May 2019</p>",
        "<p class='date'>03.05.19</p>",
        "<p>3 mai 2019</p>",
        "<p>2019年5月3日 公開</p>",
        "<p>2019.05.03</p>",
        "<p>3. 5. 2019 | Harbour</p>",
        "<ul><li>Veröffentlicht am 3. Mai 2019</li></ul>",
        "<p><span class='a'>May 3, 2019</span><span class='b'>Ida Lund</span></p>",
        "<p><span class='a'>May 3, 2019</span><span class='b'>Updated on 9 June 2020</span></p>",
        "<div class='day'><span class='a'>3</span><span class='b'>May</span><span class='c'>2019</span></div>",
        "<div><div>03</div><div>Mai</div><div>2019</div></div>",
        "<p>MAY<br>3,<br>2019</p>",
        "<div><div>3 May</div><div>2019</div></div>",
        "<div class='date'>03.05.2019, Lesezeit 5 Min.</div>",
        "<p class='text__caption'>3 May 2019 | Harbour</p>",
    ],
)
def test_a_date_beside_the_title_is_that_of_publication_and_leaves_the_body(line: str) -> None:
    html = page(body=f"<h1>The ferry sails again</h1>{line}")
    assert values(html)["date"] == "2019-05-03"
    assert any(finding.role is Role.DATE for finding, _ in metadata(html).findings)


@pytest.mark.parametrize(
    "line",
    [
        "Por: Ida Lund, 3-may-2019 5:11:10",
        "Posted on May 3, 2019, 9:58 am, by Ida Lund, under Harbour, Boats, Weather.",
    ],
)
def test_the_day_may_stand_beside_the_author_and_more_and_leaves_the_body(line: str) -> None:
    html = page(body=f"<h1>The ferry sails again</h1><p>{line}</p>")
    assert values(html)["date"] == "2019-05-03"
    assert {finding.fate for finding, _ in metadata(html).findings if "date" in finding.values} == {Fate.LIFTED}


@pytest.mark.parametrize(
    "label",
    [
        "Published",
        "Date of publication:",
        "Veröffentlicht am",
        "Publié le",
        "Mise en ligne",
        "Pubblicata",
        "Zveřejněno",
    ],
)
@pytest.mark.parametrize("day", ["3 May 2019", "<time datetime='2019-05-03'>3. Mai</time>"])
def test_a_date_right_below_its_label_is_that_of_publication_wherever_it_stands(label: str, day: str) -> None:
    box = f"<div><p>{label}</p><p>{day}</p></div>"
    assert values(page(after="<p>Fares are to be had on the pier.</p>" * 30 + box))["date"] == "2019-05-03"
    assert "date" not in values(page(after=f"<div class='related'>{box}</div>"))


@pytest.mark.parametrize(
    "html",
    [
        page("<meta property='article:modified_time' content='2019-05-03'>"),
        page(json_ld({"@type": "Article", "dateModified": "2019-05-03"})),
        page(body="<h1>The ferry sails again</h1><p>Updated 3 May 2019</p>"),
        page(body="<h1>The ferry sails again</h1><p>Zuletzt aktualisiert: 03.05.2019</p>"),
        page(body="<h1>The ferry sails again</h1><p class='updated'>3 May 2019</p>"),
        page("<meta name='date' content='2019-05-03'><meta name='dateModified' content='2019-05-03'>"),
        page(body="<h1>The ferry sails again</h1><p class='published-date'><time>Updated 3 May 2019</time></p>"),
        page(body="<h1>The ferry sails again</h1><p>By Ida LundUpdated: 3 May 2019</p>"),
        page(body="<h1>The ferry sails again</h1><p>3 May 2019 -- Updated 0203 GMT</p>"),
    ],
)
def test_the_update_is_never_taken_for_the_publication(html: str) -> None:
    said = values(html)
    assert "date" not in said
    assert said["updated"] == "2019-05-03"


@pytest.mark.parametrize(
    "html",
    [
        page(body="<h1>The ferry sails again</h1><p>Yesterday, 10:15</p>"),
        page(body="<h1>The ferry sails again</h1><p class='date'>vor 3 Stunden</p>"),
        page(after="<p>© 3 May 2019 Island Post</p>"),
        page(after="<p>Copyright 3 May 2019</p>"),
        page(body="<h1>The ferry sails again</h1><p>Retrieved on 3 May 2019</p>"),
        page(after="<div class='comments'><p>Posted on 3 May 2019 by Ann</p></div>"),
        page(after="<div class='related'><p class='date'>3 May 2019</p></div>"),
        page(after="<p>Her first book was published on 3 May 2019 in Lisbon.</p>"),
        page(after=TEXT * 12 + "<div><div>3</div><div>May</div><div>2019</div></div>"),
        page(body="<h1>The ferry sails again</h1><div><div>Row 3</div><div>May</div><div>2019</div></div>"),
        page("<meta name='article:publisher' content='3 May 2019'>"),
        page(after=TEXT * 12 + "".join(f"<li><b>Posted on {day} May 2019</b></li>" for day in (3, 4, 5))),
        page(body="<h1>The ferry sails again</h1><p>The Lamp 2019.5.3</p>"),
        page(body="<p>Since 3rd May, 2019</p><h1>The ferry sails again</h1>"),
        page(body="<h1>The ferry sails again</h1><p>Fares from 3 May 2019 on:</p>"),
        page(after="<div class='card related'><meta itemprop='datePublished' content='2019-05-03'></div>"),
        page("<meta property='article:published_time' content='1970-01-01T00:00:00Z'>"),
        page("<meta property='article:published_time' content='2019-02-30'>"),
        page(json_ld({"@type": "Article", "image": {"@type": "ImageObject", "uploadDate": "2019-05-03"}})),
    ],
)
def test_no_other_day_is_taken_for_the_publication(html: str) -> None:
    assert "date" not in values(html)


def test_two_days_in_one_line_are_told_apart() -> None:
    html = page(body="<h1>The ferry sails again</h1><p>Updated 5 May 2019, published 3 May 2019</p>")
    said = values(html)
    assert (said["date"], said["updated"]) == ("2019-05-03", "2019-05-05")


def test_an_update_of_the_same_day_says_nothing() -> None:
    head = json_ld({"@type": "Article", "datePublished": "2019-05-03", "dateModified": "2019-05-03T12:00:00Z"})
    assert "updated" not in values(page(head))


def test_a_moment_in_universal_time_gives_way_to_the_day_where_the_page_was_written() -> None:
    head = json_ld({"@type": "Article", "datePublished": "2019-05-02T22:30:00Z"})
    assert values(page(head, "<h1>The ferry sails again</h1><p class='date'>3 May 2019</p>"))["date"] == "2019-05-03"
    assert values(page(head, "<h1>The ferry sails again</h1><p class='date'>9 May 2019</p>"))["date"] == "2019-05-02"


def test_numbers_that_can_be_two_days_are_read_as_the_settings_say() -> None:
    head = meta(pubdate="03/05/2019")
    assert values(page(head))["date"] == "2019"
    assert values(page(head), Settings(numeric_dates="day-first"))["date"] == "2019-05-03"


def test_the_article_among_several_is_the_one_that_the_title_names() -> None:
    head = "<title>The ferry sails again</title>" + json_ld(
        {"@type": "NewsArticle", "headline": "Storm closes the school", "datePublished": "2020-01-01"},
        {"@type": "NewsArticle", "headline": "The ferry sails again", "datePublished": "2019-05-03"},
    )
    assert values(page(head))["date"] == "2019-05-03"


@pytest.mark.parametrize("opening", ["3 May 2019 – ", "Lisbon, 3 May 2019 (IP) – ", "03.05.2019: ", "(3. Mai 2019) "])
def test_the_day_that_opens_the_first_paragraph_is_told_and_stays_in_the_text(opening: str) -> None:
    html = page().replace("<p>The ferry", f"<p>{opening}The ferry")
    assert values(html)["date"] == "2019-05-03"
    finding = next(finding for finding, _ in metadata(html).findings if "date" in finding.values)
    assert finding.fate is Fate.KEPT


def test_an_earlier_day_beside_the_title_wins_over_a_new_publication() -> None:
    head = json_ld({"@type": "Article", "datePublished": "2021-11-17"})
    assert values(page(head, "<h1>The ferry sails again</h1><p>3 May 2019</p>"))["date"] == "2019-05-03"
    assert values(page(head, "<h1>The ferry sails again</h1><p>Updated 3 May 2019</p>"))["date"] == "2021-11-17"
    assert values(page(head, "<h1>The ferry sails again</h1><p>3 May 2022</p>"))["date"] == "2021-11-17"


def test_a_day_beside_the_title_wins_over_one_with_a_word_far_below() -> None:
    fair = TEXT * 6 + "<p>Date: 16 March 2021</p>"
    assert values(page(body="<h1>The ferry sails again</h1><p>3 May 2019</p>", after=fair))["date"] == "2019-05-03"
    assert values(page(after=fair))["date"] == "2021-03-16"


@pytest.mark.parametrize(
    ("said", "day"),
    [("2022-05-6T12:00:00.000Z", "2022-05-06"), ("2022-5-16", "2022-05-16"), ("2022-5-1612", None), ("202256", None)],
)
def test_a_day_in_metadata_may_lack_its_zeros(said: str, day: str | None) -> None:
    page = f'<title>Ferry</title><meta property="article:published_time" content="{said}"><h1>Ferry</h1>{TEXT}'
    assert values(page).get("date") == day


def test_a_sentence_of_a_script_without_spaces_is_more_than_what_is_said_with_a_date() -> None:
    teaser = "<p>宅配便業者をかたる偽メッセージに関する相談が急増中（2018/8/8）</p>"
    page = f"<title>Ferry</title><h1>Ferry</h1>{TEXT * 12}"
    assert "date" not in values(page + teaser)
    assert values(page + "<p>掲載日：2018/8/8</p>")["date"] == "2018-08-08"


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("<p>Next crossing: 28/05/2019</p>", "day"),
        ("<p>Next crossing: 05/28/2019</p>", "month"),
        ("<p>Next crossing: 05/28/2019 or 28/05/2019</p>", ""),
        ("<p>Next crossings: Sun, 05/05/2019, then Fri, 03/05/2019</p>", "day"),
        ("<p>Next crossings: Sunday, 05/05/2019, then Tuesday, 03/05/2019</p>", "month"),
        ("<meta property='article:modified_time' content='2019-05-03T10:00:00Z'>", "day"),
        ("<link rel='canonical' href='https://post.example/2019/03/ferry'>", "month"),
        ("<meta property='og:locale' content='en_GB'>", "day"),
        ("<meta property='og:locale' content='en_US'>", ""),
        ("", ""),
    ],
)
def test_the_page_itself_may_settle_the_order_of_day_and_month(said: str, order: str) -> None:
    head, after = ("", said) if said.startswith("<p") else (said, "")
    html = page(head, "<h1>The ferry sails again</h1><p>Published 03/05/2019</p>", after)
    assert values(html).get("date") == {"day": "2019-05-03", "month": "2019-03-05"}.get(order)


def test_the_language_settles_it_where_nothing_else_does() -> None:
    html = "<h1>Die Fähre fährt wieder</h1><p>Veröffentlicht 03/05/2019</p>"
    text = (
        "<p>Die Fähre zu den Inseln verließ den Hafen am ersten Tag eine Stunde zu spät, und niemand auf der Mole war "
    )
    text += "darüber betrübt, denn das Wetter war gut und die Kapelle spielte auf dem Deck noch lange weiter.</p>"
    assert values(f"<html lang='de'>{html}{text * 3}")["date"] == "2019-05-03"


def test_a_witness_that_tells_the_day_is_asked_where_the_best_tells_but_the_year() -> None:
    head = meta(pubdate="2019")
    assert values(page(head, "<h1>The ferry sails again</h1><p>3 May 2019</p>"))["date"] == "2019-05-03"
    assert values(page(head, "<h1>The ferry sails again</h1><p>3 May 2020</p>")).get("date") in (None, "2020-05-03")


def test_of_several_days_of_publication_the_one_that_the_page_shows_counts_else_the_first() -> None:
    head = json_ld({"@type": "Article", "datePublished": "2019-05-03", "dateModified": "2019-05-20"})
    head += meta(pubdate="2019-05-10") + meta(ptime="2019-05-20")
    assert values(page(head))["date"] == "2019-05-03"
    assert values(page(head, "<h1>The ferry sails again</h1><p>10 May 2019</p>"))["date"] == "2019-05-10"
    assert values(page(head, "<h1>The ferry sails again</h1><p>Updated 20 May 2019</p>"))["date"] == "2019-05-03"


def test_an_update_long_after_is_not_the_publication_though_the_page_shows_its_day_alone() -> None:
    head = json_ld({"@type": "Article", "datePublished": "2019-05-03", "dateModified": "2020-02-04"})
    html = page(head + meta(pubdate="2020-02-04"), "<h1>The ferry sails again</h1><p>4 February 2020</p>")
    assert (values(html)["date"], values(html)["updated"]) == ("2019-05-03", "2020-02-04")


def test_the_day_that_readers_see_beside_the_title_wins_over_the_next_one_in_metadata() -> None:
    head = meta(sailthru__date="2019-05-04") + "<meta name='sailthru.date' content='2019-05-04'>"
    assert values(page(head, "<h1>The ferry sails again</h1><p>May 3, 2019 9:13 PM</p>"))["date"] == "2019-05-03"


def test_a_moment_in_universal_time_is_no_day_that_it_is_nowhere() -> None:
    head = json_ld({"@type": "Article", "datePublished": "2019-05-03T08:36:00Z"})
    assert values(page(head, "<h1>The ferry sails again</h1><p>4 May 2019</p>"))["date"] == "2019-05-03"
    assert values(page(head, "<h1>The ferry sails again</h1><p>2 May 2019</p>"))["date"] == "2019-05-02"


def test_where_it_was_first_published_is_the_publication() -> None:
    head = json_ld({"@type": "Article", "datePublished": "2021-11-17"})
    assert values(page(head, after="<p>Originally published May 3, 2019.</p>"))["date"] == "2019-05-03"


def test_the_day_of_the_address_wins_over_that_of_today_above_the_title_and_gives_way_beside_it() -> None:
    head = "<link rel='canonical' href='https://post.example/2019/05/03/ferry'>"
    rows = "<p>Harbour</p><p>Town</p><p>Sport</p><p>Weather</p>"
    today = f"<p class='date-header'>Sunday, 5 May 2019</p>{rows}<h1>The ferry sails again</h1>"
    assert values(page(head, today))["date"] == "2019-05-03"
    assert values(page(head, "<h1>The ferry sails again</h1><p>Posted 2 May 2019</p>"))["date"] == "2019-05-02"


def test_the_month_of_the_address_is_all_that_is_known_where_nothing_tells_the_day() -> None:
    head = "<link rel='canonical' href='https://post.example/2019/05/ferry'>"
    assert values(page(head))["date"] == "2019-05"
    assert values(page(head, after="<p>Ida Lund, 3 May 2019</p>"))["date"] == "2019-05-03"
    assert "date" not in values(page("<link rel='canonical' href='https://post.example/2019/5/ferry'>"))


@pytest.mark.parametrize(
    "foot",
    [
        "<footer>3 May 2019 / tell a friend</footer>",
        "<p class='entry-footer-info'>Ida Lund on 3 May 2019 in Harbour, Boats | Permalink</p>",
        "<p>This entry was posted on Friday, May 3rd, 2019 at 4:48 pm and is filed under Harbour. You can follow any "
        "responses to this entry through the feed.</p>",
        "<p>Die Fähre fährt wieder wurde am 3. Mai 2019 um 16:48 Uhr gepostet und unter Hafen abgelegt.</p>",
    ],
)
def test_the_foot_of_a_text_tells_the_day_of_publication(foot: str) -> None:
    html = page(after=foot)
    assert values(html)["date"] == "2019-05-03"
    assert {finding.fate for finding, _ in metadata(html).findings if "date" in finding.values} == {Fate.LIFTED}


@pytest.mark.parametrize("names", ["class='post-sidebar'", "class='elementor-widget elementor-widget-post-info'"])
def test_a_box_beside_the_text_may_tell_the_day_of_publication(names: str) -> None:
    box = f"<div {names}><h4>Published</h4><div>3 May 2019</div></div>"
    assert values(page(after=TEXT * 12 + box))["date"] == "2019-05-03"
    assert "date" not in values(page(after=f"<div class='related-posts'>{box}</div>"))


@pytest.mark.parametrize(
    ("written", "day"), [("5/30/19", "2019-05-30"), ("30.05.19", "2019-05-30"), ("30/05/19", None), ("5/3/19", None)]
)
def test_a_year_of_two_digits_counts_where_day_and_month_are_plain(written: str, day: str | None) -> None:
    said = values(page(body=f"<h1>The ferry sails again</h1><p>Ida Lund on {written}</p>"))
    assert said.get("date") == day


@pytest.mark.parametrize(
    "names",
    ["lg:mr-[--sidebar-width]", "by-line-comments-views-date", "elementor-widget elementor-widget-theme-post-content"],
)
def test_names_that_only_look_like_those_of_foreign_parts_hide_no_date(names: str) -> None:
    said = "<meta itemprop='datePublished' content='2019-05-03'>"
    assert values(page(after=f"<div class='{names}'>{said}</div>"))["date"] == "2019-05-03"
    assert "date" not in values(page(after=f"<div class='elementor-widget-posts'>{said}</div>"))


def test_a_line_that_repeats_the_day_in_figures_leaves_the_body_too() -> None:
    head = json_ld({"@type": "Article", "datePublished": "2019-05-03"})
    html = page(head, "<h1>The ferry sails again</h1><p>Ida Lund</p><p>Posted: 03/05/2019</p>")
    told = [finding.role for finding, _ in metadata(html).findings if finding.values.get("date") == "2019-05-03"]
    assert told.count(Role.DATE) == 1


def test_the_day_of_a_picture_is_not_the_articles() -> None:
    picture = "<div class='picbox'><p>The ferry on its way to the pier, 3 May 2019</p></div>"
    assert "date" not in values(page(body=f"<h1>The ferry sails again</h1>{picture}"))
    dated = page(body=f"<h1>The ferry sails again</h1>{picture}", after="<ul><li>Date 7 May 2019</li></ul>")
    assert values(dated)["date"] == "2019-05-07"


def test_of_several_days_that_the_metadata_has_the_one_beside_the_title_counts() -> None:
    own = "<meta itemprop='datePublished' content='2019-05-03'><p>Ida Lund, 3 May 2019</p>"
    other = "<h3>Storm over the pier</h3><meta itemprop='datePublished' content='2019-05-01'><p>1 May 2019</p>"
    lines = "<p>Share</p>" * 6
    assert values(page(body=f"<h1>The ferry sails again</h1>{own}{lines}{other}"))["date"] == "2019-05-03"
