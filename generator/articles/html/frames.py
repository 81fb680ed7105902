"""The blocks of a page that are open while it is read: which tag ends which block, and what each makes of its text.

A much reduced form of the standard's tree construction (https://html.spec.whatwg.org/#tree-construction): whatever
the page leaves open is closed, and an end tag without its start tag is passed over.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.articles.html.lines import Element, LineShape
from generator.articles.html.tokens import read_attributes

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TABLE_PARTS = frozenset("caption thead tbody tfoot tr td th".split())
BLOCKS = frozenset(
    "address article aside audio blockquote button canvas caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frameset header hgroup iframe legend li listing main menu nav "
    "noframes noscript object ol p plaintext pre search section select summary table tbody td template textarea "
    "tfoot th thead tr ul video xmp".split()
) | frozenset(HEADINGS)
BOUNDARIES = frozenset("body head hr".split())
"""What ends a paragraph but holds none."""
VOID = frozenset("area base br col embed frame img input link meta param source track wbr".split())
_SCOPES = frozenset("table td th caption object template".split())
"""An end tag within one of these does not reach a block around it."""
_CLOSED_FROM_WITHIN = ("table", "object", "template")
"""Scopes whose own end tag is looked for from wherever they are open."""
_LISTS = frozenset("ul ol menu dir dl".split())
"""An item does not end one that holds the list it is in."""
_PREFORMATTED = frozenset("pre xmp listing plaintext".split())
_ITEMS = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd")}
_DEEPEST = 512
"""Blocks within each other; as in browsers, what lies deeper is told apart no further."""
_FARTHEST = 64
"""Blocks between an item and the list's next item that did not close the first."""


class Item:
    """An item of a list: its first line is the one that has the marker."""

    __slots__ = ("is_new", "ordinal")

    def __init__(self, ordinal: int | None) -> None:
        self.ordinal = ordinal
        self.is_new = True


class Frame:
    """An open block."""

    __slots__ = (
        "counts", "element", "group", "has_line", "heading", "is_caption", "is_code", "is_quoted", "item", "level",
        "list", "next_ordinal", "parts",
    )  # fmt: skip

    def __init__(self, element: Element, parent: Frame | None) -> None:
        """A block within another, of which it has everything until its own tag says otherwise."""
        tag = element.tag
        self.element = element
        self.next_ordinal: int | None = None
        """Of a numbered list."""
        self.has_line = False
        """Whether a line was written that stands in this block and in none within it."""
        if parent is None or tag == "td" or tag == "th":
            self._begin_anew()
        else:
            self.heading: int = parent.heading
            self.is_caption: bool = parent.is_caption
            self.is_quoted: bool = parent.is_quoted
            """Whether a quotation is nearer than a list."""
            self.level: int = parent.level
            """How deep in lists, or where it is quoted in quotations."""
            self.item: Item | None = parent.item
            self.list: Frame | None = parent.list
            """The list around it; none where a quotation is nearer."""
            self.group: int = parent.group
        self.is_code: bool = parent.is_code if parent else False
        self.counts: dict[str, int] = parent.counts if parent and tag not in _SCOPES else {}
        """How many blocks with each tag are open here and may be closed from here; shared within a scope."""
        self.parts: dict[str, int] = parent.parts if parent and tag != "table" else {}
        """How many parts of the innermost table are open; shared within it."""

    def _begin_anew(self) -> None:
        self.heading = 0
        self.is_caption = self.is_quoted = False
        self.level = self.group = 0
        self.item = self.list = None

    def line_shape(self) -> tuple[LineShape, int, int | None]:
        """Shape, level and ordinal of the next line in this block."""
        if self.heading:
            return LineShape.HEADING, self.heading, None
        if self.is_caption:
            return LineShape.CAPTION, 0, None
        if self.is_quoted:
            return LineShape.QUOTATION, self.level, None
        if self.item and self.item.is_new:
            self.item.is_new = False
            return LineShape.ITEM, self.level, self.item.ordinal
        return LineShape.TEXT, self.level, None


class Frames:
    """The open blocks, from the page itself to the innermost."""

    def __init__(self) -> None:
        self._open = [Frame(Element("html", "", None, 0), None)]
        self._opened = 0
        self._scopes = dict.fromkeys(_CLOSED_FROM_WITHIN, 0)

    def __len__(self) -> int:
        return len(self._open)

    @property
    def top(self) -> Frame:
        return self._open[-1]

    def push(self, tag: str, attributes: str) -> Frame:
        """Opens a block within the innermost one."""
        parent = self._open[-1]
        self._opened += 1
        around = parent.element if len(self._open) < _DEEPEST else parent.element.parent
        frame = Frame(Element(tag, attributes, around, self._opened), parent)
        begin = _BEGINNINGS.get(tag)
        if begin:
            begin(frame, parent, attributes)
        if tag in _TABLE_PARTS:
            parent.parts[tag] = parent.parts.get(tag, 0) + 1
        else:
            parent.counts[tag] = parent.counts.get(tag, 0) + 1
        if tag in self._scopes:
            self._scopes[tag] += 1
        self._open.append(frame)
        return frame

    def pop(self) -> Frame:
        frame = self._open.pop()
        tag = frame.element.tag
        counts = self.top.parts if tag in _TABLE_PARTS else self.top.counts
        counts[tag] -= 1
        if tag in self._scopes:
            self._scopes[tag] -= 1
        return frame

    def may_end(self, tag: str) -> bool:
        """Whether the start of `tag` may end a block: the quick way to tell that most end none."""
        return tag in _ENDING or self._open[-1].element.tag in _ENDED

    def implied_end(self, tag: str) -> int | None:
        """How many blocks stay open where the start of `tag` ends some; None where it ends none."""
        top = self._open[-1]
        if top.element.tag == "p" and tag not in _WITHIN_PARAGRAPHS:
            return len(self._open) - 1
        if top.heading and tag in HEADINGS and top.element.tag in HEADINGS:
            return len(self._open) - 1
        if tag in _ITEMS:
            return self._item_before(_ITEMS[tag])
        for part in _ENDED_PARTS.get(tag, ()):
            if top.parts.get(part):
                return self._nearest(part)
        return None

    def explicit_end(self, tag: str) -> int | None:
        """How many blocks stay open where `tag` is closed; None where none is open that this can close."""
        top = self._open[-1]
        if tag in HEADINGS and top.element.tag in HEADINGS:
            return len(self._open) - 1
        if tag in self._scopes:
            is_open = self._scopes[tag] > 0
        else:
            is_open = (top.parts if tag in _TABLE_PARTS else top.counts).get(tag, 0) > 0
        return self._nearest(tag) if is_open else None

    def _nearest(self, tag: str) -> int:
        """The number of blocks around the innermost one with this tag, which is open."""
        position = len(self._open) - 1
        while self._open[position].element.tag != tag:
            position -= 1
        return position

    def _item_before(self, items: tuple[str, ...]) -> int | None:
        """The number of blocks around the list's item that is still open, if there is one."""
        farthest = max(len(self._open) - 1 - _FARTHEST, 0)
        for position in range(len(self._open) - 1, farthest, -1):
            tag = self._open[position].element.tag
            if tag in items:
                return position
            if tag in _LISTS or tag in _SCOPES:
                return None
        return None


_WITHIN_PARAGRAPHS = frozenset(
    "audio button canvas iframe noframes noscript object select template textarea video".split()
)
_ROW_GROUPS = ("thead", "tbody", "tfoot")
_ENDED_PARTS = {
    "td": ("td", "th", "caption"),
    "th": ("td", "th", "caption"),
    "tr": ("tr", "caption"),
    **dict.fromkeys(_ROW_GROUPS, ("tr", "caption", *_ROW_GROUPS)),
}
"""The parts of a table that the start of another ends."""
_ENDING = frozenset((*_ITEMS, *_ENDED_PARTS))
_ENDED = frozenset(("p", *HEADINGS))


def _begin_list(frame: Frame, parent: Frame, attributes: str) -> None:
    nested = parent.level > 0 and not parent.is_quoted
    frame.is_quoted = False
    frame.level = parent.level + 1 if nested else 1
    frame.group = parent.group if nested else frame.element.number
    frame.item = None
    frame.list = frame
    frame.next_ordinal = None
    if frame.element.tag == "ol":
        frame.next_ordinal = _number(read_attributes(attributes).get("start", "")) if "start" in attributes else 1


def _begin_item(frame: Frame, parent: Frame, attributes: str) -> None:
    ordinal = None
    if frame.list and frame.list.next_ordinal is not None:
        value = read_attributes(attributes).get("value", "")
        ordinal = _number(value) if value else frame.list.next_ordinal
        frame.list.next_ordinal = ordinal + 1
    frame.item = Item(ordinal)
    frame.level = max(parent.level, 1) if not parent.is_quoted else 1
    frame.is_quoted = False


def _begin_quotation(frame: Frame, parent: Frame, attributes: str) -> None:
    frame.level = parent.level + 1 if parent.is_quoted else 1
    frame.group = parent.group if parent.is_quoted else frame.element.number
    frame.is_quoted = True
    frame.item = None
    frame.list = None


def _begin_group(frame: Frame, parent: Frame, attributes: str) -> None:
    frame.group = frame.element.number
    frame.is_code = frame.is_code or frame.element.tag in _PREFORMATTED


def _begin_caption(frame: Frame, parent: Frame, attributes: str) -> None:
    frame.is_caption = True


def _begin_heading(frame: Frame, parent: Frame, attributes: str) -> None:
    frame.heading = HEADINGS[frame.element.tag]


_BEGINNINGS: dict[str, Callable[[Frame, Frame, str], None]] = {
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _begin_list),
    "li": _begin_item,
    "blockquote": _begin_quotation,
    **dict.fromkeys(("table", *_PREFORMATTED), _begin_group),
    **dict.fromkeys(("figcaption", "caption"), _begin_caption),
    **dict.fromkeys(HEADINGS, _begin_heading),
}


def _number(text: str) -> int:
    """A list's number as it is written; 1 where that is none that a list has."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else 1
