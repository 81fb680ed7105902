"""What the template of each kind of page gets as `view`, besides what `views` says that all of them get."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.render.citations.downloads import Download
from generator.render.citations.head import Meta
from generator.render.citations.runs import Runs
from generator.render.views import ChartView, DateView, EntryView, FactView, GroupView, LinkView, PagesView


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
    recent_heading: str
    recent: tuple[EntryView, ...]
    ways: tuple[WayView, ...]


@dataclass(frozen=True, slots=True)
class TermsView:
    """The terms of one kind that belong to an article."""

    heading: str
    terms: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class HeadView:
    """What an article's page says of itself to programs."""

    schemas: tuple[tuple[str, str], ...]
    """The relations and addresses of `link` elements that say what the metas' prefixes mean."""
    metas: tuple[Meta, ...]
    json_ld: Markup
    """The text of a `script` of the type `application/ld+json`."""


@dataclass(frozen=True, slots=True)
class CitationView:
    """The article cited in one style; in English, whatever the interface's language is."""

    style: str
    """The style's name, in words."""
    is_note: bool
    """Whether it is for a footnote rather than for a list of works."""
    runs: Runs


@dataclass(frozen=True, slots=True)
class CiteView:
    """How to cite an article."""

    citations: tuple[CitationView, ...]
    """The one that most readers want first."""
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article's page."""

    title: str
    language_name: str
    date: DateView
    publications: tuple[LinkView, ...]
    authors: tuple[LinkView, ...]
    summary: str
    """Markup where the text begins with it."""
    body: Markup
    addresses: tuple[str, ...]
    """Of the body's links to other sites, in the order in which they stand there."""
    withdrawn: str
    terms: tuple[TermsView, ...]
    facts: tuple[FactView, ...]
    source_page: str
    """Path, or empty."""
    head: HeadView | None
    """None of an article that was taken down, as is `cite`."""
    cite: CiteView | None
    editions: tuple[EntryView, ...]
    """The same story as other papers published it."""
    editions_heading: str
    differences: str
    """Path of the place where they are compared, or empty."""
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
    at: int = 0
    """The line of the file on which it begins, where that is not its own number."""


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
class PieceView:
    """Words of a paragraph."""

    text: str
    where: str
    """`both`, `here` or `there`: which of the two texts has them."""


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A paragraph of which the two texts have different words, or a number of them that are the same."""

    kind: str
    """`same`, `changed`, `here` or `there`."""
    sign: str
    words: str
    """What the sign says."""
    pieces: tuple[PieceView, ...]


@dataclass(frozen=True, slots=True)
class EditionView:
    """Another edition of the story, compared with the article."""

    entry: EntryView
    shared: str
    """How much of the text is the same, in words."""
    differences: tuple[DifferenceView, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as received."""

    article: EntryView
    language: str
    facts: tuple[FactView, ...]
    edited: bool
    account: tuple[AccountView, ...]
    lines: tuple[LineView, ...]
    editions: tuple[EditionView, ...]


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
class ExportView:
    """One of the files that hold the whole catalogue."""

    name: str
    path: str
    size: str
    """In words."""
    use: str
    """What is in it, and for what."""


@dataclass(frozen=True, slots=True)
class ExportsView:
    """The page of the files that hold the whole catalogue."""

    size: str
    """How much the archive holds, in words."""
    files: tuple[ExportView, ...]
    license: str
    """Address of the licence that the archive's rights name, or empty."""
    columns: tuple[tuple[str, str], ...]
    """The name of each column of the table, and what stands in it; in English, as in the files."""


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
