"""Slugs, and the way from one page of the site to another."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container
from functools import lru_cache
from urllib.parse import quote

MAX_SLUG = 60
"""Characters. Keeps `articles/<slug>/source.html` well within the 255 bytes that file systems allow a name."""

# Windows refuses these as file names whatever the ending; `index` and `page-N` are the site's own list pages.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index|page-\d+)$")


@lru_cache(maxsize=65_536)
def slugify(text: str) -> str:
    """The slug of a title or name: lower-case ASCII letters, digits and single hyphens, at most `MAX_SLUG` long.

    Letters of other scripts are transliterated. Text that leaves nothing (`!!!`, an emoji) gets `untitled-` and
    eight digits of its hash, so that its slug does not depend on what else is in the archive. Names that a file
    system or the site's own pages claim (`con`, `index`, `page-2`) get `-text` appended.
    """
    from slugify import slugify as transliterate

    # The apostrophe would part a word in two: "Moscow's" is to be `moscows`.
    slug = str(
        transliterate(re.sub(r"(?<=\w)['’](?=\w)", "", text), max_length=MAX_SLUG, word_boundary=True, save_order=True)
    )
    if not slug:
        return "untitled-" + hashlib.sha256(text.encode()).hexdigest()[:8]
    return slug[: MAX_SLUG - len("-text")] + "-text" if _DEVICE.match(slug) else slug


def unique_slug(text: str, taken: Container[str]) -> str:
    """The slug of `text`, with the first of `-2`, `-3` … that makes it differ from all in `taken`."""
    slug = candidate = slugify(text)
    # The second of `page` would be `page-2`, which is the name of a list's own page.
    slug = "page-text" if slug == "page" else slug
    number = 2
    while candidate in taken:
        suffix = f"-{number}"
        candidate = slug[: MAX_SLUG - len(suffix)].rstrip("-") + suffix
        number += 1
    return candidate


def is_slug(text: str) -> bool:
    """Whether `text` can be the name of a page: what `slugify` makes, with any length a file name may have."""
    return re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) is not None and _DEVICE.match(text) is None


def relative_url(from_page: str, to_path: str) -> str:
    """The address in the page `from_page` that leads to `to_path`; both are paths from the site's root.

    `to_path` may end in `#fragment`. A page's link to itself names the file, so it works when saved or moved.
    """
    folder, up = from_page[: from_page.rfind("/") + 1], ""
    while not to_path.startswith(folder):
        folder, up = folder[: folder.rfind("/", 0, -1) + 1], up + "../"
    return up + _quoted(to_path[len(folder) :])


@lru_cache(maxsize=65_536)
def _quoted(address: str) -> str:
    path, _, fragment = address.partition("#")
    return f"{quote(path)}#{quote(fragment)}" if fragment else quote(path)


def content_hash(data: bytes) -> str:
    """The ten hexadecimal digits of a file's SHA-256 that go into its name, so that it can be cached for ever."""
    return hashlib.sha256(data).hexdigest()[:10]


def hashed_name(path: str, data: bytes) -> str:
    """`style.css` and its bytes give `style.0123456789.css`."""
    stem, dot, ending = path.rpartition(".")
    return f"{stem}.{content_hash(data)}{dot}{ending}"
