"""What a source page shows of the article's other editions: where their texts differ from its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.articles.article import Article
from generator.render.page.maker import PageMaker
from generator.render.sources.differences import Difference, Where, differences
from generator.render.sources.emails import without_emails
from generator.render.sources.views import DifferenceView, EditionView, PieceView
from generator.render.words.catalogue import Words


def edition_views(maker: PageMaker, article: Article) -> Iterator[EditionView]:
    """The article's editions, those that share most first, each compared with the article's text as it is now."""
    for edition in maker.archive.links[article.slug].editions:
        other = maker.archive.by_slug[edition.slug]
        found = differences(published_text(maker, article.text), published_text(maker, other.text))
        yield EditionView(
            entry=maker.entry(edition.slug),
            shared=maker.words("editions.shared", percent=str(int(edition.shared * 100))),
            differences=tuple(_shown(difference, maker.words) for difference in found),
        )


def published_text(maker: PageMaker, text: str) -> str:
    """An article's text as a source page may show it: without e-mail addresses, unless the settings say otherwise."""
    if maker.archive.config.publish_emails or "@" not in text:
        return text
    return without_emails(text, maker.words("source.email"))


def _shown(found: Difference, words: Words) -> DifferenceView:
    pieces = tuple(PieceView(piece.text, piece.where) for piece in found.pieces)
    if found.same:
        return DifferenceView("same", "=", words("editions.same", n=found.same), pieces)
    if len(pieces) > 1:
        return DifferenceView("changed", "≠", words("editions.changed"), pieces)
    if found.pieces[0].where is Where.HERE:
        return DifferenceView("here", "−", words("editions.here"), pieces)
    return DifferenceView("there", "+", words("editions.there"), pieces)
