"""The world as the map draws it: from borders in degrees to paths in the units of the picture.

The projection is Equal Earth (Šavrič, Patterson and Jenny 2018), so that areas compare.
"""

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from math import asin, cos, pi, radians, sin, sqrt
from pathlib import Path
from typing import NamedTuple

# The series of the projection, and its breadth between the outer meridians, in radii.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
BREADTH = 4 * sqrt(3) * pi / (3 * A1)
WIDTH = 960
# The meridian in the middle, chosen so that the edge of the picture runs through the Bering Strait.
MIDDLE = 11
# How far around the states that matter the picture reaches, and how low it may be for its width.
MARGIN, FLATTEST, LOWEST = 12, 2.6, 110
# The height of the picture above which there is nothing but ice.
NORTHERNMOST = 14
# What stands for a state that is too small to be drawn, and how small that is.
DIAMOND, SMALLEST = 2.2, 2.2

Point = tuple[float, float]
Box = tuple[float, float, float, float]


class UnreadableMap(Exception):
    """A file of borders that no map can be drawn from; the words say why."""


class Outline(NamedTuple):
    """A state on the map: its key, the path that draws it, and the box of its largest part."""

    key: str
    path: str
    box: Box


class World(NamedTuple):
    """All states of a file of borders, by key, and where the borders are from, by language."""

    source: dict[str, str]
    outlines: tuple[Outline, ...]


def projected(longitude: float, latitude: float) -> Point:
    """Where a place stands in the picture, in its units; y grows downwards."""
    angle = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    stretch = 9 * A4 * sixth * square + 7 * A3 * sixth + 3 * A2 * square + A1
    x = 2 * sqrt(3) * radians(longitude - MIDDLE) * cos(angle) / (3 * stretch)
    y = angle * (A1 + A2 * square + sixth * (A3 + A4 * square))
    unit = WIDTH / BREADTH
    return WIDTH / 2 + x * unit, WIDTH / 4 - y * unit


@lru_cache(maxsize=4)
def world(file: Path) -> World:
    """Every state in a file of borders: GeoJSON in degrees, `id` the key of the state.

    Raises `UnreadableMap` for a file that is not there or is something else.
    """
    try:
        borders = json.loads(file.read_bytes())
        source = borders["source"]
        found = [_outline(each["id"], each["geometry"]) for each in borders["features"]]
    except OSError as error:
        raise UnreadableMap(f"{file} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise UnreadableMap(
            f"{file} is not GeoJSON that says its source and has features with the code of a "
            "state as their id, and with polygons or points in degrees."
        ) from error
    in_words = source if isinstance(source, dict) else {"": str(source)}
    return World(in_words, tuple(sorted(found)))


def view_of(drawn: Iterable[Outline], marked: Iterable[str]) -> Box:
    """The part of the picture (x, y, width, height) with all the states that matter."""
    keys = set(marked)
    boxes = [outline.box for outline in drawn if outline.key in keys]
    if not boxes:
        return 0, 0, WIDTH, WIDTH / 2
    left, top = (min(box[side] for box in boxes) - MARGIN for side in (0, 1))
    right, bottom = (max(box[side] for box in boxes) + MARGIN for side in (2, 3))
    height = max(bottom - top, (right - left) / FLATTEST, LOWEST)
    width = max(right - left, height * 1.6)
    middle, centre = (left + right) / 2, (top + bottom) / 2
    left = min(max(middle - width / 2, 0), max(WIDTH - width, 0))
    top = max(centre - height / 2, NORTHERNMOST)
    return tuple(round(each, 1) for each in (left, top, width, height))


def is_within(box: Box, view: Box) -> bool:
    """Whether any of a state can be seen in that part of the picture."""
    left, top, width, height = view
    return box[0] < left + width and box[2] > left and box[1] < top + height and box[3] > top


def _outline(key: str, geometry: dict) -> Outline:
    """A state as it is drawn. Raises what `world` tells as an unreadable map."""
    if not isinstance(key, str):
        raise TypeError(key)
    places = geometry["coordinates"]
    if geometry["type"] == "Point":
        return _diamond(key, projected(*places[:2]))
    polygons = {"Polygon": [places], "MultiPolygon": places}[geometry["type"]]
    rings = [ring for polygon in polygons for ring in _placed(polygon)]
    largest = max(rings, key=_area)
    if _area(largest) < SMALLEST:
        return _diamond(key, largest[0])
    return Outline(key, "".join(map(_path, filter(_is_seen, rings))), _box(largest))


def _placed(polygon: Sequence) -> list[list[Point]]:
    """The rings of a polygon in the picture; one beyond its edge comes in on the other side."""
    east = sum(place[0] for place in polygon[0]) / len(polygon[0])
    turn = 360 if east < MIDDLE - 180 else -360 if east > MIDDLE + 180 else 0
    return [[projected(place[0] + turn, place[1]) for place in ring] for ring in polygon]


def _area(ring: Sequence[Point]) -> float:
    ahead = [*ring[1:], ring[0]]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ahead, strict=True))) / 2


def _box(ring: Sequence[Point]) -> Box:
    across, down = zip(*ring, strict=True)
    return min(across), min(down), max(across), max(down)


def _is_seen(ring: Sequence[Point]) -> bool:
    return len({(round(x, 1), round(y, 1)) for x, y in ring}) > 2


def _path(ring: Sequence[Point]) -> str:
    """A ring in tenths of a unit, each point told from the one before, repeated ones left out."""
    points = [(round(x * 10), round(y * 10)) for x, y in ring]
    steps = [
        (x - before[0], y - before[1]) for before, (x, y) in pairwise(points) if (x, y) != before
    ]
    told = "".join(
        f"{_number(x, first=not at)}{_number(y)}" for at, (x, y) in enumerate(steps[:-1])
    )
    return f"M{_number(points[0][0], first=True)}{_number(points[0][1])}l{told}z"


def _number(tenths: int, first: bool = False) -> str:
    """A number as short as a path allows, with the space before it where there must be one."""
    text = f"{tenths / 10:g}".replace("0.", ".", 1) if abs(tenths) < 10 else f"{tenths / 10:g}"
    return text if first or text.startswith("-") else f" {text}"


def _diamond(key: str, at: Point) -> Outline:
    x, y = at
    side = f"{DIAMOND:g}"
    path = f"M{x - DIAMOND:.1f} {y:.1f}l{side}-{side} {side} {side}-{side} {side}z"
    return Outline(key, path, (x - DIAMOND, y - DIAMOND, x + DIAMOND, y + DIAMOND))
