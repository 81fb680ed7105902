"""Where the links of a page lead: absolute addresses as far as the page tells its own, else those of saved pages."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from generator.articles.html.data import DataSource
from generator.articles.html.view import PageView

_SCHEMES = ("http://", "https://", "mailto:")
_SAVED_PAGE = re.compile(r"(?!//)[^:?#]+\.html?(?:#.*)?", re.IGNORECASE)
_PASSED_OVER = re.compile(r"[\x00-\x20\x7f]+")


class Addresses:
    """Resolves the addresses of one page's links."""

    def __init__(self, view: PageView) -> None:
        self._base = _joined(_own_address(view), view.base)

    def absolute(self, address: str) -> str:
        """The whole address of a link; empty where it leads nowhere outside the page, or its place is not known.

        Of a page that does not tell its place the links to other pages stay as they are: these may be saved beside it,
        and be sources of the same archive.
        """
        address = _PASSED_OVER.sub("", address)
        if not address or address.startswith("#"):
            return ""
        if address[:8].lower().startswith(_SCHEMES):
            return address
        if not self._base and _SAVED_PAGE.fullmatch(address):
            return address
        return _joined(self._base, address)


def _own_address(view: PageView) -> str:
    """The page's own address, as its head gives it."""
    for line in view.lines:
        datum = line.datum
        if datum is None:
            continue
        canonical = datum.source is DataSource.LINK and datum.name == "canonical"
        if (canonical or datum.name.lower() == "og:url") and _is_whole(datum.value):
            return datum.value
    return ""


def _is_whole(address: str) -> bool:
    return address[:8].lower().startswith(("http://", "https://"))


def _joined(base: str, address: str) -> str:
    try:
        joined = urljoin(base, address) if base else address
        whole = _is_whole(joined) and bool(urlsplit(joined).hostname)
    except ValueError:
        return ""
    return joined if whole else ""
