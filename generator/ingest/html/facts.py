"""Orders what a page's markup says about it by its names, and tells which lines stand in its frame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.articles.html.data import DataSource
from generator.articles.html.lines import Element, LineShape, Style, ViewLine
from generator.ingest.blocks import Block, fold
from generator.ingest.html.json_ld import JsonData, Leaf, Node
from generator.ingest.typography import normalise


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and the index of the block that says it."""

    value: str
    block: int


class PageFacts:
    """A page's lines, what its metadata says by name, and where its text stands."""

    def __init__(self, lines: Sequence[ViewLine], blocks: Sequence[Block]) -> None:
        self.lines = lines
        """As many as there are blocks, in their order; likewise `blocks`."""
        self.blocks = blocks
        self.json = JsonData()
        self.text: list[int] = []
        """Indexes of the lines that are neither metadata nor code."""
        self.code: frozenset[int] = frozenset()
        """Indexes of preformatted lines beside a text, which say nothing of the page."""
        self._said: dict[tuple[DataSource, str], list[Said]] = {}
        self._weights: dict[Element, int] = {}
        self._foreign: dict[Element, bool] = {}
        self._foreign_lines: dict[int, bool] = {}
        self._read()

    def _read(self) -> None:
        for index, line in enumerate(self.lines):
            datum = line.datum
            if datum is None:
                self.text.append(index)
            elif datum.source is DataSource.JSON_LD:
                self.json.add(datum.script, datum.name, datum.value, index)
            elif datum.source is not DataSource.TIME:
                key = datum.source, datum.name.lower()
                self._said.setdefault(key, []).append(Said(normalise(datum.value).strip(), index))
        code = {index for index in self.text if self.lines[index].shape is LineShape.CODE}
        if code and 2 * self._words(code) < self._words(self.text):
            self.code = frozenset(code)
            self.text = [index for index in self.text if index not in code]

    def _words(self, indexes: Iterable[int]) -> int:
        return sum(self.blocks[index].words for index in indexes)

    def meta(self, *names: str) -> Iterator[Said]:
        """What `meta` elements of these names (small letters) say, by the order of the names."""
        for name in names:
            yield from self._said.get((DataSource.META, name), ())

    def meta_like(self, pattern: re.Pattern[str]) -> Iterator[Said]:
        """What `meta` elements say in whose names (small letters) the pattern is found, in the order of the page."""
        for (source, name), said in self._said.items():
            if source is DataSource.META and pattern.search(name):
                yield from said

    def of(self, source: DataSource, name: str) -> list[Said]:
        return self._said.get((source, name), [])

    @cached_property
    def articles(self) -> tuple[Node, ...]:
        """The JSON-LD objects that can be the page's article, the likeliest first, without those of teasers.

        Where several articles have headlines, the page's own is the one that `<title>` and the like speak of.
        """
        nodes = tuple(self.json.articles())
        headlines = [node.first("headline", "name") for node in nodes if node.is_article]
        if len({leaf.value for leaf in headlines if leaf}) < 2:
            return nodes
        titles = [*self.of(DataSource.TITLE, "title")[:1], *self.meta("og:title", "twitter:title")]
        words = {word for said in titles for word in fold(said.value).split()}
        return tuple(node for node in nodes if not node.is_article or _speaks_of(node.first("headline", "name"), words))

    @cached_property
    def prose(self) -> list[int]:
        """Indexes of the paragraphs of running text."""
        return [index for index in self.text if self.blocks[index].is_strong_prose]

    @cached_property
    def first_prose(self) -> int:
        """The index of the first paragraph that is not foreign; the number of lines where there is none."""
        return next((index for index in self.prose if not self.is_foreign(index)), len(self.lines))

    def is_foreign(self, index: int) -> bool:
        """Whether the line stands in something that is not the article: a menu, a sidebar, comments, teasers."""
        known = self._foreign_lines.get(index)
        if known is None:
            line = self.lines[index]
            length = len(line.text)
            whole = (mark.names for mark in line.marks if mark.written and mark.end - mark.start == length)
            known = self._is_foreign(line.element) or any(map(_is_foreign_name, whole))
            self._foreign_lines[index] = known
        return known

    def is_aside(self, index: int) -> bool:
        """Whether a foreign line stands but beside the text, where pages also tell of the article itself."""
        element: Element | None = self.lines[index].element
        while element is not None:
            tag = element.tag if element.tag != "aside" else ""
            named = tag in _FOREIGN_TAGS or _is_foreign_name(_ASIDE.sub(" ", element.names))
            if named and not self._holds_text(element):
                return False
            element = element.parent
        return True

    def _is_foreign(self, element: Element) -> bool:
        known = self._foreign.get(element)
        if known is None:
            named = element.tag in _FOREIGN_TAGS or _is_foreign_name(element.names)
            known = named and not self._holds_text(element) and element not in self._around_title
            if not known and element.parent is not None:
                known = self._is_foreign(element.parent)
            self._foreign[element] = known
        return known

    @cached_property
    def _around_title(self) -> set[Element]:
        """The elements that hold the page's only main heading of the metadata's very words, whatever their names."""
        titles = {fold(said.value) for said in self.meta("og:title", "twitter:title")}
        headings = [index for index in self.text if self._is_heading(index) and self.blocks[index].folded in titles]
        found: set[Element] = set()
        element = self.lines[headings[0]].element if len(headings) == 1 else None
        while element is not None:
            found.add(element)
            element = element.parent
        return found

    def _is_heading(self, index: int) -> bool:
        """Whether a line is a main heading that leads to no other page."""
        line = self.lines[index]
        linked = any(mark.style is Style.LINK for mark in line.marks)
        return line.shape is LineShape.HEADING and line.level == 1 and not linked

    def _holds_text(self, element: Element) -> bool:
        """Whether a good part of the page's prose stands in an element, whatever its name."""
        if not self._weights:
            self._weigh()
        return self._weights.get(element, 0) > _GOOD_PART * self._weights[_PAGE]

    def _weigh(self) -> None:
        own: dict[Element, int] = {}
        for index in self.text:
            line = self.lines[index]
            linked = sum(mark.end - mark.start for mark in line.marks if mark.style is Style.LINK)
            if len(line.text) > _SCRAP and 2 * linked < len(line.text):
                own[line.element] = own.get(line.element, 0) + len(line.text)
        self._weights[_PAGE] = sum(own.values())
        for element, size in own.items():
            holder: Element | None = element
            while holder is not None:
                self._weights[holder] = self._weights.get(holder, 0) + size
                holder = holder.parent


def _speaks_of(headline: Leaf | None, words: set[str]) -> bool:
    own = set(fold(headline.value).split()) if headline else set()
    return 2 * len(own & words) >= len(own)


_PAGE = Element("", "", None, 0)
_GOOD_PART = 0.4
_SCRAP = 40
"""Characters. Shorter lines are no evidence of where the text stands."""
_FOREIGN_TAGS = frozenset({"nav", "aside", "form", "select", "noscript"})
_FOREIGN_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|comentarios|kommentare?|respond|reply|replies|disqus|related|sidebar|widget\w*|teasers?|"
    r"recommend\w*|popular|most-?(?:read|viewed|popular)|trending|newsletter|menu|nav|navi|navigation|navbar|promo\w*|"
    r"carousel|slider|breadcrumbs?|sponsored|outbrain|taboola|latest|recent|similar|more-(?:stories|news|from)|"
    r"ticker|suggest\w*|read-?(?:more|next)|next-?(?:article|post)|prev\w*-?(?:article|post)|cookies?|"
    r"modal|popup|overlay|dropdown|signup|subscri\w*)(?=$|[\s_-])"
)
_ASIDE = re.compile(r"(?:sidebar|widget)\w*|\bnavi\w*")
_NOT_FOREIGN = re.compile(
    r"(?:has|no|with|without|show|hide|left|right)-(?:sidebar|comments?|widget|related)\S*|comments?-(?:open|closed)\S*|"
    r"entry-footer|article-footer|post-footer|no-?sidebar\S*|by-?line\S*|\S*\[\S*|"
    r"elementor-widget(?:-(?:container|wrap|heading|text-\S*|theme-\S*|post-info|icon-list))?(?!\S)"
)


@lru_cache(maxsize=8192)
def _is_foreign_name(names: str) -> bool:
    return _FOREIGN_NAMES.search(_NOT_FOREIGN.sub(" ", names)) is not None
