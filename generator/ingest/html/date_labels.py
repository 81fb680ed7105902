"""Tells what a shown date is of, by the words before it and by the names of its element."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.ingest.html.date_values import Trust
from generator.ingest.rules.datelines import names_update

_PUBLISHED_NAMES = re.compile(
    r"itemprop:datepublished|"
    r"(?:^|[\s_-])(?:published|publi[sc]h(?:ed|ing)?[_-]?(?:date|on|at|time)?|pub[_-]?date|posted[_-]?on|posted|created|"
    r"(?:entry|post|article|story|news)[_-]?(?:meta[_-]?)?(?:date|time|datum)|date[_-]?(?:posted|published|header|created)|"
    r"veroeffentlicht)(?=$|[\s_-])"
)
_UPDATED_NAMES = re.compile(
    r"itemprop:datemodified|"
    r"(?:^|[\s_-])(?:updated?|modified|last[_-]?(?:mod|change|update)\w*|aktualisiert)(?=$|[\s_-])"
)
_DATE_NAMES = re.compile(
    r"date|datum|time|fecha|dato|"
    r"(?:^|[\s_-])(?:meta|byline|info|author|submitted|stamp|credit|publi\w*|infoline|kicker|topline)(?=$|[\s_-])"
)
_PUBLISHED_WORDS = re.compile(
    r"\b(?:published|posted|released|first published|written|veröffentlicht|erschienen|erscheinungsdatum|erstellt|"
    r"online seit|eingestellt|gepostet|geschrieben|publié|paru|mis en ligne|publicad[oa]|pubblicato|gepubliceerd|"
    r"geplaatst|opublikowano|publicerad|publisert|udgivet|julkaistu|опубликован\w*|опубліковано|公開日|掲載|发布|發布)\b",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(r"\b(?:date|datum|fecha|data|дата)\b", re.IGNORECASE)
_UPDATED_WORDS = re.compile(r"更新|修正")
_NOT_OF_THE_ARTICLE = re.compile(
    r"©|\(c\)|\b(?:copyright|retrieved|accessed|crawled|archived on|captured|downloaded|abgerufen|consulté|joined|"
    r"registered|registriert|member since|mitglied seit|dabei seit|born|geboren|last login)\b",
    re.IGNORECASE,
)
_PUBLISHED_BEHIND = re.compile(r"[\s\d:時分点]*(?:公開|掲載|配信|发布|發布)")


def shown_trust(names: str, label: str, behind: str, bare: bool, around: bool) -> tuple[Trust, bool] | None:
    """How far a shown date can be trusted, and whether it is of an update; None where it is neither's.

    `names` are those of the elements around it, `label` and `behind` the words before and behind it. `bare`: whether
    a date without words is the article's at this place; `around`: whether the place is about the article at all.
    """
    if _NOT_OF_THE_ARTICLE.search(label):
        return None
    published, updated = _named(names)
    if names_update(label) or _UPDATED_WORDS.search(label):
        return (Trust.LABELLED, True) if around or updated else None
    if published:
        return Trust.LABELLED, False
    if around and (_PUBLISHED_WORDS.search(label) or _DATE_WORDS.search(label) or _PUBLISHED_BEHIND.match(behind)):
        return Trust.LABELLED, False
    if updated:
        return Trust.NEARBY, True
    return (Trust.NEARBY, False) if bare else None


@lru_cache(maxsize=4096)
def _named(names: str) -> tuple[bool, bool]:
    return _PUBLISHED_NAMES.search(names) is not None, _UPDATED_NAMES.search(names) is not None


def names_publication(names: str) -> bool:
    """Whether names say that an element tells when the article was published, and not when a comment was."""
    return _named(names)[0] and "comment-" not in names


@lru_cache(maxsize=4096)
def names_date(names: str) -> bool:
    """Whether names say that an element tells a date, or something else about the article."""
    return _DATE_NAMES.search(names) is not None


def tells_publication(text: str) -> bool:
    """Whether a text speaks of publishing."""
    return _PUBLISHED_WORDS.search(text) is not None


_LONGEST_LABEL = 30
"""Characters of a line that is but the label of the date below it."""


def is_publication_label(text: str) -> bool:
    """Whether a line is but a word such as `Published`, or that with a word such as `date` or `on`."""
    return len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(text) is not None


_LABEL = re.compile(
    rf"\W*(?:date of )?(?:{_PUBLISHED_WORDS.pattern}|publish|publication)(?:[ _-](?:on|am|le|el|il|op|date|datum))?\W*",
    re.IGNORECASE,
)
