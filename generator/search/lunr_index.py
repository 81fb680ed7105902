"""The standard serialised Lunr index of an archive (https://lunrjs.com), made by lunr.py's builder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from generator.archive.values import Kind
from generator.search.fields import BOOSTS
from generator.search.terms import primary_language, terms

if TYPE_CHECKING:
    from generator.archive.values import Archive
    from generator.articles.article import Article

PIPELINE = "backfile"
"""The name under which client/pipeline.js registers what it makes of a query's words."""

_REF = "ref"


def article_language(archive: Archive, article: Article) -> str:
    """BCP 47; the archive's where the article does not name its own."""
    return article.meta.language or archive.config.language


def archive_languages(archive: Archive) -> list[str]:
    """The primary languages of the articles, sorted: those whose stemmers a query's words are tried with.

    Of an archive without articles its own.
    """
    languages = {primary_language(article_language(archive, article)) for article in archive.articles}
    return sorted(languages) or [primary_language(archive.config.language)]


def build_index(archive: Archive) -> dict[str, Any]:
    """The index as plain values, ready to be written as JSON; what `lunr.Index.load` takes.

    Its documents are named by the paths of their pages, and stand in the order of these.
    """
    from lunr import __TARGET_JS_VERSION__
    from lunr.builder import Builder

    if not archive.articles:
        # lunr.py would divide by the number of articles.
        empty = {"fields": list(BOOSTS), "fieldVectors": [], "invertedIndex": []}
        return {"version": __TARGET_JS_VERSION__, **empty, "pipeline": [PIPELINE]}
    builder = Builder()
    builder.ref(_REF)
    for name, boost in BOOSTS.items():
        builder.field(name, boost)
    for article in sorted(archive.articles, key=lambda article: article.page):
        language = article_language(archive, article)
        fields = {name: terms(text, language) for name, text in field_texts(archive, article).items()}
        builder.add({_REF: article.page, **fields})
    index: dict[str, Any] = builder.build().serialize()
    # lunr.js wants the terms in the order in which JavaScript compares strings: by UTF-16 units.
    index["invertedIndex"].sort(key=lambda row: row[0].encode("utf-16-be"))
    index["pipeline"] = [PIPELINE]
    return index


OWN = ("title", "summary", "body")
"""The fields whose texts are the article's own."""

NAMED = tuple(field for field in BOOSTS if field not in OWN)
"""Those that have names, most of which depend on the archive."""


def own_texts(article: Article) -> tuple[str, ...]:
    """The texts of OWN. Of an article that was withdrawn only the title is searched."""
    meta = article.meta
    return (meta.title, "", "") if meta.withdrawn else (meta.title, meta.summary, article.text)


def names(archive: Archive, article: Article) -> list[list[str]]:
    """The names in each of NAMED."""
    meta = article.meta
    if meta.withdrawn:
        return [[] for _ in NAMED]
    terms = archive.terms_of[article.slug]
    return [
        _names(archive, terms, Kind.AUTHORS, meta.author),
        _names(archive, terms, Kind.PEOPLE),
        _names(archive, terms, Kind.PLACES),
        _names(archive, terms, Kind.ORGANIZATIONS),
        _names(archive, terms, Kind.TAGS, meta.tags),
        _names(archive, terms, Kind.PUBLICATIONS, (meta.publication,)),
    ]


def field_texts(archive: Archive, article: Article) -> dict[str, str]:
    """The text of each of an article's fields, names one a line."""
    own = dict(zip(OWN, own_texts(article), strict=True))
    named = dict(zip(NAMED, map("\n".join, names(archive, article)), strict=True))
    return {field: own.get(field, named.get(field, "")) for field in BOOSTS}


def publication_name(archive: Archive, article: Article) -> str:
    """The publication as the site calls it."""
    ids = archive.terms_of[article.slug].get(Kind.PUBLICATIONS, ())
    return archive.term_by_id[Kind.PUBLICATIONS, ids[0]].name if ids else article.meta.publication


def _names(
    archive: Archive, terms: Mapping[Kind, tuple[str, ...]], kind: Kind, written: tuple[str, ...] = ()
) -> list[str]:
    """The names of an article's terms of a kind, with those that the front matter writes otherwise.

    An authority's variants are left out: those that stand in the text are found there, and a result should show why
    it is one.
    """
    ids = terms.get(kind, ())
    return list(dict.fromkeys([*[archive.term_by_id[kind, id_].name for id_ in ids], *written]))
