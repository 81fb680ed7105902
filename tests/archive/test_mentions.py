from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.archive.authorities import Authorities
from generator.archive.mentions import Found, MentionFinder
from generator.archive.readable_copy import normalised_line
from generator.archive.references import resolve_references
from generator.archive.values import Kind
from generator.articles.article import Article
from generator.problems import Problems
from tests.archive.builders import GATES, IGOR, SERGEI, article, authorities, authority

MOSCOW = authority("moscow", "Moscow", "Moskva", "Москва")
BEIJING = authority("beijing", "Beijing", "北京")
US = authority("united-states", "United States", "U.S.", "US")
JOHNSON = authority("johnson-and-johnson", "Johnson & Johnson")
ALL = authorities(people=(GATES, IGOR, SERGEI), places=(MOSCOW, BEIJING, US), organizations=(JOHNSON,))


def find(one: Article, among: Authorities = ALL) -> Found:
    return MentionFinder(among).find(one, resolve_references(one, among, Problems()))


def names(one: Article, among: Authorities = ALL) -> list[tuple[str, str]]:
    """The id of each mention with the stretch of HTML that it is."""
    return [(m.id, one.html[m.start : m.end]) for m in find(one, among).mentions]


def ids(one: Article, among: Authorities = ALL) -> list[str]:
    return [id_ for _, id_ in find(one, among).named]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr. Gates went to Moscow.", [("robert-gates", "Gates"), ("moscow", "Moscow")]),
        ("Robert M. Gates", [("robert-gates", "Robert M. Gates")]),
        ("Gates’s plan, Gates's plan, Gates’ plan", [("robert-gates", "Gates")] * 3),
        ("«Москва», (Gates)", [("moscow", "Москва"), ("robert-gates", "Gates")]),
        ("the U.S. and the US", [("united-states", "U.S."), ("united-states", "US")]),
        ("a U.S.-led force", [("united-states", "U.S.")]),
        ("Москвас, xMoscow, Moscow2, Moscow_", []),
        ("gates of moscow, tell us", []),
        ("Gate\u0301s and Gates\u0301 and Gates\u0332", []),
        ("U.S.S.R.", []),
        ("他在北京说", [("beijing", "北京")]),
        ("北京x", []),
        ("Johnson & Johnson", [("johnson-and-johnson", "Johnson &amp; Johnson")]),
        ("", []),
    ],
)
def test_names_stand_alone_and_keep_their_case(text: str, found: list[tuple[str, str]]) -> None:
    assert names(article(text=text)) == found


@pytest.mark.parametrize("space", ["\n", "\t", "\u00a0", "&nbsp;", " \n ", "&nbsp; "])
def test_white_space_in_a_name_may_be_of_any_kind(space: str) -> None:
    assert names(article(html=f"<p>Robert{space}Gates</p>")) == [("robert-gates", f"Robert{space}Gates")]


def test_apostrophes_and_accents_may_be_written_either_way() -> None:
    among = authorities(people=(authority("o-brien", "Seán O’Brien"),))
    assert names(article(text="Sea\u0301n O'Brien"), among) == [("o-brien", "Sea\u0301n O'Brien")]


def test_the_longest_name_wins() -> None:
    among = authorities(
        people=(IGOR, SERGEI, authority("putin", "Vladimir Putin", "Putin")),
        places=(authority("vladimir", "Vladimir"),),
    )
    assert names(article(text="Igor Ivanov met Vladimir Putin in Vladimir."), among) == [
        ("igor-ivanov", "Igor Ivanov"),
        ("putin", "Vladimir Putin"),
        ("vladimir", "Vladimir"),
    ]


def test_of_names_that_overlap_the_leftmost_counts() -> None:
    among = authorities(organizations=(authority("a", "Moscow State"), authority("b", "State University Press")))
    assert names(article(text="Moscow State University Press"), among) == [("a", "Moscow State")]


def test_a_name_refused_for_its_neighbours_does_not_hide_another() -> None:
    among = authorities(places=(authority("new-york", "New York"),), people=(authority("york", "York Minster"),))
    assert names(article(text="aNew York Minster"), among) == [("york", "York Minster")]


@pytest.mark.parametrize(
    "html",
    [
        '<p title="Moscow">x</p>',
        '<p><a href="backfile:x">Moscow</a></p>',
        '<p><a href="x">to <b>Moscow</b> now</a></p>',
        "<h2>Moscow</h2>",
        "<h6>in <em>Moscow</em></h6>",
        "<p><code>Moscow</code></p>",
        "<pre><code>in\nMoscow\n</code></pre>",
        "<p>Mos<b>cow</b></p>",
        '<img alt="a > Moscow > b">',
    ],
)
def test_nothing_is_linked_in_tags_links_headings_and_code(html: str) -> None:
    assert find(article(html=html)).mentions == ()


def test_after_what_is_not_linked_links_are_made_again() -> None:
    html = "<h2>Moscow</h2><pre>Moscow</pre><p><a>Moscow</a> Moscow</p>"
    (mention,) = find(article(html=html)).mentions
    assert (mention.start, html[mention.start : mention.end]) == (html.rindex("Moscow"), "Moscow")


def test_a_name_in_title_summary_heading_or_link_is_named_without_being_linked() -> None:
    one = article(
        title="Gates flies", summary="To Moscow", html="<h2>Beijing</h2><p><a>the US</a> x <code>Igor Ivanov</code></p>"
    )
    assert find(one).mentions == ()
    assert ids(one) == ["robert-gates", "moscow", "beijing", "united-states"]


def test_the_first_mention_of_each_is_the_one_to_link() -> None:
    one = article(text="Moscow, Gates, Moscow\nRobert Gates, Moscow")
    found = find(one)
    assert len(found.mentions) == 5
    assert [(m.kind, m.id, m.start) for m in found.first_mentions()] == [
        (Kind.PLACES, "moscow", 3),
        (Kind.PEOPLE, "robert-gates", 11),
    ]


def test_a_person_mentioned_five_hundred_times_is_linked_once() -> None:
    found = find(article(text="\n".join(["Mr. Gates spoke again."] * 500)))
    assert len(found.mentions) == 500
    assert len(found.first_mentions()) == 1
    assert found.named == ((Kind.PEOPLE, "robert-gates"),)


def test_a_thousand_variants_are_all_found() -> None:
    variants = [f"Name Number{n:04}" for n in range(1000)]
    among = authorities(people=(authority("a", "Somebody", *variants),))
    assert names(article(text=", ".join(variants)), among) == [("a", variant) for variant in variants]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ivanov spoke.", []),
        ("Igor Ivanov spoke. Ivanov left.", ["igor-ivanov", "igor-ivanov"]),
        ("Ivanov left before Sergei B. Ivanov spoke.", ["sergei-ivanov", "sergei-ivanov"]),
        ("Igor Ivanov met Sergei Ivanov. Ivanov left.", ["igor-ivanov", "sergei-ivanov"]),
        ("Viktor Ivanov spoke.", []),
    ],
)
def test_an_ambiguous_name_is_decided_by_a_longer_one_in_the_article_or_not_at_all(text: str, found: list[str]) -> None:
    assert [id_ for id_, _ in names(article(text=text))] == found


def test_a_longer_name_in_the_title_decides_too() -> None:
    one = article(title="Sergei Ivanov in Munich", text="Ivanov spoke.")
    assert names(one) == [("sergei-ivanov", "Ivanov")]


def test_a_shorter_name_decides_nothing() -> None:
    among = authorities(
        people=(
            authority("gates", "Gates", "Secretary of Defense"),
            authority("rumsfeld", "Rumsfeld", "Secretary of Defense"),
        )
    )
    assert names(article(text="The Secretary of Defense and Gates"), among) == [("gates", "Gates")]


def test_the_editor_decides_an_ambiguous_name() -> None:
    one = article(text="Ivanov spoke.", people=("sergei-ivanov",))
    assert names(one) == [("sergei-ivanov", "Ivanov")]
    both = article(text="Ivanov spoke to Igor Ivanov.", people=("sergei-ivanov",))
    assert names(both) == [("igor-ivanov", "Igor Ivanov")]


def test_a_name_shared_by_two_kinds_is_ambiguous() -> None:
    among = authorities(
        people=(authority("washington", "George Washington", "Washington"),),
        places=(authority("washington", "Washington, D.C.", "Washington"),),
    )
    assert names(article(text="Washington"), among) == []
    one = article(text="Washington, D.C. Later, Washington")
    assert [m.kind for m in find(one, among).mentions] == [Kind.PLACES, Kind.PLACES]


def test_denied_ids_are_never_linked_and_do_not_make_others_certain() -> None:
    assert names(article(text="Robert Gates in Moscow", not_mentions=("robert-gates",))) == [("moscow", "Moscow")]
    assert names(article(text="Ivanov spoke.", not_mentions=("igor-ivanov",))) == []
    assert names(article(text="Igor Ivanov. Ivanov spoke.", not_mentions=("igor-ivanov",))) == []
    assert ids(article(title="Robert Gates", not_mentions=("robert-gates",))) == []


def test_without_authorities_nothing_is_found() -> None:
    assert find(article(text="Robert Gates"), authorities()) == Found((), ())


# Laws, tried on HTML put together at random.

NAMES = [
    "Gates",
    "Robert Gates",
    "Robert M. Gates",
    "Ivanov",
    "Igor Ivanov",
    "U.S.",
    "US",
    "Moscow",
    "Johnson & Johnson",
]
OTHERS = [
    "Sergei",
    "gates",
    "x",
    "’s",
    "'",
    "-",
    ".",
    ", ",
    " ",
    "  ",
    "\n",
    "\u00a0",
    "é",
    "<",
    "S",
    "2",
    "北京",
    "Москва",
]
WORDS = st.sampled_from(NAMES) | st.sampled_from(OTHERS)
TEXT = st.lists(WORDS, max_size=6).map(lambda words: escape("".join(words), quote=False).replace("\u00a0", "&nbsp;"))


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(["p", "b", "a", "code", "pre", "h2", 'p title="Moscow > Gates"', 'a href="Moscow"'])
    element = st.tuples(tags, inner).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>")
    return st.lists(st.one_of(element, TEXT, st.just('<img alt="US > Gates">')), max_size=4).map("".join)


HTML = st.recursive(TEXT, wrapped, max_leaves=12)


class LinkableText(HTMLParser):
    """Finds, independently of the code under test, the stretches of one line of HTML in which links may be made."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.stretches: list[list[int]] = [[]]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "img":
            self.open.append(tag)
        self.stretches.append([])

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()
        self.stretches.append([])

    def _take(self, length: int) -> None:
        if not {"a", "code", "pre", "h2"} & set(self.open):
            start = self.getpos()[1]
            self.stretches[-1] += range(start, start + length)

    def handle_data(self, data: str) -> None:
        self._take(len(data))

    def handle_entityref(self, name: str) -> None:
        self._take(len(name) + 2)


@settings(max_examples=300)
@given(HTML)
def test_mentions_are_names_in_linkable_text_in_order_and_without_overlap(html: str) -> None:
    html = html.replace("\n", "\t")  # so that the parser's columns are offsets
    one = article(html=html)
    known = {
        (kind, entry.id): {normalised_line(name) for name in (entry.name, *entry.variants)}
        for kind in Kind
        for entry in ALL.of(kind)
    }
    stretches = [set(stretch) for stretch in LinkableText(html).stretches]
    end = 0
    for mention in find(one).mentions:
        assert mention.start >= end
        end = mention.end
        inside = set(range(mention.start, mention.end))
        assert any(inside <= stretch for stretch in stretches)
        assert normalised_line(unescape(html[mention.start : mention.end])) in known[mention.kind, mention.id]


UNSHARED = authorities(people=(GATES,), places=(MOSCOW, US), organizations=(JOHNSON,))
PLAIN = re.compile(
    "|".join(
        rf"(?<!\w){re.escape(name)}(?!\w)"
        for name in sorted(
            (n for kind in Kind for entry in UNSHARED.of(kind) for n in (entry.name, *entry.variants)),
            key=len,
            reverse=True,
        )
    )
)


@settings(max_examples=300)
@given(st.lists(WORDS.filter(lambda word: word not in ("\n", "\u00a0")), max_size=12).map("".join))
def test_in_a_plain_text_every_name_is_found_that_a_slow_search_finds(text: str) -> None:
    text = " ".join(text.split())
    one = article(text=text)
    expected = [match[0] for match in PLAIN.finditer(text.replace("’", "'"))]
    assert [unescape(stretch) for _, stretch in names(one, UNSHARED)] == expected


def test_a_thousand_variants_are_found_as_quickly_as_one() -> None:
    variants = tuple(f"Name{number} Last" for number in range(1000))
    among = authorities(people=(authority("many", "Many Names", *variants),))
    text = " ".join(f"Then {name}." for name in variants)
    one = article("a", text, title="x")
    found = MentionFinder(among).find(one, resolve_references(one, among, Problems()))
    assert len(found.mentions) == 1000
    assert len(found.first_mentions()) == 1


def test_somebody_mentioned_five_hundred_times_is_linked_once() -> None:
    one = article("a", "Gates. " * 500, title="x")
    among = authorities(people=(GATES,))
    found = MentionFinder(among).find(one, resolve_references(one, among, Problems()))
    assert len(found.mentions) == 500
    assert [mention.id for mention in found.first_mentions()] == ["robert-gates"]
