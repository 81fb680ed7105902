"""Looks up the articles that site.yaml chooses for the home page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.archive.names import KnownNames
from generator.articles.article import Article
from generator.config import SITE_YAML, Featured

if TYPE_CHECKING:
    from generator.problems import Problems


def chosen_articles(featured: Sequence[Featured], articles: Sequence[Article], problems: Problems) -> tuple[str, ...]:
    """The slugs of the chosen articles, each once, in the order in which they are named.

    A slug that no article has is an error. Drafts and withdrawn articles have nothing to show: a warning. An article
    whose file cannot be read is told of already.
    """
    by_slug = {article.slug: article for article in articles}
    told = {problem.path.rpartition("/")[2].removesuffix(".md") for problem in problems} if featured else ()
    known = KnownNames(by_slug)
    chosen: dict[str, None] = {}
    for one in featured:
        article = by_slug.get(one.slug)
        if article is None and one.slug not in told:
            text = f"`featured`: there is no article `{one.slug}`"
            hint = known.hint(one.slug, "the name of its file in content/articles/ without `.md`")
            problems.error(SITE_YAML, one.line, text, hint)
        elif article is not None and (article.meta.draft or article.meta.withdrawn):
            state = "a draft" if article.meta.draft else "withdrawn"
            text = f"`featured`: {article.path} is {state}, so the home page leaves it out"
            problems.warning(SITE_YAML, one.line, text, "take it off the list until it is shown again")
        elif article is not None:
            chosen[article.slug] = None
    return tuple(chosen)
