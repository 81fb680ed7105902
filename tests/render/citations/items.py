"""Items made by hand for the tests of citations."""

from __future__ import annotations

from typing import Any

from generator.articles.edtf_date import parse_edtf
from generator.config import Config
from generator.render.citations.issued import issued
from generator.render.citations.item import Item, ItemKind, item_of
from generator.render.citations.names import parse_name
from generator.render.citations.runs import Runs
from tests.render.archives import an_archive, an_article

HERE = Config(title="The Example Archive", url="https://archive.example.org/", rights="CC BY 4.0")
NOWHERE = Config(title="The Example Archive")


def an_item(title: str = "Radar offer on the table", *, authors: tuple[str, ...] = (), **values: Any) -> Item:
    """An article of The Daily Example, with what `values` say otherwise; `date` is EDTF."""
    date = values.pop("date", "")
    given: dict[str, Any] = {
        "slug": "radar",
        "kind": ItemKind.ARTICLE,
        "container": "The Daily Example",
        "first_published": "",
        "page": "",
        "archive": "The Example Archive",
        "language": "en",
        "rights": "",
    }
    given |= values
    names = tuple(parse_name(name, given["language"]) for name in authors)
    return Item(title=title, authors=names, issued=issued(parse_edtf(date)) if date else None, **given)


def item_from(title: str, config: Config = HERE, **meta: Any) -> Item:
    """The item of an article with this front matter in an archive of its own."""
    article = an_article(title, **meta)
    return item_of(an_archive(article, config=config), article)


def marked(runs: Runs) -> str:
    """The text with stars around what is in italics."""
    return "".join(f"*{run.text}*" if run.italic else run.text for run in runs)
