from __future__ import annotations

from generator.archive.ambiguity import tell_unclear_names
from generator.archive.authorities import Authorities
from generator.articles.article import Article
from generator.config import Config
from generator.problems import Problems
from tests.archive.builders import GATES, IGOR, SERGEI, article, authorities, authority, link, told

BOTH = authorities(people=(IGOR, SERGEI, GATES))
HINT = (
    "(say it in the front matter: `people: [igor-ivanov]` or `people: [sergei-ivanov]`; "
    "`not_mentions: [igor-ivanov, sergei-ivanov]` where none is meant)"
)


def unclear(one: Article, body: str, among: Authorities = BOTH) -> list[str]:
    archive = link(Config(title="X"), [one], [], {}, among, Problems())
    problems = Problems()
    tell_unclear_names(archive, {one.path: f"---\ntitle: {one.meta.title}\n---\n{body}"}, problems)
    return told(problems)


def test_a_name_that_several_share_is_told_once_at_its_first_line() -> None:
    body = "Nothing.\n\nIvanov spoke.\n\nIvanov left.\n"
    assert unclear(article("a", body), body) == [
        "notice content/articles/a.md:6: “Ivanov” is not linked: it may be people/igor-ivanov, people/sergei-ivanov, "
        f"and nothing here tells which {HINT}"
    ]


def test_a_name_in_the_title_is_told_at_the_title() -> None:
    (problem,) = unclear(article("a", "x", title="Ivanov goes", lines={"title": 2}), "x")
    assert problem.startswith("notice content/articles/a.md:2: “Ivanov” is not linked")


def test_a_name_in_the_summary_is_told_at_the_summary() -> None:
    (problem,) = unclear(article("a", "x", summary="On Ivanov.", lines={"title": 2, "summary": 3}), "x")
    assert problem.startswith("notice content/articles/a.md:3: ")


def test_what_the_article_tells_is_no_problem() -> None:
    body = "Sergei Ivanov spoke. Ivanov left. Gates too."
    assert unclear(article("a", body), body) == []


def test_what_the_editor_settled_is_no_problem() -> None:
    assert unclear(article("a", "Ivanov.", people=("igor-ivanov",)), "Ivanov.") == []
    assert unclear(article("a", "Ivanov.", not_mentions=("igor-ivanov", "sergei-ivanov")), "Ivanov.") == []


def test_one_name_in_two_kinds_is_told_with_both() -> None:
    among = authorities(
        people=(authority("george-washington", "George Washington", "Washington"),),
        places=(authority("washington", "Washington"),),
    )
    (problem,) = unclear(article("a", "Washington."), "Washington.", among)
    assert "it may be people/george-washington, places/washington, and" in problem
    assert "`people: [george-washington]` or `places: [washington]`" in problem
