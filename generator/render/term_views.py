"""What the template of a term's page gets as `view`, besides what `views` says that all pages get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from generator.render.elsewhere import ElsewhereView
from generator.render.map_views import LocatorView
from generator.render.views import ChartView, GroupView, LinkView, PagesView


class QuoteView(msgspec.Struct, frozen=True):
    """What stands below an article in a term's list: the sentence that names the term, else the article's summary."""

    before: str
    name: str
    """The name as it stands in the sentence; empty in a summary."""
    after: str


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
