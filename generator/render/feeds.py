"""What machines read: the Atom feeds, the sitemap and robots.txt."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from generator.archive.values import Archive, Kind, Term
from generator.articles.article import Article
from generator.articles.edtf_date import EdtfDate
from generator.output_file import OutputFile
from generator.render.page.dates import machine_date
from generator.render.page.maker import PageMaker, is_listed
from generator.urls import relative_url

FEED = "feed.atom"
_LONGEST_FEED = 50
"""Entries."""
_LONGEST_SITEMAP = 50_000
"""Addresses, as https://www.sitemaps.org/protocol.html has it; what has more is parted."""

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:backfile")
_NEVER = "1970-01-01T00:00:00Z"

# XML 1.0 has no way to write these, not even as references.
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def changed(article: Article) -> EdtfDate | None:
    """The day of the last change of an article in the archive, where that is known: never the clock's."""
    meta = article.meta
    return meta.revised or (meta.source.imported if meta.source else None)


def feed(maker: PageMaker) -> OutputFile:
    """The archive's articles changed last, newest change first: `feed.atom`."""
    return _feed(maker, FEED, maker.site.title, "index.html", maker.archive.articles)


def term_feeds(maker: PageMaker) -> Iterator[OutputFile]:
    """The feeds of the terms that site.yaml chooses, each beside its term's page."""
    archive = maker.archive
    for term in (term for kind in Kind for term in archive.terms[kind]):
        path = term_feed_path(archive, term)
        if path:
            title = maker.words("feed.of_term", title=maker.site.title, name=term.name)
            yield _feed(maker, path, title, term.page, [archive.by_slug[slug] for slug in term.articles])


def term_feed_path(archive: Archive, term: Term) -> str:
    """The path of a term's own feed, `tags/radar.atom`; empty where it has none."""
    return f"{term.kind}/{term.id}.atom" if (term.kind, term.id) in archive.feeds else ""


def _feed(maker: PageMaker, path: str, title: str, page: str, articles: Iterable[Article]) -> OutputFile:
    """The feed at `path` of those of `articles` that changed last, `page` being its counterpart for people.

    Atom wants each entry's date of change, so an article without one (written by hand, with no `revised`) has no
    entry. A feed without entries still has to name a time: it names the beginning of Unix time.
    """
    newest = sorted(filter(changed, articles), key=_by_change)[::-1][:_LONGEST_FEED]
    root = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": maker.site.language})
    _text(root, "id", _id(maker, path))
    _text(root, "title", title)
    if path == FEED and maker.site.description:
        _text(root, "subtitle", maker.site.description)
    _text(root, "updated", _moment(changed(newest[0])) if newest else _NEVER)
    _text(SubElement(root, "author"), "name", maker.site.author or maker.site.title)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": _address(maker, path, path)})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": _address(maker, path, page)})
    if maker.site.rights:
        _text(root, "rights", maker.site.rights)
    for article in newest:
        _entry(root, maker, path, article)
    return _xml(path, root)


def sitemap(maker: PageMaker, pages: Sequence[str]) -> Iterator[OutputFile]:
    """The addresses of `pages` that search engines are to list; nothing where the site's own is not known."""
    if not maker.site.url:
        return
    dates = {article.page: changed(article) for article in maker.archive.articles}
    listed = [page for page in pages if is_listed(page)]
    parts = [listed[start : start + _LONGEST_SITEMAP] for start in range(0, len(listed), _LONGEST_SITEMAP)]
    if len(parts) == 1:
        yield _part_of_sitemap("sitemap.xml", maker, parts[0], dates)
        return
    root = Element("sitemapindex", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for number, part in enumerate(parts, 1):
        name = f"sitemap-{number}.xml"
        _text(SubElement(root, "sitemap"), "loc", maker.absolute(name))
        yield _part_of_sitemap(name, maker, part, dates)
    yield _xml("sitemap.xml", root)


def robots(maker: PageMaker) -> OutputFile:
    """robots.txt, which lets everyone in and names the sitemap where there is one."""
    lines = ["User-agent: *", "Allow: /", *([f"Sitemap: {maker.absolute('sitemap.xml')}"] if maker.site.url else [])]
    return OutputFile("robots.txt", ("\n".join(lines) + "\n").encode())


def _by_change(article: Article) -> tuple[date, date, str]:
    """The order of changes; of those changed on one day that of publication."""
    when = changed(article)
    published = article.meta.date
    return when.earliest if when else date.min, published.earliest if published else date.min, article.slug


def _entry(root: Element, maker: PageMaker, path: str, article: Article) -> None:
    meta = article.meta
    entry = SubElement(root, "entry", {"xml:lang": maker.language_of(article)})
    _text(entry, "id", _id(maker, article.page))
    _text(entry, "title", meta.title)
    _text(entry, "updated", _moment(changed(article)))
    if meta.date and meta.date.precision == "day" and machine_date(meta.date):
        _text(entry, "published", _moment(meta.date))
    for author in maker.terms(article.slug, Kind.AUTHORS):
        _text(SubElement(entry, "author"), "name", author.name)
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": _address(maker, path, article.page)})
    for tag in maker.terms(article.slug, Kind.TAGS):
        SubElement(entry, "category", {"term": _clean(tag.name)})
    if meta.withdrawn or meta.summary:
        _text(entry, "summary", meta.withdrawn or meta.summary)
    if meta.rights:
        _text(entry, "rights", meta.rights)


def _part_of_sitemap(
    name: str, maker: PageMaker, pages: Sequence[str], dates: dict[str, EdtfDate | None]
) -> OutputFile:
    root = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    for page in pages:
        place = SubElement(root, "url")
        _text(place, "loc", maker.absolute(page))
        when = dates.get(page)
        if when:
            _text(place, "lastmod", when.earliest.isoformat())
    return _xml(name, root)


def _id(maker: PageMaker, path: str) -> str:
    """The page's address; without one a name made of the archive's title and the path."""
    if maker.site.url:
        return maker.absolute(path)
    return uuid.uuid5(_NAMESPACE, f"{maker.site.title}\n{path}").urn


def _address(maker: PageMaker, feed_path: str, path: str) -> str:
    """Absolute where that can be; else relative to the feed."""
    return maker.absolute(path) if maker.site.url else relative_url(feed_path, path)


def _moment(when: EdtfDate | None) -> str:
    """The beginning of the earliest day."""
    assert when is not None
    return f"{when.earliest.isoformat()}T00:00:00Z"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("", text)


def _xml(path: str, root: Element) -> OutputFile:
    indent(root)
    return OutputFile(path, tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
