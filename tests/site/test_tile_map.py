"""A square for each unit at the place in its record: shaded by its share, rounded down; what has no place is only named."""

from __future__ import annotations

import pytest

from generator.consequences.progress import Share
from generator.site.tile_map import SIDE, tile_map
from tests.builders import a_district

HERE = a_district("hong-bang", "Quận Hồng Bàng", tile={"row": "2", "column": "3"})
NOWHERE = a_district("cat-hai", "Huyện Cát Hải")


def test_a_tile_lies_where_its_record_says():
    made = tile_map([(HERE, Share(12, 20))])
    [tile] = made.tiles
    assert (tile.x, tile.y, tile.lines, made.width, made.height) == (2 * SIDE, SIDE, ("Hồng", "Bàng"), 3 * SIDE, 2 * SIDE)


def test_a_unit_without_a_place_is_named_beside_the_map():
    assert tile_map([(HERE, Share(1, 2)), (NOWHERE, Share(2, 2))]).absent == ("Huyện Cát Hải",)


def test_without_any_place_there_is_no_map():
    assert tile_map([(NOWHERE, Share(2, 2))]) is None


@pytest.mark.parametrize("done, owed, grade", [(0, 20, 0), (4, 20, 0), (5, 20, 1), (19, 20, 3), (20, 20, 4), (0, 0, None)])
def test_only_every_last_one_has_the_full_shade(done, owed, grade):
    assert tile_map([(HERE, Share(done, owed))]).tiles[0].grade == grade
