from __future__ import annotations

import pickle
import struct

from generator.archive.mentions import MentionFinder
from generator.archive.study import Study, study
from generator.archive.values import Archive, Kind, Mention, UnclearName
from generator.articles.article import Article
from generator.articles.edtf_date import year_of
from generator.config import Config
from generator.problems import Problems
from tests.archive.builders import GATES, IGOR, SERGEI, article, authorities, authority, link, studies, told

ALL = authorities(people=(GATES, IGOR, SERGEI), places=(authority("moscow", "Moscow"),))
FINDER = MentionFinder(ALL)


def test_a_study_tells_who_is_added_named_and_mentioned() -> None:
    one = article(
        "a",
        "Gates and Gates in Moscow",
        title="Ivanov",
        people=("sergei-ivanov",),
        summary="Ivanov",
        places=("Moscow",),
    )
    found = study(one, FINDER)
    assert found.names == ["people/sergei-ivanov", "places/moscow", "people/robert-gates"]
    assert found.added == 2
    assert found.named() == {
        Kind.PEOPLE: ("sergei-ivanov", "robert-gates"),
        Kind.PLACES: ("moscow",),
        Kind.ORGANIZATIONS: (),
    }
    assert found.mentions() == (
        Mention(Kind.PEOPLE, "robert-gates", 3, 8),
        Mention(Kind.PLACES, "moscow", 22, 28),
    )
    assert list(struct.iter_unpack("<4I", found.places)) == [(2, 3, 8, 2), (1, 22, 28, 1)]


def test_a_study_keeps_names_that_are_unclear_and_what_is_wrong() -> None:
    found = study(article("a", "Ivanov", people=("Nobody",), not_mentions=("x",)), FINDER)
    owners = ((Kind.PEOPLE, "igor-ivanov"), (Kind.PEOPLE, "sergei-ivanov"))
    assert found.unclear == (UnclearName("Ivanov", owners, in_head=False),)
    assert [problem.severity for problem in found.problems] == ["warning", "error"]


def test_of_a_withdrawn_article_nothing_is_studied_but_its_title_and_what_the_editor_adds() -> None:
    gone = article("a", "Moscow radar", title="Gates", summary="Moscow", people=("igor-ivanov",), withdrawn="x")
    assert study(gone, FINDER) == study(article("a", "", title="Gates", people=("igor-ivanov",)), FINDER)


def test_a_study_is_compact_and_the_same_once_it_was_kept() -> None:
    text = "\n".join(
        f"Gates met number {'abcdefghij'[n % 10] * (n // 10 + 1)} in Moscow on day {n}." for n in range(90)
    )
    found = study(article("a", text), FINDER)
    kept = pickle.dumps(found, protocol=5)
    assert pickle.loads(kept) == found
    assert len(kept) < 3 * len(text)


def test_a_finder_that_is_sent_to_another_process_finds_the_same() -> None:
    sent = pickle.loads(pickle.dumps(FINDER))
    one = article("a", "Gates in Moscow", people=("Ivanov",))
    assert study(one, sent) == study(one, FINDER)


class LeftOnDisk:
    """An article whose body nobody may ask for."""

    def __init__(self, of: Article) -> None:
        self.slug, self.path, self.meta, self.page = of.slug, of.path, of.meta, of.page
        self.wiki_links, self.lines, self.line = of.wiki_links, of.lines, of.line

    @property
    def year(self) -> int | None:
        return year_of(self.meta.date)

    @property
    def html(self) -> str:
        raise AssertionError(self.slug)

    text = html


def linked(articles: list[Article], known: dict[str, Study]) -> tuple[Archive, list[str]]:
    problems = Problems()
    return link(Config(title="T"), articles, [], {}, ALL, problems, known), told(problems)


def some_articles() -> list[Article]:
    words = ["radar", "missile", "Bohemia", "fuel", "crews", "airfield", "harbour"]
    return [
        article(
            f"a{n}",
            # With a number among any five words no two tell the same story.
            f"{words[n % 7]} {n} station {n} {words[n % 5]} {n} Gates {n} {'Igor' * (n % 3 > 0)} Ivanov {n} Gates {n}.",
            tags=(words[n % 4],),
            people=("Nobody",) if n == 7 else (),
        )
        for n in range(40)
    ]


def test_where_all_studies_are_given_no_article_s_body_is_asked_for() -> None:
    articles = some_articles()
    whole, problems = linked(articles, {})
    known = studies(articles, ALL)
    archive, told_too = linked([LeftOnDisk(one) for one in articles], known)  # type: ignore[misc]
    assert (archive.links, archive.terms, archive.unclear) == (whole.links, whole.terms, whole.unclear)
    assert problems == told_too
    assert len(problems) == 1
    assert any(related.words or related.terms for of in whole.links.values() for related in of.related)
