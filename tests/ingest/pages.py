"""Made-up pages, and what is read of their metadata."""

from __future__ import annotations

import json

from generator.articles.html.view import view_page
from generator.ingest.findings import Finding, Settings, Value
from generator.ingest.html.article import find_article
from generator.ingest.html.block import html_block
from generator.ingest.html.furniture import Furniture
from generator.ingest.html.link_addresses import Addresses
from generator.ingest.html.metadata import PageMetadata, page_metadata
from generator.ingest.typography import normalise

TEXT = (
    "<p>The ferry to the outer islands left the harbour an hour late on its first day, with forty passengers and a "
    "brass band aboard, and nobody on the pier seemed to mind the delay in the least.</p>"
    "<p>By noon the wind had turned, the band had run out of tunes, and the captain told everyone on deck that the "
    "crossing would be made every day until the autumn storms put an end to it.</p>"
)


def metadata(page: str, settings: Settings | None = None) -> PageMetadata:
    view = view_page(page)
    addresses = Addresses(view)
    lines = [line for line in view.lines if normalise(line.text)]
    blocks = [html_block(index, index + 1, line, normalise(line.text), addresses) for index, line in enumerate(lines)]
    furniture = Furniture()
    inside = find_article(lines, blocks, furniture).inside
    return page_metadata(lines, blocks, inside, furniture, settings or Settings())


def values(page: str, settings: Settings | None = None) -> dict[str, Value]:
    """The first value of each key, as the findings have it."""
    said: dict[str, Value] = {}
    for finding, _ in metadata(page, settings).findings:
        for key, value in finding.values.items():
            said.setdefault(key, value)
    return said


def page(head: str = "", body: str = "<h1>The ferry sails again</h1>", after: str = "") -> str:
    return f"<html><head>{head}</head><body><article>{body}{TEXT}{after}</article></body></html>"


def meta(**named: str) -> str:
    return "".join(f'<meta name="{name.replace("__", ":")}" content="{value}">' for name, value in named.items())


def json_ld(*objects: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in objects)


def shown(html: str, line: str) -> Finding | None:
    """The finding of the line of text that reads `line`."""
    view = view_page(html)
    texts = [normalise(entry.text) for entry in view.lines if normalise(entry.text)]
    found = {finding.block: finding for finding, _ in metadata(html).findings}
    return found.get(texts.index(line))
