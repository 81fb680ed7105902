"""What holds a body within a narrow window where no stylesheet does: pictures that shrink, long runs that can break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.render.body_parts import TAG

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
_WHOLE = ("pre", "svg", "math")
"""Elements whose text has lines of its own, or is none."""


def fitted(html: str) -> str:
    """The body with pictures that are no wider than the window, and long runs of signs that may break."""
    return "".join(_parts(html))


def _parts(html: str) -> Iterator[str]:
    position = indent = whole = 0
    for tag in TAG.finditer(html):
        text = html[position : tag.start()]
        yield text if whole else _RUN.sub(_broken, text)
        yield _within_page(tag[0], _PAGE + indent) if tag[2] == "img" else tag[0]
        position, step = tag.end(), -1 if tag[1] else 1
        indent += step * _INDENTS.get(tag[2], 0)
        whole += step * (tag[2] in _WHOLE)
    yield _RUN.sub(_broken, html[position:])


def _broken(run: re.Match[str]) -> str:
    return "<wbr>".join(_PART.findall(run[0]))


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
