from __future__ import annotations

from generator.archive.values import Archive, Kind
from generator.config import parse_config
from generator.problems import Problems
from tests.archive.builders import GATES, IGOR, SERGEI, article, authorities, authority, link, told


def linked(feeds: str) -> tuple[Archive | None, list[str]]:
    problems = Problems()
    config = parse_config(f"title: T\nfeeds:\n{feeds}", problems)
    if problems.has_errors:
        return None, told(problems)
    articles = [
        article("one", "Robert Gates and Igor Ivanov spoke.", tags=("Missile Defence", "radar"), author=("A. Writer",)),
        article("two", "Sergei Ivanov.", publication="The Daily Example", tags=("radar",)),
    ]
    known = authorities(people=(GATES, IGOR, SERGEI, authority("jo-doe", "Jo Doe")))
    return link(config, articles, [], {}, known, problems), told(problems)


def test_feeds_are_chosen_by_id_name_or_variant_of_any_kind() -> None:
    archive, problems = linked(
        "  tags: [radar, missile  DEFENCE]\n"
        "  people: [igor-ivanov, Robert M. Gates, Gates]\n"
        "  authors: [A. Writer]\n"
        "  publications: [the-daily-example]\n"
    )
    assert problems == []
    assert archive is not None
    assert archive.feeds == {
        (Kind.TAGS, "radar"),
        (Kind.TAGS, "missile-defence"),
        (Kind.PEOPLE, "igor-ivanov"),
        (Kind.PEOPLE, "robert-gates"),
        (Kind.AUTHORS, "a-writer"),
        (Kind.PUBLICATIONS, "the-daily-example"),
    }


def test_unknown_and_ambiguous_names_are_errors_with_their_lines() -> None:
    _, problems = linked("  tags:\n    - radar\n    - radars\n  people:\n    - Ivanov\n")
    assert problems == [
        "error content/site.yaml:5: `feeds: tags`: nothing here has the name or id “radars” (did you mean “radar”?)",
        "error content/site.yaml:7: `feeds: people`: “Ivanov” may be several "
        "(write the id: igor-ivanov or sergei-ivanov)",
    ]


def test_who_stands_in_no_article_has_no_feed_yet() -> None:
    archive, problems = linked("  people: [jo-doe]")
    assert archive is not None
    assert archive.feeds == frozenset()
    assert problems == [
        "warning content/site.yaml:3: `feeds: people`: “jo-doe” stands in no article "
        "(there will be a feed as soon as one names it)"
    ]


def test_an_unknown_kind_is_told_with_the_known_ones() -> None:
    archive, problems = linked("  tag: [radar]")
    assert archive is None
    assert problems == ["error content/site.yaml:3: `feeds`: unknown key `tag` (did you mean `tags`?)"]


def test_a_feed_that_is_no_list() -> None:
    assert linked("  tags: radar")[1] == [
        "error content/site.yaml:3: `feeds: tags`: a list is wanted here, this is text (write a list as [one, two])"
    ]
    assert linked("  - radar")[0] is None


def test_an_alias_cannot_take_the_place_of_a_feed() -> None:
    problems = Problems()
    config = parse_config("title: T\nfeeds: {tags: [radar]}", problems)
    link(config, [article("one", tags=("radar",), aliases=("tags/radar.atom",))], [], {}, authorities(), problems)
    assert any("the site has a page there" in problem for problem in told(problems))
