"""The exports of a site, which have a piece of each article: after an edit only the pieces that it changes are made.

All others are cut out of the files as they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator import folder
from generator.building.units import Building, UnitName, sizes_of
from generator.config import Config
from generator.errors import BackfileError
from generator.render.exports.files import FORMS


class StandingPieces:
    """The pieces that the exports of the last build's site have."""

    def __init__(self, site: Path, config: Config, building: Building, units: Sequence[UnitName]) -> None:
        """`site` is its folder, `config` the settings that it was made with too, `units` those of its articles in their
        order. Raises BackfileError where a file of it is gone."""
        import numpy as np

        self._files = [_bytes(site, form.path) for form in FORMS]
        sizes = np.array([sizes_of(building.former_piece(unit)) for unit in units], np.int64)
        between = np.array([len(form.between.encode()) for form in FORMS])
        ends = np.cumsum(sizes + between, axis=0) - between + [len(form.before(config).encode()) for form in FORMS]
        self._places = dict(zip(units, zip((ends - sizes).tolist(), ends.tolist(), strict=True), strict=True))

    def __getitem__(self, unit: UnitName) -> Sequence[bytes]:
        starts, ends = self._places[unit]
        return [data[start:end] for data, start, end in zip(self._files, starts, ends, strict=True)]


def _bytes(site: Path, path: str) -> bytes:
    data = folder.read_bytes(site / path)
    if data is None:
        raise BackfileError(f"{path} of the site was taken away while the site was built", "Build it again.")
    return data
