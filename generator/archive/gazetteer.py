"""Countries and capitals from the packaged list, put beside an archive's own places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from generator.archive.authorities import Authorities
from generator.archive.names import fold
from generator.archive.usage import AuthorityKey, Usage
from generator.archive.values import Authority, Kind

COUNTRIES = "countries.txt"
"""The packaged list, beside this module; its first lines say how it is written and where its facts come from."""

_LANGUAGES = ("en", "de", "ru")
"""In the order of the list's columns."""
_NOT_NAMES = 6
"""Columns before the names."""
_WIKIDATA = "https://www.wikidata.org/wiki/"


@dataclass(frozen=True, slots=True)
class Place:
    """One country or capital of the list."""

    country: str
    """ISO 3166-1 code; that of the country whose capital it is."""
    id: str
    coordinates: tuple[float, float]
    wikidata: str
    names: tuple[tuple[str, ...], ...]
    """Of each language, the one to be shown first."""
    forms: tuple[str, ...]
    """Inflected names, as articles have them."""
    doubtful: frozenset[str]
    """The names and forms that are as usual for something else."""
    witnesses: tuple[str, ...]
    """Words that show that a doubtful name means this place."""

    @property
    def all_names(self) -> tuple[str, ...]:
        """The names of all languages, each once."""
        return tuple(dict.fromkeys(name for names in self.names for name in names))

    def shown_in(self, language: str) -> tuple[str, ...]:
        """The names in a language (BCP 47), or in English where the list does not know it; then one of each other."""
        primary = language.partition("-")[0].lower()
        own = self.names[_LANGUAGES.index(primary)] if primary in _LANGUAGES else ()
        others = (names[0] for names in self.names if names)
        return tuple(dict.fromkeys((*(own or self.names[0]), *others)))


def with_countries(own: Authorities, list_text: str, language: str) -> Authorities:
    """The archive's own authorities and beside them the countries and capitals of the list, named in `language`.

    An own place with the id, or with the name, of one in the list is that place: it keeps what it says and takes over
    the names, the link and the point that it does not have. Where both have Wikidata's number and it differs, the own
    place is another one, and the list's is left out.
    """
    places, others = _parse(list_text)
    merger = _Merger(own.of(Kind.PLACES), language)
    for place in places:
        merger.add(place)
    entries = {**own.entries, Kind.PLACES: (*merger.own, *merger.added)}
    return Authorities(entries, _usage(merger.known, others), own.lines)


def country_names(list_text: str, language: str) -> dict[str, str]:
    """The names and forms in the list, but the doubtful ones and those of several places, with the name to be shown."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for place in _parse(list_text)[0]:
        for name in (*place.all_names, *place.forms):
            owners[name].add("" if name in place.doubtful else place.shown_in(language)[0])
    return {name: min(shown) for name, shown in owners.items() if len(shown) == 1 and shown != {""}}


class _Merger:
    """Puts the places of the list beside an archive's own."""

    def __init__(self, own: Sequence[Authority], language: str) -> None:
        self.own = list(own)
        self.added: list[Authority] = []
        self.known: list[tuple[str, frozenset[str], Place]] = []
        """The id that each place got, and the names that the archive itself gives it."""
        self._language = language
        self._by_name = {fold(entry.name): position for position, entry in reversed(list(enumerate(own)))}
        self._by_id = {entry.id: position for position, entry in enumerate(own)}
        self._taken: set[int] = set()

    def add(self, place: Place) -> None:
        position = self._find(place)
        if position is None:
            self.added.append(_entry(place, self._language))
            self.known.append((place.id, frozenset(), place))
        elif position not in self._taken and _may_be(self.own[position], place):
            entry = self.own[position]
            self.own[position] = _merged(entry, place, self._language)
            self._taken.add(position)
            self.known.append((entry.id, frozenset((entry.name, *entry.variants)), place))

    def _find(self, place: Place) -> int | None:
        if place.id in self._by_id:
            return self._by_id[place.id]
        found = (self._by_name.get(fold(name)) for name in place.all_names)
        return next((position for position in found if position is not None), None)


def _may_be(entry: Authority, place: Place) -> bool:
    links = [link for link in entry.links if "wikidata.org/" in link]
    return not links or any(link.rstrip("/").endswith(f"/{place.wikidata}") for link in links)


def _entry(place: Place, language: str) -> Authority:
    name, *variants = place.shown_in(language)
    links = (_WIKIDATA + place.wikidata,)
    return Authority(id=place.id, name=name, variants=tuple(variants), links=links, coordinates=place.coordinates)


def _merged(entry: Authority, place: Place, language: str) -> Authority:
    own = {entry.name, *entry.variants}
    return msgspec.structs.replace(
        entry,
        variants=(*entry.variants, *(name for name in place.shown_in(language) if name not in own)),
        links=entry.links or (_WIKIDATA + place.wikidata,),
        coordinates=entry.coordinates or place.coordinates,
    )


def _usage(known: Sequence[tuple[str, frozenset[str], Place]], others: Sequence[str]) -> Usage:
    """How texts use the names. A country and its capitals bear witness for one another."""
    plain: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for id_, own, place in known:
        sure = (name for name in (*place.all_names, *place.forms) if name not in place.doubtful)
        plain[place.country][id_] = [*own, *sure]
    forms: dict[AuthorityKey, tuple[str, ...]] = {}
    doubtful: dict[AuthorityKey, frozenset[str]] = {}
    witnesses: dict[AuthorityKey, tuple[str, ...]] = {}
    for id_, own, place in known:
        key = (Kind.PLACES, id_)
        forms[key] = (*place.all_names, *place.forms)
        beside = (name for other, names in plain[place.country].items() if other != id_ for name in names)
        witnesses[key] = (*beside, *place.witnesses)
        # Names that the archivist gave are meant, and so are their other forms.
        if not own & place.doubtful:
            doubtful[key] = place.doubtful
    return Usage(forms, doubtful, witnesses, tuple(others))


def _parse(text: str) -> tuple[list[Place], list[str]]:
    """The places of the list, and the names that hold one of theirs and mean something else."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    others = [line.removeprefix("!").strip() for line in lines if line.startswith("!")]
    return [_place(line.split("\t")) for line in lines if not line.startswith("!")], others


def _place(columns: Sequence[str]) -> Place:
    country, _, id_, latitude, longitude, wikidata = columns[:_NOT_NAMES]
    *cells, witnesses = [*columns[_NOT_NAMES:], "", "", ""][: len(_LANGUAGES) + 1]
    names: list[tuple[str, ...]] = []
    forms: dict[str, None] = {}
    doubtful: set[str] = set()
    for cell in cells:
        inflected = [(written.startswith("?"), list(_inflected(written.removeprefix("?")))) for written in _list(cell)]
        names.append(tuple(of[0] for _, of in inflected))
        forms.update((form, None) for _, of in inflected for form in of[1:])
        doubtful.update(form for doubt, of in inflected if doubt for form in of)
    return Place(
        country=country,
        id=id_,
        coordinates=(float(latitude), float(longitude)),
        wikidata=wikidata,
        names=tuple(names),
        forms=tuple(forms),
        doubtful=frozenset(doubtful),
        witnesses=tuple(_list(witnesses)),
    )


def _list(cell: str) -> list[str]:
    return [name for name in cell.split("; ") if name]


def _inflected(written: str) -> Iterator[str]:
    stem, *endings = written.split("|")
    return (stem + ending for ending in endings or [""])
