from __future__ import annotations

import pytest

from generator.articles.article import Article, Page, WikiLink
from generator.articles.edtf_date import parse_edtf
from generator.articles.read import read_article, read_page
from generator.problems import Problems
from tests.articles.nested import TOO_DEEP


def article(text: str | bytes, path: str = "content/articles/a-b.md") -> Article:
    problems = Problems()
    found = read_article(path, text if isinstance(text, bytes) else text.encode(), problems)
    assert found is not None, [str(problem) for problem in problems]
    assert len(problems) == 0
    return found


def told(text: str | bytes, path: str = "content/articles/a-b.md") -> list[str]:
    problems = Problems()
    assert read_article(path, text if isinstance(text, bytes) else text.encode(), problems) is None
    assert problems.has_errors
    return [str(problem).removeprefix(path) for problem in problems]


def test_an_article_file_becomes_an_article() -> None:
    found = article("---\ntitle: A & B\n\ndate: 2007\ntags: [x]\n---\n\nSee *this*\nand [[other]].\n")
    assert found.slug == "a-b"
    assert found.path == "content/articles/a-b.md"
    assert (found.meta.title, found.meta.date, found.meta.tags) == ("A & B", parse_edtf("2007"), ("x",))
    assert "<p>See <em>this</em>" in found.html
    assert found.text.split() == ["See", "this", "and", "other."]
    assert found.wiki_links == (WikiLink("other", 9),)
    assert [found.line(key) for key in ("title", "date", "tags")] == [2, 4, 5]


def test_the_folder_of_an_article_is_no_part_of_its_slug() -> None:
    assert article("---\ntitle: t\n---\n", "content/articles/2007/spring/a.md").slug == "a"


@pytest.mark.parametrize("text", ["---\ntitle: t\n---\n[[x]]\n", "\ufeff---\ntitle: t\n---\n[[x]]\n"])
def test_line_ends_of_other_systems_and_a_byte_order_mark_do_no_harm(text: str) -> None:
    for data in (text.encode(), text.replace("\n", "\r\n").encode()):
        found = article(data)
        assert (found.meta.title, found.text, found.wiki_links[0].line) == ("t", "x", 4)


@pytest.mark.parametrize("name", ["A.md", "a b.md", "a--b.md", "index.md", "page-2.md", "é.md", ".md", "con.md"])
def test_a_name_that_is_no_slug_is_told_with_a_better_one(name: str) -> None:
    problems = Problems()
    assert read_article(f"content/articles/{name}", b"---\ntitle: t\n---\n", problems) is None
    (problem,) = problems
    assert (problem.path, problem.line) == (f"content/articles/{name}", 0)
    better = problem.hint.removeprefix("rename it to ")
    assert article("---\ntitle: t\n---\n", f"content/articles/{better}").slug + ".md" == better


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"", ":1: no front matter"),
        (b"Only a body.\n", ":1: no front matter"),
        (b"---\ntitle: One\n\nText.\n", ":1: the front matter has no end"),
        (b"---\ntitle: t\n---\ncaf\xe9\n", ":4: not UTF-8"),
        ("---\ntitle: t\n---\n".encode("utf-16"), ":1: not UTF-8"),
        (b"---\ntitle: t\n---\n\na\0b\n", ":5: a NUL character"),
        (b"---\ntitle: t\nlanguage: English!\n---\n", ":3: not a language tag: English!"),
        (b"---\ntitle: t\nlanguage: e\n---\n", ":3: not a language tag: e"),
        (b"---\ntitle: t\nurl: javascript:alert(1)\n---\n", ":3: `url` is not a web address: javascript:alert(1)"),
        (b"---\ntitle: t\nurl: //x.example\n---\n", ":3: `url` is not a web address: //x.example"),
        (b"---\ndate: 2007\n---\n", ":2: `title` is missing"),
        (b"---\ntitle: a: b\n---\n", ":2: not valid YAML: mapping values are not allowed in this context"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(text: bytes, problem: str) -> None:
    assert told(text) == [problem]


def test_all_that_is_wrong_is_told_at_once() -> None:
    problems = told("---\ntitle: t\nlanguage: x\nurl: y\n---\n", "content/articles/A.md")
    assert [problem[:3] for problem in problems][1:] == [":3:", ":4:"]
    assert problems[0].startswith(": the file's name")


@pytest.mark.parametrize("tag", ["en", "de", "pt-BR", "zh-Hant-TW", "gsw"])
def test_language_tags(tag: str) -> None:
    assert article(f"---\ntitle: t\nlanguage: {tag}\n---\n").meta.language == tag


def page(text: str) -> tuple[Page | None, list[str]]:
    problems = Problems()
    found = read_page("content/pages/about.md", text.encode(), problems)
    return found, [str(problem) for problem in problems]


def test_a_free_page_is_read() -> None:
    found, problems = page("---\ntitle: About\n---\n# Us\n\n[[a]]\n")
    assert problems == []
    assert found == Page(
        "about",
        "content/pages/about.md",
        "About",
        '<h2 id="section-us">Us</h2>\n<p><a href="backfile:article/a">a</a></p>',
        "Us\na",
        (WikiLink("a", 6),),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("About\n", "content/pages/about.md:1: no front matter"),
        ("---\n---\n", "content/pages/about.md:2: `title` is missing"),
        ("---\ntitle: ' '\n---\n", "content/pages/about.md:2: `title` is empty"),
        ("---\ntitle: t\ndate: 2007\n---\n", "content/pages/about.md:3: unknown key `date`"),
        ("---\ntitle: 'a\n---\n", "content/pages/about.md:2: not valid YAML: found unexpected end of stream"),
    ],
)
def test_what_is_wrong_with_a_page_is_told(text: str, problem: str) -> None:
    assert page(text) == (None, [problem])


def test_what_is_nested_too_deeply_is_told_with_its_deepest_line_and_spoils_no_other_text() -> None:
    text = f"---\ntitle: T\n---\nAbove.\n\n{TOO_DEEP}\n\nBelow.\n"
    assert told(text) == [":405: nested too deeply to be read"]
    assert page(text) == (None, ["content/pages/about.md:405: nested too deeply to be read"])
    # A converter that was left within a list opens no paragraph, or takes what belongs to the item for code.
    found = article("---\ntitle: T\n---\nOne *word*.\n\n- an item\n\n    More of it.\n")
    assert found.html == "<p>One <em>word</em>.</p>\n<ul>\n<li>\n<p>an item</p>\n<p>More of it.</p>\n</li>\n</ul>"
