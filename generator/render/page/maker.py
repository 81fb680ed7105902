"""Makes one page: the template, what all pages share, and the addresses seen from the page's own place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from generator.archive.values import Archive, Kind, Term
from generator.articles.article import Article
from generator.errors import ThemeError
from generator.output_file import OutputFile
from generator.render.body.unstyled import breakable
from generator.render.page.dates import show_date, show_day
from generator.render.page.direction import dir_attribute, direction_of
from generator.render.page.shared_text import SharedText
from generator.render.page.stories import OPENING, opening
from generator.render.page.views import EntryView, LinkView, PageView, SiteView, StoryView
from generator.render.themes.theme import Theme
from generator.render.words.catalogue import Words, words_for
from generator.urls import relative_url

_POLICY = Markup(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
)

_NAVIGATION = (
    Kind.PEOPLE,
    Kind.PLACES,
    Kind.ORGANIZATIONS,
    Kind.PUBLICATIONS,
    Kind.TAGS,
    Kind.AUTHORS,
)

_LONGEST_DESCRIPTION = 160
"""Characters: about what search engines and previews show."""

EXPORTS = "exports/index.html"
"""Beside the files that it tells of: on a host that lists no folders, `exports/` leads to it."""

DRAW = "random.html#draw"
"""A link to here draws an article by lot at once; the page alone does not, so that it can be stayed on."""

TOGETHER = "together.html"
"""Who appears with whom: made only where enough people do."""

_UNLISTED = ("404.html", "random.html", "search.html")


@dataclass(frozen=True, slots=True)
class PageMaker:
    """What every page is made from."""

    archive: Archive
    theme: Theme
    words: Words
    site: SiteView
    shared: SharedText

    @staticmethod
    def of(archive: Archive, theme: Theme) -> PageMaker:
        words = theme.words_beside(words_for(archive.config.language))
        return PageMaker(archive, theme, words, _site_view(archive, theme, words), SharedText())

    def page(self, page: PageView, view: object, template: str = "") -> OutputFile:
        """The page with the values in `view`, by the template of its kind unless another is named."""

        folder = page.path[: page.path.rfind("/") + 1]

        def url(path: str) -> str:
            return _address(folder, path)

        return self._made(page, view, url, folder, template or f"{page.kind}.html")

    def page_for_any_depth(self, page: PageView, view: object) -> OutputFile:
        """The same for a page that a host shows at addresses other than its own: its links are absolute."""
        return self._made(page, view, self.absolute, self.site.url, f"{page.kind}.html")

    def page_view(
        self, path: str, kind: str, title: str, language: str = "", description: str = "", canonical_path: str = ""
    ) -> PageView:
        """The view of a page. Its language is the interface's and its canonical path its own, unless they are given."""
        return PageView(
            path=path,
            kind=kind,
            title=title,
            language=language or self.words.language,
            description=shortened(description),
            canonical=self.absolute(canonical_path or path) if self.site.url else "",
            listed=is_listed(path),
            section=next((link.path for link in self.site.navigation if _is_in_section(path, link.path)), ""),
        )

    def absolute(self, path: str) -> str:
        """The address of a path once the site stands where `url` in site.yaml says."""
        path, hash_sign, fragment = path.partition("#")
        return self.site.url + quote(path) + hash_sign + quote(fragment)

    def entry(self, slug: str) -> EntryView:
        """The article as an entry of a list."""
        article = self.archive.by_slug[slug]
        meta = article.meta
        publication = next(iter(self.terms(slug, Kind.PUBLICATIONS)), None)
        return EntryView(
            title=meta.title,
            path=article.page,
            publication=publication.name if publication else meta.publication,
            date=show_date(meta.date, self.words),
            day=show_day(meta.date, self.words),
            language=meta.language or self.archive.config.language,
            withdrawn=bool(meta.withdrawn),
        )

    def story(self, entry: EntryView, length: int = OPENING) -> StoryView:
        """How the article behind an entry begins, in about `length` characters. KeyError where it is no article's."""
        slug = entry.path.removeprefix("articles/").removesuffix(".html")
        article = self.archive.by_slug[slug]
        authors = tuple(map(term_link, self.terms(slug, Kind.AUTHORS)))
        summary = "" if article.meta.withdrawn else article.meta.summary
        return StoryView(summary, authors, opening(article, self.archive, length))

    def terms(self, slug: str, kind: Kind) -> list[Term]:
        """The article's terms of one kind, in the order in which they are shown."""
        ids = self.archive.terms_of[slug].get(kind, ())
        return [self.archive.term_by_id[kind, id_] for id_ in ids]

    def language_of(self, article: Article) -> str:
        return article.meta.language or self.archive.config.language

    def _made(self, page: PageView, view: object, url: Callable[[str], str], place: str, template: str) -> OutputFile:
        def asset(name: str) -> str:
            if name not in self.theme.addresses:
                raise ThemeError(f"the theme `{self.theme.name}` has no file `static/{name}`", "add it")
            return url(self.theme.addresses[name])

        def shared(macro: Callable[..., str], *values: Hashable) -> str:
            return self.shared.of(macro, page.language, values)

        context = {"site": self.site, "page": page, "view": view, "t": self.words, "url": url, "asset": asset}
        context["story"] = self.story
        context |= {"place": place, "shared": shared}
        context |= {"dir": dir_attribute, "direction": direction_of}
        return OutputFile(page.path, breakable(self.theme.render(template, context)).encode())


@lru_cache(maxsize=16_384)
def _address(folder: str, path: str) -> str:
    """The address of `path` in every page of a folder: most of them link to the same places."""
    return relative_url(folder, path)


def term_link(term: Term) -> LinkView:
    """A term's name, its page and its number of articles."""
    return LinkView(term.name, term.page, len(term.articles))


def fullest(terms: tuple[Term, ...], number: int) -> list[Term]:
    """The terms with most articles; of those with equally many the first in the given order."""
    return sorted(terms, key=lambda term: -len(term.articles))[:number]


def _is_in_section(path: str, front: str) -> bool:
    """`people/page-2.html` belongs to `people/index.html`, `timeline/2007.html` to `timeline.html`."""
    return path == front or path.startswith(front.removesuffix(".html").removesuffix("/index") + "/")


def is_listed(path: str) -> bool:
    """Whether search engines are to list the page; a source page would stand beside the article it repeats."""
    return path not in _UNLISTED and not path.endswith("/source.html")


def shortened(text: str) -> str:
    """The beginning of a text, to the end of a word, on one line."""
    text = " ".join(text[: _LONGEST_DESCRIPTION * 4].split())
    if len(text) <= _LONGEST_DESCRIPTION:
        return text
    return text[:_LONGEST_DESCRIPTION].rpartition(" ")[0].rstrip(" ,;:–—-") + " …"


def articles_to_draw(archive: Archive) -> list[str]:
    """The slugs of the articles that have a text to read, in the order of time."""
    return [article.slug for article in archive.articles if not article.meta.withdrawn]


def size_and_reach(archive: Archive, words: Words) -> str:
    """How much there is and how far it reaches: `61 articles from 2001 to 2017.`"""
    if not archive.articles:
        return words("home.empty")
    articles = words("count.articles", n=len(archive.articles))
    years = [article.year for article in archive.articles if article.year]
    if not years:
        return words("home.size_undated", articles=articles)
    first, last = min(years), max(years)
    reach = words("home.reach", first=str(first), last=str(last))
    if first == last:
        reach = words("home.reach_year", year=str(first))
    if len(years) < len(archive.articles):
        return words("home.size_partly_dated", articles=articles, n=len(years), reach=reach)
    return words("home.size", articles=articles, reach=reach)


def _site_view(archive: Archive, theme: Theme, words: Words) -> SiteView:
    config = archive.config
    random = DRAW if theme.scripts and len(articles_to_draw(archive)) > 1 else ""
    arrows = "→←" if direction_of(words.language) == "rtl" else "←→"
    return SiteView(
        title=config.title,
        description=config.description,
        language=config.language,
        interface_language=words.language,
        backward=arrows[0],
        forward=arrows[1],
        notice=config.notice,
        rights=config.rights,
        author=config.author,
        url=config.url,
        policy=_POLICY,
        stylesheet=theme.stylesheet,
        icon=theme.icon,
        navigation=tuple(_navigation(archive, theme, words)),
        footer=tuple(_footer(archive, theme, words, random)),
        has_scripts=theme.scripts,
        has_search=config.search.enabled and theme.scripts,
        together=TOGETHER if archive.circle.terms else "",
        random=random,
    )


def _navigation(archive: Archive, theme: Theme, words: Words) -> Iterator[LinkView]:
    if archive.articles:
        yield LinkView(words("page.articles"), "articles/index.html")
        yield LinkView(words("page.timeline"), "timeline.html")
    yield from (LinkView(words(f"page.{kind}"), f"{kind}/index.html") for kind in _NAVIGATION if archive.terms[kind])
    yield from _pages_of_theme(theme, words, "navigation")
    yield LinkView(words("page.about"), "about.html")


def _footer(archive: Archive, theme: Theme, words: Words, random: str) -> Iterator[LinkView]:
    yield LinkView(words("page.about"), "about.html")
    if archive.config.search.enabled:
        yield LinkView(words("page.search"), "search.html")
    for page in archive.pages:
        if page.slug != "about":
            yield LinkView(page.title, f"{page.slug}.html", language=archive.config.language)
    yield from _pages_of_theme(theme, words, "footer")
    if random:
        yield LinkView(words("page.random"), random)
    yield LinkView(words("page.exports"), EXPORTS)
    yield LinkView(words("page.licenses"), "licenses.html")


def _pages_of_theme(theme: Theme, words: Words, place: str) -> Iterator[LinkView]:
    """Those that theme.yaml wants to be linked in that place."""
    linked = (page for page in theme.pages if page.settings.link == place)
    return (LinkView(words.own(page.settings.title), page.path) for page in linked)
