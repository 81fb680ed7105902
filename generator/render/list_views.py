"""What the templates of lists and of terms get as `view`, besides what `views` says that all pages get."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.views import ChartView, GroupView, LinkView, PagesView


@dataclass(frozen=True, slots=True)
class TitlesView:
    """One page of the list of all articles by title."""

    size: str
    letters: tuple[LinkView, ...]
    groups: tuple[GroupView, ...]
    pages: PagesView


@dataclass(frozen=True, slots=True)
class TermListView:
    """One page of the list of all terms of one kind."""

    size: str
    terms: tuple[LinkView, ...]
    pages: PagesView


@dataclass(frozen=True, slots=True)
class TermView:
    """One page of a term."""

    kind: LinkView
    name: str
    size: str
    description: str
    variants: tuple[str, ...]
    coordinates: str
    links: tuple[str, ...]
    """Addresses of the same thing on other sites."""
    groups: tuple[GroupView, ...]
    pages: PagesView


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The articles, or a part of them, year by year."""

    size: str
    groups: tuple[GroupView, ...]
    years: tuple[LinkView, ...]
    """The way to each year of the timeline."""
    pages: PagesView


@dataclass(frozen=True, slots=True)
class YearsView:
    """The years of an archive that is too large to list on one page."""

    size: str
    chart: ChartView | None
    years: tuple[tuple[str, LinkView], ...]
    """Each year's anchor and the way to its own page."""
