"""What a page's markup says of its article, and that nothing is taken for what it is not."""

from __future__ import annotations

import pytest

from generator.articles.html.view import view_page
from generator.articles.ledger import Fate, Role
from generator.ingest.account import account
from generator.ingest.clean import read
from generator.ingest.findings import Settings
from generator.ingest.html.metadata import METADATA
from generator.ingest.html.source import read_html
from generator.ingest.metadata import gather
from generator.ingest.typography import normalise
from tests.ingest.pages import TEXT, json_ld, meta, metadata, page, shown, values

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
    assert "title" in metadata(html).forbidden


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


def test_a_kicker_with_its_colon_is_part_of_the_title_where_the_metadata_has_it() -> None:
    heading = "<h1><span class='kicker'>Harbour:</span> <span class='article-title'>The ferry sails again</span></h1>"
    assert (
        values(page(meta(og__title="Harbour: The ferry sails again"), heading))["title"]
        == "Harbour: The ferry sails again"
    )
    assert values(page(meta(og__title="The ferry sails again"), heading))["title"] == "The ferry sails again"


@pytest.mark.parametrize("parted", ["Harbour</i>: <b>", "Harbour</i> : <b>", "Harbour:</i><b>", "Harbour</i> <b>"])
def test_a_kicker_is_parted_as_the_metadata_has_it(parted: str) -> None:
    html = page(meta(og__title="Harbour: The ferry sails again"), f"<h1><i>{parted}The ferry sails again</b></h1>")
    assert values(html)["title"] == "Harbour: The ferry sails again"


def test_a_kicker_alone_is_not_the_title_though_the_metadata_has_its_words() -> None:
    heading = "<h2><span class='a'>Ferry of May:</span><span class='b'>Up and away at last</span></h2>"
    html = page(meta(og__title="May ferry: the captain of the islands"), heading)
    assert values(html)["title"] == "Ferry of May: Up and away at last"


@pytest.mark.parametrize(
    "crumbs",
    [
        "<ol><li><a href='/'>Home</a></li><li><h1>Ferry: when does it sail again?</h1></li></ol>",
        "<div><a href='/'>Home</a> <a href='/sea'>Sea</a><h1>Ferry: when does it sail again?</h1></div>",
    ],
)
def test_a_title_for_machines_among_links_gives_way_to_the_one_that_the_metadata_says_first(crumbs: str) -> None:
    head = meta(og__title="Ferry: when does it sail again?")
    visible = json_ld({"@type": "NewsArticle", "headline": "The ferry sails again"})
    body = f"{crumbs}<h2>The ferry sails again</h2>"
    assert values(page(head + visible, body))["title"] == "The ferry sails again"
    assert values(page(head, body))["title"] == "Ferry: when does it sail again?"


def test_a_heading_that_goes_on_is_not_the_title() -> None:
    head = json_ld({"@type": "NewsArticle", "headline": "… and nobody knows why"})
    html = page(head + meta(og__title="The ferry sails"), "<h1>The ferry sails</h1><h1>… and nobody knows why</h1>")
    assert values(html)["title"] == "The ferry sails"


def test_a_heading_of_a_report_is_not_the_title_though_it_begins_like_it() -> None:
    told = "The ferry sails again from the old pier"
    assert values(page(meta(og__title=told), "<h2>The ferry</h2>"))["title"] == told
    assert values(page(meta(og__title="The ferry (2021)"), "<h2>The ferry</h2>"))["title"] == "The ferry"


def test_a_heading_broken_into_lines_is_one_title() -> None:
    html = page(meta(og__title="Harbour: The ferry sails again"), "<h1>Harbour:<br>The ferry sails again</h1>")
    assert values(html)["title"] == "Harbour: The ferry sails again"
    for line in ("Harbour:", "The ferry sails again"):
        finding = shown(html, line)
        assert finding is not None
        assert finding.values == {"title": "Harbour: The ferry sails again"}


def test_the_main_heading_of_the_metadata_s_words_is_the_title_in_whatever_it_stands() -> None:
    head, notice = meta(og__title="The ferry sails again"), "<h1>Write to the Island Post</h1>"
    html = page(head, notice + "<figure class=teaser><h1>The ferry sails again</h1></figure>")
    assert values(html)["title"] == "The ferry sails again"
    assert shown(html, "The ferry sails again") is not None
    # But not where it leads to a page, as in a list of what others read.
    html = page(head, notice + "<div class=teaser><h1><a href=f.html>The ferry sails again</a></h1></div>")
    assert shown(html, "The ferry sails again") is None


def test_a_section_s_heading_is_no_title_for_sharing_a_little_word_with_it() -> None:
    html = page("<title>The lamp</title>", "", f"<h2>On the Gull</h2>{TEXT}")
    assert values(html)["title"] == "The lamp"
    assert shown(html, "On the Gull") is None


def test_headings_of_teasers_and_comments_are_no_titles() -> None:
    html = page("<title>Untold</title>", "<h2>The ferry sails again</h2>") + (
        "<aside class='related'><h1>Untold riches below the sea</h1></aside>"
    )
    assert values(html)["title"] != "Untold riches below the sea"


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
        "<p class='author'>Interview: Ida Lund</p>",
        "<p>Autorin/Autor Ida Lund</p>",
        "<p><a href='/authors/i-lund/'>Ida Lund</a></p>",
        "<p class='pageAuthorList-item'>Ida Lund</p>",
        "<p>Ida Lund | 3.5.2019 - Updated: 4.5.2019</p>",
        "<h5>Author:</h5><div>Ida Lund</div>",
        "<p><span>By</span><span>Ida Lund</span></p>",
        "<p class='author'><span class='n'>Ida Lund</span><span class='d'>2019-05-03</span></p>",
    ],
)
def test_a_byline_names_the_author_and_leaves_the_body(line: str) -> None:
    html = page(body=f"<h1>The ferry sails again</h1>{line}")
    assert values(html)["author"] == ("Ida Lund",)
    assert any(finding.role is Role.BYLINE and finding.fate is Fate.LIFTED for finding, _ in metadata(html).findings)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "<p class='byline'><span class='a'>Ida Lund</span> <span class='a'>Jan Per Holm</span></p>",
            "Ida Lund|Jan Per Holm",
        ),
        ("<address class='author'>Ida Lund</address><address class='author'>Per Holm</address>", "Ida Lund|Per Holm"),
        ("<p>By Ida Lund, dpa</p>", "Ida Lund|dpa"),
        ("<p>AFP</p>", "AFP"),
        ("<p class='byline'>By The Associated Press</p>", "The Associated Press"),
        ("<p class='byline'>By HPX News Desk</p>", "HPX News Desk"),
        ("<p class='byline'>By News Desk</p>", ""),
        ("<p class='author'>J.P. Holm</p>", "J.P. Holm"),
        ("<p class='author'>Follow</p><p class='author'>Facebook</p>", ""),
        ("<p><a href='/authors/i-lund/'>More Stories</a></p>", ""),
    ],
)
def test_who_stands_in_a_byline(line: str, names: str) -> None:
    html = page(body=f"<h1>The ferry sails again</h1>{line}")
    assert values(html).get("author", ()) == tuple(filter(None, names.split("|")))


def test_a_byline_with_more_authors_than_the_metadata_counts() -> None:
    head = meta(author="Ida Lund", article__author="Ida Lund", authors="Ida Lund")
    html = page(head, "<h1>The ferry sails again</h1><p>By Ida Lund and Per Holm</p>")
    assert values(html)["author"] == ("Ida Lund", "Per Holm")


def test_who_edited_the_article_did_not_write_it() -> None:
    head = json_ld({"@type": "Article", "author": {"name": "Per Holm"}})
    line = "<div class='author'>Ida Lund</div>"
    assert values(page(head, f"<h1>The ferry</h1>{line}<p>Editor: Per Holm</p>"))["author"] == ("Ida Lund",)
    assert values(page(head, "<h1>The ferry</h1><p>Editor: Per Holm</p>"))["author"] == ("Per Holm",)


@pytest.mark.parametrize("line", ["<p><i>Ida Lund</i></p>", "<p style='text-align: right'>Ida Lund</p>"])
def test_a_name_set_off_below_the_text_signs_it(line: str) -> None:
    assert values(page(after=line))["author"] == ("Ida Lund",)
    # Not where the text is about her, and not where it looks like the text.
    assert "author" not in values(page(after=f"<p>{'Nobody saw Ida Lund on the pier that day at all. ' * 3}</p>{line}"))
    assert "author" not in values(page(after="<p>Ida Lund</p>"))


def test_a_newsroom_signs_above_an_appeal_as_well() -> None:
    appeal = (
        "<p>Did you like what you read about the ferry? Then think of us, and of the island, at the year's end.</p>"
    )
    assert values(page(after=f"<p><em>HPX-Redaktion</em></p>{appeal}"))["author"] == ("HPX-Redaktion",)
    assert "author" not in values(page(after=f"<p><em>Ida Lund</em></p>{appeal}"))


@pytest.mark.parametrize(
    ("told", "names"), [("（记者林知秋、何远山）", ("林知秋", "何远山")), ("（记者说没有人知道船在哪里）", ())]
)
def test_reporters_in_brackets_in_a_chinese_text(told: str, names: tuple[str, ...]) -> None:
    text = "渡轮第一天晚了一个小时离开港口，船上有四十名乘客和一支铜管乐队，码头上没有人在意。" * 3
    html = f"<html><body><article><h1>渡轮再次起航</h1><p>{text}</p><p>{text}{told}</p></article></body></html>"
    assert values(html).get("author", ()) == names


def test_the_house_behind_a_person_is_no_author() -> None:
    html = page(meta(og__site_name="IPX"), "<h1>The ferry sails again</h1><p class='author'>Ida Lund, IPX Islands</p>")
    assert values(html)["author"] == ("Ida Lund",)


def test_a_line_that_has_some_of_the_authors_tells_no_fewer() -> None:
    authors = [{"name": "Ida Lund"}, {"name": "Per Holm"}]
    head = json_ld({"@type": "Article", "author": authors, "datePublished": "2019-05-03"})
    finding = shown(page(head, "<h1>The ferry</h1><p>Ida Lund, 3 May 2019</p>"), "Ida Lund, 3 May 2019")
    assert finding is not None
    assert finding.values["author"] == ("Ida Lund", "Per Holm")


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


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (meta(og__site_name="islandpost") + "<title>The ferry sails again | Island Post</title>", "Island Post"),
        (meta(og__site_name="islandpost.com") + "<title>The ferry sails again | IslandPost</title>", "IslandPost"),
        (meta(og__site_name="islandpost") + "<title>The ferry sails again | Post</title>", "islandpost"),
        (meta(og__site_name="ISLAND.net") + "<title>The ferry sails again | Island</title>", "ISLAND.net"),
        (meta(og__site_name="Island Post - Ferry Press GmbH &amp; Co. KG"), "Island Post"),
        (meta(og__site_name="Island Post - North"), "Island Post - North"),
    ],
)
def test_the_publication_is_called_as_people_write_it(head: str, name: str) -> None:
    assert values(page(head))["publication"] == name


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


def test_a_person_is_the_author_though_the_site_s_address_is_her_name() -> None:
    author = '{"@type": "Article", "headline": "The ferry", "author": {"@type": "Person", "name": "Ada Brandt"}}'
    script = f'<script type="application/ld+json">{author}</script>'
    address = '<link rel=canonical href="https://adabrandt.example.com/ferry">'
    named = values(page(script + address + meta(og__site_name="Letters from the Pier"), "<h1>The ferry</h1>"))
    assert named["author"] == ("Ada Brandt",)
    assert "author" not in values(page(script + address, "<h1>The ferry</h1>"))
    assert "author" not in values(page(script + address + meta(og__site_name="Ada Brandt"), "<h1>The ferry</h1>"))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Brandt, North Coast Editor for the Post", ("Ada Brandt",)),
        ("By Ada Brandt, Otto Holm Staff Writers", ("Ada Brandt", "Otto Holm")),
        ("Autorin/Autor Ada Brandt", ("Ada Brandt",)),
        ("Text Ada Brandt", ("Ada Brandt",)),
        ("Default Text Encodings", None),
    ],
)
def test_jobs_and_headings_are_no_authors(line: str, names: tuple[str, ...] | None) -> None:
    assert values(page("", f"<h1>The ferry</h1><p>{line}</p>")).get("author") == names
