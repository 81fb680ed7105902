"""For whatever page comes in: every line of its view is accounted for, and what is kept is what the article says."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.articles.front_matter import split_article
from generator.articles.html.lines import LineShape, marker
from generator.articles.html.view import view_page
from generator.articles.ledger import Fate, Role, read_ledger, write_ledger
from generator.articles.markdown_html import convert
from generator.articles.source_text import SourceText, decode
from generator.articles.sources import read_source
from generator.ingest.clean import Cleaned, CleanOptions, clean
from generator.ingest.decode import RefusalError
from generator.ingest.findings import Settings
from generator.ingest.typography import normalise, normalise_marked
from generator.problems import Severity
from tests.ingest.sources import PARAGRAPHS, TITLE, TODAY

WORDS = (
    *PARAGRAPHS, TITLE, "Share", "By Ada Example", "3 May 2011", "Comments (2)", "Read more: the other lamp",
    "Photo: Ada Example", "Sign up for our newsletter", "• dot", "1. one", "2. two", "# no heading", "* star", "a | b",
    "[[link]]", "[a]: http://e.example", "&amp;", "&lt;b&gt;", "&#0;", "&#99999999999;", "\\", "``old''", "> quoted",
    "Ã©tÃ©", "\u00ad", "so\u00adft", "\u200b", "\ufeff", "\x0c", "\x00", "a\x00b", "灯塔没有人。", "مرحبا", "🕯",
    "a  b\n c", "!", "_", "__init__", "- dash", "==", "``", "`code`", "http://e.example/a_b", ":    def", "+ plus",
    "x" * 300,
)  # fmt: skip
TAGS = (
    "p div span a b em i strong code pre h1 h2 h3 h6 ul ol li table tr td th caption blockquote figure figcaption br "
    "nav article section aside footer form select option textarea title script style svg time font dl dt dd o:p "
    "hr template noscript iframe plaintext xmp body html head center"
).split()
ATTRIBUTES = (
    "", "", ' class="post-content"', ' class="comments"', " hidden", ' href="http://e.example/x"', " a=b/", " start=7",
    ' href="javascript:x()"', ' class="caption"', ' style="display:none"', ' id="main', ' itemprop="author"',
    " href=/rel?a=b&copy=1",
)  # fmt: skip
ODD = (
    "<!-- c -->", "<!--", "-->", "<", "<a", "</", "<!", "<?x?>", "<![CDATA[x]]>", "<!-->", '<p title="', "\r\n",
)  # fmt: skip
text = st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
tag = st.sampled_from(TAGS)


def _element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    whole = st.tuples(tag, st.sampled_from(ATTRIBUTES), st.lists(inner, max_size=4)).map(
        lambda parts: f"<{parts[0]}{parts[1]}>{''.join(parts[2])}</{parts[0]}>"
    )
    return whole | st.tuples(tag, st.lists(inner, max_size=3)).map(lambda parts: f"<{parts[0]}>{''.join(parts[1])}")


odd = tag.map(lambda name: f"</{name}>") | st.sampled_from(ODD)
trees = st.recursive(text | odd, _element, max_leaves=25)
paragraphs = st.lists(st.sampled_from(PARAGRAPHS).map(lambda words: f"<p>{words}</p>"), max_size=5).map("".join)
pages = st.tuples(st.lists(trees, max_size=8), paragraphs, st.lists(trees, max_size=8)).map(
    lambda parts: "".join((*parts[0], parts[1], *parts[2]))
)
many = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def cleaned(data: bytes) -> Cleaned | None:
    try:
        return clean(data, "example.html", TODAY, CleanOptions("en", 20_000_000, Settings()))
    except RefusalError:
        return None


@given(pages)
@many
def test_every_line_of_the_view_is_accounted_for(page: str) -> None:
    data = page.encode()
    result = cleaned(data)
    if result is None:
        return
    ledger = write_ledger(result.ledger)
    assert read_ledger(ledger) == result.ledger
    source = read_source("example.html", data, ledger, result.article, Severity.ERROR)
    assert isinstance(source, SourceText), source
    ends = page.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    before = 1
    for line, entry in source.account():
        assert 1 <= entry.at <= ends
        before = max(before, entry.at)
        for span in entry.spans:
            assert span.rule
            assert (span.role is Role.BLANK) == (normalise(line) == "")
            assert span.keys or span.fate is not Fate.LIFTED


@given(pages)
@many
def test_what_is_kept_is_what_the_article_says(page: str) -> None:
    data = page.encode()
    result = cleaned(data)
    if result is None:
        return
    article = split_article(result.article)
    assert article is not None
    said = _letters(convert(article.body).text)
    view = view_page(decode(data, result.ledger.encoding)).lines
    kept = []
    for line, entry in zip(view, result.ledger.lines, strict=True):
        words = "".join(line.text[span.start : span.end] for span in entry.spans if span.fate is Fate.KEPT)
        if entry.spans[0].rule == "section-break":
            continue
        listed = entry.spans[0].role is Role.LIST and entry.spans[0].fate is Fate.KEPT
        if listed:
            shown = marker(line.ordinal) if line.shape is LineShape.ITEM else _MARKER.match(normalise(words))[0]  # type: ignore[index]
            words = normalise(words).removeprefix(shown.strip())
        if line.cells and words:
            words = "".join(line.text[start:end] for start, end in line.cells)
        kept.append(_letters((normalise_marked if line.shape is LineShape.CODE else normalise)(words)))
    assert said == "".join(kept)


_MARKER = re.compile(r"(?:[•·▪▫●○◦‣⁃►▶*+-]\s*|\d{1,3}[.)]\s+)?")


def _letters(text: str) -> str:
    return "".join(text.split())


@given(pages)
@many
def test_the_same_page_gives_the_same_article_whatever_came_before(page: str) -> None:
    first = cleaned(page.encode())
    cleaned(f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>".encode())
    assert cleaned(page.encode()) == first
