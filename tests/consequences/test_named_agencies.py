"""One agency under every spelling of its name, and the name that a slip probably meant."""

from __future__ import annotations

import pytest

from generator.consequences.named_agencies import named_agency, nearest_agency
from generator.model import AgencyList

LIST = AgencyList.model_validate({
    "fields": {"an-ninh": "Công an", "chinh-quyen": "Chính quyền", "y-te": "Y tế"},
    "agencies": [
        {"name": "Công an", "field": "an-ninh", "spellings": ["CA"]},
        {"name": "UBND", "field": "chinh-quyen", "spellings": ["Ủy ban nhân dân"]},
        {"name": "Văn phòng HĐND và UBND", "field": "chinh-quyen"},
        {"name": "Trung tâm Y tế", "field": "y-te"},
    ],
})


@pytest.mark.parametrize("written, name", [
    ("Công an phường Sở Dầu", "Công an phường Sở Dầu"),
    ("CA phường Sở Dầu", "Công an phường Sở Dầu"),
    ("công an Phường Sở Dầu", "Công an Phường Sở Dầu"),
    ("Ủy ban nhân dân xã Tân Tiến", "UBND xã Tân Tiến"),
    ("Uỷ ban Nhân dân", "UBND"),
    ("Văn phòng HĐND và UBND quận Lê Chân", "Văn phòng HĐND và UBND quận Lê Chân"),
])
def test_every_spelling_has_the_canonical_name(written, name):
    assert named_agency(LIST, written).name == name


@pytest.mark.parametrize("written", ["Canh sát khu vực", "Điện lực Hồng Bàng", "Phường Công an"])
def test_a_name_outside_the_list_stays_as_it_was_written(written):
    assert (named_agency(LIST, written).name, named_agency(LIST, written).listed) == (written, None)


def test_a_register_without_a_list_names_agencies_as_they_are_written():
    assert named_agency(AgencyList(), "CA phường Sở Dầu").name == "CA phường Sở Dầu"


@pytest.mark.parametrize("written, meant", [
    ("Cong ann phường Sở Dầu", "Công an phường Sở Dầu"),
    ("Văn phòng HĐND & UBND quận Lê Chân", "Văn phòng HĐND và UBND quận Lê Chân"),
    ("Ủy ban nhân dâm xã Tân Tiến", "UBND xã Tân Tiến"),
    ("Đoàn Thanh niên", None),
    ("Trung tâm Quản lý Vịnh và Di sản", None),
    ("Trung tâm Y tá phường Sở Dầu", "Trung tâm Y tế phường Sở Dầu"),
])
def test_the_nearest_canonical_name_is_suggested(written, meant):
    assert nearest_agency(LIST, written) == meant
