"""Turns the Markdown of a body into sanitised HTML and plain text."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from generator.articles.article import SITE_SCHEME, WikiLink
from generator.urls import slugify

if TYPE_CHECKING:
    import markdown

WIKI_PREFIX = SITE_SCHEME + "article/"


@dataclass(frozen=True, slots=True)
class Body:
    """A converted body."""

    html: str
    text: str
    wiki_links: tuple[WikiLink, ...]


def convert(markdown_text: str, first_line: int = 1) -> Body:
    """The body written as `markdown_text`, which begins on line `first_line` of its file.

    The HTML holds nothing that runs or that asks another host for anything: an image on another host becomes a link.
    Links to articles (`[[title]]`, `other.md`) and to `media/` have addresses that begin with `SITE_SCHEME`.
    """
    html = _sanitise(_markdown_html(markdown_text))
    html = _IMAGE.sub(_link_foreign_image, html)
    return Body(html, plain_text(html), tuple(_wiki_links(html, markdown_text, first_line)))


# A Markdown instance keeps its state between documents, so each thread has its own.
_local = threading.local()


def _markdown_html(text: str) -> str:
    converter: markdown.Markdown | None = getattr(_local, "converter", None)
    if converter is None:
        converter = _local.converter = _make_converter()
    converter.reset()
    return converter.convert(text)


def _make_converter() -> markdown.Markdown:
    from xml.etree.ElementTree import Element

    import markdown
    from markdown.extensions import Extension
    from markdown.extensions.toc import TocExtension
    from markdown.inlinepatterns import InlineProcessor
    from markdown.treeprocessors import Treeprocessor

    class WikiLinks(InlineProcessor):
        """`[[target]]` and `[[target|words]]`."""

        def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
            self, match: re.Match[str], data: str
        ) -> tuple[Element, int, int]:
            link = Element("a", {"href": WIKI_PREFIX + _quoted(match[1].strip())})
            link.text = (match[2] or match[1].partition("#")[0]).strip()
            return link, match.start(0), match.end(0)

    class CellClasses(Treeprocessor):
        """Table cells are aligned by class, since the site's policy allows no style attribute."""

        def run(self, root: Element) -> None:
            for cell in root.iter():
                style = cell.attrib.pop("style", "") if cell.tag in ("th", "td") else ""
                if style:
                    cell.set("class", "align-" + style.rpartition(":")[2].strip(" ;"))

    # An own prefix, so that a heading "Main" does not take the id of a part of the page.
    headings = TocExtension(baselevel=2, marker="", slugify=lambda text, _separator: "section-" + slugify(text))
    extensions: list[str | Extension] = ["footnotes", "tables", "fenced_code", "def_list", "sane_lists", headings]
    converter = markdown.Markdown(extensions=extensions, output_format="html")
    converter.inlinePatterns.register(WikiLinks(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]"), "wiki_link", 175)
    converter.treeprocessors.register(CellClasses(), "cell_classes", 1)
    return converter


def _quoted(target: str) -> str:
    """A wiki link's target percent-encoded, but for the `#` that begins a fragment."""
    name, hash_sign, fragment = target.partition("#")
    return quote(name.strip(), safe="") + hash_sign + quote(fragment)


_TAGS = set(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure "
    "h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub sup table tbody td "
    "tfoot th thead time tr u ul var wbr".split()
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed", "type"},
    "li": {"value", "id"},
    "sup": {"id"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "time": {"datetime"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_CLASSES = {
    "div": {"footnote"},
    "a": {"footnote-ref", "footnote-backref"},
    "th": {"align-left", "align-right", "align-center"},
    "td": {"align-left", "align-right", "align-center"},
    "span": {"small-caps"},
    "p": {"note"},
}
_SCHEMES = {"http", "https", "mailto", "tel", "data", SITE_SCHEME.rstrip(":")}
# Nothing of these shows: their content is no text of the article either.
_DROPPED_WITH_CONTENT = {"script", "style", "template", "iframe", "object", "noscript", "textarea", "select", "svg"}


@lru_cache(maxsize=1)
def _cleaner() -> object:
    import nh3

    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_DROPPED_WITH_CONTENT,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        attribute_filter=_attribute,
        link_rel=None,
        strip_comments=True,
    )


def _sanitise(html: str) -> str:
    return str(_cleaner().clean(html))  # type: ignore[attr-defined]


_MEDIA = re.compile(r"(?:\.?\.?/)*(media/.+)")
_ARTICLE_FILE = re.compile(r"(?:\.?\.?/)*(?:articles/)?([^/?#:]+\.md)(#.*)?")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value that an attribute keeps; None drops it."""
    if name not in ("href", "src"):
        return value
    address = value.strip()
    if address.lower().startswith("data:"):
        # A page of data opens as a page of this site's; a picture cannot do anything.
        return (
            address if name == "src" and re.match(r"(?i)data:image/(?:png|jpeg|gif|webp|avif)[;,]", address) else None
        )
    if address.startswith("//"):
        address = "https:" + address
    media = _MEDIA.fullmatch(address)
    if media:
        return SITE_SCHEME + media[1]
    article = _ARTICLE_FILE.fullmatch(address) if name == "href" else None
    if article:
        return WIKI_PREFIX + quote(unquote(article[1]), safe="") + (article[2] or "")
    return address


_IMAGE = re.compile(r"<img\b(?:[^>\"]|\"[^\"]*\")*>")
_FOREIGN = re.compile(r"\ssrc=\"((?:https?:)[^\"]*)\"")


def _link_foreign_image(match: re.Match[str]) -> str:
    address = _FOREIGN.search(match[0])
    if address is None:
        return match[0]
    alt = re.search(r"\salt=\"([^\"]*)\"", match[0])
    words = (alt[1] if alt else "") or "Image: " + address[1]
    return f'<a href="{address[1]}">{words}</a>'


_FOOTNOTE_MARK = re.compile(r"<a\b[^>]*class=\"footnote-(?:back)?ref\"[^>]*>.*?</a>", re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|h[2-6]|li|ul|ol|dl|dt|dd|div|blockquote|pre|table|tr|td|th|caption|figure|hr|br)\b[^>]*>")
_TAG = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>")


def plain_text(html: str) -> str:
    """The words of sanitised HTML, one block a line, in the order in which they are read."""
    text = _TAG.sub("", _BLOCK.sub("\n", _FOOTNOTE_MARK.sub("", html)))
    lines = (" ".join(line.split()) for line in unescape(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _wiki_links(html: str, markdown_text: str, first_line: int) -> Iterator[WikiLink]:
    """The links to articles in the order of the text, each with the line of the file that names its target."""
    position = 0
    for address in re.findall(r"\shref=\"" + re.escape(WIKI_PREFIX) + r"([^\"#]*)", html):
        target = unquote(unescape(address))
        # The converter keeps no line numbers. Searching on from the last link tells equal links apart.
        found = markdown_text.find(target, position)
        found = found if found >= 0 else markdown_text.find(target)
        position = max(position, found)
        yield WikiLink(target, first_line + markdown_text.count("\n", 0, max(found, 0)))
