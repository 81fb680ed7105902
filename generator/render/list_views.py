"""What the templates of lists get as `view`, besides what `views` says that all pages get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.render.map_views import MapView
from generator.render.views import ChartView, DateView, EntryView, GroupView, LinkView, PagesView


@dataclass(frozen=True, slots=True)
class TitlesView:
    """One page of the list of all articles by title."""

    size: str
    letters: tuple[LinkView, ...]
    groups: tuple[GroupView, ...]
    pages: PagesView


@dataclass(frozen=True, slots=True)
class TermGroupView:
    """Terms under one letter, or all of them under no label where they are few."""

    label: str
    anchor: str
    terms: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class TermListView:
    """One page of the list of all terms of one kind."""

    size: str
    letters: tuple[LinkView, ...]
    """The ways to the letters, on whichever page they are; empty where the terms are few."""
    groups: tuple[TermGroupView, ...]
    pages: PagesView
    parts: Mapping[str, tuple[LinkView, ...]]
    """By the path of the term: the pages of its own list by their years, where there are several."""
    map: MapView | None = None
    """On the first page of the places; None where none of them has coordinates."""
    together: str = ""
    """Path of the picture of who appears with whom, where such are listed and there is one."""


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
