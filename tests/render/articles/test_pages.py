from __future__ import annotations

import dataclasses
import json
from typing import Any
from urllib.parse import unquote

import msgspec

from generator.archive.values import Archive, Authority, Kind, Mention, Related
from generator.articles.article import Article
from generator.articles.ledger import Fate, Role
from generator.config import Config
from generator.render.articles.pages import article_page, article_pages
from tests.render.archives import BLANK, a_maker, a_source, a_span, an_archive, an_article, whole
from tests.render.parsed import Parsed

AT_HOME = Config(title="The Example", url="https://example.org/")
CITED = an_article(
    "«Радар» & <treaties>",
    date="2007-04-23",
    author=("Anna Writer",),
    publication="The Daily Example",
    language="ru",
    people=("J. Doe",),
    places=("Rome",),
)


def test_the_masthead() -> None:
    article = an_article(
        "Radar & treaties",
        date="2007-04-23",
        author=("A. Writer", "B. Writer", "C. Writer"),
        publication="The Daily Example",
        summary="What was <offered>.",
    )
    page = Parsed(article_page(a_maker(an_archive(article)), article))
    assert page.texts("h1") == ["Radar & treaties"]
    assert page.texts("p", "strip")[0] == "The Daily Example 23 April 2007 English 1 min to read"
    assert page.one("time")["datetime"] == "2007-04-23"
    assert page.texts("p", "byline") == ["By A. Writer, B. Writer and C. Writer"]
    assert page.texts("p", "dek") == ["What was <offered>."]
    assert page.links()["B. Writer"] == "../authors/b-writer.html"
    assert page.links()["The Daily Example"] == "../publications/the-daily-example.html"
    assert page.one("title").text == "Radar & treaties · The Example"
    assert page.one("meta", name="description")["content"] == "What was <offered>."


def test_an_article_of_which_little_is_known() -> None:
    article = an_article("Untold")
    page = Parsed(article_page(a_maker(an_archive(article)), article))
    assert page.texts("p", "strip")[0] == "date unknown English 1 min to read"
    assert not page.all("p", "byline")
    assert not page.all("p", "dek")
    assert not page.all("div", "after")
    assert page.texts("h2") == ["Provenance", "Cite this article"]


def test_the_body_is_html_with_its_mentions_linked() -> None:
    article = an_article("One", html="<p>J. Doe &amp; <em>co</em></p>", people=("J. Doe",))
    mention = Mention(Kind.PEOPLE, "j-doe", 3, 9)
    page = Parsed(article_page(a_maker(an_archive(article, mentions={"one": [mention]})), article))
    assert page.one("a", "mention")["href"] == "../people/j-doe.html"
    assert page.texts("div", "body") == ["J. Doe & co"]


def test_a_text_that_begins_with_its_summary_shows_it_once_with_its_links() -> None:
    html = "<p>J. Doe &amp; the lamp</p>\n<p>It was dark.</p>"
    article = an_article(
        "One", html=html, text="J. Doe & the lamp\nIt was dark.", summary="J. Doe & the  lamp", people=("J. Doe",)
    )
    mention = Mention(Kind.PEOPLE, "j-doe", 3, 9)
    page = Parsed(article_page(a_maker(an_archive(article, mentions={"one": [mention]})), article))
    assert page.texts("p", "dek") == ["J. Doe & the lamp"]
    assert page.texts("div", "body") == ["It was dark."]
    assert page.links()["J. Doe"] == "../people/j-doe.html"


def test_a_summary_that_the_text_does_not_begin_with_stands_above_it() -> None:
    article = an_article("One", html="<p>The lamp.</p>", text="The lamp.", summary="The lamp")
    page = Parsed(article_page(a_maker(an_archive(article)), article))
    assert page.texts("p", "dek") == ["The lamp"]
    assert page.texts("div", "body") == ["The lamp."]


def test_the_margin_has_the_terms_in_the_order_given() -> None:
    article = an_article("One", people=("Z", "A"), places=("Rome",), organizations=("Org",), tags=("t",))
    page = Parsed(article_page(a_maker(an_archive(article)), article))
    assert page.texts("ul", "names") == ["Z A", "Rome", "Org", "t"]
    assert page.texts("h2")[:4] == ["People", "Places", "Organizations", "Tags"]
    assert page.links()["Org"] == "../organizations/org.html"


def test_a_long_list_of_names_is_folded_away_but_for_the_first() -> None:
    few, many = tuple(f"P{n:02}" for n in range(15)), tuple(f"P{n:02}" for n in range(60))
    article = an_article("One", people=few, tags=many)
    page = Parsed(article_page(a_maker(an_archive(article)), article))
    assert page.texts("ul", "names") == [" ".join(few), " ".join(many[:12]), " ".join(many[12:])]
    assert page.texts("details", "more-names") == ["48 more " + " ".join(many[12:])]


def test_reading_time_goes_by_the_language() -> None:
    text = "word " * 1428
    for language, told in (("en", "English 6 min to read"), ("ru", "Russian 7 min to read")):
        article = an_article("One", text=text, language=language)
        page = Parsed(article_page(a_maker(an_archive(article)), article))
        assert page.texts("p", "strip")[0].endswith(told)


def test_what_has_no_text_takes_no_time() -> None:
    article = an_article("One", html="", text="")
    page = Parsed(article_page(a_maker(an_archive(article)), article))
    assert page.texts("p", "strip")[0] == "date unknown English"


def test_length_is_in_characters_where_words_are_not_parted() -> None:
    article = an_article("One", text="捷克的雷达站，一个问题。NATO", language="zh")
    page = Parsed(article_page(a_maker(an_archive(article)), article))
    assert page.texts("dd")[0] == "10 characters"


def test_the_article_is_set_in_the_direction_of_its_language() -> None:
    for language, direction in (("he", "rtl"), ("en", "ltr"), ("", "auto")):
        article = an_article("One", language=language)
        page = Parsed(article_page(a_maker(an_archive(article)), article))
        assert page.one("article")["dir"] == direction


def test_a_very_long_title_is_set_smaller() -> None:
    for title, classes in (("Short", []), ("Long " * 60, ["is-long"])):
        article = an_article(title)
        assert Parsed(article_page(a_maker(an_archive(article)), article)).one("h1").classes == classes


def test_provenance() -> None:
    article = an_article(
        "One",
        imported="2026-11-21",
        updated="2016-07-27",
        revised="2026-11-02",
        url="https://example.org/a/",
        rights="All reserved",
    )
    source = a_source(
        whole("Title", Role.TITLE, Fate.LIFTED, "first-heading", "title"),
        BLANK,
        ("Text Share", [a_span(0, 5, Role.BODY, Fate.KEPT, "prose"), a_span(5, 10, Role.SHARING, Fate.SET_ASIDE, "x")]),
        whole("Advertisement", Role.ADVERTISEMENT, Fate.SET_ASIDE, "advertisement"),
    )
    page = Parsed(article_page(a_maker(an_archive(article, sources={"one": source})), article))
    facts = dict(zip(page.texts("dt"), page.texts("dd"), strict=True))
    assert facts.pop("For reference managers") == "BibTeX RIS CSL-JSON"
    assert facts == {
        "First published at": "example.org/a",
        "Source file": "one.txt",
        "SHA-256": "abababababab…",
        "Imported": "21 November 2026",
        "Set aside": "2 of 3 lines",
        "Updated by the publication": "27 July 2016",
        "Revised in this archive": "2 November 2026",
        "Length": "2 words",
        "Rights": "All reserved",
    }
    assert page.links()["example.org/a"] == "https://example.org/a/"
    assert page.links()["The source as received, line by line"] == "one/source.html"


def test_the_archives_rights_are_those_of_an_article_that_states_none() -> None:
    article = an_article("One")
    page = Parsed(article_page(a_maker(an_archive(article, config=Config(title="T", rights="CC0"))), article))
    assert page.texts("dd")[:2] == ["2 words", "CC0"]


def test_the_way_on() -> None:
    one, two, three = (
        an_article(title, date=date) for title, date in (("One", "2001"), ("Two", "2002"), ("Three", "2003"))
    )
    maker = a_maker(an_archive(one, two, three, backlinks={"two": ("three",)}))
    page = Parsed(article_page(maker, two))
    assert page.texts("h2")[-3:] == ["Related", "Referred to by", "In order of time"]
    assert [link["href"] for link in page.all("a", rel="prev")] == ["one.html"]
    assert [link["href"] for link in page.all("a", rel="next")] == ["three.html"]
    assert [" ".join(item.text.split()) for item in page.all("li", "row")] == [
        "2001 One similar in wording",
        "2003 Three similar in wording",
        "2003 Three",
    ]
    assert not Parsed(article_page(maker, one)).all("a", rel="prev")


def with_related(archive: Archive, slug: str, *related: Related) -> Archive:
    links = msgspec.structs.replace(archive.links[slug], related=related)
    return dataclasses.replace(archive, links={**archive.links, slug: links})


def test_related_articles_come_with_the_reason() -> None:
    one, two, three, four, five = (
        an_article(title, people=("J. Doe",), places=("Rome", "Iran"), tags=("Iran",))
        for title in ("One", "Two", "Three", "Four", "Five")
    )
    archive = with_related(
        an_archive(one, two, three, four, five),
        "one",
        Related("two", terms=((Kind.TAGS, "iran"), (Kind.PLACES, "iran"), (Kind.PEOPLE, "j-doe"))),
        Related("three", words=("radar", "treaty", "warheads")),
        Related("four", named=((Kind.PLACES, "rome"),)),
        Related("five"),
    )
    page = Parsed(article_page(a_maker(archive), one))
    # A place and a tag of one name are one reason.
    assert page.texts("span", "row-reason") == [
        "both on Iran and J. Doe",
        "both write of radar, treaty and warheads",
        "both name Rome",
        "similar in wording",
    ]


def test_no_more_than_two_terms_are_named_as_the_reason() -> None:
    one, two = an_article("One", tags=("a", "b", "c")), an_article("Two", tags=("a", "b", "c"))
    related = Related("two", terms=((Kind.TAGS, "c"), (Kind.TAGS, "a"), (Kind.TAGS, "b")))
    page = Parsed(article_page(a_maker(with_related(an_archive(one, two), "one", related)), one))
    assert page.texts("span", "row-reason") == ["both on c and a"]


def test_those_who_refer_to_it_do_so_in_their_own_words() -> None:
    html = '<p>Not here. As <a href="backfile:article/One#a">the <em>first</em></a> of them said. Nor here.</p>'
    cited, citing, named = an_article("One"), an_article("Two", html=html), an_article("Three", language="ru")
    archive = an_archive(cited, citing, named, backlinks={"one": ("two", "three")})
    page = Parsed(article_page(a_maker(with_related(archive, "one")), cited))
    assert page.texts("p", "row-quote") == ["As the first of them said."]
    assert page.texts("mark") == ["the first"]
    assert [row.text.split()[-1] for row in page.all("li", "row")] == ["said.", "Three"]


def test_many_that_refer_to_it_are_folded_away() -> None:
    citing = [an_article(f"C{n:02}", html='<p>See <a href="backfile:article/one">it</a>.</p>') for n in range(25)]
    archive = an_archive(an_article("One"), *citing, backlinks={"one": tuple(article.slug for article in citing)})
    page = Parsed(article_page(a_maker(with_related(archive, "one")), archive.articles[0]))
    assert len(page.all("p", "row-quote")) == 10
    assert page.texts("details", "more-rows")[0].startswith("15 more date unknown C10")


def test_an_article_in_another_language_says_so() -> None:
    article = an_article("Радар", language="ru")
    other = an_article("English one")
    page = Parsed(article_page(a_maker(an_archive(article, other)), article))
    assert page.one("html")["lang"] == "ru"
    assert "Russian" in page.texts("p", "strip")[0]
    # The interface's own words and the other article are English.
    for name in ("header", "footer", "aside"):
        assert page.all(name)[0]["lang"] == "en"
    (related,) = page.all("li", "row")
    assert related.text.split() == ["date", "unknown", "English", "one", "similar", "in", "wording"]
    assert [link["lang"] for link in page.all("a") if link.text == "English one"] == ["en"]


def test_of_a_withdrawn_article_a_note_stays() -> None:
    article = an_article(
        "Gone",
        html="",
        text="",
        date="2003",
        publication="The Daily Example",
        author=("A. Writer",),
        summary="Secret.",
        tags=("t",),
        withdrawn="Its publisher asked for it.",
        imported="2026-11-21",
    )
    other = an_article("Other", date="2004")
    source = a_source(whole("Secret", Role.BODY, Fate.KEPT, "prose"))
    page = Parsed(article_page(a_maker(an_archive(article, other, sources={"gone": source})), article))
    assert page.texts("h1") == ["Gone"]
    assert page.texts("p", "strip")[0] == "The Daily Example 2003 English"
    assert page.texts("p", "withdrawn") == ["This text was taken down. Its publisher asked for it."]
    assert "Secret" not in page.one("html").text
    assert not page.all("aside")
    assert page.one("meta", name="description")["content"] == "Its publisher asked for it."
    assert [link["href"] for link in page.all("a", rel="next")] == ["other.html"]
    listed = Parsed(article_page(a_maker(an_archive(article, other)), other))
    assert listed.texts("span", "row-mark") == ["taken down"]


def test_addresses_of_links_follow_for_print() -> None:
    article = an_article("One", html='<p><a href="https://example.org/?a=1&amp;b=2">there</a></p>')
    page = Parsed(article_page(a_maker(an_archive(article)), article))
    assert page.texts("section", "addresses") == ["Addresses of the links https://example.org/?a=1&b=2"]
    assert page.one("a", href="https://example.org/?a=1&b=2")["data-address"] == "1"


def test_canonical_address_only_where_the_site_is_known() -> None:
    article = an_article("One", summary="Short.")
    without = Parsed(article_page(a_maker(an_archive(article)), article))
    assert not without.all("link", rel="canonical")
    assert "og:url" not in graph_of(without)
    config = Config(title="T", url="https://example.org/a/")
    page = Parsed(article_page(a_maker(an_archive(article, config=config)), article))
    assert page.one("link", rel="canonical")["href"] == "https://example.org/a/articles/one.html"
    assert graph_of(page) == {
        "og:title": "One",
        "og:type": "article",
        "og:url": "https://example.org/a/articles/one.html",
        "og:site_name": "T",
        "og:description": "Short.",
    }


def graph_of(page: Parsed) -> dict[str, str]:
    """What the page says in OpenGraph; each property once."""
    metas = [(meta["property"], meta["content"]) for meta in page.all("meta") if "property" in meta.attributes]
    assert len(dict(metas)) == len(metas), metas
    return dict(metas)


def test_a_preview_of_an_article_without_a_summary_shows_how_it_begins() -> None:
    article = an_article("One", text="How it begins.")
    page = Parsed(article_page(a_maker(an_archive(article)), article))
    assert graph_of(page)["og:description"] == "How it begins."


def test_the_article_is_cited_in_four_styles_of_which_the_first_is_open() -> None:
    page = Parsed(article_page(a_maker(an_archive(CITED, config=AT_HOME)), CITED))
    assert page.texts("summary") == ["Chicago", "Chicago note", "MLA", "APA"]
    assert ["open" in style.attributes for style in page.all("details")] == [True, False, False, False]
    assert page.texts("p", "citation-text") == [
        "Writer, Anna. “«Радар» & <treaties>.” Daily Example, April 23, 2007. "
        "The Example, https://example.org/articles/radar-treaties.html.",
        "Anna Writer, “«Радар» & <treaties>,” Daily Example, April 23, 2007, "
        "The Example, https://example.org/articles/radar-treaties.html.",
        "Writer, Anna. “«Радар» & <treaties>.” The Daily Example, 23 Apr. 2007. "
        "The Example, example.org/articles/radar-treaties.html.",
        "Writer, A. (2007, April 23). «Радар» & <treaties>. The Daily Example. The Example. "
        "https://example.org/articles/radar-treaties.html",
    ]
    # The styles are English whatever the article and the interface are; the title is what it is.
    assert {text["lang"] for text in page.all("p", "citation-text")} == {"en"}
    titles = [span for span in page.all("span", lang="ru") if "Радар" in span.text]
    assert len(titles) == 4
    assert {span["dir"] for span in titles} == {"auto"}
    assert page.texts("em")[:1] == ["Daily Example"]
    assert (
        page.links()["example.org/articles/radar-treaties.html"] == "https://example.org/articles/radar-treaties.html"
    )


def test_a_button_copies_each_citation_once_a_script_shows_it() -> None:
    page = Parsed(article_page(a_maker(an_archive(CITED)), CITED))
    buttons = [button for button in page.all("button") if "hidden" in button.attributes]
    assert [button["aria-label"] for button in buttons] == [
        f"Copy the citation: {style}" for style in page.texts("summary")
    ]
    assert {button.text for button in buttons} == {"Copy"}
    assert len(page.all("span", role="status")) == 4
    (script, _) = (script for script in page.all("script") if "src" in script.attributes)
    assert "defer" in script.attributes
    assert script["src"].startswith("../assets/cite.")


def test_the_entry_for_reference_managers_is_in_its_link() -> None:
    page = Parsed(article_page(a_maker(an_archive(CITED)), CITED))
    saved = {link["download"]: unquote(link["href"]) for link in page.all("a") if "download" in link.attributes}
    assert list(saved) == ["radar-treaties.bib", "radar-treaties.ris", "radar-treaties.csl.json"]
    assert saved["radar-treaties.bib"].startswith(
        "data:application/x-bibtex;charset=utf-8,@article{radar-treaties,\n  author = {Writer, Anna},"
    )
    assert "TI  - «Радар» & <treaties>\r\n" in saved["radar-treaties.ris"]
    assert json.loads(saved["radar-treaties.csl.json"].partition(",")[2])[0]["title"] == "«Радар» & <treaties>"


def test_the_head_tells_programs_what_the_article_is() -> None:
    page = Parsed(article_page(a_maker(an_archive(CITED, config=AT_HOME)), CITED))
    assert page.one("link", rel="schema.DC")["href"] == "http://purl.org/dc/elements/1.1/"
    named = {meta["name"]: meta["content"] for meta in page.all("meta") if "name" in meta.attributes}
    assert named["citation_title"] == named["DC.title"] == "«Радар» & <treaties>"
    assert named["citation_author"] == "Writer, Anna"
    assert named["citation_publication_date"] == "2007/04/23"
    assert graph_of(page)["article:published_time"] == "2007-04-23"


def test_the_head_has_the_article_as_linked_data() -> None:
    person = Authority(id="j-doe", name="J. Doe", links=("https://www.wikidata.org/wiki/Q1",))
    archive = an_archive(CITED, config=AT_HOME, authorities={(Kind.PEOPLE, "j-doe"): person})
    text = page_text(archive, CITED)
    assert "<treaties>" not in text[text.index("ld+json") : text.index("</head>")]
    data = linked_data(archive, CITED)
    assert data["headline"] == "«Радар» & <treaties>"
    assert data["mentions"] == [
        {"@type": "Person", "name": "J. Doe", "sameAs": ["https://www.wikidata.org/wiki/Q1"]},
        {"@type": "Place", "name": "Rome"},
    ]


def test_an_article_is_news_only_where_the_archive_says_so() -> None:
    assert linked_data(an_archive(CITED), CITED)["@type"] == "Article"
    news = an_archive(CITED, config=Config(title="T", news=True))
    assert linked_data(news, CITED)["@type"] == "NewsArticle"


def page_text(archive: Archive, article: Article) -> str:
    return article_page(a_maker(archive), article).data.decode()


def linked_data(archive: Archive, article: Article) -> dict[str, Any]:
    """The JSON-LD of the article's page."""
    page = Parsed(page_text(archive, article))
    value = json.loads(page.one("script", type="application/ld+json").text)
    assert isinstance(value, dict)
    return value


def test_a_withdrawn_article_is_neither_cited_nor_described_to_programs() -> None:
    article = an_article("Gone", html="", text="", author=("A. Writer",), withdrawn="Its publisher asked for it.")
    page = Parsed(article_page(a_maker(an_archive(article, config=AT_HOME)), article))
    assert not page.all("section", "cite")
    assert [script["src"].split(".")[-3] for script in page.all("script")] == ["/assets/header"]
    assert not page.all("link", rel="schema.DC")
    assert [link for link in page.all("a") if link["href"].startswith("data:")] == []
    names = {meta.attributes.get("name", "") for meta in page.all("meta")}
    assert not [name for name in names if name.startswith(("citation_", "DC.", "z:"))]
    assert graph_of(page)["og:description"] == "Its publisher asked for it."


def test_every_article_has_a_page() -> None:
    maker = a_maker(an_archive(an_article("One"), an_article("Two")))
    assert [page.path for page in article_pages(maker)] == ["articles/one.html", "articles/two.html"]
