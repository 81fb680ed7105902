from __future__ import annotations

from generator.articles.article import Article
from generator.articles.front_matter import FrontMatter


def test_an_article_knows_its_page_its_length_and_its_lines() -> None:
    article = Article("a-b", "x.md", FrontMatter(title="t"), "<p>", "one two\nthree", lines={"tags": 7})
    assert article.page == "articles/a-b.html"
    assert article.word_count == 3
    assert article.line("tags") == 7
    assert article.line("date") == 1
