"""Finds what a page's site calls itself, and its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from generator.articles.html.data import DataSource
from generator.articles.html.lines import Mark, Style
from generator.ingest.blocks import fold
from generator.ingest.html.facts import PageFacts, Said
from generator.ingest.typography import normalise

_LONGEST_NAME = 12
"""Words."""


def find_address(facts: PageFacts) -> Said | None:
    """The page's own address, where it tells it whole."""
    told = [*facts.of(DataSource.LINK, "canonical"), *facts.meta("og:url", "parsely-link", "twitter:url")]
    for node in facts.articles:
        told += [Said(leaf.value, leaf.block) for leaf in (node.first("url"), node.first("mainEntityOfPage")) if leaf]
    return next((said for said in told if _is_page(said.value)), None)


def _is_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in parts.netloc and bool(parts.path.strip("/") or parts.query)


def said_names(facts: PageFacts) -> Iterator[Said]:
    """What the metadata says is the publication's name, the best first."""
    yield from (said for said in facts.meta("og:site_name") if _is_name(said.value))
    for node in facts.articles:
        for publisher in node.children.get("publisher", ()):
            holder = facts.json.resolved(publisher)
            name = holder.first("name")
            if name and "Person" not in holder.types and _is_name(name.value):
                yield Said(normalise(name.value).strip(), name.block)
    yield from (said for said in facts.meta("citation_journal_title", "prism.publicationname") if _is_name(said.value))
    for site in facts.json.of_type("WebSite"):
        name = site.first("name")
        if name and _is_name(name.value):
            yield Said(normalise(name.value).strip(), name.block)


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= _LONGEST_NAME and "://" not in text and any(map(str.isalpha, text))


def host_names(address: str) -> set[str]:
    """A host's name with and without its ending, in letters and digits alone: what is no author's name."""
    host = _host(address)
    labels = host.split(".")
    return {
        fold("".join(labels)).replace(" ", ""),
        fold(host),
        *(fold(label).replace(" ", "") for label in labels[:-1]),
    } - {""}


def shown_names(facts: PageFacts, address: str) -> Iterator[str]:
    """What the page shows as its site's name, in no order: what leads to the front page or is marked as its name."""
    host = _host(address)
    for index in {*facts.text[:_AT_TOP], *facts.text[-_AT_FOOT:]}:
        line = facts.lines[index]
        length = len(line.text)
        if length > _LONGEST_SHOWN:
            continue
        around = line.element.parent
        if _is_banner(line.element.names) or (around is not None and _is_banner(around.names)):
            yield facts.blocks[index].text
            continue
        link = next((mark for mark in line.marks if mark.style is Style.LINK), None)
        if link and link.end - link.start >= length - _MARKER and _leads_home(link, address, host):
            yield facts.blocks[index].text


_AT_TOP, _AT_FOOT = 80, 30
"""Lines of text at a page's top and foot, where it shows its site's name."""
_LONGEST_SHOWN = 100
_MARKER = 4
"""Characters of a bullet or number before a link."""
_BANNER = re.compile(
    r"(?:^|[\s_-])(?:site|blog|web)[_-]?(?:title|name|logo|branding)(?=$|[\s_-])|"
    r"(?:^|\s)(?:logo|brand|branding|rel:home)(?=$|\s)"
)


@lru_cache(maxsize=8192)
def _is_banner(names: str) -> bool:
    return bool(names) and _BANNER.search(names) is not None


def _leads_home(link: Mark, address: str, host: str) -> bool:
    if "home" in link.written and "rel:home" in link.names:
        return True
    target = link.address
    own, slashes, rest = target.partition("//")
    if not slashes or own not in ("", "http:", "https:"):
        return bool(target) and _HOME_PATH.fullmatch(target) is not None
    there, _, path = rest.partition("/")
    if _HOME_PATH.fullmatch(path):
        return not host or there.removeprefix("www.") == host
    # A blog may be in a folder of its host.
    folder = path.strip("/")
    return (
        "/" not in folder and address.startswith(f"{target.rstrip('/')}/") and address.rstrip("/") != target.rstrip("/")
    )


_HOME_PATH = re.compile(r"(?:(?:\./|/)?(?:(?:index|default|home)\.\w+)?|\./?)")


def _host(address: str) -> str:
    return address.partition("//")[2].partition("/")[0].partition(":")[0].lower().removeprefix("www.")


def find_publication(facts: PageFacts, shown: set[str], title: str) -> Said | None:
    """The publication: what metadata calls it, or the part of `<title>` that the page shows as its site's name.

    `shown` are folded.
    """
    said = list(said_names(facts))
    told = [
        Said(part.strip(), entry.block) for entry in facts.of(DataSource.TITLE, "title")[:1] for part in _parts(entry)
    ]
    if said:
        return _as_people_write_it(said[0], [*said[1:], *told])
    for part in told:
        folded = fold(part.value)
        if folded in shown and folded != fold(title) and folded not in _NO_NAMES:
            return part
    return None


def _parts(title: Said) -> list[str]:
    return re.split(r"\s+[|•·»«›:–—-]+\s+|\s*\|\s*", title.value)


def _as_people_write_it(said: Said, others: Sequence[Said]) -> Said:
    """A name without the company behind it; one for machines (`islandpost`) as another place has it (`Island Post`)."""
    parts = _parts(said)
    if len(parts) > 1 and _COMPANY.search(parts[-1]) and not _COMPANY.search(parts[0]):
        said = Said(parts[0], said.block)
    if " " in said.value or said.value != said.value.lower():
        return said
    letters = _bare(said.value)
    better = (other for other in others if _bare(other.value) == letters and other.value != other.value.lower())
    return min(better, key=lambda other: len(other.value), default=said)


_COMPANY = re.compile(r"\b(?:GmbH|AG|KG|Ltd|Limited|Inc|LLC|PLC|plc|SpA|S\.p\.A|S\.A|SAS|B\.V|AB|ApS|Oy|ООО|АО)\b")
_ENDING = re.compile(r"\.[a-z]{2,4}$")


def _bare(name: str) -> str:
    """A name's letters, without the ending of a host's."""
    return fold(_ENDING.sub("", name.lower())).replace(" ", "")


_NO_NAMES = frozenset(
    "home startseite start news nachrichten aktuelles blog magazin magazine inicio accueil главная".split()
)
"""What leads to the front page and is no name."""
