"""What holds a body within a narrow window where no stylesheet does: pictures that shrink, long runs that can break.

A table stays one: what its rows and columns say cannot be told otherwise (WCAG 2.2, 1.4.10, excepts it), and without a
stylesheet nothing scrolls but the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from generator.render.body.parts import TAG

_PAGE = 16
"""Pixels that browsers leave beside a page, both sides together."""
_INDENTS: Mapping[str, int] = {"figure": 80, "blockquote": 80, "ul": 40, "ol": 40, "dd": 40}
"""Pixels by which browsers set in what stands in an element
(https://html.spec.whatwg.org/multipage/rendering.html#flow-content-3)."""
_NARROWEST = 320
"""Pixels of a window within which everything should fit (WCAG 2.2, 1.4.10)."""

_WIDTH = re.compile(r'\swidth="(\d+)"')
_HEIGHT = re.compile(r'\sheight="\d+"')
_ADDRESS = re.compile(r'\ssrc="([^"]*)"')

# Signs of ASCII, of which a reference such as `&amp;` is one.
_SIGN = r"(?:&\w+;|[!-%'-;=?-~])"
_RUN = re.compile(_SIGN + "{24,}")
"""What would be longer than a line of a phone: addresses, names of files."""
_PART = re.compile(_SIGN + "{1,12}")
_WORD = re.compile("[A-Za-z\u00c0-\u04ff]{25,}")
"""Of letters that have spaces between words. These are about as wide as a line that is set in."""
_WORD_IN_HEADING = re.compile(_WORD.pattern.replace("25", "19"))
_PART_OF_WORD = re.compile(".{1,12}")
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_WHOLE = ("pre", "svg", "math")
"""Elements whose text has lines of its own, or is none."""

_LINES = re.compile("<pre>(.*?)</pre>", re.DOTALL)
_LONGEST_LINE = 38
"""Letters of one width, 13 pixels high, beside each other on a phone."""
_SPACES = re.compile("(?:^|(?<=>)) | (?= )", re.MULTILINE)
_LAST_BREAK = re.compile(r"\n+(?=(?:</\w+>)*\Z)")


def fitted(html: str) -> str:
    """The body with pictures that are no wider than the window, and with long runs, words and lines that may break."""
    return "".join(_parts(_LINES.sub(_foldable, html)))


def _parts(html: str) -> Iterator[str]:
    position = indent = whole = heading = 0
    for tag in TAG.finditer(html):
        text = html[position : tag.start()]
        yield text if whole else _breakable(text, _WORD_IN_HEADING if heading else _WORD)
        yield _within_page(tag[0], _PAGE + indent) if tag[2] == "img" else tag[0]
        position, step = tag.end(), -1 if tag[1] else 1
        indent += step * _INDENTS.get(tag[2], 0)
        whole += step * (tag[2] in _WHOLE)
        heading += step * (tag[2] in _HEADINGS)
    yield _breakable(html[position:], _WORD)


def _breakable(text: str, words: re.Pattern[str]) -> str:
    """The text with places where a window too narrow for what stands there breaks it."""
    text = words.sub(lambda word: "<wbr>".join(_PART_OF_WORD.findall(word[0])), text)
    return _RUN.sub(lambda run: "<wbr>".join(_PART.findall(run[0])), text)


def _foldable(lines: re.Match[str]) -> str:
    """Preformatted text whose lines are too long, as lines of a paragraph, which go on in the next one."""
    text = _LAST_BREAK.sub("", lines[1].expandtabs(4).lstrip("\n"))
    if max(len(unescape(TAG.sub("", line))) for line in text.split("\n")) <= _LONGEST_LINE:
        return lines[0]
    text = _SPACES.sub("\N{NO-BREAK SPACE}", text).replace("\n", "<br>\n")
    return f"<p>{text}</p>" if "<code>" in text else f"<p><code>{text}</code></p>"


def _within_page(picture: str, around: int) -> str:
    """The tag of a picture that is no wider than the window. A width would hold in every window, so it has none.

    What a browser takes from `srcset` it shows as wide as `sizes` says
    (https://html.spec.whatwg.org/multipage/images.html#density-corrected-intrinsic-width-and-height).
    """
    width, address = _WIDTH.search(picture), _ADDRESS.search(picture)
    if not width or not address or int(width[1]) + around <= _NARROWEST:
        return picture
    sizes = f"(min-width: {int(width[1]) + around}px) {width[1]}px, calc(100vw - {around}px)"
    plain = _HEIGHT.sub("", _WIDTH.sub("", picture))
    return plain.replace(address[0], f'{address[0]} srcset="{address[1]} {width[1]}w" sizes="{sizes}"')
