"""What the templates of maps get: lengths and places are written out as SVG wants them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GroundView:
    """What lies under the marks of a map: SVG path data in a `viewBox` of the given width and height."""

    width: int
    height: int
    land: str
    """Filled even-odd."""
    graticule: str


@dataclass(frozen=True, slots=True)
class MapMarkView:
    """A place on the map. Places are percentages of the map, lengths em of its text."""

    path: str
    name: str
    """The place and its number of articles."""
    left: str
    top: str
    aside: str
    """How far to the right of there the circle's middle stands."""
    below: str
    radius: str
    label: str
    """The place's name, or empty where there is no room for it."""
    side: str
    """Of the circle, where the label stands: `right`, `left`, `over` or `under`."""
    label_aside: str
    label_below: str
    level: int
    """0 where the label is shown on every map, 1 to 4 where only on wide ones, each wider than the one before."""


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of an archive's places."""

    ground: GroundView
    marks: tuple[MapMarkView, ...]
    """The largest first, so that no mark lies under a larger one."""
    caption: tuple[str, ...]
    """Sentences."""


@dataclass(frozen=True, slots=True)
class LocatorView:
    """The small map of one place."""

    ground: GroundView
    across: int
    """In the ground's units."""
    down: int
    name: str
    """What the picture shows, in words."""
