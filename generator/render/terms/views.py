"""What the templates of terms and of their lists get as `view`, besides what `page.views` says that all pages get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.render.map.views import LocatorView, MapView
from generator.render.page.views import ChartView, GroupView, LinkView, PagesView, QuoteView
from generator.render.terms.elsewhere import ElsewhereView


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
class CompanyView:
    """The terms of one kind that stand most in the same articles."""

    heading: str
    terms: tuple[LinkView, ...]
    """Each with the number of articles in which both stand."""


@dataclass(frozen=True, slots=True)
class TermView:
    """One page of a term."""

    kind: LinkView
    name: str
    size: str
    description: str
    variants: tuple[str, ...]
    coordinates: str
    parts: tuple[LinkView, ...]
    """The pages of the list by their years; none where there is only one."""
    links: tuple[ElsewhereView, ...]
    """To the same thing on other sites."""
    feed: str
    """Path of the term's own feed, or empty."""
    chart: ChartView | None
    """Only on the first page, as is `company`."""
    company_heading: str
    company: tuple[CompanyView, ...]
    together: str
    """Path of the picture of who appears with whom, or empty where the term is not in it."""
    groups: tuple[GroupView, ...]
    quotes: Mapping[str, QuoteView]
    """By the path of the article; not every article has one."""
    pages: PagesView
    locator: LocatorView | None = None
    """On the first page of a place with coordinates."""
