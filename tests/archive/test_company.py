from __future__ import annotations

import pytest

from generator.archive.company import company_of, find_circle, surprise
from generator.archive.values import Archive, Circle, Kind, Term, Tie
from generator.config import Config
from generator.problems import Problems
from tests.archive.builders import article, authorities, authority, link


def archive(*named: str) -> Archive:
    """An archive in which each article's tags are the letters of one of `named`."""
    articles = [article(f"a{number}", tags=tuple(letters)) for number, letters in enumerate(named)]
    return link(Config(title="T"), articles, [], {}, authorities(), Problems())


def tag(within: Archive, name: str) -> Term:
    return within.term_by_id[Kind.TAGS, name]


def company(within: Archive, name: str, number: int = 9) -> list[tuple[str, int]]:
    companions = company_of(within, tag(within, name), number)[Kind.TAGS]
    return [(other.term.name, other.together) for other in companions]


def test_what_stands_everywhere_does_not_come_first() -> None:
    made = archive("abz", "abz", "acz", "z", "z", "cz", "bz")
    assert company(made, "a") == [("b", 2), ("z", 3)]
    assert company(made, "a", 1) == [("b", 2)]


def test_what_chance_would_bring_together_oftener_is_no_company() -> None:
    made = archive("ab", "ab", "a", "a", "a", "b", "b", "b", "b")
    assert company(made, "a") == []


def test_once_is_an_accident() -> None:
    assert company(archive("ab", "c", "c"), "a") == []


def test_equals_stand_in_the_order_of_their_names() -> None:
    made = archive("acb", "abc", "d", "d")
    assert company(made, "a") == [("b", 2), ("c", 2)]


def test_surprise_is_the_log_likelihood_ratio() -> None:
    # Worked out by hand: 2 * (4 ln 2 + 4 ln 2) for two terms that stand in the same half of eight articles.
    assert surprise(4, 4, 4, 8) == pytest.approx(2 * 8 * 0.6931472, abs=1e-5)
    assert surprise(2, 4, 4, 8) == 0
    assert surprise(0, 4, 4, 8) < surprise(1, 4, 4, 8) < 0 < surprise(3, 4, 4, 8)
    assert surprise(8, 8, 8, 8) == 0


def circle(*named: str, organizations: str = "") -> Circle:
    """The circle of articles in which people (letters) are named; those in `organizations` are such."""
    letters = sorted({letter for letters in named for letter in letters if letter.strip()})
    known = authorities(
        people=tuple(authority(f"p-{one}", f"Person {one}") for one in letters if one not in organizations),
        organizations=tuple(authority(f"o-{one}", f"Group {one}") for one in letters if one in organizations),
    )
    articles = [
        article(
            f"a{number}",
            ". ".join(f"{'Group' if one in organizations else 'Person'} {one}" for one in letters if one in of),
        )
        for number, of in enumerate(named)
    ]
    return link(Config(title="T"), articles, [], {}, known, Problems()).circle


def test_who_appears_with_whom() -> None:
    made = circle("ABCF", "ABCF", "AB", "D", "DE", " ", organizations="F")
    assert [term.name for term in made.terms] == ["Person A", "Person B", "Group F", "Person C"]
    assert made.ties == (Tie(0, 1, 3), Tie(0, 2, 2), Tie(0, 3, 2), Tie(1, 2, 2), Tie(1, 3, 2), Tie(2, 3, 2))


def test_two_people_are_no_circle() -> None:
    assert circle("ABF", "ABF", "ABF", "D", organizations="F") == Circle()


def test_a_large_archive_shows_those_with_most_articles_and_their_strongest_ties() -> None:
    people = tuple(authority(f"p{number}", f"Person {number:03}") for number in range(100))
    # Each stands with the ten after it, those with low numbers more often.
    articles = [
        article(f"a{number}-{time}", ". ".join(f"Person {other:03}" for other in range(number, min(100, number + 10))))
        for number in range(100)
        for time in range(2 if number >= 50 else 4)
    ]
    made = link(Config(title="T"), articles, [], {}, authorities(people=people), Problems()).circle
    assert len(made.terms) == 40
    counts = [len(term.articles) for term in made.terms]
    assert counts == sorted(counts, reverse=True)
    assert len(made.ties) <= 160
    assert all(tie.first < tie.second < 40 for tie in made.ties)
    assert list(made.ties) == sorted(made.ties, key=lambda tie: (tie.first, tie.second))
    tied = {end for tie in made.ties for end in (tie.first, tie.second)}
    assert tied == set(range(40))


def test_an_empty_archive_has_no_circle() -> None:
    assert find_circle(dict.fromkeys(Kind, ()), {}) == Circle()
