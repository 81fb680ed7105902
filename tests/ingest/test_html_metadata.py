"""What a page's markup says of its article, and that nothing is taken for what it is not."""

from __future__ import annotations

import json

import pytest

from generator.articles.html.view import view_page
from generator.articles.ledger import Fate, Role
from generator.ingest.account import account
from generator.ingest.clean import read
from generator.ingest.findings import Finding, Settings, Value
from generator.ingest.html.block import html_block
from generator.ingest.html.link_addresses import Addresses
from generator.ingest.html.metadata import METADATA, PageMetadata, page_metadata
from generator.ingest.html.source import read_html
from generator.ingest.metadata import gather
from generator.ingest.typography import normalise

TEXT = (
    "<p>The ferry to the outer islands left the harbour an hour late on its first day, with forty passengers and a "
    "brass band aboard, and nobody on the pier seemed to mind the delay in the least.</p>"
    "<p>By noon the wind had turned, the band had run out of tunes, and the captain told everyone on deck that the "
    "crossing would be made every day until the autumn storms put an end to it.</p>"
)


def metadata(page: str, settings: Settings | None = None) -> PageMetadata:
    view = view_page(page)
    addresses = Addresses(view)
    lines = [line for line in view.lines if normalise(line.text)]
    blocks = [html_block(index, index + 1, line, normalise(line.text), addresses) for index, line in enumerate(lines)]
    return page_metadata(lines, blocks, settings or Settings())


def values(page: str, settings: Settings | None = None) -> dict[str, Value]:
    """The first value of each key, as the findings have it."""
    said: dict[str, Value] = {}
    for finding, _ in metadata(page, settings).findings:
        for key, value in finding.values.items():
            said.setdefault(key, value)
    return said


def page(head: str = "", body: str = "<h1>The ferry sails again</h1>", after: str = "") -> str:
    return f"<html><head>{head}</head><body><article>{body}{TEXT}{after}</article></body></html>"


def meta(**named: str) -> str:
    return "".join(f'<meta name="{name.replace("__", ":")}" content="{value}">' for name, value in named.items())


def json_ld(*objects: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in objects)


def shown(html: str, line: str) -> Finding | None:
    """The finding of the line of text that reads `line`."""
    view = view_page(html)
    texts = [normalise(entry.text) for entry in view.lines if normalise(entry.text)]
    found = {finding.block: finding for finding, _ in metadata(html).findings}
    return found.get(texts.index(line))


# Title


def test_the_heading_that_the_metadata_agrees_with_is_the_title_and_leaves_the_body() -> None:
    html = page(
        "<title>The ferry sails again | Island Post</title>",
        "<h1><a href='/'>Island Post</a></h1><h1>The ferry sails again</h1>",
    )
    assert values(html)["title"] == "The ferry sails again"
    finding = shown(html, "The ferry sails again")
    assert finding is not None
    assert (finding.role, finding.fate) == (Role.TITLE, Fate.LIFTED)
    assert "title" in metadata(html).forbidden


def test_what_is_visible_wins_over_a_shorter_title_for_sharing() -> None:
    html = page(
        meta(og__title="Ferry is back") + "<title>The ferry sails again - Island Post</title>",
        "<h1>The ferry sails again</h1>",
    )
    assert values(html)["title"] == "The ferry sails again"


@pytest.mark.parametrize(
    "title",
    [
        "The ferry sails again | Island Post",
        "Island Post: The ferry sails again",
        "Island Post - Island Post - The ferry sails again",
        "The ferry sails again » Island Post",
    ],
)
def test_without_a_heading_the_title_is_what_the_site_s_name_leaves(title: str) -> None:
    html = page(f"<title>{title}</title>" + meta(og__site_name="Island Post"), "")
    assert values(html)["title"] == "The ferry sails again"
    assert "title" not in metadata(html).forbidden


def test_the_site_s_name_above_the_title_is_not_the_title() -> None:
    html = page(
        "<title>Harbour Notes - The ferry sails again today</title>",
        "<h1>Harbour Notes</h1><h2>The ferry sails again today</h2>",
    )
    assert values(html)["title"] == "The ferry sails again today"


def test_a_papers_name_above_a_title_that_no_markup_marks_is_not_the_title() -> None:
    html = page(
        "<title>The Harbour Sentinel - The ferry sails again today</title>",
        "<p><b>The Harbour Sentinel</b></p><p><font size=5>The ferry sails again today</font></p>",
    )
    assert values(html)["title"] == "The ferry sails again today"


def test_a_kicker_in_the_heading_is_no_part_of_the_title() -> None:
    html = page(
        meta(og__title="The ferry sails again"),
        "<h1><span class='kicker'>Island traffic</span> <span class='headline'>The ferry sails again</span></h1>",
    )
    assert values(html)["title"] == "The ferry sails again"
    finding = shown(html, "Island traffic The ferry sails again")
    assert finding is not None
    assert [(part.start, part.end, part.fate) for part in finding.parts] == [(15, 36, Fate.LIFTED)]
    reading = read(read_html(html), Settings())
    assert reading.first(Role.TITLE) is not None


def test_a_heading_broken_into_lines_is_one_title() -> None:
    html = page(meta(og__title="Harbour: The ferry sails again"), "<h1>Harbour:<br>The ferry sails again</h1>")
    assert values(html)["title"] == "Harbour: The ferry sails again"
    for line in ("Harbour:", "The ferry sails again"):
        finding = shown(html, line)
        assert finding is not None
        assert finding.values == {"title": "Harbour: The ferry sails again"}


def test_headings_of_teasers_and_comments_are_no_titles() -> None:
    html = page("<title>Untold</title>", "<h2>The ferry sails again</h2>") + (
        "<aside class='related'><h1>Untold riches below the sea</h1></aside>"
    )
    assert values(html)["title"] != "Untold riches below the sea"


# Dates


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
        "<link rel='canonical' href='https://post.example/2019/05/03/ferry'>",
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
        "<ul><li>Veröffentlicht am 3. Mai 2019</li></ul>",
        "<p><span class='a'>May 3, 2019</span><span class='b'>Ida Lund</span></p>",
        "<p><span class='a'>May 3, 2019</span><span class='b'>Updated on 9 June 2020</span></p>",
        "<div class='day'><span class='a'>3</span><span class='b'>May</span><span class='c'>2019</span></div>",
        "<div><div>03</div><div>Mai</div><div>2019</div></div>",
        "<p>MAY<br>3,<br>2019</p>",
        "<div><div>3 May</div><div>2019</div></div>",
    ],
)
def test_a_date_beside_the_title_is_that_of_publication_and_leaves_the_body(line: str) -> None:
    html = page(body=f"<h1>The ferry sails again</h1>{line}")
    assert values(html)["date"] == "2019-05-03"
    assert any(finding.role is Role.DATE for finding, _ in metadata(html).findings)


@pytest.mark.parametrize("label", ["Published", "Date of publication:", "Veröffentlicht am", "Publié le"])
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


# Authors


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ida Lund", ("Ida Lund",)),
        ({"@type": "Person", "name": "Ida Lund"}, ("Ida Lund",)),
        ([{"name": "Ida Lund"}, {"name": "Per Holm"}], ("Ida Lund", "Per Holm")),
        ({"@id": "#ida"}, ("Ida Lund",)),
        ({"name": "IDA LUND"}, ("Ida Lund",)),
        ("By Ida Lund and Per Holm", ("Ida Lund", "Per Holm")),
        ({"name": "Ida Lund, Staff Writer"}, ("Ida Lund",)),
    ],
)
def test_json_ld_names_the_authors(author: object, names: tuple[str, ...]) -> None:
    head = json_ld({"@type": "Article", "author": author}, {"@type": "Person", "@id": "#ida", "name": "Ida Lund"})
    assert values(page(head))["author"] == names


@pytest.mark.parametrize(
    "head",
    [
        meta(author="Ida Lund"),
        meta(author="ida@post.example (Ida Lund)"),
        meta(citation_author="Lund, Ida"),
        "<meta property='article:author' content='Ida Lund'>",
        meta(twitter__label1="Verfasst von", twitter__data1="Ida Lund"),
    ],
)
def test_other_metadata_names_the_author(head: str) -> None:
    assert values(page(head))["author"] == ("Ida Lund",)


@pytest.mark.parametrize(
    "line",
    [
        "<p>By Ida Lund</p>",
        "<p>Von Ida Lund</p>",
        "<p>Par Ida Lund, 3 mai 2019</p>",
        "<p class='byline'>Ida Lund</p>",
        "<p>3 May 2019 <a rel='author' href='/ida'>Ida Lund</a></p>",
        "<p>Posted on 3 May 2019 by <span itemprop='author'>Ida Lund</span></p>",
        "<p>ByIda Lund</p>",
        "<p>Text: Ida Lund</p>",
        "<div class='author'><b>Ida Lund</b></div>",
    ],
)
def test_a_byline_names_the_author_and_leaves_the_body(line: str) -> None:
    html = page(body=f"<h1>The ferry sails again</h1>{line}")
    assert values(html)["author"] == ("Ida Lund",)
    assert any(finding.role is Role.BYLINE and finding.fate is Fate.LIFTED for finding, _ in metadata(html).findings)


@pytest.mark.parametrize(
    "html",
    [
        page(meta(author="admin")),
        page(meta(author="https://social.example/islandpost")),
        page(meta(author="@islandpost")),
        page(meta(author="Island Post", og__site_name="Island Post")),
        page(meta(author="Redaktion") + "<title>x</title>"),
        page(meta(author="Web Studio GmbH")),
        page(json_ld({"@type": "Article", "author": {"name": "post.example"}, "url": "https://post.example/a"})),
        page(body="<h1>The ferry sails again</h1><p>Photo by Ida Lund</p>"),
        page(after="<div class='comments'><p>By Ida Lund</p></div>"),
        page(body="<h1>The ferry sails again</h1><p>By the end of May all was well</p>"),
    ],
)
def test_what_is_no_author_is_not_one(html: str) -> None:
    assert "author" not in values(html)


def test_the_byline_wins_over_the_name_that_somebody_logs_in_with() -> None:
    html = page(json_ld({"@type": "Article", "author": {"name": "ilund"}}), "<h1>The ferry</h1><p>By Ida Lund</p>")
    assert values(html)["author"] == ("Ida Lund",)


def test_a_first_name_is_told_whole_where_the_page_does() -> None:
    html = page(meta(author="Ida"), "<h1>The ferry sails again</h1><p class='author'>Ida Lund</p>")
    assert values(html)["author"] == ("Ida Lund",)


def test_a_line_that_repeats_author_and_date_leaves_the_body_too() -> None:
    head = json_ld({"@type": "Article", "author": {"name": "Ida Lund"}, "datePublished": "2019-05-03"})
    finding = shown(page(head, "<h1>The ferry</h1><p>Ida Lund, 3 May 2019</p>"), "Ida Lund, 3 May 2019")
    assert finding is not None
    assert finding.values == {"author": ("Ida Lund",), "date": "2019-05-03"}
    assert finding.fate is Fate.LIFTED


def test_a_sentence_that_names_the_author_stays() -> None:
    head = json_ld({"@type": "Article", "author": {"name": "Ida Lund"}})
    line = "Ida Lund went aboard at nine with her notebook."
    assert shown(page(head, f"<h1>The ferry sails again</h1><p>{line}</p>"), line) is None


# The rest


@pytest.mark.parametrize(
    "head",
    [
        meta(og__site_name="Island Post"),
        json_ld({"@type": "Article", "publisher": {"@type": "Organization", "name": "Island Post"}}),
        json_ld({"@type": "WebSite", "name": "Island Post"}),
    ],
)
def test_metadata_names_the_publication(head: str) -> None:
    assert values(page(head))["publication"] == "Island Post"


def test_the_publication_is_the_part_of_the_title_that_leads_home() -> None:
    html = "<a href='https://post.example/'>Island Post</a>" + page(
        "<title>The ferry sails again - Island Post</title><link rel='canonical' href='https://post.example/a/b'>"
    )
    assert values(html)["publication"] == "Island Post"
    assert "publication" not in values(page("<title>The ferry sails again - Islands</title>"))


def test_a_person_who_publishes_is_no_publication() -> None:
    head = json_ld({"@type": "Article", "publisher": {"@type": "Person", "name": "Ida Lund"}})
    assert "publication" not in values(page(head))


def test_the_address_is_the_canonical_one_and_whole() -> None:
    head = "<link rel='canonical' href='/ferry'><meta property='og:url' content='https://post.example/ferry'>"
    assert values(page(head))["url"] == "https://post.example/ferry"
    assert "url" not in values(page("<link rel='canonical' href='https://post.example/'>"))


def test_a_template_s_language_gives_way_to_the_text_s() -> None:
    german = "<p>" + "Die Fähre ist mit dem Schiff und der Kapelle für eine Stunde im Hafen, und es ist gut so. " * 3
    assert values(page().replace("<html>", "<html lang='en-GB'>"))["language"] == "en"
    assert "language" not in values(f"<html lang='en'><h1>Die Fähre</h1>{german}</p>")


def test_tags_come_from_the_article_and_its_links_and_keywords_only_if_the_text_has_them() -> None:
    head = "<meta property='article:tag' content='Ferries'><meta property='article:tag' content='Islands'>"
    assert values(page(head))["tags"] == ("Ferries", "Islands")
    links = "<p><a rel='tag' href='/f'>Ferries</a> <a rel='tag' href='/h'>Harbour</a></p>"
    assert values(page(after=links))["tags"] == ("Ferries", "Harbour")
    assert values(page(meta(keywords="ferry, brass band, captain")))["tags"] == ("ferry", "brass band", "captain")
    assert "tags" not in values(page(meta(keywords="news, politics, sport, weather, ferry")))


def test_a_summary_is_what_the_page_does_not_say_itself() -> None:
    told = "Islanders welcome the ferry: the captain and the band have a first day to remember."
    assert values(page(meta(description=told)))["summary"] == told
    assert "dek" in metadata(page(meta(description=told))).forbidden
    repeated = "The ferry to the outer islands left the harbour an hour late on its first day."
    assert "summary" not in values(page(meta(description=repeated)))
    assert "summary" not in values(page(meta(description=told[:-1] + " …")))
    assert "summary" not in values(page(meta(description="All the news of the region, fresh on your table daily.")))


def test_rights_are_those_that_the_page_grants() -> None:
    head = "<link rel='license' href='https://licenses.example/by/4.0'>"
    assert values(page(head))["rights"] == "https://licenses.example/by/4.0"


def test_every_metadata_line_is_accounted_for() -> None:
    html = page(meta(generator="Press 1.0", viewport="width=1", og__title="The ferry sails again", author="Ida Lund"))
    findings = {finding.block: (finding, name) for finding, name in metadata(html).findings}
    lines = [line for line in view_page(html).lines if normalise(line.text)]
    for index, line in enumerate(lines):
        if line.datum:
            finding, name = findings[index]
            assert (finding.role, name) == (Role.METADATA, METADATA)
            assert finding.fate is (Fate.LIFTED if finding.values else Fate.SET_ASIDE)


@pytest.mark.parametrize("html", ["", "<title> </title>", "<h1></h1>", "<p>…</p>", "<meta name=author content=' '>"])
def test_a_page_that_says_nothing_gives_nothing(html: str) -> None:
    assert values(html) == {}
    assert metadata(html).forbidden == frozenset()


def test_the_ledger_names_the_lines_that_the_front_matter_comes_from() -> None:
    html = page(
        json_ld({"@type": "Article", "datePublished": "2019-05-03", "author": {"name": "Ida Lund"}})
        + "<title>The ferry sails again - Island Post</title>"
        + meta(og__site_name="Island Post"),
        "<h1>The ferry sails again</h1><p>By Ida Lund</p><p>3 May 2019</p>",
    )
    document = read_html(html)
    reading = read(document, Settings())
    said = gather(reading)
    lines = account(reading, document.lines, document.at, said)
    spans = [(document.lines[line.n - 1], span) for line in lines for span in line.spans]
    lifted = {text: span.keys for text, span in spans if span.fate is Fate.LIFTED}
    assert lifted == {
        "json-ld datePublished: 2019-05-03": ("date",),
        "json-ld author.name: Ida Lund": ("author",),
        "og:site_name: Island Post": ("publication",),
        "The ferry sails again": ("title",),
        "By Ida Lund": ("author",),
        "3 May 2019": ("date",),
    }
    found = sorted(reading.found.items())
    kept = [reading.blocks[index].text for index, (finding, _) in found if finding.fate is Fate.KEPT]
    assert [text.split()[0] for text in kept] == ["The", "By"]
    assert len(kept[1].split()) > len("By Ida Lund".split())


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
