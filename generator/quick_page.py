"""The page of an article that was saved a moment ago, made of the last build's archive before all is built anew."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar, cast

import msgspec

from generator.archive.names import fold
from generator.archive.study import study
from generator.articles.read import read_article
from generator.output_file import OutputFile
from generator.problems import Problems
from generator.render.articles.pages import article_page

if TYPE_CHECKING:
    from generator.archive.mentions import MentionFinder
    from generator.archive.values import Kind, Links
    from generator.articles.article import Article
    from generator.articles.front_matter import FrontMatter
    from generator.render.page.maker import PageMaker

Value = TypeVar("Value")

_SEEN_ON_ITS_PAGE = ("title", "summary", "url", "rights", "updated", "revised")
"""What of the front matter moves neither the article nor what is filed under it. Other pages show some of it too: they
follow when they are built."""


@dataclass(frozen=True, slots=True)
class QuickPage:
    """What quick pages are made from."""

    maker: PageMaker
    """With the archive of the last build."""
    finder: MentionFinder
    """Of that archive's authorities."""

    def pages(self, saved: Mapping[str, bytes]) -> dict[str, OutputFile]:
        """The pages of the articles in the files `saved`, by their paths; none at all where any is out of the ordinary.

        The articles' own texts and the names in them are as saved; what depends on other articles is as it was. Out of
        the ordinary is a file that was no article of the archive, one with errors or with a new link that leads
        nowhere, and one of which more changed than its text and what its own page alone says of it.
        """
        archive = self.maker.archive
        known = {article.path: article for article in archive.articles if article.path in saved}
        again: dict[str, Article] = {}
        for path, data in saved.items():
            article = self._read(path, data, known.get(path))
            if article is None:
                return {}
            again[article.slug] = article
        shown = tuple(again.get(article.slug, article) for article in archive.articles)
        found = {slug: self._named(article) for slug, article in again.items()}
        links = ChainMap({slug: of for slug, (of, _) in found.items()}, _changeable(archive.links))
        terms_of = ChainMap({slug: of for slug, (_, of) in found.items()}, _changeable(archive.terms_of))
        maker = replace(self.maker, archive=replace(archive, articles=shown, links=links, terms_of=terms_of))
        return {article.path: article_page(maker, article) for article in again.values()}

    def _read(self, path: str, data: bytes, known: Article | None) -> Article | None:
        """The article as saved; None where it is out of the ordinary."""
        problems = Problems()
        article = read_article(path, data, problems) if known else None
        if article is None or known is None or problems.has_errors or not _is_where_it_was(article.meta, known.meta):
            return None
        # A link that led nowhere and did not keep the archive from being built will not do so now.
        targets = self.maker.archive.wiki_targets.keys() | _targets(known)
        return article if _targets(article) <= targets else None

    def _named(self, article: Article) -> tuple[Links, Mapping[Kind, tuple[str, ...]]]:
        """What the article shares, and its terms. Of the names in it those are left out that have no page yet."""
        archive = self.maker.archive
        made = study(article, self.finder)
        named: dict[Kind, tuple[str, ...]] = {
            kind: tuple(id_ for id_ in ids if (kind, id_) in archive.term_by_id) for kind, ids in made.named().items()
        }
        mentions = tuple(one for one in made.mentions() if (one.kind, one.id) in archive.term_by_id)
        links = msgspec.structs.replace(archive.links[article.slug], mentions=mentions)
        return links, {**archive.terms_of[article.slug], **named}


def _changeable(values: Mapping[str, Value]) -> MutableMapping[str, Value]:
    """As what stands behind others in a ChainMap, where nothing is ever changed, its type has to be."""
    return cast(MutableMapping[str, Value], values)


def _is_where_it_was(meta: FrontMatter, was: FrontMatter) -> bool:
    same = {name: getattr(was, name) for name in _SEEN_ON_ITS_PAGE}
    return not was.withdrawn and msgspec.structs.replace(meta, **same) == was


def _targets(article: Article) -> set[str]:
    return {fold(link.target) for link in article.wiki_links}
