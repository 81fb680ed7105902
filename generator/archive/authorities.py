"""The authority files: the people, places, organizations and publications that an archive knows, checked once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generator.archive.names import KnownNames, fold
from generator.archive.readable_copy import normalised_line
from generator.archive.usage import AuthorityKey, Usage
from generator.archive.values import AUTHORITY_KINDS, Authority, Kind
from generator.urls import is_slug, slugify
from generator.yaml_text import YamlText, read_yaml
from generator.yaml_values import sound_values

if TYPE_CHECKING:
    from generator.problems import Problems


@dataclass(frozen=True)
class Authorities:
    """All authorities of an archive."""

    entries: Mapping[Kind, tuple[Authority, ...]]
    """Of each kind, in the order of its file; a kind without a file has no entry here. No two of a kind share an id."""
    usage: Usage = field(default_factory=Usage)
    """Of names from a packaged list."""
    lines: Mapping[AuthorityKey, tuple[int, ...]] = field(default_factory=dict, compare=False)
    """The lines of an entry's name and variants in its kind's file."""

    def of(self, kind: Kind) -> tuple[Authority, ...]:
        """The authorities of one kind."""
        return self.entries.get(kind, ())

    @cached_property
    def by_id(self) -> Mapping[tuple[Kind, str], Authority]:
        return {(kind, entry.id): entry for kind, entries in self.entries.items() for entry in entries}

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of all kinds together: what `not_mentions` may name."""
        return frozenset(id_ for _, id_ in self.by_id)

    def find(self, kind: Kind, reference: str) -> tuple[Authority, ...]:
        """The authorities that `reference` may mean: the one with that id, else those with that name, else variant.

        Names and variants are compared folded. None: it is unknown; several: it is ambiguous.
        """
        by_id = self.by_id.get((kind, reference.strip()))
        if by_id is not None:
            return (by_id,)
        names, variants = self._by_name
        key = (kind, fold(reference))
        return names.get(key) or variants.get(key) or ()

    @cached_property
    def _by_name(self) -> tuple[_Lookup, _Lookup]:
        names: defaultdict[tuple[Kind, str], list[Authority]] = defaultdict(list)
        variants: defaultdict[tuple[Kind, str], list[Authority]] = defaultdict(list)
        for kind, entries in self.entries.items():
            for entry in entries:
                names[kind, fold(entry.name)].append(entry)
                for variant in sorted({fold(variant) for variant in entry.variants}):
                    variants[kind, variant].append(entry)
        return _frozen(names), _frozen(variants)

    @cached_property
    def known_names(self) -> Mapping[Kind, KnownNames]:
        """The ids, names and variants of each kind, for hints."""
        return {
            kind: KnownNames(name for entry in self.of(kind) for name in (entry.id, entry.name, *entry.variants))
            for kind in AUTHORITY_KINDS
        }


_Lookup = Mapping[tuple[Kind, str], tuple[Authority, ...]]


def _frozen(found: Mapping[tuple[Kind, str], list[Authority]]) -> _Lookup:
    return {key: tuple(entries) for key, entries in found.items()}


def authority_file(kind: Kind) -> str:
    """The path of a kind's authority file, relative to the archive's folder."""
    return f"content/authorities/{kind}.yaml"


def parse_authorities(files: Mapping[Kind, str], problems: Problems) -> Authorities:
    """The authorities in the texts of the authority files; an entry with an error is told and left out."""
    entries = {}
    lines = {}
    for kind in AUTHORITY_KINDS:
        if kind in files:
            document = read_yaml(files[kind], authority_file(kind), problems)
            found = [] if document is None else list(_entries(document, problems))
            entries[kind] = tuple(entry for entry, _ in found)
            lines.update({(kind, entry.id): of_names for entry, of_names in found})
    return Authorities(entries, lines=lines)


def _entries(document: YamlText, problems: Problems) -> Iterable[tuple[Authority, tuple[int, ...]]]:
    """The sound entries, each with the lines of its name and variants."""
    if document.value == {}:
        return
    if not isinstance(document.value, list):
        problems.error(document.path, document.line(), "a list of entries is wanted here", "begin each with `- id: …`")
        return
    first_lines: dict[str, int] = {}
    for position in range(len(document.value)):
        found = len(problems)
        values = sound_values(document, Authority, problems, at=(position,))
        _tell_wrong_values(values, position, document, problems)
        id_, line = values.get("id"), document.line(position, "id")
        if id_ in first_lines:
            hint = f"the other one is on line {first_lines[id_]}"
            problems.error(document.path, line, f"two entries with the id `{id_}`", hint)
        elif id_ is not None:
            first_lines[id_] = line
        if len(problems) == found:
            entry = Authority(**values)
            variants = (document.line(position, "variants", number) for number in range(len(entry.variants)))
            lines = (document.line(position, "name"), *variants)
            _tell_doubled_names(entry, lines, document.path, problems)
            yield entry, lines


_WEB_ADDRESS = re.compile(r"https?://[^\s/]+\S*")

_LONGEST_ID = 200
"""Characters: with the ending `.html` it still fits into the 255 bytes that file systems allow a name."""


def _tell_wrong_values(values: Mapping[str, Any], position: int, document: YamlText, problems: Problems) -> None:
    """Tells everything that is wrong with the values of one entry that have the right shape."""

    def wrong(text: str, hint: str, *key: str | int) -> None:
        problems.error(document.path, document.line(position, *key), text, hint)

    id_, name = values.get("id"), values.get("name")
    if id_ is not None and (not is_slug(id_) or len(id_) > _LONGEST_ID):
        hint = f"lower-case letters, digits and single hyphens, such as `{slugify(name or id_)}`"
        wrong(f"`id` cannot be the name of a page: {id_}", hint, "id")
    if name is not None and not name.strip():
        wrong("`name` is empty", "write the name as the archive is to show it", "name")
    for number, variant in enumerate(values.get("variants", ())):
        if not variant.strip():
            wrong("an empty variant", "remove it", "variants", number)
    for number, link in enumerate(values.get("links", ())):
        if not _WEB_ADDRESS.fullmatch(link):
            wrong(f"not a web address: {link}", "https://…", "links", number)
    latitude, longitude = values.get("coordinates") or (0, 0)
    # Written so that "not a number", which is never between two others, is out of range too.
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        hint = "latitude from -90 to 90 first, then longitude from -180 to 180"
        wrong(f"coordinates out of range: {latitude:g}, {longitude:g}", hint, "coordinates")


def _tell_doubled_names(entry: Authority, lines: Sequence[int], path: str, problems: Problems) -> None:
    seen = set()
    for line, name in zip(lines, (entry.name, *entry.variants), strict=True):
        plain = normalised_line(name)
        if plain in seen:
            problems.warning(path, line, f"`{entry.id}` has the name “{plain}” twice", "remove one: it changes nothing")
        seen.add(plain)
