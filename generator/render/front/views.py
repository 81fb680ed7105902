"""What the templates of pages around the articles get as `view`, besides what `page.views` says that all pages get."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.render.page.views import ChartView, EntryView, LinkView, PagesView


@dataclass(frozen=True, slots=True)
class WayView:
    """A way into the archive: a kind of page, and its fullest terms."""

    title: str
    path: str
    number: str
    """How many there are, in words."""
    terms: tuple[LinkView, ...]
    letters: tuple[LinkView, ...]
    """The ways to all others by their letters, so that each is two steps away; empty where they are few."""


@dataclass(frozen=True, slots=True)
class TeaserView:
    """An article as the front page tells of it."""

    entry: EntryView
    summary: str
    opening: tuple[str, ...]
    """How it begins, in paragraphs: at some length for the lead, else a sentence where there is no summary."""


@dataclass(frozen=True, slots=True)
class ShelfView:
    """Articles on the first page that stand there for one reason."""

    heading: str
    teasers: tuple[TeaserView, ...]
    """The first of them is the lead."""
    entries: tuple[EntryView, ...]
    """Those that follow in a list."""


@dataclass(frozen=True, slots=True)
class DoorView:
    """A way into the whole archive, with what it offers."""

    title: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The first page."""

    size: str
    """How much there is and how far it reaches, in words."""
    chart: ChartView | None
    shelves: tuple[ShelfView, ...]
    doors: tuple[DoorView, ...]
    ways: tuple[WayView, ...]


@dataclass(frozen=True, slots=True)
class RandomView:
    """The page that draws an article by lot."""

    total: int
    part: int
    """Articles in each list but the last."""
    lists: tuple[str, ...]
    """Paths of the scripts that hold the lists."""
    articles: str
    """The folder of the articles' pages, ending in `/`."""


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
    words: Markup
    """What the script tells, as JSON."""


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
