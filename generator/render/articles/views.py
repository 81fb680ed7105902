"""What the template of an article's page gets as `view`, besides what `page.views` says that all pages get."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.render.citations.downloads import Download
from generator.render.page.views import DateView, EntryView, FactView, LinkView, QuoteView


@dataclass(frozen=True, slots=True)
class TermsView:
    """The terms of one kind that belong to an article."""

    heading: str
    terms: tuple[LinkView, ...]
    more: tuple[LinkView, ...]
    """Those that are folded away, where they are too many to stand beside the text."""
    more_label: str


@dataclass(frozen=True, slots=True)
class RelatedView:
    """Another article about the same matters."""

    entry: EntryView
    reason: str
    """What both are about, in words, or empty."""


@dataclass(frozen=True, slots=True)
class BacklinkView:
    """An article that refers to this one."""

    entry: EntryView
    quote: QuoteView | None
    """The sentence in which it does so, or None where no words of its text do."""


@dataclass(frozen=True, slots=True)
class HeadView:
    """What an article's page says of itself to programs."""

    elements: Markup
    """`meta` elements, and the `link` elements that say what the prefixes of their names mean; each ends its line."""
    json_ld: Markup
    """The text of a `script` of the type `application/ld+json`."""


@dataclass(frozen=True, slots=True)
class CitationView:
    """The article cited in one style; in English, whatever the interface's language is."""

    style: str
    """The style's name, in words."""
    is_note: bool
    """Whether it is for a footnote rather than for a list of works."""
    text: Markup
    """The citation, with italics and links."""


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
    direction: str
    """`ltr` or `rtl`, or `auto` where the article's language is not stated."""
    language_name: str
    reading_time: str
    """Empty where there is nothing to read."""
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
    related: tuple[RelatedView, ...]
    backlinks: tuple[BacklinkView, ...]
    more_backlinks: tuple[EntryView, ...]
    """Those that are folded away, where they are too many."""
    more_backlinks_label: str
    previous: EntryView | None
    next: EntryView | None
