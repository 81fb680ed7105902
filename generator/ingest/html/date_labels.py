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
    r"\b(?:published|posted|submitted|first published|written|veröffentlicht|erschienen|erscheinungsdatum|erstellt|"
    r"online seit|eingestellt|gepostet|geschrieben|publiée?|parue?|mise? en ligne|postée?|publicad[oa]|publicación|"
    r"postado|publicação|pubblicat[oa]|gepubliceerd|geplaatst|opublikowan[oya]|data publikacji|publicera[dt]|publisert|"
    r"udgivet|offentliggjort|julkaistu|publicat|publikováno|zveřejněno|közzétéve|megjelent|yayınlan\w*|yayım\w*|"
    r"δημοσιεύ\w*|опубликован\w*|опубліковано|公開日|掲載|发布|發布|发表|發表|입력|등록)\b",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(r"\b(?:date|datum|fecha|data|дата)\b", re.IGNORECASE)
_UPDATED_WORDS = re.compile(r"更新|修正")
_NOT_OF_THE_ARTICLE = re.compile(
    r"©|\(c\)|\b(?:copyright|retrieved|accessed|crawled|archived on|captured|downloaded|abgerufen|consulté|join(?:ed|"
    r" date)|member since|"
    r"registered|registriert|since|established|founded|gegründet|mitglied seit|dabei seit|born|geboren|last login)\b",
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
    label = _GLUED.sub(" ", label)
    if names_update(label) or _UPDATED_WORDS.search(label):
        return (Trust.LABELLED, True) if around or updated else None
    if published:
        return Trust.LABELLED, False
    if around and (_PUBLISHED_WORDS.search(label) or _DATE_WORDS.search(label) or _PUBLISHED_BEHIND.match(behind)):
        return Trust.LABELLED, False
    if updated:
        return Trust.NEARBY, True
    return (Trust.NEARBY, False) if bare else None


_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
"""Where a name was run together with the word behind it: `Ida LundUpdated`."""


def is_update_behind(text: str) -> bool:
    """Whether what stands behind a line's last date says that it is of an update: `3 May 2019 – updated 10:20`."""
    return _UPDATED_BEHIND.match(text) is not None


_UPDATED_BEHIND = re.compile(r"\W{0,5}(?:last )?(?:updated|aktualisiert|更新)\b", re.IGNORECASE)


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


@lru_cache(maxsize=4096)
def names_details(names: str) -> bool:
    """Whether names say that an element tells of an article who wrote it and when."""
    return _DETAILS_NAMES.search(names) is not None


_DETAILS_NAMES = re.compile(r"(?:^|[\s_-])(?:entry|post|article|story)[_-]?(?:footers?|meta(?:data)?|info)(?=$|[\s_-])")


def tells_publication(text: str) -> bool:
    """Whether a text speaks of publishing."""
    return _PUBLISHED_WORDS.search(text) is not None


_LONGEST_LABEL = 30
"""Characters of a line that is but the label of the date below it."""


def is_publication_label(text: str) -> bool:
    """Whether a line is but a word such as `Published`, or that with a word such as `date` or `on`."""
    return len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(text) is not None


def is_first_label(label: str) -> bool:
    """Whether the words before a date are but `First published` or `Originally published on`."""
    return _FIRST_LABEL.fullmatch(label) is not None


_FIRST_LABEL = re.compile(
    r"\W*(?:(?:this (?:article|post|story) (?:was|first appeared) )?(?:first|originally) (?:published|posted|appeared)|"
    r"erstmals (?:veröffentlicht|erschienen)|zuerst (?:veröffentlicht|erschienen)|première publication|"
    r"publicado originalmente)(?: (?:on|am|le|el|em))?\W*",
    re.IGNORECASE,
)


def opens_with_label(text: str) -> bool:
    """Whether a line begins with such a label: `Posted on 3 May 2019 by Ida Lund.`"""
    return _LABEL.match(text) is not None


_LABEL = re.compile(
    rf"\W*(?:date of )?(?:{_PUBLISHED_WORDS.pattern}|publish|publication)(?:[ _-](?:on|am|le|el|il|op|date|datum))?\W*",
    re.IGNORECASE,
)


def posting(text: str) -> re.Match[str] | None:
    """What opens a sentence such as `This entry was posted on 3 May 2019 and is filed under …`."""
    return _POSTING.match(text)


_POSTING = re.compile(
    r"\W*(?:this|dieser|diese|cet(?:te)?|est[ea]|dit) (?:entry|post|article|story|eintrag|beitrag|artikel|article|"
    r"entrada|artículo|bericht)\b[^.]{0,60}?\b"
    r"(?:posted|published|written|added|wurde(?: am)?|publiée?|publicad[oa]|geplaatst)\b|"
    r".{2,150}?\b(?:wurde am|was (?:posted|published|written)(?: on)?)\b"
    r"(?=.{6,80}\b(?:filed under|gepostet|veröffentlicht|geschrieben|abgelegt)\b)",
    re.IGNORECASE,
)
