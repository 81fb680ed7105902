"""The fields of the index, and how much a word counts in each."""

from __future__ import annotations

BOOSTS = {
    "title": 10,
    "summary": 3,
    "author": 5,
    "people": 5,
    "places": 5,
    "organizations": 5,
    "tags": 5,
    "publication": 3,
    "body": 1,
}
"""The index's fields, and how much more a word counts in each than in the body."""

FIELDS = tuple(BOOSTS)
"""A posting names a field by its position here."""

BODY = FIELDS.index("body")
