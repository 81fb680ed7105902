"""Looks up the terms that are to have feeds of their own, as site.yaml chooses them by name or id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from generator.archive.authorities import Authorities
from generator.archive.names import KnownNames, fold
from generator.archive.references import which_id
from generator.archive.values import Kind, Term
from generator.config import SITE_YAML, Feed

if TYPE_CHECKING:
    from generator.problems import Problems


def chosen_feeds(
    feeds: Sequence[Feed], terms: Mapping[Kind, Sequence[Term]], authorities: Authorities, problems: Problems
) -> tuple[tuple[Kind, str], ...]:
    """The kinds and ids of the terms that `feeds` means, each once, in the order in which they are named.

    A name that nothing has is an error, as is one that several authorities share. What stands in its authority file
    but in no article has no page, and so no feed: a warning, since the next article may bring both.
    """
    chosen: dict[tuple[Kind, str], None] = {}
    for feed in feeds:
        kind = Kind(feed.kind)
        id_ = _meant(feed, kind, terms[kind], authorities, problems)
        if id_ is None:
            continue
        if any(term.id == id_ for term in terms[kind]):
            chosen[kind, id_] = None
        else:
            text = f"`feeds: {kind}`: “{feed.name}” stands in no article"
            problems.warning(SITE_YAML, feed.line, text, "there will be a feed as soon as one names it")
    return tuple(chosen)


def _meant(feed: Feed, kind: Kind, terms: Sequence[Term], authorities: Authorities, problems: Problems) -> str | None:
    """The id that a feed's name stands for: an id, an authority's name or variant, or a plain name."""
    if any(term.id == feed.name for term in terms):
        return feed.name
    found = authorities.find(kind, feed.name)
    if len(found) > 1:
        text = f"`feeds: {kind}`: “{feed.name}” may be several"
        problems.error(SITE_YAML, feed.line, text, which_id(found))
        return None
    folded = fold(feed.name)
    ids = [entry.id for entry in found] + [term.id for term in terms if folded and fold(term.name) == folded]
    if ids:
        return ids[0]
    known = KnownNames(term.name for term in terms)
    text = f"`feeds: {kind}`: nothing here has the name or id “{feed.name}”"
    problems.error(SITE_YAML, feed.line, text, known.hint(feed.name, f"the site's page {kind}/index.html lists them"))
    return None
