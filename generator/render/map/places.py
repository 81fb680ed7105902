"""The maps of places: one of all that have coordinates, and a small one for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.archive.values import Archive, Kind, Term
from generator.output_file import Notice
from generator.render.map.coastlines import VERSION
from generator.render.map.frame import Frame
from generator.render.map.labels import labels_of
from generator.render.map.land import graticule, land_in
from generator.render.map.marks import Mark, Spot, marks_of
from generator.render.map.region import frame_of, frame_of_one
from generator.render.map.rings import Point
from generator.render.map.views import GroundView, LocatorView, MapMarkView, MapView
from generator.render.words.catalogue import Words

_MOST_MARKS = 150
"""Places. Beyond these a map is a cloud, and its page heavy."""
_MOST_NAMED = 3
"""Places that a caption can name and still be read as a sentence."""


@dataclass(frozen=True, slots=True)
class _Place:
    term: Term
    point: Point
    """Longitude and latitude."""


def map_of_places(archive: Archive, words: Words) -> MapView | None:
    """The map, with a caption that states the finding; None where no place has coordinates."""
    places = _places(archive)
    if not places:
        return None
    drawn = places[:_MOST_MARKS]
    frame = frame_of([place.point for place in drawn])
    ratio = frame.units / frame.height
    spots = []
    for place in drawn:
        x, y = frame.place_of(place.point)
        spots.append(Spot(x / frame.units, y / frame.height, len(place.term.articles)))
    marks = marks_of(spots, ratio)
    return MapView(
        ground=_ground(frame),
        marks=tuple(_mark_views(drawn, marks, ratio, words)),
        caption=tuple(_caption(archive, places, len(marks), words)),
    )


def locator(term: Term, words: Words) -> LocatorView | None:
    """The small map of a place; None of one without coordinates."""
    point = _point(term)
    if point is None:
        return None
    frame = frame_of_one(point)
    x, y = frame.place_of(point)
    return LocatorView(_ground(frame), round(x), round(y), words("map.locator", place=term.name))


def map_notices(archive: Archive) -> tuple[Notice, ...]:
    """Whose work the maps of the site contain."""
    if not _places(archive):
        return ()
    notice = Notice(
        name="Natural Earth",
        version=VERSION,
        license="Public domain",
        address="https://www.naturalearthdata.com",
        text=_NOTICE,
        files=(f"{Kind.PLACES}/index.html",),
    )
    return (notice,)


_NOTICE = """\
The coastlines of the maps are made with Natural Earth, 1:50m land, simplified. Natural Earth's map data are in the \
public domain.

They were read from the package world-atlas 2.0.2, Copyright 2013-2019 Michael Bostock:

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby \
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL \
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, \
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN \
AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR \
PERFORMANCE OF THIS SOFTWARE.
"""


def _places(archive: Archive) -> list[_Place]:
    """The places with coordinates, those with most articles first; of equals the first by name."""
    terms = sorted(archive.terms[Kind.PLACES], key=lambda term: -len(term.articles))
    return [_Place(term, point) for term in terms if (point := _point(term))]


def _point(term: Term) -> Point | None:
    if term.kind is not Kind.PLACES or term.authority is None or term.authority.coordinates is None:
        return None
    latitude, longitude = term.authority.coordinates
    return longitude, latitude


@lru_cache(maxsize=2048)
def _ground(frame: Frame) -> GroundView:
    return GroundView(frame.units, frame.height, land_in(frame).path, graticule(frame))


def _mark_views(places: Sequence[_Place], marks: Sequence[Mark], ratio: float, words: Words) -> list[MapMarkView]:
    terms = [places[mark.number].term for mark in marks]
    labels = labels_of(marks, [term.name for term in terms], ratio)
    views = []
    for at, (mark, term) in enumerate(zip(marks, terms, strict=True)):
        label = labels.get(at)
        articles = words("count.articles", n=len(term.articles))
        views.append(
            MapMarkView(
                path=term.page,
                name=words("map.mark", place=term.name, articles=articles),
                left=f"{_short(mark.across * 100)}%",
                top=f"{_short(mark.down * 100)}%",
                aside=_em(mark.aside),
                below=_em(mark.below),
                radius=_em(mark.radius),
                label=term.name if label else "",
                side=label.side if label else "",
                label_aside=_em(label.across) if label else "",
                label_below=_em(label.down) if label else "",
                level=label.level if label else 0,
            )
        )
    return views


def _em(length: float) -> str:
    return f"{_short(length)}em" if round(length, 2) else "0"


def _short(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _caption(archive: Archive, places: Sequence[_Place], drawn: int, words: Words) -> list[str]:
    sentences = [_finding(places, words)]
    if drawn < len(places):
        sentences.append(words("map.crowded", n=len(places) - drawn))
    unplaced = len(archive.terms[Kind.PLACES]) - len(places)
    if unplaced:
        sentences.append(words("map.unplaced", n=unplaced))
    return sentences


def _finding(places: Sequence[_Place], words: Words) -> str:
    """The few places that have more articles than all others, where there are such."""
    for number in range(min(_MOST_NAMED, len(places) - 1), 0, -1):
        if len(places[number - 1].term.articles) > len(places[number].term.articles):
            return words("map.most", places=words.joined([place.term.name for place in places[:number]]))
    return words("map.all", n=len(places))
