"""The pages of running text: about, the archive's own free pages, licences, and the page for a missing one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.archive.values import Archive
from generator.articles.article import Page
from generator.output_file import Notice, OutputFile
from generator.render.body.page_html import render_body
from generator.render.body.parts import Interface
from generator.render.front.views import LicensesView, MissingView, NoticeView, TextView
from generator.render.map.places import map_notices
from generator.render.page.maker import PageMaker, size_and_reach

_ABOUT = "about"


def free_pages(maker: PageMaker) -> Iterator[OutputFile]:
    """A page for each in `content/pages/`, and `about.html` in any case."""
    size = size_and_reach(maker.archive, maker.words)
    if not _has_about(maker.archive):
        yield _default_about(maker, size)
    for page in maker.archive.pages:
        yield _free_page(maker, page, size)


def licenses_page(maker: PageMaker, notices: Sequence[Notice]) -> OutputFile:
    """`licenses.html`: the archive's own terms, and the notices of others' work in the site."""
    view = LicensesView(
        tuple(
            NoticeView(
                name=f"{notice.name} {notice.version}".strip(),
                license=notice.license,
                address=notice.address,
                text=notice.text.strip("\n"),
                files=notice.files,
            )
            for notice in (*notices, *map_notices(maker.archive))
        )
    )
    return maker.page(maker.page_view("licenses.html", "licenses", maker.words("page.licenses")), view)


def missing_page(maker: PageMaker) -> OutputFile:
    """`404.html`, which a host shows at any depth: where the site's address is not known it can lead nowhere."""
    page = maker.page_view("404.html", "404", maker.words("missing.title"))
    return maker.page_for_any_depth(page, MissingView("base.html" if maker.site.url else "bare.html"))


def _has_about(archive: Archive) -> bool:
    return any(page.slug == _ABOUT for page in archive.pages)


def _default_about(maker: PageMaker, size: str) -> OutputFile:
    """What the settings say about the archive, until its keeper writes more."""
    page = maker.page_view("about.html", "about", maker.words("about.heading"), description=maker.site.description)
    return maker.page(page, _text_view(maker, "", size))


def _free_page(maker: PageMaker, page: Page, size: str) -> OutputFile:
    path = f"{page.slug}.html"
    view = maker.page_view(path, "page", page.title, maker.archive.config.language, page.text)
    return maker.page(view, _text_view(maker, page.html, size, path))


def _text_view(maker: PageMaker, html: str, size: str, path: str = "") -> TextView:
    interface = Interface(maker.words, maker.archive.config.language)
    body = render_body(html, path, maker.archive, interface, has_stylesheet=bool(maker.site.stylesheet))
    return TextView(body.html, body.addresses, size)
