from __future__ import annotations

from generator.archive.featured import chosen_articles
from generator.articles.article import Article
from generator.articles.front_matter import FrontMatter
from generator.config import SITE_YAML, Featured
from generator.problems import Problem, Problems, Severity


def an_article(slug: str, *, draft: bool = False, withdrawn: str = "") -> Article:
    meta = FrontMatter(title=slug, draft=draft, withdrawn=withdrawn)
    return Article(slug, f"content/articles/{slug}.md", meta, "<p>Text.</p>", "Text.")


ARTICLES = [
    an_article("the-radar"),
    an_article("the-treaty"),
    an_article("not-yet", draft=True),
    an_article("gone", withdrawn="A reason."),
]


def chosen(*slugs: str, before: tuple[Problem, ...] = ()) -> tuple[tuple[str, ...], list[Problem]]:
    problems = Problems(before)
    featured = [Featured(slug=slug, line=number) for number, slug in enumerate(slugs, 7)]
    return chosen_articles(featured, ARTICLES, problems), [one for one in problems if one not in before]


def test_in_the_order_of_the_settings_each_once() -> None:
    assert chosen("the-treaty", "the-radar", "the-treaty") == (("the-treaty", "the-radar"), [])


def test_an_unknown_one_is_told_with_its_line_and_the_nearest() -> None:
    slugs, problems = chosen("the-radar", "the-treety")
    assert slugs == ("the-radar",)
    assert problems == [
        Problem(
            SITE_YAML, 8, Severity.ERROR, "`featured`: there is no article `the-treety`", "did you mean “the-treaty”?"
        )
    ]


def test_drafts_and_what_was_taken_down_are_left_out_with_a_warning() -> None:
    slugs, problems = chosen("not-yet", "gone", "the-radar")
    assert slugs == ("the-radar",)
    assert [(one.line, one.severity) for one in problems] == [(7, Severity.WARNING), (8, Severity.WARNING)]
    assert "content/articles/not-yet.md is a draft" in problems[0].text
    assert "content/articles/gone.md is withdrawn" in problems[1].text


def test_an_article_whose_file_is_broken_is_told_of_once() -> None:
    broken = Problem("content/articles/broken.md", 2, Severity.ERROR, "not valid YAML")
    assert chosen("broken", before=(broken,)) == ((), [])
