"""An archive for the tests of exports, with what is hard to write in each format."""

from __future__ import annotations

from generator.archive.values import Archive
from generator.config import Config
from tests.render.archives import an_archive, an_article

CONFIG = Config(
    title="The Example Archive",
    description="What it is.",
    url="https://archive.example.org/",
    author="A. Keeper",
    rights="CC BY 4.0, where nothing else is said",
)


def a_mixed_archive(config: Config = CONFIG) -> Archive:
    """A full article, a hard one, one that was taken down, and one of which nothing is known."""
    return an_archive(
        an_article(
            "Radar offer",
            text="First.\nSecond, with six words here.",
            date="2007-04-23",
            author=("Anna Writer", "Reuters"),
            publication="The Daily Example",
            url="https://www.example.com/radar",
            language="de",
            summary="Short.",
            tags=("radar", "arms, nuclear"),
            people=("Robert Gates",),
            places=("Prague", "Moscow"),
            organizations=("NATO",),
            imported="2026-11-21",
            updated="2016-07-27",
            revised="2026-11-22",
            rights="All rights reserved",
        ),
        an_article('=1+1 "quoted", {braced} & 100 %', text="<b>Ünïcode</b>", date="2008~", summary="+ two\nlines"),
        an_article(
            "Gone",
            text="",
            date="2009/..",
            author=("Secret Author",),
            publication="The Daily Example",
            url="https://www.example.com/secret",
            summary="Secret summary.",
            tags=("secret tag",),
            people=("Secret Person",),
            withdrawn="At the author's wish.",
            imported="2026-11-21",
        ),
        an_article("Plain"),
        config=config,
    )
