"""The articles that refer to an article, each with the sentence in which it does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from generator.archive.contexts import sentence_around
from generator.archive.names import fold
from generator.archive.values import Kind, Mention
from generator.articles.article import SITE_SCHEME, Article
from generator.render.articles.views import BacklinkView
from generator.render.page.maker import PageMaker
from generator.render.page.views import QuoteView

_LINK = re.compile(
    rf"<a\b(?:[^>\"]|\"[^\"]*\")*?\shref=\"{SITE_SCHEME}article/([^\"#]*)[^\"]*\"(?:[^>\"]|\"[^\"]*\")*>(.*?)</a>",
    re.DOTALL,
)


def backlink_views(maker: PageMaker, article: Article) -> Iterator[BacklinkView]:
    """In the order of time."""
    for slug in maker.archive.links[article.slug].backlinks:
        yield BacklinkView(maker.entry(slug), _quote(maker, maker.archive.by_slug[slug], article))


def _quote(maker: PageMaker, citing: Article, cited: Article) -> QuoteView | None:
    """The sentence around the first link that leads to the cited article."""
    for link in _LINK.finditer(citing.html):
        target = maker.archive.wiki_targets.get(fold(unquote(unescape(link[1]))))
        if target == cited.page and link[2].strip():
            # The kind is of no concern: what counts is the place of the words.
            context = sentence_around(citing.html, Mention(Kind.TAGS, cited.slug, link.start(2), link.end(2)))
            return QuoteView(context.before, context.name, context.after)
    return None
