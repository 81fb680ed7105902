"""What the templates get: plain values, complete at birth, with nothing of the model behind them.

Paths are from the site's root; a template writes `url(path)` to lead there from its own page. Texts are plain and are
escaped by the template; only `Markup` is HTML.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link inside the site."""

    text: str
    path: str
    count: int = 0
    """How many articles stand behind it; 0 where that is not said."""


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
    policy: str
    """The Content-Security-Policy that each page carries."""
    stylesheet: str
    icon: str
    """Path of the icon, or empty where the theme has none."""
    navigation: tuple[LinkView, ...]
    has_search: bool


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


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as far as it is known."""

    words: str
    machine: str = ""
    """For `<time datetime>`; empty where HTML has no way to write the date."""


@dataclass(frozen=True, slots=True)
class EntryView:
    """An article as one entry of a list."""

    title: str
    path: str
    publication: str
    date: DateView
    day: DateView
    """The date as it stands under its year's heading."""
    language: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """Entries under one heading: a year, or a letter."""

    label: str
    anchor: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class PagesView:
    """Where a page stands among the pages of one list."""

    number: int
    total: int
    links: tuple[LinkView | None, ...]
    """The pages to name, in order; None stands for a gap."""
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class BarView:
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
    """The number over the column."""
    is_full: bool
    """Whether the caption speaks of it."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """How many articles are from each year."""

    bars: tuple[BarView, ...]
    caption: str


@dataclass(frozen=True, slots=True)
class WayView:
    """A way into the archive: a kind of page, and its fullest terms."""

    title: str
    path: str
    number: str
    """How many there are, in words."""
    terms: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page."""

    size: str
    """How much there is and how far it reaches, in words."""
    chart: ChartView | None
    recent: tuple[EntryView, ...]
    ways: tuple[WayView, ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    """The terms of one kind that belong to an article."""

    heading: str
    terms: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class FactView:
    """One line of an article's provenance."""

    name: str
    text: str
    path: str = ""
    """Inside the site, or empty."""
    address: str = ""
    """Outside the site, or empty."""
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article's page."""

    title: str
    language: str
    language_name: str
    date: DateView
    publications: tuple[LinkView, ...]
    authors: tuple[LinkView, ...]
    summary: str
    body: Markup
    addresses: tuple[str, ...]
    """Of the body's links to other sites, in the order in which they stand there."""
    withdrawn: str
    terms: tuple[TermsView, ...]
    facts: tuple[FactView, ...]
    source_page: str
    """Path, or empty."""
    related: tuple[EntryView, ...]
    backlinks: tuple[EntryView, ...]
    previous: EntryView | None
    next: EntryView | None


@dataclass(frozen=True, slots=True)
class PartView:
    """A stretch of a line of the source."""

    text: str
    fate: str
    """`kept`, `lifted` or `set-aside`."""
    letter: str
    """What ties it to its note, where a line has several."""
    left_out: bool = False
    """Whether `text` stands in the place of what is not shown."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """What became of a part, in the margin."""

    sign: str
    words: str
    detail: str
    letter: str
    again: bool
    """Whether it says the same as the note before it."""


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the source."""

    number: int
    fate: str
    """That of its parts, `mixed` where they differ, `blank` where there is nothing to tell."""
    parts: tuple[PartView, ...]
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """How many lines met one fate in one role."""

    fate: str
    sign: str
    words: str
    role: str
    lines: str
    first: int
    """The number of the first such line."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as received."""

    article: EntryView
    language: str
    facts: tuple[FactView, ...]
    edited: bool
    account: tuple[AccountView, ...]
    lines: tuple[LineView, ...]


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


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A search to try."""

    text: str
    query: str
    """What follows the `?` of the search page's address."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page."""

    teach: str
    examples: tuple[ExampleView, ...]
    script: str


@dataclass(frozen=True, slots=True)
class TextView:
    """A page of running text: about and the free pages."""

    body: Markup
    addresses: tuple[str, ...]
    size: str
    """How much the archive holds, in words."""


@dataclass(frozen=True, slots=True)
class NoticeView:
    """A third party's work in the site."""

    name: str
    license: str
    address: str
    text: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LicensesView:
    """The page of licences."""

    notices: tuple[NoticeView, ...]


@dataclass(frozen=True, slots=True)
class MissingView:
    """The page that a host shows in the place of one that does not exist."""

    layout: str
    """The template it extends: one without links where the site's address is not known."""


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page at an old address."""

    path: str
    title: str
