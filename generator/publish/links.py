"""Checks that every link inside the site leads to a file of the site and, where it names one, to a place in it.

Pages come one by one and are not kept: of each only its anchors, of all links only where they lead and from which page.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from generator.problems import Problem, Severity
from generator.publish.page_text import read_page

MOST_TOLD = 20
"""Pages named for one target that is not there; that there are more is said with the last of them."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OTHER_HOST = re.compile(r"\s*(?:https?:|ftp:|//)", re.IGNORECASE)
# A step up before what is plainly a path.
_UP = re.compile(r"\.\./(?=[\w.-])[^:]*$")
_WHITE = " \t\r\n\f"
# They mean the machine that made the site, or run what no page of it may run.
_REFUSED_SCHEMES = {"file", "javascript", "vbscript"}
# It is shown at any depth, so that only an address from the root leads from it to a certain place.
_ANY_DEPTH = "404.html"
_HINT = "Correct the address in the article, page or template that has it, or add what it leads to."


class BadAddressError(ValueError):
    """An address that cannot be one of this site, said as a clause."""


@dataclass(frozen=True, slots=True)
class PageLinks:
    """What one page offers to links, and where its own lead."""

    anchors: str = ""
    """The names that an address of the page can end in, each between two line ends: one text takes little room."""
    wanted: tuple[str, ...] = ()
    """Where its links lead inside the site, but to what it offers itself: a path, and after a line end the fragment if
    there is one."""
    faults: tuple[str, ...] = ()
    """What is wrong with it whatever the other pages have."""


def is_page(path: str) -> bool:
    """Whether the file of the site is one whose links are checked."""
    return path.endswith(".html")


def links_of(path: str, data: bytes) -> PageLinks:
    """The links of the page at `path` of the site, which is in UTF-8."""
    try:
        page = read_page(data.decode())
    except UnicodeDecodeError:
        return PageLinks(faults=("the page is not UTF-8",))
    wanted, faults = set(), []
    for address in sorted(page.links | page.embedded):
        try:
            target = resolve(path, address)
        except BadAddressError as error:
            faults.append(f'the link "{address}" {error}')
            continue
        if target and target[0] == path and target[1] in page.anchors:
            # Pages of sources lead to each of their own lines: nobody else need know of these.
            continue
        if target:
            wanted.add(f"{target[0]}\n{target[1]}" if target[1] else target[0])
        elif address in page.embedded and _OTHER_HOST.match(address):
            faults.append(f'the page would fetch "{address}" from another host')
    return PageLinks("\n".join(("", *sorted(page.anchors), "")), tuple(sorted(wanted)), tuple(faults))


class LinkCheck:
    """Takes the pages of a site, then tells which of their links lead nowhere."""

    def __init__(self, targets: Iterable[str] = ()) -> None:
        """`targets` are those of another check, whose numbers hold in this one too."""
        self.targets = {target: number for number, target in enumerate(targets)}
        """Where links lead, with the number by which it is called."""
        self.wanted: dict[str, bytes] = {}
        """By page, the numbers of the targets of its links, 32 bits each."""
        self.anchors: dict[str, str] = {}
        """By page, what it offers, as `PageLinks` has it."""
        self._faults: list[Problem] = []

    def add(self, path: str, links: PageLinks) -> None:
        """Takes a page."""
        self._faults += [_problem(path, fault) for fault in links.faults]
        targets = self.targets
        wanted = array("I", [targets.setdefault(at, len(targets)) for at in links.wanted])
        self.keep(path, links.anchors, wanted.tobytes())

    def keep(self, path: str, anchors: str, wanted: bytes) -> None:
        """Takes a page without faults as another check had it."""
        self.anchors[path] = anchors
        self.wanted[path] = wanted

    def problems(self, paths: Container[str]) -> Iterator[Problem]:
        """What is wrong with the links, where the site has files at `paths`."""
        yield from self._faults
        missing = {number: text for at, number in self.targets.items() if (text := self._missing(at, paths))}
        pages: dict[int, list[str]] = {number: [] for number in missing}
        for page, wanted in self.wanted.items() if missing else ():
            for number in missing.keys() & set(array("I", wanted)):
                pages[number].append(page)
        for number, text in missing.items():
            told = sorted(pages[number])[:MOST_TOLD]
            for page in told:
                more = len(pages[number]) - len(told) if page == told[-1] else 0
                yield _problem(page, f"{text} (as it does in {more} more pages)" if more else text)

    def _missing(self, at: str, paths: Container[str]) -> str:
        path, _, fragment = at.partition("\n")
        if path not in paths:
            return f"a link leads to {path}, which is no file of the site"
        if not fragment or path not in self.anchors or fragment.lower() == "top":
            return ""
        if f"\n{fragment}\n" in self.anchors[path]:
            return ""
        return f'a link leads to {path}#{fragment}, but no element of that page has the id "{fragment}"'


def _problem(path: str, text: str) -> Problem:
    return Problem(path, 0, Severity.ERROR, text, _HINT)


def resolve(page: str, address: str) -> tuple[str, str] | None:
    """Where `address` in `page` leads: a path from the site's root and a fragment, which may be empty.

    None where it leads out of the site on purpose. Raises BadAddressError where it can lead nowhere.
    """
    location, _, fragment = address.strip(_WHITE).partition("#")
    folder = page[: page.rfind("/") + 1]
    # A page of a source has a folder of its own, but most of its links lead out of it, as those of all others do.
    while folder.count("/") > 1 and _UP.match(location):
        folder, location = folder[: folder.rfind("/", 0, -1) + 1], location[len("../") :]
    path = _path(folder, location, page == _ANY_DEPTH) if location else page
    return None if path is None else (path or page, unquote(fragment.partition(":~:")[0]) if fragment else "")


@lru_cache(maxsize=32_768)
def _path(folder: str, location: str, at_any_depth: bool) -> str | None:
    """As `resolve`, of an address without its fragment in a page of `folder`, which is empty or ends in `/`; empty
    where that is the page itself."""
    scheme = _SCHEME.match(location)
    if scheme:
        if len(scheme[1]) == 1 or scheme[1].lower() in _REFUSED_SCHEMES:
            raise BadAddressError(f"has the scheme {scheme[1]}:, which leads nowhere from a web page")
        return None
    if location.startswith("/") and at_any_depth:
        return None
    location = location.partition("?")[0]
    if not location:
        return ""
    if location.startswith("/"):
        raise BadAddressError("assumes that the site stands at its host's root")
    if "\\" in location:
        raise BadAddressError("has a backslash")
    try:
        parts = unquote(location, errors="strict").split("/")
    except UnicodeDecodeError as error:
        raise BadAddressError("is not UTF-8") from error
    if "\n" in "".join(parts):
        raise BadAddressError("has a line end")
    if parts[-1] in ("", ".", ".."):
        raise BadAddressError("names a folder, not a file")
    return "/".join(_climbed(folder.split("/")[:-1], parts))


def _climbed(path: list[str], parts: list[str]) -> list[str]:
    for part in parts:
        if part == ".." and not path:
            raise BadAddressError("leads out of the site")
        if part == "..":
            path = path[:-1]
        elif part != ".":
            path = [*path, part]
    return path
