"""What the templates of a theme's own pages get as `view`, and what `story` gives every template of an article."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.views import EntryView, LinkView, PagesView


@dataclass(frozen=True, slots=True)
class StoryView:
    """How an article begins: what a front page shows of it, more than an entry of a list does."""

    summary: str
    authors: tuple[LinkView, ...]
    opening: tuple[str, ...]
    """The paragraphs at its beginning as plain text; the last may break off with an ellipsis."""


@dataclass(frozen=True, slots=True)
class ThemePageView:
    """A page that a theme adds."""

    size: str
    """How much the archive holds, in words."""
    articles: tuple[EntryView, ...]
    """The newest first, those of unknown date at the end: as many as one page of a list has, or this page's share."""
    kinds: tuple[LinkView, ...]
    """The lists of people, places and so on, each with its number of entries."""
    pages: PagesView
    """Where this page stands among the pages that show all articles; one alone where the page is not `paged`."""
