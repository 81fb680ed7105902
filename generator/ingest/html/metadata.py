"""What a page's markup says of its article: a finding for each line that says it, before any rule runs."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from generator.articles.html.lines import ViewLine
from generator.ingest.blocks import Block, fold
from generator.ingest.findings import Finding, Settings
from generator.ingest.html.authors import find_authors, persons
from generator.ingest.html.claims import Claims
from generator.ingest.html.dates import find_page_dates
from generator.ingest.html.deks import find_deks
from generator.ingest.html.facts import PageFacts
from generator.ingest.html.furniture import Furniture
from generator.ingest.html.numeric_order import numeric_order
from generator.ingest.html.publication import find_address, find_publication, host_names, said_names, shown_names
from generator.ingest.html.subjects import find_language, find_rights, find_summary, find_tags
from generator.ingest.html.titles import find_title

METADATA = "metadata"
"""The name under which the ledger records what the page's markup says."""


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the markup says, as findings, and the rules that would only guess it again."""

    findings: tuple[tuple[Finding, str], ...]
    """For each metadata line, and for the lines of text that show the title, the authors or the dates."""
    forbidden: frozenset[str]
    likely: frozenset[int]
    """Indexes of lines outside the text that the rules should look at all the same."""


def page_metadata(
    lines: Sequence[ViewLine],
    blocks: Sequence[Block],
    inside: Collection[int],
    furniture: Furniture,
    settings: Settings,
) -> PageMetadata:
    """What the lines of a page's view say of its article; `blocks` are those lines, one for each.

    `inside` are the indexes of those that are its text.
    """
    facts = PageFacts(lines, blocks)
    claims = Claims(facts)
    address = find_address(facts)
    shown = {fold(name) for name in shown_names(facts, address.value if address else "")}
    names = shown | {fold(said.value) for said in said_names(facts)}
    title = find_title(facts, names)
    visible = title is not None and lines[title.blocks[0]].datum is None
    place = title.blocks[0] if title and visible else None
    publication = find_publication(facts, shown, title.text if title else "")
    authors = find_authors(facts, place, names | (host_names(address.value if address else "") - persons(facts)))
    language = find_language(facts)
    order = settings.numeric_dates or numeric_order(
        facts, address.value if address else "", language.value if language else ""
    )
    dates = find_page_dates(facts, place, address, order)
    if title:
        claims.title(title)
    deks = find_deks(facts, place, inside, furniture, settings)
    summary = None if deks.told else find_summary(facts, title.text if title else "")
    for said, key in (
        (publication, "publication"),
        (address, "url"),
        (language, "language"),
        (summary, "summary"),
        (find_rights(facts), "rights"),
    ):
        if said:
            claims.say(said.block, key, said.value)
    tags, tag_blocks = find_tags(facts, names)
    for block in tag_blocks:
        claims.say(block, "tags", tags)
    claims.authors(authors)
    claims.dates(dates)
    claims.deks(deks.told)
    claims.repetitions(place, authors, dates, order)
    forbidden = [name for name, known in (("title", title), ("dek", deks.told or summary)) if known]
    findings = tuple((finding, METADATA) for finding in claims.findings())
    return PageMetadata(findings, frozenset(forbidden), frozenset(deks.likely))
