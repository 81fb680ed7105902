"""Tells which names in articles were left unlinked, since nobody can tell whom they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from generator.archive.values import Archive, Kind, UnclearName
from generator.archive.whereabouts import line_of
from generator.articles.article import Article

if TYPE_CHECKING:
    from generator.problems import Problems


def tell_unclear_names(archive: Archive, texts: Mapping[str, str], problems: Problems) -> None:
    """A notice for each name and article, at the line where the name stands first.

    `texts` are the article files by their paths, of all articles in `archive.unclear`.
    """
    for slug, names in archive.unclear.items():
        article = archive.by_slug[slug]
        for unclear in names:
            line = _line(article, unclear, texts[article.path])
            problems.notice(article.path, line, _text(unclear), _hint(unclear.owners))


def _line(article: Article, unclear: UnclearName, text: str) -> int:
    if not unclear.in_head:
        return line_of(unclear.name, text)
    in_title = line_of(unclear.name, article.meta.title) > 0
    return article.line("title" if in_title else "summary")


def _text(unclear: UnclearName) -> str:
    listed = ", ".join(f"{kind}/{id_}" for kind, id_ in unclear.owners)
    if len(unclear.owners) > 1:
        return f"“{unclear.name}” is not linked: it may be {listed}, and nothing here tells which"
    return f"“{unclear.name}” is not linked: it may be {listed} or something else, and nothing here tells which"


def _hint(owners: Sequence[tuple[Kind, str]]) -> str:
    choices = " or ".join(f"`{kind}: [{id_}]`" for kind, id_ in owners)
    none = ", ".join(dict.fromkeys(id_ for _, id_ in owners))
    return f"say it in the front matter: {choices}; `not_mentions: [{none}]` where none is meant"
