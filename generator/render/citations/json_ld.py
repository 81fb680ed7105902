"""Says what an article is in the words of https://schema.org, as JSON-LD for a page's head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from generator.archive.values import Kind, Term
from generator.render.citations.item import Item, ItemKind
from generator.render.citations.licenses import license_of
from generator.render.citations.names import Name

_TYPES = {Kind.PEOPLE: "Person", Kind.PLACES: "Place", Kind.ORGANIZATIONS: "Organization"}


def json_ld(item: Item, *, is_news: bool = False, mentions: Sequence[Term] = ()) -> str:
    """The text of a `script` element of the type `application/ld+json`, safe there whatever the article says.

    `is_news` is for the archive's keeper to say: that an article had a publication does not make it news, and what is
    invented or a comment is none. So a `NewsArticle` is only what is news and had a publication; all else is an
    `Article`. `mentions` are people, places and organizations of the article.
    """
    text = msgspec.json.encode(_article(item, is_news, mentions)).decode()
    # Inside a script, `</script` and `<!--` would be read as HTML.
    return (
        text.replace("<", "\\u003c").replace(">", "\\u003e").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    )


def _article(item: Item, is_news: bool, mentions: Sequence[Term]) -> dict[str, Any]:
    license_ = license_of(item.rights)
    kind = "NewsArticle" if is_news and item.kind is ItemKind.ARTICLE else "Article"
    return _known(
        {
            "@context": "https://schema.org",
            "@type": kind,
            "headline": item.title,
            "url": item.page,
            "author": [_author(name) for name in item.authors],
            "datePublished": item.issued.iso if item.issued else "",
            "temporal": item.issued.edtf if item.issued and not item.issued.is_exact else "",
            "inLanguage": item.language,
            "abstract": item.summary,
            "keywords": list(item.keywords),
            "isPartOf": _containers(item),
            "isBasedOn": _original(item),
            "license": license_.address if license_ else "",
            "copyrightNotice": item.rights,
            "creativeWorkStatus": "Withdrawn" if item.withdrawn else "",
            "identifier": _fingerprint(item),
            "mentions": [_mention(term) for term in mentions if term.kind in _TYPES],
        }
    )


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _author(name: Name) -> dict[str, Any] | str:
    """A person or an organization where that is known; the bare name where it may be either."""
    if name.is_organization:
        return {"@type": "Organization", "name": name.literal}
    if not name.family:
        return name.literal
    return _known(
        {"@type": "Person", "name": name.straight, "familyName": name.full_family, "givenName": name.given}
        | {"honorificSuffix": name.suffix}
    )


def _containers(item: Item) -> list[dict[str, Any]]:
    """The publication, and this archive."""
    archive = {"@type": "WebSite", "name": item.archive}
    if item.is_only_here:
        return [archive]
    kind = "Periodical" if item.kind is ItemKind.ARTICLE else "WebSite"
    return [{"@type": kind, "name": item.container}, archive]


def _original(item: Item) -> dict[str, Any] | None:
    """The page where the article was first published, of which this archive's is the copy."""
    if not item.first_published:
        return None
    return _known({"@type": "WebPage", "url": item.first_published, "archivedAt": item.page})


def _fingerprint(item: Item) -> dict[str, Any] | None:
    if not item.sha256:
        return None
    return {"@type": "PropertyValue", "name": "Source as received", "propertyID": "SHA-256", "value": item.sha256}


def _mention(term: Term) -> dict[str, Any]:
    links = list(term.authority.links) if term.authority else []
    return _known({"@type": _TYPES[term.kind], "name": term.name, "sameAs": links})
