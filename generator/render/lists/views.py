"""What the templates of lists get as `view`, besides what `page.views` says that all pages get."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.page.views import ChartView, DateView, EntryView, GroupView, LinkView, PagesView


@dataclass(frozen=True, slots=True)
class TitlesView:
    """One page of the list of all articles by title."""

    size: str
    letters: tuple[LinkView, ...]
    groups: tuple[GroupView, ...]
    pages: PagesView


@dataclass(frozen=True, slots=True)
class DayView:
    """The articles of one date, under one label."""

    date: DateView
    """As it stands under its year's heading; empty words where it is not known."""
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class StretchView:
    """A year or a month of the timeline."""

    label: str
    anchor: str
    days: tuple[DayView, ...]
    """In a year that is parted into months those of no known month."""
    months: tuple[StretchView, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineView:
    """The articles, or those of one year, in the order of time."""

    size: str
    stretches: tuple[StretchView, ...]
    """The years, or on the page of a year its months."""
    years: tuple[LinkView | None, ...]
    """The ways to the years of the timeline; None stands for a gap."""
    months: tuple[LinkView, ...]
    """The ways to the months of the page's year."""
    pages: PagesView


@dataclass(frozen=True, slots=True)
class YearsView:
    """The years of an archive that is too large to list on one page."""

    size: str
    chart: ChartView | None
    years: tuple[tuple[str, LinkView], ...]
    """Each year's anchor and the way to its own page."""
