"""Finds when a page was published and updated, from its metadata and from its marked-up lines; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit

from generator.articles.edtf_date import parse_edtf
from generator.ingest.dates import NumericDates
from generator.ingest.html.date_values import DateSaid, Trust, metadata_date, other_days
from generator.ingest.html.facts import PageFacts, Said
from generator.ingest.html.json_ld import Node
from generator.ingest.html.shown_dates import shown_dates

_PUBLISHED = re.compile(
    r"(?:^|[\W_])(?:(?:original)?(?:publish(?:ed)?|publication|pub|posted|display|p)[\W_]?(?:date|time|at|on)|published|posted|"
    r"date[\W_]?(?:published|issued)|dcterms\.issued|citation_(?:online_)?date|sailthru\.date|article_date_original|"
    r"dateline)$"
)
"""Names of `meta` elements, in small letters; what stands before the last word in them is each program's own."""
_CREATED = (
    "dc.date",
    "dc:date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.created",
    "created",
    "date",
    "datecreated",
    "article:date",
)
_UPDATED = (
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "og:updated_time",
    "dc.date.modified",
    "dcterms.modified",
    "article:modified",
    "shareaholic:article_modified_time",
    "lastmod",
    "revised",
    "updated_time",
)


@dataclass(frozen=True, slots=True)
class PageDates:
    """What a page tells; None where it tells nothing."""

    published: DateSaid | None
    updated: DateSaid | None


def find_page_dates(
    facts: PageFacts, title: int | None, address: Said | None, numeric_dates: NumericDates
) -> PageDates:
    """When the page was published and updated.

    `title` is the index of the visible title's block, `address` the page's own.
    """
    shown = list(shown_dates(facts, title, numeric_dates))
    updates = [*_updated(facts, numeric_dates), *(said for said, update in shown if update)]
    update = max(updates, key=lambda said: (said.trust, said.date, -said.block), default=None)
    told = [*_published(facts, numeric_dates), *(said for said, update in shown if not update)]
    told = _with_address(told, list(_from_address(facts, address)))
    if update is not None:
        # What metadata calls but a date is that of the update, where it is the same day.
        told = [said for said in told if said.trust > Trust.CREATED or said.date < update.date]
    best = _best(told, shown, update)
    if best is not None and best.others:
        best = _where_written(best, told)
    best = _first_shown(best, [said for said, update in shown if not update and not facts.is_foreign(said.block)])
    later = update is not None and (best is None or update.date > best.date)
    return PageDates(best, update if later else None)


def _best(told: Sequence[DateSaid], shown: Sequence[tuple[DateSaid, bool]], update: DateSaid | None) -> DateSaid | None:
    """The witness that counts most; where it tells but a year or month, the best of those that tell the day in it.

    Where metadata tells several days, it is the one that the page shows, else the earliest that is not the update's;
    an update long after is not the publication, though the page show its day alone.
    """
    if not told:
        return None
    greatest = max(map(_rank, told))
    equal = [said for said in told if _rank(said) == greatest]
    exact = [said for said in told if said.date.startswith(equal[0].date) and len(said.date) > len(equal[0].date)]
    if exact:
        return _best(exact, shown, update)
    if equal[0].trust < Trust.PAGE:
        return max(equal, key=lambda said: (said.nearness, -said.block))
    seen = {said.date for said, of_update in shown if said.nearness > -_FAR and not (of_update and said.in_words)}
    others = {said.date for said in equal if update is None or said.date != update.date}
    if update and others and _is_long_after(update.date, min(others)):
        seen -= {update.date}
    beside = {said.date for said, of_update in shown if said.nearness >= -_BESIDE and not of_update} & seen
    for days in (beside, seen, others):
        equal = [said for said in equal if said.date in days] or equal
    return min(equal, key=lambda said: (said.date, said.block))


def _is_long_after(day: str, other: str) -> bool:
    if len(day) < _DAY or len(other) < _DAY:
        return day[: len(other)] > other[: len(day)]
    return date.fromisoformat(day) - date.fromisoformat(other) > _LONG


_LONG = timedelta(days=31)
"""What is changed sooner may be shown as published then."""


def _rank(said: DateSaid) -> tuple[Trust, int]:
    return _weight(said), len(said.date)


def _weight(said: DateSaid) -> Trust:
    """How much a date counts: one with a word such as `Posted` far from the title no more than a bare one near it."""
    far = said.trust is Trust.LABELLED and said.nearness < -_FAR
    return Trust.NEARBY if far else said.trust


def _where_written(best: DateSaid, told: Sequence[DateSaid]) -> DateSaid:
    """The witness that tells the day as it was where the page was written, if `best` may be a day off."""
    local = [said for said in told if not said.others and said.trust > Trust.ADDRESS and said.nearness > -_FAR]
    if any(said.date == best.date for said in local):
        return best
    return next((said for said in local if said.date in best.others), best)


def _first_shown(best: DateSaid | None, shown: Sequence[DateSaid]) -> DateSaid | None:
    """An earlier day that stands right beside the title, where readers see it.

    A system may date what it publishes again anew, or tell the day in another time zone.
    """
    beside = [said for said in shown if said.nearness >= -_BESIDE and len(said.date) == _DAY]
    near = {said.date for said in shown if said.nearness >= -_FAR}
    if best is None or best.trust < Trust.PAGE or best.date in near or any(said.date > best.date for said in beside):
        return best
    return next(iter(beside), best)


def _with_address(told: Sequence[DateSaid], address: Sequence[DateSaid]) -> list[DateSaid]:
    """All witnesses, but shown days that are not right beside the title where the page's own address has another day.

    Above the title pages show the day of today, far below it those of other articles.
    """
    days = [said.date for said in address if len(said.date) == _DAY]
    return [
        *(said for said in told if not days or said.trust >= Trust.PAGE or not _is_elsewhere(said, days[0])),
        *address,
    ]


def _is_elsewhere(said: DateSaid, day: str) -> bool:
    return len(said.date) == _DAY and said.date != day and said.nearness < -_BESIDE


_BESIDE = 6
"""Lines from the title."""
_FAR = 15
"""Lines from the title beyond which a date may be another article's."""
_DAY = 10
"""Characters of a day in EDTF."""


def _published(facts: PageFacts, numeric_dates: NumericDates) -> Iterator[DateSaid]:
    for place, node in enumerate(facts.articles):
        trust = Trust.SAID if node.is_article else Trust.PAGE
        yield from _leaf(node, "datePublished", trust, numeric_dates)
        if place == 0:
            yield from _leaf(node, "dateCreated", Trust.CREATED, numeric_dates)
    for told, trust in ((facts.meta_like(_PUBLISHED), Trust.SAID), (facts.meta(*_CREATED), Trust.CREATED)):
        for said in told:
            day = "" if facts.is_foreign(said.block) else metadata_date(said.value, numeric_dates)
            if day:
                yield DateSaid(day, said.block, trust, other_days(said.value, day))


def _leaf(node: Node, key: str, trust: Trust, numeric_dates: NumericDates) -> Iterator[DateSaid]:
    leaf = node.first(key)
    day = metadata_date(leaf.value, numeric_dates) if leaf else ""
    if leaf and day:
        yield DateSaid(day, leaf.block, trust, other_days(leaf.value, day))


def _from_address(facts: PageFacts, address: Said | None) -> Iterator[DateSaid]:
    """The day or month in an address such as `/2014/05/23/title`."""
    path = urlsplit(address.value).path if address else ""
    match = next((found for form in _IN_ADDRESS if (found := form.search(path))), None)
    if match and address:
        parts = match.groupdict()
        day = "-".join(parts[name].zfill(2) for name in ("year", "month", "day") if parts.get(name))
        with suppress(ValueError):
            yield DateSaid(parse_edtf(day).text, address.block, Trust.ADDRESS)


_IN_ADDRESS = tuple(
    re.compile(form.format(year=r"(?P<year>(?:19[89]|20\d)\d)"))
    for form in (
        r"/{year}(?P<bar>[/_-])(?P<month>0?[1-9]|1[0-2])(?P=bar)(?P<day>0?[1-9]|[12]\d|3[01])(?=[/_-]|$)",
        r"/(?P<day>1[3-9]|2\d|3[01])(?P<bar>[/_-])(?P<month>0?[1-9]|1[0-2])(?P=bar){year}(?=[/_-]|$)",
        r"/{year}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?=[/_-]|$)",
        r"/{year}/(?P<month>0[1-9]|1[0-2])(?=/.)",
    )
)
"""From the plainest on."""


def _updated(facts: PageFacts, numeric_dates: NumericDates) -> Iterator[DateSaid]:
    for node in facts.articles:
        yield from _leaf(node, "dateModified", Trust.SAID if node.is_article else Trust.PAGE, numeric_dates)
    for said in facts.meta(*_UPDATED):
        day = "" if facts.is_foreign(said.block) else metadata_date(said.value, numeric_dates)
        if day:
            yield DateSaid(day, said.block, Trust.SAID)
