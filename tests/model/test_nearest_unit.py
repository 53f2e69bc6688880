"""Which unit was meant where a record writes another name for it than its id."""

from __future__ import annotations

import pytest

from generator.model.nearest_unit import nearest_unit
from tests.builders import a_commune, a_district

UNITS = {unit.id: unit for unit in (
    a_district(), a_commune(), a_commune("hong-bang/minh-khai", "Phường Minh Khai"),
    a_district("an-duong", "Huyện An Dương"), a_commune("an-duong/an-dong", "Xã An Đồng"),
    a_commune("an-duong/an-duong", "Thị trấn An Dương"),
    a_district("kien-an", "Quận Kiến An"), a_commune("kien-an/minh-khai", "Phường Minh Khai"),
)}


@pytest.mark.parametrize(("written", "id"), [
    ("UBND xã An Đồng, An Dương", "an-duong/an-dong"), ("Ủy ban nhân dân xã An Đồng, huyện An Dương", "an-duong/an-dong"),
    ("Xã An Đồng (An Dương)", "an-duong/an-dong"), ("x. An Đồng – H. An Dương", "an-duong/an-dong"),
    ("Xã An Đồng, huyện An Dương, TP Hải Phòng", "an-duong/an-dong"), ("Xã An Đồng (thuộc huyện An Dương)", "an-duong/an-dong"),
    ("Đảng ủy xã An Đồng", "an-duong/an-dong"), ("TT An Dương", "an-duong/an-duong"), ("UBND huyện An Dương", "an-duong"),
    ("Đảng ủy, UBND phường Minh Khai, quận Kiến An", "kien-an/minh-khai"), ("Minh Khai, Hồng Bàng", "hong-bang/minh-khai"),
    ("Quận Kiến An, thành phố Hải Phòng", "kien-an"), ("An Dương, huyện An Dương", "an-duong/an-duong"),
    ("an-duong/so-dau", "hong-bang/so-dau"), ("so-dau/hong-bang", "hong-bang/so-dau"), ("hong-bag", "hong-bang"),
])
def test_a_unit_is_named_by_whatever_it_is_called(written: str, id: str):
    assert nearest_unit(UNITS, written) == id


@pytest.mark.parametrize("written", ["UBND thành phố", "UBND xã Lạc Viên, huyện Tiên Lãng", "Đảng ủy"])
def test_what_names_no_unit_is_met_with_none(written: str):
    assert nearest_unit(UNITS, written) is None
