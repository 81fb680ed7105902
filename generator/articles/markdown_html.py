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

from generator.articles.anchors import SECTION, settle_ids
from generator.articles.article import SITE_SCHEME, WikiLink
from generator.articles.inside_links import ask_archive, with_words_of_images
from generator.articles.plain_markdown import plain_paragraphs, spare_plain_parts
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


def convert(markdown_text: str, first_line: int = 1, *, old_site: str | None = None) -> Body:
    """The body written as `markdown_text`, which begins on line `first_line` of its file.

    The HTML holds nothing that runs or that asks another host for anything: an image on another host becomes a link.
    Links to articles (`[[title]]`, `other.md`) and to `media/` have addresses that begin with `SITE_SCHEME`; so has
    every link of an imported text that leads to no other site: `old_site` is the host of the one that it comes from,
    empty where that is not known, and None for a text that was written here.

    Raises NestedTooDeepError where lists or quotations lie in each other by the hundred.
    """
    paragraphs = plain_paragraphs(markdown_text)
    if paragraphs:
        return Body(*paragraphs, ())
    try:
        html = settle_ids(_sanitise(_markdown_html(markdown_text)))
    except RecursionError:
        # What the converter was in the middle of would stand in the next text.
        _local.converter = None
        raise NestedTooDeepError(first_line + _deepest(markdown_text)) from None
    html = _LINK_OR_IMAGE.sub(_link_foreign_images, html)
    html = html if old_site is None else ask_archive(html, old_site)
    return Body(html, plain_text(with_words_of_images(html)), tuple(_wiki_links(html, markdown_text, first_line)))


class NestedTooDeepError(ValueError):
    """A text whose lists or quotations lie deeper in each other than can be read."""

    def __init__(self, line: int) -> None:
        """`line` is the number of the deepest line."""
        super().__init__(f"lists or quotations are nested too deeply on line {line}")
        self.line = line


def _deepest(text: str) -> int:
    """The position of the line that has most before its first word."""
    lines = text.split("\n")
    return max(range(len(lines)), key=lambda at: len(lines[at]) - len(lines[at].lstrip("> \t*+-")))


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
    from markdown.extensions.footnotes import FootnoteExtension
    from markdown.extensions.toc import TocExtension
    from markdown.inlinepatterns import InlineProcessor
    from markdown.treeprocessors import Treeprocessor
    from markdown.util import AtomicString

    class WikiLinks(InlineProcessor):
        """`[[target]]` and `[[target|words]]`."""

        def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
            self, match: re.Match[str], data: str
        ) -> tuple[Element, int, int]:
            target = self.written(match[1]).strip()
            link = Element("a", {"href": WIKI_PREFIX + _quoted(target)})
            # A label is Markdown; a title is not.
            link.text = match[2].strip() if match[2] else AtomicString(target.partition("#")[0].strip())
            return link, match.start(0), match.end(0)

        def written(self, target: str) -> str:
            """The target as the author means it: escapes and code in it were put aside by the converter."""
            return re.sub(r"\x02(\d+)\x03", lambda sign: chr(int(sign[1])), self.unescape(target))

    class CellClasses(Treeprocessor):
        """Table cells are aligned by class, since the site's policy allows no style attribute."""

        def run(self, root: Element) -> None:
            for cell in root.iter():
                style = cell.attrib.pop("style", "") if cell.tag in ("th", "td") else ""
                if style:
                    cell.set("class", "align-" + style.rpartition(":")[2].strip(" ;"))

    headings = TocExtension(marker="", slugify=lambda text, _separator: SECTION + slugify(text))
    # The page says in its own language where the links lead; the sign is told to be no picture.
    footnotes = FootnoteExtension(BACKLINK_TITLE="", BACKLINK_TEXT="↩\N{VARIATION SELECTOR-15}")
    extensions: list[str | Extension] = [footnotes, "tables", "fenced_code", "def_list", "sane_lists", headings]
    converter = markdown.Markdown(extensions=extensions, output_format="html")
    # `[[1]](https://…)` and `[[1]][1]` are links of Markdown's own with brackets in their words.
    wiki_links = WikiLinks(r"\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\](?![(\[])", converter)
    converter.inlinePatterns.register(wiki_links, "wiki_link", 175)
    spare_plain_parts(converter)
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
    "*": {"lang", "dir", "title", "id"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "time": {"datetime"},
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


# The page has these parts itself. As plain blocks their words stay apart from those before and after.
_PAGE_PART = re.compile(
    r"<(/?)(?:address|article|aside|center|details|dialog|fieldset|footer|form|header|hgroup|legend|main|nav|section|"
    r"summary)(?=[\s/>])",
    re.IGNORECASE,
)


_HEADING = re.compile(r"(?i)<(/?)h([1-5])(?=[\s/>])")


def _sanitise(html: str) -> str:
    # The first level is the title's. Headings written as HTML go down with those of Markdown, so that `##` and `<h2>`
    # stay equals.
    html = _HEADING.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}", _PAGE_PART.sub(r"<\1div", html))
    return str(_cleaner().clean(html))  # type: ignore[attr-defined]


_PICTURE_DATA = re.compile(r"(?i)data:image/(?:png|jpeg|gif|webp|avif)[;,]")
_MEDIA = re.compile(r"(?:\.?\.?/)*(media/.+)")
_ARTICLE_FILE = re.compile(r"(?:\.?\.?/)*(?:articles/)?([^/?#:]+\.md)(#.*)?")


def _attribute(tag: str, name: str, value: str) -> str | None:
    """The value that an attribute keeps; None drops it."""
    if name == "title":
        return value or None
    return _address(name, _as_browsers_read(value)) if name in ("href", "src") else value


def _address(name: str, address: str) -> str | None:
    if address.startswith("data:"):
        # A page of data opens as a page of this site's; a picture cannot do anything.
        return address if name == "src" and _PICTURE_DATA.match(address) else None
    if address.startswith(SITE_SCHEME) and not address.startswith(WIKI_PREFIX):
        return None  # Only the converter writes these, below: what it vouches for is a path inside the site.
    if media := _MEDIA.fullmatch(address):
        return SITE_SCHEME + media[1]
    if name == "href" and (article := _ARTICLE_FILE.fullmatch(address)):
        return WIKI_PREFIX + quote(unquote(article[1]), safe="") + (article[2] or "")
    return address


_IGNORED = "".join(map(chr, range(33)))
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def _as_browsers_read(value: str) -> str:
    """The address without what browsers pass over in it, so that a foreign host is seen however it is written.

    They drop control characters, tabs and line ends, and take a backslash for a slash and the scheme in any case
    (https://url.spec.whatwg.org/#url-parsing).
    """
    address = re.sub(r"[\t\n\r]", "", value.strip(_IGNORED))
    if re.match(r"[/\\]{2}", address):
        return "https://" + address.lstrip("/\\")
    scheme = _SCHEME.match(address)
    return scheme[0].lower() + address[scheme.end() :] if scheme else address


_IMAGE = re.compile(r"<img\b(?:[^>\"]|\"[^\"]*\")*>")
_LINK_OR_IMAGE = re.compile(rf"<a\b(?:[^>\"]|\"[^\"]*\")*>.*?</a>|{_IMAGE.pattern}", re.DOTALL)
_FOREIGN = re.compile(r"\ssrc=\"((?:https?:)[^\"]*)\"")


def _link_foreign_images(match: re.Match[str]) -> str:
    """A link or an image, with a link in the place of each image on another host."""
    if match[0].startswith("<img"):
        image = _foreign_image(match[0])
        return f'<a href="{image[0]}">{image[1]}</a>' if image else match[0]
    # A link can hold no other: the words stay in it, and the images follow.
    link, after = match[0], ""
    for tag in _IMAGE.findall(link):
        image = _foreign_image(tag)
        if image:
            link = link.replace(tag, image[1], 1)
            after += f' <a href="{image[0]}">{image[0]}</a>'
    return link + after


def _foreign_image(tag: str) -> tuple[str, str] | None:
    """The address of an image on another host, and the words that stand for it; None for an image of the site's."""
    address = _FOREIGN.search(tag)
    if address is None:
        return None
    alt = re.search(r"\salt=\"([^\"]*)\"", tag)
    return address[1], (alt[1] if alt else "") or "Image: " + address[1]


_FOOTNOTE_MARK = re.compile(r"<a\b[^>]*class=\"footnote-(?:back)?ref\"[^>]*>.*?</a>", re.DOTALL)
_BLOCK = re.compile(
    r"</?(?:p|h[2-6]|li|ul|ol|dl|dt|dd|div|blockquote|pre|table|tr|td|th|caption|figure|figcaption|hr|br)\b"
    r"(?:[^>\"]|\"[^\"]*\")*>"
)
_TAG = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>")


def plain_text(html: str) -> str:
    """The words of sanitised HTML, one block a line, in the order in which they are read."""
    text = _TAG.sub("", _BLOCK.sub("\n", _FOOTNOTE_MARK.sub("", html)))
    lines = (" ".join(line.split()) for line in unescape(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _wiki_links(html: str, markdown_text: str, first_line: int) -> Iterator[WikiLink]:
    """The links to articles in the order of the text, each with the line of the file that names its target."""
    position = 0
    for address in re.findall(r"\s(?:href|src)=\"" + re.escape(WIKI_PREFIX) + r"([^\"#]*)", html):
        target = unquote(unescape(address))
        # The converter keeps no line numbers. Searching on from the last link tells equal links apart.
        place = _place(target, markdown_text, position) or _place(target, markdown_text, 0)
        position = max(position, place[1]) if place else position
        yield WikiLink(target, first_line + (markdown_text.count("\n", 0, place[0]) if place else 0))


def _place(target: str, markdown_text: str, position: int) -> tuple[int, int] | None:
    """Where from `position` on a link's target stands, the title in running text being none; None where it does not."""
    for name in (target, quote(target)):
        found = re.compile(r"(?:\[\[[ \t]*|[(</\"'=]|\]:[ \t]*)" + re.escape(name)).search(markdown_text, position)
        if found:
            return found.span()
    return None
