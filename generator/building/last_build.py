"""What is remembered of the last build that published a site, so that the next one need not do its work again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

import msgspec

from generator.building.units import SiteRecord
from generator.execution.store import Store, unpacked
from generator.problems import Problem
from generator.publish.staging import Stamp
from generator.reading.inputs import Stamp as InputStamp

_Record = TypeVar("_Record", bound=msgspec.Struct)


class LastBuild(msgspec.Struct, frozen=True):
    """A build as a whole; an empty one where none is remembered."""

    contents: bytes = b""
    """The digest of all files that the site is made of."""
    inputs: dict[str, InputStamp] = {}
    """What the system said of each of them."""
    stamps: dict[str, Stamp] = {}
    """The files of the site as they were written."""
    articles: int = 0
    problems: tuple[Problem, ...] = ()
    """Those that it told, none of them an error."""

    def is_of(self, contents: bytes, standing: Mapping[str, Stamp]) -> bool:
        """Whether its site is that of these contents, and stands."""
        return bool(self.stamps) and self.contents == contents and self.stamps == standing


def last_build(store: Store) -> LastBuild:
    """The last build. Raises StoreDamagedError."""
    return _decoded(store, "build", LastBuild)


def last_site(store: Store) -> SiteRecord:
    """What the last build's site was made of. Raises StoreDamagedError."""
    return _decoded(store, "site", SiteRecord)


def remember(store: Store, build: LastBuild, site: SiteRecord) -> None:
    """Puts both into the store."""
    store.put("build", "", b"", msgspec.msgpack.encode(build))
    store.put("site", "", b"", msgspec.msgpack.encode(site))
    store.commit()


def _decoded(store: Store, stage: str, type_: type[_Record]) -> _Record:
    data = store.value(stage, "")
    return type_() if data is None else unpacked(data, msgspec.msgpack.Decoder(type_).decode)
