"""What every template gets, and the parts of which its values are made; the `views` of other folders have the rest.

Plain values, complete at birth, with nothing of the model behind them. Paths are from the site's root; a template
writes `url(path)` to lead there from its own page. Texts are plain and are escaped by the template; only `Markup` is
HTML.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from markupsafe import Markup


class LinkView(msgspec.Struct, frozen=True, gc=False):
    """A link inside the site."""

    text: str
    path: str
    count: int = 0
    """How many articles stand behind it; 0 where that is not said."""
    language: str = ""
    """BCP 47: of the text, where it is in another language than the words around it."""


@dataclass(frozen=True, slots=True)
class SiteView:
    """What all pages share."""

    title: str
    description: str
    language: str
    """BCP 47: of the title, the description and the notice."""
    interface_language: str
    """BCP 47: of the interface's own words."""
    notice: str
    rights: str
    author: str
    url: str
    """Where the site will stand, ending in `/`, or empty."""
    policy: Markup
    """The Content-Security-Policy that each page carries. Its quotation marks stand as they are in `content="…"`."""
    stylesheet: str
    """Path of the stylesheet, or empty where the theme has none."""
    icon: str
    """Path of the icon, or empty where the theme has none."""
    navigation: tuple[LinkView, ...]
    footer: tuple[LinkView, ...]
    """About, search, the archive's free pages, its data, licences."""
    together: str
    """Path of the picture of who appears with whom, or empty where there is none."""
    has_scripts: bool
    """Whether the theme's pages run scripts."""
    has_search: bool
    """Whether there is a form to fill in: neither where site.yaml turns search off nor in a theme without scripts."""
    backward: str
    """The arrow that points to what comes before, in the direction of the interface's own words."""
    forward: str
    random: str
    """The way to an article drawn by lot; empty in a theme without scripts, and where there is nothing to choose."""


@dataclass(frozen=True, slots=True)
class PageView:
    """The page itself."""

    path: str
    kind: str
    """Which template makes it: `home`, `article`, `source` …"""
    title: str
    """Empty on the home page, whose title is the site's."""
    language: str
    """BCP 47: of most of the page's words."""
    description: str = ""
    canonical: str = ""
    """The page's own address, or empty where the site's is not known."""
    listed: bool = True
    """Whether other sites' search engines are to list it."""
    section: str = ""
    """Path of the page in the navigation that this page is or lies below; empty where it lies below none."""


class DateView(msgspec.Struct, frozen=True, gc=False):
    """A date as far as it is known."""

    words: str
    machine: str = ""
    """For `<time datetime>`; empty where HTML has no way to write the date."""


class EntryView(msgspec.Struct, frozen=True, gc=False):
    """An article as one entry of a list."""

    title: str
    path: str
    publication: str
    date: DateView
    day: DateView
    """The date as it stands under its year's heading."""
    language: str
    withdrawn: bool


class GroupView(msgspec.Struct, frozen=True, gc=False):
    """Entries under one heading: a year, or a letter."""

    label: str
    anchor: str
    entries: tuple[EntryView, ...]


class QuoteView(msgspec.Struct, frozen=True, gc=False):
    """What stands below an article in a list: the sentence that names what the list is of, else its summary."""

    before: str
    name: str
    """The name as it stands in the sentence; empty in a summary."""
    after: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """How an article begins: what a front page shows of it, more than an entry of a list does."""

    summary: str
    authors: tuple[LinkView, ...]
    opening: tuple[str, ...]
    """The paragraphs at its beginning as plain text; the last may break off with an ellipsis."""


@dataclass(frozen=True, slots=True)
class PagesView:
    """Where a page stands among the pages of one list."""

    number: int
    total: int
    links: tuple[LinkView | None, ...]
    """The pages to name, in order; None stands for a gap."""
    previous: str | None
    next: str | None


class BarView(msgspec.Struct, frozen=True):
    """One column of the chart of years. Lengths are percentages of the chart, written out."""

    place: str
    """Where the part of the chart that belongs to the column begins, from the left."""
    place_width: str
    left: str
    width: str
    middle: str
    top: str
    height: str
    name: str
    """The year or decade and its number of articles, in words."""
    path: str
    tick: str
    """The label under the column, or empty."""
    label: str
    """The number over the column, or empty."""
    is_full: bool
    """Whether the caption speaks of it."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """How many articles are from each year."""

    bars: tuple[BarView, ...]
    caption: str


class FactView(msgspec.Struct, frozen=True, gc=False):
    """One line of an article's provenance."""

    name: str
    text: str
    path: str = ""
    """Inside the site, or empty."""
    address: str = ""
    """Outside the site, or empty."""
    is_code: bool = False
    language: str = ""
    """BCP 47: of the text, where it is not the interface's."""
