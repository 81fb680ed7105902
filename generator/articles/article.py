"""An article as the rest of the program sees it: its front matter, its HTML and its plain text."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.articles.edtf_date import year_of
from generator.articles.front_matter import FrontMatter


@dataclass(frozen=True, slots=True)
class WikiLink:
    """A `[[link]]` to another article, or a link to its `.md` file."""

    target: str
    """As written, without a `#fragment`: a slug or a title."""
    line: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article file, read, checked and converted. Complete at birth; what it shares with others is the archive's."""

    slug: str
    path: str
    """The file, relative to the archive's folder."""
    meta: FrontMatter
    html: str
    """The body as sanitised HTML. Links inside the site have addresses that begin with `SITE_SCHEME`."""
    text: str
    """The body's words as plain text, blocks parted by a newline."""
    wiki_links: tuple[WikiLink, ...] = ()
    lines: dict[str, int] = field(default_factory=dict)
    """The line of each front-matter key in the file."""

    @property
    def page(self) -> str:
        """The path of the article's page in the site."""
        return f"articles/{self.slug}.html"

    @property
    def year(self) -> int | None:
        """The year under which it stands: that of its date's earliest day. None without a date, 0 for `../2006`."""
        return year_of(self.meta.date)

    @property
    def word_count(self) -> int:
        return len(self.text.split())

    @property
    def length(self) -> int:
        """Characters of the text."""
        return len(self.text)

    def line(self, key: str) -> int:
        """The line on which the front-matter key stands, or 1."""
        return self.lines.get(key, 1)


@dataclass(frozen=True, slots=True)
class Page:
    """A free page of the site, such as `about`, from `content/pages/`."""

    slug: str
    path: str
    title: str
    html: str
    text: str
    wiki_links: tuple[WikiLink, ...] = ()


SITE_SCHEME = "backfile:"
"""An address `backfile:path` in an article's HTML is a path in the site, and `backfile:article/NAME` a wiki link whose
target, percent-encoded, the archive looks up. The page that shows the HTML makes them relative to itself."""
