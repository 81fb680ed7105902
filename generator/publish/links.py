"""Checks that every link inside the site leads to a file of the site and, where it names one, to a place in it.

Pages come one by one and are not kept: of each only its anchors, of all links only where they lead and from which page.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Container, Iterator
from functools import lru_cache
from urllib.parse import unquote

from generator.problems import Problem, Severity
from generator.publish.page_text import read_page

MOST_TOLD = 20
"""Pages named for one target that is not there; that there are more is said with the last of them."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OTHER_HOST = re.compile(r"\s*(?:https?:|ftp:|//)", re.IGNORECASE)
# They mean the machine that made the site, or run what no page of it may run.
_REFUSED_SCHEMES = {"file", "javascript", "vbscript"}
# It is shown at any depth, so that only an address from the root leads from it to a certain place.
_ANY_DEPTH = "404.html"
_HINT = "Correct the address in the article, page or template that has it, or add what it leads to."


class BadAddressError(ValueError):
    """An address that cannot be one of this site, said as a clause."""


class LinkCheck:
    """Takes the pages of a site, then tells which of their links lead nowhere."""

    def __init__(self) -> None:
        self._pages: list[str] = []
        self._wanted: dict[tuple[str, str], array[int]] = {}
        self._anchors: dict[str, str] = {}
        self._faults: list[Problem] = []

    def add(self, path: str, data: bytes) -> None:
        """Takes the page at `path` of the site, in UTF-8."""
        try:
            page = read_page(data.decode())
        except UnicodeDecodeError:
            self._fault(path, "the page is not UTF-8")
            return
        number = len(self._pages)
        self._pages.append(path)
        # One text instead of a set: there may be hundreds of thousands of pages.
        self._anchors[path] = "\n".join(("", *sorted(page.anchors), ""))
        for address in sorted(page.links | page.embedded):
            try:
                target = resolve(path, address)
            except BadAddressError as error:
                self._fault(path, f'the link "{address}" {error}')
                continue
            if target:
                self._wanted.setdefault(target, array("I")).append(number)
            elif address in page.embedded and _OTHER_HOST.match(address):
                self._fault(path, f'the page would fetch "{address}" from another host')

    def problems(self, paths: Container[str]) -> Iterator[Problem]:
        """What is wrong with the links, where the site has files at `paths`."""
        yield from self._faults
        for (path, fragment), pages in self._wanted.items():
            text = self._missing(path, fragment, paths)
            if not text:
                continue
            told = [self._pages[number] for number in pages[:MOST_TOLD]]
            for page in told:
                more = len(pages) - len(told) if page == told[-1] else 0
                yield _problem(page, f"{text} (as it does in {more} more pages)" if more else text)

    def _missing(self, path: str, fragment: str, paths: Container[str]) -> str:
        if path not in paths:
            return f"a link leads to {path}, which is no file of the site"
        if not fragment or path not in self._anchors or fragment.lower() == "top":
            return ""
        if f"\n{fragment}\n" in self._anchors[path]:
            return ""
        return f'a link leads to {path}#{fragment}, but no element of that page has the id "{fragment}"'

    def _fault(self, path: str, text: str) -> None:
        self._faults.append(_problem(path, text))


def _problem(path: str, text: str) -> Problem:
    return Problem(path, 0, Severity.ERROR, text, _HINT)


def resolve(page: str, address: str) -> tuple[str, str] | None:
    """Where `address` in `page` leads: a path from the site's root and a fragment, which may be empty.

    None where it leads out of the site on purpose. Raises BadAddressError where it can lead nowhere.
    """
    address = address.strip(" \t\r\n\f")
    scheme = _SCHEME.match(address)
    if scheme:
        if len(scheme[1]) == 1 or scheme[1].lower() in _REFUSED_SCHEMES:
            raise BadAddressError(f"has the scheme {scheme[1]}:, which leads nowhere from a web page")
        return None
    if address.startswith("/") and page == _ANY_DEPTH:
        return None
    path, fragment = _inside(page[: page.rfind("/") + 1], address)
    return path or page, fragment


@lru_cache(maxsize=65_536)
def _inside(folder: str, address: str) -> tuple[str, str]:
    """What `address` means in `folder`, which is empty or ends in `/`; the page itself is the empty path."""
    location, _, fragment = address.partition("#")
    fragment = unquote(fragment.partition(":~:")[0])
    location = location.partition("?")[0]
    if not location:
        return "", fragment
    if location.startswith("/"):
        raise BadAddressError("assumes that the site stands at its host's root")
    if "\\" in location:
        raise BadAddressError("has a backslash")
    try:
        parts = unquote(location, errors="strict").split("/")
    except UnicodeDecodeError as error:
        raise BadAddressError("is not UTF-8") from error
    if parts[-1] in ("", ".", ".."):
        raise BadAddressError("names a folder, not a file")
    return "/".join(_climbed(folder.split("/")[:-1], parts)), fragment


def _climbed(path: list[str], parts: list[str]) -> list[str]:
    for part in parts:
        if part == ".." and not path:
            raise BadAddressError("leads out of the site")
        if part == "..":
            path = path[:-1]
        elif part != ".":
            path = [*path, part]
    return path
