"""The pages that a theme adds to the site."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.archive.values import Archive, Kind
from generator.errors import ThemeError
from generator.output_file import OutputFile
from generator.render.front.views import ThemePageView
from generator.render.lists.sheets import Sheet, numbered, parted
from generator.render.page.maker import PageMaker, size_and_reach
from generator.render.page.views import LinkView
from generator.render.themes.theme import ThemePage


def theme_pages(maker: PageMaker, taken: Collection[str]) -> Iterator[OutputFile]:
    """Each page of the theme, on as many sheets as theme.yaml asks for.

    Raises ThemeError where one has the path of a page that the site has in any case, which `taken` holds, or of an
    article's alias: which pages a theme adds is not known when aliases are checked.
    """
    aliases = {old.casefold(): new for old, new in maker.archive.aliases.items()}
    slugs = _newest_first(maker.archive)
    size = size_and_reach(maker.archive, maker.words) if maker.theme.pages else ""
    for page in maker.theme.pages:
        if page.path in taken:
            hint = f"give {page.path} another name, in pages/ and in theme.yaml"
            raise ThemeError(f"{page.place}: the site has a page `{page.path}` of its own", hint)
        shown = slugs if page.settings.paged else slugs[: maker.archive.config.per_page]
        for sheet in parted(shown, page.path, maker.archive.config.per_page, maker.words):
            if sheet.path.casefold() in aliases:
                raise _alias_error(maker.archive, aliases[sheet.path.casefold()], sheet.path, page)
            yield _page(maker, page, sheet, size)


def _newest_first(archive: Archive) -> list[str]:
    """The slugs of all articles, those without a date at the end."""
    dated = [article.slug for article in archive.articles if article.meta.date]
    undated = [article.slug for article in archive.articles if not article.meta.date]
    return [*reversed(dated), *undated]


def _alias_error(archive: Archive, new: str, old: str, page: ThemePage) -> ThemeError:
    article = next(article for article in archive.articles if article.page == new)
    text = f"{article.path}:{article.line('aliases')}: `aliases`: {old} cannot be an old path"
    return ThemeError(f"{text}: the theme has a page there", f"remove it, or rename that of {page.place}")


def _page(maker: PageMaker, page: ThemePage, sheet: Sheet[str], size: str) -> OutputFile:
    kinds = [kind for kind in Kind if maker.archive.terms[kind]]
    view = ThemePageView(
        size=size,
        articles=tuple(map(maker.entry, sheet.items)),
        kinds=tuple(
            LinkView(maker.words(f"page.{kind}"), f"{kind}/index.html", len(maker.archive.terms[kind]))
            for kind in kinds
        ),
        pages=sheet.pages,
    )
    title = numbered(maker.words.own(page.settings.title), sheet, maker.words)
    description = maker.words.own(page.settings.description)
    kind = page.path.removesuffix(".html")
    return maker.page(maker.page_view(sheet.path, kind, title, description=description), view, page.template)
