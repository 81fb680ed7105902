from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.inlinepatterns import InlineProcessor

from generator.articles import markdown_html
from generator.articles.article import WikiLink
from generator.articles.markdown_html import _make_converter, convert, plain_text
from tests.articles.parsed import Reader


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("media/a.png", "backfile:media/a.png"),
        ("../media/a.png", "backfile:media/a.png"),
        ("../../media/sub/a%20b.png", "backfile:media/sub/a%20b.png"),
        ("/media/a.pdf#page=2", "backfile:media/a.pdf#page=2"),
        ("./media/a.png", "backfile:media/a.png"),
        ("media/", "media/"),
        ("mymedia/a.png", "mymedia/a.png"),
        ("https://x.example/media/a.png", "https://x.example/media/a.png"),
        ("//media/a.png", "https://media/a.png"),
    ],
)
def test_media_are_files_of_the_site(address: str, found: str) -> None:
    assert convert(f"[a]({address})").html == f'<p><a href="{found}">a</a></p>'


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("other.md", "backfile:article/other.md"),
        ("./other.md", "backfile:article/other.md"),
        ("../articles/other.md#part", "backfile:article/other.md#part"),
        ("articles/other.md", "backfile:article/other.md"),
        ("o%20t.md", "backfile:article/o%20t.md"),
        ("<o t.md>", "backfile:article/o%20t.md"),
        ("https://x.example/readme.md", "https://x.example/readme.md"),
        ("other.md.html", "other.md.html"),
        ("sub/other.md", "sub/other.md"),
        ("other.md?x", "other.md?x"),
    ],
)
def test_an_article_file_is_a_link_to_its_article(address: str, found: str) -> None:
    assert convert(f"[a]({address})").html == f'<p><a href="{found}">a</a></p>'


@pytest.mark.parametrize(
    ("written", "html", "targets"),
    [
        ("[[A Title]]", '<a href="backfile:article/A%20Title">A Title</a>', ["A Title"]),
        ("[[ a | b ]]", '<a href="backfile:article/a">b</a>', ["a"]),
        ("[[a|b *c*]]", '<a href="backfile:article/a">b <em>c</em></a>', ["a"]),
        ("[[a#b c]]", '<a href="backfile:article/a#b%20c">a</a>', ["a"]),
        ("[[a#b|c]]", '<a href="backfile:article/a#b">c</a>', ["a"]),
        ("[[a_b_c *d*]]", '<a href="backfile:article/a_b_c%20%2Ad%2A">a_b_c *d*</a>', ["a_b_c *d*"]),
        ("[[C\\* & <D>]]", '<a href="backfile:article/C%2A%20%26%20%3CD%3E">C* &amp; &lt;D&gt;</a>', ["C* & <D>"]),
        ("[[a `b` c]]", '<a href="backfile:article/a%20b%20c">a b c</a>', ["a b c"]),
        ("[[a/b?c]]", '<a href="backfile:article/a%2Fb%3Fc">a/b?c</a>', ["a/b?c"]),
        ('[[Ä "q"]]', '<a href="backfile:article/%C3%84%20%22q%22">Ä "q"</a>', ['Ä "q"']),
        (
            "*[[a]]*, [[b]]",
            '<em><a href="backfile:article/a">a</a></em>, <a href="backfile:article/b">b</a>',
            ["a", "b"],
        ),
        ("`[[a]]`", "<code>[[a]]</code>", []),
        ("\\[[a]]", "[[a]]", []),
        ("[[a", "[[a", []),
        ("[[a\nb]]", "[[a\nb]]", []),
        ("[[]]", "[[]]", []),
        ("[[1]](https://x.example)", '<a href="https://x.example">[1]</a>', []),
        ("[[1]][r]\n\n[r]: https://x.example", '<a href="https://x.example">[1]</a>', []),
    ],
)
def test_wiki_links(written: str, html: str, targets: list[str]) -> None:
    body = convert(written)
    assert body.html == f"<p>{html}</p>"
    assert [link.target for link in body.wiki_links] == targets


def test_in_a_block_of_code_nothing_is_a_link() -> None:
    for written in ("    [[a]]\n", "```\n[[a]]\n```\n"):
        body = convert(written)
        assert body.wiki_links == ()
        assert "[[a]]" in body.html


def test_links_know_their_lines() -> None:
    written = """\
The lamp is what a lamp is; see the note.[^n]

[[lamp]], [x](other.md),
[[lamp]] and [[Other|a *word*]]

[^n]: In [[the note]].

- [y](o%20t.md)
- <a href="last.md">z</a> [w][ref]

[ref]: first.md
"""
    assert convert(written, first_line=10).wiki_links == (
        WikiLink("lamp", 12),
        WikiLink("other.md", 12),
        WikiLink("lamp", 13),
        WikiLink("Other", 13),
        WikiLink("o t.md", 17),
        WikiLink("last.md", 18),
        WikiLink("first.md", 20),
        WikiLink("the note", 15),
    )


def test_equal_links_are_told_apart() -> None:
    assert [link.line for link in convert("The a.\n\n[[a]]\n\n[[a|b]]\n\n[c](a.md)\n").wiki_links] == [3, 5, 7]


def test_cells_are_aligned_by_class() -> None:
    html = convert("| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n").html
    for sign, side in (("a", "left"), ("b", "center"), ("c", "right")):
        assert f'<th class="align-{side}">{sign}</th>' in html
    assert '<td class="align-right">3</td>' in html
    assert "<th>d</th>" in html
    assert "<td>4</td>" in html
    assert "style" not in html


def test_footnotes_lead_there_and_back() -> None:
    body = convert("One.[^a] Two.[^b]\n\n[^a]: First.\n[^b]: Second.\n")
    read = Reader(body.html)
    ids = {attributes["id"] for _, attributes in read.elements if "id" in attributes}
    leads = {attributes["href"] for tag, attributes in read.elements if tag == "a"}
    assert leads == {"#" + id_ for id_ in ids}
    assert len(ids) == 4
    assert ("div", {"class": "footnote"}) in read.elements
    assert body.text == "One. Two.\nFirst.\nSecond."
    # Where they lead is said in the page's language, not in the converter's.
    assert not [attributes for _, attributes in read.elements if "title" in attributes]


def test_headings_begin_at_the_second_level_with_ids_of_their_own() -> None:
    html = convert("# Main\n\n## A & B\n\n###### Deep\n\n# Main\n\n# !!!\n").html
    headings = [(tag, attributes["id"]) for tag, attributes in Reader(html).elements]
    assert headings[:4] == [
        ("h2", "section-main"),
        ("h3", "section-a-b"),
        ("h6", "section-deep"),
        ("h2", "section-main_1"),
    ]
    assert headings[4][1].startswith("section-untitled-")


def test_other_markdown_of_this_program() -> None:
    assert convert("word\n:   meaning").html == "<dl>\n<dt>word</dt>\n<dd>meaning</dd>\n</dl>"
    assert convert("3. c\n4. d").html == '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>'
    assert convert("```python\na < b\n```").html == "<pre><code>a &lt; b\n</code></pre>"


@pytest.mark.parametrize(
    "tag", ["section", "SECTION", "figcaption", "article", "main", "summary", "header", "h1", "p", "li", "td"]
)
def test_words_of_two_blocks_do_not_become_one(tag: str) -> None:
    inner = f"<{tag}>one</{tag}><{tag}>two</{tag}>"
    table = f"<table><tr>{inner}</tr></table>" if tag == "td" else f"<div>{inner}</div>"
    assert convert(table).text == "one\ntwo"


def test_headings_written_as_html_go_with_those_of_markdown() -> None:
    html = convert("## A\n\n<h2>B</h2>\n\n<H5 lang='de'>C</H5>\n\n<h6>D</h6>").html
    assert [tag for tag, _ in Reader(html).elements] == ["h3", "h3", "h6", "h6"]


def test_a_raw_heading_is_none_of_the_pages_own() -> None:
    assert convert("<h1>A</h1>").html == '<h2 id="section-a">A</h2>'


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a <em>b</em>c</p>\n<p>d</p>", "a bc\nd"),
        ("<p>a &amp; b &lt;c&gt; &#x27;</p>", "a & b <c> '"),
        ('<p>a<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>', "a"),
        ('<p title="x > y">a</p>', "a"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("<p>a<br>b<wbr>c</p><hr>", "a\nbc"),
        ("<p>  a&nbsp;  b\t</p><p> </p>", "a b"),
        ('<p><img alt="x" src="y"></p>', ""),
        ("", ""),
    ],
)
def test_plain_text_is_the_words_block_by_block(html: str, text: str) -> None:
    assert plain_text(html) == text


def test_documents_do_not_know_of_each_other() -> None:
    first = convert("[a][r]\n\n# One\n\n[r]: b.md\n\nx[^1]\n\n[^1]: n\n")
    second = convert("[a][r]\n\n# One\n\nx[^1]\n")
    assert "b.md" not in second.html
    assert "section-one_1" not in second.html
    assert convert("[a][r]\n\n# One\n\n[r]: b.md\n\nx[^1]\n\n[^1]: n\n") == first


def test_threads_do_not_disturb_each_other() -> None:
    written = [f"# Heading {n}\n\n[[target {n}]][^1]\n\n[^1]: note {n}\n" * 5 for n in range(8)]
    alone = [convert(text) for text in written]
    found: dict[int, object] = {}
    threads = [threading.Thread(target=lambda n=n: found.update({n: convert(written[n])})) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[n] for n in range(8)] == alone


PIECES = [*"ab .,:;-+#|~^=/?'’\"$%@{}()1\t\n", "\n\n", *"`*_[]<>&!\\", "  \n", "\x02", "é", "🙂"]
TEXTS = st.lists(st.sampled_from(PIECES)).map("".join)


PLAIN_PIECES = [
    *("a", "word", "Ünï", "жук", "語", "1", "12. ", "3.5", "(", "“", "”", "'", '"', "–", "…", "¿", "=", "-", ": ", "#"),
    *(
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\n\n\n",
        "\n    ",
        "\n===",
        "\n---",
        "\n: ",
        "\u00a0",
        "\u2028",
        "\x85",
        "\x0b",
        "\x1c",
    ),
]
PLAIN_TEXTS = st.lists(st.sampled_from(PLAIN_PIECES), min_size=1, max_size=12).map("".join)


@given(TEXTS | PLAIN_TEXTS | st.lists(TEXTS | PLAIN_TEXTS).map("\n\n".join))
def test_texts_without_signs_are_converted_as_all_are(text: str) -> None:
    """The short cuts for plain texts, paragraphs and whole documents change nothing."""
    thorough = _make_converter()
    thorough.treeprocessors.deregister("plain_texts")
    thorough.parser.blockprocessors.deregister("plain_paragraphs")
    body = convert(text)
    with (
        patch.object(markdown_html, "plain_paragraphs", return_value=None),
        patch.object(markdown_html, "_make_converter", return_value=thorough),
        patch.object(markdown_html, "_local", threading.local()),
    ):
        assert convert(text) == body


@pytest.mark.parametrize("text", ["One.", "One\nline.\n\n\n“Two”, he said: it costs $5.\n", "2007 was (nearly) over …"])
def test_plain_documents_need_no_converter(text: str) -> None:
    with patch.object(markdown_html, "_markdown_html", side_effect=AssertionError):
        convert(text)


def test_the_short_cut_is_taken() -> None:
    looked_through: list[str] = []

    class Spy(InlineProcessor):
        """Notes the texts that inline forms are looked for in."""

        def getCompiledRegExp(self) -> Any:  # noqa: N802 - Python-Markdown's name
            return self

        def finditer(self, text: str, *_: object) -> Iterator[re.Match[str]]:
            looked_through.append(text)
            return iter(())

    converter = _make_converter()
    converter.inlinePatterns.register(Spy("", converter), "spy", 1000)
    converter.convert("Plain words, and more.\n\nA *loud* word.")
    assert looked_through == ["A *loud* word."]
