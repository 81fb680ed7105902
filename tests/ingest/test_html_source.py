"""Which lines of a page are taken for its article's."""

from __future__ import annotations

import pytest

from generator.articles.ledger import Fate, Role
from generator.ingest.clean import Cleaned, CleanOptions, clean
from generator.ingest.decode import RefusalError
from generator.ingest.findings import Settings
from generator.ingest.html.source import read_html
from tests.ingest.sources import PARAGRAPHS, TITLE, TODAY

TEASER = "A ferry that nobody ordered has been lying at the northern pier since the second week of March."
TEN = (
    *PARAGRAPHS,
    "On the lake behind the hills it went otherwise: there the last boatman sold his lantern to a museum in spring.",
    "Children were taken to see it on Sundays, and most of them asked why it had to be wound up like a clock.",
    "Its owner, who is ninety, comes by every week to oil the wheels and to correct the sign beside the case.",
    "He has no opinion on towers, he says, but he would not cross any water at night without a light that someone lit.",
    "The museum has meanwhile ordered a second sign, on which nothing is said about the age of either of the two.",
)
SUBSCRIBE = "Subscribe to our newsletter to read what happens in the harbour every morning of the week."
PROSE = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
MENU = (
    "<ul>"
    + "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("Home", "Harbour", "Sports", "Weather"))
    + "</ul>"
)


def cleaned(body: str, head: str = "<title>The lamp</title>") -> Cleaned:
    page = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    return clean(page.encode(), "page.html", TODAY, CleanOptions("en", 10_000_000, Settings()))


def kept(body: str, head: str = "<title>The lamp</title>") -> list[str]:
    """The texts of the lines of the view that went into the article."""
    page = f"<html lang=en><head>{head}</head><body>{body}</body></html>"
    ledger = cleaned(body, head).ledger
    texts = read_html(page).lines
    return [texts[line.n - 1] for line in ledger.lines if line.spans[0].fate is Fate.KEPT]


@pytest.mark.parametrize(
    "around",
    [
        "<div id=main><h1>{title}</h1><div class=text>{prose}</div></div><div class=sidebar><p>{teaser}</p></div>",
        "<nav>{menu}</nav><article><h1>{title}</h1>{prose}</article><footer><p>{teaser}</p></footer>",
        "<table><tr><td>{menu}<td><h1>{title}</h1>{prose}<td><p>{teaser}</table>",
        "<form><div><div><h1>{title}</h1>{prose}</div></div><div class=related><p>{teaser}</p></div></form>",
        "<div>{menu}</div><div>{broken}</div><div class=comments><p>Ada wrote:</p><p>{teaser}</p></div>",
        "<div class=story>{divs}</div><aside><p>{teaser}</p></aside>",
    ],
)
def test_the_text_is_kept_and_nothing_else(around: str) -> None:
    body = around.format(
        title=TITLE,
        prose=PROSE,
        teaser=TEASER,
        menu=MENU,
        broken="<br><br>".join(PARAGRAPHS),
        divs="".join(f"<div>{words}</div>" for words in PARAGRAPHS),
    )
    assert kept(body) == list(PARAGRAPHS)


def test_what_trafilatura_loses_beside_the_text_is_won_back() -> None:
    half = "<br>".join(PARAGRAPHS[3:])
    inside = kept(f"<div class=text>{PARAGRAPHS[0]}<br>{PARAGRAPHS[1]}<p>{PARAGRAPHS[2]}</p>{half}</div>")
    assert inside == list(PARAGRAPHS)


def split(at: int) -> tuple[str, str]:
    """The paragraphs before and from the one with this index on."""
    above, below = ("".join(f"<p>{words}</p>" for words in part) for part in (PARAGRAPHS[:at], PARAGRAPHS[at:]))
    return above, below


def test_a_page_of_which_little_is_found_is_looked_at_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    sections = "".join(f"<section class=s{number}><p>{words}</p></section>" for number, words in enumerate(PARAGRAPHS))

    def extract(page: str, thorough: bool = False) -> list[str]:
        return list(PARAGRAPHS) if thorough else [PARAGRAPHS[0]]

    monkeypatch.setattr("generator.ingest.html.article.extract", extract)
    assert kept(f"<div><h1>{TITLE}</h1>{sections}</div>") == list(PARAGRAPHS)


def test_a_list_is_not_lost_for_a_few_paragraphs_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [f"Section {number} of the lamp book, with all pages from lens to lantern" for number in range(30)]
    items = "".join(f"<div class=entry><a href=/{number}>{entry}</a></div>" for number, entry in enumerate(entries))
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page: [PARAGRAPHS[0], *entries])
    page = f"<html><body><div class=intro><p>{PARAGRAPHS[0]}</p></div><div class=list>{items}</div></body></html>"
    document = read_html(page)
    inside = {block.text for block in document.blocks if block.index not in document.outside}
    assert inside == {PARAGRAPHS[0], *entries}


NOTES = [
    f"On day {number} the harbour master writes down how many boats lie at the pier, and which of them are to sail."
    for number in range(9)
]


@pytest.mark.parametrize(
    ("frame", "tags"), [("aside class=widget", ""), ("div class=sidebar", "tag-lamp tag-harbour"), ("form", "")]
)
def test_a_short_article_is_the_article_beside_a_long_sidebar(
    frame: str, tags: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page, **_: [PARAGRAPHS[0]])
    notes = "".join(f"<p>{note}</p>" for note in NOTES)
    article = f"<section class='post {tags}'><article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p></article></section>"
    assert kept(f"{article}<{frame}>{notes}</{frame.partition(' ')[0]}>") == [PARAGRAPHS[0]]


def test_what_is_mostly_lists_is_judged_by_these_too(monkeypatch: pytest.MonkeyPatch) -> None:
    items = [f"{number} spoons of lamp oil" for number in range(2, 40)]
    listed = "".join(f"<li>{item}</li>" for item in items)
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page, **_: [*items, PARAGRAPHS[1]])
    # Neither is a longer paragraph elsewhere the text, nor the corner in which its own paragraphs stand.
    for beside in (f"<div class=legal><p>{TEASER * 6}</p></div>", ""):
        page = (
            f"<body><div><h1>{TITLE}</h1><ul>{listed}</ul><div class=steps><p>{PARAGRAPHS[1]}</p></div></div>{beside}"
        )
        document = read_html(page)
        inside = {block.text for block in document.blocks if block.index not in document.outside}
        assert inside == {*items, PARAGRAPHS[1]}


def test_a_table_above_the_text_does_not_part_it_from_its_introduction(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [f"Lamp{number}" for number in range(25)]
    table = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page: [*PARAGRAPHS, *rows, *NOTES])
    first, *others = PARAGRAPHS
    text = "".join(f"<p>{words}</p>" for words in (*others, *NOTES))
    page = f"<body><div class=intro><p>{first}</p></div><table class=glance>{table}</table><div class=body>{text}</div>"
    document = read_html(page)
    inside = {block.text for block in document.blocks if block.index not in document.outside}
    assert inside.issuperset(PARAGRAPHS)


def test_a_dek_above_the_text_needs_no_full_stop(monkeypatch: pytest.MonkeyPatch) -> None:
    dek = "Council puts the tower up for sale, and nobody in the town wants to buy it"
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page: [dek, *PARAGRAPHS])
    page = f"<body><header><h1>{TITLE}</h1><p>{dek}</p></header><div class=text>{PROSE}</div></body>"
    document = read_html(page)
    inside = {block.text for block in document.blocks if block.index not in document.outside}
    assert inside == {dek, *PARAGRAPHS}


def test_lists_among_paragraphs_belong_to_them() -> None:
    above, below = split(2)
    items = "<p>It wants three things:</p><ul><li>a lamp</li><li>a keeper</li><li>a boat</li></ul>"
    inside = kept(f"<article>{above}{items}{below}</article>")
    assert [line for line in inside if line.startswith("•")] == ["• a lamp", "• a keeper", "• a boat"]


def test_short_last_lines_that_the_markup_puts_into_the_article_are_its_own() -> None:
    last = ["With thanks to the crew of the supply boat", "Tickets: pier office, daily from nine"]
    lines = "".join(f"<p>{line}</p>" for line in last)
    assert kept(f"<nav>{MENU}</nav><article>{PROSE}{lines}</article><footer><p>{TEASER}</p></footer>")[-2:] == last


@pytest.mark.parametrize("tag", ["figcaption", "p class=caption", "p class=wp-caption-text"])
def test_captions_are_not_text(tag: str) -> None:
    above, below = split(2)
    caption = "The keeper on his stairs, seen from the boat of the harbour master."
    picture = f"<figure><img src=x><{tag}>{caption}</{tag.partition(' ')[0]}></figure>"
    assert kept(f"<article>{above}{picture}{below}</article>") == list(PARAGRAPHS)


def test_comments_are_comments_also_for_the_source_page() -> None:
    ledger = cleaned(f"<article>{PROSE}</article><ol class=commentlist><li><p>{TEASER}</p></li></ol>").ledger
    assert ledger.lines[-1].spans[0].role is Role.COMMENT


@pytest.mark.parametrize("tag", ["footer", "nav", "aside", "form", "div hidden", "div class=comments"])
def test_where_the_whole_text_stands_in_furniture_it_is_the_text(tag: str) -> None:
    assert kept(f"<{tag}>{PROSE}</{tag.partition(' ')[0]}>") == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "body", ["", "<img src=x>", "<script>x()</script>", "<!-- a -->", "<frameset><frame src=x></frameset>"]
)
def test_a_page_without_text_is_refused_by_name(body: str) -> None:
    with pytest.raises(RefusalError, match="the page holds no text"):
        cleaned(body)


@pytest.mark.parametrize("failure", [ValueError("broken"), RecursionError(), MemoryError()])
def test_a_failure_of_trafilatura_stops_nothing(failure: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise failure

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert kept(f"<nav>{MENU}</nav><article>{PROSE}</article><footer><p>{TEASER}</p></footer>") == list(PARAGRAPHS)


def test_the_same_page_gives_the_same_lines_whatever_came_before() -> None:
    body = f"<div class=text>{PROSE}</div>"
    first = kept(body)
    for _ in range(5):
        assert kept(body) == first


def test_trafilatura_says_nothing_of_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    cleaned("<p>x</p>")
    assert capfd.readouterr().err == ""


def test_links_of_a_page_that_does_not_tell_its_place_stay_where_they_lead_to_other_saved_pages() -> None:
    links = '<a href="../b/two.html#x">the offer</a>, <a href="/c/">the list</a>, <a href="//x.example/d.html">more</a>'
    story = (
        f"<article><h1>{TITLE}</h1>{PROSE}<p>It took another year to put {links} in order again.</p>{PROSE}</article>"
    )
    assert "[the offer](../b/two.html#x), the list, more in" in cleaned(story).article
    place = '<title>The lamp</title><link rel=canonical href="https://y.example/a/one.html">'
    assert "[the offer](https://y.example/b/two.html#x), [the list](https" in cleaned(story, place).article


def test_what_a_page_marks_as_a_heading_is_no_caption_of_the_picture_above_it() -> None:
    heading = "How the lamp was found"
    picture = "<figure><img src=a.png><figcaption>The lamp on the mole.</figcaption></figure>"
    lead = "<p>The lamp of the old mole has been found after twelve years in a cellar by two children.</p>"
    page = f"<article><h1>{TITLE}</h1>{lead}{picture}<h2>{heading}</h2>{PROSE}</article>"
    assert heading in kept(page)
    assert f"## {heading}\n" in cleaned(page).article


def test_a_text_in_stretches_between_advertisements_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    first, *rest = (f"<div class='sidebar-grid__text part-{n}'><p>{words}</p></div>" for n, words in enumerate(TEN))
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page, thorough=False: list(TEN[:4]))
    advertisement = "<div class=ad><p>Advertisement</p></div>"
    page = f"<article><h1>{TITLE}</h1>{advertisement.join((first, *rest))}</article><aside><p>{TEASER}</p></aside>"
    assert kept(page) == list(TEN)


def test_the_stretches_of_another_article_on_the_page_stay_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    own, other = (
        "".join(f"<div class=text-block><p>{words}</p><p>{more}</p></div>" for words, more in pairs)
        for pairs in (
            [(PARAGRAPHS[0], PARAGRAPHS[1]), (PARAGRAPHS[2], PARAGRAPHS[3])],
            [(TEASER, PARAGRAPHS[4]), (TEASER.replace("ferry", "barge"), PARAGRAPHS[4].replace("keeper", "pilot"))],
        )
    )
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page, thorough=False: list(PARAGRAPHS[:2]))
    page = f"<article><h1>{TITLE}</h1>{own}</article><article><h1>A ferry that nobody ordered</h1>{other}</article>"
    assert kept(page) == list(PARAGRAPHS[:4])


def test_the_article_in_the_metadata_is_no_text_of_the_page() -> None:
    body = " ".join(PARAGRAPHS * 3)
    head = f'<script type="application/ld+json">{{"@type": "Article", "articleBody": "{body}"}}</script>'
    page = f"<div class=text><h1>{TITLE}</h1>{PROSE}</div><div class=below><p>{TEASER}</p></div>"
    assert kept(page, head) == kept(page) == list(PARAGRAPHS)


def test_many_teasers_are_not_the_text_though_they_are_longer() -> None:
    places = (
        "pier",
        "market",
        "church",
        "school",
        "mill",
        "bridge",
        "station",
        "tower",
        "quay",
        "ferry",
        "weir",
        "dam",
    )
    stream = "".join(
        f"<li class=stream-item><div class=inner><h3><a href=/{place}>What became of the {place}</a></h3>"
        f"<p>{TEASER.replace('northern pier', place)} {PARAGRAPHS[3].replace('roof', place)}</p></div></li>"
        for place in places
    )
    page = f"<main><div class=body><h1>{TITLE}</h1>{PROSE}</div><ul class=stream>{stream}</ul></main>"
    assert kept(page) == list(PARAGRAPHS)


def test_paragraphs_behind_a_paywall_are_text() -> None:
    shown = "".join(f"<p>{words}</p>" for words in PARAGRAPHS[:3])
    hidden = "".join(f"<p class=paywall hidden>{words}</p>" for words in PARAGRAPHS[3:])
    assert kept(f"<article><h1>{TITLE}</h1><div class=text>{shown}{hidden}</div></article>") == list(PARAGRAPHS)
    wall = "<div class=paywall-message><p>Four more paragraphs wait for those who pay the harbour office.</p></div>"
    page = f"<article><h1>{TITLE}</h1><div class=text>{shown}</div>{wall}</article>"
    assert kept(page) == list(PARAGRAPHS[:3])


@pytest.mark.parametrize("title", [TITLE, f"{TITLE} | The Harbour Post"])
def test_the_next_article_on_a_page_that_scrolls_on_is_not_its_own(title: str) -> None:
    following = "".join(f"<p>{words}</p>" for words in TEN[5:])
    articles = f"<article><h1>{TITLE}</h1>{PROSE}</article><article><h1>The last boatman</h1>{following * 3}</article>"
    assert kept(articles, f"<title>{title}</title>") == list(PARAGRAPHS)
    # Without a title that tells which is the page's, nothing is judged by it.
    assert set(TEN[5:]) & set(kept(articles, "<title>News of the day</title>"))


def test_quotations_and_linked_sentences_among_the_paragraphs_are_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page, thorough=False: list(PARAGRAPHS))
    linked = "Children were taken to see it, and <a href=/museum>most of them asked why it was wound up</a>."
    text = [f"<p>{words}</p>" for words in PARAGRAPHS]
    text.insert(2, f"<div class=ad>Advertisement</div><p>{linked}</p><div class=ad>Advertisement</div>")
    text.insert(4, f"<figure><div><blockquote>{TEN[8]}</blockquote></div></figure>")
    sentence = "Children were taken to see it, and most of them asked why it was wound up."
    expected = [*PARAGRAPHS[:2], sentence, PARAGRAPHS[2], TEN[8], *PARAGRAPHS[3:]]
    assert kept(f"<article><h1>{TITLE}</h1><div class=text>{''.join(text)}</div></article>") == expected


def test_a_quotation_in_furniture_or_below_the_text_is_none_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.ingest.html.article.extract", lambda page, thorough=False: list(PARAGRAPHS))
    text = [f"<p>{words}</p>" for words in PARAGRAPHS]
    text.insert(2, f"<div class=related><blockquote>{TEN[8]}</blockquote></div>")
    page = f"<article><h1>{TITLE}</h1><div class=text>{''.join(text)}</div><blockquote>{TEASER}</blockquote></article>"
    assert kept(page) == list(PARAGRAPHS)


def last_kept(below: str) -> str:
    """The last line that is kept of an article whose text has `below` under it."""
    page = (
        f"<article><h1>{TITLE}</h1><div class=text>{''.join(f'<p>{words}</p>' for words in TEN)}{below}</div></article>"
    )
    return kept(page)[-1]


@pytest.mark.parametrize(
    "heading", ["<h3>The author</h3>", "<p>Sources:</p>", "<h4>More of it</h4><h3>Do you row?</h3>"]
)
def test_the_heading_of_a_last_section_goes_with_it(heading: str) -> None:
    assert last_kept(f"{heading}<p>{SUBSCRIBE}</p>") == TEN[-1]


@pytest.mark.parametrize("last", ["I sell the lantern if anybody wants it!", "It was the last lamp of its kind."])
def test_a_last_sentence_that_is_set_as_a_heading_stays(last: str) -> None:
    assert last_kept(f"<h3>{last}</h3><p>{SUBSCRIBE}</p>") == last
