"""The map of the world: borders in degrees become paths; a bad file is refused in words."""

import gzip
import json
import re
from math import cos, radians

import pytest
from django.conf import settings
from django.core.checks import run_checks

from catalogue.world_map import (
    NORTHERNMOST,
    WIDTH,
    UnreadableMap,
    is_within,
    projected,
    view_of,
    world,
)
from tests.starting_documents import documents

LARGEST_KB = 40
SQUARE = [[[60, 40], [70, 40], [70, 50], [60, 50], [60, 40]]]


@pytest.fixture
def borders(tmp_path, settings):
    """Writes a file of borders and makes it the register's."""

    def write(features, **members):
        file = tmp_path / f"borders-{len(list(tmp_path.iterdir()))}.geojson"
        file.write_text(json.dumps({"source": "A survey", "features": features} | members))
        settings.REGISTER_MAP_FILE = file
        return file

    return write


def feature(key, kind="Polygon", coordinates=SQUARE):
    return {"id": key, "geometry": {"type": kind, "coordinates": coordinates}}


def shipped():
    return world(settings.REGISTER_MAP_FILE)


# --- The projection ------------------------------------------------------------------------------


def test_the_middle_of_the_picture_is_on_the_equator():
    assert projected(11, 0) == pytest.approx((WIDTH / 2, WIDTH / 4))


def test_the_equator_is_as_wide_as_the_picture():
    assert projected(191, 0)[0] == pytest.approx(WIDTH)
    assert projected(-169, 0)[0] == pytest.approx(0)


def test_the_pole_is_as_wide_and_as_far_as_the_projection_says():
    """Equal Earth: the pole is 0.59247 as wide as the equator, and the sides are 2.05458 to 1."""
    west, east = projected(-169, 90), projected(191, 90)
    assert (east[0] - west[0]) / WIDTH == pytest.approx(0.59247, abs=0.00001)
    assert WIDTH / (2 * (WIDTH / 4 - east[1])) == pytest.approx(2.05458, abs=0.00001)


@pytest.mark.parametrize("latitude", [0, 20, 45, 70])
def test_areas_compare(latitude):
    """A small field covers as much of the picture at any latitude, for its size on the globe."""
    assert _field(latitude) / _field(0) == pytest.approx(cos(radians(latitude)), rel=0.001)


def _field(latitude, step=0.01):
    """How much of the picture a hundredth of a degree square covers; leaning changes no area."""
    x, y = projected(50, latitude)
    east, _same = projected(50 + step, latitude)
    _leant, north = projected(50, latitude + step)
    return (east - x) * (y - north)


# --- The shipped borders -------------------------------------------------------------------------


def test_every_state_that_is_not_of_the_past_is_on_the_map():
    drawn = {each.key for each in shipped().outlines}
    today = {each["key"] for each in documents("state") if not each["valid_until"]}
    assert today - drawn == {"TWN"}  # drawn with China, as on the maps of the United Nations


def test_the_whole_map_is_small_enough():
    paths = "".join(f'<path d="{each.path}"/>' for each in shipped().outlines)
    assert len(gzip.compress(paths.encode())) <= LARGEST_KB * 1024


def test_every_path_is_one_that_browsers_draw():
    whole = re.compile(r"(M-?[\d.]+(-| )[\d.]+l(-?[\d.]+[ -]?)+z)+")
    wrong = [each.key for each in shipped().outlines if not whole.fullmatch(each.path)]
    assert wrong == []


def test_a_state_over_the_last_meridian_is_drawn_in_one_piece():
    boxes = {each.key: each.box for each in shipped().outlines}
    left, _top, right, _bottom = boxes["RUS"]
    assert 500 < left < right < WIDTH


# --- The part that is shown ----------------------------------------------------------------------


def test_the_picture_reaches_around_all_that_matter():
    outlines = shipped().outlines
    view = view_of(outlines, {"UZB", "KAZ", "JPN"})
    left, top, width, height = view
    for box in (each.box for each in outlines if each.key in {"UZB", "KAZ", "JPN"}):
        assert left < box[0] and box[2] < left + width
        assert top < box[1] and box[3] < top + height
    assert width < WIDTH / 2


def test_one_small_state_is_shown_with_what_lies_around_it():
    view = view_of(shipped().outlines, {"UZB"})
    near = {each.key for each in shipped().outlines if is_within(each.box, view)}
    assert {"KAZ", "TJK", "AFG"} <= near and "BRA" not in near


def test_without_any_the_whole_world_is_shown():
    assert view_of(shipped().outlines, set()) == (0, 0, WIDTH, WIDTH / 2)


def test_nothing_is_shown_above_the_northernmost_land():
    assert view_of(shipped().outlines, {"RUS", "UZB"})[1] >= NORTHERNMOST


# --- A ministry's own file -----------------------------------------------------------------------


def test_a_file_of_its_own_is_drawn(borders):
    file = borders([feature("UZB"), feature("MCO", "Point", [7.4, 43.7])])
    own = world(file)
    assert own.source == {"": "A survey"}
    assert [each.key for each in own.outlines] == ["MCO", "UZB"]


def test_the_borders_that_come_with_it_say_their_source_in_each_language():
    assert set(shipped().source) == {"en", "ru", "uz"}


def test_a_file_may_say_its_source_in_several_languages(borders):
    own = {"en": "A survey", "ru": "Съёмка"}
    assert world(borders([feature("UZB")], source=own)).source == own


def test_a_part_beyond_the_edge_comes_in_on_the_other_side(borders):
    far = [[[-179, 66], [-172, 66], [-172, 68], [-179, 68], [-179, 66]]]
    (found,) = world(borders([feature("RUS", "MultiPolygon", [far])])).outlines
    assert found.box[0] > WIDTH / 2


@pytest.mark.parametrize(
    "features",
    [
        [{"geometry": {"type": "Polygon", "coordinates": SQUARE}}],
        [feature(4)],
        [feature(None)],
        [feature("UZB", "LineString", SQUARE[0])],
        [feature("UZB", "Polygon", [[["a", "b"]]])],
        [feature("UZB", "Polygon", [])],
        [{"id": "UZB", "geometry": None}],
        "no list",
        None,
    ],
)
def test_what_is_no_map_is_refused_in_words(borders, features):
    with pytest.raises(UnreadableMap, match="is not GeoJSON"):
        world(borders(features))


def test_a_map_that_does_not_say_its_source_is_refused(borders):
    file = borders([feature("UZB")])
    file.write_text(json.dumps({"features": [feature("UZB")]}))
    with pytest.raises(UnreadableMap, match="source"):
        world(file)


def test_a_file_that_is_not_there_is_told_by_the_check(settings, tmp_path):
    settings.REGISTER_MAP_FILE = tmp_path / "nowhere.geojson"
    (found,) = [each for each in run_checks() if each.id == "catalogue.W002"]
    assert "nowhere.geojson" in found.msg


def test_a_map_without_the_home_state_or_too_heavy_is_told(borders):
    noise = [[n * 7919 % 18_000 / 100, n * n * 31 % 8000 / 100] for n in range(30_000)]
    borders([feature("KAZ", "Polygon", [[*noise, noise[0]]])])
    told = " ".join(each.msg for each in run_checks() if each.id == "catalogue.W002")
    assert "UZB" in told and "KB" in told


def test_the_shipped_map_passes_the_check():
    assert [each for each in run_checks() if each.id == "catalogue.W002"] == []
