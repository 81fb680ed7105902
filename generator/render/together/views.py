"""What the template of the picture of who appears with whom gets as `view`; lengths are the SVG's, written out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.render.page.views import LinkView


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of a label: its text, and where its foot stands."""

    text: str
    y: str
    left: str
    """Of the ground on which it stands; likewise the next three."""
    top: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class NodeView:
    """A person or an organization: a mark with its label below."""

    name: str
    """With the number of articles, in words."""
    path: str
    is_person: bool
    """A circle; else a square."""
    x: str
    """Of the mark's middle, and of the label's."""
    y: str
    radius: str
    left: str
    """Where the square begins."""
    top: str
    side: str
    lines: tuple[LineView, ...]
    place_left: str
    """The part of the picture that is the node's, and no other's."""
    place_top: str
    place_width: str
    place_height: str


@dataclass(frozen=True, slots=True)
class TieView:
    """A line between two nodes."""

    x1: str
    y1: str
    x2: str
    y2: str
    width: str
    is_full: bool
    """Whether the caption speaks of it."""


@dataclass(frozen=True, slots=True)
class PersonRowView:
    """One row of the table: a person or organization, and with whom."""

    who: LinkView
    kind: str
    """`Person` or `Organization`."""
    company: tuple[LinkView, ...]
    """Each with the number of articles in which both stand, the fullest first."""


@dataclass(frozen=True, slots=True)
class TogetherView:
    """The page of who appears with whom."""

    size: str
    caption: str
    explained: str
    width: str
    height: str
    nodes: tuple[NodeView, ...]
    ties: tuple[TieView, ...]
    rows: tuple[PersonRowView, ...]
