"""Writes the catalogue as JSON, with the articles' texts where that keeps the file to a size that hosts take."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from generator.articles.article import Article
from generator.config import Config
from generator.render.exports.forms import Form
from generator.render.exports.records import Entry

LARGEST_TEXT = 20_000_000
"""Characters of all texts together. Common hosts refuse files of more than 25 MiB."""


def has_texts(articles: Iterable[Article]) -> bool:
    """Whether the texts are in the file; all of them, or none."""
    return sum(article.length for article in articles) <= LARGEST_TEXT


def _before(config: Config) -> str:
    archive = {
        "title": config.title,
        "description": config.description,
        "address": config.url,
        "author": config.author,
        "rights": config.rights,
        "language": config.language,
    }
    known = {key: value for key, value in archive.items() if value}
    return f'{{"archive": {_json(known)},\n"articles": [\n'


def _of_article(entry: Entry, with_texts: bool) -> str:
    values: dict[str, object] = {key: value for key, value in entry.record.items() if value}
    if with_texts and not entry.article.meta.withdrawn:
        values["text"] = entry.article.text
    return _json(values)


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=0).decode()


CATALOGUE = Form("exports/articles.json", _of_article, _before, between=",\n", after="\n]}\n")
"""`{"archive": {…}, "articles": [{…}, …]}`, each article on a line of its own.

An article has the keys of `COLUMNS`; those without a value are left out. `text` is its plain text, paragraphs parted by
a line end; one that was taken down has none.
"""
