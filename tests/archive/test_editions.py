from __future__ import annotations

from collections.abc import Mapping

from generator.archive.authorities import Authorities
from generator.archive.editions import find_editions
from generator.archive.values import Archive, Edition
from generator.articles.article import Article
from generator.config import Config
from generator.problems import Problems
from tests.archive.builders import article, authorities, find_related, link, studies

STORY = "\n".join(
    f"On day {day} the harbour master of quay {day * 7} counted {day * 31} barges and wrote to council {day * 3}."
    for day in range(1, 21)
)
FIRST_HALF = "\n".join(STORY.splitlines()[:10])
LEAD = "Our own correspondent walked along the quays at dawn and found nobody who would speak about the barges."
OTHER = "\n".join(
    f"In village {number} the mill of family {number * 13} turns {number * 5} times before supper is cooked."
    for number in range(1, 21)
)


def linked(*articles: Article, authorities: Authorities | None = None) -> Archive:
    return link(Config(title="T"), articles, [], {}, authorities or _NOBODY, Problems())


_NOBODY = authorities()


def found_editions(articles: list[Article]) -> Mapping[str, tuple[Edition, ...]]:
    texts = {one.slug: one.text for one in articles}
    return find_editions({slug: of.sketch() for slug, of in studies(articles).items()}, texts.__getitem__)


def editions(archive: Archive) -> dict[str, list[str]]:
    return {slug: [edition.slug for edition in links.editions] for slug, links in archive.links.items()}


def test_editions_of_one_story_know_each_other_those_that_share_most_first() -> None:
    articles = [
        article("whole", STORY),
        article("half", FIRST_HALF),
        article("led", f"{LEAD}\n{FIRST_HALF}"),
        article("other", OTHER),
    ]
    found = found_editions(articles)
    assert {slug: [edition.slug for edition in others] for slug, others in found.items()} == {
        "half": ["led", "whole"],
        "led": ["half", "whole"],
        "other": [],
        "whole": ["half", "led"],
    }
    assert found["whole"][0] == Edition("half", 1.0)
    assert 0.8 < found["whole"][1].shared < 1
    assert found_editions(articles[::-1]) == found


def test_an_edition_is_not_also_related() -> None:
    articles = [article("whole", STORY), article("half", FIRST_HALF)]
    articles += [article(f"about-{n}", f"Barges and quays: the harbour of {n}.") for n in ("a", "b")]
    articles += [article(f"z{n}", letter * 3) for n, letter in enumerate("klmnop")]
    assert "half" in {other.slug for other in find_related(articles, studies(articles))["whole"]}
    archive = linked(*articles)
    assert editions(archive)["whole"] == ["half"]
    assert {related.slug for related in archive.links["whole"].related} == {"about-a", "about-b"}


def test_what_is_not_shown_has_no_editions() -> None:
    archive = linked(
        article("shown", STORY),
        article("draft", STORY, draft=True),
        article("gone", STORY, withdrawn="The paper asked for it."),
    )
    assert editions(archive) == {"gone": [], "shown": []}
