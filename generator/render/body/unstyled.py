"""What holds a page within a narrow window where no stylesheet does: pictures that shrink, long runs that can break.

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

# Of scripts that have spaces between words: a window breaks others between any two signs. `&amp;` is one sign.
_SIGN = r"(?:&#?\w+;|[!-%'-;=?-~\u00a1-\u04ff\u1e00-\u1eff\u2018-\u201f\u2026])"
_PART = re.compile(_SIGN + "{1,12}[\u0300-\u036f]*")
_RUN = re.compile(_SIGN + "{25,}")
"""What is about as wide as a line of a phone that is set in: long words, addresses, names of files."""
_RUNS_IN_HEADINGS: Mapping[str, re.Pattern[str]] = {
    "h1": re.compile(_SIGN + "{17,}"),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), re.compile(_SIGN + "{19,}")),
}
_WHOLE = ("pre", "svg", "math", "script")
"""Elements whose text has lines of its own, or is none."""
_STYLESHEET = '<link rel="stylesheet"'

_LINES = re.compile("<pre>(.*?)</pre>", re.DOTALL)
_LONGEST_LINE = 38
"""Letters of one width, 13 pixels high, beside each other on a phone."""
_SPACES = re.compile("(?:^|(?<=>)) | (?= )", re.MULTILINE)
_LAST_BREAK = re.compile(r"\n+(?=(?:</\w+>)*\Z)")


def fitted(html: str) -> str:
    """The body of a text with pictures that are no wider than the window, and with lines that may break."""
    return "".join(_pictures(_LINES.sub(_foldable, html)))


def breakable(page: str) -> str:
    """The page with places where a window breaks long runs of signs, if no stylesheet says that it may."""
    body = page.find("<body")
    if page.find(_STYLESHEET, 0, max(0, body)) >= 0:
        return page
    return page[:body] + "".join(_broken(page[body:]))


def _pictures(html: str) -> Iterator[str]:
    position = indent = 0
    for tag in TAG.finditer(html):
        if tag[2] == "img":
            yield html[position : tag.start()] + _within_page(tag[0], _PAGE + indent)
            position = tag.end()
        indent += (-1 if tag[1] else 1) * _INDENTS.get(tag[2], 0)
    yield html[position:]


def _broken(html: str) -> Iterator[str]:
    position = whole = 0
    runs = _RUN
    for tag in TAG.finditer(html):
        text = html[position : tag.start()]
        yield text if whole else runs.sub(_with_breaks, text)
        yield tag[0]
        position, is_end = tag.end(), bool(tag[1])
        whole += (-1 if is_end else 1) * (tag[2] in _WHOLE)
        if tag[2] in _RUNS_IN_HEADINGS:
            runs = _RUN if is_end else _RUNS_IN_HEADINGS[tag[2]]
    yield runs.sub(_with_breaks, html[position:])


def _with_breaks(run: re.Match[str]) -> str:
    return "<wbr>".join(_PART.findall(run[0]))


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
