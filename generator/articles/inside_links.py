"""Hands the links of an imported text that lead to no other host to the archive, which knows what became of targets."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import quote, unquote, urlsplit

from generator.articles.anchors import SECTION
from generator.articles.article import SITE_SCHEME
from generator.urls import slugify

_ASKED = SITE_SCHEME + "article/"
_MEDIA = SITE_SCHEME + "media/"
_TAG = re.compile(r"<(?:a|img)\b(?:[^>\"]|\"[^\"]*\")*>")
_ADDRESS = re.compile(r"(\s(?:href|src)=)\"([^\"]*)\"")
_ID = re.compile(r"<[a-z][a-z0-9]*(?:[^>\"]|\"[^\"]*\")*?\sid=\"([^\"]*)\"")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def host_of(address: str) -> str:
    """The host that an address names, in the form in which hosts are compared; empty where it names none."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def ask_archive(html: str, host: str) -> str:
    """The sanitised body of an imported article, its inside addresses being such as the archive looks up.

    Inside are those without a host, and those of the `host` from which the article comes (see `host_of`). They were
    written for another site, so they may lead nowhere: the archive finds out what they mean, and takes what it does not
    find out of the page, unless it has a host. A section of another article is asked for in this site's own form alone,
    since another site's may not be there; of its own sections an article knows the ids.
    """
    if "<a " not in html and "<img " not in html:
        return html
    ids = {unescape(id_) for id_ in _ID.findall(html)}

    def asked(address: re.Match[str]) -> str:
        return f'{address[1]}"{escape(_asked(unescape(address[2]), ids, host))}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(asked, tag[0]), html)


def _asked(address: str, ids: set[str], host: str) -> str:
    name, sign, fragment = address.partition("#")
    if address.startswith("#"):
        return _in_same_article(address, unquote(fragment), ids)
    if address.startswith(_MEDIA):
        return _ASKED + quote(name.removeprefix(SITE_SCHEME), safe="") + sign + fragment
    if _SCHEME.match(address) and not address.startswith(_ASKED):
        is_inside = host and address.startswith(("http://", "https://")) and host_of(address) == host
        return _ASKED + quote(address, safe="") if is_inside else address
    asked = name if address.startswith(_ASKED) else _ASKED + quote(name, safe="")
    return f"{asked}#{fragment}" if fragment.startswith(SECTION) else asked


def _in_same_article(address: str, id_: str, ids: set[str]) -> str:
    """The address of an element of the article; other sites give headings the same ids without what ours begin with."""
    if id_ in ids or id_.casefold() in ("", "top"):
        return address
    section = SECTION + slugify(id_)
    return f"#{section}" if section in ids else _ASKED + quote(address, safe="")


_ASKED_IMAGE = re.compile(rf"<img\b(?:[^>\"]|\"[^\"]*\")*?\ssrc=\"{_ASKED}([^\"]*)\"(?:[^>\"]|\"[^\"]*\")*>")
_ALT = re.compile(r"\salt=\"([^\"]*)\"")


def _names_media(address: str) -> bool:
    return address.startswith("media/")


def with_words_of_images(html: str, is_there: Callable[[str], bool] = _names_media) -> str:
    """The HTML with the words for it in the place of each picture that is not there: they are what readers see.

    `is_there` is asked of the addresses that the archive looks up. Where no archive is known, only a name in
    `content/media/` counts.
    """

    def shown(tag: re.Match[str]) -> str:
        return tag[0] if is_there(unquote(unescape(tag[1]))) else words_of_image(tag[0])

    return _ASKED_IMAGE.sub(shown, html)


def words_of_image(tag: str) -> str:
    """The words, as HTML, that stand for the picture of an `img` tag."""
    alt = _ALT.search(tag)
    return alt[1] if alt else ""
