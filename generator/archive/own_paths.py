"""The paths that the site keeps for itself: no free page and no alias may take them."""

from __future__ import annotations

import re

from generator.archive.values import Kind

OWN_PAGES = frozenset(
    {
        "404.html",
        "about.html",
        "feed.atom",
        "index.html",
        "licenses.html",
        "random.html",
        "robots.txt",
        "search.html",
        "sitemap.xml",
        "timeline.html",
        "together.html",
    }
)
"""The site's pages and files at its root."""

OWN_FOLDERS = ("assets", "exports", "media", "random", "search", "timeline")
"""Folders in which every path is the site's."""

FOLDERS_OF_LISTS = ("articles", *(kind.value for kind in Kind))
"""Folders whose `index.html` and `page-N.html` are the site's."""

_LIST_PAGE = re.compile(rf"(?:{'|'.join(FOLDERS_OF_LISTS)})/(?:index|page-\d+)\.html|sitemap-\d+\.xml")


def is_own_path(path: str) -> bool:
    """Whether the site itself makes `path`, or may make it, whatever the archive holds; without regard to case."""
    path = path.casefold()
    return path in OWN_PAGES or path.split("/")[0] in OWN_FOLDERS or _LIST_PAGE.fullmatch(path) is not None


def is_own_slug(slug: str) -> bool:
    """Whether a free page of that slug would take the place of a page of the site's; `about` is there to be written."""
    return slug != "about" and f"{slug}.html" in OWN_PAGES
